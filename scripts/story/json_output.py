"""The story as JSON, for other programs."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING, Any

from story.evidence import SourcePassage
from story.reading.body import Passage, overlapping

if TYPE_CHECKING:
    from decimal import Decimal

    from story.assemble_story import Story
    from story.evidence import Evidence
    from story.model import Event, Quotation

# The id of the article among the sources.
ARTICLE = "article"


def story_to_json(story: Story) -> str:
    """The story as indented JSON. `start` and `end` count characters of the canonical body."""
    return json.dumps(_story(story), ensure_ascii=False, indent=2) + "\n"


def _story(story: Story) -> dict[str, Any]:
    article = story.article
    names = {person.id: person.name for person in story.people}
    return {
        "article": {
            "title": article.title,
            "deck": article.deck,
            "published": _published(article.published),
            "publisher": article.publisher,
            "language": article.language,
            "url": article.url,
            "author": article.author,
            "body": article.body.text,
        },
        "events": [
            {
                "id": event.id,
                "date": event.date.edtf,
                "precision": event.date.precision,
                **_words(event, story),
                "people": [names[id_] for id_ in event.people],
                **({"theme": event.theme} if event.theme else {}),
                "evidence": _evidence(*event.evidence),
            }
            for event in story.events
        ],
        "exchange": [
            _quotation(number, quotation, story)
            for number, quotation in enumerate(story.exchange, 1)
        ],
        "amounts": [
            {
                "value": _number(amount.value),
                "currency": amount.currency,
                "text": amount.text,
                "evidence": _evidence(*amount.evidence),
            }
            for amount in story.amounts
        ],
        "people": [
            {
                "name": person.name,
                "kind": person.kind,
                "aliases": list(person.aliases),
                "role": person.role or None,
                "evidence": _evidence(*person.evidence),
            }
            for person in story.people
        ],
        "sources": [
            {
                "id": ARTICLE,
                "publisher": article.publisher,
                "title": article.title,
                "url": article.url,
                "published": _published(article.published),
            },
            *(
                {
                    "id": source.id,
                    "publisher": source.publisher,
                    "title": source.title,
                    "url": source.url,
                    "published": source.date.edtf if source.date else None,
                }
                for source in story.sources
            ),
        ],
        "coverage": {
            "sentences": len(story.coverage.sentences),
            "used": story.coverage.used,
            "dates": len(story.draft.dossier.events),
            "amounts": sum(len(amount.passages) for amount in story.draft.dossier.amounts),
            "quotations": len(story.exchange),
            "doubtful": [
                {"problem": problem, **_evidence(passage)[0]}
                for passage, problem in story.draft.doubtful
            ],
            "missing": _evidence(*story.coverage.missing),
        },
    }


def _words(event: Event, story: Story) -> dict[str, str]:
    """The title and text of an event; of one that is drafted, its words and their sentence."""
    if event.title:
        return {"title": event.title, "text": event.text}
    sentences = overlapping(story.coverage.sentences, event.passages[0])
    return {"title": event.text[2:-2], "text": " ".join(one.exact for one in sentences)}


def _quotation(number: int, quotation: Quotation, story: Story) -> dict[str, Any]:
    return {
        "id": f"parole-{number}",
        "speaker": quotation.speaker,
        "text": quotation.passage.exact,
        "language": story.article.language,
        "original": None,
        "date": None,
        "medium": quotation.medium.exact if quotation.medium else None,
        "evidence": _evidence(*quotation.evidence),
    }


def _evidence(*items: Evidence) -> list[dict[str, Any]]:
    return [_one_evidence(item) for item in items]


def _one_evidence(item: Evidence) -> dict[str, Any]:
    if isinstance(item, Passage):
        return {"source": ARTICLE, "exact": item.exact, "start": item.start, "end": item.end}
    if isinstance(item, SourcePassage):
        see = [source.id for source in item.see]
        return {"source": item.source.id, "exact": item.exact, **({"see": see} if see else {})}
    return {"computed": item.text}


def _published(published: datetime.date) -> str:
    if isinstance(published, datetime.datetime):
        return published.isoformat(timespec="minutes")
    return published.isoformat()


def _number(value: Decimal) -> int | float:
    """The value as a JSON number: its shortest decimal writing, which is exact for money."""
    return int(value) if value == value.to_integral_value() else float(value)
