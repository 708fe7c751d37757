"""What is wrong with a file that a person wrote, said so that this person can mend it."""

import errno
from collections.abc import Iterable
from dataclasses import dataclass


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


# What a system refuses, and what it needs.
_REFUSALS = {
    errno.EACCES: ("l’accès est refusé", "le droit de lire et d’écrire là"),
    errno.EPERM: ("l’accès est refusé", "le droit de lire et d’écrire là"),
    errno.EROFS: ("rien ne peut être écrit là", "un disque qui n’est pas en lecture seule"),
    errno.ENOSPC: ("le disque est plein", "de la place"),
    errno.EDQUOT: ("le disque est plein", "de la place"),
    errno.ENOENT: ("le fichier manque", "un fichier"),
    errno.EISDIR: ("c’est un dossier", "un fichier"),
    errno.ENOTDIR: ("ce n’est pas un dossier", "un dossier"),
    errno.EEXIST: ("ce n’est pas un dossier", "un dossier"),
}


def refusal(path: str, error: OSError) -> Fault:
    """What the system refused to do with a file, said as all that is wrong is."""
    other = (f"le système refuse\u00a0: {error.strerror}", "un fichier qui se lit et s’écrit")
    return Fault(path, 1, *_REFUSALS.get(error.errno or 0, other))
