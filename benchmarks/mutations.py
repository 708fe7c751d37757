"""Changes the dossier in ways that would deceive a reader, and counts what the check catches.

    python benchmarks/mutations.py

The table says, kind by kind, how many changes were tried, how many are faults, and how many ask for
a second reading. What is left is what the check does not see. `--dossier` prints it as the section
`trials` of the dossier, which "Sources et méthode" shows; a test holds that section to be current.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from common import ROOT, table

sys.path.insert(0, str(ROOT / "scripts"))

from story.checking.check_statements import check_statements
from story.checking.contradictions import check_sense
from story.checking.names import KnownNames
from story.content_folder import ARTICLE, DOSSIER, SOURCES
from story.dossier.read_dossier import read_dossier, read_sources
from story.evidence import quotations_in
from story.model import Caption, Edge, Event, Person, Term
from story.reading.article_file import read_article_file
from story.reading.draft_from_article import draft

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from story.dossier.read_dossier import DossierFile


class Change(NamedTuple):
    """A kind of change, and the text that it makes."""

    kind: str
    text: str


_TURNED = (
    ("rejette", "accepte"), ("refuse", "accepte"), ("décline", "accepte"), ("quitte", "rejoint"),
    ("départ", "retour"), ("avant", "après"), ("achète", "vend"), ("acquiert", "vend"),
    ("achat", "vente"), ("garde", "perd"), ("maintient", "abandonne"), ("conserverait", "perdrait"),
    ("révoque", "nomme"), ("lance", "ferme"), ("achève", "commence"), ("augmente", "baisse"),
    ("gagne", "perd"),
)  # fmt: skip
_OTHER_WAY = {one: other for pair in _TURNED for one, other in (pair, pair[::-1])}
_SCALES = {"milliards": "millions", "millions": "milliards", "milliard": "million",
           "dollars": "euros"}  # fmt: skip
_WORDS = {"un dixième": "un cinquième", "deux": "trois", "trois": "quatre", "cinq": "six",
          "dixième": "tiers", "moitié": "tiers"}  # fmt: skip
_VERBS = (
    "annonce|rejette|achète|quitte|révoque|contrôle|détient|dirige|lance|garde|propose|refuse|"
    "accepte|investit|publie|rapporte|achève|retire|vend|acquiert"
)


def changes(text: str, people: Sequence[str], publishers: Iterable[str]) -> Iterator[Change]:
    """Every change of a text."""
    for match in re.finditer(r"\d", text):
        digit = str((int(match[0]) + 1) % 10)
        yield Change("un chiffre", f"{text[: match.start()]}{digit}{text[match.end() :]}")
    for kind, words in (
        ("l’échelle d’une somme, ou sa devise", _SCALES),
        ("un nombre en lettres", _WORDS),
        ("un verbe ou un sens retourné", _OTHER_WAY),
    ):
        for word, other in words.items():
            for match in re.finditer(rf"\b{word}\b", text):
                yield Change(kind, f"{text[: match.start()]}{other}{text[match.end() :]}")
    for match in re.finditer(r"\benviron ", text):
        yield Change("le mot environ retiré", f"{text[: match.start()]}{text[match.end() :]}")
    for match in re.finditer(r"\s?%", text):
        yield Change(
            "un signe de pourcentage retiré", f"{text[: match.start()]}{text[match.end() :]}"
        )
    yield from _names("le nom de quelqu’un", text, people)
    yield from _names("le nom d’un éditeur", text, publishers)
    yield from _denials(text)
    yield from _swapped(text, people)
    for start, end in quotations_in(text):
        if letter := re.search(r"[a-z]", text[start:end]):
            at = start + letter.start()
            changed = "q" if text[at] != "q" else "z"
            inside = f"{text[start:at]}{changed}{text[at + 1 : end]}"
            yield Change("une lettre d’une citation", f"{text[:start]}{inside}{text[end:]}")
            before, after = text[:start].rstrip()[:-1], text[end:].lstrip()[1:]
            yield Change("une lettre d’une citation", f"{before}“{inside}”{after}")


def additions(text: str) -> Iterator[Change]:
    """What may be invented after a text."""
    text = text if text.endswith(tuple(".!?»")) else f"{text}."
    yield Change("un nombre inventé", f"{text} Il y en a 83.")
    yield Change("un nom inventé", f"{text} Selon Varenne, c’est ainsi.")
    yield Change("une citation inventée", f"{text} « C’est ainsi », dit-on.")
    yield Change("un fait inventé, sans chiffre, nom ni négation", f"{text} La presse s’en étonne.")


def _names(kind: str, text: str, names: Iterable[str]) -> Iterator[Change]:
    every = list(names)
    for number, name in enumerate(every):
        other = every[(number + 1) % len(every)]
        alike = name in other or other in name
        if re.search(rf"\b{re.escape(name)}\b", text) and other not in text and not alike:
            yield Change(kind, text.replace(name, other, 1))


def _swapped(text: str, people: Sequence[str]) -> Iterator[Change]:
    """Each name told of the next, and the reverse; another put beside who speaks."""
    every = "|".join(rf"\b{re.escape(name)}\b" for name in people)
    for one, other in pairwise([*re.finditer(every, text)]):
        if one[0] != other[0]:
            between = text[one.end() : other.start()]
            changed = f"{text[: one.start()]}{other[0]}{between}{one[0]}{text[other.end() :]}"
            yield Change("deux noms échangés", changed)
    for said in re.finditer(rf"», \w+ ({every})|({every})(?= [^.»:]*: «)", text):
        start, end = said.span(said.lastindex or 0)
        beside = next(name for name in people if name not in text)
        changed = f"{text[:start]}{beside}, face à {text[start:end]},{text[end:]}"
        yield Change("l’auteur d’une citation", changed)


def _denials(text: str) -> Iterator[Change]:
    bare = re.sub(r"\b(?:ne |n’)(\w+)\s(?:pas|plus|jamais)\b", r"\1", text)
    if bare != text:
        yield Change("une négation retirée", bare)
    if (verb := re.search(rf"\b(?:{_VERBS})\b", text)) and "ne " not in text[: verb.start()][-4:]:
        ne = "n’" if verb[0][0] in "aéi" else "ne "
        changed = f"{text[: verb.start()]}{ne}{verb[0]} pas{text[verb.end() :]}"
        yield Change("une négation ajoutée", changed)


def measure() -> dict[str, Counter[str]]:
    """For each kind of change, how many were tried, caught and asked about."""
    content = ROOT / "content"
    if not (content / DOSSIER).is_file():  # an article alone: nothing of ours to change
        return {}
    article = read_article_file((content / ARTICLE).read_bytes(), ARTICLE)
    if article.article is None or article.body is None:
        sys.exit("the article has faults")
    drafted = draft(article.article)
    named = content / SOURCES
    listed = read_sources(named.read_bytes() if named.is_file() else b"", SOURCES)
    sources = listed.sources
    read = read_dossier((content / DOSSIER).read_bytes(), DOSSIER, article.body, listed)
    told = [one for one in read.statements if isinstance(one, Person)]
    names = KnownNames(told, sources.values(), drafted)
    # Somebody is exchanged for somebody, an organisation for another.
    people = [
        person.name for kind in ("person", "organisation") for person in told if person.kind == kind
    ]
    publishers = sorted({source.publisher.split(",")[0] for source in sources.values()} - {*people})
    found: dict[str, Counter[str]] = {}
    for statement in (*read.statements, *read.captions):
        if isinstance(statement, Term) or statement.written_in:
            continue
        every = list(changes(statement.text, people, publishers))
        every += [] if isinstance(statement, Caption) else additions(statement.text)
        for kind, text in every:
            changed = replace(statement, text=text)
            faults = check_statements([changed], drafted, "", names)
            asked = check_sense([changed], drafted.article.language, "", names)
            _count(found, kind, faults, asked)
    _measure_parts(found, read, names, [person.id for person in told])
    return found


def _measure_parts(
    found: dict[str, Counter[str]], read: DossierFile, names: KnownNames, ids: list[str]
) -> None:
    """Each of those who take part, exchanged for the next who does not."""
    for told in [one for one in read.statements if isinstance(one, Event | Edge)]:
        for id_ in told.people:
            after = ids[ids.index(id_) + 1 :] + ids[: ids.index(id_)]
            other = next(one for one in after if one not in told.people)
            changed = names.without_part(replace(told, people=(other,)))
            _count(found, "qui prend part à un événement, ou à un lien", changed, [])


def _count(
    found: dict[str, Counter[str]], kind: str, faults: Iterable[object], asked: Iterable[object]
) -> None:
    counts = found.setdefault(kind, Counter())
    counts["tried"] += 1
    if any(True for _ in faults):
        counts["caught"] += 1
    elif any(True for _ in asked):
        counts["asked"] += 1


def trials(found: dict[str, Counter[str]]) -> list[tuple[str, int, int]]:
    """Each kind of change, how many were tried and how many missed; the most missed first."""
    counted = [
        (kind, counts["tried"], counts["tried"] - counts["caught"] - counts["asked"])
        for kind, counts in found.items()
    ]
    return sorted(counted, key=lambda trial: (-trial[2] / trial[1], trial[0]))


def section(found: dict[str, Counter[str]]) -> str:
    """The same as a section of the dossier."""
    lines = ["trials:"]
    for kind, tried, missed in trials(found):
        rest = f", missed: {missed}" if missed else ""
        lines.append(f'  - {{change: "{kind}", tried: {tried}{rest}}}')
    return "\n".join(lines)


def show(found: dict[str, Counter[str]]) -> str:
    """The counts as a Markdown table."""
    rows = []
    for kind, counts in sorted(found.items()):
        share = (counts["caught"] + counts["asked"]) / counts["tried"]
        rows.append(
            [kind, *(str(counts[name]) for name in ("tried", "caught", "asked")), f"{share:.0%}"]
        )
    return table(("changed", "tried", "faults", "asked", "seen"), rows)


if __name__ == "__main__":
    print(section(measure()) if "--dossier" in sys.argv[1:] else show(measure()))
