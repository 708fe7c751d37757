"""The home page: the story told once."""

from story.pages.drawings import draw_spans
from story.pages.markdown import Markdown, escape
from story.pages.views.amounts import amounts, opening
from story.pages.views.chapters import chapters
from story.pages.views.view import Values, View


def summary(view: View) -> Values:
    """The two sums and both voices, the essentials, then the story in short chapters."""
    story = view.story
    # In the order of the page, which is that of its notes.
    values: Values = {
        "title": view.title,
        "description": story.title,
        "sums": opening(view, "o"),
        "voices": [
            (said := view.spoken(quotation))
            | {"text": Markdown(said["text"] + view.notes.mark(*quotation.passages, prefix="o"))}
            for quotation in story.exchange[:2]
        ],
        "outcome": _outcome(view),
        "essentials": [
            {
                "label": view.typeset(fact.label),
                "text": view.said(fact, prefix="o", label=fact.label),
            }
            for fact in story.essentials
        ],
        "article": Markdown(f"{view.publisher} ({view.published})"),
        "other_sources": bool(story.sources),
        "chapters": (told := chapters(view)),
        "running": draw_spans([one["span"] for one in told]),
        "searched": view.time(story.searched) if story.searched else "",
        "amounts": amounts(view),
        # Where nobody has written a story, what the other pages hold.
        "lists": [] if story.chapters else _lists(view),
    }
    return values


def _outcome(view: View) -> Values | None:
    """How it ended, for who reads no further: an event of the timeline, where one is named."""
    event = next((one for one in view.story.events if one.id == view.story.outcome), None)
    if event is None:
        return None
    return {
        "date": view.time(event.date, capital=True),
        "title": Markdown(view.link_to(event) + view.notes.mark(*event.evidence, prefix="o")),
    }


def _lists(view: View) -> list[Values]:
    """The dates and the names, each leading to its place."""
    dates = [f"{view.time(event.date)}&nbsp;: {view.link_to(event)}" for event in view.story.events]
    people = [
        f"**[{escape(view.typeset(person.name))}](qui-est-qui.md#{person.id})**"
        + (f", {escape(view.typeset(person.role))}" if person.role else "")
        for person in view.story.people
    ]
    return [
        {"title": title, "lines": [Markdown(line) for line in lines]}
        for title, lines in (("Les dates", dates), ("Qui est nommé", people))
        if lines
    ]
