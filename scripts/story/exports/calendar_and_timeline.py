"""Events for programs that draw or remember dates: iCalendar (RFC 5545) and TimelineJS.

Neither knows an imprecise day, nor every precision of ours. An event spans all the days that its
date may mean, and where that is not one day, its title says what is known.
"""

import datetime
import html
import json
from collections.abc import Sequence
from typing import Any

from story.assemble_story import Story, events_in
from story.exports.addresses import Addresses, urn
from story.model import Event
from story.reading.body import capitalised

Record = dict[str, Any]


def calendar_records(story: Story, addresses: Addresses) -> list[Record]:
    """What each event is in a calendar, as plain values; days are ISO 8601."""
    return [
        {
            "uid": urn(story.name, event.id),
            "stamp": story.changed.edtf,
            "first": event.date.first_day.isoformat(),
            "last": event.date.last_day.isoformat(),
            "summary": _title(story, event),
            "description": story.language.typeset(event.text),
            "categories": [theme] if (theme := story.theme_of(event)) else [],
            # An address of a calendar is a whole one.
            "url": addresses.of("chronologie", event.id) if addresses.site else "",
        }
        for event in events_in(story)
    ]


def _title(story: Story, event: Event) -> str:
    """What an event is called, after its date where that is not a day."""
    title = event.title or event.text
    if event.date.machine is None or event.date.precision != "day":
        title = f"{capitalised(story.language.show_date(event.date))} : {title}"
    return story.language.typeset(title)


def calendar(name: str, records: Sequence[Record]) -> bytes:
    """A calendar of whole days that are nobody's time."""
    from icalendar import Calendar, Event  # noqa: PLC0415 - kept between builds

    made = Calendar()
    name = " ".join(name.split())  # the library escapes line ends in events alone
    made.add("prodid", f"-//{name}//FR")
    made.add("version", "2.0")
    made.add("x-wr-calname", name)
    for record in records:
        day, last = (datetime.date.fromisoformat(record[key]) for key in ("first", "last"))
        stamp = datetime.datetime.fromisoformat(record["stamp"])
        event = Event()
        event.add("dtstamp", stamp.replace(tzinfo=datetime.UTC))
        event.add("dtstart", day)
        if last < datetime.date.max:  # the end is the day after
            event.add("dtend", last + datetime.timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        for key in ("uid", "summary", "description", "url", "categories"):
            if record[key]:
                event.add(key, record[key])
        made.add_component(event)
    return bytes(made.to_ical())


def timelinejs(story: Story, addresses: Addresses) -> bytes:
    """The events as TimelineJS 3 has them; what it shows of a date is what the page shows."""
    typeset = story.language.typeset
    slides = []
    for event in events_in(story):
        text = html.escape(typeset(event.text))
        if addresses.site:
            address = html.escape(addresses.of("chronologie", event.id))
            text += f' <a href="{address}">{html.escape(typeset(story.name))}</a>'
        slide: Record = {
            "unique_id": event.id,
            "start_date": _date(event.date.first_day, event.date.precision),
            "display_date": typeset(capitalised(story.language.show_date(event.date))),
            "text": {"headline": html.escape(typeset(event.title or event.text)), "text": text},
        }
        if event.date.first_day != event.date.last_day:
            slide["end_date"] = _date(event.date.last_day, event.date.precision)
        if event.theme:
            slide["group"] = html.escape(typeset(story.theme_of(event)))
        slides.append(slide)
    words = {
        "headline": html.escape(typeset(story.title)),
        "text": html.escape(typeset(story.description)),
    }
    told = {"title": {"text": words}, "events": slides}
    return f"{json.dumps(told, ensure_ascii=False)}\n".encode()


def _date(day: datetime.date, precision: str) -> dict[str, int]:
    """A day with no more parts than its date is known to."""
    found = {"year": day.year}
    if precision not in ("year", "decade"):
        found["month"] = day.month
    return found | ({"day": day.day} if precision == "day" else {})
