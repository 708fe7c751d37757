"""The timeline: a list first, and the same drawn to scale."""

from __future__ import annotations

import calendar
import datetime
from collections import Counter
from typing import TYPE_CHECKING

from story.dates import EdtfDate
from story.pages.drawings import Mark, draw_axis
from story.pages.markdown import Markdown, escape
from story.reading.body import capitalised

if TYPE_CHECKING:
    from collections.abc import Sequence

    from story.model import Event, Theme
    from story.pages.views.view import Values, View

# Labels side by side on a phone, and the years that may lie between two.
_MOST_LABELS = 7
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


def timeline(view: View) -> Values:
    """The timeline: a list first; above it, where events have themes, the same drawn to scale."""
    story = view.story
    numbers = _numbers(view)
    drawn = any(event.theme for event in story.events)
    events = sorted(
        [*story.events, *([story.report] if story.report else [])],
        key=lambda event: event.date.sort_key,
    )
    return {
        "description": f"Chronologie. {view.title}",
        "drawn": drawn,
        "axes": draw_axes(view) if drawn else {},
        "themes": [_theme(theme, numbers) for theme in _present(story.themes, story.events)],
        "empty_years": _empty_years(view),
        "events": [_entry(view, event, numbers) for event in events],
        "other_sources": bool(story.sources),
        "last_year": str(_years(view)[1]),
        "after": [
            {
                "id": Markdown(event.id),
                "heading": view.dated_title(event.date, event.title),
            }
            | view.said(event)
            for event in story.after
        ],
    }


def _numbers(view: View) -> dict[str, int]:
    """Choices are numbered: the stylesheet knows no theme by its name."""
    return {theme.id: number for number, theme in enumerate(view.story.themes, 1)}


def _years(view: View) -> tuple[int, int]:
    """The first and the last year of the story: of its period, or of its events."""
    story = view.story
    if story.period:
        first, last = story.period.edtf.split("/")
        return int(first), int(last)
    years = [event.date.first_day.year for event in story.events] or [story.article.day.year]
    return min(years), max(years)


def _empty_years(view: View) -> str:
    """The years of the period without an event: said, or readers would think them forgotten."""
    first, last = _years(view)
    busy = {event.date.first_day.year for event in view.story.events}
    empty = [str(year) for year in range(first, last + 1) if year not in busy]
    if not view.story.period or not empty or len(empty) > _MOST_LABELS:
        return ""
    years = " et ".join(filter(None, [", ".join(empty[:-1]), empty[-1]]))
    return f"Aucun événement n’est retenu pour {years}."


def _entry(view: View, event: Event, numbers: dict[str, int]) -> Values:
    classes = f" .theme-{numbers[event.theme]}" if event.theme else ""
    classes += " .dit-par-l-article" if event.passages else ""
    themes = [one.name for one in view.story.themes if one.id == event.theme]
    people = ", ".join(view.people[person] for person in event.people)
    details = [escape(view.typeset(one)) for one in (*themes, people) if one]
    return view.said(event) | {
        "id": Markdown(event.id),
        "heading": view.dated_title(event.date, event.title),
        "classes": Markdown(classes),
        "details": Markdown("".join(f"{one}. " for one in details)),
    }


def _theme(theme: Theme, numbers: dict[str, int]) -> Values:
    return {"number": Markdown(str(numbers[theme.id])), "name": theme.name}


def _present(themes: Sequence[Theme], events: Sequence[Event]) -> list[Theme]:
    """The themes that some events have, in the order in which readers choose."""
    return [theme for theme in themes if any(event.theme == theme.id for event in events)]


def draw_axes(view: View) -> Values:
    """Two scales of the same events: the years, and the days of the fullest month."""
    numbers = _numbers(view)
    events = view.story.events
    first, last = _years(view)
    axes: Values = {
        "years": draw_axis(
            "axe",
            f"Les événements, de {first} à {last}",
            _marks(view, events, numbers),
            (datetime.date(first, 1, 1), datetime.date(last, 12, 31)),
            [(datetime.date(year, 1, 1), str(year)) for year in _labelled(first, last)],
        ),
        "days": None,
    }
    days = Counter(_month(event) for event in events if event.date.precision == "day")
    (month, count), *_ = days.most_common(1) or [((first, 1), 0)]
    if count < 2:  # noqa: PLR2004 - one event alone needs no scale
        return axes
    of_month = [
        event for event in events if event.date.precision == "day" and _month(event) == month
    ]
    present = _present(view.story.themes, of_month)
    absent = [one for one in _present(view.story.themes, events) if one not in present]
    name = view.story.language.show_date(EdtfDate(f"{month[0]}-{month[1]:02}"))
    last_day = calendar.monthrange(*month)[1]
    return axes | {
        "month": capitalised(name),
        "name": name,
        "absent": [_theme(theme, numbers) for theme in absent],
        "days": draw_axis(
            "axe-jours",
            f"Les événements, jour par jour\u00a0: {name}",
            _marks(view, of_month, numbers),
            (datetime.date(*month, 1), datetime.date(*month, last_day)),
            [(datetime.date(*month, day), str(day)) for day in (1, 5, 10, 15, 20, 25)],
        ),
    }


def _labelled(first: int, last: int) -> range:
    """The years that have a label."""
    count = last - first + 1
    step = next(step for step in _STEPS if count <= step * _MOST_LABELS or step == _STEPS[-1])
    return range(first, last + 1, step)


def _month(event: Event) -> tuple[int, int]:
    return event.date.first_day.year, event.date.first_day.month


def _marks(view: View, events: Sequence[Event], numbers: dict[str, int]) -> list[Mark]:
    return [
        Mark(
            event.id,
            event.date.first_day,
            view.typeset(view.name_of(event)),
            (f"theme-{numbers[event.theme]}" if event.theme else "")
            + ("" if event.passages else " creux"),
        )
        for event in events
    ]
