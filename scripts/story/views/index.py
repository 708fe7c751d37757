"""The index: everything on the site that has an address, for those who search without a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from story.markdown import Markdown, escape
from story.notes import inside
from story.views.view import TITLES, Values, View, capitalised

if TYPE_CHECKING:
    from collections.abc import Iterable

    from story.dates import EdtfDate
    from story.story import Event

Line = tuple[str, str, str]
"""A page, an id there, and the words that lead to it."""


def index(view: View) -> Values:
    """Links to the pages, events, names, words, differences and sources, in groups."""
    dossier = view.story.dossier
    pages = [(page, "", title) for page, title in TITLES.items()]
    events = [("chronologie", event.id, _event(view, event)) for event in view.story.events]
    events += [
        ("chronologie", entry["id"], _dated(view, entry.day, entry["title"]))
        for entry in dossier["after"]
    ]
    names = _sorted(("qui-est-qui", id_, name) for id_, name in view.names())
    words = _sorted(
        ("sources", entry["id"], capitalised(entry["term"])) for entry in dossier["glossary"]
    )
    differences = [("sources", entry["id"], entry["title"]) for entry in dossier["differences"]]
    sources = _sorted(
        ("sources", source.id, f"{source.publisher}{_when(view, source.date)}")
        for source in dossier.sources
    )
    groups = (
        ("pages", "Pages", pages),
        ("evenements", "Événements", events),
        ("noms", "Personnes et organisations", names),
        ("mots", "Mots expliqués", words),
        ("divergences", "Où les sources divergent", differences),
        ("sources", "Sources", sources),
    )
    return {
        "description": f"Index. {dossier.title or view.recased()}",
        "groups": [
            {
                "id": Markdown(f"index-{id_}"),
                "title": title,
                "lines": [_link(view, line) for line in lines],
            }
            for id_, title, lines in groups
            if lines
        ],
    }


def _sorted(lines: Iterable[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: line[2].casefold())


def _event(view: View, event: Event) -> str:
    """What an event is; between marks where the words are the article's own."""
    own = event.theme is None
    return _dated(view, event.date, f"« {inside(event.title)} »" if own else event.title)


def _dated(view: View, date: EdtfDate, title: str) -> str:
    return f"{capitalised(view.story.language.show_date(date))} : {title}"


def _when(view: View, date: EdtfDate | None) -> str:
    return f", {view.story.language.show_date(date)}" if date else ""


def _link(view: View, line: Line) -> Markdown:
    page, id_, words = line
    anchor = f"#{id_}" if id_ else ""
    return Markdown(f"[{escape(view.typeset(words))}]({page}.md{anchor})")
