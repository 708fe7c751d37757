"""What the page around the texts is written with, and the files that go beside the pages.

All of it is known once the texts are HTML and before the first page is written, so that no page
has to be changed afterwards:

1. For each kind of page, its look: the rules that its pages use of the site's stylesheets, and of
   the theme's for those by hand. It is written into them: a page is one request, and the first
   paint waits for no other.
2. One script for the search, with the parts of all texts.
3. The policy of security, with the hashes of what is written into the pages.
"""

import json
import pickle
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import tinycss2

from publication.cache import Cache
from publication.cut_stylesheet import combine
from publication.elements import Part, Reading, read_html
from publication.security_headers import (
    ASK,
    SHARED,
    caddy_file,
    headers_file,
    headers_for,
    policy_for,
)
from publication.source_files import BY_HAND, KINDS, LOST_KIND, SEARCH, Sources, look_of
from story.exports.all_formats import FOLDER
from story.exports.atom_feed import FEED


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The HTML of a page without what is around it."""

    address: str
    """Below the site's."""
    name: str
    """What the menu calls it."""
    html: str
    kind: str
    """The class of it, one of KINDS."""
    searched: bool
    """Whether it can be found: an index would be found for every word."""
    framed: bool = False
    """Whether a page of another site may show it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The values for the page around the texts, addresses below the site's; and the files."""

    styles: Mapping[str, str]
    """The look of each kind of page."""
    search: str
    first_script: str
    script: str
    scripts: tuple[str, ...]
    """All that are written into pages, those two first."""
    files: dict[str, bytes]

    def policy(self, kind: str, data: str = "") -> str:
        """The policy of a page of a kind, with data written into it beside the scripts.

        No browser runs data, yet the HTML checker wants them allowed.
        """
        return policy_for([*self.scripts, data] if data else self.scripts, [self.styles[kind]])


def frame_for(
    texts: Sequence[Text], sources: Sources, libraries: str, address: str, cache: Cache
) -> Frame:
    """The frame of a site that will be at an address, empty where the publisher has not said.

    `libraries` is the code of the search library and of its language.
    """
    readings = [_reading(text.html, cache) for text in texts]
    read = [*zip(texts, readings, strict=True)]
    parts = [(text.address, text.name, reading.parts) for text, reading in read if text.searched]
    templates = _reading(sources.templates, cache)
    # Kinds that have the same parts are cut together: what is kept is cut once, with one hash.
    kinds = sorted({LOST_KIND, *(text.kind for text in texts)})
    styles = {}
    for kind in kinds:
        alike = [reading for text, reading in read if KINDS[text.kind] == KINDS[kind]]
        styles[kind] = _style(kind, sources, [templates, *alike], cache)
    search = search_script(parts, without_comments(libraries), without_comments(sources.search))
    first, script = without_comments(sources.first_script), without_comments(sources.script)
    written = [code for reading in (*readings, templates) for code in reading.scripts]
    scripts = (first, script, *written)
    headers = headers_for(policy_for(scripts, styles.values()))
    paths = {SEARCH: ASK} | dict.fromkeys(_SHARED, SHARED)
    unframed = [*(text.address for text in texts if not text.framed), LOST]
    framed = [text.address for text in texts if text.framed]
    sitemap = f"Sitemap: {address}sitemap.xml\n" if address else ""
    files = {
        SEARCH: search,
        # All may be read by all; the map is named by its whole address, or not at all.
        "robots.txt": f"User-agent: *\nAllow: /\n{sitemap}",
        "_headers": headers_file(headers, paths, unframed),
        "_headers.caddy": caddy_file(headers, paths, framed),
    }
    return Frame(
        styles=styles,
        search=SEARCH,
        first_script=first,
        script=script,
        scripts=scripts,
        files={name: text.encode() for name, text in files.items()},
    )


def _reading(html: str, cache: Cache) -> Reading:
    kept = cache.get(("reading", html), lambda: pickle.dumps(read_html(html)))
    reading: Reading = pickle.loads(kept)  # noqa: S301 - our own: it stood under its digest
    return reading


def _style(kind: str, sources: Sources, readings: Sequence[Reading], cache: Cache) -> str:
    """The look of pages that hold this: the rules that they use, and no others."""
    elements = {element for reading in readings for element in reading.elements}
    # Each note has an id: those that the theme does not name are no reason to cut again.
    named = set(_IDS.findall(sources.theme_stylesheet))
    all_ids = {id_ for reading in readings for id_ in reading.ids}
    ids = named & all_ids
    own = look_of(kind, sources.stylesheets)
    # Pages that are made have the site's own look: the theme's is for those by hand, and for
    # stylesheets of the publisher, which may ask for what is in it.
    later = sources.later_stylesheets
    theme = sources.theme_stylesheet if kind == BY_HAND or later else ""
    asked = repr((sorted(elements), sorted(ids)))
    cut = cache.get(
        ("stylesheet", tinycss2.__version__, theme, *own, later, asked),
        lambda: combine(theme, elements, ids, own=own, later=later).encode(),
    )
    return cut.decode() + beside_marks(all_ids)


def search_script(
    pages: Iterable[tuple[str, str, Iterable[Part]]], libraries: str, code: str
) -> str:
    """The script of the search: the library, the parts of the pages, and ours.

    Notes are left out: they repeat, in other words, what the statements that they support say. A
    page is its address below the site's, its name, which is shown with its results, and its
    parts. One file, so that it is one request, and works where a page is read from disk.
    """
    parts = [
        {"location": f"{address}#{part.id}", "title": part.title, "page": name, "text": part.text}
        for address, name, parts in pages
        for part in parts
        if part.id != "notes"
    ]
    data = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return f"{libraries}\nconst PARTS = {data}\n{code}"


LOST = "404.html"
# What pages of other sites may read.
_SHARED = (f"{FOLDER}/*", FEED)


def beside_marks(ids: Iterable[str]) -> str:
    """The rules that tie each note to its mark, for browsers that place one beside the other.

    CSS has no rule yet for all pairs at once. Notes have the same names on all pages; those of an
    opening, which no margin is beside, begin otherwise.
    """
    labels = sorted({id_.removeprefix("fn:") for id_ in ids if id_.startswith("fn:p")})
    return "".join(f'[href="#fn:{label}"],#fn\\:{label}{{--to:--{label}}}' for label in labels)


# Whatever looks like the id of a selector.
_IDS = re.compile(r"#([\w-]+)")
# Comments that stand on lines of their own, less those that name an author and a license.
_COMMENTS = re.compile(r"^[ \t]*(?://.*|/\*(?!!)(?:(?!@license)[^*]|\*(?!/))*\*/)$", re.MULTILINE)


def without_comments(script: str) -> str:
    """The script without its lines of comment and its indentation."""
    lines = map(str.strip, _COMMENTS.sub("", script).splitlines())
    return "\n".join(filter(None, lines))
