"""The data: each file opened by a program that nobody here wrote, and compared with the pages."""

from __future__ import annotations

import csv
import dataclasses
import datetime
import functools
import io
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import feedparser
import icalendar
import pytest
from citeproc import Citation as CiteprocCitation
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pybtex.database import parse_string
from pyld import jsonld

from browsing import serving
from conftest import PUBLISHED, content_of, soup_of
from engines import NODE
from story.assemble_story import Story, events_in, read_story, told_in
from story.edtf_date import EdtfDate, is_edtf
from story.evidence import Computation
from story.exports.addresses import Addresses
from story.exports.all_formats import FORMATS, exported_files
from story.faults import ContentError
from story.pages.anchors import anchors_of
from story.reading.article_file import read_article
from story.reading.body import squeeze
from story.reading.decoding import is_unseen
from test_properties import HEAD, TEXTS

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).parent.parent
TOOLS = ROOT / "tests" / "tools"
STORIES = ROOT / "tests" / "fixtures" / "stories"
GOLDEN = ROOT / "tests" / "fixtures" / "golden"
FOLDERS = [ROOT / "content", *sorted(STORIES.iterdir()), *sorted(GOLDEN.iterdir())]
# What the site of the article alone and of any dossier may not be without.
WHOLE = Addresses(site=PUBLISHED)


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda path: path.name)
def story(request: pytest.FixtureRequest) -> Story:
    """Each story there is: with a dossier, of an article alone, of a hostile one."""
    return content_of(request.param).story


def data_of(story: Story, addresses: Addresses = WHOLE) -> dict[str, bytes]:
    """The files of a story by their names alone; those of the last one asked for are kept."""
    if not _kept or story is not _kept[0] or addresses != _kept[1]:
        made = exported_files(story, addresses)
        _kept[:] = story, addresses, {Path(path).name: data for path, data in made.items()}
    files: dict[str, bytes] = _kept[2]
    return files


_kept: list[Any] = []


def shown(story: Story, text: str) -> str:
    """A text as pages show it, kinds of spaces aside."""
    return squeeze(story.language.typeset(text))


def rows_of(data: bytes) -> list[dict[str, str]]:
    """The lines of a table, by the names in its head."""
    assert data.startswith(b"\xef\xbb\xbf")  # or spreadsheets misread accents
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_the_story_follows_its_schema(story: Story) -> None:
    """What is published as JSON is what its own schema says, and nothing is there beside it."""
    files = data_of(story)
    validator = strict(files["recit.schema.json"])
    told = json.loads(files["recit.json"])
    assert not [error.message for error in validator.iter_errors(told)]
    assert [event["id"] for event in told["events"]] == [event.id for event in story.events]
    told["events"].append({"id": "a"})
    assert list(validator.iter_errors(told))


@functools.cache
def strict(data: bytes) -> Draft202012Validator:
    """The schema, which allows nothing that it does not name."""
    schema = json.loads(data)
    Draft202012Validator.check_schema(schema)
    for inside in schema["$defs"].values():
        assert inside["description"]
        inside["additionalProperties"] = False
    return Draft202012Validator(schema)


def test_the_article_is_not_given_away(story: Story) -> None:
    """Of the article, the data hold the passages that the pages quote, never its text."""
    told = json.loads(data_of(story)["recit.json"])
    assert not {"body", "deck"} & set(told["article"])
    passages = [item for one in story.statements() for item in one.passages]
    quoted = {passage.exact for passage in passages}
    found = [
        item["exact"]
        for section in ("events", "after", "amounts", "people", "statements")
        for entry in told[section]
        for item in entry["evidence"]
        if item.get("source") == "article"
    ]
    assert set(found) == quoted


def test_tables(story: Story) -> None:
    """Every event and every statement of the pages, with its words, passages and address."""
    files = data_of(story)
    events = rows_of(files["evenements.csv"])
    assert [row["identifiant"] for row in events] == [event.id for event in events_in(story)]
    for row, event in zip(events, events_in(story), strict=True):
        assert row["date_edtf"] == event.date.edtf
        assert squeeze(row["date"]) == shown(story, story.language.show_date(event.date))
        assert squeeze(row["texte"]) == shown(story, event.text)
        assert row["adresse"] == f"{PUBLISHED}chronologie.html#{event.id}"
        assert len(row["passages"].split(" | ")) >= len(event.evidence)
    statements = rows_of(files["enonces.csv"])
    assert len(statements) == len(list(told_in(story))) == len(story.statements())
    for row, one in zip(statements, told_in(story), strict=True):
        assert squeeze(row["texte"]) == shown(story, one.statement.text)
        for item in one.statement.evidence:
            assert item.exact in row["passages"]


def test_addresses_of_data_are_places_of_pages() -> None:
    """What a table names as the place of a statement is an anchor of that page, in any story."""
    for folder in FOLDERS:
        content = content_of(folder)
        anchors = set(anchors_of(content.pages))
        files = data_of(content.story, Addresses())
        rows = rows_of(files["enonces.csv"]) + rows_of(files["evenements.csv"])
        pages = {page.name.replace(".md", ".html") for page in content.pages}
        for row in rows:
            assert row["adresse"] in anchors | pages, (folder.name, row)


def calendars_of(stories: list[Story], folder: Path) -> list[list[dict[str, Any]]]:
    """What Thunderbird's parser reads in the calendars of some stories."""
    paths = [folder / f"{number}.ics" for number in range(len(stories))]
    for path, story in zip(paths, stories, strict=True):
        path.write_bytes(data_of(story)["evenements.ics"])
    command = [sys.executable, "-c", NODE, str(TOOLS / "calendar.mjs"), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, check=True)
    found: list[list[dict[str, Any]]] = json.loads(done.stdout)
    return found


def check_calendars(stories: list[Story], folder: Path) -> None:
    """Each event is there, covers what its date may mean and no day more, and says so."""
    for story, read in zip(stories, calendars_of(stories, folder), strict=True):
        events = events_in(story)
        assert len({one["uid"] for one in read}) == len(read) == len(events)
        for one, event in zip(read, events, strict=True):
            assert one["wholeDays"]
            assert datetime.date(*one["first"]) == event.date.first_day
            if event.date.last_day < datetime.date.max:
                end = datetime.date(*one["end"]) - datetime.timedelta(days=1)
                assert end == event.date.last_day
            title = squeeze(one["title"])
            assert title.endswith(shown(story, event.title or event.text))
            if event.date.first_day != event.date.last_day:
                date = shown(story, story.language.show_date(event.date))
                assert title.casefold().startswith(date.casefold())
            assert squeeze(one["text"] or "") == shown(story, event.text)


def test_calendar(tmp_path: Path) -> None:
    """The parser of Thunderbird finds every event; that of the library that wrote them too."""
    stories = [content_of(folder).story for folder in FOLDERS]
    check_calendars(stories, tmp_path)
    for story in stories:
        calendar = icalendar.Calendar.from_ical(data_of(story)["evenements.ics"])
        assert len(calendar.walk("VEVENT")) == len(events_in(story))
        assert all(not one.errors for one in calendar.walk())


def test_no_title_repeats_an_insult() -> None:
    """A word of one person about another is in no title, name of a file, address or feed."""
    folder = ROOT / "tests" / "fixtures" / "whole"
    files = data_of(content_of(folder).story)
    calendar = icalendar.Calendar.from_ical(files["evenements.ics"])
    titles = [str(event["summary"]) for event in calendar.walk("VEVENT")]
    titles += [one["text"]["headline"] for one in json.loads(files["frise.json"])["events"]]
    titles += [row["titre"] for row in rows_of(files["evenements.csv"])]
    titles += [row["adresse"] for row in rows_of(files["enonces.csv"])]
    titles += [*files, files["flux.xml"].decode()]
    assert not [title for title in titles if "scroc" in title]


def test_bibtex(story: Story) -> None:
    """Another library than the one that wrote it reads every source, with its title and date."""
    check_bibtex(story)


def unlatexed(text: str) -> str:
    """What LaTeX shows of a text in which only its own marks are escaped."""
    for name, mark in (
        ("braceleft", "{"),
        ("braceright", "}"),
        ("asciitilde", "~"),
        ("asciicircum", "^"),
        ("backslash", "\\"),
    ):
        text = text.replace(f"\\text{name}{{}}", mark if mark != "\\" else "\0")
    for mark in "&%#_$":
        text = text.replace(f"\\{mark}", mark)
    return text.replace("\0", "\\")


def check_bibtex(story: Story) -> None:
    """The same as the test above, of any story."""
    entries = parse_string(data_of(story)["sources.bib"].decode(), "bibtex").entries
    assert list(entries) == ["article", *(source.id for source in story.sources)]
    for source in story.sources:
        fields = entries[source.id].fields
        assert fields.get("date") == (source.date.edtf if source.date else None)
        assert squeeze(unlatexed(fields["organization"])) == squeeze(source.publisher)
        title = squeeze(unlatexed(fields["title"])) if source.title else None
        assert title == (squeeze(source.title) if source.title else None)
        assert ("url" in fields) == bool(source.url)


def test_csl(story: Story) -> None:
    """A CSL processor makes a bibliography of the sources, a line for each."""
    check_csl(story)


@pytest.mark.parametrize(
    ("edtf", "issued"),
    [
        ("2024-02-01", {"date-parts": [[2024, 2, 1]]}),
        ("2015~", {"date-parts": [[2015]], "circa": True}),
        ("2016/2019", {"date-parts": [[2016], [2019]]}),
        ("199X", {"literal": "années 1990"}),
        ("../2015", {"literal": "avant 2015"}),
    ],
)
def test_a_source_is_dated_as_exactly_as_it_is(edtf: str, issued: dict[str, Any]) -> None:
    """What CSL has no parts for is given in words."""
    told = content_of(STORIES / "phare").story
    source = dataclasses.replace(told.sources[0], date=EdtfDate(edtf))
    story = dataclasses.replace(told, sources=(source,))
    check_csl(story)
    assert json.loads(data_of(story)["sources.json"])[1]["issued"] == issued


def check_csl(story: Story) -> None:
    """The same as the test above, of any story."""
    items = json.loads(data_of(story)["sources.json"])
    source = CiteProcJSON(items)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    for item in items:
        bibliography.register(CiteprocCitation([CitationItem(item["id"])]))
    assert len(bibliography.bibliography()) == len(items) == len(story.sources) + 1
    for item, known in zip(items[1:], story.sources, strict=True):
        assert item["container-title"] == known.publisher
        issued = item.get("issued", {})
        if known.date and known.date.machine:
            assert issued == {"date-parts": [[*map(int, known.date.machine.split("-"))]]}
        elif known.date:
            assert issued.get("circa") or "literal" in issued or len(issued["date-parts"]) == 2


CONTEXTS = {
    # The terms that the data use, as the two vocabularies define them.
    "http://www.w3.org/ns/anno.jsonld": {
        "oa": "http://www.w3.org/ns/oa#",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "as": "http://www.w3.org/ns/activitystreams#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "id": {"@type": "@id", "@id": "@id"},
        "type": {"@type": "@id", "@id": "@type"},
        **{
            name: f"oa:{name}"
            for name in ("Annotation", "SpecificResource", "TextualBody", "TextQuoteSelector")
        },
        "AnnotationCollection": "as:OrderedCollection",
        "AnnotationPage": "as:OrderedCollectionPage",
        "body": {"@type": "@id", "@id": "oa:hasBody"},
        "target": {"@type": "@id", "@id": "oa:hasTarget"},
        "source": {"@type": "@id", "@id": "oa:hasSource"},
        "selector": {"@type": "@id", "@id": "oa:hasSelector"},
        "motivation": {"@type": "@vocab", "@id": "oa:motivatedBy"},
        "describing": "oa:describing",
        "exact": "oa:exact",
        "value": "rdf:value",
        "format": "dc:format",
        "language": "dc:language",
        "rights": {"@type": "@id", "@id": "dcterms:rights"},
        "modified": "dcterms:modified",
        "label": "http://www.w3.org/2000/01/rdf-schema#label",
        "total": "as:totalItems",
        "first": {"@type": "@id", "@id": "as:first"},
        "startIndex": "as:startIndex",
        "items": {"@type": "@id", "@container": "@list", "@id": "as:items"},
    }
}


def expanded(text: str | bytes) -> list[Any]:
    """JSON-LD as a processor of others reads it, without asking for a context elsewhere."""

    def load(url: str, _: object) -> dict[str, Any]:
        context = {"@context": CONTEXTS[url]}
        return {
            "contextUrl": None,
            "documentUrl": url,
            "document": context,
            "contentType": "application/ld+json",
        }

    read: list[Any] = jsonld.expand(
        json.loads(text), {"documentLoader": load, "base": f"{PUBLISHED}donnees/annotations.json"}
    )
    return read


OA = "http://www.w3.org/ns/oa#"


def test_annotations(story: Story) -> None:
    """A processor of JSON-LD finds every passage, with the statement that it supports."""
    check_annotations(story)


def check_annotations(story: Story) -> None:
    """The same as the test above, of any story."""
    (collection,) = expanded(data_of(story)["annotations.json"])
    streams = "http://www.w3.org/ns/activitystreams#"
    items = collection[f"{streams}first"][0][f"{streams}items"][0]["@list"]
    assert collection[f"{streams}totalItems"][0]["@value"] == len(items)
    found = set()
    for item in items:
        assert item["@type"] == [f"{OA}Annotation"]
        (target,) = item[f"{OA}hasTarget"]
        (selector,) = target[f"{OA}hasSelector"]
        assert selector["@type"] == [f"{OA}TextQuoteSelector"]
        assert target[f"{OA}hasSource"][0]["@id"].startswith("http")
        said, place = item[f"{OA}hasBody"]
        assert place["@id"].startswith(PUBLISHED)
        exact = selector[f"{OA}exact"][0]["@value"]
        value = said["http://www.w3.org/1999/02/22-rdf-syntax-ns#value"][0]["@value"]
        found.add((squeeze(value), exact))
    assert found == {
        (shown(story, one.statement.text), item.exact)
        for one in told_in(story)
        for item in one.statement.evidence
        if not isinstance(item, Computation)
    }


def test_the_archive_holds_every_file(story: Story) -> None:
    """One file of all, the same at every build, whatever the clock says."""
    files = data_of(story)
    with zipfile.ZipFile(io.BytesIO(files["donnees.zip"])) as archive:
        assert archive.testzip() is None
        inside = {Path(name).name: archive.read(name) for name in archive.namelist()}
    assert inside == {name: files[name] for name in (*FORMATS, "LISEZMOI.txt")}
    assert data_of(story) == files
    readme = inside["LISEZMOI.txt"].decode()
    assert shown(story, story.licence.name) in squeeze(readme)
    assert story.licence.address in readme
    assert f"{PUBLISHED}citer.html" in readme
    assert all(f"{name}\u00a0: " in readme for name in FORMATS)
    updated = story.updated or story.day
    assert shown(story, story.language.show_date(updated)) in squeeze(readme)


def test_without_an_address_no_data_claim_one(story: Story) -> None:
    """Addresses are then below the site's, and a calendar, which knows no such ones, has none."""
    files = data_of(story, Addresses())
    for name, data in files.items():
        assert PUBLISHED.encode() not in data, name
    assert b"\nURL:" not in files["evenements.ics"]
    rows = rows_of(files["evenements.csv"])
    assert all(row["adresse"].startswith("chronologie.html#") for row in rows)


def test_the_page_and_its_data(published_site: Path) -> None:
    """Each event of the page is in the tables with the same words, and the reverse."""
    rows = rows_of((published_site / "donnees" / "evenements.csv").read_bytes())
    soup = soup_of(published_site / "chronologie.html")
    for row in rows:
        (element,) = soup.select(f'[id="{row["identifiant"]}"]')
        heading = squeeze(element.get_text(" ")).casefold()
        for words in (row["date"], row["titre"]):
            assert squeeze(words).casefold() in heading
        (time,) = element.select("time")
        assert time["datetime"] == row["date_edtf"]
    titles = [str(one["id"]) for one in soup.select("article h3[id]")]
    assert sorted(titles) == sorted(row["identifiant"] for row in rows)


def test_the_page_of_the_data(published_site: Path, updated: str) -> None:
    """It leads to every file of the folder, names the licence and the date; Sources leads to it."""
    soup = soup_of(published_site / "donnees.html")
    links = {str(one["href"]) for one in soup.select("article a[href]")}
    files = {path.name for path in (published_site / "donnees").iterdir()}
    plain = {name for name in files if not name.endswith((".br", ".gz"))}
    assert {f"donnees/{name}" for name in plain} <= links
    assert {"frise.html", "flux.xml"} <= links
    words = squeeze(soup.get_text(" "))
    assert "CC BY 4.0" in words
    assert updated in words
    sources = soup_of(published_site / "sources.html")
    assert sources.select('article a[href="donnees.html"]')


@pytest.mark.browser
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_timelinejs(folder: Path, page: Page, tmp_path: Path) -> None:
    """TimelineJS itself shows every event, with the date as the page says it."""
    story = content_of(folder).story
    site = shutil.copytree(
        TOOLS / "node_modules" / "@knight-lab" / "timelinejs" / "dist", tmp_path / "site"
    )
    shutil.copy(ROOT / "benchmarks" / "timelinejs.html", site / "index.html")
    data = data_of(story)["frise.json"]
    (site / "events.json").write_bytes(data)
    events = events_in(story)
    with serving(site) as address:
        page.goto(address)
        page.wait_for_selector(".tl-slide")
        page.wait_for_function(f"document.querySelectorAll('.tl-slide').length > {len(events)}")
        slides = page.locator(".tl-slide").evaluate_all(
            """all => all.map(one => [
                one.querySelector('.tl-headline')?.textContent,
                one.querySelector('.tl-headline-date')?.textContent])"""
        )
    shown_events = [(squeeze(title or ""), squeeze(date or "")) for title, date in slides[1:]]
    expected = [
        (
            shown(story, event.title or event.text),
            shown(story, story.language.show_date(event.date)),
        )
        for event in events
    ]
    assert sorted((title, date.casefold()) for title, date in shown_events) == sorted(
        (title, date.casefold()) for title, date in expected
    )
    for slide in json.loads(data)["events"]:
        assert set(slide["start_date"]) <= {"year", "month", "day"}


# Texts and dates that a dossier can hold.
WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).map(
    lambda text: "".join("x" if is_unseen(char) else char for char in text).strip() or "x"
)
YEARS = st.integers(1, 9999).map("{:04}".format)
ENDS = st.one_of(
    YEARS,
    YEARS.map(lambda year: f"{year[:3]}X"),
    st.dates().map(str),
    st.tuples(YEARS, st.sampled_from([*range(1, 13), *range(21, 25), *range(33, 37), 40, 41])).map(
        lambda parts: f"{parts[0]}-{parts[1]:02}"
    ),
)
DATES = (
    st.one_of(
        ENDS,
        ENDS.map(lambda end: f"{end}~"),
        ENDS.map(lambda end: f"{end}/.."),
        ENDS.map(lambda end: f"../{end}"),
        st.tuples(ENDS, ENDS).map("/".join),
    )
    .filter(is_edtf)
    .map(EdtfDate)
)
ADDRESSES = st.none() | WORDS.map(lambda text: f"https://exemple.fr/{''.join(text.split())}")


# What is put into a story that has two sources, four events and a correction.
CHANGES = st.fixed_dictionaries(
    {
        "story": st.fixed_dictionaries({"name": WORDS, "title": WORDS}),
        "sources": st.fixed_dictionaries(
            {
                "publisher": WORDS,
                "title": st.none() | WORDS,
                "date": st.none() | DATES,
                "note": st.none() | WORDS,
                "url": ADDRESSES,
            }
        ),
        "events": st.lists(
            st.fixed_dictionaries({"title": WORDS, "text": WORDS, "date": DATES}),
            min_size=4,
            max_size=4,
        ),
        "correction": st.fixed_dictionaries({"text": WORDS, "was": WORDS}),
    }
)


def changed(changes: dict[str, Any]) -> Story:
    """A story of another, with other words, dates and addresses."""
    story = content_of(STORIES / "phare").story
    replace: Any = dataclasses.replace
    events = [
        replace(event, **values)
        for event, values in zip(story.events, changes["events"], strict=True)
    ]
    return Story(
        **{
            **{one.name: getattr(story, one.name) for one in dataclasses.fields(story)},
            **changes["story"],
            "events": tuple(sorted(events, key=lambda event: event.date.sort_key)),
            "sources": tuple(replace(one, **changes["sources"]) for one in story.sources),
            "corrections": (replace(story.corrections[0], **changes["correction"]),),
        }
    )


@pytest.mark.slow
@given(st.lists(CHANGES, min_size=10, max_size=10))
@settings(max_examples=8, phases=[Phase.explicit, Phase.reuse, Phase.generate])
def test_no_dossier_gives_a_file_that_others_refuse(
    tmp_path_factory: pytest.TempPathFactory, changes: list[dict[str, Any]]
) -> None:
    """Whatever it says: the same checks as of the stories there are."""
    stories = [changed(one) for one in changes]
    check_calendars(stories, tmp_path_factory.mktemp("calendars"))
    for story in stories:
        check(story)


@pytest.mark.slow
@given(TEXTS)
@settings(max_examples=100, phases=[Phase.explicit, Phase.reuse, Phase.generate])
def test_no_article_gives_a_file_that_others_refuse(body: str) -> None:
    """Whatever it says, and without a dossier."""
    try:
        story = read_story(read_article((HEAD + body).encode(errors="replace"), "article.fr.md"))
    except ContentError:
        return
    check(story)


def check(story: Story) -> None:
    """Every reader but those that start a process finds what it should."""
    test_the_story_follows_its_schema(story)
    test_tables(story)
    check_bibtex(story)
    check_csl(story)
    check_annotations(story)
    files = data_of(story)
    icalendar.Calendar.from_ical(files["evenements.ics"])
    if "flux.xml" in files:
        read = feedparser.parse(files["flux.xml"])
        assert not read.bozo, read.get("bozo_exception")
        assert len(read.entries) >= len(story.corrections)
