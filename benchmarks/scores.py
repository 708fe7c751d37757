"""What Lighthouse says of every page of the site, as a slow phone sees it.

    python benchmarks/scores.py --rounds 1

The site is built for the very address at which it is served, so that its canonical addresses are
true. Times, and the score made of them, move with the machine: hence no test asks for them.
"""

from __future__ import annotations

import os
import statistics
import tempfile
from pathlib import Path

from common import build, copy_project, rounds_asked, table
from serving import METRICS, SCORES, free_address, install_tools, lighthouse, served

ROUNDS = 3
Figures = dict[str, dict[str, float]]
"""What was measured, by the page's address below the site's; medians of the rounds."""


def measure(rounds: int) -> Figures:
    """Builds the site, serves it, visits each page."""
    install_tools()
    address = free_address()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project = copy_project(folder / "project")
        os.environ["SITE_URL"] = address
        build(project)
        del os.environ["SITE_URL"]
        site = project / "site"
        pages = sorted(
            path.relative_to(site).as_posix().removesuffix("index.html")
            for path in site.rglob("*.html")
            if path.name != "404.html"
        )
        with served(folder, {address: site}):
            visits = {
                page: [lighthouse(address + page, folder) for _ in range(rounds)] for page in pages
            }
    return {
        page: {key: statistics.median(run[key] for run in runs) for key in runs[0]}
        for page, runs in visits.items()
    }


def show(pages: Figures) -> str:
    """The pages as a Markdown table."""
    times = [name for name in METRICS if name != "CLS"]
    return table(
        ("page", *SCORES, *(f"{name}, ms" for name in times), "CLS"),
        [
            (
                f"/{page}",
                *(f"{figures[score]:.0f}" for score in SCORES),
                *(f"{figures[name]:,.0f}" for name in times),
                f"{figures['CLS']:.3f}",
            )
            for page, figures in pages.items()
        ],
    )


def main() -> None:
    """Prints the table."""
    print(show(measure(rounds_asked(__doc__, ROUNDS))))


if __name__ == "__main__":
    main()
