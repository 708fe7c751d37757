"""Makes the pictures of the site that no page draws: the share cards and the icons.

Run when the title changes (`make pictures`); the cards are kept in content, the
icons in docs/. Needs a Chromium, as the tests do: `make test` tells where it found one.
"""

import io
import os
from pathlib import Path
from typing import Any

from jinja2 import Template
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
    template = Template(card, autoescape=True, trim_blocks=True)
    speakers = dict.fromkeys(capitalised(quotation.speaker) for quotation in story.exchange)
    cards = {
        CARD: {"title": story.title, "bars": _bars(story)},
        card_of("chronologie"): {"title": TITLES["chronologie"], "axis": _axis(story)},
        # Who speaks, in order; never what they say of each other.
        card_of("echange"): {"title": TITLES["echange"], "speakers": [*speakers][:_MOST_NAMES]},
    }
    # By it the build knows of which content a card is.
    mark = PngInfo()
    mark.add_text("Comment", card_mark(story))
    square = f"<style>body{{margin:0}}svg{{display:block;width:100vw}}</style>{icon}"
    page = browser.new_page()
    page.set_default_timeout(0)  # a slow machine makes them too
    for path, size, shown in (
        *(
            (content / name, CARD_SIZE, template.render(shown, story=story))
            for name, shown in cards.items()
        ),
        (docs / "apple-touch-icon.png", (TOUCH_ICON, TOUCH_ICON), square),
        (docs / "favicon.ico", (ICON, ICON), square),
    ):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.set_content(shown)
        with Image.open(io.BytesIO(page.screenshot())) as picture:
            # Few colours, so a palette: a third of the weight.
            few = picture.convert("RGB").quantize(64)
            marked = mark if size == CARD_SIZE else None
            few.save(path, optimize=True, sizes=[(ICON, ICON)], pnginfo=marked)
    page.close()


def _axis(story: Story) -> dict[str, Any]:
    """The places of the events between the first and the last, and the years of these."""
    days = [event.date.first_day for event in story.events]
    if not days:
        return {}
    first, last = min(days), max(days)
    span = max((last - first).days, 1)
    places = [(day - first).days / span * 0.96 + 0.02 for day in days]
    return {"places": places, "first": first.year, "last": last.year}


def _bars(story: Story) -> dict[str, Any]:
    """The two sums that open the home page, each with its kind, and their ratio."""
    if not (pair := opening_sums(story)):
        return {}
    share = float(pair[1].value / pair[0].value)
    words = [f"{capitalised(one.kind or '')} : {one.text}" for one in pair]
    # Words stand after a short bar, in a long one.
    return {"words": words, "share": share, "long": share >= _LONG}


if __name__ == "__main__":
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        chromium = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS])
        content = ROOT / "content"
        story = read_content(content, ROOT).story
        make_pictures(chromium, story, content, ROOT / "docs")
        chromium.close()
