"""Nothing that axe-core can find keeps a reader out, whatever the screen, the colours, the scripts."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browsing import named_pages, new_context, open_page, pages_of
from conftest import style_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    from browsing import Visit

pytestmark = pytest.mark.browser

AXE = Path(__file__).parent / "tools" / "node_modules" / "axe-core" / "axe.min.js"
WIDTHS = (320, 375, 768, 1280)
COLOURS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced colours": {"color_scheme": "light", "forced_colors": "active"},
}
# WCAG 2.0 to 2.2 at levels A and AA, of AAA the contrast alone, and best practices.
OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    # The AAA contrast asks for more than the AA one, of the same text.
    "rules": {"color-contrast-enhanced": {"enabled": True}, "color-contrast": {"enabled": False}},
    "reporter": "no-passes",
    "preload": False,
}
# What can change where only colours do.
OF_COLOURS = OPTIONS | {
    "runOnly": {"type": "rule", "values": ["color-contrast-enhanced", "link-in-text-block"]}
}
# Each element at fault with its rule and the reason; what went wrong, if axe itself did.
RUN = """options => {
    window.found = null
    const told = rule => rule.nodes.map(node => [
        rule.id, node.target.join(' '), node.html.slice(0, 120),
        [...node.any, ...node.all, ...node.none].map(check => check.message).join('; '),
    ].join(': '))
    axe.run(document, options).then(
        results => { window.found = results.violations.flatMap(told) },
        error => { window.found = [`axe: ${error}`] })
}"""


def with_axe(page: Page, url: str, *, javascript: bool) -> None:
    """Opens a page as a reader with scripts or without, then lets axe itself be a script."""
    page.emulate_media(**COLOURS["light"])
    page.set_viewport_size({"width": WIDTHS[-1], "height": 800})
    open_page(page, url, javascript=javascript)
    page.evaluate(AXE.read_text("utf-8"))


def faults_of(page: Page, options: dict[str, Any] = OPTIONS) -> list[str]:
    """What axe finds in a page as it is, one line for each element."""
    page.evaluate(RUN, options)
    found = page.wait_for_function("window.found", polling=10)
    return list(found.json_value())


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page whose policy lets tests wait for axe."""
    context = new_context(browser, locale="fr-FR", reduced_motion="reduce", bypass_csp=True)
    yield context.new_page()
    context.close()


def test_every_page_is_tried(site: Path) -> None:
    """The pages below, named before there is a site, are those of the site."""
    assert named_pages() == pages_of(site)


@pytest.mark.parametrize("name", named_pages(), ids=lambda name: name.strip("/") or "home")
def test_no_violation(page: Page, address: str, name: str) -> None:
    """Every page is without violation at four widths, light, dark and in forced colours.

    With scripts: without them it is the same page, less one button, as the next test asserts.
    """
    with_axe(page, address + name, javascript=True)
    faults = []
    for colours, media in COLOURS.items():
        page.emulate_media(**media)
        options = OPTIONS if colours == "light" else OF_COLOURS
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            found = faults_of(page, options)
            faults += [f"/{name}, {colours}, {width} px: {fault}" for fault in found]
    assert not faults, "\n" + "\n".join(faults)


# What a page holds, but for what the script changes: the state that the head's script takes off or keeps,
# the buttons that only a script serves.
HELD = """() => {
    const root = document.documentElement.cloneNode(true)
    root.className = ''
    root.removeAttribute('data-theme')
    root.querySelectorAll('.change-couleurs, .citation + button, [rel=expect]').forEach(one => one.remove())
    return root.outerHTML
}"""


def test_without_scripts_it_is_the_same_page(
    page: Page, readers: Callable[[bool], Visit], site: Path, address: str
) -> None:
    """Without scripts a page differs by the buttons for them, hidden there; axe reads the real one."""
    plain = readers(False).page  # noqa: FBT003
    for name in named_pages():
        plain.goto(address + name)
        open_page(page, address + name, javascript=False)
        assert page.content() == plain.content(), f"/{name}"
        assert re.search("<html[^>]* class=.no-js.", plain.content()), f"/{name}"
        served = page.locator(".change-couleurs, .citation + button")
        assert not served.filter(visible=True).count(), f"/{name}"
        assert page.locator(".ouvre-menu").count() == 1
        without = page.evaluate(HELD)
        page.goto(address + name)
        assert page.locator(".change-couleurs").is_visible(), f"/{name}"
        assert page.evaluate(HELD) == without, f"/{name}"
        assert re.findall(
            r"[^{}]*\.no-js[^{}]*{[^}]*}", style_of(site / (name or "index.html"))
        ) == [".no-js button:not(.ouvre-menu){display:none}"]


# A fault for each group of rules that the gate has to look at.
SPOIL = """() => {
    document.documentElement.removeAttribute('lang')
    document.querySelector('main').insertAdjacentHTML('beforeend',
        `<img src="x.png"><p id="pale">Pâle</p><div id="small"><a href="#a">1</a><a href="#b">2</a></div>`)
    for (const link of document.querySelectorAll('#small a'))
        Object.assign(link.style, {display: 'inline-block', width: '9px', height: '9px'})
    Object.assign(document.getElementById('pale').style, {color: '#666', background: '#fff'})
}"""


def test_violations_are_found(page: Page, address: str, javascript: bool) -> None:  # noqa: FBT001 - a fixture
    """A page that is spoiled on purpose is reported: the gate bites."""
    with_axe(page, address, javascript=javascript)
    page.evaluate(SPOIL)
    found = {fault.split(": ")[0] for fault in faults_of(page)}
    assert {"html-has-lang", "image-alt", "color-contrast-enhanced", "target-size"} <= found
