"""Results of functions of texts, remembered within a run, and from run to run by whoever asks.

Such a function gives the same for the same arguments: what it found in a sentence at the last build
it need not look for again while only other sentences change.
"""

import pickle
from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple

Given = TypeVarTuple("Given")
R = TypeVar("R")

_Results = dict[str, dict[tuple[object, ...], object]]
# By the name of the function and its arguments: of the runs before, and asked for in this one.
_before: _Results = {}
_asked: _Results = {}


def remembered(function: Callable[[*Given], R]) -> Callable[[*Given], R]:
    """The function, which remembers; its arguments are given by place, and can be pickled."""
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def remembering(*given: *Given) -> R:
        asked = _asked.setdefault(name, {})
        if given not in asked:
            before = _before.get(name, {})
            asked[given] = before[given] if given in before else function(*given)
        result: R = asked[given]  # type: ignore[assignment]  # what this function gave
        return result

    return remembering


def recall(kept: bytes | None) -> None:
    """Begins a run with what was kept at the end of another, by the same code."""
    if kept and not _before:
        _before.update(pickle.loads(kept))  # noqa: S301 - the caller vouches for where it comes from


def keep() -> bytes:
    """Ends a run: all that was asked for in it, and nothing else."""
    _before.clear()
    _before.update(_asked)
    _asked.clear()
    return pickle.dumps(_before)
