"""The story as JSON, for other programs.

The classes below are the shape of it: the type checker holds what is written against them, and the
published JSON Schema is made of them (`scripts/make_schema.py`).
"""

import datetime
import json
from collections.abc import Sequence
from decimal import Decimal
from typing import NotRequired, TypedDict, TypeVar, cast

from story.assemble_story import Story, told_in
from story.evidence import ARTICLE, Computation, Evidence, source_of
from story.model import Event
from story.reading.body import Passage, overlapping

T = TypeVar("T")


class ArticleJson(TypedDict):
    """The article; `published` is an ISO 8601 day or minute, without a zone."""

    title: str
    deck: NotRequired[str | None]
    published: str
    publisher: str
    language: str
    url: str | None
    author: str | None
    body: NotRequired[str]


class EvidenceJson(TypedDict):
    """What supports a statement: words of a source, to the letter, or a computation of the site.

    `start` and `end` count characters in the body of the article; `see` are other sources that say
    the same.
    """

    source: NotRequired[str]
    exact: NotRequired[str]
    start: NotRequired[int]
    end: NotRequired[int]
    see: NotRequired[list[str]]
    computed: NotRequired[str]


class StatementJson(TypedDict):
    """A sentence of the site: the section and the page where it stands, the nearest id there."""

    section: str
    page: str
    id: str
    text: str
    evidence: list[EvidenceJson]


class EventJson(TypedDict):
    """Something that happened; `date` is EDTF (ISO 8601-2), never finer than it is known."""

    id: str
    date: str
    precision: str
    title: str
    text: str
    people: list[str]
    theme: NotRequired[str]
    evidence: list[EvidenceJson]


class QuotationJson(TypedDict):
    """Words that the article gives to somebody; `attribution` is how it does."""

    id: str
    speaker: str
    text: str
    language: str
    original: None
    date: None
    medium: str | None
    attribution: str
    evidence: list[EvidenceJson]


class UnattributedJson(TypedDict):
    """Words that somebody says; the article does not settle who."""

    text: str
    attribution: str
    evidence: list[EvidenceJson]


class AmountJson(TypedDict):
    """A sum of money, exact; `currency` is an ISO 4217 code, `text` how it is said."""

    value: int | float
    currency: str
    text: str
    evidence: list[EvidenceJson]


class PersonJson(TypedDict):
    """Somebody, or an organisation."""

    name: str
    kind: str
    aliases: list[str]
    role: str | None
    evidence: list[EvidenceJson]


class SourceJson(TypedDict):
    """A text that something rests on; what is not known of it is null. `published` is EDTF."""

    id: str
    publisher: str
    title: str | None
    url: str | None
    published: str | None


class DoubtJson(EvidenceJson):
    """A sum that the article does not give exactly, and why."""

    problem: str


class CoverageJson(TypedDict):
    """How many sentences of the article there are, and how many support something."""

    sentences: int
    used: int
    dates: int
    amounts: int
    quotations: int
    missing: NotRequired[list[EvidenceJson]]
    doubtful: NotRequired[list[DoubtJson]]


class StoryJson(TypedDict):
    """A story; `after` are events that came after its period."""

    article: ArticleJson
    events: list[EventJson]
    after: list[EventJson]
    exchange: list[QuotationJson]
    unattributed: NotRequired[list[UnattributedJson]]
    amounts: list[AmountJson]
    people: list[PersonJson]
    statements: list[StatementJson]
    sources: list[SourceJson]
    coverage: CoverageJson


def story_to_json(story: Story, *, published: bool = False) -> str:
    """The story as JSON. `start` and `end` count characters of the canonical body.

    What is published holds of the article what the pages show of it, and no more; it is not
    indented, which would take each build four times as long.
    """
    told = _story(story)
    if published:
        del told["article"]["deck"], told["article"]["body"]
        del told["coverage"]["missing"], told["coverage"]["doubtful"]
        del told["unattributed"]
        for event, shown in zip(story.events, told["events"], strict=True):
            shown["text"] = event.text
    return json.dumps(told, ensure_ascii=False, indent=None if published else 2) + "\n"


def _story(story: Story) -> StoryJson:
    article, found = story.article, story.draft
    published = moment(article.published)
    return {
        "article": _of(ArticleJson, article, published=published, body=article.body.text),
        "events": _events(story, story.events),
        "after": _events(story, story.after),
        "exchange": [
            _of(
                QuotationJson,
                one,
                id=f"parole-{number}",
                language=article.language,
                original=None,
                date=None,
                medium=one.medium.exact if one.medium else None,
                attribution=one.reason,
            )
            for number, one in enumerate(story.exchange, 1)
        ],
        "unattributed": [
            {
                "text": one.passage.exact,
                "attribution": f"non attribué\u00a0: {one.reason}",
                "evidence": _evidence(one.passage),
            }
            for one in found.unattributed
        ],
        "amounts": [_of(AmountJson, one, value=_number(one.value)) for one in story.amounts],
        "people": [_of(PersonJson, one, role=one.role or None) for one in story.people],
        "statements": [
            _of(StatementJson, one.statement, section=one.section, page=one.page, id=one.id)
            for one in told_in(story)
        ],
        "sources": [
            _of(SourceJson, article, id=ARTICLE, published=published),
            *(
                _of(SourceJson, one, published=one.date.edtf if one.date else None)
                for one in story.sources
            ),
        ],
        "coverage": {
            "sentences": len(found.sentences),
            "used": len(found.sentences) - len(story.unused),
            "dates": len(found.dossier.events),
            "amounts": sum(len(amount.passages) for amount in found.dossier.amounts),
            "quotations": len(story.exchange),
            "doubtful": [
                DoubtJson(**_evidence(passage)[0], problem=problem)
                for passage, problem in found.doubtful
            ],
            "missing": _evidence(*story.unused),
        },
    }


def _of(shape: type[T], thing: object, **more: object) -> T:
    """The fields of a shape: those that are given, the others as the thing has them."""

    def value(name: str) -> object:
        if name in more:
            return more[name]
        found = getattr(thing, name)
        return _evidence(*found) if name == "evidence" else found

    return cast("T", {name: value(name) for name in shape.__annotations__})


def _events(story: Story, events: Sequence[Event]) -> list[EventJson]:
    names = {person.id: person.name for person in story.people}
    found: list[EventJson] = []
    for event in events:
        title, text = _words(event, story)
        shown = EventJson(
            id=event.id,
            date=event.date.edtf,
            precision=event.date.precision,
            title=title,
            text=text,
            people=[names[id_] for id_ in event.people],
            evidence=_evidence(*event.evidence),
        )
        found.append(shown | {"theme": event.theme} if event.theme else shown)
    return found


def _words(event: Event, story: Story) -> tuple[str, str]:
    """The title and text of an event; of one that is drafted, its words and their sentence."""
    if event.title:
        return event.title, event.text
    sentences = overlapping(story.draft.sentences, event.passages[0])
    return event.text[2:-2], " ".join(one.exact for one in sentences)


def _evidence(*items: Evidence) -> list[EvidenceJson]:
    return [_one_evidence(item) for item in items]


def _one_evidence(item: Evidence) -> EvidenceJson:
    if isinstance(item, Computation):
        return {"computed": item.exact}
    found: EvidenceJson = {"source": source_of(item), "exact": item.exact}
    if isinstance(item, Passage):
        return found | {"start": item.start, "end": item.end}
    return found | {"see": [source.id for source in item.see]} if item.see else found


def moment(published: datetime.date) -> str:
    """A day, or a minute, in ISO 8601."""
    if isinstance(published, datetime.datetime):
        return published.isoformat(timespec="minutes")
    return published.isoformat()


def _number(value: Decimal) -> int | float:
    """The value as a JSON number: its shortest decimal writing, which is exact for money."""
    return int(value) if value == value.to_integral_value() else float(value)
