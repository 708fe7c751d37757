"""Who says a quotation, and who acts upon whom: a statement and its evidence may part on that.

Few forms are seen: words that the rules of the article’s reader give to somebody, and two names
with an action between them that a passage tells the other way round.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from story.checking.names import KnownNames, said_in
from story.evidence import SourcePassage, quotations_in
from story.languages import FIGURES
from story.model import Caption, Quotation, Statement
from story.reading.article_file import Article
from story.reading.body import Passage, fold, masked, overlapping, plain, read_body, squeeze
from story.reading.draft_from_article import draft
from story.reading.quotation_marks import find_quoted
from story.remembering import remembered

# What ends a part of a sentence, or says whose words it is; what turns who acts and upon whom.
_STOP = re.compile(r"[.;:!?«»]|, \w+ $")
_BY = re.compile(r"\b(?:par|by)\b")

Act = tuple[str, str, str]
"""Who acts, how, upon whom."""


def doubts(statement: Statement, names: KnownNames) -> Iterator[tuple[str, str]]:
    """The name in question, and what the evidence says instead."""
    if statement.written_in:
        return
    yield from _turned(statement, names)
    if not isinstance(statement, Caption):
        yield from _other_speakers(statement, names)


def _other_speakers(statement: Statement, names: KnownNames) -> Iterator[tuple[str, str]]:
    """Who says a quotation of the article, where the statement reads otherwise."""
    said = {said_in(one.text): one.speaker for one in names.drafted.exchange}
    if not any(said_in(statement.text[i:j]) in said for i, j in quotations_in(statement.text)):
        return
    body = read_body([squeeze(statement.text)], 1)
    alone = replace(
        names.drafted.article, title="", deck=None, body=body, quoted=find_quoted(body)[0]
    )
    for one in _exchange(alone):
        speaker = said.get(said_in(one.text), one.speaker)
        both = [{whose for *_, whose in names.find(name)} for name in (one.speaker, speaker)]
        if all(both) and both[0].isdisjoint(both[1]):
            yield one.speaker, f"l’article donne ces mots à « {speaker} »"


@remembered
def _exchange(statement: Article) -> tuple[Quotation, ...]:
    """What a statement makes people say, read by the rules by which the article was."""
    return draft(statement).exchange


def _turned(statement: Statement, names: KnownNames) -> Iterator[tuple[str, str]]:
    """An action of one upon another that the evidence tells the other way round."""
    code = names.drafted.article.language
    text = masked(statement.text, quotations_in(statement.text), ".")
    told = dict(_acts(text, code, names))
    passages = _passages(statement, names) if told else ()
    known = {act for passage in passages for act, _ in _acts(*passage, names)}
    for (who, action, whom), (agent, patient) in told.items():
        if (who, action, whom) not in known and (whom, action, who) in known:
            yield agent, f"pour ses appuis, c’est « {patient} » qui agit"


def _passages(statement: Statement, names: KnownNames) -> Iterator[tuple[str, str]]:
    """What the evidence says, sentence by sentence of the article, and in which language."""
    for item in statement.evidence:
        if isinstance(item, SourcePassage):
            yield item.exact, item.source.language
        elif isinstance(item, Passage):
            for one in overlapping(names.drafted.sentences, item):
                yield one.exact, names.drafted.article.language


def _acts(text: str, code: str, names: KnownNames) -> Iterator[tuple[Act, tuple[str, str]]]:
    """Who does what to whom, by two names with a verb between them; both as they are written."""
    for (start, after, who), (before, end, whom) in pairwise(names.find(text)):
        between = plain(fold(text[after:before]))
        if who == whom or _STOP.search(between):
            continue
        turned = -1 if _BY.search(between) else 1
        one, other = (who, whom)[::turned]
        written = (text[start:after], text[before:end])[::turned]
        for action, pattern in FIGURES[code].actions.items():
            if pattern.search(between):
                yield (one, action, other), (written[0], written[1])
