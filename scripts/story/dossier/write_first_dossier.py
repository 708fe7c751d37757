"""Writes the draft of an article as a first `dossier.fr.yml`, for a person to go on from.

It builds as it is: what does not hold by itself, alone in a file, is set aside for the writer to
decide.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from story.checking.check_statements import check_statements, unused
from story.checking.names import KnownNames
from story.typed_yaml.field_types import SUM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from story.model import Amount, Event, Fact, Person, Statement
    from story.reading.body import Body, Passage
    from story.reading.draft_from_article import Draft

_HEAD = """\
# yaml-language-server: $schema=schema/dossier.json
# Premier dossier, tiré de l’article seul : il se construit tel quel. À chaque entrée, remplacez les
# mots de l’article par une phrase à vous ; le passage qui l’appuie est déjà là. Le README décrit
# chaque section. À remplir d’abord :
#
# name: "Le nom du site"
# tagline: "ce qui suit ce nom dans le titre de l’accueil"
# description: "Le site en une phrase."
# title: "Le titre de l’accueil"
# published: 1998-01-31
# updated: 1998-01-31
# period: 1998/2004
# themes:
#   - {id: theme, name: "Un thème"}
"""
_COMMENTS = {
    "essentials": "Le premier écran : une étiquette et une phrase par fait.",
    "events": "La chronologie. Un titre à chacun (title: …), un thème au besoin (theme: …).",
    "people": "Personnes et organisations. Corrigez le genre (kind) et la fonction (role).",
    "amounts": "Les montants. Une nature (kind) et une étiquette (label) si on les compare.",
    "set_aside": "Ce qui n’est pas encore employé : à citer, ou à écarter avec une raison.",
}


def write_dossier(drafted: Draft) -> str:
    """The YAML of a first dossier, which reads back without a fault."""
    dossier, body = drafted.dossier, drafted.article.body
    sections: dict[str, list[tuple[Statement, list[str]]]] = {
        "essentials": [(one, _fact(one)) for one in dossier.essentials],
        "events": [(one, _event(one)) for one in dossier.events],
        "people": [(one, _person(one)) for one in dossier.people],
        "amounts": [(one, _amount(one)) for one in dossier.amounts if _is_sum(one)],
    }
    kept = {
        name: [(one, lines) for one, lines in entries if _holds(one, drafted)]
        for name, entries in sections.items()
    }
    text = _HEAD
    for name, entries in kept.items():
        lines = [line for one, keys in entries for line in _entry([*keys, *_evidence(one, body)])]
        text += _section(name, lines)
    used = [one for entries in kept.values() for one, _ in entries]
    left = dict.fromkeys(
        sentence
        for _, passage in unused(drafted, used, ())
        for sentence in drafted.sentences
        if sentence.overlaps(passage)
    )
    aside = [_entry([*_article(sentence, body), 'reason: "À décider."']) for sentence in left]
    return text + _section("set_aside", [line for lines in aside for line in lines])


def _section(name: str, lines: list[str]) -> str:
    body = "".join(f"{line}\n" for line in lines)
    return f"\n# {_COMMENTS[name]}\n{name}:\n{body}" if lines else ""


def _entry(keys: Iterable[str]) -> Iterator[str]:
    for number, key in enumerate(keys):
        yield f"  {'  ' if number else '- '}{key}"


def _quoted(text: str) -> str:
    """The text as YAML in double quotes, which JSON is."""
    return json.dumps(text, ensure_ascii=False)


def _holds(statement: Statement, drafted: Draft) -> bool:
    names = KnownNames(drafted.dossier.people, (), drafted)
    return not list(check_statements([statement], drafted, "", names))


def _is_sum(amount: Amount) -> bool:
    return SUM.parse(f"{amount.value.normalize():f}") is not None


def _fact(fact: Fact) -> list[str]:
    return [f"label: {_quoted(fact.label)}", f"text: {_quoted(fact.text)}"]


def _event(event: Event) -> list[str]:
    return [
        f"id: {_quoted(event.id)}",
        f"date: {_quoted(event.date.edtf)}",
        f"text: {_quoted(event.text)}",
        f"people: [{', '.join(map(_quoted, event.people))}]",
    ]


def _person(person: Person) -> list[str]:
    role = [f"role: {_quoted(person.role)}"] if person.role else []
    return [
        f"id: {_quoted(person.id)}",
        f"name: {_quoted(person.name)}",
        f"kind: {person.kind}",
        *role,
        f"aliases: [{', '.join(map(_quoted, person.aliases))}]",
        f"text: {_quoted(person.text)}",
    ]


def _amount(amount: Amount) -> list[str]:
    return [
        f"id: {amount.id}",
        f"value: {amount.value.normalize():f}",
        f"currency: {amount.currency}",
        f"text: {_quoted(amount.text)}",
    ]


def _evidence(statement: Statement, body: Body) -> Iterator[str]:
    yield "evidence:"
    for passage in statement.passages:
        yield f"  - {{{', '.join(_article(passage, body))}}}"


def _article(passage: Passage, body: Body) -> list[str]:
    """The keys that find a passage again: its words, more where they are said twice."""
    start, end = passage.start, passage.end
    around = body.paragraph(passage).passage
    while len(body.places(body.text[start:end])) > 1 and (start > around.start or end < around.end):
        start = max(body.text.rfind(" ", around.start, max(start - 1, around.start)), around.start)
        blank = body.text.find(" ", end + 1, around.end)
        end = around.end if blank < 0 else blank
    words = body.passage(start, end)
    places = body.places(words.exact)
    number = [f"occurrence: {places.index(words) + 1}"] if len(places) > 1 else []
    return [f"article: {_quoted(words.exact)}", *number]
