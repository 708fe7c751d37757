"""The theme's stylesheet is cut during the build: nothing that a reader sees may change.

Proved with the browser's own reading of both sheets: what stays is as it was and in its order, and
what went means no element of any page, in whatever state, size or colours: no picture can differ.
"""

from __future__ import annotations

import re
import shutil
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

import pytest

from browsing import open_page, pages_of, serving
from by_hand import BY_HAND, write_page
from conftest import build_site, copy_project, soup_of, style_of
from publication.published_files import beside_marks
from publication.source_files import KINDS, look_of, read_parts

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

# A sheet as the browser understands it, flat and in order: the conditions around each rule, one of
# its selectors, and what it declares. Each custom property stands apart: it may go alone.
READ = """text => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    const found = []
    const plain = text => text.replace(/\\s+/g, ' ').replace(/ ?([,>/]) ?/g, '$1').trim()
    const selectors = list => {
        let depth = 0
        const marked = [...list].map(char => {
            depth += {'(': 1, ')': -1}[char] ?? 0
            return char === ',' && !depth ? '\\n' : char
        })
        return marked.join('').split('\\n').map(plain)
    }
    const read = (rules, condition) => {
        for (const rule of rules) {
            if (rule instanceof CSSStyleRule) {
                const own = [...rule.style].filter(name => name.startsWith('--'))
                const declared = own.map(name => plain(`${name}:${rule.style.getPropertyValue(name)}`))
                own.forEach(name => rule.style.removeProperty(name))
                if (rule.style.cssText) declared.push(plain(rule.style.cssText))
                for (const selector of selectors(rule.selectorText))
                    found.push(...declared.map(each => [condition, selector, each]))
            } else if (rule instanceof CSSMediaRule || rule instanceof CSSSupportsRule)
                read(rule.cssRules, `${condition} ${plain(rule.cssText.split('{')[0])}`)
            else
                found.push([condition, '', rule.cssText])
        }
    }
    read(sheet.cssRules, '')
    return found
}"""

# The selectors that mean some element of the page, whatever a reader does: states and parts that
# are no elements are left out, and so is what `:not()` would spare.
MEANT = """selectors => selectors.filter(selector => {
    let asked = selector
    for (let before = null; before !== asked; )
        [before, asked] = [asked, asked.replace(/:not\\((?:[^()]|\\([^()]*\\))*\\)/g, ':is(*)')]
    asked = asked
        .replace(/::[\\w-]+(\\([^)]*\\))?/g, ':is(*)')
        .replace(/:(hover|focus(-\\w+)?|active|target|checked|indeterminate|disabled|enabled|invalid|valid|placeholder-shown|popover-open|open|modal|autofill|visited|fullscreen|-webkit-[\\w-]+)(?![\\w-])/g, ':is(*)')
        .replace(/\\[(open|hidden|checked|disabled|data-theme)[^\\]]*\\]/g, ':is(*)')
    return document.querySelector(asked)
})"""


class Declared(NamedTuple):
    """What a stylesheet declares: the conditions, one selector, the declarations or one property."""

    condition: str
    selector: str
    declarations: str


def _search(page: Page) -> None:
    page.locator(".ouvre-recherche").click()
    page.keyboard.type("rachat")
    page.locator("#recherche li a").first.wait_for()


def _colours(page: Page) -> None:
    page.locator(".change-couleurs[title=Couleurs]").click()
    page.locator(".change-couleurs:not([title=Couleurs])").click()


@pytest.fixture(scope="module")
def by_hand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with a page by hand, for which there is the theme."""
    project = copy_project(tmp_path_factory.mktemp("hand") / "project")
    write_page(project)
    return build_site(project)


def test_pages_that_are_made_need_no_theme(site: Path, by_hand: Path) -> None:
    """Without a page by hand, no rule of the theme is sent, and no page has its class."""
    assert "--md-" in style_of(by_hand / BY_HAND)
    made = [page for page in by_hand.rglob("*.html") if page.name != BY_HAND]
    assert not [page for page in (*site.rglob("*.html"), *made) if "md-" in style_of(page)]


def kind_of(page: Path) -> str:
    """The kind of a built page."""
    return str(soup_of(page).select("article")[0]["class"][-1])


def sheets_of(site: Path, name: str) -> tuple[str, str]:
    """The look of a page, and the same with every rule that it is cut from."""
    kind = kind_of(site / name)
    alike = [page for page in site.rglob("*.html") if KINDS[kind_of(page)] == KINDS[kind]]
    ids = [str(one["id"]) for page in alike for one in soup_of(page).select("[id]")]
    ours = "\n".join((*look_of(kind, read_parts(site.parent / "docs")), beside_marks(ids)))
    themes = files("material") / "templates" / "assets" / "stylesheets"
    theme = next(
        f for f in themes.iterdir() if f.name.startswith("main.") and f.name.endswith(".css")
    )
    return style_of(site / name), (theme.read_text("utf-8") if kind == "md-typeset" else "") + ours


def copy_with(site: Path, scratch: Path, name: str, sheet: str) -> Path:
    """The site with another look of a page, copied aside; a policy would refuse it."""
    folder = shutil.copytree(site, scratch / "site")
    text = (folder / name).read_text("utf-8").replace(style_of(folder / name), sheet)
    (folder / name).write_text(re.sub("<meta http-equiv[^>]*>", "", text), "utf-8")
    return folder


def dropped(page: Page, trimmed: str, whole: str) -> list[Declared]:
    """What is in the whole sheet only; asserts that the rest is the same, in the same order."""
    kept, every = (
        [Declared(*each) for each in page.evaluate(READ, css)] for css in (trimmed, whole)
    )
    gone = []
    rest = iter(kept)
    expected = next(rest, None)
    for each in every:
        if each == expected:
            expected = next(rest, None)
        else:
            gone.append(each)
    assert expected is None, f"not in the whole sheet, or not in this place: {expected}"
    return gone


def lost(page: Page, gone: list[Declared], trimmed: str) -> list[str]:
    """What went of the stylesheet and yet means something on the page that is open."""
    meant = set(page.evaluate(MEANT, sorted({each.selector for each in gone if each.selector})))
    html = page.content()
    return [
        str(each)
        for each in gone
        if each.selector in meant and not is_unused(each.declarations, trimmed + html)
    ]


def is_unused(declaration: str, everything: str) -> bool:
    """Whether this is a custom property that nothing asks for."""
    name = declaration.partition(":")[0]
    return name.startswith("--") and f"var({name}" not in everything


def test_what_went_means_nothing(page: Page, by_hand: Path) -> None:
    """Each rule that is dropped means no element, with scripts, with results found, or without."""
    faults, every = [], []
    with serving(by_hand) as address:
        for name in pages_of(by_hand):
            sheets = sheets_of(by_hand, name or "index.html")
            gone = dropped(page, *sheets)
            every += gone
            for javascript in (False, True):
                open_page(page, address + name, javascript=javascript)
                if javascript:
                    _colours(page)
                    _search(page)
                faults += [f"/{name}: {rule}" for rule in lost(page, gone, sheets[0])]
    assert not faults, "\n".join(faults)
    assert len(every) > 1_000
    others = [each.declarations for each in every if not each.selector]
    for rule in others:
        name = rule.removeprefix("@keyframes ").partition(" ")[0]
        assert rule.startswith("@keyframes "), rule
        assert not re.search(rf"animation[^;}}]*\b{name}\b", style_of(by_hand / BY_HAND)), rule


def test_a_page_by_hand_is_styled(page: Page, by_hand: Path) -> None:
    """What Markdown makes and no generated page has keeps all rules that the theme has for it."""
    with serving(by_hand) as url:
        page.goto(url + BY_HAND)
        for selector in ("table", "pre > code", ".admonition", "img[alt]", "blockquote", "hr"):
            assert page.locator(f"article {selector}").count(), selector
        background = "note => getComputedStyle(note).boxShadow"
        assert page.locator(".admonition").evaluate(background) != "none"


def test_a_lost_rule_is_found(page: Page, by_hand: Path, tmp_path: Path) -> None:
    """A stylesheet without one small rule of the theme is reported."""
    sheets = sheets_of(by_hand, BY_HAND)
    rule = ".md-typeset hr{"
    start = sheets[0].index(rule)
    spoiled = sheets[0][:start] + sheets[0][sheets[0].index("}", start) + 1 :]
    with serving(copy_with(by_hand, tmp_path, BY_HAND, spoiled)) as url:
        page.goto(url + BY_HAND)
        faults = lost(page, dropped(page, spoiled, sheets[1]), spoiled)
    assert faults
    assert all("selector='.md-typeset hr'" in fault for fault in faults)
