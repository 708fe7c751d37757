"""Who answers for the site, and what others may do with it."""

import re
from dataclasses import dataclass
from typing import Annotated

from story.typed_yaml.field_types import Address, Blank, Entry, Key, Text, keys_of
from story.unfinished import placeholder


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


NOBODY = Legal()
CC_BY = Licence(name="CC BY 4.0", address="https://creativecommons.org/licenses/by/4.0/")
