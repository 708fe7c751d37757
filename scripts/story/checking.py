"""Holds each statement against its evidence, and the article against the statements.

Every date, amount, number and quotation in a statement has to be found in its evidence. A date is
found where the evidence gives the same one, or one more precise within it; the date of a source
counts as part of its passage. Figures that are computed are declared, and were computed already.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from story.evidence import (
    QUOTED,
    Computation,
    Evidence,
    SourcePassage,
    Statement,
    foreign_quotations,
)
from story.faults import Fault
from story.languages import FIGURES, LANGUAGES
from story.story import Story, set_aside
from story.text import Passage, Places, fold, squeeze

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator

    from story.article import Article
    from story.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Figures:
    """The dates, amounts and other numbers of a text."""

    dates: frozenset[str]
    amounts: frozenset[tuple[Decimal, str]]
    numbers: frozenset[Decimal]


@cache
def find_figures(text: str, code: str, day: datetime.date) -> Figures:
    """The figures of a text in this language, written on this day."""
    language = FIGURES[code]
    folded = fold(text)
    dates = language.find_dates(folded, day)
    amounts = language.find_amounts(folded)
    rest = list(folded)
    for start, end in [(found.start, found.end) for found in dates] + [
        (found.start, found.end) for found in amounts
    ]:
        rest[start:end] = " " * (end - start)
    return Figures(
        frozenset(found.date.edtf for found in dates),
        frozenset((found.value, found.currency) for found in amounts),
        frozenset(language.find_numbers("".join(rest))),
    )


def check_statements(dossier: Dossier, article: Article, path: str) -> list[Fault]:
    """What statements say that their evidence does not, each with its line."""
    return [
        Fault(path, statement.line, problem, "ce que disent ses appuis, ou un appui de plus")
        for statement in (*dossier.statements(), *dossier.headings())
        for problem in unsupported(statement, article)
    ] + [
        Fault(
            path,
            entry.line,
            f"« {entry['value']} {entry['currency']} » n’est pas la somme de « {entry['text']} »",
            "la même somme dans « value », « currency » et « text »",
        )
        for entry in dossier["amounts"]
        if (Decimal(entry["value"]), entry["currency"])
        not in find_figures(entry["text"], article.language, article.day).amounts
    ]


def unsupported(statement: Statement, article: Article) -> Iterator[str]:
    """What a statement says that its evidence does not."""
    said = find_figures(_own_words(statement, article), statement.language, article.day)
    known = [_figures_of(item, article) for item in statement.evidence]
    yield from _unsupported_dates(statement, said, known, article)
    yield from _unsupported_values(statement, said, known)
    yield from _unsupported_words(statement, article)


def _own_words(statement: Statement, article: Article) -> str:
    """The statement less what it gives word for word in another language, and so is supported."""
    own = list(statement.text)
    for quoted, _ in foreign_quotations(statement.text, statement.evidence, article.language):
        own[quoted.start(1) : quoted.end(1)] = " " * len(quoted[1])
    return "".join(own)


def _unsupported_dates(
    statement: Statement, said: Figures, known: list[Figures], article: Article
) -> Iterator[str]:
    if statement.language == article.language:
        for date in LANGUAGES[article.language].find_misdated(fold(statement.text)):
            yield f"« {date} » n’est pas ce jour de la semaine"
    dates = {date for figures in known for date in figures.dates}
    dates |= set(_dates_of_others(statement))
    apart = {statement.date.edtf} if statement.date else set()
    for date in sorted(said.dates | apart):
        if not is_supported(date, dates):
            yield f"la date « {date} » n’est pas dans ses appuis"


def _unsupported_values(statement: Statement, said: Figures, known: list[Figures]) -> Iterator[str]:
    amounts = {amount for figures in known for amount in figures.amounts}
    numbers = {number for figures in known for number in figures.numbers}
    for value, currency in sorted(said.amounts):
        if (value, currency) not in amounts and not _is_computed(value, statement.evidence):
            yield f"le montant « {value.normalize():f} {currency} » n’est pas dans ses appuis"
    for number in sorted(said.numbers):
        if number not in numbers and not _is_computed(number, statement.evidence):
            yield f"le nombre « {number.normalize():f} » n’est pas dans ses appuis"


def _unsupported_words(statement: Statement, article: Article) -> Iterator[str]:
    texts = [squeeze(_text_of(item)).casefold() for item in statement.evidence]
    quoted = QUOTED.findall(statement.text)
    if statement.language != article.language:
        quoted = [statement.text]  # what is given in its own language is given word for word
    for words in map(squeeze, quoted):
        if not any(words.casefold() in text for text in texts):
            yield f"la citation « {words} » n’est pas dans ses appuis"


def _dates_of_others(statement: Statement) -> Iterator[str]:
    """The dates of the other sources that say the same, which may settle a day."""
    for item in statement.evidence:
        if isinstance(item, SourcePassage):
            yield from (source.date.edtf for source in item.see if source.date)


def _text_of(item: Evidence) -> str:
    return item.text if isinstance(item, Computation) else item.exact


def _figures_of(item: Evidence, article: Article) -> Figures:
    """The figures of an evidence; its numbers hold those of its dates and amounts too."""
    if isinstance(item, Computation):
        values = frozenset((*item.operands, item.result))
        return Figures(frozenset(), frozenset(), values)
    if isinstance(item, Passage):
        return _with_numbers(item.exact, article.language, article.day)
    source = item.source
    day = source.date.first_day if source.date else article.day
    figures = _with_numbers(item.exact, source.language, day)
    if source.date is None:
        return figures
    return Figures(figures.dates | {source.date.edtf}, figures.amounts, figures.numbers)


def _with_numbers(text: str, code: str, day: datetime.date) -> Figures:
    figures = find_figures(text, code, day)
    every = frozenset(FIGURES[code].find_numbers(fold(text)))
    values = frozenset(value for value, _ in figures.amounts)
    return Figures(figures.dates, figures.amounts, figures.numbers | every | values)


def _is_computed(value: Decimal, evidence: Iterable[Evidence]) -> bool:
    """Whether a computation gives this value, in units, millions or billions."""
    results = [item.result for item in evidence if isinstance(item, Computation)]
    return any(value == result * 10**power for result in results for power in (0, 6, 9))


def is_supported(said: str, known: Iterable[str]) -> bool:
    """Whether known dates support one that is said; both ends of an interval have to be known."""
    dates = set(known)
    if said in dates:
        return True
    ends = [end for end in said.split("/") if end != ".."]
    return all(any(_covers(end.rstrip("~"), date) for date in dates) for end in ends)


def _covers(said: str, known: str) -> bool:
    """Whether a known date is the one that is said, or lies within it."""
    known = known.rstrip("~")
    if said.endswith("X"):
        return known.startswith(said[:3])
    return known == said or known.startswith(f"{said}-")


def check_coverage(story: Story) -> list[Fault]:
    """What the article says that no statement uses and that is not set aside with a reason."""
    article, dossier = story.article, story.dossier
    used = Places(passage for said in dossier.statements() for passage in said.passages)
    aside = Places(set_aside(dossier, article))
    faults = []
    for what, passage in _claims(story):
        if used.overlap(passage) or aside.hold(passage):
            continue
        line = article.body.line(passage.start)
        problem = f"{what} sans emploi\u00a0: « {passage.exact} »"
        expected = "une affirmation qui s’y appuie, ou set_aside"
        faults.append(Fault(article.path, line, problem, expected))
    return faults


def _claims(story: Story) -> Iterator[tuple[str, Passage]]:
    """Everything that the article says and that a statement has to use."""
    yield from (("phrase", sentence) for sentence in story.coverage.sentences)
    yield from (("date", date) for date in story.dates)
    yield from (("montant", place) for amount in story.amounts for place in amount.evidence)
    yield from (("citation", quotation.passage) for quotation in story.exchange)
    yield from (("nom", person.mentions[0]) for person in story.people)
