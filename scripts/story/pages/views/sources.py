"""The sources, and how the site is checked."""

from collections import defaultdict
from functools import partial

from story.evidence import Computation, Source, SourcePassage
from story.pages.markdown import Markdown, escape, link
from story.pages.views.view import TITLES, Values, View, address_from
from story.reading.body import plain
from story.reading.draft_from_article import recased


def sources(view: View) -> Values:
    """What supports the site; `listed` is asked for at the end, when all of it has been told."""
    story = view.story
    return {
        "article_title": recased(story.article, story.draft.people),
        "sentences": str(len(story.draft.sentences)),
        "used": str(len(story.draft.sentences) - len(story.unused)),
        "statements": str(len(story.statements())),
        "address_from": address_from,
        "title_of": partial(_title, view),
        "listed": partial(_listed, view),
    }


def _listed(view: View) -> Values:
    """The article and the sources, each with the notes that quote it and how much they do."""
    used, quoted = _quoted(view)
    # Quoted without a note: among those that translate the exchange.
    translate = {one.source for one in view.story.renderings}
    way = view.way(f"{TITLES['echange']}, traductions", "echange", "traductions")
    entries = [
        {
            "source": source,
            "count": len(quoted[source.id]),
            "uses": _uses(used, source.id, *[way][: source.id in translate]),
        }
        for source in view.story.sources
    ]
    return {
        "article_count": len(quoted[None]),
        "article_uses": _uses(used, None),
        "groups": _groups(entries),
        "others": [entry["source"] for entry in entries if not entry["uses"]],
    }


_Used = dict[str, dict[str | None, list[str]]]
"""The notes of each page by the source that they quote; None is the article."""
_Passages = dict[str | None, set[str]]
"""The words that the pages quote of each source."""


def _title(view: View, source: Source, untitled: str = "Lire la page") -> Markdown:
    """The title of a source in its own language, leading to its page; "" for neither.

    Where there is only a page, `untitled` leads to it.
    """
    title = Markdown(escape(view.typeset(untitled)) if source.url else "")
    if source.title:
        french = source.language == view.story.article.language
        words = escape(view.typeset(source.title) if french else source.title)
        title = Markdown(f'<cite lang="{escape(source.language)}">{words}</cite>')
    return link(title, source.url) if source.url else title


# How many passages of a source are much, and some.
_MUCH, _SOME = 4, 2


def _quoted(view: View) -> tuple[_Used, _Passages]:
    """The notes that quote each source, and the words that they do."""
    used: _Used = {name: defaultdict(list) for name in view.all_notes}
    words: _Passages = defaultdict(set)
    for name, notes in view.all_notes.items():
        for items, label in notes.labels.items():
            for item in items:
                if isinstance(item, Computation):
                    continue
                source = item.source.id if isinstance(item, SourcePassage) else None
                words[source].add(item.exact)
                if label not in used[name][source]:
                    used[name][source].append(label)
    return used, words


def _groups(entries: list[Values]) -> list[Values]:
    """The sources that something rests on, by how much."""
    used = sorted(
        (one for one in entries if one["uses"]),
        key=lambda one: (-one["count"], plain(one["source"].publisher)),
    )
    bounds = (
        (f"{_MUCH} passages ou plus", _MUCH, 10**6),
        (f"{_SOME} ou {_MUCH - 1} passages", _SOME, _MUCH - 1),
        ("Un passage au plus", 0, _SOME - 1),
    )
    groups = []
    for title, least, most in bounds:
        found = [entry for entry in used if least <= entry["count"] <= most]
        groups += [{"title": title, "short": most < _MUCH, "sources": found}] if found else []
    return groups


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
