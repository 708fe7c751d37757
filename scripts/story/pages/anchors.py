"""Permanent addresses: what the pages promise, and the lock that remembers what was published.

`content/anchors.lock` has one line for each anchor, `page.html#id`, and an alias where one was
renamed: `chronologie.html#old -> chronologie.html#new`. Notes are numbered and promise nothing.
"""

import re
from collections.abc import Iterable

from story.pages.make_pages import GeneratedPage

_HEAD = (
    "// Every address that was published."
    " One that is renamed gets an alias: page.html#old -> page.html#new"
)
_ID = re.compile(r"(?:\{: #|<(?:span|b|sup class=\"niveau\") id=\")(?P<id>[\w-]+)")


def anchors_of(pages: Iterable[GeneratedPage]) -> list[str]:
    """Every permanent anchor of the pages, `page.html#id`, in order."""
    return [
        f"{page.name.removesuffix('.md')}.html#{match['id']}"
        for page in pages
        for match in _ID.finditer(page.markdown)
    ]


def lost_anchors(lock: str, anchors: Iterable[str]) -> dict[str, int]:
    """The published anchors that the pages no longer have and no alias replaces; their lines."""
    present = {*anchors}
    lost = {}
    for number, line in enumerate(lock.splitlines(), 1):
        old, _, new = (part.strip() for part in line.partition("->"))
        if old and not old.startswith("//") and present.isdisjoint((old, new)):
            lost[old] = number
    return lost


def with_new_anchors(lock: str, anchors: Iterable[str]) -> str:
    """The lock with the anchors that it has not, at its end; none is ever taken away."""
    lines = lock.splitlines() or [_HEAD]
    known = {line.partition("->")[0].strip() for line in lines}
    lines += [anchor for anchor in dict.fromkeys(anchors) if anchor not in known]
    return "\n".join(lines) + "\n"
