"""What somebody said: in the article, at first, in other sources."""

from dataclasses import dataclass
from typing import Annotated

from story.evidence import SourceLanguage
from story.model.statements import Statement
from story.reading.body import Passage
from story.typed_yaml.field_types import (
    Address,
    Date,
    Entry,
    Heading,
    PersonId,
    SourceId,
    Spoken,
    Text,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words that the article gives to somebody, exactly as it has them.

    `text` is all that is said, and `passages` its parts: one a paragraph, and apart where the
    article says in the middle who speaks. `attribution` is the passage that says who speaks,
    `reason` how it does; `medium` is the passage that says where; `replies` where the article calls
    the words a reply.
    """

    speaker: str
    text: str
    passages: tuple[Passage, ...]
    attribution: Passage | None
    medium: Passage | None
    replies: bool
    reason: str

    @property
    def evidence(self) -> tuple[Passage, ...]:
        """The words, and what says whose they are."""
        return (*self.passages, self.attribution) if self.attribution else self.passages


@dataclass(frozen=True, slots=True, kw_only=True)
class Original(Statement):
    """The first wording of a quotation of the article, in the language in which it was written."""

    text: Annotated[Spoken, "ces mots, tels qu’ils ont été écrits ou dits"]
    quotation: Annotated[Spoken, "la citation de l’article, mot pour mot"]
    language: Annotated[SourceLanguage, "la langue d’origine"]
    date: Annotated[Date, "quand ces mots ont été écrits ou dits"]
    medium: Annotated[Text, "où ils l’ont été"]
    url: Annotated[Address | None, "l’adresse du message"] = None
    note: Annotated[Heading, "ce qu’il faut en savoir"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Entry):
    """What a source makes somebody say."""

    speaker: Annotated[PersonId, "qui parle"]
    text: Annotated[Spoken, "ses mots dans cette source"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering(Entry):
    """How a source gives the quotations of the article in its language."""

    source: Annotated[SourceId, "la source"]
    words: Annotated[tuple[Words, ...], "les mots qu’elle donne à chacun"]
    note: Annotated[Heading, "ce qui la distingue"] = ""
