"""The words, in order: each in its first language and in that of the article, then by others."""

from collections.abc import Sequence

from story.model import Original, Quotation, Rendering
from story.pages.markdown import Markdown, escape, link
from story.pages.views.amounts import opening
from story.pages.views.view import Values, View, address_of
from story.reading.body import capitalised, comparable, quoted


def exchange(view: View) -> Values:
    """The words, in order; in their first language too where the dossier gives it."""
    story = view.story
    originals = {comparable(entry.quotation): entry for entry in story.originals}
    replies: list[Values] = []
    said = [view.says(one) for one in view.opening]
    first = next((one for one in story.exchange if one in said), None)
    for number, quotation in enumerate(story.exchange, 1):
        words = f"{capitalised(quotation.speaker)} : {quoted(quotation.text)}"
        view.placed(f"parole-{number}", words=words)
        original = originals.get(comparable(quotation.text))
        reply = _reply(view, quotation, original)
        # Under the words that say one of them, and so in the order of the page.
        reply["sums"] = opening(view) if quotation is first and len(story.exchange) > 1 else []
        replies.append(reply)
    speakers = tuple(
        dict.fromkeys(one.speaker for entry in story.renderings for one in entry.words)
    )
    return {
        "description": f"L’échange. {view.title}",
        "replies": replies,
        "speakers": [view.typeset(view.people[speaker]) for speaker in speakers],
        "renderings": [_rendering(view, entry, speakers) for entry in story.renderings],
    }


def _reply(view: View, quotation: Quotation, original: Original | None) -> Values:
    # In the order of the page, which is that of its notes.
    attribution = view.notes.mark(*filter(None, [quotation.attribution]))
    first = _original(view, original, quotation.speaker) if original else None
    source = Markdown(f"{view.publisher}, {view.published}")
    said = view.spoken(quotation)
    return said | {
        "text": Markdown(said["text"] + view.notes.mark(*quotation.passages)),
        "kind": "En réponse" if quotation.replies else "Parole rapportée",
        "medium": view.typeset(quotation.medium.exact) if quotation.medium else "",
        "attribution": attribution,
        "original": first,
        "source": source,
        "details": first["details"] if first else Markdown(f"Source&nbsp;: {source}."),
    }


def _original(view: View, entry: Original, speaker: str) -> Values:
    view.placed(address_of(entry), words=f"{capitalised(speaker)} : {quoted(entry.text)}")
    words = f'<span lang="{escape(entry.language)}">“{escape(entry.text)}”</span>'
    text = f"{link(f'Le texte d’origine, {entry.medium}', entry.url)}." if entry.url else ""
    return {
        "language": view.story.language.language_name(entry.language),
        "text": Markdown(words + view.notes.mark(*entry.evidence, at=address_of(entry))),
        "date": view.time(entry.date),
        "details": Markdown(f"{escape(view.typeset(entry.note))} {text}".strip()),
    }


def _rendering(view: View, entry: Rendering, speakers: Sequence[str]) -> Values:
    """A line of the table: the source, with what is to be known of it, and each speaker's words."""
    source = view.story.known_sources[entry.source]
    name = escape(view.typeset(source.publisher))
    note = f"<br><small>{escape(view.typeset(entry.note))}</small>" if entry.note else ""
    words = {one.speaker: view.quoted(one.text) for one in entry.words}
    return {
        "source": Markdown(
            f'<span id="traduction-{source.id}">[{name}](sources.md#{source.id})</span>{note}'
        ),
        "words": [words.get(speaker, Markdown("—")) for speaker in speakers],
    }
