"""Drawings made at build time: plain SVG, in the colours of the page, beside equal words.

Heights and letters are in pixels. Bars and axes are as wide as their column: their places are in
percents, so that letters keep their size; what may touch is counted for a phone, 340 pixels wide.
"""

import datetime
import html
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from textwrap import TextWrapper

from story.model import Edge
from story.pages.markdown import Markdown

WIDTH = 340
_LINE = 17


@dataclass(frozen=True, slots=True)
class Way:
    """The path of somebody through events, by their ids."""

    name: str
    voice: str
    """The number of its colour, if it has one."""
    events: tuple[str, ...]


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


def draw_paths(title: str, ways: Sequence[Way], days: Mapping[str, datetime.date]) -> Markdown:
    """Paths of people over the years; those that begin with the same events part after the last.

    `days` are those of all events, in the order of time: a point has the number of its event there,
    as the list below has it. Places are true to scale, but for points that would touch. Where the
    paths do not begin together, they are apart all along, and what several share is joined.
    """
    first, last = min(days.values()), max(days.values())
    span = max((last - first).days, 1)
    numbers = {id_: rank for rank, id_ in enumerate(days, 1)}
    own = [[id_ for id_ in days if id_ in way.events] for way in ways]
    trunk = [id_ for id_ in days if all(id_ in events for events in own)]
    if any(events[: len(trunk)] != trunk for events in own):
        trunk = []
    rows = {id_: [row for row, events in enumerate(own) if id_ in events] for id_ in days}

    def place(day: datetime.date) -> float:
        return 14 + (WIDTH - 72) * (day - first).days / span

    fork = _apart([place(days[id_]) for id_ in trunk])[-1] if trunk else 0
    # Right after the fork, a point waits until its path has parted.
    parted = fork + _PARTING if trunk else 0
    wanted = [
        max(place(day), parted) if id_ not in trunk and rows[id_][-1] else place(day)
        for id_, day in days.items()
    ]
    places = dict(zip(days, _apart(wanted), strict=True))
    lines, joints, circles, names = "", "", "", ""
    together = min(7, 14 / max(len(ways) - 1, 1))
    for row, way in enumerate(ways):
        near, far = 40 + together * row, 40 + 66 * row
        half = fork + _PARTING / 2
        way_in = f"{near:g}H{fork:.0f}C{half:.0f} {near:g} {half:.0f} {far} {parted:.0f} {far}"
        lines += (
            f'<path class="voie{f" voix-{way.voice}" if way.voice else ""}"'
            f' d="M{places[own[row][0]]:.0f} {way_in if trunk else far}H{_END}"/>'
        )
        words = (str(_END), far + 24 if row else far - 14, way.name)
        names += _text(*words, ' text-anchor="end" class="etiquette"')
    for id_, x in places.items():
        heights = [40.0 + 66 * row for row in rows[id_]]
        if id_ in trunk:
            heights = [40 + together * (len(ways) - 1) / 2]
        elif len(heights) > 1:
            joints += f'<path class="fleche" d="M{x:.0f} {heights[0]:g}V{heights[-1]:g}"/>'
        for y in heights:
            circles += f'<circle cx="{x:.0f}" cy="{y:g}" r="10"/>'
            circles += _text(f"{x:.0f}", y + 4.5, str(numbers[id_]), _MIDDLE)
    base = 40 + 66 * (len(ways) - 1) + 44
    years = _text("18", base, str(first.year), _MIDDLE)
    if last.year > first.year:
        under = min(max(places.values()), WIDTH - 18)
        years += _text(f"{under:.0f}", base, str(last.year), _MIDDLE)
    told = ", ".join(way.name for way in ways)
    return Markdown(
        f'<svg class="dessin" viewBox="0 0 {WIDTH} {base + 6}" role="img"'
        f' aria-label="{html.escape(f"{title} : {told}")}">'
        f"{joints}{lines}{names}{circles}{years}</svg>"
    )


# Where paths end; how far the curve goes on which they part; between the middles of two points.
_END = WIDTH - 4
_PARTING = 40
_TOUCHING = 22


def _apart(places: Sequence[float]) -> list[float]:
    """The same places from left to right, each moved as little as keeps two from touching."""
    gap = min(_TOUCHING, (_END - 24) / max(len(places) - 1, 1))
    found: list[float] = []
    for place in places:
        found.append(max(place, found[-1] + gap) if found else place)
    most = float(_END - 10)
    for rank in reversed(range(len(found))):
        most = found[rank] = min(found[rank], most)
        most -= gap
    return found


def draw_structure(
    title: str, names: Mapping[str, str], rows: Mapping[str, int], edges: Sequence[Edge]
) -> Markdown:
    """Who controls whom: boxes in rows, arrows from who acts to whom it is done.

    `rows` are counted from 0 at the top. An arrow is dashed for one who aims at another, thick for
    control; past a row it goes through a place left free there, so that it crosses no box. The name
    of the drawing is its title: the list beside it says each arrow, and would be heard twice.
    """
    gap, row_gap = 10, 46
    ends = [(rows[edge.start], rows[edge.end]) for edge in edges]
    past = [range(one + 1, end) if one < end else range(one - 1, end, -1) for one, end in ends]
    free = [(f"{number}/{row}", row) for number, one in enumerate(past) for row in one]
    cells = [*((id_, rows[id_]) for id_ in names), *free]
    counts = Counter(row for _, row in cells)
    widths = {row: (WIDTH - gap * (count - 1)) / count for row, count in counts.items()}
    places: dict[str, tuple[float, float, float]] = {}
    parts = []
    y = 1
    for row in range(max(rows.values()) + 1):
        width = widths[row]
        short = TextWrapper(max(int(width / 7), 1), break_long_words=False, break_on_hyphens=False)
        here = [(id_, short.wrap(names.get(id_, ""))) for id_, at in cells if at == row]
        height = max(len(lines) for _, lines in here) * _LINE + 18
        for column, (id_, lines) in enumerate(here):
            x = column * (width + gap)
            places[id_] = (x + width / 2, y, y + height)
            if id_ not in names:
                continue
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
    for number, edge in enumerate(edges):
        stops = [edge.start, *(f"{number}/{row}" for row in past[number]), edge.end]
        down = rows[edge.start] < rows[edge.end]
        points = []
        for stop in stops:
            middle_x, upper, lower = places[stop]
            points += [(middle_x, end) for end in ((upper, lower) if down else (lower, upper))]
        (start_x, start_y), *between, (end_x, end_y) = points[1:-1]
        tip = -8 if down else 8
        line = "".join(f"L{x:.4g} {y:g}" for x, y in (*between, (end_x, end_y + tip)))
        parts.append(
            f'<path class="fleche {_CLASSES[edge.kind]}" d="M{start_x:.4g} {start_y:g}{line}"/>'
            f'<path d="M{end_x:.4g} {end_y:g}l-5 {tip}h10z"/>'
        )
        # In the middle of its way, or of its first free place.
        (x1, y1), (x2, y2) = between[:2] or (points[1], points[-2])
        if edge.label:
            middle = (f"{(x1 + x2) / 2:.4g}", (y1 + y2) / 2 + 4)
            labels.append(_text(*middle, edge.label, f'{_MIDDLE} class="etiquette"'))
    parts += labels  # above every arrow
    return Markdown(
        f'<svg class="dessin" viewBox="0 0 {WIDTH} {y - row_gap + 1}" role="img"'
        f' aria-label="{html.escape(title)}">{"".join(parts)}</svg>'
    )
