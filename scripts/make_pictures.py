"""Makes the pictures of the site that no page draws: the share card and the icons.

Run when the title changes (`python scripts/make_pictures.py`); the card is kept in content, the
icons in docs/assets. Needs a Chromium, as the tests do: `make test` tells where it found one.
"""

from __future__ import annotations

import html
import io
import os
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import sync_playwright

from story.content_folder import CARD, read_content
from story.reading.body import capitalised

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from story.assemble_story import Story

ROOT = Path(__file__).resolve().parent.parent
CARD_SIZE = (1200, 630)
TOUCH_ICON = 180
ICON = 32
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")


def make_pictures(browser: Browser, content: Path, assets: Path) -> None:
    """Writes the share card to the folder of the content, the icons to that of the assets."""
    story = read_content(ROOT / "content", ROOT).story
    icon = (ROOT / "docs" / "assets" / "favicon.svg").read_text("utf-8")
    card = (ROOT / "scripts" / "pictures" / "card.html").read_text("utf-8")
    card = card.replace("SITE", html.escape(story.name)).replace("BARS", _bars(story))
    card = card.replace("TITLE", html.escape(story.language.typeset(story.title)))
    square = f"<style>body{{margin:0}}svg{{display:block;width:100vw}}</style>{icon}"
    page = browser.new_page()
    page.set_default_timeout(0)  # a slow machine makes them too
    for path, size, shown in (
        (content / CARD, CARD_SIZE, card),
        (assets / "apple-touch-icon.png", (TOUCH_ICON, TOUCH_ICON), square),
        (assets / "favicon.ico", (ICON, ICON), square),
    ):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.set_content(shown)
        with Image.open(io.BytesIO(page.screenshot())) as picture:
            # Few colours, so a palette: a third of the weight.
            picture.convert("RGB").quantize(64).save(path, optimize=True, sizes=[(ICON, ICON)])
    page.close()


def _bars(story: Story) -> str:
    """The two amounts that the home page draws first, at the same scale, each with its kind."""
    first, second = story.amounts[:2]
    share = float(second.value / first.value)
    words = [
        html.escape(story.language.typeset(f"{capitalised(one.kind or '')} : {one.text}"))
        for one in (first, second)
    ]
    return (
        f'<rect width="100%" height="130"/><text x="72" y="80">{words[0]}</text>'
        f'<rect y="130" width="{share:.2%}" height="130"/>'
        f'<text x="{share:.2%}" dx="28" y="210">{words[1]}</text>'
    )


if __name__ == "__main__":
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        chromium = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS])
        make_pictures(chromium, ROOT / "content", ROOT / "docs" / "assets")
        chromium.close()
