"""Runs the benchmarks, or some of them, and writes results.json, RESULTS.md and growth.svg.

python benchmarks/report.py               # all of them: about twenty minutes on two cores
python benchmarks/report.py pages build   # these again; the others stay as they are
"""

from __future__ import annotations

import argparse
import datetime
import json
import sys
from typing import TYPE_CHECKING, Any

import build
import growth
import pages
import scores
import shapes
from common import HERE, ROOT, describe_machine, run, table, versions

if TYPE_CHECKING:
    from collections.abc import Callable

RESULTS = HERE / "results.json"
_PARTS = {
    "growth": "Growth",
    "shapes": "Texts of odd shapes",
    "build": "The build beside MkDocs and Material as they come",
    "pages": "The timeline page beside others",
    "scores": "Every page, by Lighthouse",
}
_SHOW: dict[str, Callable[[Any], str]] = {
    "growth": growth.show,
    "shapes": shapes.show,
    "build": build.show,
    "pages": pages.show,
    "scores": scores.show,
}
_NOTES = {
    "growth": "Linear is 10 times the step before; the aim is at most 20 at each step.\n\n"
    "![Seconds over events and bytes](growth.svg)",
    "shapes": "read_article and read_story on a megabyte of one thing. Linear is 2 times the step "
    "before; the aim is at most 2.3, and 300 MB.",
    "build": "The same Markdown on both sides. All that the hook does is part of our time: "
    "conversion, checks, trimming, search, compression. The aim is at most 1.45 for a first build, "
    "1.15 after an edit. What `mkdocs serve` rebuilds is compared with what it rebuilds there.",
    "scores": "Mobile, simulated throttling, medians. 100 four times is the aim; times move with "
    "the machine. What of it is a fact (requests, bytes, elements, what moves) is tested.",
    "pages": "A first visit, cache off, Brotli; Lighthouse mobile, medians. The aim is an LCP of "
    "at most 1.15 times that of the page by hand.",
}


def main() -> None:
    """Measures, then writes what there is."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("parts", nargs="*", choices=[[], *_PARTS], help="all where none is named")
    parser.add_argument("--limit", type=float, default=growth.LIMIT, help="seconds, for one run")
    options = parser.parse_args()
    results: dict[str, Any] = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    # Lighthouse first: it wants a machine that has not just worked for minutes.
    for part in sorted(options.parts or _PARTS, reverse=True):
        results[part] = {
            "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
            "machine": describe_machine(),
            "versions": versions(),
            "figures": _measure(part, options.limit),
        }
        RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", "utf-8")
    (HERE / "RESULTS.md").write_text(_report(results), "utf-8")
    if "growth" in results:
        _plot()


def _measure(part: str, limit: float) -> Any:  # noqa: ANN401 - what JSON holds
    if part == "growth":
        return growth.measure(growth.EVENTS, growth.SIZES, limit)
    if part == "shapes":
        return shapes.measure()
    if part == "build":
        return build.measure(build.ROUNDS)
    return pages.measure(pages.ROUNDS) if part == "pages" else scores.measure(scores.ROUNDS)


def _report(results: dict[str, Any]) -> str:
    sections = [
        "# Results\n\nWritten by `report.py`; how it is measured is in the [README](README.md).\n"
    ]
    for part, title in _PARTS.items():
        if result := results.get(part):
            with_versions = table(
                ("date", "machine", *result["versions"]),
                [(result["date"], result["machine"], *result["versions"].values())],
            )
            shown = _SHOW[part](result["figures"])
            measured = f"Measured with:\n\n{with_versions}"
            sections.append(f"## {title}\n\n{_NOTES[part]}\n\n{shown}\n{measured}")
    return "\n".join(sections)


def _plot() -> None:
    """Draws the picture in an environment of its own: matplotlib is for nothing else here."""
    python = HERE / ".venv" / "bin" / "python"
    if not python.exists():
        run([sys.executable, "-m", "venv", HERE / ".venv"], ROOT)
    install = ["-m", "pip", "install", "--quiet", "--require-hashes", "-r"]
    run([python, *install, HERE / "requirements.txt"], ROOT)
    run([python, HERE / "plot.py"], ROOT)


if __name__ == "__main__":
    main()
