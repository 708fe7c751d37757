"""What an article tells: events, exchange, amounts, people, each with its evidence."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from story.amounts import Amount
from story.dates import EdtfDate
from story.dossier import Dossier
from story.faults import ArticleError, Fault
from story.languages import LANGUAGES
from story.text import Passage, Places, fold, overlapping, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from story.article import Article
    from story.evidence import Evidence
    from story.languages.language import Language
    from story.people import Person
    from story.quotations import Quotation
CUT = "[…]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something dated. `title` is the statement, `text` the sentence that makes it."""

    id: str
    date: EdtfDate
    title: str
    text: str
    people: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    theme: str | None = None

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages of the article among the evidence."""
        return tuple(item for item in self.evidence if isinstance(item, Passage))


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Which sentences of the article support something in the story."""

    sentences: tuple[Passage, ...]
    missing: tuple[Passage, ...]

    @property
    def used(self) -> int:
        """How many sentences support something."""
        return len(self.sentences) - len(self.missing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """All that the article says and the pages show."""

    article: Article
    language: Language
    lead: Passage
    informant: Passage | None
    events: tuple[Event, ...]
    exchange: tuple[Quotation, ...]
    amounts: tuple[Amount, ...]
    people: tuple[Person, ...]
    coverage: Coverage
    dates: tuple[Passage, ...]
    dossier: Dossier

    @property
    def published(self) -> EdtfDate:
        """The day of the article."""
        return EdtfDate(self.article.day.isoformat())


def read_story(article: Article, dossier: Dossier | None = None) -> Story:
    """The story in an article, with what a dossier adds.

    The events are those of the dossier where it has any: it covers the dates of the article too.
    Raises ArticleError where the article's language is not known.
    """
    language = LANGUAGES.get(article.language)
    if language is None:
        known = ", ".join(f"article.{code}.md" for code in LANGUAGES)
        problem = f"la langue « {article.language} » n’est pas prise en charge"
        raise ArticleError([Fault(article.path, 1, problem, known)])
    sentences = tuple(_sentences(article, language))
    headlines = fold(f"{article.title}\n{article.deck or ''}")
    people = language.find_people(article.body, sentences, headlines)
    exchange = language.attribute(article.body, sentences, article.quoted, people)
    lead, informant = _lead(article, language, sentences[0])
    dossier = dossier or Dossier()
    own_events = tuple(_events(article, language, sentences, people))
    events = tuple(_dossier_events(dossier)) or own_events
    amounts = tuple(_amounts(article, language))
    evidence: list[Evidence] = [lead, *([informant] if informant else [])]
    for group in (own_events, amounts, people, exchange):
        evidence += [passage for item in group for passage in item.evidence]
    if dossier.sections:
        evidence = [item for said in dossier.statements() for item in said.evidence]
        evidence += set_aside(dossier, article)
    used = Places(item for item in evidence if isinstance(item, Passage))
    missing = tuple(sentence for sentence in sentences if not used.overlap(sentence))
    return Story(
        article=article,
        language=language,
        lead=lead,
        informant=informant,
        events=events,
        exchange=exchange,
        amounts=amounts,
        people=people,
        coverage=Coverage(sentences=sentences, missing=missing),
        dates=tuple(passage for event in own_events for passage in event.passages),
        dossier=dossier,
    )


def _dossier_events(dossier: Dossier) -> Iterator[Event]:
    names = {entry["id"]: entry["name"] for entry in dossier["people"]}
    for entry in dossier["events"]:
        assert entry.date is not None  # noqa: S101 - needed, and read
        assert entry.statement is not None  # noqa: S101 - needed, and read
        yield Event(
            id=entry["id"],
            date=entry.date,
            title=entry["title"],
            text=entry["text"],
            people=tuple(names[id_] for id_ in entry.people),
            evidence=entry.statement.evidence,
            theme=entry["theme"],
        )


def set_aside(dossier: Dossier, article: Article) -> list[Passage]:
    """The passages of the article that the dossier leaves out, with a reason."""
    found = []
    for entry in dossier["set_aside"]:
        words = squeeze(entry["article"])
        start = article.body.folded.index(words)
        found.append(article.body.passage(start, start + len(words)))
    return found


def _sentences(article: Article, language: Language) -> Iterator[Passage]:
    quoted = [one.outer for one in article.quoted]
    for paragraph in article.body.paragraphs:
        offset = paragraph.passage.start
        for start, end in language.sentence_bounds(
            fold(paragraph.passage.exact), _quoted_within(quoted, paragraph.passage)
        ):
            yield article.body.passage(offset + start, offset + end)


def _quoted_within(quoted: Sequence[Passage], passage: Passage) -> list[tuple[int, int]]:
    """Offsets, in the passage, of the quotations that it holds."""
    return [
        (outer.start - passage.start, outer.end - passage.start)
        for outer in overlapping(quoted, passage)
    ]


def _lead(
    article: Article, language: Language, sentence: Passage
) -> tuple[Passage, Passage | None]:
    """The first sentence, less the clause that says who reports it, and that clause."""
    span = language.find_informant(fold(sentence.exact))
    if span is None:
        return sentence, None
    informant = article.body.passage(sentence.start + span[0], sentence.start + span[1])
    before = sentence.exact[: span[0]].rstrip()
    closes = not sentence.exact[span[1] :].strip(" .…")
    cut = before.rfind(",")
    if not closes or not before[: max(cut, 0)].strip():
        return sentence, informant
    return article.body.passage(sentence.start, sentence.start + cut), informant


def _events(
    article: Article,
    language: Language,
    sentences: tuple[Passage, ...],
    people: tuple[Person, ...],
) -> Iterator[Event]:
    seen: dict[str, int] = {}
    quoted = [one.outer for one in article.quoted]
    named = sorted(
        (mention, number) for number, person in enumerate(people) for mention in person.mentions
    )
    mentions = [mention for mention, _ in named]
    dated = [
        (found, sentence)
        for sentence in sentences
        for found in language.find_dates(fold(sentence.exact), article.day)
    ]
    for found, sentence in sorted(dated, key=lambda pair: (pair[0].date.sort_key, pair[1].start)):
        clause = language.clause_around(
            fold(sentence.exact), found.start, found.end, _quoted_within(quoted, sentence)
        )
        statement = sentence.exact[slice(*clause.rest)]
        start = clause.rest[0]
        if clause.head:
            statement = f"{sentence.exact[slice(*clause.head)]} {CUT} {statement}"
            start = clause.head[0]
        passage = article.body.passage(sentence.start + start, sentence.start + clause.rest[1])
        first = bisect.bisect_right(mentions, passage.start, key=lambda one: one.end)
        last = bisect.bisect_left(mentions, passage.end, first, key=lambda one: one.start)
        numbers = {number for _, number in named[first:last]}
        yield Event(
            id=_event_id(found.date, seen),
            date=found.date,
            title=statement,
            text=sentence.exact,
            people=tuple(people[number].name for number in sorted(numbers)),
            evidence=(passage,),
        )


def _event_id(date: EdtfDate, seen: dict[str, int]) -> str:
    """An id that names the date, with a number where several events share it.

    `seen` are the ids given already, each with the last number that was added to it.
    """
    base = "date-" + re.sub(r"[^0-9X]+", "-", date.edtf).strip("-")
    base += {"~": "-environ", ".": "-apres"}.get(date.edtf[-1], "")
    base += "-avant" if date.edtf[0] == "." else ""
    number, unique = seen.get(base, 1), base
    while unique in seen:
        number += 1
        unique = f"{base}-{number}"
    seen[unique] = 1
    seen[base] = number
    return unique


def _amounts(article: Article, language: Language) -> Iterator[Amount]:
    """The amounts in order; one that is stated again gives its passages to the first."""
    places: dict[tuple[Decimal, str], list[Passage]] = {}
    for found in language.find_amounts(article.body.folded):
        passage = article.body.passage(found.start, found.end)
        places.setdefault((found.value, found.currency), []).append(passage)
    for (value, currency), passages in places.items():
        yield Amount(
            value=value,
            currency=currency,
            text=passages[0].exact,
            evidence=tuple(passages),
        )
