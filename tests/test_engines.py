"""What is promised in Chromium holds in Firefox and WebKit too: a short list, the same for both."""

from __future__ import annotations

import copy
import os
import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest

from browsing import pages_of, serving
from conftest import soup_of
from engines import LAUNCHERS, Engine, Refused, missing
from in_page import COMMON, SIDEWAYS, THERE_AND_BACK
from paper import sheets_of, without_blanks
from waiting import wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.browser

CONTENT = ("", "chronologie.html", "echange.html", "qui-est-qui.html", "sources.html")

PAPER = {"light": "rgb(255, 253, 248)", "dark": "rgb(23, 22, 20)"}

# Put before the policy and the scripts of a page; the window remembers from page to page.
WATCH = """<script>(() => {
    const tell = what => {
        sessionStorage.said = `${sessionStorage.said ?? ""}${location.pathname}: ${what}\\n`
    }
    addEventListener("error", event => tell(event.message ?? event.target.outerHTML), true)
    addEventListener("unhandledrejection", event => tell(event.reason))
    addEventListener("securitypolicyviolation", event => tell(event.violatedDirective))
    for (const kind of ["error", "warn"]) console[kind] = (...all) => tell(all.join(" "))
})()</script>"""

HELPERS = f"""
    {COMMON}
    const one = selector => document.querySelector(selector)
    const paper = () => getComputedStyle(document.body).backgroundColor
"""

# What one engine or the other once did not show at 1280 px.
MARKED = """[...document.querySelectorAll("#menu [aria-current]")]
    .every(it => getComputedStyle(it).textDecorationLine === "underline")"""
BESIDE = """[...document.querySelectorAll("h3 .quand")].every(it => Math.abs(
    it.getBoundingClientRect().top - it.closest("h3").getBoundingClientRect().top) < 8)"""
# Where an engine places notes beside their marks, it does so for all, and lays none over another;
# elsewhere all are in a list.
PLACED = """[...document.querySelectorAll('.footnote li[id^="fn:p"]')].every((note, index, all) => {
    const far = it => getComputedStyle(it).position === "absolute"
    const before = all[index - 1]?.getBoundingClientRect().bottom ?? 0
    const mark = one(`sup > [href="#${note.id}"]:not(.encore)`)
    return far(note) === far(all[0]) && (!far(note) ||
        note.getBoundingClientRect().left >= mark.getBoundingClientRect().right &&
        note.getBoundingClientRect().top + 1 > before)
})"""


@pytest.fixture(scope="session")
def watched(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, whose pages remember what went wrong in them."""
    copied = shutil.copytree(site, tmp_path_factory.mktemp("watched") / "site")
    for page in copied.rglob("*.html"):
        html = page.read_text("utf-8")
        assert html.count("<head>") == 1
        page.write_text(html.replace("<head>", f"<head>{WATCH}"), "utf-8")
    with serving(copied) as address:
        yield address


class Reader(NamedTuple):
    """Someone who uses the site with an engine, and notes what does not hold."""

    name: str  # of the engine
    colours: str  # of the system
    engine: Engine
    address: str
    faults: list[str]

    def go(self, page: str) -> None:
        """Loads a page of the site."""
        self.engine.go(self.address + page)

    def press(self, *keys: str) -> None:
        """Presses a key after another."""
        for key in keys:
            self.engine.press(key)

    def resize(self, width: int) -> None:
        """Gives the window a width, and waits until it has it."""
        self.engine.resize(width, 800)
        self.wait("the width of the window", f"innerWidth === {width}")

    def note(self, page: str, promise: str, faults: list[str]) -> None:
        """Keeps the faults that a page has."""
        where = f"{self.name}, {self.colours}, /{page}: {promise}"
        self.faults.extend(f"{where}: {fault}" for fault in faults)

    def is_so(self, condition: str) -> bool:
        """Whether a condition holds in the page, be it on its way."""
        try:
            return bool(self.engine.evaluate(f"() => {{ {HELPERS} return Boolean({condition}) }}"))
        except Refused:
            return False

    def expect(self, page: str, promise: str, condition: str) -> None:
        """Notes a condition that does not hold in the page that is loaded."""
        if not self.is_so(condition):
            self.note(page, promise, [condition])

    def focus(self, selector: str) -> None:
        """Gives an element the focus."""
        self.engine.evaluate(f"() => document.querySelector('{selector}').focus()")

    def wait(self, promise: str, condition: str) -> None:
        """Waits until a page is loaded, whole, and a condition holds in it."""
        loaded = f"document.readyState === 'complete' && {condition}"
        wait_for(lambda: self.is_so(loaded), lambda: f"{self.name}: {promise}: {condition}")


@pytest.fixture(
    scope="session",
    params=[(name, colours) for name in LAUNCHERS for colours in PAPER],
    ids="-".join,
)
def reader(
    request: pytest.FixtureRequest, watched: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Reader]:
    """An engine on a system with light or dark colours. The light one tries all promises."""
    name, colours = request.param
    if absent := missing(name):
        told = f"{name} is not tried here: there is no {', no '.join(absent)}"
        if name == "firefox" and os.environ.get("CI"):
            pytest.fail(told)
        pytest.skip(told)
    with LAUNCHERS[name](colours, tmp_path_factory.mktemp(name)) as engine:
        yield Reader(name, colours, engine, watched, [])


@pytest.fixture
def faults(reader: Reader) -> Iterator[None]:
    """Asserts at the end that nothing was noted, nor said by a page."""
    reader.faults.clear()
    reader.go("")
    reader.engine.evaluate("() => { sessionStorage.clear(); localStorage.clear() }")
    yield
    said = reader.engine.evaluate("() => (sessionStorage.said ?? '').split('\\n').filter(Boolean)")
    reader.note("", "no page says anything", said)
    assert not reader.faults, "\n".join(reader.faults)


@pytest.mark.usefixtures("faults")
def test_every_page_is_whole(reader: Reader, site: Path) -> None:
    """On a phone and on a desk, in the colours of the system, all of a page lies in the window."""
    for page in pages_of(site):
        reader.go(page)
        reader.expect(page, "the colours of the system", f"paper() === '{PAPER[reader.colours]}'")
        for width in (320, 1280):
            reader.resize(width)
            reader.note(page, f"all in {width} px", reader.engine.evaluate(SIDEWAYS))
        reader.expect(page, "the page is marked in the menu", MARKED)
        reader.expect(page, "each date is beside its title", BESIDE)
        reader.expect(page, "each note is beside its mark, or in a list", PLACED)


light = pytest.mark.parametrize(
    "reader", [(name, "light") for name in LAUNCHERS], ids="-".join, indirect=True
)


@light
@pytest.mark.usefixtures("faults")
def test_all_can_be_used(reader: Reader) -> None:
    """Marks and their notes; the choices of the timeline; menu, search, and colours."""
    follow_marks(reader)
    choose(reader)
    open_menu(reader)
    search(reader)
    change_colours(reader)


def follow_marks(reader: Reader) -> None:
    """Each mark leads to its note, and back."""
    reader.resize(375)
    for page in CONTENT[:3]:
        reader.go(page)
        reader.note(page, "marks and notes", reader.engine.evaluate(THERE_AND_BACK))


def choose(reader: Reader) -> None:
    """A theme, by click and by arrow; a page that is loaded again is as it was made."""
    all_events = "[...document.querySelectorAll('.annees ol > li:has(> h3)')]"
    reader.go("chronologie.html")
    shown = f"{all_events}.every(it => isShown(it) === !!it.querySelector('h3.theme-THEME'))"
    reader.engine.click("label:has(#theme-1)")
    reader.wait("a click on a theme", shown.replace("THEME", "1"))
    reader.focus("#theme-1")
    reader.press("ArrowRight")
    reader.wait("an arrow to the next theme", shown.replace("THEME", "2"))
    reader.press("Enter")  # sends no form
    reader.engine.evaluate("() => { window.isOld = true; location.reload() }")
    reader.wait("a reload", "!window.isOld && one('.pied')")
    reader.wait("every event after a reload", f"{all_events}.every(isShown)")


def open_menu(reader: Reader) -> None:
    """By click and by key; what it holds leads to its page."""
    reader.go("")
    reader.wait("menu closed", "!isShown(one('#menu'))")
    reader.engine.click(".ouvre-menu")
    reader.wait("menu opened by click", "isShown(one('#menu'))")
    reader.press("Escape")
    reader.wait("menu closed by Escape", "!isShown(one('#menu'))")
    reader.focus(".ouvre-menu")
    reader.press("Enter")
    reader.wait("menu opened by Enter", "isShown(one('#menu'))")
    reader.engine.click("#menu a[href*=echange]")
    reader.wait("the menu leads to a page", "location.pathname === '/echange.html'")


def search(reader: Reader) -> None:
    """Enter on its link opens it; a word finds its passage, and Enter goes there."""
    reader.go("echange.html")
    reader.focus(".ouvre-recherche")
    reader.press("Enter")
    reader.wait("search opened by Enter", "isShown(one('#recherche'))")
    reader.press(*"boucle")
    reader.wait("search finds", "one('#recherche li a')")
    reader.press("Escape")
    reader.wait("search closed by Escape", "!isShown(one('#recherche'))")
    reader.engine.click(".ouvre-recherche")
    reader.wait("search opened by click", "isShown(one('#recherche'))")
    reader.press("ArrowDown", "Enter")
    reader.wait("a result opens", "location.hash === '#rachat-twitter'")


def change_colours(reader: Reader) -> None:
    """Each press is seen: dark, which a page that is loaded again keeps, then the system's."""
    reader.go("")
    reader.engine.click(".change-couleurs")
    reader.wait("dark colours", f"localStorage.couleurs && paper() === '{PAPER['dark']}'")
    reader.go("chronologie.html")
    reader.wait("dark colours kept", f"paper() === '{PAPER['dark']}'")
    reader.engine.click(".change-couleurs")
    reader.wait("colours of the system", f"!localStorage.length && paper() === '{PAPER['light']}'")


@light
@pytest.mark.usefixtures("faults")
def test_printed_pages_hold_their_notes(reader: Reader, site: Path) -> None:
    """Every note of every page is on paper."""
    for page in CONTENT:
        reader.go(page)
        try:
            printed = reader.engine.printed()
        except Refused as refusal:
            if "Unknown command" not in str(refusal):
                raise
            pytest.skip(f"{reader.name} does not print here: its driver knows no such command")
        paper = without_blanks("".join(sheets_of(printed)))
        notes = copy.copy(soup_of(site / (page or "index.html"))).select(".footnote p")
        assert notes
        for note in notes:
            for back in note.select("[aria-label]"):
                back.decompose()
        texts = [note.get_text() for note in notes]
        reader.note(page, "on paper", [text for text in texts if without_blanks(text) not in paper])
