"""People and organisations, and who controls whom."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from story.model.statements import Statement
from story.typed_yaml.field_types import Date, Entry, Heading, Id, Name, NodeId, PersonId, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone(Statement):
    """A date in the life of somebody or of an organisation."""

    date: Annotated[Date, "sa date"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Statement):
    """Somebody, or an organisation."""

    id: Annotated[Id, "son adresse dans « Qui est qui »"]
    name: Annotated[Name, "son nom"]
    kind: Annotated[Literal["person", "organisation"], "une personne ou une organisation"]
    role: Annotated[Heading, "sa fonction, en quelques mots"] = ""
    side: Annotated[
        Text, "son camp, un titre de « Qui est qui » ; les deux premiers ont une couleur"
    ] = ""
    aliases: Annotated[tuple[Text, ...], "ses autres noms"] = ()
    dates: Annotated[tuple[Milestone, ...], "ses dates"] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Node(Entry):
    """Somebody in a structure."""

    id: Annotated[Id, "son identifiant dans le schéma"]
    name: Annotated[Name, "son nom dans le schéma"]
    person: Annotated[PersonId | None, "son entrée dans people"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge(Statement):
    """What one is to another in a structure."""

    start: Annotated[NodeId, "de qui"] = field(metadata={"key": "from"})
    end: Annotated[NodeId, "à qui"] = field(metadata={"key": "to"})
    kind: Annotated[
        Literal["vise", "contrôle", "détient"], "ce que l’un fait de l’autre ; dessine la flèche"
    ] = "détient"
    label: Annotated[Heading | None, "le mot écrit sur la flèche"] = None
    people: tuple[str, ...] = ()
    """Those of both who are people of the story, by their ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure(Entry):
    """Who controls whom at a date: drawn, and listed."""

    id: Annotated[Id, "son adresse dans « Qui est qui »"]
    title: Annotated[Heading, "son titre"]
    date: Annotated[Date, "quand il en était ainsi"]
    nodes: Annotated[tuple[Node, ...], "qui y figure"]
    edges: Annotated[tuple[Edge, ...], "leurs liens"]
    note: Annotated[Heading, "ce que le schéma laisse de côté"] = ""
