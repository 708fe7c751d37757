"""What the reader and the pages ask of a language."""

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from story.edtf_date import EdtfDate, FoundDate
from story.languages.found_types import Doubt, FoundAmount, FoundPerson, Unattributed
from story.model import Quotation
from story.reading.body import Body, Passage
from story.reading.quotation_marks import Quoted


@dataclass(frozen=True, slots=True)
class Clause:
    """The part of a sentence that says one thing.

    `head` and `rest` are offsets into the sentence; what lies between them, if anything, says
    something else. `head` is None where `rest` stands by itself.
    """

    head: tuple[int, int] | None
    rest: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The functions that find figures in a language; `code` is its ISO 639-1 code.

    They take folded text, and say places in offsets of it; those for dates and sums take the day
    it was published too, and those for sums the text around it, which may name a country.
    """

    code: str
    find_dates: Callable[[str, datetime.date], list[FoundDate]]
    find_amounts: Callable[[str, datetime.date, str], list[FoundAmount]]
    find_numbers: Callable[[str], list[Decimal]]
    common: re.Pattern[str]
    """Words that only this language has, in lower case without accents."""
    negation: re.Pattern[str]
    """Words that deny, in lower case without accents."""
    qualifiers: Mapping[str, re.Pattern[str]]
    """Words right before a figure that make it about, more or less than what it says."""
    actions: Mapping[str, re.Pattern[str]]
    """Words for actions, which may be denied; some have a contrary, which is asked about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language(Figures):
    """The functions that know a language in which articles are read."""

    sentence_bounds: Callable[[str, Sequence[tuple[int, int]]], list[tuple[int, int]]]
    find_misdated: Callable[[str], list[tuple[int, int]]]
    find_bad_elisions: Callable[[str], list[str]]
    find_doubtful: Callable[[str, datetime.date, str], list[Doubt]]
    find_people: Callable[[Body, Sequence[Passage], str], tuple[FoundPerson, ...]]
    attribute: Callable[
        [Body, Sequence[Passage], Sequence[Quoted], Sequence[FoundPerson]],
        tuple[tuple[Quotation, ...], tuple[Unattributed, ...]],
    ]
    find_informant: Callable[[str], tuple[int, int] | None]
    clause_around: Callable[[str, int, int, Sequence[tuple[int, int]]], Clause]
    typeset: Callable[[str], str]
    show_date: Callable[[EdtfDate], str]
    show_weekday: Callable[[datetime.date], str]
    language_name: Callable[[str], str]
