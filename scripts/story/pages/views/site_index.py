"""The index: everything on the site that has an address, for those who search without a script."""

from collections.abc import Iterable

from story.dates import EdtfDate
from story.pages.markdown import Markdown, escape
from story.pages.views.view import TITLES, Values, View
from story.reading.body import capitalised

Line = tuple[str, str, str]
"""A page, an id there, and the words that lead to it."""


def index(view: View) -> Values:
    """Links to the pages, events, names, words, differences and sources, in groups."""
    story = view.story
    pages = [(page, "", title) for page, title in TITLES.items()]
    events = [
        ("chronologie", event.id, _dated(view, event.date, view.name_of(event)))
        for event in (*story.events, *story.after)
    ]
    names = _sorted(("qui-est-qui", person.id, person.name) for person in story.people)
    words = _sorted(("sources", entry.id, capitalised(entry.term)) for entry in story.glossary)
    differences = [("sources", entry.id, entry.title) for entry in story.differences]
    sources = _sorted(
        ("sources", source.id, f"{source.publisher}{_when(view, source.date)}")
        for source in story.sources
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
        "description": f"Index. {view.title}",
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


def _dated(view: View, date: EdtfDate, title: str) -> str:
    return f"{capitalised(view.story.language.show_date(date))} : {title}"


def _when(view: View, date: EdtfDate | None) -> str:
    return f", {view.story.language.show_date(date)}" if date else ""


def _link(view: View, line: Line) -> Markdown:
    page, id_, words = line
    anchor = f"#{id_}" if id_ else ""
    return Markdown(f"[{escape(view.typeset(words))}]({page}.md{anchor})")
