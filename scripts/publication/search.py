"""What a reader can search: each titled part of each page, one result apiece.

Notes are left out: they repeat, in other words, what the statements that they support say.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ARTICLE = re.compile(r"<article[^>]*>(.*)</article>", re.DOTALL)
_TITLE = re.compile(r'<h[1-6][^>]*? id="([^"]+)"[^>]*>(.*?)</h[1-6]>', re.DOTALL)
# Marks of notes, drawings, choices, contents, ways to the axis: no words of the story.
_ASIDE = re.compile(r'<(sup|figure|fieldset|nav)\b.*?</\1>|<a href="#axe-.*?</a>', re.DOTALL)
_BLOCK = re.compile(r"</?(?:p|li|[uod]l|d[td]|div|blockquote|t[dhr]|br)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_NOTES = "notes"
# What the menu calls the page: shorter than its title.
_CURRENT = re.compile(r'aria-current="page">([^<]*)<')


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A titled part of a page: where it is, its title, the page's, its text."""

    location: str
    title: str
    page: str
    text: str


def parts_of(path: str, page: str) -> Iterator[Part]:
    """The parts of a page, by its path in the site."""
    article = _ARTICLE.search(page)
    if not article:
        return
    pieces = _TITLE.split(_ASIDE.sub("", article[1]))
    called = _CURRENT.search(page)
    name = called[1] if called else _words(pieces[2]) if len(pieces) > 1 else ""
    for id_, title, text in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        if id_ != _NOTES:
            yield Part(location=f"{path}#{id_}", title=_words(title), page=name, text=_words(text))


def _words(markup: str) -> str:
    """The text of some HTML on one line; no-break spaces stay, since readers will see it."""
    return re.sub(r"[ \n]+", " ", html.unescape(_TAG.sub("", _BLOCK.sub(" ", markup)))).strip()


def search_script(pages: Mapping[str, str], libraries: str, code: str) -> str:
    """The script of the search: the library, the parts of the pages, and ours.

    One file, so that it is one request, and works where a page is read from disk.
    """
    parts = [asdict(part) for path, page in pages.items() for part in parts_of(path, page)]
    data = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return f"{libraries}\nconst PARTS = {data}\n{code}"
