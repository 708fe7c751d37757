"""Drawings made at build time: plain SVG, in the colours of the page, beside equal words.

Heights and letters are in pixels. Bars and axes are as wide as their column: their places are in
percents, so that letters keep their size; what may touch is counted for a phone, 340 pixels wide.
"""

from __future__ import annotations

import datetime
import html
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from story.pages.markdown import Markdown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

WIDTH = 340
_LINE = 17


@dataclass(frozen=True, slots=True)
class Way:
    """The path of somebody through events, by their days and ids, in order."""

    name: str
    voice: str
    """The number of its colour, if it has one."""
    days: tuple[datetime.date, ...]
    events: tuple[str, ...]


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


_CLASSES = {"vise": "aim", "contrôle": "control", "détient": "stake"}
_MIDDLE = ' text-anchor="middle"'


def _text(x: str, y: float, words: str, attributes: str = "") -> str:
    return f'<text x="{x}" y="{y:g}"{attributes}>{html.escape(words)}</text>'


def draw_bars(values: Sequence[Decimal], voices: Sequence[str]) -> list[Markdown]:
    """A bar for each amount, of one scale: the longest has the whole width.

    Each stands beside the words that say it, so that nothing is told twice. `voices` are numbers of
    colours, empty for none.
    """
    longest = max(values, default=1)
    classes = [f"barre voix-{voice}" if voice else "barre" for voice in voices]
    return [
        Markdown(
            f'<svg class="{class_}" aria-hidden="true">'
            f'<rect width="{float(100 * value / longest):.6g}%" height="100%"/></svg>'
        )
        for value, class_ in zip(values, classes, strict=True)
    ]


def draw_spans(spans: Sequence[tuple[datetime.date, datetime.date] | None]) -> Markdown:
    """Where in the time of the whole each chapter stands; empty where one names no time.

    A band for each leads from its time, true to scale, to its place among equal steps. Years are
    written above, at equal distances. The stylesheet stands all of it upright where there is room
    for a rail.
    """
    known = [span for span in spans if span]
    if len(known) < len(spans) or not spans:
        return Markdown("")
    first = min(start for start, _ in known).year
    last = max(end for _, end in known).year + 1
    step = next(step for step in _STEPS if last - first <= step * _MOST_STEPS)
    last += (first - last) % step
    origin = datetime.date(first, 1, 1).toordinal()
    whole = datetime.date(last, 1, 1).toordinal() - origin

    def place(day: datetime.date) -> float:
        return 100 * (day.toordinal() - origin) / whole

    bands = ""
    for number, (start, end) in enumerate(known):
        near, far = place(start), max(place(end), place(start) + _THIN)
        left, right = (100 * (number + more) / len(known) for more in (0, 1))
        bands += f'<polygon points="{near:.3g},0 {far:.3g},0 {right:.3g},100 {left:.3g},100"/>'
    years = " ".join(f"<i>{year}</i>" for year in range(first, last + 1, step))
    return Markdown(
        f'<div aria-hidden="true">{years}</div>'
        '<svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">'
        f"{bands}</svg>"
    )


# The least part of the whole, in percents, that can be seen.
_THIN = 0.5
_MOST_STEPS = 7
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


def draw_paths(title: str, ways: Sequence[Way]) -> Markdown:
    """Paths of people over the years, true to scale; two part after the last event they share.

    The points have the numbers of the events in the order of time, as the list below has them.
    """
    first = min(way.days[0] for way in ways)
    last = max(way.days[-1] for way in ways)
    span = max((last - first).days, 1)
    days = {id_: day for way in ways for id_, day in zip(way.events, way.days, strict=True)}
    numbers = {id_: rank for rank, id_ in enumerate(sorted(days, key=lambda one: days[one]), 1)}

    def place(day: datetime.date) -> float:
        return 14 + (WIDTH - 72) * (day - first).days / span

    parts, points = [], {}
    trunk = set.intersection(*(set(way.events) for way in ways))
    fork = max((days[id_] for id_ in trunk), default=first)
    for row, way in enumerate(ways):
        near, far = 40 + 7 * row, 40 + 66 * row
        x, turn = place(fork), place(fork) + 40
        end = WIDTH - 4
        start = place(way.days[0])
        parts.append(
            f'<path class="voie{f" voix-{way.voice}" if way.voice else ""}"'
            f' d="M{start:.0f} {near}H{x:.0f}'
            f'C{x + 20:.0f} {near} {x + 20:.0f} {far} {turn:.0f} {far}H{end}"/>'
            + _text(str(end), far + 24 if row else far - 14, way.name, ' text-anchor="end"')
        )
        for id_ in way.events:
            # Right after the fork, a point waits until its path has parted.
            x_after = max(place(days[id_]), turn) if row else place(days[id_])
            points[id_] = (place(days[id_]), 43.5) if id_ in trunk else (x_after, far)
    parts += [
        f'<circle cx="{x:.0f}" cy="{y:g}" r="10"/>'
        + _text(f"{x:.0f}", y + 4.5, str(numbers[id_]), _MIDDLE)
        for id_, (x, y) in points.items()
    ]
    base = 40 + 66 * (len(ways) - 1) + 44
    parts += [
        _text(f"{place(day):.0f}", base, str(day.year), anchor)
        for day, anchor in ((first, ""), (last, ' text-anchor="end"'))
    ]
    told = ", ".join(way.name for way in ways)
    return Markdown(
        f'<svg class="dessin" viewBox="0 0 {WIDTH} {base + 6}" role="img"'
        f' aria-label="{html.escape(f"{title} : {told}")}">{"".join(parts)}</svg>'
    )


def draw_structure(title: str, boxes: Sequence[Box], arrows: Sequence[Arrow]) -> Markdown:
    """Who controls whom: boxes in rows, arrows from who acts to whom it is done.

    Its name is its title: the list beside it says each arrow, and would be heard twice.
    """
    gap, row_gap, padding = 10, 46, 18
    places: dict[str, tuple[float, float, float]] = {}
    parts = []
    y = 1
    for _, run in groupby(sorted(boxes, key=lambda box: box.row), key=lambda box: box.row):
        row = list(run)
        width = (WIDTH - gap * (len(row) - 1)) / len(row)
        texts = [_wrap(box.name, int(width / 7)) for box in row]
        height = max(map(len, texts)) * _LINE + padding
        for column, (box, lines) in enumerate(zip(row, texts, strict=True)):
            x = column * (width + gap)
            places[box.id] = (x + width / 2, y, y + height)
            parts.append(
                f'<rect class="boite" x="{x + 1:.4g}" y="{y}" width="{width - 2:.4g}"'
                f' height="{height}" rx="4"/>'
            )
            top = y + height / 2 + 4.5 - (len(lines) - 1) * _LINE / 2
            parts += [
                _text(f"{x + width / 2:.4g}", top + number * _LINE, line, _MIDDLE)
                for number, line in enumerate(lines)
            ]
        y += height + row_gap
    labels = []
    for arrow in arrows:
        (start_x, *start), (end_x, *end) = places[arrow.start], places[arrow.end]
        down = end > start
        start_y, end_y = start[down], end[not down]
        tip = -8 if down else 8
        parts.append(
            f'<path class="fleche {_CLASSES[arrow.kind]}" d="M{start_x:.4g} {start_y:g}'
            f'L{end_x:.4g} {end_y + tip:g}"/>'
            f'<path d="M{end_x:.4g} {end_y:g}l-5 {tip}h10z"/>'
        )
        middle = (f"{(start_x + end_x) / 2:.4g}", (start_y + end_y) / 2 + 4)
        if arrow.label:
            labels.append(_text(*middle, arrow.label, f'{_MIDDLE} class="etiquette"'))
    parts += labels  # above every arrow
    return Markdown(
        f'<svg class="dessin" viewBox="0 0 {WIDTH} {y - row_gap + 1}" role="img"'
        f' aria-label="{html.escape(title)}">{"".join(parts)}</svg>'
    )


def _wrap(text: str, width: int) -> list[str]:
    """Lines of at most this many characters, words whole."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".lstrip(" ")
    return lines
