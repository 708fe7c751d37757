"""Drawings made at build time: plain SVG, in the colours of the page, beside equal words.

Heights and letters are in pixels. Bars and axes are as wide as their column: their places are in
percents, so that letters keep their size; what may touch is counted for a phone, 340 pixels wide.
"""

from __future__ import annotations

import heapq
import html
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from story.pages.markdown import Markdown

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence
    from decimal import Decimal

WIDTH = 340
_LINE = 17
_BAR = 18


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on an axis: its day, the entry that it leads to, and what is said of it."""

    id: str
    day: datetime.date
    title: str
    kind: str
    """The class of its point: its theme, and whether other sources than the article say so."""


@dataclass(frozen=True, slots=True)
class Box:
    """Somebody in a diagram, in a row counted from 0 at the top."""

    id: str
    name: str
    row: int


@dataclass(frozen=True, slots=True)
class Arrow:
    """What one is to another in a diagram: dashed for one who aims at it, thick for control."""

    start: str
    end: str
    kind: Literal["vise", "contrôle", "détient"]
    label: str


def _svg(id_: str, size: str, title: str, description: str, content: str) -> Markdown:
    return Markdown(
        f'<svg class="dessin" {size} role="img"'
        f' aria-labelledby="{id_}-titre {id_}-description">'
        f'<title id="{id_}-titre">{html.escape(title)}</title>'
        f'<desc id="{id_}-description">{html.escape(description)}</desc>{content}</svg>'
    )


def _fluid(height: float) -> str:
    """The size of a drawing as wide as its column."""
    return f'width="100%" height="{height:g}"'


_CLASSES = {"vise": "aim", "contrôle": "control", "détient": "stake"}
_MIDDLE = ' text-anchor="middle"'


def _text(x: str, y: float, words: str, attributes: str = "") -> str:
    return f'<text x="{x}" y="{y:g}"{attributes}>{html.escape(words)}</text>'


def draw_bars(values: Sequence[Decimal]) -> list[Markdown]:
    """A bar for each amount, of one scale: the longest has the whole width.

    Each stands under the words that say it, so that nothing is told twice.
    """
    longest = max(values, default=1)
    return [
        Markdown(
            f'<svg class="dessin" {_fluid(_BAR)} aria-hidden="true">'
            f'<rect width="{float(value / longest):.4%}" height="{_BAR}"/></svg>'
        )
        for value in values
    ]


def draw_axis(
    id_: str,
    title: str,
    marks: Sequence[Mark],
    period: tuple[datetime.date, datetime.date],
    ticks: Sequence[tuple[datetime.date, str]],
) -> Markdown:
    """Events on a proportional axis, stacked where they would touch; each leads to its entry."""
    margin = 0.04
    # As large as the days of a month let them be side by side.
    radius = 5
    first, last = period
    span = (last - first).days

    def place(day: datetime.date) -> float:
        return margin + (day - first).days / span * (1 - 2 * margin)

    dots = [(mark, place(mark.day)) for mark in marks]
    levels = _levels([x for _, x in dots], (2 * radius + 1) / WIDTH)
    base = (max(levels, default=-1) + 1) * (2 * radius + 2) + 8
    parts = [f'<line class="axe" x1="{margin:.1%}" x2="{1 - margin:.1%}" y1="{base}" y2="{base}"/>']
    for day, label in ticks:
        x = f"{place(day):.1%}"
        parts += [
            f'<line class="axe" x1="{x}" x2="{x}" y1="{base}" y2="{base + 5}"/>',
            _text(x, base + 19, label, _MIDDLE),
        ]
    for (mark, share), level in zip(dots, levels, strict=True):
        y = base - radius - 3 - level * (2 * radius + 2)
        parts.append(
            f'<a id="{id_}-{mark.id}" class="{mark.kind}" href="#{mark.id}">'
            f"<title>{html.escape(mark.title)}</title>"
            f'<circle cx="{share:.2%}" cy="{y:g}" r="{radius}"/></a>'
        )
    drawing = _svg(
        id_,
        _fluid(base + 24),
        title,
        f"Événements listés plus bas\u00a0: {len(marks)}.",
        "".join(parts),
    )
    # A drawing of links is a group, not one picture: each link has its own name.
    return Markdown(drawing.replace('role="img"', 'role="group"', 1))


def _levels(places: Sequence[float], width: float) -> list[int]:
    """For each point on an axis, the lowest level where it touches no point placed before it."""
    levels = [0] * len(places)
    busy: list[tuple[float, int]] = []
    free: list[int] = []
    count = 0
    for index in sorted(range(len(places)), key=places.__getitem__):
        while busy and places[index] - busy[0][0] >= width:
            heapq.heappush(free, heapq.heappop(busy)[1])
        if free:
            levels[index] = heapq.heappop(free)
        else:
            levels[index], count = count, count + 1
        heapq.heappush(busy, (places[index], levels[index]))
    return levels


def draw_structure(
    id_: str, title: str, description: str, boxes: Sequence[Box], arrows: Sequence[Arrow]
) -> Markdown:
    """Who controls whom: boxes in rows, arrows from who acts to whom it is done."""
    gap, row_gap = 10, 46
    widths = {row: _box_width(boxes, row, gap) for row in {box.row for box in boxes}}
    most = max(len(_wrap(box.name, int(widths[box.row] / 7))) for box in boxes)
    height = most * _LINE + 18
    places: dict[str, tuple[float, float, float]] = {}
    parts = []
    rows = max(box.row for box in boxes) + 1
    for row in range(rows):
        inside = [box for box in boxes if box.row == row]
        width = widths[row]
        for column, box in enumerate(inside):
            x, y = column * (width + gap), row * (height + row_gap) + 1
            places[box.id] = (x, y, width)
            parts.append(
                f'<rect class="boite" x="{x + 1:.1f}" y="{y}" width="{width - 2:.1f}"'
                f' height="{height}" rx="4"/>'
            )
            lines = _wrap(box.name, int(width / 7))
            top = y + height / 2 + 4.5 - (len(lines) - 1) * _LINE / 2
            parts += [
                _text(f"{x + width / 2:g}", top + number * _LINE, line, _MIDDLE)
                for number, line in enumerate(lines)
            ]
    labels = []
    for arrow in arrows:
        x1, y1, width1 = places[arrow.start]
        x2, y2, width2 = places[arrow.end]
        down = y2 > y1
        start_y, end_y = (y1 + height, y2) if down else (y1, y2 + height)
        start_x, end_x = x1 + width1 / 2, x2 + width2 / 2
        tip = -8 if down else 8
        parts.append(
            f'<path class="fleche {_CLASSES[arrow.kind]}" d="M{start_x:.1f} {start_y:.1f}'
            f'L{end_x:.1f} {end_y + tip:.1f}"/>'
            f'<path d="M{end_x:.1f} {end_y:.1f}l-5 {tip}h10z"/>'
        )
        middle = (f"{(start_x + end_x) / 2:g}", (start_y + end_y) / 2 + 4)
        if arrow.label:
            labels.append(_text(*middle, arrow.label, f'{_MIDDLE} class="etiquette"'))
    parts += labels  # above every arrow
    size = f'viewBox="0 0 {WIDTH} {rows * (height + row_gap) - row_gap + 2:g}"'
    return _svg(id_, size, title, description, "".join(parts))


def _box_width(boxes: Sequence[Box], row: int, gap: int) -> float:
    count = sum(box.row == row for box in boxes)
    return (WIDTH - gap * (count - 1)) / count


def _wrap(text: str, width: int) -> list[str]:
    """Lines of at most this many characters, words whole."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".lstrip(" ")
    return lines
