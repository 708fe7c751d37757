"""The folder of the data: every format of the story, what they are, and all of them as one file."""

import datetime
import io
import json
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import partial
from importlib.metadata import version
from pathlib import Path

from jinja2 import Template

from story.assemble_story import Story
from story.exports.addresses import Addresses
from story.exports.atom_feed import FEED, feed, feed_records
from story.exports.calendar_and_timeline import calendar, calendar_records, timelinejs
from story.exports.citations import bibtex, bibtex_records, csl_json
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

    def kept(library: str, write: Callable[..., bytes], *values: object) -> bytes:
        return keep((library, version(library), json.dumps(values)), partial(write, *values))

    head, entries = feed_records(story, addresses)
    files = {
        "recit.json": story_to_json(story, published=True).encode(),
        "recit.schema.json": SCHEMA.read_bytes(),
        "evenements.csv": events_table(story, addresses),
        "enonces.csv": statements_table(story, addresses),
        "evenements.ics": kept(
            "icalendar", calendar, story.name, calendar_records(story, addresses)
        ),
        "frise.json": timelinejs(story, addresses),
        "sources.json": csl_json(story),
        "sources.bib": kept("bibtexparser", bibtex, bibtex_records(story)),
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
        made[FEED] = kept("feedgenerator", feed, head, entries)
    return made


def _readme(story: Story, addresses: Addresses) -> bytes:
    lines = Path(__file__).with_name("lisezmoi.txt").read_text("utf-8")
    template = Template(lines, trim_blocks=True, keep_trailing_newline=True)
    text = template.render(story=story, addresses=addresses, formats=FORMATS)
    return story.language.typeset(text).encode()


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
