"""The story as Markdown pages: what each template shows, prepared here, laid out there."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from story.dates import EdtfDate
from story.markdown import Markdown, attribute_text, escape, link

if TYPE_CHECKING:
    from story.quotations import Quotation
    from story.story import Event, Story
    from story.text import Passage

NAMES = ("index.md", "chronologie.md", "echange.md")


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page, by its path below the docs folder."""

    name: str
    markdown: str


class _Notes:
    """The notes of one page: a mark where a statement stands, the passage at the foot."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._labels: dict[Passage, str] = {}

    def mark(self, passage: Passage) -> Markdown:
        label = self._labels.setdefault(passage, f"p{len(self._labels) + 1}")
        return Markdown(f"[^{label}]")

    def definitions(self) -> list[dict[str, Any]]:
        article, typeset = self._story.article, self._story.language.typeset
        return [
            {
                "mark": Markdown(f"[^{label}]"),
                "before": _inside(typeset(before)),
                "text": _inside(typeset(passage.exact)),
                "after": _inside(typeset(after)),
                "paragraph": str(article.body.paragraph(passage).number),
            }
            for passage, label in self._labels.items()
            for before, after in [self._context(passage)]
        ]

    def _context(self, passage: Passage) -> tuple[str, str]:
        """Some words of the sentence around a short passage, so that it can be understood."""
        body = self._story.article.body.text
        sentences = [s for s in self._story.coverage.sentences if s.overlaps(passage)]
        before = body[sentences[0].start : passage.start]
        after = body[passage.end : sentences[-1].end]
        if not (before + after).strip(_QUOTATION_MARKS):
            return "", ""  # the note has marks of its own
        count = max(0, _LONG_ENOUGH - len(passage.exact.split())) // 2
        left = re.search(rf"(?:\S*\s+){{{count}}}\S*$", before)
        right = re.match(rf"\S*(?:\s+\S*){{{count}}}", after)
        if left and left.start():
            before = f"… {left[0].lstrip()}"
        if right and right.end() < len(after):
            after = f"{right[0].rstrip()} …"
        return before, after


_QUOTATION_MARKS = '«»“”" \u00a0\u202f'
# Words, with its context, from which a passage is understood without the rest of its sentence.
_LONG_ENOUGH = 24


def make_pages(story: Story) -> list[GeneratedPage]:
    """The pages of a story, in the order of `NAMES`."""
    environment = _environment()
    views = (_summary, _timeline, _exchange)
    pages = []
    for name, view in zip(NAMES, views, strict=True):
        notes = _Notes(story)
        values = _common(story) | view(story, notes)
        template = environment.get_template(f"{name}.j2")
        pages.append(
            GeneratedPage(name, template.render(values, notes=notes.definitions()).strip() + "\n")
        )
    return pages


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("story"),
        undefined=StrictUndefined,
        # Not HTML: what escapes is `finalize`, which no template can forget.
        autoescape=False,  # noqa: S701
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _finalize(value: object) -> str:
    """The value as Markdown; text is escaped unless it is Markdown already."""
    if isinstance(value, Markdown):
        return value
    if not isinstance(value, str):
        raise TypeError(f"a template printed {value!r}")
    return escape(value)


def _common(story: Story) -> dict[str, Any]:
    article, language = story.article, story.language
    publisher = language.typeset(article.publisher)
    title = language.typeset(_recased(story, article.title))
    return {
        "title": title,
        "description": Markdown(json.dumps(attribute_text(title), ensure_ascii=False)),
        "publisher": link(publisher, article.url) if article.url else publisher,
        "published": language.show_date(EdtfDate(article.day.isoformat())),
        "published_machine": article.day.isoformat(),
    }


def _recased(story: Story, title: str) -> str:
    """The title with the names as the body writes them, where a newsletter shouts surnames."""
    for person in story.people:
        for name in sorted({person.name, *person.name.split(), *person.aliases}, key=len)[::-1]:
            if len(name) > 1:
                title = title.replace(name.upper(), name)
    return title


def _inside(text: str) -> str:
    """The text for between « and »: the quotations in it take the inner marks."""
    return _INNER_OPENING.sub("“", _INNER_CLOSING.sub("”", text))


_INNER_OPENING = re.compile(r"«\s*")
_INNER_CLOSING = re.compile(r"\s*»")


def _statement(story: Story, notes: _Notes, passage: Passage, text: str = "") -> dict[str, Any]:
    """Words of the article with their mark; `text` where they are cut."""
    return {
        "text": _inside(story.language.typeset(text or passage.exact)),
        "mark": notes.mark(passage),
    }


def _summary(story: Story, notes: _Notes) -> dict[str, Any]:
    typeset = story.language.typeset
    # The order of the page is the order of its notes.
    amount = next((a for a in story.amounts if story.lead.overlaps(a.evidence[0])), None)
    return {
        "amount": amount and _statement(story, notes, amount.evidence[0]),
        "lead": _statement(story, notes, story.lead),
        "replies": [_reply(story, notes, quotation) for quotation in story.exchange],
        "informant": story.informant and _statement(story, notes, story.informant),
        "events": [_event(story, event) for event in story.events],
        "amounts": [
            _statement(story, notes, passage)
            for passage in dict.fromkeys(amount.evidence[0] for amount in story.amounts)
        ],
        "people": [
            {
                "name": typeset(person.name),
                "role": typeset(person.role or ""),
                "mark": notes.mark(person.evidence[0]),
            }
            for person in story.people
        ],
    }


def _timeline(story: Story, notes: _Notes) -> dict[str, Any]:
    def entries(*, later: bool) -> list[dict[str, Any]]:
        return [
            _event(story, event) | _statement(story, notes, event.passages[0], event.title)
            for event in story.events
            if (event.date.first_day > story.article.day) == later
        ]

    # The order of the page is the order of its notes.
    return {
        "earlier": entries(later=False),
        "lead": _statement(story, notes, story.lead),
        "later": entries(later=True),
    }


def _exchange(story: Story, notes: _Notes) -> dict[str, Any]:
    return {
        "replies": [
            _reply(story, notes, quotation)
            | {"attribution": quotation.attribution and notes.mark(quotation.attribution)}
            for quotation in story.exchange
        ]
    }


def _event(story: Story, event: Event) -> dict[str, Any]:
    return {
        "id": Markdown(event.id),
        "date": story.language.show_date(event.date),
        "machine": Markdown(event.date.machine or ""),
        "text": _inside(story.language.typeset(event.title)),
    }


def _reply(story: Story, notes: _Notes, quotation: Quotation) -> dict[str, Any]:
    typeset = story.language.typeset
    speaker = quotation.speaker[0].upper() + quotation.speaker[1:]
    return _statement(story, notes, quotation.passage) | {
        "speaker": typeset(speaker),
        "medium": typeset(quotation.medium.exact) if quotation.medium else "",
        "replies": quotation.replies,
        "kind": "En réponse" if quotation.replies else "Parole rapportée",
    }
