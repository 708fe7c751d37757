"""People and organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from story.pages.drawings import Arrow, Box, draw_structure
from story.pages.markdown import Markdown

if TYPE_CHECKING:
    from story.model import Structure
    from story.pages.views.view import Values, View


def who(view: View) -> Values:
    """People and organisations; who controlled whom."""
    story = view.story
    # In the order of the page, which is that of its notes.
    return {
        "description": f"Qui est qui. {view.title}",
        "structures": [_structure(view, structure) for structure in story.structures],
        "people": [
            view.said(person)
            | {
                "id": Markdown(person.id),
                "name": view.typeset(person.name),
                "role": view.typeset(person.role),
                "dates": [{"date": view.time(one.date)} | view.said(one) for one in person.dates],
            }
            for person in story.people
        ],
    }


def _structure(view: View, structure: Structure) -> Values:
    names = {node.id: view.typeset(node.name) for node in structure.nodes}
    sentences = [
        f"{names[edge.start]} → {names[edge.end]}\u00a0: {view.typeset(edge.text)}"
        for edge in structure.edges
    ]
    return {
        "id": Markdown(structure.id),
        "title": view.typeset(structure.title),
        "note": view.typeset(structure.note),
        "drawing": draw_structure(
            structure.id,
            view.typeset(structure.title),
            "\u202f; ".join(sentences),
            [Box(id_, names[id_], row) for row, ids in enumerate(_rows(structure)) for id_ in ids],
            [
                Arrow(edge.start, edge.end, edge.kind, view.typeset(edge.label or ""))
                for edge in structure.edges
            ],
        ),
        "edges": [
            {"from": names[edge.start], "to": names[edge.end]} | view.said(edge)
            for edge in structure.edges
        ],
    }


def _rows(structure: Structure) -> list[list[str]]:
    """Who controls stands above, what is controlled below; who aims stands at the top."""
    edges = structure.edges
    ids = [node.id for node in structure.nodes]
    targets = {edge.end for edge in edges}
    sources = [id_ for id_ in ids if id_ not in targets]
    middle = [id_ for id_ in ids if id_ in targets and any(e.start == id_ for e in edges)]
    last = [id_ for id_ in ids if id_ in targets and id_ not in middle]
    aiming = {edge.start for edge in edges if edge.kind == "vise"}
    top = [id_ for id_ in sources if id_ in aiming] if middle else sources
    others = [id_ for id_ in sources if id_ not in top]
    return [row for row in (top, [*middle, *others], last) if row]
