"""How the site is found, followed and cited: linked data, the feed, the sentence to copy."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import brotli
import feedparser
import pytest
from citeproc import Citation as CiteprocCitation
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from pyld import jsonld

from browsing import pages_of
from conftest import PUBLISHED, content_of, soup_of, style_of
from engines import NODE
from story.exports.addresses import Addresses
from story.exports.all_formats import exported_files
from story.exports.atom_feed import FEED
from story.exports.citations import cite
from story.exports.linked_data import page_data
from story.model import Correction, Legal
from story.reading.body import squeeze

if TYPE_CHECKING:
    from story.assemble_story import Story

ROOT = Path(__file__).parent.parent
TOOLS = ROOT / "tests" / "tools"
STORIES = ROOT / "tests" / "fixtures" / "stories"
GOLDEN = ROOT / "tests" / "fixtures" / "golden"
FOLDERS = [ROOT / "content", *sorted(STORIES.iterdir()), *sorted(GOLDEN.iterdir())]
PAGES = ("index", "chronologie", "echange", "qui-est-qui", "sources", "donnees")


def story_of(folder: Path) -> Story:
    """The story of a content folder."""
    return content_of(folder).story


def linked(page: Path) -> Any:  # noqa: ANN401 - JSON
    """What a page says of itself to machines."""
    (script,) = soup_of(page).select('script[type="application/ld+json"]')
    return json.loads(str(script.string))


def schema_faults(pages: list[str], folder: Path) -> list[str]:
    """What TypeScript finds wrong in JSON, each as an article in Google's types of schema.org."""
    lines = ['import type { Article, WithContext } from "schema-dts"']
    lines += [f"export const p{n}: WithContext<Article> = {page}" for n, page in enumerate(pages)]
    source = folder / "pages.ts"
    source.write_text("\n".join(lines), "utf-8")
    (folder / "node_modules").symlink_to(TOOLS / "node_modules")
    compiler = TOOLS / "node_modules" / "typescript" / "bin" / "tsc"
    options = "--noEmit --strict --module esnext --moduleResolution bundler".split()
    command = [sys.executable, "-c", NODE, str(compiler), *options, str(source)]
    done = subprocess.run(command, capture_output=True, check=False, text=True, encoding="utf-8")
    return [line for line in done.stdout.splitlines() if "error" in line]


@pytest.mark.slow
def test_linked_data_have_the_types_of_schema_org(tmp_path: Path) -> None:
    """Of every page of every story; a name that schema.org has not is found."""
    pages = [page_data(story_of(folder), page, page) for folder in FOLDERS for page in PAGES]
    spoiled = json.loads(pages[1])
    spoiled["starts"] = "2015"
    (fault,) = schema_faults([*pages, json.dumps(spoiled)], tmp_path)
    assert f"pages.ts({len(pages) + 2}," in fault
    assert '"starts"' in fault


def test_linked_data_of_the_pages(published_site: Path) -> None:
    """A processor of JSON-LD reads each; the page says the same; none claims a check of facts."""
    for name in pages_of(published_site):
        if name == "404.html":
            assert not soup_of(published_site / name).select('script[type="application/ld+json"]')
            continue
        data = linked(published_site / (name or "index.html"))
        assert data["@context"] == "https://schema.org"
        read = jsonld.expand(
            data | {"@context": {"@vocab": "https://schema.org/"}}, {"base": PUBLISHED + name}
        )
        assert read[0]["@type"] == ["https://schema.org/Article"]
        assert "ClaimReview" not in json.dumps(read)
        soup = soup_of(published_site / (name or "index.html"))
        heading = soup.select_one("h1")
        assert heading
        (title,) = soup.select('meta[property="og:title"]')
        assert data["headline"] in (heading.get_text(), title["content"])
        assert "scroc" not in json.dumps(data, ensure_ascii=False)
        # What no search engine uses is in the data, which no reader waits for.
        own = {"@context", "@type", "headline", "dateModified"}
        assert set(data) - {"datePublished", "license", "isBasedOn"} == own
        assert (set(data) == own) == bool(name), name
    home = linked(published_site / "index.html")
    assert home["isBasedOn"]["@type"] == "NewsArticle"
    assert home["license"] == "https://creativecommons.org/licenses/by/4.0/"


# What pages and the stylesheet hold for machines, for who follows and for who cites.
IN_PAGES = (
    r'<script type="application/ld\+json">.*?</script>|<link [^>]*atom\+xml[^>]*>|'
    r"<details><summary>Citer cette page.*?</p>|"
    r'addEventListener\("click", event =>\nload\(.*?once: true \}\)'
)
IN_STYLES = (
    r"@media screen\{\.pied details[^}]*\}\}|(?:summary|\.citation(?: [+~] \w+)?)\{[^}]*\}|"
    r", ?\.citation [+~] [\w*]+|, ?summary(?=\))"
)


def test_what_serves_others_is_light(published_site: Path) -> None:
    """What a page carries for those who take away, follow or cite: 400 bytes at a first visit."""
    for name in pages_of(published_site):
        html = (published_site / (name or "index.html")).read_text("utf-8")
        css = style_of(published_site / (name or "index.html"))
        bare_css = re.sub(IN_STYLES, "", css)
        assert not re.search("citation|summary", bare_css)
        bare = re.sub(IN_PAGES, "", html, flags=re.DOTALL).replace(css, bare_css)
        if name != "404.html":
            digest = hashlib.sha256(linked_text(html).encode()).digest()
            written = f" 'sha256-{base64.b64encode(digest).decode()}'"
            assert html.count(written) == 1
            bare = bare.replace(written, "")
        assert weight(html) - weight(bare) <= 400, name


def weight(text: str) -> int:
    """The bytes that a server sends of a text."""
    return len(brotli.compress(text.encode(), quality=11))


def linked_text(html: str) -> str:
    """The data in a page, to the letter."""
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    return str(text)


def test_no_text_ends_the_element_that_linked_data_stand_in() -> None:
    """A title with a tag in it is data."""
    data = page_data(story_of(GOLDEN / "hostile"), "index", "</script><script>alert(1)")
    assert "<" not in data
    assert json.loads(data)["headline"] == "</script><script>alert(1)"


def test_a_publisher_and_an_address_are_named() -> None:
    """Where they are known, and only there."""
    story = story_of(STORIES / "phare")
    assert json.loads(page_data(story, "sources", "Sources"))["publisher"] == story.legal.publisher
    bare = dataclasses.replace(story, legal=Legal())
    assert "publisher" not in json.loads(page_data(bare, "sources", "Sources"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
@pytest.mark.parametrize("site", [PUBLISHED, ""])
def test_the_feed(folder: Path, site: str) -> None:
    """A reader of feeds finds the corrections and the dates of the page, newest first, no word more."""
    story = story_of(folder)
    files = exported_files(story, Addresses(site=site))
    if not story.published:
        assert FEED not in files
        return
    read = feedparser.parse(files[FEED])
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.id.startswith("urn:uuid:")
    assert read.feed.author
    entries = read.entries
    assert len({entry.id for entry in entries}) == len(entries)
    days = [entry.updated[:10] for entry in entries]
    assert days == sorted(days, reverse=True)
    corrections = [entry for entry in entries if entry.title.startswith("Correction du")]
    assert len(corrections) == len(story.corrections)
    for correction in story.corrections:
        texts = [squeeze(entry.content[0].value) for entry in corrections]
        assert any(squeeze(story.language.typeset(correction.text)) in text for text in texts)
    assert {entry.link for entry in entries} == {f"{site}sources.html#corrections"}
    dates = {story.published.edtf, *([story.updated.edtf] if story.updated else [])}
    assert dates <= set(days)
    assert "scroc" not in files[FEED].decode()


def test_what_a_feed_says_of_markup() -> None:
    """A correction is text: a reader of feeds shows its marks, and runs none."""
    story = story_of(STORIES / "phare")
    correction = Correction(date=story.published, text="<b>1 < 2</b>", was="<script>")  # type: ignore[arg-type]
    told = dataclasses.replace(story, corrections=(correction,), updated=story.published)
    read = feedparser.parse(exported_files(told, Addresses())[FEED])
    (content,) = [one.content[0].value for one in read.entries if "Correction" in one.title]
    assert squeeze(content) == "&lt;b&gt;1 &lt; 2&lt;/b&gt; Le site disait : &lt;script&gt;"
    assert len(read.entries) == 2  # published, and not changed since


def test_pages_name_the_feed(site: Path, bare_site: Path) -> None:
    """Where readers of feeds look for it; there is none of a site without dates."""
    for name in pages_of(site):
        if name != "404.html":
            (link,) = soup_of(site / (name or "index.html")).select('link[rel="alternate"][type]')
            assert (site / str(link["href"])).read_bytes().startswith(b"<?xml")
            assert link["type"] == "application/atom+xml"
    assert not soup_of(bare_site / "index.html").select('link[type="application/atom+xml"]')
    assert not (bare_site / FEED).exists()


@pytest.mark.parametrize("words", ["", "Le phare est « vendu »."])
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_a_place_is_cited(folder: Path, words: str) -> None:
    """A sentence with title, site, date and address; a CSL processor says the same."""
    story = story_of(folder)
    address = Addresses(site=PUBLISHED).of("chronologie", "a")
    citation = cite(story, "La vente", address, words)
    assert citation.address == f"{PUBLISHED}chronologie.html#a"
    updated = story.language.show_date(story.updated or story.day)
    for part in ("« La vente »", story.name, f"mis à jour le {updated}", address):
        assert squeeze(story.language.typeset(part) if part != address else part) in squeeze(
            citation.sentence
        )
    assert citation.sentence.endswith(f", {address}")
    if words:
        assert squeeze(citation.sentence).startswith(
            "« Le phare est “vendu” », dans « La vente », "
        )
    assert squeeze(citation.item.get("abstract", "")) == words
    if story.legal.publisher:
        assert squeeze(story.legal.publisher) in squeeze(citation.sentence)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    source = CiteProcJSON(json.loads(citation.json))
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    bibliography.register(CiteprocCitation([CitationItem(address)]))
    (line,) = map(str, bibliography.bibliography())
    assert "La vente" in line
    assert address in line
