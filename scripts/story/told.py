"""Where what a story tells stands on its pages: each event and each statement with its address."""

from collections.abc import Iterator
from typing import NamedTuple

from story.assemble_story import Story
from story.model import Event, Statement, statements_in

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
            place = id_ or getattr(entry, "id", None) or ""
            yield from (Told(section, page, place, one) for one in statements_in(entry))


def events_in(story: Story) -> list[Event]:
    """Every event that the timeline shows, in the order of their dates."""
    events = [*story.events, *([story.report] if story.report else []), *story.after]
    return sorted(events, key=lambda event: event.date.sort_key)
