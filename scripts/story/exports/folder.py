"""The folder of the data: every format of the story, what they are, and all of them as one file."""

import datetime
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path
from string import Template

from story.assemble_story import Story
from story.exports.addresses import Addresses
from story.exports.calendar_and_timeline import calendar, calendar_records, timelinejs
from story.exports.citations import bibtex, bibtex_records, csl_json
from story.exports.feed import FEED, feed, feed_records
from story.exports.linked_data import web_annotations
from story.exports.tables import events_table, statements_table
from story.json_output import story_to_json

Keep = Callable[[tuple[str | bytes, ...], Callable[[], bytes]], bytes]

FOLDER = "donnees"
README = "LISEZMOI.txt"
ARCHIVE = "donnees.zip"
# Half the time of the usual level, for a twentieth more bytes: each build may wait for it.
_LEVEL = 4
# What an archive knows no year before.
_FIRST_YEAR = 1980
SCHEMA = Path(__file__).with_name("recit.schema.json")
# Each file, and what it is to the person who takes it.
FORMATS = {
    "recit.json": "le récit entier (JSON) : événements, échange, montants, noms, énoncés, sources",
    "recit.schema.json": "la description de ce fichier, en JSON Schema",
    "evenements.csv": "les événements, en tableau (CSV)",
    "enonces.csv": "les énoncés du site et leurs appuis, en tableau (CSV)",
    "evenements.ics": "les événements, pour un agenda (iCalendar)",
    "frise.json": "les événements, pour TimelineJS",
    "sources.json": "les sources, pour Zotero et d’autres (CSL-JSON)",
    "sources.bib": "les sources, pour LaTeX et Zotero (BibTeX)",
    "annotations.json": "les passages cités et ce qu’ils appuient (Web Annotations du W3C)",
}


def exported_files(
    story: Story, addresses: Addresses, keep: Keep = lambda _, make: make()
) -> dict[str, bytes]:
    """The files by their paths below the site's. Two builds give the same bytes.

    Formats that a library writes are kept under all that it is given: it is not even loaded again.
    """
    head, entries = feed_records(story, addresses)
    records = calendar_records(story, addresses)
    sources = bibtex_records(story)
    files = {
        "recit.json": story_to_json(story, published=True).encode(),
        "recit.schema.json": SCHEMA.read_bytes(),
        "evenements.csv": events_table(story, addresses),
        "enonces.csv": statements_table(story, addresses),
        "evenements.ics": keep(
            _named("icalendar", story.name, records), lambda: calendar(story.name, records)
        ),
        "frise.json": timelinejs(story, addresses),
        "sources.json": csl_json(story),
        "sources.bib": keep(_named("bibtexparser", sources), lambda: bibtex(sources)),
        "annotations.json": web_annotations(story, addresses),
    }
    files[README] = _readme(story, addresses)
    day = story.changed.first_day
    stamp = day.replace(year=max(day.year, _FIRST_YEAR))
    files[ARCHIVE] = keep(
        ("zip", zlib.ZLIB_RUNTIME_VERSION, stamp.isoformat(), *files, *files.values()),
        lambda: _archive(files, stamp),
    )
    made = {f"{FOLDER}/{name}": data for name, data in files.items()}
    if entries:
        made[FEED] = keep(_named("feedgenerator", head, entries), lambda: feed(head, entries))
    return made


def _named(library: str, *values: object) -> tuple[str, ...]:
    return library, version(library), json.dumps(values)


def _readme(story: Story, addresses: Addresses) -> bytes:
    lines = Path(__file__).with_name("lisezmoi.txt").read_text("utf-8")
    typeset, show = story.language.typeset, story.language.show_date
    values = {
        "name": story.name,
        "address": addresses.site or "adresse non donnée : celles des pages sont relatives au site",
        "day": show(story.changed),
        "publisher": story.legal.publisher or story.name,
        "licence": f"{story.licence.name}, {story.licence.address}",
        "citing": addresses.link("citer"),
        "files": "\n".join(f"{name} : {says}." for name, says in FORMATS.items()),
    }
    return typeset(Template(lines).substitute(values)).encode()


def _archive(files: Mapping[str, bytes], day: datetime.date) -> bytes:
    """All files as one, dated by the content."""
    moment = (day.year, day.month, day.day, 0, 0, 0)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(f"{FOLDER}/{name}", moment)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED, _LEVEL)
    return target.getvalue()
