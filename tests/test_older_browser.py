"""A browser from before 2024, which lacks what the stylesheet is made with, shows the same words.

Chromium stands for it: each thing that it would not know gets a name that no browser knows, so that
the rules with it are dropped by the same rules of CSS and HTML as there.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from browsing import pages_of, serving
from conftest import style_of
from in_page import SIDEWAYS
from test_axe import OF_COLOURS, page, with_axe  # noqa: F401 - a fixture
from test_axe import faults_of as axe_faults_of
from test_layout import report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

# What stands in a stylesheet or in a page, and what an older browser takes it for.
UNKNOWN = {
    r"light-dark\(": "unknown(",
    r":has\(": ":unknown(",
    r":popover-open": ":unknown",
    r"(?<=[\s\"])popover(?=[\s>]|target)": "data-unknown",
    r"\.showPopover|\.togglePopover": ".unknown",
}

# The words and links that are to be seen, without the choices, which need `:has()`, what they say, and the two
# buttons that need popovers and pairs of colours.
SEEN = """() => {
    const path = link => new URL(link.getAttribute('href'), location).href.replace(location.origin, '')
    document.querySelectorAll('fieldset, .rien, .ouvre-menu, .change-couleurs').forEach(one => one.remove())
    const links = [...document.querySelectorAll('a[href]')].filter(one => one.checkVisibility())
    return [document.body.innerText.split(/\\s+/), links.map(path)]
}"""

# Drawn shapes that are as dark as the words on them.
BLOTS = """() => [...document.querySelectorAll('svg .boite, svg .fleche')]
    .map(one => getComputedStyle(one).fill)
    .filter(fill => fill === 'rgb(0, 0, 0)')"""


@pytest.fixture(scope="module")
def older(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site as an older browser understands it."""
    folder = shutil.copytree(site, tmp_path_factory.mktemp("older") / "site")
    for path in folder.rglob("*.html"):
        # A policy would refuse the styles of a page that are changed here.
        text = re.sub("<meta http-equiv[^>]*>", "", path.read_text("utf-8"))
        for known, unknown in UNKNOWN.items():
            text = re.sub(known, unknown, text)
        path.write_text(text, "utf-8")
    with serving(folder) as url:
        yield url


def test_what_is_taken_out_is_there(site: Path) -> None:
    """Each thing that an older browser lacks is used, or would not have to be taken out; nothing nested."""
    html = "".join((site / f"{name}.html").read_text("utf-8") for name in ("index", "chronologie"))
    for known in list(UNKNOWN)[:-1]:
        assert re.search(known, html), known
    assert not [one for one in site.glob("*.html") if "&" in style_of(one)]


@pytest.mark.parametrize("width", [375, 1280])
def test_every_word_and_link_is_there(
    page: Page,  # noqa: F811
    site: Path,
    address: str,
    older: str,
    width: int,
) -> None:
    """The words and links of a new browser are all shown, none outside the window."""
    faults: dict[str, list[str]] = {}
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark")
    for name in pages_of(site):
        page.goto(address + name)
        now = page.evaluate(SEEN)
        page.goto(older + name)
        faults[f"/{name} at {width} px"] = page.evaluate(SIDEWAYS) + page.evaluate(BLOTS)
        before = page.evaluate(SEEN)
        for what, shown, left in zip(("word", "link"), now, before, strict=True):
            missing = Counter(shown) - Counter(left)
            faults[f"/{name} at {width} px"] += [f"{what} not shown: {one}" for one in missing]
    assert not report(faults), report(faults)


def test_words_can_be_read(page: Page, site: Path, older: str) -> None:  # noqa: F811
    """Colours keep their contrast where the system is dark and the browser knows no pairs."""
    faults = {}
    for name in pages_of(site):
        with_axe(page, older + name, javascript=True)
        page.emulate_media(color_scheme="dark")
        faults[f"/{name}"] = axe_faults_of(page, OF_COLOURS)
    assert not report(faults), report(faults)
