"""The HTML of a page as the theme leaves it, mended: nothing useless, links that open anywhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# What the theme's base.html writes outside its blocks, and only its own script uses. The HTML
# checker also refuses the `autocomplete` of the two check boxes.
RESIDUES = {
    "check boxes of the drawer and of the search": r'<input class="md-toggle"[^>]*>\s*',
    "overlay of the drawer": r'<label class="md-overlay"[^>]*></label>\s*',
    "place of announcements": r'<div data-md-component="announce">\s*</div>\s*',
    "place of dialogs": r'<div class="md-dialog"[^>]*>\s*<div[^>]*></div>\s*</div>\s*',
    "storage of the theme's script": r"<script>__md_scope=.*?</script>\s*",
    "tabs of the theme's script": r"<script>var target=.*?</script>\s*",
}
_RESIDUES = {what: re.compile(pattern, re.DOTALL) for what, pattern in RESIDUES.items()}


def without_residues(html: str) -> tuple[str, list[str]]:
    """The page without the theme's residues, and those that were not there.

    One that is missing means that the theme has changed, and that this list has to.
    """
    missing = []
    for what, pattern in _RESIDUES.items():
        html, count = pattern.subn("", html)
        if not count:
            missing.append(what)
    return html, missing


_ADDRESS = re.compile(r'(?<= href=")(?![\w+.-]*:|/)(?P<path>[^"#?]*)(?=(?P<end>["#?]))')


def opening_from_disk(html: str) -> str:
    """The page with its relative links to folders leading to the file inside.

    A server finds index.html in a folder; a browser that reads from disk lists the folder. A link
    within a page names no file: it would load the page again.
    """
    return _ADDRESS.sub(lambda match: _file(match["path"], match["end"]), html)


def _file(address: str, end: str) -> str:
    if address in {".", "./"}:
        return "" if end == "#" else "index.html"
    is_folder = address.endswith(("/", "/..")) or address == ".."
    return f"{address.rstrip('/')}/index.html" if is_folder else address


_INDENT = re.compile(r"\s*\n\s*")


def compact(html: str) -> str:
    """The page without indentation and empty lines; as it is where it holds preformatted text."""
    return html if re.search("<(?:pre|textarea)", html) else _INDENT.sub("\n", html)


_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def inline_scripts(html: str) -> list[str]:
    """The code of the scripts written into a page."""
    return _INLINE_SCRIPT.findall(html)


_MARK = re.compile(
    r'<sup class="niveau">([ASC])'
    r'(</sup><sup id="[^"]*"><a class="footnote-ref" href="[^"]*")>(\d+)</a>'
)
# What the letter of a mark means, for those who hear it.
_LEVELS = {"A": "article", "S": "autre source", "C": "calcul"}


def with_named_notes(html: str) -> str:
    """The page with the marks of its notes called by name and level: no letter is heard alone."""
    return _MARK.sub(
        lambda mark: (
            f'<sup class="niveau" aria-hidden="true">{mark[1]}{mark[2]}'
            f' aria-label="Note {mark[3]}, {_LEVELS[mark[1]]}">{mark[3]}</a>'
        ),
        html,
    )


_BACK_LINK = re.compile(r'<a class="footnote-backref" href="#([^"]*)"[^>]*>[^<]*</a>')
_BACK_LINKS = re.compile(rf"(?:{_BACK_LINK.pattern.replace('(', '(?:')})+")


def with_ordered_back_links(html: str) -> str:
    """The page with the ways back from each note in the order in which it is called.

    Markdown puts them in the order in which it happens to meet the calls.
    """
    places = {match[1]: match.start() for match in re.finditer(r' id="(fnref[^"]*)"', html)}

    def ordered(match: re.Match[str]) -> str:
        links = list(_BACK_LINK.finditer(match[0]))
        return "".join(link[0] for link in sorted(links, key=lambda link: places[link[1]]))

    return _BACK_LINKS.sub(ordered, html)


_COMMENTS = re.compile(r"^\s*//.*\n", re.MULTILINE)


def with_script(html: str, address: str, code: str) -> str:
    """The page with a script written into it, instead of asking for it: it is small."""
    code = _COMMENTS.sub("", code).strip()
    pattern = rf'<script src="[^"]*{re.escape(address)}" defer></script>'
    return re.sub(pattern, lambda _: f"<script>{code}</script>", html)


_STYLESHEETS = re.compile(r'(?:<link rel="stylesheet"[^>]*>\s*)*(<link rel="stylesheet"[^>]*>)')


def with_one_stylesheet(html: str) -> str:
    """The page with the last of its stylesheets alone, the site's own: it holds the others."""
    return _STYLESHEETS.sub(r"\1", html, count=1)


def with_policy(html: str, policy: str) -> str:
    """The page with a policy of security, before anything that it rules."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return html.replace('<meta charset="utf-8">', f'<meta charset="utf-8">\n{meta}', 1)


Element = tuple[str, tuple[tuple[str, str], ...]]
# Attributes whose values no selector asks for; keeping them would make every element another kind.
_VALUES = re.compile(r"class|type|dir|lang|role|popover|aria-.*|data-.*")


@dataclass(slots=True)
class Vocabulary:
    """The kinds of elements of a site: names with attributes, and ids."""

    elements: set[Element] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.vocabulary = Vocabulary()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = []
        for name, value in attrs:
            if name == "id" and value:
                self.vocabulary.ids.add(value)
            kept.append((name, (value or "") if _VALUES.fullmatch(name) else ""))
        self.vocabulary.elements.add((tag, tuple(sorted(kept))))


def vocabulary_of(pages: Iterable[str]) -> Vocabulary:
    """Every kind of element that some pages hold."""
    reader = _Reader()
    for html in pages:
        reader.feed(html)
        reader.close()
    return reader.vocabulary
