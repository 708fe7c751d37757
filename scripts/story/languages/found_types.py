"""What the functions of a language find in a text, beside dates: amounts of money, and names."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from story.reading.body import Passage


@dataclass(frozen=True, slots=True)
class FoundAmount:
    """An amount in a text: `value` in units of `currency` (ISO 4217), at offsets of that text."""

    value: Decimal
    currency: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """A sum that a text does not settle, at offsets of it, and what it leaves open.

    `value` is in units of the currency, whichever it is; None where the number is vague.
    """

    problem: str
    value: Decimal | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPerson:
    """Somebody, or an organisation, that an article names.

    `mentions` are in the order of the text; `evidence` is where the name stands with its role, or
    the first mention.
    """

    name: str
    kind: Literal["person", "organisation"]
    aliases: tuple[str, ...]
    role: str | None
    feminine: bool | None
    mentions: tuple[Passage, ...]
    evidence: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Unattributed:
    """Words between quotation marks that somebody says, and why the article does not settle who."""

    passage: Passage
    reason: str
