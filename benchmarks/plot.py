"""Draws growth.svg from results.json: seconds over events and over bytes, both scales logarithmic.

Run by report.py in an environment of its own, with matplotlib. The same figures give the same file.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import matplotlib as mpl  # type: ignore[import-not-found,unused-ignore]
from matplotlib import pyplot as plt  # type: ignore[import-not-found,unused-ignore]

HERE = Path(__file__).resolve().parent
_PANELS = {
    "events in the dossier": {"converter": "converter", "build": "mkdocs build"},
    "bytes of the article": {"reader": "reader"},
}
_COLOURS = {"converter": "#0b5d8a", "build": "#a8431c", "reader": "#2e6b34"}
_GUIDE = {"linewidth": 0.8, "color": "#999999", "linestyle": "dotted", "zorder": 0}


def main() -> None:
    """Writes the picture beside the results."""
    growth = json.loads((HERE / "results.json").read_text("utf-8"))["growth"]["figures"]
    mpl.rcParams |= {"svg.hashsalt": "growth", "svg.fonttype": "none", "font.family": "sans-serif"}
    figure, axes = plt.subplots(1, 2, figsize=(9, 4), layout="constrained")
    for axis, (label, series) in zip(axes, _PANELS.items(), strict=True):
        for name, words in series.items():
            _draw(axis, name, words, growth[name])
        axis.set(xscale="log", yscale="log", xlabel=label, ylabel="seconds")
        axis.legend(frameon=False)
    figure.suptitle("Time by size; dotted: linear")
    figure.savefig(HERE / "growth.svg", metadata={"Date": None, "Creator": None})


def _draw(axis: Any, name: str, words: str, points: list[tuple[int, float | None]]) -> None:  # noqa: ANN401 - matplotlib is not there when types are checked
    """One series, and the line through its last point that a linear one would follow."""
    sizes, seconds = zip(*(point for point in points if point[1] is not None), strict=True)
    axis.plot(sizes, seconds, marker="o", color=_COLOURS[name], label=words)
    linear = [seconds[-1] * size / sizes[-1] for size in sizes]
    axis.plot(sizes, linear, **_GUIDE)


if __name__ == "__main__":
    main()
