"""What the rules answer: who speaks, and why the reader thinks so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from story.languages.fr.antecedents import Found
    from story.languages.fr.quotation_places import Range

AFTER = "sujet du verbe qui suit la citation"
INSIDE = "incise dans la citation"
BEFORE = "sujet du verbe qui précède la citation"
COLON = "sujet de ce qui annonce la citation"
ACCORDING_TO = "tournure « selon »"
NOUN = "complément d’un nom de parole"
AGENT = "complément d’agent"
SIGNED = "signature"
SAME_VOICE = "suite de la citation précédente"
TOPIC = "sujet de la phrase précédente"
FOLLOWING = "sujet de la phrase suivante"
ALIKE = "même phrase qu’une autre citation"
ONLY_VOICE = "seule voix de l’article"
INTERVIEW = "réponse dans un entretien"
NO_CLAUSE = "aucune phrase ne dit qui parle"
NO_ONE = "le texte ne dit pas qui"


@dataclass(frozen=True, slots=True)
class Answer:
    """A speaker with the clause that says so; `found.name` is None where it is not settled.

    `cuts` are clauses inside the quotation that are not said.
    """

    found: Found
    reason: str
    clause: Range | None = None
    cuts: tuple[Range, ...] = ()
