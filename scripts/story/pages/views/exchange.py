"""The words, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from story.pages.markdown import Markdown, escape, link
from story.reading.body import capitalised, comparable

if TYPE_CHECKING:
    from story.model import Original, Rendering
    from story.pages.views.view import Values, View


def exchange(view: View) -> Values:
    """The words, in order; in their first language too where the dossier gives it."""
    story = view.story
    originals = {comparable(entry.quotation): entry for entry in story.originals}
    replies = []
    for quotation in story.exchange:
        entry = originals.get(comparable(quotation.text))
        replies.append(
            {
                "text": view.quoted(quotation.text),
                "marks": view.notes.mark(*quotation.passages),
                "speaker": view.typeset(capitalised(quotation.speaker)),
                "kind": "En réponse" if quotation.replies else "Parole rapportée",
                "medium": view.typeset(quotation.medium.exact) if quotation.medium else "",
                "attribution": view.notes.mark(*filter(None, [quotation.attribution])),
                "source": Markdown(f"{view.publisher}, {view.published}"),
                "original": _original(view, entry) if entry else None,
            }
        )
    return {
        "description": f"L’échange. {view.title}",
        "replies": replies,
        "renderings": [_rendering(view, entry) for entry in story.renderings],
        "asides": [
            {
                "id": Markdown(aside.id),
                "title": view.typeset(aside.title),
                "statements": [view.said(statement) for statement in aside.statements],
            }
            for aside in story.asides
        ],
    }


def _original(view: View, entry: Original) -> Values:
    words = f'<span lang="{escape(entry.language)}">“{escape(entry.text)}”</span>'
    return {
        "language": view.story.language.language_name(entry.language),
        "text": Markdown(words),
        "marks": view.notes.mark(*entry.evidence),
        "date": view.time(entry.date),
        "link": link(f"le texte d’origine, {entry.medium}", entry.url) if entry.url else "",
        "note": view.typeset(entry.note),
    }


def _rendering(view: View, entry: Rendering) -> Values:
    source = view.story.known_sources[entry.source]
    words = [
        Markdown(f"{escape(view.typeset(view.people[one.speaker]))}, {view.quoted(one.text)}")
        for one in entry.words
    ]
    note = capitalised(entry.note).rstrip(".")
    return {
        "source": Markdown(f"[{escape(view.typeset(source.publisher))}](sources.md#{source.id})"),
        "words": Markdown("&#8239;; ".join(words)),
        "note": view.typeset(f"{note}.") if note else "",
    }
