"""How time grows with the content: the converter, the whole build, the reader of articles.

    python benchmarks/growth.py --events 30 300 --sizes 1000 10000

Seconds are of the processor, so that what else the machine does counts little. Each figure is the
median of three processes of their own, or one where a run takes more than five seconds. The
converter and the reader are timed inside their process, after a small story has been read there, so
that what is loaded once does not count; the build is timed from outside.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from common import ROOT, build, copy_project, run, table
from inventing import invent_article, invent_content

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

EVENTS = (30, 300, 3_000, 30_000)
SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
SERIES = {
    "converter": ("events", "read_content, in process"),
    "build": ("events", "`mkdocs build` with the hook"),
    "reader": ("bytes", "read_article and read_story, in process"),
}
LIMIT = 1_800
_SLOW = 5

Growth = dict[str, list[tuple[int, float | None]]]
"""Pairs of size and seconds by series; None where it took longer than the limit."""


def measure(events: Sequence[int], sizes: Sequence[int], limit: float) -> Growth:
    """All three series."""
    growth: Growth = {name: [] for name in SERIES}
    for name, (unit, _) in SERIES.items():
        for size in events if unit == "events" else sizes:
            seconds = _median(partial(_once, name, size, limit))
            growth[name].append((size, seconds))
            print(f"{name} {size}: {seconds}", file=sys.stderr)
    return growth


def show(growth: Growth) -> str:
    """The series as Markdown tables; beside each time, what one more event or byte costs."""
    return "\n".join(
        f"{SERIES[name][1]}:\n\n"
        + table(
            (SERIES[name][0], "seconds", "times the step before", f"µs per further {unit}"),
            _rows(points),
        )
        for name, points in growth.items()
        for unit in [SERIES[name][0].removesuffix("s")]
    )


def _rows(points: list[tuple[int, float | None]]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [(f"{points[0][0]:,}", _seconds(points[0][1]), "", "")]
    for (before, first), (size, seconds) in pairwise(points):
        ratio = step = "–"
        if first and seconds:
            ratio = f"{seconds / first:.1f}"
            step = f"{(seconds - first) / (size - before) * 1e6:.2f}"
        rows.append((f"{size:,}", _seconds(seconds), ratio, step))
    return rows


def _seconds(seconds: float | None) -> str:
    return "over the limit" if seconds is None else f"{seconds:.3f}"


def _median(once: Callable[[], float | None]) -> float | None:
    first = once()
    if first is None or first > _SLOW:
        return first
    return statistics.median([first, *(seconds for _ in range(2) if (seconds := once()))])


def _once(name: str, size: int, limit: float) -> float | None:
    """Seconds of one run in a process of its own."""
    try:
        if name != "build":
            command = [sys.executable, __file__, "--one", name, "--size", str(size)]
            return float(run(command, ROOT, limit))
        with tempfile.TemporaryDirectory() as folder:
            project = copy_project(Path(folder) / "project")
            shutil.rmtree(project / "content")
            invent_content(project / "content", size)
            before = os.times()
            build(project, limit)
            after = os.times()
            return after.children_user + after.children_system - sum(before[2:4])
    except subprocess.TimeoutExpired:
        return None


def _convert(size: int) -> float:
    """Seconds in this process to make pages of a dossier with this many events."""
    from story.content_folder import read_content  # noqa: PLC0415 - found once the path is set

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "content"
        invent_content(folder, size)
        start = time.process_time()
        read_content(folder, folder)
        return time.process_time() - start


def _read(size: int) -> float:
    """Seconds in this process to read an article of this many bytes."""
    from story.assemble_story import read_story  # noqa: PLC0415
    from story.reading.article_file import read_article  # noqa: PLC0415 - found once the path is set

    data = invent_article(size)
    start = time.process_time()
    read_story(read_article(data, "article.fr.md"))
    return time.process_time() - start


def main() -> None:
    """Prints the tables, or the seconds of one run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--events", type=int, nargs="+", default=EVENTS)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--limit", type=float, default=LIMIT, help="seconds, for one run")
    parser.add_argument("--one", choices=("converter", "reader"), help=argparse.SUPPRESS)
    parser.add_argument("--size", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not options.one:
        print(show(measure(options.events, options.sizes, options.limit)))
        return
    sys.path.insert(0, str(ROOT / "scripts"))
    once = _convert if options.one == "converter" else _read
    once(5 if options.one == "converter" else 500)  # loads the calendar and the currencies
    print(once(options.size))


if __name__ == "__main__":
    main()
