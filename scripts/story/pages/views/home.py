"""The home page: the story told once, in chapters of prose, words set large, a drawing each."""

import datetime
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from story.edtf_date import EdtfDate, FoundDate
from story.evidence import quotations_in
from story.model import Chapter, Drawing, Event, Page, Statement
from story.pages.drawings import Way, draw_paths, draw_spans
from story.pages.markdown import Markdown
from story.pages.views.amounts import amounts, bars, line, opening
from story.pages.views.view import TITLES, Values, View, address_of
from story.pages.views.who_is_who import structure
from story.reading.body import capitalised, comparable, fold, plain

# A paragraph holds as many statements: more would be a wall.
_TOGETHER = 3


def summary(view: View) -> Values:
    """The two sums; the chapters, asked for where they stand: notes are counted; the amounts."""
    return {
        "sums": opening(view, "o"),
        "make_chapters": partial(chapters, view),
        "drawn": partial(_drawn, view),
        "draw_spans": draw_spans,
        "amounts": amounts(view),
        "line": partial(line, view),
    }


def chapters(view: View) -> list[Values]:
    """Each chapter with its blocks, in order, and the time that it tells."""
    told = view.story.chapters
    spans = [span_of(view, chapter) for chapter in told]
    return [
        {
            "id": chapter.id,
            "title": chapter.title,
            "when": (when := _when(view, span)),
            # Beside the years of the whole.
            "short": when.removesuffix(f" {span[0].year}") if span else "",
            "span": span,
            "blocks": list(_blocks(view, chapter, ends=chapter is told[-1])),
            "link": _link(view, chapter, chapter.page) if chapter.page else "",
        }
        for chapter, span in zip(told, spans, strict=True)
    ]


def span_of(view: View, chapter: Chapter) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day that a chapter may tell; None where it names no time.

    A limit, what is before a date or until it, is not a time that is told.
    """
    language, day = view.story.language, view.story.article.day
    dates = [
        found.date
        for text in (fold(statement.text) for statement in chapter.statements)
        for found in language.find_dates(text, day)
        if ".." not in found.date.edtf and not _is_limit(view, text, found)
    ]
    if not dates:
        return None
    return min(date.first_day for date in dates), max(date.last_day for date in dates)


def _is_limit(view: View, text: str, found: FoundDate) -> bool:
    """Whether the words before a date, or those that it begins with, make it an end."""
    before = (text[: found.start], text[: found.end].rstrip("0123456789"))
    limit = view.story.language.qualifiers["less"]
    return any(limit.search(plain(words)) for words in before)


def _when(view: View, span: tuple[datetime.date, datetime.date] | None) -> str:
    """The time that a chapter tells: days within a month, months within a year, else years."""
    if span is None:
        return ""
    first, last = span
    if first.year != last.year:
        return f"{first.year}–{last.year}"
    if first.month != last.month:
        return str(first.year)
    known = EdtfDate(f"{first.year}-{first.month:02}")
    if first == last:
        known = EdtfDate(f"{first}")
    elif (first, last) != (known.first_day, known.last_day):
        known = EdtfDate(f"{first}/{last}")
    return capitalised(view.story.language.show_date(known))


def _blocks(view: View, chapter: Chapter, *, ends: bool) -> Iterator[Values]:
    """Paragraphs, words set large, and the drawing after the first half of the statements.

    Made in the order of the page, which is that of its notes. What ends the story is set large.
    """
    told = chapter.statements
    half, last = (len(told) + 1) // 2, len(told) - (ends and len(told) > 1)
    yield from _paragraphs(view, told[:half])
    if chapter.drawing:
        yield {"kind": "drawing"} | _drawing(view, chapter.drawing)
    yield from _paragraphs(view, told[half:last])
    for statement in told[max(half, last) :]:
        yield {"kind": "end", "text": view.said(statement)}


def _paragraphs(view: View, told: Sequence[Statement]) -> Iterator[Values]:
    """Statements side by side in a paragraph, until one is set large."""
    pieces = [piece for statement in told for piece in _pieces(view, statement)]
    for kind, group in groupby(pieces, key=lambda piece: piece["kind"]):
        run = list(group)
        if kind == "words":
            yield from run
            continue
        for start in range(0, len(run), _TOGETHER):
            text = " ".join(piece["text"] for piece in run[start : start + _TOGETHER])
            yield {"kind": "text", "text": Markdown(text)}


def _pieces(view: View, statement: Statement) -> list[Values]:
    """A statement, in pieces where it gives words of the exchange whole."""
    exchange = {comparable(one.text).strip(' ."'): one for one in view.story.exchange}
    text = statement.text
    for start, end in quotations_in(text):
        quotation = exchange.get(comparable(text[start:end]).strip(' ."'))
        if quotation is None or not text[:start].rstrip("« ").endswith((":", "\u00a0:")):
            continue
        before = text[:start].rstrip('«“" \u00a0\u202f')
        after = text[end:].lstrip('»”" \u00a0\u202f')
        mark = view.marked(statement, address_of(statement))
        words = view.spoken(quotation) | {"kind": "words"}
        words["text"] = Markdown(words["text"] + ("" if after else mark))
        tail = [{"kind": "text", "text": Markdown(f"<span>{view.explained(after)}</span>{mark}")}]
        head = {"kind": "text", "text": Markdown(f"<span>{view.explained(before)}</span>")}
        return [head, words, *(tail if after else [])]
    return [{"kind": "text", "text": view.said(statement)}]


def _link(view: View, chapter: Chapter, page: Page) -> Markdown:
    """What a chapter leads to: the event, where it is one, and its page."""
    event = _known(view).get(chapter.anchor or "")
    words = f"{TITLES[page]} : {view.name_of(event)}" if event else TITLES[page]
    return view.way(words, page, chapter.anchor or "")


def _drawing(view: View, told: Drawing) -> Values:
    """A drawing, and the list that says the same, each entry with its mark."""
    group = next((one for one in view.story.amount_groups if one.id == told.amounts), None)
    structures = [one for one in view.story.structures if one.id in told.structures]
    return {
        "id": group.id if group else "",
        "first": bool(group) and group is view.story.amount_groups[0],
        "title": told.title or (group.title if group else ""),
        "picture": _paths(view, told) if told.paths else "",
        "structures": [structure(view, one, whole=False) for one in structures],
        "amounts": [(line(view, one), bar) for one, bar in bars(view, group)] if group else [],
        # Their marks are asked for last: they share the notes of what any chapter says.
        "events": _on_paths(view, told),
        "days": _days(view, told),
    }


def _known(view: View) -> dict[str, Event]:
    return {event.id: event for event in (*view.story.events, *view.story.after)}


def _on_paths(view: View, told: Drawing) -> list[Event]:
    """The events of the paths, in the order of time, each once."""
    known = _known(view)
    ids = dict.fromkeys(id_ for path in told.paths for id_ in path.events)
    return sorted((known[id_] for id_ in ids), key=lambda event: event.date.sort_key)


def _drawn(view: View, event: Event) -> Markdown:
    """An event of a drawing leads to its entry; its mark, to what the chapters quote of it."""
    told = [one.evidence for chapter in view.story.chapters for one in chapter.statements]
    shared = max(told, key=lambda evidence: len({*evidence} & {*event.evidence}))
    evidence = shared if {*shared} & {*event.evidence} else event.evidence
    return Markdown(view.link_to(event) + view.notes.mark(*evidence))


def _paths(view: View, told: Drawing) -> Markdown:
    named = [(view.people[path.person], path.events) for path in told.paths]
    ways = [Way(view.typeset(name), view.voice_of(name), events) for name, events in named]
    days = {event.id: event.date.first_day for event in _on_paths(view, told)}
    return draw_paths(view.typeset(told.title), ways, days)


def _days(view: View, told: Drawing) -> list[Values]:
    """A cell for each day from the first event to the last; a run of empty ones is one cell.

    The month and the year are said at the first, and where they are no longer those of the last.
    """
    known = _known(view)
    by_day: dict[datetime.date, list[Event]] = {}
    for id_ in told.days:
        by_day.setdefault(known[id_].date.first_day, []).append(known[id_])
    cells: list[Values] = []
    previous = None
    for day in sorted(by_day):
        if previous and (day - previous).days > 1:
            first, last = previous + datetime.timedelta(1), day - datetime.timedelta(1)
            shown = _cell(view, previous, first, last)
            cells.append(shown | {"empty": _between(view, first, last)})
        cells.append(_cell(view, previous, day, day) | {"events": by_day[day]})
        previous = day
    return cells


def _cell(
    view: View, previous: datetime.date | None, first: datetime.date, last: datetime.date
) -> Values:
    """A day or a run of days, after a day with events."""
    numbers, months = zip(*(_parts(view, day) for day in (first, last)), strict=True)
    known = _parts(view, previous)[1] if previous else ""
    days = [f"<b>{number}</b>" for number in numbers]
    if months[0] != months[1]:
        shown = " – ".join(map(" ".join, zip(days, months, strict=True)))
    else:
        shown = days[0] if first == last else f"<b>{numbers[0]}–{numbers[1]}</b>"
        shown += f" {months[1]}" if months[1] != known else ""
    weekday = view.story.language.show_weekday(first) if first == last else ""
    return {"weekday": weekday, "day": Markdown(shown), "events": [], "empty": ""}


def _parts(view: View, day: datetime.date) -> tuple[str, str]:
    """The number of a day, and its month with the year."""
    number, _, month = view.story.language.show_date(EdtfDate(f"{day}")).partition("\u00a0")
    return number, month


def _between(view: View, first: datetime.date, last: datetime.date) -> str:
    """What is to be said of days of which the drawing has no event."""
    dates = [event.date for event in _known(view).values()]
    if any(first <= date.first_day <= date.last_day <= last for date in dates):
        return "D’autres événements, dans la chronologie."
    return "Aucun événement retenu."
