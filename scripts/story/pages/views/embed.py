"""The timeline for a page of somebody else: the rhythm and the list; the rest is on the site."""

from story.model import Event
from story.pages.markdown import Markdown, escape
from story.pages.views.timeline import density
from story.pages.views.view import Values, View
from story.told import events_in


def embed(view: View) -> Values:
    """Each event with what happened; its title leads to the evidence, on the site."""
    events = events_in(view.story)
    return {
        "description": f"Frise. {view.title}",
        "heading": view.title,
        "site": Markdown(
            f'[{escape(view.typeset(view.story.name))}](index.md){{: target="_blank" }}'
        ),
        **density(view, events),
        "events": [_entry(view, event) for event in events],
    }


def _entry(view: View, event: Event) -> Values:
    name = escape(view.typeset(view.name_of(event)))
    return {
        "id": Markdown(event.id),
        "date": view.time(event.date, capital=True),
        "link": Markdown(f'[{name}](chronologie.md#{event.id}){{: target="_blank" }}'),
        "text": view.typeset(event.text) if event.title else "",
    }
