"""What is said with evidence, whatever it is about."""

from dataclasses import dataclass
from typing import Annotated

from story.edtf_date import EdtfDate
from story.evidence import Evidence
from story.reading.body import Passage
from story.typed_yaml.field_types import Entry, Heading, Id, Name, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Entry):
    """A sentence of ours with its evidence."""

    id: Annotated[Id | None, "son adresse, à garder quand ses mots changent"] = None
    text: Annotated[Text, "la phrase, telle que le lecteur la lit"]
    checked: Annotated[
        Text | None, "qui l’a relue avec ses appuis, si la construction le demande"
    ] = None
    evidence: tuple[Evidence, ...] = ()

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages of the article among the evidence."""
        return tuple(item for item in self.evidence if isinstance(item, Passage))

    @property
    def when(self) -> EdtfDate | None:
        """When what it says was, where it gives that apart; its evidence has to give it too."""
        return getattr(self, "date", None)

    @property
    def written_in(self) -> str | None:
        """The language in which it gives somebody's words, where that is not the site's own."""
        return getattr(self, "language", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited(Entry):
    """A passage with a name, for the statements that share it."""

    id: Annotated[Id, "le nom que lui donnent les appuis"]
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption(Statement):
    """Our own words over statements, a title or a note, with the evidence around them.

    `answered` where they stand in a statement, whose `checked` answers for them too; `date` where
    they are shown with one.
    """

    answered: bool = False
    date: EdtfDate | None = None
    over: str = ""
    """Whose evidence it is, where that is not said beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Statement):
    """A line of the first screen."""

    label: Annotated[Heading, "l’étiquette du fait"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaid(Statement):
    """What the article does not say; the evidence is where it is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Statement):
    """A word explained. A definition may have no evidence: the story has no part in it."""

    id: Annotated[Id, "son adresse dans le glossaire"]
    term: Annotated[Name, "le mot, comme les pages l’écrivent"]
