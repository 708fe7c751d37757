"""What a reader can search: each titled part of each page, one result apiece.

Notes are left out: they repeat, in other words, what the statements that they support say.
"""

import json
from collections.abc import Iterable

from publication.elements import Part

_NOTES = "notes"


def search_script(
    pages: Iterable[tuple[str, str, Iterable[Part]]], libraries: str, code: str
) -> str:
    """The script of the search: the library, the parts of the pages, and ours.

    A page is its address below the site's, its name, which is shown with its results, and its
    parts. One file, so that it is one request, and works where a page is read from disk.
    """
    parts = [
        {"location": f"{address}#{part.id}", "title": part.title, "page": name, "text": part.text}
        for address, name, parts in pages
        for part in parts
        if part.id != _NOTES
    ]
    data = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return f"{libraries}\nconst PARTS = {data}\n{code}"
