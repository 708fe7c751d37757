"""The timeline: a list first, and the same drawn to scale."""

from __future__ import annotations

import calendar
import datetime
from collections import Counter
from typing import TYPE_CHECKING

from story.dates import EdtfDate
from story.dossier import THEMES
from story.drawings import Mark, draw_axis
from story.evidence import Statement
from story.markdown import Markdown
from story.views.view import Values, View, capitalised

if TYPE_CHECKING:
    from story.story import Event, Story


def timeline(view: View) -> Values:
    """The timeline: a list first; above it, where there is a dossier, the same drawn to scale."""
    story = view.story
    events = list(story.events)
    later = [event for event in events if _is_later(story, event)]
    earlier = [event for event in events if not _is_later(story, event)]
    report = None if story.dossier["events"] else view.verbatim
    after = story.dossier["after"]
    return {
        "description": f"Chronologie. {story.dossier.title or view.recased()}",
        "drawn": bool(story.dossier["events"]),
        "axes": _axes(view, events) if story.dossier["events"] else {},
        "themes": [{"id": Markdown(theme), "name": THEMES[theme]} for theme in _themes(events)],
        "earlier": [_entry(view, event) for event in earlier],
        "report": report
        and {"heading": view.published, "publisher": view.publisher} | report(story.lead),
        "later": [_entry(view, event) for event in later],
        "last_year": str(
            max((e.date.first_day.year for e in events), default=story.article.day.year)
        ),
        "after": [
            {
                "id": Markdown(entry["id"]),
                "heading": view.dated_title(entry.day, entry["title"]),
            }
            | view.said(entry.statement)
            for entry in after
        ],
    }


def _is_later(story: Story, event: Event) -> bool:
    return not story.dossier.sections and event.date.first_day > story.article.day


def _entry(view: View, event: Event) -> Values:
    own = event.theme is None
    shown = (
        view.verbatim(event.passages[0], event.title)
        if own
        else view.said(Statement(text=event.text, evidence=event.evidence))
    )
    classes = f" .theme-{event.theme}" if event.theme else ""
    classes += " .dit-par-l-article" if event.passages else ""
    return shown | {
        "id": Markdown(event.id),
        "heading": view.dated_title(event.date, "" if own else event.title),
        "classes": Markdown(classes),
        "theme": THEMES[event.theme] if event.theme else "",
        "people": view.typeset(", ".join(event.people)) if event.theme else "",
    }


def _themes(events: list[Event]) -> list[str]:
    """The themes that some events have, in the order in which readers choose."""
    return [theme for theme in THEMES if any(event.theme == theme for event in events)]


def _month(event: Event) -> tuple[int, int]:
    return event.date.first_day.year, event.date.first_day.month


def _marks(events: list[Event]) -> list[Mark]:
    return [
        Mark(
            event.id,
            event.date.first_day,
            event.title,
            f"theme-{event.theme}" + ("" if event.passages else " creux"),
        )
        for event in events
    ]


def _axes(view: View, events: list[Event]) -> Values:
    """Two scales of the same events: the years, and the days of the month of the offer."""
    years = [event.date.first_day.year for event in events]
    first, last = datetime.date(min(years), 1, 1), datetime.date(max(years) + 1, 1, 1)
    ticks = [
        (datetime.date(year, 1, 1), str(year)) for year in range(min(years), max(years) + 1, 2)
    ]
    month = Counter(_month(event) for event in events).most_common(1)[0][0]
    days = calendar.monthrange(*month)[1]
    of_month = [event for event in events if _month(event) == month]
    present = _themes(of_month)
    name = view.story.language.show_date(EdtfDate(f"{month[0]}-{month[1]:02}"))
    return {
        "month": capitalised(name),
        "name": name,
        "absent": [theme for theme in _themes(events) if theme not in present],
        "years": draw_axis(
            "axe",
            f"Les événements, de {min(years)} à {max(years)}",
            _marks(events),
            (first, last),
            ticks,
        ),
        "days": draw_axis(
            "axe-jours",
            f"Les événements, jour par jour\u00a0: {name}",
            _marks(of_month),
            (datetime.date(*month, 1), datetime.date(*month, days)),
            [(datetime.date(*month, day), str(day)) for day in (1, 5, 10, 15, 20, 25)],
        ),
    }
