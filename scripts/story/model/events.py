"""What happened, and what it is about."""

from collections.abc import Container
from dataclasses import dataclass, replace
from typing import Annotated, Self

from story.model.statements import Statement
from story.typed_yaml.field_types import Date, Entry, Heading, Id, Name, PersonId, Text, ThemeId


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Entry):
    """What some of the events are about; readers choose among them."""

    id: Annotated[Id, "son identifiant"]
    name: Annotated[Name, "son nom"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Statement):
    """Something that happened, on a date as exact as it is known."""

    id: Annotated[Id, "son adresse dans la chronologie"]
    date: Annotated[Date, "sa date, à la précision connue"]
    title: Annotated[Heading, "son titre"] = ""
    theme: Annotated[ThemeId | None, "son thème"] = None
    people: Annotated[tuple[PersonId, ...], "qui y prend part"] = ()
    also: Annotated[tuple[Text, ...], "d’autres mots sous lesquels on le cherche"] = ()

    def among(self, people: Container[str]) -> Self:
        """The event with those of its people whose ids are among these."""
        return replace(self, people=tuple(one for one in self.people if one in people))
