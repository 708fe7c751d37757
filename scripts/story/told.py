"""Where what a story tells stands on its pages: each event and each statement with its address."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from story.model import Statement
from story.typed_yaml.field_types import keys_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from story.assemble_story import Story
    from story.model import Event

# The page of each section, and the id there of what has none of its own.
_PLACES = {
    "essentials": ("index", ""),
    "chapters": ("index", ""),
    "events": ("chronologie", ""),
    "after": ("chronologie", ""),
    "people": ("qui-est-qui", ""),
    "amounts": ("index", "montants"),
    "originals": ("echange", "paroles"),
    "asides": ("echange", ""),
    "structures": ("qui-est-qui", ""),
    "differences": ("sources", ""),
    "not_said": ("sources", "non-dits"),
    "glossary": ("sources", ""),
}


class Told(NamedTuple):
    """A statement, the key of its section, its page and the nearest id there ("" for the page)."""

    section: str
    page: str
    id: str
    statement: Statement


def told_in(story: Story) -> Iterator[Told]:
    """Every statement of a story that its pages show, in the order of the sections."""
    for section, (page, id_) in _PLACES.items():
        for entry in getattr(story, section):
            for place, statement in _within(entry, "" if id_ else getattr(entry, "id", "")):
                yield Told(section, page, place or id_, statement)


def _within(entry: object, id_: str) -> Iterator[tuple[str, Statement]]:
    if isinstance(entry, Statement):
        yield id_, entry
    for key in keys_of(type(entry)):
        if key.many and isinstance(key.holds, type):
            for inner in getattr(entry, key.field):
                yield from _within(inner, id_)


def events_in(story: Story) -> list[Event]:
    """Every event that the timeline shows, in the order of their dates."""
    events = [*story.events, *([story.report] if story.report else []), *story.after]
    return sorted(events, key=lambda event: event.date.sort_key)
