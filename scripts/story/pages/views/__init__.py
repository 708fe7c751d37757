"""What each page shows, prepared for its template: the dossier's words, or the article's own."""

from __future__ import annotations

from collections.abc import Callable

from story.pages.views.citing import citing
from story.pages.views.data import data
from story.pages.views.embed import embed
from story.pages.views.exchange import exchange
from story.pages.views.home import summary
from story.pages.views.legal import legal
from story.pages.views.site_index import index
from story.pages.views.sources import sources
from story.pages.views.timeline import timeline
from story.pages.views.view import Values, View, glossary_patterns
from story.pages.views.who_is_who import who

__all__ = ["VIEWS", "View", "glossary_patterns"]

VIEWS: dict[str, Callable[[View], Values]] = {
    "index.md": summary,
    "chronologie.md": timeline,
    "echange.md": exchange,
    "qui-est-qui.md": who,
    "sources.md": sources,
    "donnees.md": data,
    "frise.md": embed,
    "recherche.md": index,
    "mentions-legales.md": legal,
    # The last: it says how all that stands on the others is cited.
    "citer.md": citing,
}
