"""Makes the pictures of the site that no page draws: the share cards and the icons.

Run when the title changes (`python scripts/make_pictures.py`); the cards are kept in content, the
icons in docs/. Needs a Chromium, as the tests do: `make test` tells where it found one.
"""

import html
import io
import os
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import Browser, sync_playwright

from story.assemble_story import Story, opening_sums
from story.content_folder import CARD, card_mark, card_of, read_content
from story.pages.views.view import TITLES
from story.reading.body import capitalised

ROOT = Path(__file__).resolve().parent.parent
CARD_SIZE = (1200, 630)
TOUCH_ICON = 180
ICON = 32
_MOST_NAMES = 3
_LONG = 0.3  # of the width
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")


def make_pictures(browser: Browser, story: Story, content: Path, docs: Path) -> None:
    """Writes the share cards of a story to the folder of its content, the icons to the site's."""
    icon = (ROOT / "docs" / "assets" / "favicon.svg").read_text("utf-8")
    card = (ROOT / "scripts" / "pictures" / "card.html").read_text("utf-8")
    cards = {
        CARD: (story.title, _bars(story)),
        card_of("chronologie"): (TITLES["chronologie"], _axis(story)),
        card_of("echange"): (TITLES["echange"], _speakers(story)),
    }
    # By it the build knows of which content a card is.
    mark = PngInfo()
    mark.add_text("Comment", card_mark(story))
    square = f"<style>body{{margin:0}}svg{{display:block;width:100vw}}</style>{icon}"
    page = browser.new_page()
    page.set_default_timeout(0)  # a slow machine makes them too
    for path, size, shown in (
        *((content / name, CARD_SIZE, _card(card, story, *words)) for name, words in cards.items()),
        (docs / "apple-touch-icon.png", (TOUCH_ICON, TOUCH_ICON), square),
        (docs / "favicon.ico", (ICON, ICON), square),
    ):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.set_content(shown)
        with Image.open(io.BytesIO(page.screenshot())) as picture:
            # Few colours, so a palette: a third of the weight.
            few = picture.convert("RGB").quantize(64)
            few.save(
                path,
                optimize=True,
                sizes=[(ICON, ICON)],
                pnginfo=mark if size == CARD_SIZE else None,
            )
    page.close()


def _card(card: str, story: Story, title: str, drawing: str) -> str:
    """A card with the name of the site, a title and a drawing under it."""
    words = html.escape(story.language.typeset(title))
    card = card.replace("SITE", html.escape(story.name)).replace("DRAWING", drawing)
    return card.replace("TITLE", words)


def _axis(story: Story) -> str:
    """The events at their places between the first and the last, and the years of these."""
    days = [event.date.first_day for event in story.events]
    if not days:
        return ""
    first, last = min(days), max(days)
    span = max((last - first).days, 1)
    places = ((day - first).days / span * 0.96 + 0.02 for day in days)
    dots = "".join(f'<circle cx="{place:.1%}" cy="50" r="12"/>' for place in places)
    return (
        f'<line x2="100%" y1="50" y2="50"/>{dots}<text y="110">{first.year}</text>'
        f'<text x="100%" y="110" text-anchor="end">{last.year}</text>'
    )


def _speakers(story: Story) -> str:
    """Who speaks, in order; never what they say of each other."""
    names = dict.fromkeys(capitalised(quotation.speaker) for quotation in story.exchange)
    return "".join(
        f'<text y="{40 + 52 * row}">{html.escape(name)}</text>'
        for row, name in enumerate([*names][:_MOST_NAMES])
    )


def _bars(story: Story) -> str:
    """The two sums that open the home page, at the same scale, each with its kind."""
    if not (pair := opening_sums(story)):
        return ""
    first, second = pair
    share = float(second.value / first.value)
    words = [
        html.escape(story.language.typeset(f"{capitalised(one.kind or '')} : {one.text}"))
        for one in (first, second)
    ]
    # Words stand after a short bar, in a long one.
    beside = f"x='{share:.2%}' dx='28'" if share < _LONG else "x='72' class='dedans'"
    return (
        f'<rect width="100%" height="130"/><text x="72" y="80">{words[0]}</text>'
        f'<rect y="130" width="{share:.2%}" height="130"/>'
        f"<text {beside} y='210'>{words[1]}</text>"
    )


if __name__ == "__main__":
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        chromium = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS])
        content = ROOT / "content"
        story = read_content(content, ROOT).story
        make_pictures(chromium, story, content, ROOT / "docs")
        chromium.close()
