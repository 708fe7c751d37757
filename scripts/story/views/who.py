"""People and organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from story.drawings import Arrow, Box, draw_structure
from story.markdown import Markdown

if TYPE_CHECKING:
    from story.dossier import Entry
    from story.views.view import Values, View


def who(view: View) -> Values:
    """People and organisations; who controlled whom."""
    story, dossier = view.story, view.story.dossier
    # In the order of the page, which is that of its notes.
    structures = [_structure(view, entry) for entry in dossier["structures"]]
    people = [
        view.said(entry.statement)
        | {
            "role": view.typeset(entry["role"]),
            "dates": [
                {"date": view.time(inner.day)} | view.said(inner.statement)
                for inner in entry.lists.get("dates", ())
            ],
        }
        for entry in dossier["people"]
    ] or [
        {
            "role": view.typeset(person.role or ""),
            "dates": [],
            "text": "",
            "marks": view.notes.mark(person.evidence[0]),
        }
        for person in story.people
    ]
    names = [{"id": Markdown(id_), "name": view.typeset(name)} for id_, name in view.names()]
    return {
        "description": f"Qui est qui. {dossier.title or view.recased()}",
        "people": [name | person for name, person in zip(names, people, strict=True)],
        "structures": structures,
    }


def _structure(view: View, entry: Entry) -> Values:
    names = {node["id"]: view.typeset(node["name"]) for node in entry.lists["nodes"]}
    edges = entry.lists["edges"]
    targets = {edge["to"] for edge in edges}
    # Who controls stands above, what is controlled below; who aims stands at the top.
    sources = [id_ for id_ in names if id_ not in targets]
    middle = [id_ for id_ in names if id_ in targets and any(e["from"] == id_ for e in edges)]
    last = [id_ for id_ in names if id_ in targets and id_ not in middle]
    aiming = {edge["from"] for edge in edges if edge["aimed"]}
    top = [id_ for id_ in sources if id_ in aiming] if middle else sources
    others = [id_ for id_ in sources if id_ not in top]
    rows = [row for row in (top, [*middle, *others], last) if row]
    sentences = [
        f"{names[e['from']]} → {names[e['to']]}\u00a0: {view.typeset(e['text'])}" for e in edges
    ]
    return {
        "id": Markdown(entry["id"]),
        "title": view.typeset(entry["title"]),
        "note": view.typeset(entry["note"]),
        "drawing": draw_structure(
            entry["id"],
            view.typeset(entry["title"]),
            "\u202f; ".join(sentences),
            [Box(id_, names[id_], row) for row, ids in enumerate(rows) for id_ in ids],
            [_arrow(edge) for edge in edges],
        ),
        "edges": [
            {"from": names[e["from"]], "to": names[e["to"]]} | view.said(e.statement) for e in edges
        ],
    }


def _arrow(edge: Entry) -> Arrow:
    if edge["aimed"] == "true":
        return Arrow(edge["from"], edge["to"], "aim", "offre")
    if edge["controls"] == "true":
        return Arrow(edge["from"], edge["to"], "control", "contrôle")
    return Arrow(edge["from"], edge["to"], "stake", "")
