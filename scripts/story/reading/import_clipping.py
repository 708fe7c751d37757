"""Turns a clipping, text as pasted from a newsletter or a page, into an article file.

The clipping's grammar, blank lines and what surrounds an article aside::

    clipping  = [header...] date headline [deck] paragraph... [source] (paragraph... [source])...
              | headline [deck] date paragraph... [source]
              | headline [deck] dispatch paragraph... [source]
    date      = "Mardi 3 mars 1998 à 08h00", "Publié le 03.03.98 | 08:00"; or less than that
    dispatch  = "PARIS, 3 mars 1998 (AFP) - " and the first paragraph
    deck      = a line without final punctuation, or one in bold, right after the headline, which
                tells nothing that the paragraphs do not tell again
    source    = "Source : Fusacq"

A body that is pasted again is kept once; one that differs is kept whole, for a person to judge.
Nothing else is changed: quotation marks, apostrophes and words stay as they were received. What
the clipping does not say, the source or the date, is asked for.
"""

import datetime
import re
from dataclasses import dataclass, replace

import yaml

from story.faults import ContentError, Fault
from story.languages import LANGUAGES
from story.reading.article_file import read_article_file
from story.reading.body import SPACE, fold, squeeze
from story.reading.clipping_lines import Line, Notices, clipping_lines, join_broken

# The files of the import are French ones, `article.fr.md`.
_FRENCH = LANGUAGES["fr"]
# Only lent to the reader of dates, which asks when the text was published.
_NO_DAY = datetime.date(2000, 1, 1)
_SOURCE = re.compile(rf"sources?{SPACE}*:{SPACE}*(?P<name>.+)", re.IGNORECASE)
_BEFORE_DATE = re.compile(
    r"(?:(?:publié|mis en ligne|paru|date|posté|envoyé)(?: le)?|le)?[ :]*(?:le )?", re.IGNORECASE
)
_TIME = re.compile(
    rf"{SPACE}*[,|à·•-]*{SPACE}*(?:à{SPACE})?(?P<hour>[01]?\d|2[0-3]){SPACE}?[h:]{SPACE}?"
    r"(?P<minute>[0-5]\d)?"
)
_UPDATED = re.compile(
    r"[ ,|·•(-]*(?:mis|modifié|actualisé)e? (?:à jour )?(?:le|à) .*", re.IGNORECASE
)
_DISPATCH = re.compile(
    r"[A-ZÀ-Ý][\wÀ-ÿ' /-]{1,40}(?:, (?P<date>[^()]{4,30}?) ?\((?P<agency>[\w /-]{2,30})\)"
    r"| \((?P<agency2>[\w /-]{2,30})\) ?[-–—,] ?(?P<date2>[^()]{4,30}?)) ?[-–—]+ *(?P<rest>.*)"
)
_BYLINE = re.compile(
    r"par (?P<author>[A-ZÀ-Ý][\w'’.-]*(?: (?:de |d['’])?[A-ZÀ-Ý][\w'’.-]*){1,3})", re.IGNORECASE
)
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”")
# Lines among which the date stands, and characters of a line that is no paragraph.
_HEAD = 15
_LONGEST_HEADLINE = 200
# Words of a headline: what has fewer may be the name of a newspaper.
_FEWEST = 4
_NEWSLETTER = re.compile(r"lettre|newsletter|bulletin|matinale|édition|n°|quotidien", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ImportedClipping:
    """The text of an article file, and what a person should know of how it was made."""

    text: str
    notices: tuple[str, ...]
    faults: tuple[Fault, ...]
    """Why no article can be read from the text, each with its line in the clipping."""


_Head = tuple[str, int, str]
"""The date of an article, the number of its line, and the agency; empty or 0 where not told."""


def import_clipping(
    data: bytes, path: str, *, source: str = "", date: str = ""
) -> ImportedClipping:
    """The article file that a clipping makes; `source` and `date` (ISO 8601) go before its own.

    Raises ContentError with all that it does not say.
    """
    if read_article_file(data, "article.fr.md").article:
        expected = "une coupure, ou ce fichier copié tel quel à la place de l’article"
        raise ContentError([Fault(path, 1, "c’est déjà un article, avec son en-tête", expected)])
    notices = Notices()
    lines, owner = clipping_lines(data, path, notices)
    if not lines:
        raise ContentError([Fault(path, 1, "la coupure est vide", "une date, un titre, un texte")])
    first_line, last_line = lines[0].number, lines[-1].number
    sources = [match["name"] for one in lines if (match := _SOURCE.fullmatch(one.text))]
    lines = [one for one in lines if not _SOURCE.fullmatch(one.text)]
    told, date_line, agency = _head(lines, notices)
    author, lines = _without_byline(lines, notices)
    lines = _without_brand(lines, date_line, {source, *sources, owner}, notices)
    title, deck, paragraphs = _parts(lines, date_line, notices)
    names = [name for name in (source, *sources, agency) if name]
    missing: list[Fault] = []
    published = date or told
    if not published:
        expected = "une ligne comme « Mardi 3 mars 1998 à 08h00 », ou --date 1998-03-03"
        missing.append(Fault(path, first_line, "la date manque", expected))
    if not names:
        expected = "une ligne « Source : … », ou --source NOM"
        expected += f" (« {owner} » signe la page)" if owner else ""
        line = last_line
        above = [one for one in lines if one.number < date_line]
        if len(above) > 1 and len(above[0].text.split()) <= _FEWEST:
            line, expected = above[0].number, f"{expected} (« {above[0].text} », peut-être)"
        missing.append(Fault(path, line, "la source manque", expected))
    elif len({squeeze(name) for name in names}) > 1:
        every = ", ".join(names)
        notices.append(f"plusieurs sources\u00a0: {every}\u202f; la première est gardée")
    if not paragraphs:
        missing.append(Fault(path, last_line, "le corps manque", "un titre, puis un paragraphe"))
    if missing:
        raise ContentError(missing)
    front = {"title": title, "date": published, "source": names[0]}
    front |= {"deck": deck} if deck else {}
    front |= {"author": author} if author else {}
    front_matter = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=10_000)
    front_matter = front_matter.replace(f"date: '{published}'", f"date: {published}")
    paragraphs = _once(paragraphs, notices)
    body = "\n\n".join(line.text for line in paragraphs)
    head_lines = f"---\n{front_matter}---\n\n"
    text = f"{head_lines}{body}\n"
    # A line of the file, from 1, is one of its head or of its paragraphs, which blank ones part.
    numbers = {
        head_lines.count("\n") + 1 + 2 * at: line.number for at, line in enumerate(paragraphs)
    }
    faults = tuple(
        replace(fault, path=path, line=numbers.get(fault.line, first_line))
        for fault in read_article_file(text.encode(), path).faults
    )
    return ImportedClipping(text, tuple(notices), faults)


def _head(lines: list[Line], notices: Notices) -> _Head:
    """The date of a clipping, from a line of its own or from a dispatch, which names its agency."""
    for at, line in enumerate(lines[:_HEAD]):
        date = _published(line.text)
        dispatch = None if date else _DISPATCH.fullmatch(line.text)
        if dispatch:
            date = _published(dispatch["date"] or dispatch["date2"])
        if not date and len(line.text) > _LONGEST_HEADLINE:
            break  # a paragraph: a date further on is one of the article's own
        if not date:
            continue
        for start, end in _FRENCH.find_misdated(folded := fold(line.text)):
            notices.at(line.number, f"« {folded[start:end]} » n’est pas ce jour de la semaine")
        if dispatch:
            cut = line.text[: dispatch.start("rest")].strip()
            notices.at(line.number, f"en-tête de dépêche retiré, « {cut} »")
            lines[at : at + 1] = [replace(line, text=rest) for rest in [dispatch["rest"]] if rest]
            source = dispatch["agency"] or dispatch["agency2"]
            return date, line.number, source
        if updated := _UPDATED.search(line.text):
            words = updated[0].strip(" ,|·•(-)")
            notices.at(line.number, f"retiré\u00a0: « {words} »")
        del lines[at]
        _tell_other_dates(lines[at:], date, notices)
        return date, line.number, ""
    return "", 0, ""


def _tell_other_dates(lines: list[Line], first: str, notices: Notices) -> None:
    """Says where another date stands on its own: there another article may begin."""
    for line in lines:
        date = _published(line.text)
        if date and date[:10] != first[:10]:
            two = "deux articles semblent réunis, tout est gardé"
            notices.at(line.number, f"une autre date, « {line.text} »\u202f; {two}")


def _published(line: str) -> str | None:
    """A date line as ISO 8601, to the minute where it gives the time."""
    # A clipping's date names its year: the year lent to one that does not is never used.
    if not re.search(r"\d{4}|\d[./]\d\d$|\d[./]\d\d\D", line) or len(line) > _LONGEST_HEADLINE:
        return None
    found = _FRENCH.find_dates(fold(line), _NO_DAY)
    if not found or found[0].date.precision != "day" or "/" in found[0].date.edtf:
        return None
    if not _BEFORE_DATE.fullmatch(line[: found[0].start].replace("\u00a0", " ")):
        return None
    rest = _UPDATED.sub("", line[found[0].end :]).rstrip(" .")
    if not rest.strip():
        return found[0].date.edtf
    time = _TIME.fullmatch(rest)
    if time is None:
        return None
    return f"{found[0].date.edtf}T{int(time['hour']):02}:{time['minute'] or '00'}"


def _without_byline(lines: list[Line], notices: Notices) -> tuple[str | None, list[Line]]:
    """The author that a line near the head names, and the other lines."""
    for at, line in enumerate(lines[:_HEAD]):
        match = _BYLINE.fullmatch(line.text)
        if match and match["author"][0].isupper():
            notices.at(line.number, f"signature, « {line.text} »")
            return match["author"], [*lines[:at], *lines[at + 1 :]]
    return None, lines


def _without_brand(
    lines: list[Line], date_line: int, names: set[str], notices: Notices
) -> list[Line]:
    """The lines without the name of the newspaper above that of the date."""
    brands = {squeeze(name).casefold() for name in names if name}
    above = [
        one for one in lines if one.number < date_line and squeeze(one.text).casefold() in brands
    ]
    for one in above:
        notices.at(one.number, f"nom du journal, retiré\u00a0: « {one.text} »")
    return [one for one in lines if one not in above]


def _parts(
    lines: list[Line], date_line: int, notices: Notices
) -> tuple[str, str | None, list[Line]]:
    lines = join_broken(lines, notices)
    if not lines:
        return "", None, []
    before = [line for line in lines if line.number < date_line]
    after = lines[len(before) :]
    header, deck = before, None
    if before and not _opens_article(before, after):
        deck = before.pop() if _is_deck(before) else None
        if deck and len(before[-1].text.split()) < _FEWEST:
            told = f"prise pour le titre, « {before[-1].text} »"
            told += f"\u202f; la ligne {deck.number} l’est pour le chapeau"
            notices.at(before[-1].number, told)
        if deck and not _told_again(deck, after, notices):
            after, deck = [deck, *after], None
        title, header = before[-1], before[:-1]
    else:
        title, *after = after or before
    after = [*(line for line in header if line.ends), *after]
    for line in header:
        if not line.ends:
            notices.at(line.number, f"avant l’article, retiré\u00a0: « {line.text} »")
    after = _not_again([title], after, notices)
    one, *others = after or [title]
    if not deck and others and (one.marked or not one.ends) and _told_again(one, others, notices):
        deck, after = one, others
    after = _not_again([title, *([deck] if deck else [])], after, notices)
    return title.text, deck.text if deck else None, after


def _not_again(head: list[Line], after: list[Line], notices: Notices) -> list[Line]:
    """The lines without those, first of all, that repeat the head."""
    repeated = {squeeze(line.text) for line in head}
    while len(after) > 1 and squeeze(after[0].text) in repeated:
        line, *after = after
        notices.at(line.number, f"répétée, retirée\u00a0: « {line.text} »")
    return after


def _opens_article(before: list[Line], after: list[Line]) -> bool:
    """Whether the headline comes after the date, below a newsletter's header."""
    newsletter = any(_NEWSLETTER.search(line.text) for line in before)
    return newsletter and len(after) > 1 and not after[0].ends


def _is_deck(before: list[Line]) -> bool:
    """Whether the last of these lines is a deck below a headline: a sentence, or the longer one."""
    last = before[-1]
    return len(before) > 1 and (last.ends or len(last.text) > len(before[-2].text))


def _told_again(deck: Line, after: list[Line], notices: Notices) -> bool:
    """Whether a deck tells no date, amount or quotation that would leave the story with it."""
    once, again = (
        {one.date.edtf for one in _FRENCH.find_dates(words, _NO_DAY)}
        | {(one.value, one.currency) for one in _FRENCH.find_amounts(words, _NO_DAY, "")}
        | set(_QUOTED.findall(words))
        for words in (fold(deck.text), fold("\n".join(line.text for line in after)))
    )
    if once <= again:
        return True
    notices.at(deck.number, "gardée dans le corps, la suite ne redit pas ce qu’elle dit")
    return False


def _once(paragraphs: list[Line], notices: Notices) -> list[Line]:
    """The paragraphs without the copies of the whole that follow it."""
    squeezed = [squeeze(paragraph.text) for paragraph in paragraphs]
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
