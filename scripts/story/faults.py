"""What is wrong with a file that a person wrote, said so that this person can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing to mend, at a line (counted from 1) of a file."""

    path: str
    line: int
    problem: str
    expected: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.problem}\u202f; {self.expected}"


class ContentError(ValueError):
    """A content file cannot be used. `faults` holds every reason, in the order of the lines."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(map(str, self.faults)))
