"""How time and memory grow with texts of one odd shape: a run without a space, a list of dates.

    python benchmarks/shapes.py --sizes 250000 500000 1000000

Each figure is of one process of its own; seconds are of the processor.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from itertools import pairwise
from typing import TYPE_CHECKING

from common import ROOT, run, table

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZES = (250_000, 500_000, 1_000_000)
LIMIT = 120
# What is repeated, by its name.
SHAPES = {
    "a run of letters and digits": "aB3xYz9Q",
    "a rule of dashes": "-",
    "digits": "1234567890",
    "full stops": ".",
    "a long address": "a/b-c_d=e&",
    "dates in one sentence": "le 12 mars 2015 et ",
    "years in one sentence": "en 2015 ",
    "sums in one sentence": "3 millions d’euros et ",
    "sums of a currency to settle": "500 dinars et 3 francs ",
    "numbers in one list": "1, 2, 3 et ",
    "thousands without an end": " 000",
    "numbers in words": "vingt et un ",
    "short sentences in one paragraph": "Oui. ",
    "commas": "oui, ",
    "determiners": "la le les ",
    "quotations in one paragraph": "Il dit « oui ». ",
    "capitalised words": "Paul Durand ",
    "names with particles": "Paul de la ",
}
Figures = dict[str, list[tuple[int, float, int]]]
"""Size in bytes, seconds and megabytes, by shape; a run over the limit is left out."""
_HEAD = "---\ntitle: Essai\ndate: 2024-03-10\nsource: Le Fil des affaires\n---\n\nLe groupe dit "


def measure(sizes: Sequence[int] = SIZES) -> Figures:
    """Every shape at each of these sizes."""
    figures: Figures = {}
    for name in SHAPES:
        figures[name] = []
        for size in sizes:
            command = [sys.executable, __file__, "--one", name, "--sizes", str(size)]
            try:
                seconds, megabytes = run(command, ROOT, LIMIT).split()
            except subprocess.TimeoutExpired:
                break
            figures[name].append((size, float(seconds), int(megabytes)))
        print(name, figures[name], file=sys.stderr)
    return figures


def show(figures: Figures) -> str:
    """The shapes as a Markdown table, with the ratio of each size to the one before."""
    return table(
        ("shape", "bytes: seconds", "ratios", "MB"),
        [
            (
                name,
                ", ".join(f"{size:,}: {seconds:.1f}" for size, seconds, _ in points),
                ", ".join(f"{two[1] / one[1]:.1f}" for one, two in pairwise(points)) or "–",
                str(points[-1][2]) if points else "over the limit",
            )
            for name, points in figures.items()
        ],
    )


def _read(name: str, size: int) -> tuple[float, int]:
    """Seconds to read an article of this shape and size, and the megabytes that it takes."""
    from story.assemble_story import read_story  # noqa: PLC0415
    from story.reading.article_file import read_article  # noqa: PLC0415 - found once the path is set

    unit = SHAPES[name]
    data = f"{_HEAD}{unit * (size // len(unit.encode()))}\n".encode()
    start = time.process_time()
    read_story(read_article(data, "article.fr.md"))
    seconds = time.process_time() - start
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Prints the table, or the figures of one run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--one", choices=SHAPES, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not options.one:
        print(show(measure(options.sizes)))
        return
    sys.path.insert(0, str(ROOT / "scripts"))
    print(*_read(options.one, options.sizes[0]))


if __name__ == "__main__":
    main()
