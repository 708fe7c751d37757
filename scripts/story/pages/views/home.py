"""The home page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from story.pages.drawings import draw_bars
from story.pages.markdown import Markdown, escape
from story.pages.views.view import TITLES
from story.reading.body import capitalised

if TYPE_CHECKING:
    from collections.abc import Sequence

    from story.model import Amount, Chapter, Page
    from story.pages.views.view import Values, View


def summary(view: View) -> Values:
    """The home page: the essentials on one screen, then the story in short chapters."""
    story = view.story
    return {
        "title": view.title,
        "description": story.title,
        "essentials": [
            {"label": view.typeset(fact.label)} | view.said(fact) for fact in story.essentials
        ],
        "article": Markdown(f"{view.publisher} ({view.published})"),
        "other_sources": bool(story.sources),
        "chapters": [
            {
                "id": Markdown(chapter.id),
                "title": view.typeset(chapter.title),
                "statements": [view.said(statement) for statement in chapter.statements],
                "link": _link(view, chapter, chapter.page) if chapter.page else "",
            }
            for chapter in story.chapters
        ],
        "searched": view.time(story.searched) if story.searched else "",
        "amounts": _amounts(view),
        # Where nobody has written a story, what the other pages hold.
        "lists": [] if story.chapters else _lists(view),
    }


def _link(view: View, chapter: Chapter, page: Page) -> Markdown:
    """What a chapter leads to: the event, where it is one, and its page."""
    events = (*view.story.events, *view.story.after)
    event = next((event for event in events if event.id == chapter.anchor), None)
    words = f"{TITLES[page]} : {view.name_of(event)}" if event else TITLES[page]
    anchor = f"#{chapter.anchor}" if chapter.anchor else ""
    return Markdown(f"[{escape(view.typeset(words))}]({page}.md{anchor})")


def _lists(view: View) -> list[Values]:
    """The dates and the names, each leading to its place."""
    dates = [
        f"{view.time(event.date)}&nbsp;: "
        f"[{escape(view.typeset(view.name_of(event)))}](chronologie.md#{event.id})"
        for event in view.story.events
    ]
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


def _amounts(view: View) -> list[Values]:
    """The amounts in their groups; those of no kind first, in a group without a title.

    Bars are all of one scale, since readers compare bars that do not compare, and only in one
    currency; what has no kind has no bar.
    """
    amounts = view.story.amounts
    bars = _bars([amount for amount in amounts if amount.kind])
    groups = [("", "", [amount for amount in amounts if not amount.kind])] + [
        (group.id, group.title, [amount for amount in amounts if amount.kind in group.kinds])
        for group in view.story.amount_groups
    ]
    return [
        {
            "id": Markdown(id_),
            "title": view.typeset(title),
            "amounts": [_amount(view, amount, bars.get(amount.id, "")) for amount in inside],
        }
        for id_, title, inside in groups
        if inside
    ]


def _bars(amounts: Sequence[Amount]) -> dict[str, Markdown]:
    if len({amount.currency for amount in amounts}) != 1:
        return {}
    bars = draw_bars([amount.value for amount in amounts])
    return {amount.id: bar for amount, bar in zip(amounts, bars, strict=True)}


def _amount(view: View, amount: Amount, bar: str) -> Values:
    parts = [f"**{escape(view.typeset(amount.text))}**"]
    parts += [escape(view.typeset(amount.label))] if amount.label else []
    parts += [view.time(amount.date)] if amount.date else []
    kind = f"{escape(capitalised(amount.kind))}&nbsp;: " if amount.kind else ""
    return {
        "text": Markdown(kind + ", ".join(parts)),
        "marks": view.notes.mark(*amount.evidence),
        "bar": bar,
    }
