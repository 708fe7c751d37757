"""What each page shows, prepared for its template: the dossier's words, or the article's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from story.views.exchange import exchange
from story.views.index import index
from story.views.sources import sources
from story.views.summary import summary
from story.views.timeline import timeline
from story.views.view import Values, View, glossary_patterns
from story.views.who import who

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["VIEWS", "View", "glossary_patterns"]

VIEWS: dict[str, Callable[[View], Values]] = {
    "index.md": summary,
    "chronologie.md": timeline,
    "echange.md": exchange,
    "qui-est-qui.md": who,
    "sources.md": sources,
    "recherche.md": index,
}
