"""Sums of money."""

from dataclasses import dataclass
from typing import Annotated

from story.model.statements import Statement
from story.typed_yaml.field_types import AmountKind, Currency, Date, Entry, Heading, Id, Sum, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Statement):
    """A sum of money, exact; `text` is how it is said."""

    id: Annotated[Id, "son identifiant"]
    value: Annotated[Sum, "la somme en unités de la devise"]
    currency: Annotated[Currency, "la devise"]
    kind: Annotated[AmountKind | None, "sa nature : offre, prix payé…"] = None
    label: Annotated[Heading, "ce que la somme paie ou mesure"] = ""
    date: Annotated[Date | None, "sa date"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountGroup(Entry):
    """Kinds of amounts that are shown together, under a title."""

    id: Annotated[Id, "son adresse dans la page"]
    title: Annotated[Heading, "son titre"]
    kinds: Annotated[tuple[Text, ...], "les natures de sommes qu’il réunit"]
