"""What supports a statement: passages of the article and of other sources, and computations."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal

from story.reading.body import Passage, comparable
from story.typed_yaml.field_types import Address, Count, Date, Entry, Exact, Name, SourceId, Text

# Languages of sources, whose figures are compared with those of our statements.
SourceLanguage = Literal["fr", "en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Entry):
    """A text other than the article. `url` is None where its address is not known."""

    publisher: Annotated[Name, "l’éditeur"]
    title: Annotated[Text | None, "le titre, s’il est connu"] = None
    url: Annotated[Address | None, "l’adresse de la page lue"] = None
    date: Annotated[Date | None, "la date de parution ; elle compte comme un appui"] = None
    language: Annotated[SourceLanguage, "la langue du texte"] = "fr"
    note: Annotated[Text | None, "ce qu’il faut savoir de cette source"] = None
    about: Annotated[
        tuple[Text, ...], "de qui parle la page, si ses passages ne le disent pas"
    ] = ()
    passages: Annotated[tuple[Text, ...], "ce qui y a été lu, mot pour mot"] = ()
    """Each quotation of the source has to be in one of them."""
    id: str = ""


@dataclass(frozen=True, slots=True)
class SourcePassage:
    """Words of a source, exactly; `see` are other sources that say the same."""

    source: Source
    exact: str
    see: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Computation:
    """A figure of ours: `6.4 / 3.2 = 2`, or `≈` where it is rounded to the digits given."""

    exact: str
    operands: tuple[Decimal, ...]
    result: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleWords(Entry):
    """How a passage of the article is written in a dossier."""

    article: Annotated[Exact, "les mots exacts de l’article"]
    occurrence: Annotated[Count | None, "lequel, où ces mots y sont plusieurs fois"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceWords(Entry):
    """How a passage of another source is."""

    source: Annotated[SourceId, "la source"]
    passage: Annotated[Exact, "les mots exacts de sources.yml"]
    see: Annotated[tuple[SourceId, ...], "d’autres sources qui disent de même"] = ()


Evidence = Passage | SourcePassage | Computation

ARTICLE, COMPUTED = "article", "calcul"


def source_of(item: Evidence) -> str:
    """The id of the source of an evidence, or one of those two."""
    if isinstance(item, SourcePassage):
        return item.source.id
    return ARTICLE if isinstance(item, Passage) else COMPUTED


_QUOTED = re.compile(r'«\s*(.*?)\s*»|“\s*(.*?)\s*”|"\s*(.*?)\s*"')


def quotations_in(text: str) -> Iterator[tuple[int, int]]:
    """Where the words between quotation marks of any kind stand, but for those within others."""
    return (match.span(match.lastindex or 0) for match in _QUOTED.finditer(text))


def foreign_quotations(
    text: str, evidence: Iterable[Evidence], language: str
) -> Iterator[tuple[int, int, str]]:
    """What a text in a language quotes word for word from evidence in another.

    Gives the place of the words, and the language of that evidence.
    """
    others = [
        (comparable(item.exact), item.source.language)
        for item in evidence
        if isinstance(item, SourcePassage) and item.source.language != language
    ]
    for start, end in quotations_in(text):
        words = comparable(text[start:end])
        found = next((code for exact, code in others if words in exact), None)
        if found:
            yield start, end, found
