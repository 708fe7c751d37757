"""Writes the draft of an article as a first `dossier.fr.yml`, for a person to go on from.

It builds as it is: what does not hold by itself, alone in a file, is set aside for the writer to
decide.
"""

import dataclasses
import json
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import TypeVar

from story.checking.check_statements import check_statements, unused
from story.checking.contradictions import questions
from story.checking.names import KnownNames
from story.edtf_date import EdtfDate
from story.model import Caption, Statement
from story.reading.body import CUT, LONGEST_PASSAGE, Body, Passage, quoted
from story.reading.draft_from_article import Draft
from story.typed_yaml.field_types import HEADING, SUM, keys_of
from story.unfinished import SAMPLES, TO_DECIDE

T = TypeVar("T", bound=Statement)

_HEAD = f"""\
# yaml-language-server: $schema=schema/dossier.json
# Premier dossier, tiré de l’article seul : il se construit tel quel. À chaque entrée, remplacez les
# mots de l’article par une phrase à vous ; le passage qui l’appuie est déjà là. Le README décrit
# chaque section. À remplir d’abord :
#
# name: "{SAMPLES["name"]}"
# tagline: "{SAMPLES["tagline"]}"
# description: "{SAMPLES["description"]}"
# title: "{SAMPLES["title"]}"
# published: 1998-01-31
# updated: 1998-01-31
# period: 1998/2004
# themes:
#   - {{id: theme, name: "{SAMPLES["theme"]}"}}
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
    names = KnownNames(dossier.people, (), drafted)

    def held(entries: Iterable[T]) -> list[T]:
        found = (_found_again(one, body) for one in entries)
        return [one for one in found if _holds(one, drafted, names)]

    people = held(dossier.people)
    known = {one.id for one in people}
    sections: dict[str, Sequence[Statement]] = {
        "essentials": held(dossier.essentials),
        "events": held(event.among(known) for event in dossier.events),
        "people": people,
        "amounts": held(one for one in dossier.amounts if SUM.parse(_written(one.value))),
    }
    text, used = _HEAD, [one for entries in sections.values() for one in entries]
    for name, entries in sections.items():
        text += _section(name, [_keys(one, drafted) for one in entries])
    whole = set(drafted.sentences)
    # Sentences that nothing rests on, and of the others what is left of them.
    left = dict.fromkeys(one for _, one in unused(drafted, used, ()) if one in whole)
    left |= dict.fromkeys(one for _, one in unused(drafted, used, left))
    reason = f"reason: {_written(TO_DECIDE)}"
    aside = [[*_article(one, body), reason] for one in sorted(left, key=lambda one: one.start)]
    return text + _section("set_aside", aside)


def _section(name: str, entries: Iterable[Iterable[str]]) -> str:
    lines = [
        f"  {'  ' if number else '- '}{line}\n"
        for entry in entries
        for number, line in enumerate(entry)
    ]
    return f"\n# {_COMMENTS[name]}\n{name}:\n{''.join(lines)}" if lines else ""


def _keys(statement: Statement, drafted: Draft) -> Iterator[str]:
    """The lines of an entry: what it has of its keys, its words last, then its evidence."""
    keys = sorted(keys_of(type(statement)), key=lambda key: key.name == "text")
    for key in keys:
        if value := getattr(statement, key.field):
            yield f"{key.name}: {_written(value)}"
    told = [statement, *_over(statement)]
    if asked := [word for said in told for word, _ in questions(said, drafted.article.language)]:
        words = ", ".join(f"« {word} »" for word in dict.fromkeys(asked))
        yield f"checked: {_written(f'{words} : mots de l’article')}"
    yield "evidence:"
    for passage in statement.passages:
        yield f"  - {{{', '.join(_article(passage, drafted.article.body))}}}"


def _written(value: object) -> str:
    """A value as YAML, on a line: a text in double quotes, which are those of JSON."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    text = value.edtf if isinstance(value, EdtfDate) else str(value)
    return json.dumps(text, ensure_ascii=False)


def _holds(statement: Statement, drafted: Draft, names: KnownNames) -> bool:
    lengths = [len(one.exact.split()) for one in statement.passages]
    short = 0 < max(lengths, default=0) <= LONGEST_PASSAGE
    told = [statement, *_over(statement)]
    return short and not list(check_statements(told, drafted, "", names))


def _over(statement: Statement) -> Iterator[Caption]:
    """The words over a statement, a label or a role, which rest on what it rests on."""
    for key in keys_of(type(statement)):
        if key.holds is HEADING and (words := getattr(statement, key.field)):
            yield Caption(text=words, evidence=statement.evidence, answered=True)


def _found_again(statement: T, body: Body) -> T:
    """The statement with passages that can be told apart in the article, and words that are few."""
    text = statement.text
    if [quoted(one.exact) for one in statement.passages] == [text]:
        short = body.shortened(statement.passages[0])
        if short not in statement.passages:
            text = quoted(f"{short.exact} {CUT}")
            statement = dataclasses.replace(statement, text=text, evidence=(short,))
    passages = tuple(_unique(one, body) for one in statement.passages)
    return dataclasses.replace(statement, evidence=passages)


def _unique(passage: Passage, body: Body) -> Passage:
    """A passage with more words around it, where its own are said twice."""
    start, end = passage.start, passage.end
    around = body.paragraph(passage).passage
    while len(body.places(body.text[start:end])) > 1 and (start > around.start or end < around.end):
        start = max(body.text.rfind(" ", around.start, max(start - 1, around.start)), around.start)
        blank = body.text.find(" ", end + 1, around.end)
        end = around.end if blank < 0 else blank
    return body.passage(start, end)


def _article(passage: Passage, body: Body) -> list[str]:
    """The keys that find a passage again: its words, and their rank where they come twice."""
    places = body.places(passage.exact)
    number = [f"occurrence: {places.index(passage) + 1}"] if len(places) > 1 else []
    return [f"article: {_written(passage.exact)}", *number]
