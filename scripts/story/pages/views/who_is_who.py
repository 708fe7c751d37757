"""People and organisations."""

from collections.abc import Sequence
from itertools import groupby

from story.model import Edge, Person, Structure
from story.pages.drawings import Arrow, Box, draw_structure
from story.pages.markdown import Markdown, escape
from story.pages.views.view import Values, View
from story.reading.body import capitalised, plain


def who(view: View) -> Values:
    """Who controlled whom; people and organisations, by side where the dossier gives one."""
    story = view.story
    # Who has no side comes last, under a title of their own where others have one.
    sides = sorted(dict.fromkeys(person.side for person in story.people), key=lambda one: not one)
    rest = "Autres" if any(sides) else ""
    # In the order of the page, which is that of its notes.
    return {
        "description": f"Qui est qui. {view.title}",
        "structures": [structure(view, one, prefix="o") for one in story.structures],
        "letters": _letters(view) if len(story.people) > _FEW else [],
        "sides": [
            {
                "title": view.typeset(capitalised(side or rest)),
                "id": Markdown(f"camp-{rank}"),
                "people": [
                    _person(view, one, "####" if side or rest else "###")
                    for one in story.people
                    if one.side == side
                ],
            }
            for rank, side in enumerate(sides, 1)
        ],
    }


# So many names are found at a glance.
_FEW = 6


def _person(view: View, person: Person, level: str) -> Values:
    view.placed(person.id, words=f"{person.name} : {person.text}")
    show = view.story.language.show_date
    return {
        "text": Markdown(view.told(person) + view.notes.mark(*person.evidence)),
        "level": Markdown(level),
        "id": Markdown(person.id),
        "name": view.typeset(person.name),
        "role": view.typeset(person.role),
        "dates": [
            {
                "date": view.time(one.date),
                "text": view.said(
                    one, f"{person.id} {one.date.edtf}", label=f"{person.name}, {show(one.date)}"
                ),
            }
            for one in person.dates
        ],
    }


def _letters(view: View) -> list[Values]:
    """The names under their first letters, each leading to its entry."""
    people = sorted(view.story.people, key=lambda person: plain(person.name))
    return [
        {
            "letter": letter,
            "names": Markdown(
                ", ".join(f"[{escape(view.typeset(one.name))}](#{one.id})" for one in run)
            ),
        }
        for letter, run in groupby(people, key=lambda person: plain(person.name)[:1].upper())
    ]


def structure(view: View, told: Structure, *, whole: bool = True, prefix: str = "p") -> Values:
    """A structure: its drawing, and the list that says the same.

    Where it is not shown whole, only what has a word on its arrow is, if anything has.
    """
    edges = [edge for edge in told.edges if whole or edge.label] or told.edges
    ends = {end for edge in edges for end in (edge.start, edge.end)}
    names = {node.id: view.typeset(node.name) for node in told.nodes if node.id in ends}
    rows = _rows(list(names), edges)
    return {
        "id": Markdown(told.id),
        "title": view.typeset(told.title),
        "note": view.typeset(told.note) if whole else "",
        "drawing": draw_structure(
            view.typeset(told.title),
            [Box(id_, name, rows[id_]) for id_, name in names.items()],
            [
                Arrow(edge.start, edge.end, edge.kind, view.typeset(edge.label or ""))
                for edge in edges
            ],
        ),
        "edges": [
            {
                "ends": (way := f"{names[edge.start]} → {names[edge.end]}"),
                "text": view.said(edge, told.id, prefix, way),
            }
            for edge in edges
        ],
    }


def _rows(ids: Sequence[str], edges: Sequence[Edge]) -> dict[str, int]:
    """The row of each, from 0 at the top: who acts stands above whom it is done to.

    As far up as the longest way down from it asks. What would close a circle has no part in that.
    """
    below: dict[str, set[str]] = {id_: set() for id_ in ids}

    def reach(id_: str) -> set[str]:
        return {id_}.union(*(reach(end) for end in below[id_]))

    def height(id_: str) -> int:
        return max((height(end) + 1 for end in below[id_]), default=0)

    for edge in edges:
        if edge.start not in reach(edge.end):
            below[edge.start].add(edge.end)
    top = max(map(height, ids))
    return {id_: top - height(id_) for id_ in ids}
