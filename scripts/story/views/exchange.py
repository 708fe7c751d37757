"""The words, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from story.markdown import Markdown, escape, link
from story.notes import inside
from story.text import squeeze
from story.views.view import Values, View, capitalised

if TYPE_CHECKING:
    from story.dossier import Entry


def exchange(view: View) -> Values:
    """The words, in order; in their first language too where the dossier gives it."""
    story, dossier = view.story, view.story.dossier
    originals = {squeeze(entry["quotation"]): entry for entry in dossier["originals"]}
    replies = []
    for quotation in story.exchange:
        entry = originals.get(squeeze(quotation.passage.exact))
        replies.append(
            view.verbatim(quotation.passage)
            | {
                "speaker": view.typeset(capitalised(quotation.speaker)),
                "kind": "En réponse" if quotation.replies else "Parole rapportée",
                "medium": view.typeset(quotation.medium.exact) if quotation.medium else "",
                "attribution": view.notes.mark(*filter(None, [quotation.attribution])),
                "source": Markdown(f"{view.publisher}, {view.published}"),
                "original": _original(view, entry) if entry else None,
            }
        )
    return {
        "description": f"L’échange. {dossier.title or view.recased()}",
        "replies": replies,
        "context": [view.said(entry.statement) for entry in dossier["context"]],
        "renderings": [_rendering(view, entry) for entry in dossier["renderings"]],
        "not_the_reply": [view.said(entry.statement) for entry in dossier["not_the_reply"]],
    }


def _original(view: View, entry: Entry) -> Values:
    statement = entry.statement
    assert statement is not None  # noqa: S101 - the entry makes one
    words = f'<span lang="{escape(entry["language"])}">“{escape(entry["text"])}”</span>'
    return {
        "text": Markdown(words),
        "marks": view.notes.mark(*statement.evidence),
        "date": view.time(entry.day),
        "link": link("le message sur " + entry["medium"], entry["url"]) if entry["url"] else "",
        "note": view.typeset(entry["note"]),
    }


def _rendering(view: View, entry: Entry) -> Values:
    source = next(one for one in view.story.dossier.known_sources if one.id == entry["source"])
    words = [
        f"«&nbsp;{escape(inside(view.typeset(entry[key])))}&nbsp;»"
        for key in ("altman", "musk")
        if entry[key]
    ]
    return {
        "source": Markdown(f"[{escape(view.typeset(source.publisher))}](sources.md#{source.id})"),
        "words": Markdown(" ; ".join(words).replace(" ; ", "&#8239;; ")),
        "note": view.typeset(capitalised(entry["note"]).rstrip(".") + ".") if entry["note"] else "",
    }
