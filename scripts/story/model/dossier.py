"""All that is told, in sections, and what the site says of itself."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Annotated

from story.evidence import ArticleWords
from story.model.amounts import Amount, AmountGroup
from story.model.chapters import Chapter
from story.model.events import Event, Theme
from story.model.legal import CC_BY, NOBODY, Legal, Licence
from story.model.people import Person, Structure
from story.model.quotations import Original, Rendering
from story.model.statements import Cited, Fact, Statement, Term, Unsaid
from story.reading.body import Passage
from story.typed_yaml.field_types import (
    Count,
    Day,
    Entry,
    EventId,
    Heading,
    Id,
    Period,
    Text,
    keys_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference(Entry):
    """A point on which sources differ, and what the site does about it."""

    id: Annotated[Id, "son adresse dans « Sources et méthode »"]
    title: Annotated[Heading, "le point"]
    positions: Annotated[tuple[Statement, ...], "ce que dit chacun"]
    ours: Annotated[Heading, "ce que fait le site"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction(Entry):
    """What the site said wrongly, and when it was mended."""

    date: Annotated[Day, "le jour de la correction"]
    text: Annotated[Text, "ce que dit le site à présent"]
    was: Annotated[Text, "ce qu’il disait"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial(Entry):
    """A kind of change that would deceive: how many were tried here, and how many went unseen."""

    change: Annotated[Text, "ce qui est changé"]
    tried: Annotated[Count, "combien de fois"]
    missed: Annotated[Count | None, "combien de fois sans que la construction le voie"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside(ArticleWords):
    """A passage of the article that supports nothing, with the reason."""

    reason: Annotated[Heading, "pourquoi rien ne s’y appuie"]
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier(Entry):
    """Everything that is told beside the article's own words; a section may be empty."""

    name: Annotated[Heading, "le nom du site, court"] = ""
    tagline: Annotated[Heading, "ce qui suit ce nom dans le titre de l’accueil"] = ""
    description: Annotated[Heading, "le site en une phrase, pour les moteurs et les partages"] = ""
    title: Annotated[Heading, "le titre de l’accueil"] = ""
    published: Annotated[Day | None, "le jour de la publication"] = None
    updated: Annotated[Day | None, "le jour de la dernière mise à jour"] = None
    searched: Annotated[Day | None, "le jour de la dernière recherche de nouvelles"] = None
    outcome: Annotated[EventId | None, "l’événement qui dit la fin, dès le premier écran"] = None
    period: Annotated[Period | None, "les années que couvre la chronologie"] = None
    themes: Annotated[tuple[Theme, ...], "les thèmes, dans l’ordre du choix (8 au plus)"] = ()
    amount_groups: Annotated[tuple[AmountGroup, ...], "comment les montants se rangent"] = ()
    # First of all that has evidence: it may be named from here on.
    passages: Annotated[tuple[Cited, ...], "les passages qui appuient plusieurs phrases"] = ()
    essentials: Annotated[tuple[Fact, ...], "le premier écran"] = ()
    chapters: Annotated[tuple[Chapter, ...], "le récit, en chapitres"] = ()
    events: Annotated[tuple[Event, ...], "la chronologie"] = ()
    after: Annotated[tuple[Event, ...], "ce qui est venu après la période"] = ()
    people: Annotated[tuple[Person, ...], "personnes et organisations"] = ()
    amounts: Annotated[tuple[Amount, ...], "les montants"] = ()
    originals: Annotated[tuple[Original, ...], "les citations dans leur langue d’origine"] = ()
    asides: Annotated[tuple[Chapter, ...], "ce qu’il faut savoir autour de l’échange"] = ()
    renderings: Annotated[tuple[Rendering, ...], "comment d’autres ont traduit l’échange"] = ()
    structures: Annotated[tuple[Structure, ...], "qui contrôle qui"] = ()
    differences: Annotated[tuple[Difference, ...], "où les sources divergent"] = ()
    not_said: Annotated[tuple[Unsaid, ...], "ce que l’article ne dit pas"] = ()
    glossary: Annotated[tuple[Term, ...], "les mots expliqués"] = ()
    legal: Annotated[Legal, "les mentions légales"] = NOBODY
    licence: Annotated[Licence, "la licence des textes et des données du site"] = CC_BY
    corrections: Annotated[tuple[Correction, ...], "les corrections du site"] = ()
    trials: Annotated[tuple[Trial, ...], "ce que la vérification voit et ne voit pas"] = ()
    set_aside: Annotated[tuple[SetAside, ...], "les passages laissés de côté"] = ()

    def entries(self, but: Collection[str] = ()) -> tuple[Entry, ...]:
        """Every entry of every section, in order, but for some sections."""
        sections = (key.field for key in keys_of(Dossier) if key.many and key.name not in but)
        return tuple(entry for section in sections for entry in getattr(self, section))

    def statements(self, but: Collection[str] = ()) -> tuple[Statement, ...]:
        """Every statement of these entries, and of those within them."""
        return tuple(one for entry in self.entries(but) for one in statements_in(entry))


def statements_in(entry: Entry) -> Iterator[Statement]:
    """An entry if it is a statement, and those within it."""
    if isinstance(entry, Statement):
        yield entry
    for key in keys_of(type(entry)):
        if key.many and isinstance(key.holds, type):
            for inner in getattr(entry, key.field):
                yield from statements_in(inner)
