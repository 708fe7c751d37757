"""The last step of a build: what MkDocs wrote becomes what is published.

1. Each page loses what nothing uses, and its links open from disk too.
2. One stylesheet: the theme's rules that the pages use, then the site's own.
3. The script, which is small, is written into the pages; the stylesheet and the search are named
   after their content, so that browsers may keep them for good.
4. The policy of security gets the hashes of the scripts written into the pages.
5. Each file of text has its compressed forms beside it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from publication.compression import compressed
from publication.markup import (
    compact,
    inline_scripts,
    opening_from_disk,
    vocabulary_of,
    with_named_notes,
    with_one_stylesheet,
    with_ordered_back_links,
    with_policy,
    with_script,
    without_residues,
)
from publication.search import search_script
from publication.security import caddy_file, headers_file, headers_for, policy_for
from publication.stylesheet import combine

if TYPE_CHECKING:
    from collections.abc import Mapping

STYLESHEET = "assets/site.css"
SCRIPT = "assets/site.js"
SEARCH = "assets/recherche.js"
# What `finish` reads instead of the build: it writes them under other names.
OWN = frozenset({STYLESHEET, SCRIPT, SEARCH})
NOT_FOUND = "404.html"
INDEX = "recherche/index.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What the published files are made of, beside the pages that MkDocs wrote."""

    theme_stylesheet: str
    stylesheet: str
    script: str
    search: str
    libraries: str
    """The code of the search library and of its language."""
    address: str
    """Where the site will be, empty where the publisher has not said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """The published files by their paths, and the residues of the theme that were not found."""

    files: dict[str, bytes]
    missing: tuple[str, ...]


def finish(
    pages: Mapping[str, str], others: Mapping[str, bytes], sources: Sources, *, serving: bool
) -> Finished:
    """The files to publish, from the pages of a build and its other files that can be compressed.

    `serving`, for `mkdocs serve`: without a policy, which its own script would break, and without
    compressed files, which it would not send.
    """
    cleaned = {path: without_residues(html) for path, html in pages.items()}
    missing = {name for _, names in cleaned.values() for name in names}
    shown = {
        path: compact(
            with_script(with_named_notes(with_ordered_back_links(html)), SCRIPT, sources.script)
        )
        for path, (html, _) in cleaned.items()
    }
    css = combine(sources.theme_stylesheet, sources.stylesheet, vocabulary_of(shown.values()))
    searched = {
        path.removesuffix("index.html"): html
        for path, html in shown.items()
        if path not in {NOT_FOUND, INDEX}
    }
    search = search_script(searched, sources.libraries, sources.search)
    assets = {STYLESHEET: css, SEARCH: search}
    names = {path: _named_after_content(path, text) for path, text in assets.items()}
    policy = policy_for(code for html in shown.values() for code in inline_scripts(html))
    files = {names[path]: text.encode() for path, text in assets.items()}
    files["robots.txt"] = _robots(sources.address).encode()
    for path, html in shown.items():
        page = opening_from_disk(html)
        page = with_one_stylesheet(page)
        for asset, name in names.items():
            page = page.replace(f'{asset}"', f'{name}"')
        files[path] = (page if serving else with_policy(page, policy)).encode()
    if not serving:
        files |= compressed({**others, **files})
        headers = headers_for(policy)
        files["_headers"] = headers_file(headers, names.values()).encode()
        files["_headers.caddy"] = caddy_file(headers, names.values()).encode()
    return Finished(files=files, missing=tuple(sorted(missing)))


def _robots(address: str) -> str:
    """All may be read by all; the map of the site is named by its whole address, or not at all."""
    sitemap = f"Sitemap: {address}sitemap.xml\n" if address else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"


def _named_after_content(path: str, text: str) -> str:
    digest = hashlib.sha256(text.encode()).hexdigest()[:10]
    parts = PurePosixPath(path)
    return str(parts.with_name(f"{parts.stem}.{digest}{parts.suffix}"))
