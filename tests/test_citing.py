"""How to cite: every page, event and statement has its sentence, with scripts, without, on paper."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from bs4 import BeautifulSoup
from citeproc import Citation as CiteprocCitation
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from browsing import CITING, new_context, pages_of
from conftest import PUBLISHED, content_of, soup_of
from paper import end_of, sheets_of, without_blanks
from story.content_folder import read_content
from story.exports.addresses import PLACEHOLDER, Addresses
from story.pages.anchors import anchors_of
from story.reading.body import inner_marks, squeeze

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bs4 import Tag
    from playwright.sync_api import Browser, BrowserContext, Page

    from browsing import Visit

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "tests" / "fixtures"
FOLDERS = [
    ROOT / "content",
    *sorted((FIXTURES / "stories").iterdir()),
    *sorted((FIXTURES / "golden").iterdir()),
]
TELLING = ("index", "chronologie", "echange", "qui-est-qui", "sources")


def sentence_of(entry: Tag) -> str:
    """What an entry, or a foot, gives to copy."""
    (sentence,) = entry.select(".citation")
    return sentence.get_text()


def address_in(sentence: str) -> str:
    """The address that a sentence ends with."""
    return sentence.rpartition(", ")[2]


def item_of(entry: Tag) -> dict[str, Any]:
    """The reference folded under an entry."""
    (code,) = entry.select("details > code")
    (item,) = json.loads(code.get_text())
    found: dict[str, Any] = item
    return found


@pytest.mark.parametrize("site", [PUBLISHED, ""])
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_each_entry_says_the_same_twice(folder: Path, site: str) -> None:
    """A sentence and CSL-JSON with one address, which is a page or an anchor of any story."""
    pages = read_content(folder, folder, addresses=Addresses(site=site)).pages
    (markdown,) = [page.markdown for page in pages if page.name == "citer.md"]
    entries = BeautifulSoup(markdown, "html5lib").select("li")
    items = [item_of(entry) for entry in entries]
    start = site or PLACEHOLDER
    places = {f"{start}{anchor}" for anchor in anchors_of(pages)}
    places |= {f"{start}{page.name.replace('.md', '.html')}" for page in pages}
    addresses = [address_in(sentence_of(entry)) for entry in entries]
    assert len(set(addresses)) == len(addresses) > len(TELLING)
    assert set(addresses) <= places
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        bibliography.register(CiteprocCitation([CitationItem(item["id"])]))
    lines = [str(line) for line in bibliography.bibliography()]
    for entry, item, address, line in zip(entries, items, addresses, lines, strict=True):
        assert item["id"] == item["URL"] == address
        assert address in line
        (way,) = entry.select("a")
        assert f"{start}{way['href']}" == address == way.get_text()
        for words in (item["title"], item.get("abstract", "")):
            # The sentence gives the marks of a quotation their inner form.
            assert squeeze(inner_marks(words.removesuffix("."))) in squeeze(sentence_of(entry))


def test_no_reference_is_called_by_an_insult() -> None:
    """A word of one person about another may be in what is cited, with who said it; in no title."""
    pages = content_of().pages
    (markdown,) = [page.markdown for page in pages if page.name == "citer.md"]
    entries = BeautifulSoup(markdown, "html5lib").select("li")
    for entry in entries:
        assert "scroc" not in item_of(entry)["title"]
        if "scroc" in sentence_of(entry):
            assert "Musk" in sentence_of(entry)


@pytest.mark.slow
def test_all_that_has_an_address_of_its_own_has_an_entry(published_site: Path) -> None:
    """Each statement, event, person and word of the pages, with the words that stand there."""
    citing = soup_of(published_site / CITING)
    entries = {address_in(sentence_of(one)): one for one in citing.select("article > ul > li")}
    for page in TELLING:
        soup = soup_of(published_site / f"{page}.html")
        assert f"{PUBLISHED}{page}.html" in entries
        marks = soup.select("article sup[id]:not([id^='fnref'])")
        titles = soup.select(".annees h3[id], .qui .fiches [id]:is(h3, h4), h3[id^='terme-']")
        assert len(marks) + len(titles) > 5
        for element in (*marks, *titles):
            entry = entries[f"{PUBLISHED}{page}.html#{element['id']}"]
            (place,) = entry.select("[id]")
            assert place["id"] == f"page-{page}-{element['id']}"
            before = element.find_previous_sibling("span") if element.name == "sup" else element
            if before is not None and page != "index" and element.name != "sup":
                assert squeeze(inner_marks(before.get_text())) in squeeze(sentence_of(entry))
    for name in pages_of(published_site):
        if name not in (CITING, "404.html"):
            assert PUBLISHED + (name or "index.html") in entries


@pytest.mark.slow
def test_it_is_found_by_who_cites_alone(published_site: Path) -> None:
    """It repeats the other pages: neither the search nor those of others list it."""
    assert "citer.html" not in (published_site / "assets" / "recherche.js").read_text("utf-8")
    assert "citer.html" not in (published_site / "sitemap.xml").read_text("utf-8")
    assert not soup_of(published_site / "index.html").select("#menu a[href^=citer]")
    assert soup_of(published_site / "donnees.html").select("article a[href='citer.html']")


@pytest.mark.slow
def test_each_foot_cites_its_page(published_site: Path, updated: str) -> None:
    """Title, site, day, address; and the way to the sentences of that page."""
    citing = soup_of(published_site / CITING)
    for name in pages_of(published_site):
        soup = soup_of(published_site / (name or "index.html"))
        if name == "404.html":
            assert not soup.select(".citation")
            continue
        (foot,) = soup.select(".pied")
        (title,) = soup.select("h1")
        sentence = squeeze(sentence_of(foot))
        assert sentence.startswith(f"« {squeeze(title.get_text())} », ")
        assert f"mis à jour le {updated}" in sentence
        assert sentence.endswith(PUBLISHED + (name or "index.html"))
        (way,) = foot.select(".citation ~ a")
        page, _, id_ = str(way["href"]).partition("#")
        assert page == CITING
        if name != CITING:
            (place,) = citing.select(f"h2[id='{id_}']")
            (first, *_) = place.find_next_sibling("ul").select("li")  # type: ignore[union-attr]
            assert squeeze(sentence_of(first)) == sentence


# What an opened note leads to, of each mark of a page that one leads from.
WAYS = """() => [...document.querySelectorAll("sup > a")].map(mark => {
    mark.click()
    const note = document.getElementById(decodeURIComponent(mark.hash.slice(1)))
    const own = mark.parentElement.id
    return [own.startsWith("fnref") ? "" : own, note.querySelector("a[href*='citer.html']")?.href ?? ""]
})"""


@pytest.fixture
def copying(browser: Browser) -> Iterator[BrowserContext]:
    """A reader on a phone whose browser lets pages write to the clipboard, and tests read it."""
    permissions = ["clipboard-read", "clipboard-write"]
    size = {"width": 375, "height": 667}
    context = new_context(browser, locale="fr-FR", permissions=permissions, viewport=size)
    yield context
    context.close()


@pytest.mark.browser
def test_a_sentence_is_cited_in_two_steps(copying: BrowserContext, address: str) -> None:
    """Its mark, then the way in its note: the sentence is there, and one button copies it."""
    page = copying.new_page()
    page.goto(address)
    mark = page.locator(".chapitre sup[id]:not([id^=fnref]) a").nth(1)
    id_ = mark.locator("..").get_attribute("id")
    mark.click()
    page.locator(".footnote li:target").get_by_role("link", name="Citer", exact=True).click()
    assert page.url == f"{address}{CITING}#page-index-{id_}"
    sentence = page.locator(".citation:target")
    sentence.wait_for()
    button = page.locator(".citation:target + button")
    button.click()
    page.wait_for_function("document.querySelector(':target + button').textContent === 'Copié'")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == sentence.inner_text()
    assert copied.endswith(f"{PLACEHOLDER}index.html#{id_}")


@pytest.mark.browser
def test_an_event_is_cited_from_its_title(copying: BrowserContext, address: str) -> None:
    """The title leads to itself, and then to its sentence."""
    page = copying.new_page()
    page.goto(address + "chronologie.html")
    title = page.locator(".annees h3 a").nth(2)
    id_ = title.locator("..").get_attribute("id")
    title.click()
    page.locator("h3:target").get_by_role("link", name="Citer", exact=True).click()
    assert page.url == f"{address}{CITING}#page-chronologie-{id_}"
    page.locator(".citation:target").wait_for()


@pytest.mark.browser
def test_the_foot_copies_the_sentence_of_its_page(copying: BrowserContext, address: str) -> None:
    """Folded until it is asked for; where a page may not copy, it is marked to be copied by hand."""
    page = copying.new_page()
    page.goto(address + "echange.html")
    sentence = page.locator(".pied .citation")
    assert not sentence.is_visible()
    page.locator(".pied summary").press("Enter")
    button = page.locator(".pied .citation + button")
    button.click()
    page.wait_for_function(
        "document.querySelector('.pied .citation + button').textContent === 'Copié'"
    )
    assert page.evaluate("navigator.clipboard.readText()") == sentence.inner_text()
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.evaluate("getSelection().empty()")
    button.click()
    assert page.evaluate("getSelection().toString()") == sentence.inner_text()


@pytest.mark.browser
def test_without_scripts_the_foot_is_the_way(
    readers: Callable[[bool], Visit], address: str
) -> None:
    """Unfold, follow: two steps from any page to its sentences, each with its reference folded."""
    page = readers(False).page  # noqa: FBT003 - without scripts
    page.set_viewport_size({"width": 375, "height": 667})
    for name in ("", "chronologie.html"):
        page.goto(address + name)
        page.locator(".pied summary").click()
        assert page.locator(".pied .citation").is_visible()
        page.locator(".pied .citation ~ a").click()
        id_ = (name or "index.html").replace(".html", "")
        assert page.url == f"{address}{CITING}#page-{id_}"
        entry = page.locator(f"[id='page-{id_}'] ~ ul > li").nth(1)
        assert entry.locator(".citation").is_visible()
        assert not entry.locator("code").is_visible()
        entry.locator("summary").click()
        assert entry.locator("code").is_visible()
        # Nothing is offered that would do nothing.
        assert not page.get_by_text("Copier", exact=True).filter(visible=True).count()


@pytest.mark.browser
@pytest.mark.parametrize("page_name", TELLING)
def test_every_note_leads_to_what_cites_its_statement(
    page: Page, site: Path, address: str, page_name: str
) -> None:
    """From the mark of a statement, to that one; from others, to what stands under the same title."""
    known = {str(one["id"]) for one in soup_of(site / CITING).select("[id]")}
    page.goto(f"{address}{page_name}.html")
    page.locator(".pied summary").click()
    page.wait_for_selector(".pied .citation + button")
    ways = page.evaluate(WAYS)
    assert len(ways) > 5
    for own, way in ways:
        if own:
            assert way.endswith(f"{CITING}#page-{page_name}-{own}")
        assert not way or way.partition("#")[2] in known
    assert sum(bool(way) for _, way in ways) > len(ways) / 2


@pytest.mark.browser
@pytest.mark.parametrize("with_scripts", [True, False])
def test_a_printed_page_ends_with_how_to_cite_it(
    readers: Callable[[bool], Visit],
    site: Path,
    address: str,
    with_scripts: bool,  # noqa: FBT001
) -> None:
    """The sentence, whole, even where it is folded on the screen; nothing of the interface after it."""
    page = readers(with_scripts).page
    for name in pages_of(site):
        if name == "404.html":
            continue
        page.goto(address + name)
        printed = page.pdf(format="A4")
        text, end = without_blanks("".join(sheets_of(printed))), without_blanks(end_of(printed))
        (foot,) = soup_of(site / (name or "index.html")).select(".pied")
        assert end.endswith(f"Citercettepage{without_blanks(sentence_of(foot))}"), end[-300:]
        assert "Copier" not in text
        if name == CITING:
            assert '"issued"' not in text
