"""Drawings made at build time: plain SVG, in the colours of the page, each beside an equal list.

Sizes are in pixels of a phone's column, 340 wide, where text is never under 12 pixels.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from story.markdown import Markdown

if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence
    from decimal import Decimal

WIDTH = 340
_TEXT = 13
_LINE = 17
_BAR = 18


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: an amount, how it is written, and what it is."""

    value: Decimal
    text: str
    label: str


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
    """What one is to another in a diagram: an aim is dashed, a control thick, a stake thin."""

    start: str
    end: str
    kind: Literal["aim", "control", "stake"]
    label: str


def _svg(id_: str, height: float, title: str, description: str, content: str) -> Markdown:
    return Markdown(
        f'<svg class="dessin" viewBox="0 0 {WIDTH} {height:g}" role="img"'
        f' aria-labelledby="{id_}-titre {id_}-description">'
        f'<title id="{id_}-titre">{html.escape(title)}</title>'
        f'<desc id="{id_}-description">{html.escape(description)}</desc>{content}</svg>'
    )


def _text(x: float, y: float, words: str, *, anchor: str = "start", kind: str = "") -> str:
    style = f' class="{kind}"' if kind else ""
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{_TEXT}" text-anchor="{anchor}"{style}>'
        f"{html.escape(words)}</text>"
    )


def draw_bars(id_: str, title: str, bars: Sequence[Bar]) -> Markdown:
    """Amounts as bars of one scale: the longest has the whole width."""
    longest = max(bar.value for bar in bars)
    parts = []
    y = 0
    for bar in bars:
        for line in _wrap(bar.label, WIDTH * 10 // 68):
            y += _LINE
            parts.append(_text(0, y - 3, line))
        width = float(bar.value / longest) * WIDTH
        parts.append(f'<rect x="0" y="{y + 2}" width="{width:.4f}" height="{_BAR}"/>')
        # Beside a short bar, in a long one.
        beside = width < WIDTH / 2
        parts.append(
            _text(
                width + 6 if beside else width - 6,
                y + _BAR - 2,
                bar.text,
                anchor="start" if beside else "end",
                kind="" if beside else "sur-barre",
            )
        )
        y += _BAR + 12
    description = "\u202f; ".join(f"{bar.label}\u00a0: {bar.text}" for bar in bars)
    return _svg(id_, y - 8, title, description, "".join(parts))


def draw_axis(
    id_: str,
    title: str,
    marks: Sequence[Mark],
    period: tuple[datetime.date, datetime.date],
    ticks: Sequence[tuple[datetime.date, str]],
) -> Markdown:
    """Events on a proportional axis, stacked where they would touch; each leads to its entry."""
    margin = 14
    # As large as the days of a month let them be side by side.
    radius = 5
    first, last = period
    span = (last - first).days

    def place(day: datetime.date) -> float:
        return margin + (day - first).days / span * (WIDTH - 2 * margin)

    levels: list[float] = []
    dots = []
    for mark in marks:
        x = place(mark.day)
        level = next((i for i, end in enumerate(levels) if x - end >= 2 * radius + 1), len(levels))
        levels[level : level + 1] = [x]
        dots.append((mark, x, level))
    base = len(levels) * (2 * radius + 2) + 8
    parts = [f'<path class="axe" d="M{margin} {base}H{WIDTH - margin}"/>']
    for day, label in ticks:
        x = place(day)
        parts += [
            f'<path class="axe" d="M{x:.1f} {base}v5"/>',
            _text(x, base + 19, label, anchor="middle"),
        ]
    for mark, x, level in dots:
        y = base - radius - 3 - level * (2 * radius + 2)
        parts.append(
            f'<a id="{id_}-{mark.id}" class="{mark.kind}" href="#{mark.id}">'
            f"<title>{html.escape(mark.title)}</title>"
            f'<circle cx="{x:.1f}" cy="{y:g}" r="{radius}"/></a>'
        )
    drawing = _svg(
        id_, base + 24, title, f"Événements listés plus bas\u00a0: {len(marks)}.", "".join(parts)
    )
    # A drawing of links is a group, not one picture: each link has its own name.
    return Markdown(drawing.replace('role="img"', 'role="group"', 1))


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
                _text(x + width / 2, top + number * _LINE, line, anchor="middle")
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
            f'<path class="fleche {arrow.kind}" d="M{start_x:.1f} {start_y:.1f}'
            f'L{end_x:.1f} {end_y + tip:.1f}"/>'
            f'<path d="M{end_x:.1f} {end_y:.1f}l-5 {tip}h10z"/>'
        )
        middle = ((start_x + end_x) / 2, (start_y + end_y) / 2 + 4)
        if arrow.label:
            labels.append(_text(*middle, arrow.label, anchor="middle", kind="etiquette"))
    parts += labels  # above every arrow
    return _svg(id_, rows * (height + row_gap) - row_gap + 2, title, description, "".join(parts))


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
