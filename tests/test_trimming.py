"""The theme's stylesheet is cut during the build: nothing that a reader sees may change."""

from __future__ import annotations

import base64
import io
import shutil
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops

from browsing import pages_of, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

WIDTHS = (320, 375, 768, 1280, 1920)
NEUTRAL = {"media": "screen", "color_scheme": "light", "forced_colors": "none"}
MEDIA = (
    {"color_scheme": "light"},
    {"color_scheme": "dark"},
    {"forced_colors": "active"},
    {"media": "print"},
)


def _menu(page: Page) -> None:
    page.set_viewport_size({"width": 375, "height": 667})
    page.locator(".ouvre-menu").click()


def _search(page: Page) -> None:
    page.keyboard.press("s")
    page.keyboard.type("rachat")
    page.locator("#recherche li a").first.wait_for()
    # The caret blinks: no two pictures of it need be alike.
    page.locator("#recherche input").evaluate("field => { field.style.caretColor = 'transparent' }")


def _colours(page: Page) -> None:
    page.locator(".change-couleurs").click()
    page.locator(".change-couleurs").click()


# What a page looks like once a reader has done something.
STATES: dict[str, Callable[[Page], None]] = {
    "menu": _menu,
    "search": _search,
    "dark by choice": _colours,
    "focus on the skip link": lambda page: page.keyboard.press("Tab"),
    "focus in the text": lambda page: page.locator("article a").nth(3).focus(),
    "hovered link": lambda page: page.locator("article p a, article li a").first.hover(),
    "hovered title": lambda page: page.locator("article h1").hover(),
    "focused sign of a title": lambda page: page.locator(".headerlink").first.focus(),
    "note": lambda page: page.locator(".footnote-ref").first.click(),
    "back from a note": lambda page: page.locator(".footnote-backref").first.click(),
}


# What a page must have for that.
NEEDED = {
    "focused sign of a title": ".headerlink",
    "note": ".footnote-ref",
    "back from a note": ".footnote-backref",
}


@pytest.fixture(scope="module")
def whole(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same site with every rule of the theme's stylesheet."""
    folder = shutil.copytree(site, tmp_path_factory.mktemp("whole") / "site")
    themes = files("material") / "templates" / "assets" / "stylesheets"
    theme = next(
        f for f in themes.iterdir() if f.name.startswith("main.") and f.name.endswith(".css")
    )
    ours = (site.parent / "docs" / "assets" / "site.css").read_text("utf-8")
    (css,) = (folder / "assets").glob("site.*.css")
    css.write_text(theme.read_text("utf-8") + ours, "utf-8")
    with serving(folder) as url:
        yield url


def picture_of(page: Page, *, full_page: bool) -> bytes:
    """A picture of the page, or of what the screen shows, in haste: there are many.

    A whole page is taken at half its size, where even a line of one pixel leaves its trace.
    """
    options: dict[str, object] = {"optimizeForSpeed": True}
    if full_page:
        width, height = page.evaluate("[innerWidth, document.documentElement.scrollHeight]")
        clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 0.5}
        options |= {"captureBeyondViewport": True, "clip": clip}
    session = page.context.new_cdp_session(page)
    shot = session.send("Page.captureScreenshot", options)
    session.detach()
    return base64.b64decode(shot["data"])


def assert_alike(both: tuple[Page, Page], what: str, *, full_page: bool) -> None:
    """Asserts that two pages show the same pixels; says in which box they do not.

    A picture taken while the browser still paints is taken again: a rule that is lost stays lost.
    """
    for _ in range(3):
        one, other = (picture_of(page, full_page=full_page) for page in both)
        if one == other:
            return
    first, second = (Image.open(io.BytesIO(data)).convert("RGB") for data in (one, other))
    sizes = f"{first.size} and {second.size}"
    box = ImageChops.difference(first, second).getbbox()
    raise AssertionError(f"{what}: the pictures, {sizes}, differ in {box}")


@pytest.fixture(scope="module")
def both(browser: Browser) -> Iterator[tuple[Page, Page]]:
    """Two pages, one for each of the sites."""
    first, second = (browser.new_context(locale="fr-FR").new_page() for _ in range(2))
    yield first, second
    first.context.close()
    second.context.close()


@pytest.mark.parametrize("media", MEDIA, ids=lambda media: "-".join(media.values()))
def test_no_picture_changes(
    both: tuple[Page, Page], site: Path, address: str, whole: str, media: dict[str, str]
) -> None:
    """Every page, at five widths, light, dark, in forced colours and on paper: the same pixels."""
    for page in both:
        page.emulate_media(**NEUTRAL | media)  # type: ignore[arg-type]
    for name in pages_of(site):
        for page, url in zip(both, (address, whole), strict=True):
            page.goto(url + name)
        for width in WIDTHS:
            for page in both:
                page.set_viewport_size({"width": width, "height": 800})
            assert_alike(both, f"{name} {media} {width}", full_page=True)


@pytest.mark.parametrize("state", STATES)
def test_no_state_changes(
    both: tuple[Page, Page], site: Path, address: str, whole: str, state: str
) -> None:
    """What a reader does shows the same: menu, search, choices, focus, notes."""
    for name in pages_of(site):
        shown = False
        for page, url in zip(both, (address, whole), strict=True):
            page.emulate_media(**NEUTRAL)  # type: ignore[arg-type]
            page.set_viewport_size({"width": 1280, "height": 800})
            page.mouse.move(0, 0)
            page.goto(url + name)
            if shown := page.locator(NEEDED.get(state, "body")).count() > 0:
                STATES[state](page)
        if shown:
            assert_alike(both, f"{name} {state}", full_page=False)


def test_a_lost_rule_is_found(
    both: tuple[Page, Page], site: Path, address: str, tmp_path: Path
) -> None:
    """A stylesheet without one small rule of the theme gives other pictures: the gate bites."""
    folder = shutil.copytree(site, tmp_path / "site")
    (css,) = (folder / "assets").glob("site.*.css")
    text = css.read_text("utf-8")
    rule = ".md-typeset mark{"
    assert rule in text
    css.write_text(text.replace(rule, ".absent{"), "utf-8")
    with serving(folder) as url:
        for page, start in zip(both, (address, url), strict=True):
            page.emulate_media(**NEUTRAL)  # type: ignore[arg-type]
            page.goto(start + "echange/")
        with pytest.raises(AssertionError, match="differ"):
            assert_alike(both, "a lost rule", full_page=True)
