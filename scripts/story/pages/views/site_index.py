"""The index: everything on the site that has an address, for those who search without a script."""

from story.pages.views.view import TITLES, Values, View
from story.reading.body import capitalised


def index(view: View) -> Values:
    """Links to the pages, events, names, words, differences and sources, in groups."""
    story, show = view.story, view.story.language.show_date
    groups = (
        ("pages", "Pages", [(page, "", title) for page, title in TITLES.items()]),
        (
            "evenements",
            "Événements",
            [
                ("chronologie", one.id, f"{capitalised(show(one.date))} : {view.name_of(one)}")
                for one in (*story.events, *story.after)
            ],
        ),
        (
            "noms",
            "Personnes et organisations",
            _sorted("qui-est-qui", {one.id: one.name for one in story.people}),
        ),
        (
            "mots",
            "Mots expliqués",
            _sorted("sources", {one.id: capitalised(one.term) for one in story.glossary}),
        ),
        (
            "divergences",
            "Où les sources divergent",
            [("sources", one.id, one.title) for one in story.differences],
        ),
        (
            "sources",
            "Sources",
            _sorted(
                "sources",
                {
                    one.id: f"{one.publisher}{f', {show(one.date)}' if one.date else ''}"
                    for one in story.sources
                },
            ),
        ),
    )
    return {"groups": [group for group in groups if group[-1]]}


def _sorted(page: str, words: dict[str, str]) -> list[tuple[str, str, str]]:
    ordered = sorted(words.items(), key=lambda one: one[1].casefold())
    return [(page, id_, shown) for id_, shown in ordered]
