"""The sources, and how the site is checked."""

from collections import defaultdict

from story.evidence import Computation, Source, SourcePassage
from story.model import Term
from story.pages.markdown import Markdown, escape, link
from story.pages.views.view import TITLES, Values, View, address_from
from story.reading.body import capitalised
from story.reading.draft_from_article import recased


def sources(view: View) -> Values:
    """The sources and what each supports; how it is checked; where they differ; words."""
    story = view.story
    sentences = story.draft.sentences
    differences = [
        {
            "id": Markdown(entry.id),
            "title": view.typeset(entry.title),
            "positions": [view.said(position, entry.id) for position in entry.positions],
            "ours": view.typeset(entry.ours),
        }
        for entry in story.differences
    ]
    not_said = [view.said(statement, "non-dit") for statement in story.not_said]
    glossary = [_term(view, entry) for entry in story.glossary]
    used, quoted = _quoted(view)
    entries = [
        _source(view, source, used) | {"count": len(quoted[source.id])} for source in story.sources
    ]
    return {
        "description": f"Sources et méthode. {view.title}",
        "article": Markdown(f"{view.publisher}, {view.published}"),
        "article_title": view.typeset(recased(story.article, story.draft.people)),
        "article_uses": _uses(used, None),
        "sentences": str(len(sentences)),
        "used": str(len(sentences) - len(story.unused)),
        "statements": str(len(story.statements())),
        "differences": differences,
        "not_said": not_said,
        "glossary": glossary,
        "address_from": address_from,
        "article_count": _passages(quoted[None]),
        "groups": _groups(entries),
        "others": [entry for entry in entries if not entry["uses"]],
    }


def _term(view: View, entry: Term) -> Values:
    view.placed(entry.id, words=f"{capitalised(entry.term)} : {entry.text}")
    return {
        "id": Markdown(entry.id),
        "term": view.typeset(capitalised(entry.term)),
        "text": Markdown(escape(view.typeset(entry.text)) + view.notes.mark(*entry.evidence)),
    }


_Used = dict[str, dict[str | None, list[str]]]
"""The notes of each page by the source that they quote; None is the article."""
_Passages = dict[str | None, set[str]]
"""The words that the pages quote of each source."""
# How many passages of a source are much, and some.
_MUCH, _SOME = 4, 2


def _quoted(view: View) -> tuple[_Used, _Passages]:
    """The notes that quote each source, and the words that they do."""
    used: _Used = {name: defaultdict(list) for name in view.all_notes}
    words: _Passages = defaultdict(set)
    for name, notes in view.all_notes.items():
        for items, label in notes.labels():
            for item in items:
                if isinstance(item, Computation):
                    continue
                source = item.source.id if isinstance(item, SourcePassage) else None
                words[source].add(item.exact)
                if label not in used[name][source]:
                    used[name][source].append(label)
    return used, words


def _passages(words: set[str]) -> str:
    return f"{len(words)} passage{'s' if len(words) > 1 else ''}"


def _groups(entries: list[Values]) -> list[Values]:
    """The sources that something rests on, by how much."""
    used = [entry for entry in entries if entry["uses"]]
    bounds = (
        (f"{_MUCH} passages ou plus", _MUCH, 10**6),
        (f"{_SOME} ou {_MUCH - 1} passages", _SOME, _MUCH - 1),
        ("Un passage au plus", 0, _SOME - 1),
    )
    groups = []
    for title, least, most in bounds:
        found = [entry for entry in used if least <= entry["count"] <= most]
        found.sort(key=lambda entry: -entry["count"])
        shown = [entry | {"count": str(entry["count"])} for entry in found]
        groups += [{"title": title, "short": most < _MUCH, "sources": shown}] if shown else []
    return groups


def _source(view: View, source: Source, used: _Used) -> Values:
    # Quoted without a note: among those that translate the exchange.
    translates = any(one.source == source.id for one in view.story.renderings)
    others = [f"[{TITLES['echange']}, traductions](echange.md#traductions)"] if translates else []
    title = _title(view, source) or ("Lire la page" if source.url else "")
    return {
        "id": Markdown(source.id),
        "publisher": view.typeset(source.publisher),
        "title": link(title, source.url) if source.url else title,
        "date": view.story.language.show_date(source.date) if source.date else "",
        "note": view.typeset(source.note or ""),
        "uses": _uses(used, source.id, *others),
    }


def _title(view: View, source: Source) -> Markdown:
    """The title of a source in its own language; none where it is not known."""
    if source.title is None:
        return Markdown("")
    french = source.language == view.story.article.language
    title = view.typeset(source.title) if french else source.title
    return Markdown(f'<cite lang="{escape(source.language)}">{escape(title)}</cite>')


def _uses(used: _Used, source: str | None, *others: str) -> Markdown:
    """How many notes of each page quote a source, or the article where it is None, and others.

    Each leads to the first of them.
    """
    uses = list(others)
    for name, labels in used.items():
        if found := labels.get(source, []):
            page = name.removesuffix(".md")
            here = "" if page == "sources" else name
            times = f"&nbsp;({len(found)})" if len(found) > 1 else ""
            uses.append(f"[{TITLES[page]}{times}]({here}#fn:{found[0]})")
    return Markdown("&#8239;; ".join(uses))
