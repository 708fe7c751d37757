"""Who said what, in which order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from story.text import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words that an article gives to somebody, exactly as it has them.

    `attribution` is the passage that says who speaks, and `medium` the one that says where;
    `replies` where the article calls the words a reply.
    """

    speaker: str
    passage: Passage
    attribution: Passage | None
    medium: Passage | None
    replies: bool

    @property
    def evidence(self) -> tuple[Passage, ...]:
        """The words, and what says whose they are."""
        return (self.passage, self.attribution) if self.attribution else (self.passage,)
