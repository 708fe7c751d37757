"""Amounts of money: an exact decimal value, a currency, and where they are said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from story.text import Passage


@dataclass(frozen=True, slots=True)
class FoundAmount:
    """An amount in a text: `value` in units of `currency` (ISO 4217), at offsets of that text."""

    value: Decimal
    currency: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """An amount that an article states, with every passage that states it."""

    value: Decimal
    currency: str
    text: str
    evidence: tuple[Passage, ...]
