"""Holds each statement against its evidence, and the article against the statements.

Every date, amount, number and quotation in a statement has to be found in its evidence. A date is
found where the evidence gives the same one, or one more precise within it; the date of a source
counts as part of its passages that give none. Figures that are computed are declared, and were
computed already. Each name that is known has to stand there too.
"""

import datetime
import re
from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from story.checking.names import KnownNames
from story.evidence import Computation, Evidence, SourcePassage, foreign_quotations, quotations_in
from story.faults import Fault
from story.languages import FIGURES, LANGUAGES
from story.languages.language import Figures, Language
from story.model import Amount, Caption, Original, Statement
from story.reading.article_file import Article
from story.reading.body import CUT, Passage, Places, comparable, fold, masked, plain, squeeze
from story.reading.draft_from_article import Draft
from story.reading.quotation_marks import unpaired
from story.remembering import remembered
from story.typed_yaml.field_types import bare

_SHARE = re.compile(r"(?<![\w.,])(\d+(?:[.,]\d+)?) ?(?:%|pour cent\b|per ?cent\b)")
# What a figure may be multiplied by in a computation: parts of a hundred, thousands and so on.
_SCALES = [Decimal(10) ** power for power in (-9, -6, -3, -2, 0, 2, 3, 6, 9)]
_FURTHEST = 20  # characters, from a word that qualifies a figure to the figure
_HOW_EXACT = {"about": "environ", "more": "plus de", "less": "moins de", "": "sans réserve"}


class FoundFigures(NamedTuple):
    """The dates, amounts, shares in per cent and other numbers of a text.

    `exact` says of each amount and share whether it is about, more or less than that, or just that.
    """

    dates: frozenset[str] = frozenset()
    amounts: frozenset[tuple[Decimal, str]] = frozenset()
    shares: frozenset[Decimal] = frozenset()
    numbers: frozenset[Decimal] = frozenset()
    exact: frozenset[tuple[Decimal, str]] = frozenset()


@remembered
def find_figures(text: str, code: str, day: datetime.date, context: str) -> FoundFigures:
    """The figures of a text in this language, written on this day, in this context."""
    language = FIGURES[code]
    folded = fold(text)
    dates = language.find_dates(folded, day)
    amounts = language.find_amounts(folded, day, context)
    shares = [
        (Decimal(found[1].replace(",", ".")), *found.span()) for found in _SHARE.finditer(folded)
    ]
    sums = [(found.value, found.start, found.end) for found in amounts]
    places = [(found.start, found.end) for found in dates]
    rest = masked(folded, places + [(start, end) for _, start, end in sums + shares])
    return FoundFigures(
        dates=frozenset(found.date.edtf for found in dates),
        amounts=frozenset((found.value, found.currency) for found in amounts),
        shares=frozenset(value for value, *_ in shares),
        numbers=frozenset(language.find_numbers(rest)),
        exact=frozenset(
            (value, _qualifier(folded[max(start - _FURTHEST, 0) : start], language))
            for value, start, _ in (*sums, *shares)
        ),
    )


def _qualifier(before: str, language: Figures) -> str:
    words = plain(before)
    return next((name for name, one in language.qualifiers.items() if one.search(words)), "")


def check_statements(
    statements: Iterable[Statement], drafted: Draft, path: str, names: KnownNames
) -> Iterator[Fault]:
    """What statements say that their evidence does not, each with its line."""
    quotations = {comparable(one.text) for one in drafted.exchange}
    for statement in statements:
        for problem, expected in _problems(statement, drafted.article, quotations, names):
            yield Fault(path, statement.line, problem, expected)


def _problems(
    statement: Statement, article: Article, quotations: Collection[str], names: KnownNames
) -> Iterator[tuple[str, str]]:
    yield from _alone(statement.text)
    for problem in unsupported(statement, article):
        yield problem, _supported(statement)
    for name in names.unsupported(statement):
        expected = "un appui qui le nomme"
        if any(isinstance(item, SourcePassage) for item in statement.evidence):
            expected += ", ou « about » dans sources.yml"
        yield f"le nom « {name} » n’est pas dans ses appuis", expected
    for written, name in names.misspelt(statement):
        yield f"le nom « {written} » est écrit autrement", f"« {name} »"
    if not isinstance(statement, Caption):
        for words, speaker in names.unnamed_speakers(statement):
            yield f"« {words} » sans le nom de qui le dit", f"« {speaker} »"
    for name in names.without_part(statement):
        problem = f"« {name} » en serait, et rien ici ne le nomme"
        yield problem, "ceux que nomment la phrase ou ses appuis"
    if isinstance(statement, Amount) and not _says_its_value(statement, article):
        problem = f"« {statement.value} {statement.currency} » n’est pas la somme de"
        expected = "la même somme dans « value », « currency » et « text »"
        yield f"{problem} « {statement.text} »", expected
    if isinstance(statement, Original) and comparable(statement.quotation) not in quotations:
        problem = f"« {statement.quotation} » n’est pas une citation de l’article"
        yield problem, "une de ses citations, mot pour mot"


def _alone(text: str) -> Iterator[tuple[str, str]]:
    """Quotation marks that have no partner."""
    if marks := unpaired(text):
        yield f"un guillemet sans son pareil\u00a0: {' '.join(marks)}", "des guillemets par paires"


def _supported(statement: Statement) -> str:
    """What is expected of a statement that says more than its evidence."""
    caption = statement if isinstance(statement, Caption) else None
    over = caption.over if caption else ""
    expected = f"ce que disent {over or 'ses appuis, ou un appui de plus'}"
    # Marks that were meant to be those of YAML; the reader puts some around words of others.
    if bare(statement.text) != statement.text and (not caption or over or caption.answered):
        expected += "\u202f; des guillemets droits, si ce n’est pas une citation"
    return expected


def _says_its_value(amount: Amount, article: Article) -> bool:
    context = article.body.folded
    said = find_figures(amount.text, article.language, article.day, context).amounts
    # Where the words do not say which currency, whoever writes the content does.
    doubtful = LANGUAGES[article.language].find_doubtful(fold(amount.text), article.day, context)
    return (amount.value, amount.currency) in said or any(
        doubt.value == amount.value for doubt in doubtful
    )


def unsupported(statement: Statement, article: Article) -> Iterator[str]:
    """What a statement says, or computes from, that its evidence does not."""
    language, written_in = article.language, statement.written_in or article.language
    evidence = statement.evidence
    # What it gives word for word in another language is supported.
    foreign = foreign_quotations(statement.text, evidence, language)
    own = masked(statement.text, [(start, end) for start, end, _ in foreign])
    said = find_figures(own, written_in, article.day, article.body.folded)
    known = _together(_figures_of(item, article) for item in evidence)
    quotations = [statement.text[start:end] for start, end in quotations_in(statement.text)]
    if written_in == language:
        yield from _slips(statement.text, LANGUAGES[language])
    else:
        quotations = [statement.text]  # given in its own language, it is given word for word
    yield from _unsupported_dates(statement, said, known, article)
    for value, problem in _unsupported_values(said, known, evidence):
        words = _in_words(value, own, FIGURES[written_in]) if value in said.numbers else ""
        yield f"{problem}{words} n’est pas dans ses appuis"
    yield from _unlike(said, known)
    if not isinstance(statement, Caption):
        yield from _unsupported_operands(evidence, article)
    texts = [comparable(item.exact) for item in evidence]
    for words in quotations:
        parts = [comparable(part).strip('"') for part in words.split(CUT)]
        if not any(all(part in text for part in parts) for text in texts):
            yield f"la citation « {squeeze(words)} » n’est pas dans ses appuis"


def _slips(text: str, language: Language) -> Iterator[str]:
    """What no careful writer of the language would write."""
    own = masked(fold(text), quotations_in(text))
    for start, end in language.find_misdated(own):
        yield f"« {own[start:end]} » n’est pas ce jour de la semaine"
    for words in language.find_bad_elisions(own):
        yield f"« {words} »\u00a0: l’élision"


def _together(known: Iterable[FoundFigures]) -> FoundFigures:
    return FoundFigures(*(frozenset().union(*kind) for kind in zip(*known, strict=True)))


def _unsupported_dates(
    statement: Statement, said: FoundFigures, known: FoundFigures, article: Article
) -> Iterator[str]:
    dates = said.dates
    if statement.passages:
        dates -= {article.day.isoformat()}
    if statement.when:
        dates |= {statement.when.edtf}
    # Other sources that say the same may settle a day.
    see = [source for item in statement.evidence for source in getattr(item, "see", ())]
    settled = known.dates.union(source.date.edtf for source in see if source.date)
    for date in sorted(dates):
        if not is_supported(date, settled):
            yield f"la date « {date} » n’est pas dans ses appuis"


def _unsupported_values(
    said: FoundFigures, known: FoundFigures, evidence: Iterable[Evidence]
) -> list[tuple[Decimal, str]]:
    results = [item.result for item in evidence if isinstance(item, Computation)]
    # A computation gives it in units, millions or billions.
    computed = {result * 10**power for result in results for power in (0, 6, 9)}
    missing = [
        *((one[0], f"le montant « {_shown(*one)} »") for one in said.amounts - known.amounts),
        *((one, f"la part « {_shown(one, '%')} »") for one in said.shares - known.shares),
        *((one, f"le nombre « {_shown(one)} »") for one in said.numbers - known.numbers),
    ]
    return [(value, what) for value, what in sorted(missing) if value not in computed]


def _in_words(value: Decimal, text: str, language: Figures) -> str:
    """The words that say a number, where no digits do: `dix-huit`, or into how many parts."""
    words = squeeze(text).split()
    for size, start in product(range(1, 4), range(len(words))):
        said = " ".join(words[start : start + size])
        if not re.search(r"\d", said) and value in language.find_numbers(fold(f"{said} de")):
            return f" (« {said} »)"
    return ""


def _unlike(said: FoundFigures, known: FoundFigures) -> Iterator[str]:
    """What is said more or less exactly than the evidence says it; less exact is true too."""
    exact = known.exact | {(value, "about") for value, how in known.exact if not how}
    for value, how in sorted(said.exact):
        others = sorted(other for one, other in exact if one == value)
        if others and how not in others:
            problem = f"« {_HOW_EXACT[how]} » pour {_shown(value)}"
            yield f"{problem}, où ses appuis disent « {_HOW_EXACT[others[0]]} »"


def _unsupported_operands(evidence: Iterable[Evidence], article: Article) -> Iterator[str]:
    """What computations start from that the evidence does not say, in any scale."""
    computations = [item for item in evidence if isinstance(item, Computation)]
    read = [item for item in evidence if not isinstance(item, Computation)]
    known = _together(_figures_of(item, article) for item in read if computations)
    figures = known.numbers | known.shares | {value for value, _ in known.amounts}
    for item in computations:
        given = {one for one in item.operands if figures & {one * scale for scale in _SCALES}}
        # A power of ten changes the scale alone; by itself it says nothing.
        taken = {
            one for one in item.operands if given and one.normalize().as_tuple().digits == (1,)
        }
        for operand in sorted({*item.operands} - given - taken):
            problem = f"le nombre « {_shown(operand)} » du calcul « {item.exact} »"
            yield f"{problem} n’est pas dans ses appuis"
        figures |= {item.result}


def _shown(value: Decimal, *unit: str) -> str:
    return " ".join((f"{value.normalize():f}", *unit))


def _figures_of(item: Evidence, article: Article) -> FoundFigures:
    """The figures of an evidence; its numbers hold those of its dates and amounts too."""
    if isinstance(item, Computation):
        values = frozenset({item.result})
        return FoundFigures(numbers=values, shares=values)
    if isinstance(item, Passage):
        return _with_numbers(item.exact, article.language, article.day, article.body.folded)
    source = item.source
    published = source.date.first_day if source.date else article.day
    figures = _with_numbers(item.exact, source.language, published, article.body.folded)
    # A passage that says when needs no other date: the day of its publication is another day.
    if source.date is None or figures.dates:
        return figures
    return figures._replace(dates=figures.dates | {source.date.edtf})


@remembered
def _with_numbers(text: str, code: str, day: datetime.date, context: str) -> FoundFigures:
    figures = find_figures(text, code, day, context)
    # A share is no number: twenty-six of something is another fact.
    every = frozenset(FIGURES[code].find_numbers(_SHARE.sub(" ", fold(text))))
    values = frozenset(value for value, _ in figures.amounts)
    return figures._replace(numbers=figures.numbers | every | values)


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


def check_coverage(
    drafted: Draft, statements: Iterable[Statement], aside: Iterable[Passage]
) -> Iterator[Fault]:
    """What the article says that no statement uses and that is not set aside with a reason."""
    left = tuple(aside)
    for what, passage in unused(drafted, statements, left):
        line = drafted.article.body.line(passage.start)
        problem = f"{what} sans emploi\u00a0: « {passage.exact} »"
        expected = "une affirmation qui s’y appuie, ou set_aside"
        if any(passage.overlaps(one) for one in left):
            expected = "ces mots entiers sous set_aside, qui n’en a qu’une partie"
        yield Fault(drafted.article.path, line, problem, expected)


def unused(
    drafted: Draft, statements: Iterable[Statement], aside: Iterable[Passage]
) -> Iterator[tuple[str, Passage]]:
    """What the article says that no statement uses and that is not set aside."""
    used = Places(passage for statement in statements for passage in statement.passages)
    left = Places(aside)
    for what, places in _claims(drafted):
        if not any(used.overlap(place) or left.hold(place) for place in places):
            yield what, places[0]


def _claims(drafted: Draft) -> Iterator[tuple[str, tuple[Passage, ...]]]:
    """Everything that the article says and that a statement has to use, in one of its places."""
    yield from (("phrase", (sentence,)) for sentence in drafted.sentences)
    for event in drafted.dossier.events:
        yield from (("date", (passage,)) for passage in event.passages)
    for amount in drafted.dossier.amounts:
        yield from (("montant", (passage,)) for passage in amount.passages)
    yield from (("citation", quotation.passages) for quotation in drafted.exchange)
    yield from (("nom", person.mentions) for person in drafted.people)
