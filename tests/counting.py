"""How much of a text the rules of a language look at: characters are counted, not seconds."""

from __future__ import annotations

import importlib
import re
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pytest

HEAD = "---\ntitle: Essai\ndate: 2024-05-06\nsource: La Cote\n---\n\n"


class Counted:
    """A pattern that adds up how many characters it looks at."""

    total = 0

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a pattern's own methods
        method = getattr(self.pattern, name)
        if not callable(method):
            return method

        def counted(*arguments: Any) -> Any:  # noqa: ANN401
            found = method(*arguments)
            text, start, end = (*arguments[name == "sub" :], 0, sys.maxsize)[:3]
            if isinstance(found, re.Match):
                Counted.total += found.end() - start
            elif name not in ("match", "fullmatch"):  # those fail where they stand
                Counted.total += max(0, min(end, len(text)) - start)
            return found

        return counted


class CountedLines(str):
    """A text that counts, in `read`, how many of its lines are looked at once it is split."""

    __slots__ = ("read",)

    def __init__(self, _: str) -> None:
        self.read = 0

    def split(self, *given: Any) -> list[str]:  # noqa: ANN401 - as str has it
        """The lines, each of which is counted whenever it is looked at."""
        text = self

        class Lines(list[str]):
            def __getitem__(self, at: Any) -> Any:  # noqa: ANN401 - one or several
                found = super().__getitem__(at)
                text.read += len(found) if isinstance(at, slice) else 1
                return found

            def __iter__(self) -> Iterator[str]:
                return (self[at] for at in range(len(self)))

        return Lines(super().split(*given))


@contextmanager
def counting(monkeypatch: pytest.MonkeyPatch, names: Iterable[str]) -> Iterator[type[Counted]]:
    """Counts, in `total`, what the patterns of these modules of French look at."""
    Counted.total = 0
    with monkeypatch.context() as patched:
        for module in (importlib.import_module(f"story.languages.fr.{name}") for name in names):
            for name, value in list(vars(module).items()):
                if isinstance(value, re.Pattern):
                    patched.setattr(module, name, Counted(value))
        yield Counted
