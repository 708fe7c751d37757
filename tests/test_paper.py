"""On paper and from disk: nothing of the story is lost."""

from __future__ import annotations

import copy
import functools
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from browsing import pages_of
from conftest import content_of, soup_of
from paper import sheets_of, without_blanks

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from browsing import Visit


pytestmark = pytest.mark.browser

# What paper does not show: the interface, and words for those who listen.
HIDDEN = "nav, fieldset, svg, .lien, .lettres, .footnote [aria-label], .hors-vue"
CONTENT = ("", "chronologie.html", "echange.html", "qui-est-qui.html", "sources.html")


# The addresses of links, whole; those of a drawing have no `href` of text.
TARGETS = "all => all.map(one => new URL(one.getAttribute('href'), location).href)"


@pytest.fixture(scope="module")
def printed(readers: Callable[[bool], Visit], address: str) -> Callable[[str], list[str]]:
    """The function that prints a page, once each: the text of its sheets."""

    @functools.cache
    def print_page(name: str) -> list[str]:
        page = readers(True).page  # noqa: FBT003 - with scripts
        page.goto(address + name)
        return sheets_of(page.pdf(format="A4"))

    return print_page


@pytest.mark.parametrize("name", CONTENT)
def test_a_printed_page_holds_everything(
    printed: Callable[[str], list[str]], site: Path, name: str
) -> None:
    """Every title, paragraph, item, quotation, note and source address; no interface."""
    text = without_blanks("".join(printed(name)))
    soup = copy.copy(soup_of(site / (name or "index.html")))
    article = soup.find("article")
    assert article is not None
    for element in article.select(HIDDEN):
        element.decompose()
    addresses = {str(link["href"]) for link in article.select("a[href^=http]")}
    for link in article.select("a[href^=http]"):
        link.append(f" ({link['href']})")
    parts = article.select("h1, h2, h3, p, dt, dd, li:not(:has(p, h3)), figcaption")
    assert len(parts) > 15
    for part in parts:
        assert without_blanks(part.get_text()) in text, part.get_text()
    for shown in addresses:
        assert without_blanks(shown) in text
    for interface in ("Menu", "Sommaire", "Pagesuivante", "Couleurs", "Échelle"):
        assert interface not in text


def test_the_story_is_a_small_newspaper(printed: Callable[[str], list[str]]) -> None:
    """Four to six sheets; the two sums that make the point, and both voices, on the first."""
    sheets = [without_blanks(sheet) for sheet in printed("")]
    assert 4 <= len(sheets) <= 6
    for words in ("97,4milliardsdedollars", "÷10=9,74", "«Nonmerci", "«Escroc.»"):
        assert words in sheets[0]


def test_the_printed_timeline_shows_every_event(page: Page, address: str) -> None:
    """A theme that was chosen on the screen hides nothing on paper."""
    page.goto(address + "chronologie.html")
    page.locator("label", has_text="Litige").click()
    text = without_blanks("".join(sheets_of(page.pdf(format="A4"))))
    story = content_of().story
    for event in story.events:
        assert without_blanks(story.language.typeset(event.title)) in text


def test_pages_break_where_they_should(printed: Callable[[str], list[str]], site: Path) -> None:
    """No title stands alone at the foot of a sheet."""
    soup = copy.copy(soup_of(site / "chronologie.html"))
    for apart in soup.select(".quand, .hors-vue"):
        apart.decompose()
    titles = [without_blanks(title.get_text()) for title in soup.select("article :is(h2, h3)")]
    sheets = [without_blanks(sheet) for sheet in printed("chronologie.html")]
    assert len(sheets) > 3
    assert [title for title in titles if title not in "".join(sheets)] == []
    for sheet in sheets[:-1]:
        assert not sheet.endswith(tuple(titles)), sheet[-200:]


def test_the_site_is_read_from_disk(visit: Visit, site: Path) -> None:
    """Every link between pages opens its page, at its place, from the folder itself."""
    page = visit.page
    start = site.as_uri()
    for name in pages_of(site):
        if name == "404.html":  # a server's answer: its addresses are those of the server
            continue
        page.goto(f"{start}/{name or 'index.html'}")
        assert page.locator("h1").is_visible()
        paper = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
        assert paper == "rgb(255, 253, 248)"  # the stylesheet is there
        for address in page.locator("a[href]").evaluate_all(TARGETS):
            if address.startswith("file:"):
                path, _, anchor = address.removeprefix("file://").partition("#")
                target = Path(unquote(path))
                assert target.is_file(), (name, address)
                assert not anchor or f'id="{unquote(anchor)}"' in target.read_text("utf-8"), address
    page.goto(f"{start}/index.html")
    page.locator(".pied a", has_text="Chronologie").last.click()
    assert page.url.endswith("chronologie.html")
    page.locator(".nom").click()
    assert page.url == f"{start}/index.html"


def test_the_search_works_from_disk(page: Page, site: Path) -> None:
    """One file holds all that the search needs, so that it needs no server."""
    page.goto(f"{site.as_uri()}/echange.html")
    page.locator(".ouvre-recherche").press("Enter")
    page.keyboard.type("boucle rachat")
    page.locator("#recherche li a").first.click()
    page.wait_for_url("**/chronologie.html#rachat-twitter")
