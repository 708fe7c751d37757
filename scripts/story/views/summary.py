"""The home page."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from story.drawings import draw_bars
from story.markdown import Markdown, escape
from story.notes import inside
from story.views.view import TITLES, Values, View, capitalised

if TYPE_CHECKING:
    from story.dossier import Entry
    from story.quotations import Quotation


def summary(view: View) -> Values:
    """The home page: the essentials on one screen, then the story in short chapters."""
    story, dossier = view.story, view.story.dossier
    common = {
        "title": view.typeset(dossier.title) if dossier.title else view.recased(),
        "description": dossier.title or view.recased(),
        "essentials": _essentials(view),
        "article": Markdown(f"{view.publisher} ({view.published})"),
        "introduced": bool(dossier.sections),
        "chapters": [
            {
                "id": Markdown(chapter["id"]),
                "title": view.typeset(chapter["title"]),
                "statements": [view.said(one.statement) for one in chapter.lists["statements"]],
                "to": Markdown(f"{chapter['page']}.md#{chapter['anchor']}"),
                "page": _destination(view, chapter),
            }
            for chapter in dossier["chapters"]
        ],
        "drawn": _drawn_amounts(view),
        "amounts": [],
        "events": [],
        "people": [],
    }
    if dossier.sections:
        return common
    return common | {
        "amounts": [
            view.verbatim(passage)
            for passage in dict.fromkeys(amount.evidence[0] for amount in story.amounts)
        ],
        "events": [
            {
                "date": view.time(event.date),
                "link": Markdown(
                    f"[«&nbsp;{escape(inside(view.typeset(event.title)))}&nbsp;»]"
                    f"(chronologie.md#{event.id})"
                ),
            }
            for event in story.events
        ],
        "people": [
            {
                "name": view.typeset(person.name),
                "role": view.typeset(person.role or ""),
                "marks": view.notes.mark(person.evidence[0]),
            }
            for person in story.people
        ],
    }


def _destination(view: View, chapter: Entry) -> str:
    """What a chapter leads to: the event, where it is one, and its page."""
    event = next((e for e in view.story.events if e.id == chapter["anchor"]), None)
    page = TITLES[chapter["page"]]
    return view.typeset(f"{page} : {event.title}") if event else page


def _essentials(view: View) -> list[Values]:
    story = view.story
    if entries := story.dossier["essentials"]:
        return [
            {"label": view.typeset(entry["label"])} | view.said(entry.statement)
            for entry in entries
        ]
    facts = []
    amount = next((a for a in story.amounts if story.lead.overlaps(a.evidence[0])), None)
    if amount:
        shown = view.verbatim(amount.evidence[0])
        shown["text"] = Markdown(f"**{escape(view.typeset(amount.text))}**")
        facts.append({"label": "Le montant"} | shown)
    facts.append({"label": "Les faits"} | view.verbatim(story.lead))
    facts += [
        {"label": _spoken(view, quotation)} | view.verbatim(quotation.passage)
        for quotation in story.exchange
    ]
    source: Values = {
        "text": Markdown(f"{view.publisher}, le {view.published}"),
        "marks": Markdown(""),
    }
    if story.informant:
        informant = view.verbatim(story.informant)
        source["text"] = Markdown(f"{source['text']}, d’après {informant['text']}")
        source["marks"] = informant["marks"]
    return [*facts, {"label": "Selon qui, et quand"} | source]


def _spoken(view: View, quotation: Quotation) -> str:
    parts = [capitalised(quotation.speaker), "en réponse" if quotation.replies else ""]
    parts += [quotation.medium.exact] if quotation.medium else []
    return view.typeset(", ".join(filter(None, parts)))


_AMOUNTS = (
    ("montants-offre", "L’offre et la réponse", {"offre", "plaisanterie"}),
    ("montants-autres", "D’autres montants, à la même échelle", {"prix payé", "valorisation"}),
)


def _drawn_amounts(view: View) -> list[Values]:
    """The offer beside its tenth; then amounts of other kinds, each with its kind and its bar.

    All of one scale: of two, readers compare bars that do not compare.
    """
    entries = view.story.dossier["amounts"]
    bars = draw_bars([Decimal(entry["value"]) for entry in entries])
    groups = [
        {
            "id": Markdown(id_),
            "title": title,
            "amounts": [
                _amount(view, entry) | {"bar": bar}
                for entry, bar in zip(entries, bars, strict=True)
                if entry["kind"] in kinds
            ],
        }
        for id_, title, kinds in _AMOUNTS
    ]
    return [group for group in groups if group["amounts"]]


def _amount(view: View, entry: Entry) -> Values:
    return {
        "text": Markdown(
            f"{escape(capitalised(entry['kind']))}&nbsp;: "
            f"**{escape(view.typeset(entry['text']))}**, "
            f"{escape(view.typeset(entry['label']))}, {view.time(entry.day)}"
        ),
        "marks": view.said(entry.statement)["marks"],
    }
