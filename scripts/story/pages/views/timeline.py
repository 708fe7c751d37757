"""The timeline: how many events each year has, then the events, year by year."""

import datetime
from collections import Counter
from collections.abc import Sequence
from functools import partial
from itertools import groupby

from story.assemble_story import Story, events_in
from story.edtf_date import EdtfDate
from story.model import Event
from story.pages.views.view import Values, View
from story.reading.body import capitalised

# Events of one month, and the days that they fall on, that deserve a view of their own.
_CROWD, _DAYS = 4, 3


def timeline(view: View) -> Values:
    """The events in groups, a year each; the days of the fullest month are a group of their own."""
    story = view.story
    report = [story.report] if story.report else []
    events = sorted([*story.events, *report], key=lambda event: event.date.sort_key)
    crowd = _crowd(story.events)
    # Events in a row of the same year, those of the crowd apart.
    runs = groupby(
        events, key=lambda event: (event.date.first_day.year, any(event is one for one in crowd))
    )
    groups = [_group(view, [*run], crowd) for _, run in runs]
    everything = [*events, *story.after]
    return {
        "lead": _lead(view, everything),
        "themes": [
            (str(number), theme.name)
            for number, theme in enumerate(story.themes, 1)
            if any(event.theme == theme.id for event in story.events)
        ],
        **_density(view, everything, groups),
        "groups": groups,
        "last_year": str(_last_year(view)),
    }


def embed(view: View) -> Values:
    """The timeline for a page of somebody else: the rhythm and the list, no more."""
    events = events_in(view.story)
    return {"events": events, **_density(view, events)}


def _density(view: View, events: Sequence[Event], groups: Sequence[Values] = ()) -> Values:
    """A row of points a year, which leads to its group, or to its first event on the page."""
    crowd = _crowd(view.story.events)
    return {
        "years": _years(events, groups),
        "crowded": _span(view, crowd) if crowd else "",
        "marks": partial(_marks, view.story, crowd),
    }


def _lead(view: View, events: Sequence[Event]) -> str:
    """How many events, from when to when, and in which year most of them are."""
    if len(events) < 2:  # noqa: PLR2004 - one event has no span
        return "Les dates de l’article, à la précision où il les donne."
    years = Counter(event.date.first_day.year for event in events)
    (year, most), *others = years.most_common()
    told = f"{len(events)} événements, de {min(years)} à {max(years)}"
    # Said only where one year stands out.
    if others and most >= _CROWD and most > 2 * others[0][1]:
        told += f", dont {most} pour la seule année {year}"
    return view.typeset(f"{told}.")


def _last_year(view: View) -> int:
    """The last year of the story's period, or of its events."""
    story = view.story
    if story.period:
        return int(story.period.edtf.partition("/")[2])
    years = [event.date.first_day.year for event in story.events]
    return max(years, default=story.article.day.year)


def _crowd(events: Sequence[Event]) -> list[Event]:
    """The events of the fullest month, where they are many, over several days."""
    daily = [event for event in events if event.date.precision == "day"]
    months = Counter(event.date.edtf[:7] for event in daily)
    for month, _ in months.most_common(1):
        found = [event for event in daily if event.date.edtf.startswith(month)]
        if len(found) >= _CROWD and len({event.date.edtf for event in found}) >= _DAYS:
            return found
    return []


def _group(view: View, run: Sequence[Event], crowd: Sequence[Event]) -> Values:
    """A run of events under its title; its id is that of its first day, so that it stays."""
    year = run[0].date.first_day.year
    apart = bool(crowd) and run[0] is crowd[0]
    later = bool(crowd) and crowd[0].date.sort_key < run[0].date.sort_key
    again = later and crowd[0].date.first_day.year == year
    return {
        "id": "jours" if apart else f"annee-{year}{'-suite' if again else ''}",
        "title": _span(view, crowd) if apart else f"{year}{', suite' if again else ''}",
        "days": apart,
        "empty": _empty_days(view, crowd) if apart else "",
        "events": run,
    }


def _span(view: View, crowd: Sequence[Event]) -> str:
    days = EdtfDate(f"{crowd[0].date.edtf}/{crowd[-1].date.edtf}")
    return view.typeset(capitalised(view.story.language.show_date(days)))


def _empty_days(view: View, crowd: Sequence[Event]) -> str:
    """The days between without an event: said, or readers would think them forgotten."""
    busy = {event.date.first_day for event in crowd}
    first, last = min(busy), max(busy)
    between = (first + datetime.timedelta(number) for number in range((last - first).days))
    show = view.story.language.show_date
    empty = [show(EdtfDate(f"{day}")) for day in between if day not in busy]
    if not empty or len(empty) > _DAYS:
        return ""
    told = " et le ".join(filter(None, [", le ".join(empty[:-1]), empty[-1]]))
    return view.typeset(f"Aucun événement n’est retenu pour le {told}.")


def _marks(story: Story, crowd: Sequence[Event], event: Event) -> list[str]:
    """Its theme; whether the article tells it; whether it is of the crowd."""
    # Choices are numbered: the stylesheet knows no theme by its name.
    found = [
        f"theme-{number}" for number, theme in enumerate(story.themes, 1) if theme.id == event.theme
    ]
    found += ["article"] if event.passages else []
    return found + (["foule"] if any(event is one for one in crowd) else [])


def _years(events: Sequence[Event], groups: Sequence[Values]) -> list[Values]:
    """A row of points a year; the empty years between two are one row."""
    if len(events) < 2:  # noqa: PLR2004 - one event has no rhythm
        return []
    places = {group["title"]: group["id"] for group in groups}
    rows: list[Values] = []
    previous = None
    for year, run in groupby(events, key=lambda event: event.date.first_day.year):
        if previous and year - previous > 1:
            first, last = previous + 1, year - 1
            empty = str(first) if first == last else f"{first}–{last}"
            rows.append({"year": empty, "events": []})
        previous = year
        found = list(run)
        place = places.get(str(year)) or found[0].id
        rows.append({"year": str(year), "place": place, "events": found})
    return rows
