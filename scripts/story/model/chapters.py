"""The story as it is told, with its drawings."""

from dataclasses import dataclass
from typing import Annotated, Literal

from story.model.statements import Statement
from story.typed_yaml.field_types import (
    AmountGroupId,
    Entry,
    EventId,
    Heading,
    Id,
    PersonId,
    StructureId,
)

# The pages, in the order in which a reader asks. What is generated beside them leads to them.
Page = Literal["index", "chronologie", "echange", "qui-est-qui", "sources"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Path(Entry):
    """The way of somebody through events: those that begin with the same part after the last."""

    person: Annotated[PersonId, "qui"]
    events: Annotated[tuple[EventId, ...], "ses événements, dans l’ordre"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing(Entry):
    """What a chapter comes down to, drawn from entries told elsewhere, with the list of them."""

    title: Annotated[Heading, "son titre"] = ""
    paths: Annotated[tuple[Path, ...], "des chemins qui se séparent"] = ()
    days: Annotated[tuple[EventId, ...], "des événements, jour par jour"] = ()
    structures: Annotated[tuple[StructureId, ...], "qui contrôlait qui, avant et après"] = ()
    amounts: Annotated[AmountGroupId | None, "des sommes, à la même échelle"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter(Entry):
    """Statements under a title; it may lead to a place on another page."""

    id: Annotated[Id, "son adresse dans la page"]
    title: Annotated[Heading, "son titre"]
    statements: Annotated[tuple[Statement, ...], "ses phrases, dans l’ordre"]
    drawing: Annotated[Drawing | None, "son dessin"] = None
    page: Annotated[Page | None, "la page où il mène"] = None
    anchor: Annotated[Id | None, "l’endroit de cette page"] = None
