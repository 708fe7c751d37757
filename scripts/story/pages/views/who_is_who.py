"""People and organisations."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from story.model import Edge, Structure
from story.pages.drawings import draw_structure
from story.pages.views.view import Values, View
from story.reading.body import plain


def who(view: View) -> Values:
    """Who controlled whom; people and organisations, by side where the dossier gives one."""
    people = view.story.people
    # Who has no side comes last, under a title of their own where others have one.
    sides = sorted(dict.fromkeys(person.side for person in people), key=lambda one: not one)
    rest = "autres" if any(sides) else ""
    names = sorted(people, key=lambda person: plain(person.name))
    letters = groupby(names, key=lambda person: plain(person.name)[:1].upper())
    return {
        "structures": [structure(view, one, prefix="o") for one in view.story.structures],
        "letters": [(one, [*run]) for one, run in letters] if len(people) > _FEW else [],
        "sides": [(side or rest, [one for one in people if one.side == side]) for side in sides],
    }


# So many names are found at a glance.
_FEW = 6


def structure(view: View, told: Structure, *, whole: bool = True, prefix: str = "p") -> Values:
    """A structure: its drawing, and the list that says the same.

    Where it is not shown whole, only what has a word on its arrow is, if anything has.
    """
    edges = [edge for edge in told.edges if whole or edge.label] or told.edges
    ends = {end for edge in edges for end in (edge.start, edge.end)}
    names = {node.id: view.typeset(node.name) for node in told.nodes if node.id in ends}
    rows = _rows(list(names), edges)
    return {
        "id": told.id,
        "title": told.title,
        "note": told.note if whole else "",
        "drawing": draw_structure(
            view.typeset(told.title),
            names,
            rows,
            [replace(edge, label=view.typeset(edge.label or "")) for edge in edges],
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
