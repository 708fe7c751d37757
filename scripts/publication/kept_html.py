"""The HTML of pages that are made, kept between builds: Markdown is a third of a build's time.

MkDocs converts a page between two of its events. Where the first finds what became of the page at
another build, it leaves nothing to convert, and the second gives that back.
"""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from publication.cache import Cache


class KeptHtml:
    """What pages became, by their text and all else that makes them.

    `made_with` names the settings and versions of what converts, and where links lead. `said`
    counts what MkDocs has said so far: a page that it has something to say of is not kept, so that
    each build says it.
    """

    def __init__(self, cache: Cache, made_with: str, files: Files, said: Callable[[], int]) -> None:
        self._cache, self._files, self._said = cache, files, said
        self._made_with = made_with
        self._parts: tuple[str, ...] = ()
        self._kept: bytes | None = None
        self._said_before = 0

    def before(self, page: Page, text: str) -> str:
        """What is left to convert of the text of a page: all of it, or nothing."""
        self._parts = ("html", self._made_with, page.file.src_uri, text)
        self._kept = self._cache.find(self._parts)
        self._said_before = self._said()
        return text if self._kept is None else ""

    def after(self, page: Page, html: str) -> str:
        """The HTML of that page, which also gets its titles, its addresses and its links."""
        if self._kept is not None:
            found = pickle.loads(self._kept)  # noqa: S301 - our own: it stood under its digest
            html, page.toc, page.present_anchor_ids, links = found
            page.links_to_anchors = {self._files.src_uris[uri]: to for uri, to in links.items()}
        elif self._said() == self._said_before:
            links = {file.src_uri: to for file, to in (page.links_to_anchors or {}).items()}
            kept = (html, page.toc, page.present_anchor_ids, links)
            self._cache.keep(self._parts, pickle.dumps(kept))
        return html
