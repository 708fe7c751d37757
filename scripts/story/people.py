"""People and organisations: the name, how else the article calls them, and their role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from story.text import Passage

Kind = Literal["person", "organisation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody, or an organisation, that an article names.

    `mentions` are in the order of the text; `evidence` is where the name stands with its role, or
    the first mention.
    """

    name: str
    kind: Kind
    aliases: tuple[str, ...]
    role: str | None
    feminine: bool | None
    mentions: tuple[Passage, ...]
    evidence: tuple[Passage, ...]
