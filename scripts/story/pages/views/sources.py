"""The sources, and how the site is checked."""

from collections import defaultdict
from functools import partial

from story.evidence import ARTICLE, Computation, Source, source_of
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
        "named": partial(_named, view),
        "title_of": partial(_title, view),
        "listed": partial(_listed, view),
        "titles": TITLES,
    }


# How many passages of a source are much, and some.
_MUCH, _SOME = 4, 2


def _listed(view: View) -> Values:
    """The article and the sources by how many passages the pages quote, and in which notes."""
    words: dict[str, set[str]] = defaultdict(set)
    uses: dict[str, dict[str, dict[str, None]]] = defaultdict(dict)  # by page, in order
    for name, notes in view.all_notes.items():
        for items, label in notes.labels.items():
            for item in items:
                if not isinstance(item, Computation):
                    source = source_of(item)
                    words[source].add(item.exact)
                    uses[source].setdefault(name.removesuffix(".md"), {})[label] = None
    # Quoted without a note: among those that translate the exchange.
    translate = {one.source for one in view.story.renderings}
    entries: list[Values] = [
        {
            "source": one,
            "count": len(words[one.id]),
            "uses": uses[one.id],
            "translates": one.id in translate,
        }
        for one in view.story.sources
    ]
    used = sorted(
        (one for one in entries if one["uses"] or one["translates"]),
        key=lambda one: (-one["count"], plain(one["source"].publisher)),
    )
    bounds = (
        (f"{_MUCH} passages ou plus", _MUCH, 10**6),
        (f"{_SOME} ou {_MUCH - 1} passages", _SOME, _MUCH - 1),
        ("Un passage au plus", 0, _SOME - 1),
    )
    groups = [
        (title, most < _MUCH, [one for one in used if least <= one["count"] <= most])
        for title, least, most in bounds
    ]
    return {
        "article": {"count": len(words[ARTICLE]), "uses": uses[ARTICLE], "translates": False},
        "groups": [group for group in groups if group[-1]],
        "others": [one["source"] for one in entries if one not in used],
    }


def _named(view: View, source: Source) -> tuple[str, str]:
    """What a line names a source by, and its title; without one, its publisher leads to it."""
    title = _title(view, source, source.publisher)
    return (source.publisher, title) if source.title else (title or source.publisher, "")


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
