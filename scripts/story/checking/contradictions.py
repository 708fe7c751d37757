"""What words alone do not show: a negation or a direction that the evidence has and we have not.

Nothing here proves anything: where a statement and its evidence part, a person is asked to read
both again, and to say what that showed (`checked`) with the word in question. A statement that
changes later has another word, so the question comes back; one that raises no question keeps no
answer. Few words are known, in each language of sources.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from story.checking import who_does_what
from story.checking.names import KnownNames
from story.evidence import Computation, SourcePassage, quotations_in
from story.faults import Fault
from story.languages import FIGURES
from story.model import Caption, Statement, Unsaid
from story.reading.body import fold, masked, plain
from story.remembering import remembered

# Actions of which one is said where the other is meant.
_PAIRS = (
    ("refuse", "accept"),
    ("leave", "join"),
    ("dismiss", "appoint"),
    ("before", "after"),
    ("buy", "sell"),
    ("keep", "lose"),
    ("begin", "end"),
    ("rise", "fall"),
    ("win", "defeat"),
)
OPPOSITES: dict[str | None, str] = {
    one: other for pair in _PAIRS for one, other in (pair, pair[::-1])
}
# A negation denies the first action among so many words after it.
_REACH = 4
_WORD_OR_STOP = re.compile(r"[\w’'-]+|[,.;:!?]")
_STOPS = (*",.;:!?", "mais", "but")


Question = tuple[str, str]
"""What a person has to read again: the word in question, and what is odd about it."""


class _Said(NamedTuple):
    """An action or a denial that a text says; a denial of no known action has None."""

    action: str | None
    denied: bool
    word: str


def check_sense(
    statements: Iterable[Statement], code: str, path: str, names: KnownNames
) -> Iterator[Fault]:
    """What a person is asked to read again, and answers to no question, with their lines."""
    answers: dict[str, int] = {}
    asked: set[str] = set()
    for statement in statements:
        answer = statement.checked or ""
        if answer:
            answers.setdefault(answer, statement.line)
        told = (*names.doubts(statement), *who_does_what.doubts(statement, names))
        for word, odd in (*questions(statement, code), *told):
            if plain(fold(word)) in plain(fold(answer)):
                asked.add(answer)
                continue
            problem = f"«\u00a0{word}\u00a0»\u00a0: {odd}"
            expected = "une relecture des deux, et « checked: … » qui cite ce mot et l’explique"
            if isinstance(statement, Caption) and not statement.answered:
                expected = "ce que disent ses appuis, ou un appui de plus"
            yield Fault(path, statement.line, problem, expected)
    for answer, line in answers.items():
        if answer not in asked:
            problem = "« checked » ne répond à aucune question"
            yield Fault(path, line, problem, "« checked » en moins, ou le mot relu")


def questions(statement: Statement, code: str) -> Iterator[Question]:
    """What is odd about a statement in this language beside its evidence."""
    read = [
        (item.exact, item.source.language if isinstance(item, SourcePassage) else code)
        for item in statement.evidence
        if not isinstance(item, Computation)
    ]
    if not read or statement.written_in not in {None, code}:
        return
    told = _said(masked(statement.text, quotations_in(statement.text), "."), code)
    yield from _turned(statement, told, _all_said(read))
    if isinstance(statement, Unsaid):
        if not any(one.denied for one in told):
            yield statement.text, "cette section dit ce que l’article ne dit pas"
    elif not isinstance(statement, Caption):  # which may leave out what its evidence denies
        yield from _denials(statement, told, read)


def _turned(
    statement: Statement, told: Sequence[_Said], known: Sequence[_Said]
) -> Iterator[Question]:
    """The actions of which the evidence says the contrary, or nothing where it should."""
    pairs = {(one.action, one.denied) for one in known}
    answered = not isinstance(statement, Caption) or statement.answered
    for one in told:
        if one.action is None or _upheld(one, pairs):
            continue
        if one.denied and isinstance(statement, Unsaid):
            continue  # of what the article leaves out no evidence says that it is not
        if pairs & {(one.action, not one.denied), (OPPOSITES.get(one.action, ""), one.denied)}:
            yield one.word, "ses appuis disent le contraire"
        elif answered and (one.action in OPPOSITES or one.denied):
            yield one.word, "aucun appui ne dit rien de tel"


def _denials(
    statement: Statement, told: Sequence[_Said], read: list[tuple[str, str]]
) -> Iterator[Question]:
    """A denial more than the evidence has, or one less."""
    known = _all_said(read)
    denials = _left(told, known)
    # The same words may be given in two languages.
    by_language = [[text for text in read if text[1] == one] for one in FIGURES]
    read_denials = max((_left(_all_said(texts), told) for texts in by_language), key=len)
    # A refusal denies: one of them may be told as a denial, and the reverse.
    refused = _refusals(known) - _refusals(told)
    if len(denials) > len(read_denials) + max(refused, 0):
        yield denials[-1].word, "une négation que ses appuis n’ont pas"
    if len(read_denials) <= len(denials) + max(-refused, 0):
        return
    # What it quotes may deny too, in any language.
    quoted = _all_said((statement.text, one) for one in FIGURES)
    if len([one for one in quoted if one.denied]) <= len(denials):
        yield read_denials[0].word, "ses appuis ont cette négation, et elle n’en a pas"


def _refusals(said: Iterable[_Said]) -> int:
    return sum(one.action == "refuse" and not one.denied for one in said)


def _upheld(said: _Said, known: set[tuple[str | None, bool]]) -> bool:
    same, contrary = (said.action, said.denied), (OPPOSITES.get(said.action), not said.denied)
    return same in known or contrary in known


def _left(said: Iterable[_Said], others: Iterable[_Said]) -> list[_Said]:
    """The denials whose action is not denied by the others too, nor its contrary said."""
    pairs: set[tuple[str | None, bool]] = {(one.action, one.denied) for one in others if one.action}
    return [one for one in said if one.denied and not _upheld(one, pairs)]


def _all_said(texts: Iterable[tuple[str, str]]) -> list[_Said]:
    return [said for text, code in texts for said in _said(text, code)]


@remembered
def _said(text: str, code: str) -> tuple[_Said, ...]:
    """The actions of a text in order, each denied or not, and the denials of anything else."""
    return tuple(_find_said(text, code))


def _find_said(text: str, code: str) -> Iterator[_Said]:
    language, folded = FIGURES[code], plain(fold(text))
    shown = text.lower()  # with its accents, where each letter is one
    shown = shown if len(shown) == len(folded) else folded
    actions = [
        (match.start(), name, shown[slice(*match.span())])
        for name, pattern in language.actions.items()
        for match in pattern.finditer(folded)
    ]
    denied: dict[int, str] = {}  # the words from the denial to the action
    for negation in language.negation.finditer(folded):
        after: list[re.Match[str]] = []
        for token in _WORD_OR_STOP.finditer(folded, negation.end()):
            if token[0] in _STOPS or len(after) > _REACH:
                break
            after.append(token)
        ends = after[-1].end() if after else negation.end()
        first = min((at for at, *_ in actions if negation.end() <= at <= ends), default=None)
        if first is None:
            end = after[0].end() if after else negation.end()
            yield _Said(None, denied=True, word=shown[negation.start() : end])
        else:
            denied[first] = shown[negation.start() : first]
    for at, name, word in sorted(actions):
        yield _Said(name, denied=at in denied, word=denied.get(at, "") + word)
