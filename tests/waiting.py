"""How long tests wait: until a condition holds. No test depends on how fast the machine is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# Seconds after which what has not happened never will: it ends a hang, and judges no speed.
HANG = 600


def wait_for(condition: Callable[[], bool], told: Callable[[], str]) -> None:
    """Waits until a condition holds; what is told says why it never did."""
    end = time.monotonic() + HANG
    while not condition():
        assert time.monotonic() < end, told()
        time.sleep(0.02)
