"""The story in types: everything that is told, one class a kind of thing.

The reader of an article drafts these from what it finds there; the reader of a dossier gives the
same, and what it gives stands in place of the draft, section by section. The type of each field
says how it is written in `dossier.fr.yml` (see `kinds`), the sentence beside it what it is to the
person who writes it, in French; fields without a sentence are filled by the reader.
"""

import re
from collections.abc import Collection, Container, Iterator
from dataclasses import dataclass, field, replace
from typing import Annotated, Literal, Self

from story.dates import EdtfDate
from story.evidence import ArticleWords, Evidence, SourceLanguage
from story.reading.body import Passage
from story.typed_yaml.field_types import (
    Address,
    AmountGroupId,
    AmountKind,
    Blank,
    Count,
    Currency,
    Date,
    Day,
    Entry,
    EventId,
    Heading,
    Id,
    Key,
    Name,
    NodeId,
    Period,
    PersonId,
    SourceId,
    Spoken,
    StructureId,
    Sum,
    Text,
    ThemeId,
    keys_of,
)
from story.unfinished import placeholder

# The pages, in the order in which a reader asks. What is generated beside them leads to them.
Page = Literal["index", "chronologie", "echange", "qui-est-qui", "sources"]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Entry):
    """What some of the events are about; readers choose among them."""

    id: Annotated[Id, "son identifiant"]
    name: Annotated[Name, "son nom"]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference(Entry):
    """A point on which sources differ, and what the site does about it."""

    id: Annotated[Id, "son adresse dans « Sources et méthode »"]
    title: Annotated[Heading, "le point"]
    positions: Annotated[tuple[Statement, ...], "ce que dit chacun"]
    ours: Annotated[Heading, "ce que fait le site"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaid(Statement):
    """What the article does not say; the evidence is where it is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Statement):
    """A word explained. A definition may have no evidence: the story has no part in it."""

    id: Annotated[Id, "son adresse dans le glossaire"]
    term: Annotated[Name, "le mot, comme les pages l’écrivent"]


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
class Legal(Entry):
    """Who answers for the site, in the terms of French law. What is blank is not published."""

    publisher: Annotated[Blank, "l’éditeur : son nom, ou sa dénomination et sa forme"] = ""
    address: Annotated[Blank, "son adresse"] = ""
    contact: Annotated[Blank, "où lui écrire"] = ""
    director: Annotated[Blank, "le directeur de la publication"] = ""
    authors: Annotated[Blank, "qui a écrit et relu les textes, et avec quels outils"] = ""
    host: Annotated[Blank, "l’hébergeur"] = ""
    host_address: Annotated[Blank, "son adresse"] = ""
    host_phone: Annotated[Blank, "son téléphone"] = ""
    line: int = 1

    def blanks(self) -> tuple[Key, ...]:
        """The keys that nobody has filled: nothing, a sample, or what the key is."""
        values = ((key, getattr(self, key.field)) for key in keys_of(Legal))
        return tuple(
            key
            for key, value in values
            if placeholder(value) or _SAMPLE.search(value) or _repeats(key, value)
        )


# Addresses that stand for any, and what people write to come back to.
_SAMPLE = re.compile(
    r"\b(?:exemple|example)\.[a-z]{2,}\b|\b(?:todo|xxx+|[àa] (?:compl[ée]ter|remplir))\b",
    re.IGNORECASE,
)


def _repeats(key: Key, value: str) -> bool:
    words, says = ({*re.findall(r"\w+", text.lower())} for text in (value, key.says))
    return words <= says | {"nom", "du"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence(Entry):
    """Under what others may use the site's own texts and data, not what these quote."""

    name: Annotated[Text, "son nom, court"]
    address: Annotated[Address, "son adresse"]


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
    legal: Annotated[Legal, "les mentions légales"] = Legal()
    licence: Annotated[Licence, "la licence des textes et des données du site"] = Licence(
        name="CC BY 4.0", address="https://creativecommons.org/licenses/by/4.0/"
    )
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
