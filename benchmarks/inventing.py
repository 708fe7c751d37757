"""Invents content of any size: an article, and a dossier with its sources. The same for a seed.

Every tenth event rests on a sentence of the article too, and every source supports ten events, so
that all parts grow together; the people stay the same.
"""

from __future__ import annotations

import datetime
import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SEED = 20250212
_FIRST, _LAST = datetime.date(2015, 1, 1), datetime.date(2025, 12, 31)
_EVENTS_A_SOURCE = 10
_MONTHS = """janvier février mars avril mai juin juillet août septembre octobre novembre
décembre""".split()
_PEOPLE = {
    "karsenty": "Judith Karsenty",
    "meulen": "Joost Meulen",
    "ferrand": "Alice Ferrand",
    "oduya": "Samuel Oduya",
}
_GIVEN = "Anne Bruno Claire Denis Elsa Farid Gilles Hélène Igor Jeanne Karim Louise".split()
_SYLLABLES = "bar cor del fan gui lor mau nes pil ros sal tan ver vin zel dor".split()
_THINGS = """ateliers entrepôts serveurs brevets journaux navires terrains immeubles studios
laboratoires""".split()
_WORDS = ("payer ces", "vendre les", "céder des", "reprendre nos", "garder mes", "louer vos")
_THEMES = ("fondation", "structure", "financement", "concurrence", "litige", "offre")
_HEAD = """---
title: Le groupe Talvera achète et vend
date: 2026-01-15
source: Le Fil des affaires
---
"""
_DOSSIER = (
    """published: 2026-01-16
updated: 2026-01-16
title: "Le groupe Talvera achète et vend"
themes:
"""
    + "".join(f"  - {{id: {theme}, name: {theme}}}\n" for theme in _THEMES)
    + "people:\n"
)


def invent_article(size: int) -> bytes:
    """An article of at least this many bytes."""
    rng = random.Random(SEED)  # noqa: S311 - filler, not a secret
    parts = [_HEAD]
    length = len(_HEAD.encode())
    while length < size:
        paragraph = "\n" + " ".join(_sentence(rng) for _ in range(rng.randint(2, 6))) + "\n"
        parts.append(paragraph)
        length += len(paragraph.encode())
    return "".join(parts).encode()


def invent_content(folder: Path, events: int) -> None:
    """Writes a content folder with this many events."""
    rng = random.Random(SEED)  # noqa: S311 - filler, not a secret
    span = (_LAST - _FIRST).days
    days = sorted(_FIRST + datetime.timedelta(rng.randint(0, span)) for _ in range(events))
    told = {number: _sentence(rng, number, days[number]) for number in range(0, events, 10)}
    facts = [_fact(rng, number) for number in range(events)]
    folder.mkdir(parents=True)
    article = _HEAD + "".join(f"\n{sentence}\n" for sentence in (*_cast(), *told.values()))
    (folder / "article.fr.md").write_text(article, "utf-8")
    (folder / "sources.yml").write_text("".join(_sources(days, facts)), "utf-8")
    dossier = "".join(_dossier(days, facts, told))
    (folder / "dossier.fr.yml").write_text(dossier, "utf-8")


def _amount(rng: random.Random) -> str:
    return f"{rng.randint(2, 999)},{rng.randint(1, 9)} millions d’euros"


def _written(day: datetime.date) -> str:
    return f"{'1er' if day.day == 1 else day.day} {_MONTHS[day.month - 1]} {day.year}"


def _sentence(rng: random.Random, number: int = 0, day: datetime.date | None = None) -> str:
    """A sentence with a date, and an amount or a quotation."""
    number = number or rng.randint(1, 10**6)
    day = day or _FIRST + datetime.timedelta(rng.randint(0, (_LAST - _FIRST).days))
    who, what = _somebody(rng), rng.choice(_THINGS)
    if rng.random() < 1 / 3:
        said = f"« Nous allons {rng.choice(_WORDS)} {what} du lot {number}. »"
        return f"Le {_written(day)}, {who} a déclaré : {said}"
    where = rng.choice(("à Lyon", "à midi pile", "comme prévu", "après un vote"))
    return (
        f"Le {_written(day)}, {who} a cédé {where} les {what} du lot {number} pour {_amount(rng)}."
    )


def _somebody(rng: random.Random) -> str:
    """One of the cast or, one time in ten, somebody new."""
    if rng.random() < 9 / 10:
        return rng.choice(list(_PEOPLE.values()))
    return f"{rng.choice(_GIVEN)} {''.join(rng.choices(_SYLLABLES, k=4)).capitalize()}"


def _fact(rng: random.Random, number: int) -> str:
    return (
        f"le groupe Talvera a acheté les {rng.choice(_THINGS)} du lot {number} pour {_amount(rng)}"
    )


def _cast() -> Iterator[str]:
    """A sentence for everybody, so that names come with a role."""
    yield from (f"{name}, avocate du groupe Talvera, suit l’affaire." for name in _PEOPLE.values())


def _sources(days: list[datetime.date], facts: list[str]) -> Iterator[str]:
    for first in range(0, len(facts), _EVENTS_A_SOURCE):
        yield f"journal-{first // _EVENTS_A_SOURCE}:\n  publisher: Le Journal {first}\n"
        yield "  language: fr\n  passages:\n"
        for number in range(first, min(first + _EVENTS_A_SOURCE, len(facts))):
            yield f'    - "Le {_written(days[number])}, {facts[number]}."\n'


def _dossier(days: list[datetime.date], facts: list[str], told: dict[int, str]) -> Iterator[str]:
    yield _DOSSIER
    for (id_, name), sentence in zip(_PEOPLE.items(), _cast(), strict=True):
        yield f'  - {{id: {id_}, name: "{name}", kind: person, role: "Avocate", '
        yield f'text: "Suit l’affaire.", evidence: [{{article: "{sentence}"}}]}}\n'
    yield "events:\n"
    for number, (day, fact) in enumerate(zip(days, facts, strict=True)):
        passage = f"Le {_written(day)}, {fact}"
        yield f'  - id: lot-{number}\n    date: {day}\n    title: "Le lot {number}"\n'
        yield f"    theme: {_THEMES[number % len(_THEMES)]}\n"
        yield f"    people: [{list(_PEOPLE)[number % len(_PEOPLE)]}]\n"
        yield f'    text: "{passage}."\n    evidence:\n'
        source = f"journal-{number // _EVENTS_A_SOURCE}"
        yield f'      - {{source: {source}, passage: "{passage}"}}\n'
        if number in told:
            yield f'      - {{article: "{told[number]}"}}\n'
