"""`mkdocs build` of the project beside MkDocs and Material as they come, on the same Markdown.

    python benchmarks/build.py --rounds 3

Seconds of the processor. In each round, one after the other, so that what slows the machine down
slows all: a first build, the stock build, a build when nothing has changed, and one after an edit
of the article; then a rebuild of `mkdocs serve` after such an edit, on both sides. The figures are
the medians of the ratios of the rounds.
"""

from __future__ import annotations

import resource
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from common import HERE, build, copy_project, rounds_asked, run, stock_project, table

ROUNDS = 9
_ARTICLE = "content/article.fr.md"
_TITLE = "\ntitle: "
# In the stock project the same is the title of the page.
_STOCK_ARTICLE = "docs/index.md"
_STOCK_TITLE = "\n# "
# What each is compared with, where that is not the stock build.
_BESIDE = {"served, after an edit": "stock, served", "stock, served": "stock, served"}

Rounds = dict[str, list[float]]
"""Seconds of each build by its name, a round after the other."""


def measure(rounds: int) -> Rounds:
    """Builds all this many times, after one build of each side that does not count."""
    with tempfile.TemporaryDirectory() as name:
        ours = copy_project(Path(name) / "ours")
        stock = stock_project(Path(name) / "stock")
        article = ours / _ARTICLE
        text = article.read_text("utf-8")
        _seconds(ours)
        _seconds(stock)
        names = ("first", "stock", "again", "after an edit", *_BESIDE)
        found: Rounds = {name: [] for name in names}
        for number in range(rounds):
            shutil.rmtree(ours / ".cache")
            found["first"].append(_seconds(ours))
            found["stock"].append(_seconds(stock))
            found["again"].append(_seconds(ours))
            edited = text.replace(_TITLE, f"{_TITLE}{number} ", 1)
            article.write_text(edited, "utf-8")
            found["after an edit"].append(_seconds(ours))
            found["served, after an edit"].append(_rebuild(ours, _ARTICLE, _TITLE))
            found["stock, served"].append(_rebuild(stock, _STOCK_ARTICLE, _STOCK_TITLE))
        return found


def _seconds(project: Path) -> float:
    """Seconds of the processor that a build takes, the start of Python included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    build(project)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _rebuild(project: Path, path: str, title: str) -> float:
    """Seconds of the processor that a rebuild takes once a title has changed."""
    return float(run([sys.executable, HERE / "rebuild.py", path, title, f"{title}0 "], project))


def show(found: Rounds) -> str:
    """The medians and the ratios as a Markdown table."""
    rows = []
    for name, seconds in found.items():
        beside = found[_BESIDE.get(name, "stock")]
        ratios = sorted(one / stock for one, stock in zip(seconds, beside, strict=True))
        spread = f"{ratios[0]:.2f} to {ratios[-1]:.2f}"
        middle = f"{statistics.median(ratios):.2f}"
        rows.append((name, f"{statistics.median(seconds):.2f}", middle, spread))
    return table(("build", "seconds", "times stock", "rounds from"), rows)


def main() -> None:
    """Prints the table."""
    print(show(measure(rounds_asked(__doc__, ROUNDS))))


if __name__ == "__main__":
    main()
