"""Statements, and what supports them: passages of the article and of other sources."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from story.text import Passage, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from story.dates import EdtfDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text other than the article. `url` is None where its address is not known."""

    id: str
    publisher: str
    title: str | None
    url: str | None
    date: EdtfDate | None
    language: str
    note: str | None
    line: int
    passages: tuple[str, ...] = ()
    """What was read there, as it was transcribed: each quotation of it has to be in one of them."""


@dataclass(frozen=True, slots=True)
class SourcePassage:
    """Words of a source, exactly; `see` are other sources that say the same."""

    source: Source
    exact: str
    see: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Computation:
    """A figure of ours: `97.4 / 9.74 = 10`, or `≈` where it is rounded to the digits given."""

    text: str
    operands: tuple[Decimal, ...]
    result: Decimal


Evidence = Passage | SourcePassage | Computation


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence of ours with its evidence; `line` is where it is written."""

    text: str
    evidence: tuple[Evidence, ...]
    line: int = 0
    language: str = "fr"
    date: EdtfDate | None = None
    """When what it says was, where the entry gives that apart; its evidence has to give it too."""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages of the article among the evidence."""
        return tuple(item for item in self.evidence if isinstance(item, Passage))


QUOTED = re.compile(r"«\s*(.*?)\s*»")


def foreign_quotations(
    text: str, evidence: Iterable[Evidence], language: str
) -> Iterator[tuple[re.Match[str], str]]:
    """What a text in a language quotes word for word from evidence in another, with that language.

    Of each match, group 1 is the words between the marks.
    """
    others = [
        (squeeze(item.exact).casefold(), item.source.language)
        for item in evidence
        if isinstance(item, SourcePassage) and item.source.language != language
    ]
    for quoted in QUOTED.finditer(text):
        words = squeeze(quoted[1]).casefold()
        found = next((code for exact, code in others if words in exact), None)
        if found:
            yield quoted, found
