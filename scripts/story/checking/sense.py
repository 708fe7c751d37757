"""What words alone do not show: a negation or a direction that the evidence has and we have not.

Nothing here proves anything: where a statement and its evidence part, a person is asked to read
both again and to say so (`checked`). Few words are known, in each language of sources.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from story.evidence import SourcePassage, quotations_in
from story.faults import Fault
from story.languages import FIGURES
from story.reading.body import Passage, fold, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from story.evidence import Evidence
    from story.model import Statement

# Directions of which one is said where the other is meant.
OPPOSITES = (
    ("refuse", "accept"),
    ("leave", "join"),
    ("before", "after"),
    ("buy", "sell"),
    ("keep", "lose"),
    ("begin", "end"),
    ("rise", "fall"),
    ("win", "defeat"),
)


def check_sense(statements: Iterable[Statement], code: str, path: str) -> Iterator[Fault]:
    """What a person is asked to read again, with the line of each statement."""
    expected = "une relecture des deux, et une ligne « checked: … » qui dit ce qu’elle montre"
    for statement in statements:
        for doubt in doubts(statement, code):
            yield Fault(path, statement.line, doubt, expected)


def doubts(statement: Statement, code: str) -> Iterator[str]:
    """What a person has to read again in a statement in this language, and what it is about."""
    if statement.checked or statement.written_in not in {None, code}:
        return
    told = [(_own(statement.text), code)]
    read = list(_texts(statement.evidence, code))
    if not read:
        return
    # A refusal denies, unless it is itself denied.
    refused = _says("refuse", read) and not _says("refuse", told)
    if _negated(told) and not _negated(read) and not refused:
        yield "une négation que ses appuis n’ont pas"
    # What it quotes may be in any language.
    whole = [(statement.text, known) for known in FIGURES]
    if _negated(read) and not _negated(whole) and not _says("refuse", told):
        yield "ses appuis ont une négation, et elle n’en a pas"
    for pair in OPPOSITES:
        for one, other in (pair, pair[::-1]):
            contrary = _says(one, told) and not _says(other, told)
            if contrary and _says(other, read) and not _says(one, read):
                yield "ses appuis disent le contraire d’un de ses mots"


def _own(text: str) -> str:
    """The text without what it quotes."""
    own = list(text)
    for start, end in quotations_in(text):
        own[start:end] = " " * (end - start)
    return "".join(own)


def _texts(evidence: Iterable[Evidence], code: str) -> Iterator[tuple[str, str]]:
    for item in evidence:
        if isinstance(item, SourcePassage):
            yield item.exact, item.source.language
        elif isinstance(item, Passage):
            yield item.exact, code


def _negated(texts: Iterable[tuple[str, str]]) -> bool:
    return any(FIGURES[code].negation.search(plain(fold(text))) for text, code in texts)


def _says(direction: str, texts: Iterable[tuple[str, str]]) -> bool:
    return any(
        FIGURES[code].directions[direction].search(plain(fold(text))) for text, code in texts
    )
