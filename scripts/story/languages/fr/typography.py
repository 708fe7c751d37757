"""French typography: no-break spaces, apostrophes, dates as readers see them."""

import datetime
import functools
import re

from babel import Locale

from story.edtf_date import EdtfDate
from story.reading.body import SPACE

NO_BREAK = "\u00a0"
NARROW = "\u202f"

_UNITS = (
    r"%|€|\$|£|§|milliers?|millions?|milliards?|billions?|Mds?\b|Mds?[€$]|[MkKG][€$]|euros?|dollars?|francs?"
    r"|livres?|yens?|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre"
    r"|décembre|ans?|mots?|fois|h\b"
)
_RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=[^\W\d_])'", "’"),
        (r'(?:(?<=^)|(?<=[\s(«“–—-]))"', "“"),
        (r'(?<!\d)"|(?<=\d)"(?=\W|$)', "”"),
        (rf"«{SPACE}*", f"«{NO_BREAK}"),
        (rf"{SPACE}*»", f"{NO_BREAK}»"),
        (rf"(?<=[\w»)”\".…%$€]){SPACE}*([;!?]+)(?![\w/=])", rf"{NARROW}\1"),
        (rf"{SPACE}+:", f"{NO_BREAK}:"),
        (rf"(?<=[\w»)])(?<!\d):(?={SPACE}|$)", f"{NO_BREAK}:"),
        (rf"(?<=\d){SPACE}(?=\d{{3}}(?!\d))", NARROW),
        (rf"(?<=\d){SPACE}?(?=%)", NO_BREAK),
        (rf"(?:(?<=\d)|(?<=\der)){SPACE}(?=(?:{_UNITS}))", NO_BREAK),
        (rf"(?<=[$£€]){SPACE}(?=\d)", NO_BREAK),
        (rf"\b(M\.|Mme|Mlle|n°|p\.|§){SPACE}(?=\w)", rf"\1{NO_BREAK}"),
    )
)


# Before `onze`, `oui` and a few more nothing is elided; an acronym is spelled out, and a name has
# its own apostrophe (`N'Guessan`).
_VOWELS, _CONSONANTS = "aeiouàâéèêëîïôùûœæ", "bcdfgjklmnpqrstvwz"
_ELISION = re.compile(
    r"\b(?i:de|que|le|la|ne|se|je|me|te|lorsque|puisque) "
    rf"(?!(?i:onz|oui|une?\b|ouistiti|uhlan|ululement))[{_VOWELS}{_VOWELS.upper()}]\w*"
    rf"|\b(?i:[ldnscjmt]|qu)'[{_CONSONANTS}]\w*|\b(?:[ld]|qu)'[{_CONSONANTS.upper()}](?![A-Z])\w*"
)


def find_bad_elisions(folded: str) -> list[str]:
    """The words of a folded text that elide where they should not, or the reverse."""
    return [match[0] for match in _ELISION.finditer(folded)]


# The pages and the data show the same texts.
@functools.lru_cache(maxsize=10_000)
def typeset(text: str) -> str:
    """The text with French spaces and apostrophes; no other character changes."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def show_date(date: EdtfDate) -> str:
    """A date in words at its own precision: `1er février 2018`, `vers 2015`, `de 2016 à 2019`."""
    first, separator, last = date.edtf.partition("/")
    if first == "..":
        return f"avant {_show(last, 'le ')}"
    if last == "..":
        return f"après {_show(first, 'le ')}"
    if separator:
        if date.precision != "day":
            joint = ("des", "aux") if date.precision == "decade" else ("de", "à")
            return f"{joint[0]} {_show(first)} {joint[1]} {_show(last)}"
        start = _show(first)
        if first[:7] == last[:7]:  # of one month: its name once
            start = start.partition(NO_BREAK)[0]
        return f"du {start} au {_show(last)}"
    if first.endswith("~"):
        return f"vers {_show(first.rstrip('~'), 'le ')}"
    return _show(first)


def show_weekday(day: datetime.date) -> str:
    """The day of the week: `lundi`."""
    return str(Locale("fr").days["format"]["wide"][day.weekday()])


def language_name(code: str) -> str:
    """The name of a language, by its ISO 639-1 code: `anglais`."""
    return str(Locale("fr").languages[code])


def _show(known: str, article: str = "") -> str:
    """One end of a date; `article` is put before a day."""
    if known.endswith("X"):
        return f"années {known[:3]}0"
    year, *rest = known.split("-")
    if not rest:
        return year
    part = int(rest[0])
    if len(rest) == 2:  # noqa: PLR2004
        day = int(rest[1])
        month = Locale("fr").months["format"]["wide"][part]
        return f"{article}{'1er' if day == 1 else day}{NO_BREAK}{month} {year}"
    names = {21: "printemps", 22: "été", 23: "automne", 24: "hiver"}
    names |= {33: "1er trimestre", 40: "1er semestre", 41: "2e semestre"}
    names |= {32 + rank: f"{rank}e trimestre" for rank in (2, 3, 4)}
    name = names.get(part) or Locale("fr").months["format"]["wide"][part]
    return f"{name} {year}"
