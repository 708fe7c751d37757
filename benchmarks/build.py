"""`mkdocs build` of the project beside MkDocs and Material as they come, on the same Markdown.

    python benchmarks/build.py --pairs 3

Builds take turns, A B A B, so that what slows the machine down slows both; the figure is the median
of the ratios of the pairs.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path

from common import build, copy_project, stock_project, table

PAIRS = 9

Pairs = list[tuple[float, float]]
"""Seconds of ours and of the stock build."""


def measure(pairs: int) -> Pairs:
    """Builds both this many times, in turns, after one build of each that does not count."""
    with tempfile.TemporaryDirectory() as name:
        ours = copy_project(Path(name) / "ours")
        stock = stock_project(Path(name) / "stock")
        build(ours)
        build(stock)
        return [(build(ours), build(stock)) for _ in range(pairs)]


def show(pairs: Pairs) -> str:
    """The medians and the ratio as a Markdown table."""
    ours, stock = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratios = sorted(first / second for first, second in pairs)
    spread = f"{ratios[0]:.2f} to {ratios[-1]:.2f}"
    return table(
        ("pairs", "ours, s", "stock, s", "median ratio", "ratios"),
        [(len(pairs), f"{ours:.2f}", f"{stock:.2f}", f"{statistics.median(ratios):.2f}", spread)],
    )


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--pairs", type=int, default=PAIRS)
    print(show(measure(parser.parse_args().pairs)))


if __name__ == "__main__":
    main()
