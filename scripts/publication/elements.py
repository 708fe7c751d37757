"""What the HTML of a page holds: its kinds of elements, its scripts, and what can be searched."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

Element = tuple[str, tuple[tuple[str, str], ...]]
"""The name of an element, and its attributes in order."""
# Attributes whose values a selector may ask for; the others' would make every element another kind.
_VALUES = re.compile(r"class|type|dir|lang|role|popover|data-.*|aria-(?!label).*")
_TITLES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Marks of notes, drawings, choices, ways: no words of the story.
_ASIDE = frozenset({"sup", "svg", "figure", "fieldset", "nav"})
# Their text is not that of what stands beside them.
_BLOCKS = frozenset("p li ul ol dl dt dd div blockquote pre table tr th td br".split())

# Where words of a part go.
_TITLE, _TEXT = 1, 2


@dataclass(frozen=True, slots=True)
class Part:
    """A titled part of a page: its id, its title, its text on one line."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What some HTML holds."""

    elements: frozenset[Element]
    ids: frozenset[str]
    scripts: tuple[str, ...]
    """The code that is written into it."""
    parts: tuple[Part, ...]


def read_html(html: str) -> Reading:
    """What this HTML holds; text before the first title that has an id is in no part."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Reading(
        elements=frozenset(reader.elements),
        ids=frozenset(reader.ids),
        scripts=tuple(code for code in reader.scripts if code.strip()),
        parts=tuple(Part(id_, _line(title), _line(text)) for id_, title, text in reader.parts),
    )


def _line(text: str) -> str:
    """The text on one line; no-break spaces stay, since readers will see it."""
    return re.sub(r"[ \n]+", " ", text).strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: set[Element] = set()
        self.ids: set[str] = set()
        self.scripts: list[str] = []
        self.parts: list[list[str]] = []  # id, title, text
        self._place = _TEXT
        self._aside = ""
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        kept = ((name, value if _VALUES.fullmatch(name) else "") for name, value in given.items())
        self.elements.add((tag, tuple(sorted(kept))))
        if "id" in given:
            self.ids.add(given["id"])
        if tag == "script":
            self.scripts.append("")
        if self._aside:
            self._depth += tag == self._aside
        elif tag in _ASIDE:
            self._aside, self._depth = tag, 1
        elif tag in _TITLES and "id" in given:
            self.parts.append([given["id"], "", given.get("data-aussi", "") + " "])
            self._place = _TITLE
        elif tag in _BLOCKS:
            self._add(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._aside:
            self._depth -= tag == self._aside
            if not self._depth:
                self._aside = ""
        elif tag in _TITLES:
            self._place = _TEXT
        elif tag in _BLOCKS:
            self._add(" ")

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            self.scripts[-1] += data
        elif not self._aside and self.cdata_elem != "style":
            self._add(data)

    def _add(self, text: str) -> None:
        if self.parts:
            self.parts[-1][self._place] += text
