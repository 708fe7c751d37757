"""Turns a clipping, text as pasted from a newsletter, into an article file.

The clipping's grammar, blank lines aside::

    clipping = date headline [deck] paragraph... [source] (paragraph... [source])...
    date     = "Mardi 3 mars 1998 à 08h00"; the weekday and the time may be missing
    deck     = a line without final punctuation right after the headline
    source   = "Source : Fusacq"

A body that is pasted again is kept once; one that differs is kept whole, for a person to judge.
Nothing else is changed: quotation marks, apostrophes and words stay as they were received.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

import yaml

from story.faults import ContentError, Fault
from story.languages import LANGUAGES
from story.reading.body import SPACE, fold, squeeze
from story.reading.decoding import decode, is_unseen

# Only lent to the reader of dates, which asks when the text was published.
_NO_DAY = datetime.date(2000, 1, 1)
_SOURCE = re.compile(rf"sources?{SPACE}*:{SPACE}*(?P<name>.+)", re.IGNORECASE)
_TIME = re.compile(
    rf"{SPACE}*[,à-]?{SPACE}*(?P<hour>[01]?\d|2[0-3]){SPACE}?[h:]{SPACE}?(?P<minute>[0-5]\d)?"
)
_ENDS_SENTENCE = re.compile(r"[.!?…:;»”\"]$")


@dataclass(frozen=True, slots=True)
class ImportedClipping:
    """The text of an article file, and what a person should know of how it was made."""

    text: str
    notices: tuple[str, ...]


def import_clipping(data: bytes, path: str, language: str = "fr") -> ImportedClipping:
    """The article file that a clipping makes. Raises ContentError with every fault of it."""
    notices: list[str] = []
    text = decode(data, path)
    if re.match(r"\s*<(?:!doctype|html|head|body)\b", text, re.IGNORECASE):
        expected = "le texte de la page, copié depuis un navigateur"
        raise ContentError([Fault(path, 1, "c’est une page HTML", expected)])
    lines = _lines(text, notices)
    if not lines:
        raise ContentError([Fault(path, 1, "la coupure est vide", "une date, un titre, un texte")])
    faults: list[Fault] = []
    published = _published(lines[0][1], language)
    if published is None:
        expected = "« Mardi 3 mars 1998 à 08h00 »"
        faults.append(Fault(path, lines[0][0], "la première ligne n’est pas une date", expected))
    rest = [(number, line) for number, line in lines[1:] if not _SOURCE.fullmatch(line)]
    sources = [match["name"] for _, line in lines[1:] if (match := _SOURCE.fullmatch(line))]
    last_line = lines[-1][0]
    if not sources:
        faults.append(Fault(path, last_line, "la source manque", "une ligne « Source : … »"))
    elif len({squeeze(name) for name in sources}) > 1:
        notices.append(
            "plusieurs sources\u00a0: " + ", ".join(sources) + "\u202f; la première est gardée"
        )
    if len(rest) < 2:  # noqa: PLR2004 - a headline and one paragraph
        faults.append(Fault(path, last_line, "le corps manque", "un titre, puis un paragraphe"))
    if faults:
        raise ContentError(faults)
    title, *paragraphs = [line for _, line in rest]
    deck = None
    if len(paragraphs) > 1 and not _ENDS_SENTENCE.search(paragraphs[0]):
        deck = paragraphs.pop(0)
    paragraphs = _once(paragraphs, notices)
    head = {"title": title, "date": published, "source": sources[0]} | (
        {"deck": deck} if deck else {}
    )
    front_matter = yaml.safe_dump(head, allow_unicode=True, sort_keys=False, width=10_000)
    front_matter = front_matter.replace(f"date: '{published}'", f"date: {published}")
    body = "\n\n".join(paragraphs)
    return ImportedClipping(f"---\n{front_matter}---\n\n{body}\n", tuple(notices))


def _lines(text: str, notices: list[str]) -> list[tuple[int, str]]:
    """The lines that are not blank with their numbers, without characters that nobody sees."""
    unseen = sorted({f"U+{ord(char):04X}" for char in text if is_unseen(char)})
    if unseen:
        notices.append("caractères invisibles retirés\u00a0: " + ", ".join(unseen))
    lines = [
        "".join(char for char in line if not is_unseen(char)).strip() for line in text.split("\n")
    ]
    return [(number, line) for number, line in enumerate(lines, 1) if line]


def _published(line: str, language: str) -> str | None:
    """The date line as ISO 8601, to the minute where it gives the time."""
    # A clipping's date names its year: the year lent to one that does not is never used.
    if not re.search(r"\d{4}", line):
        return None
    found = LANGUAGES[language].find_dates(fold(line), _NO_DAY)
    if len(found) != 1 or found[0].date.precision != "day" or "/" in found[0].date.edtf:
        return None
    rest = line[found[0].end :]
    if not rest.strip():
        return found[0].date.edtf
    time = _TIME.fullmatch(rest.rstrip(" ."))
    if time is None:
        return None
    return f"{found[0].date.edtf}T{int(time['hour']):02}:{time['minute'] or '00'}"


def _once(paragraphs: list[str], notices: list[str]) -> list[str]:
    """The paragraphs without the copies of the whole that follow it."""
    squeezed = [squeeze(paragraph) for paragraph in paragraphs]
    for size in range(1, len(paragraphs) // 2 + 1):
        copies, remainder = divmod(len(paragraphs), size)
        if not remainder and squeezed == squeezed[:size] * copies:
            times = "deux" if copies == 2 else str(copies)  # noqa: PLR2004
            notices.append(f"le corps était collé {times} fois\u202f; il est gardé une fois")
            return paragraphs[:size]
    if squeezed.count(squeezed[0]) > 1:
        notices.append(
            "le corps semble collé deux fois, avec des différences\u202f; tout est gardé"
        )
    return paragraphs
