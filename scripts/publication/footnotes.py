"""What Markdown's footnotes lack, as an extension of Markdown that is loaded after them.

- A mark is the letters of the levels of its evidence, then the number of its note: `<sup
  class="niveau">AS</sup>[^p1]`. The letters become the name of the number, for those who hear it.
- The ways back from a note stand in the order in which it is called. Markdown puts them in the
  order in which it happens to meet the calls.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

if TYPE_CHECKING:
    import re

    from markdown import Markdown

# What the letter of a mark means, for those who hear it.
_LEVELS = {"A": "article", "S": "autre source", "C": "calcul"}
_LETTER = rf'<sup class="niveau">([{"".join(_LEVELS)}]+)</sup>(?=\[\^)'


class MarksOfEvidence(Extension):
    """The extension: see the head of the module."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Markdown calls
        """Adds a reader of letters before that of HTML, the rest once notes have links."""
        md.inlinePatterns.register(_Letter(_LETTER, md), "evidence-letter", 176)
        md.treeprocessors.register(_Names(md), "evidence-names", 14)


class _Letter(InlineProcessor):
    """The letter of a mark as an element, where Markdown would keep its HTML as it is."""

    def handleMatch(self, m: re.Match[str], _: str) -> tuple[Element, int, int]:  # noqa: N802
        letter = Element("sup", {"class": "niveau"})
        letter.text = AtomicString(m[1])
        return letter, m.start(0), m.end(0)


class _Names(Treeprocessor):
    def run(self, root: Element) -> None:
        calls = [f"#{mark.get('id')}" for mark in root.iter("sup") if mark.get("id")]
        places = {address: place for place, address in enumerate(calls)}
        for parent in root.iter():
            for letter, mark in pairwise(tuple(parent)):
                if letter.get("class") == "niveau" and letter.text and not letter.tail:
                    number = mark[0]
                    levels = ", ".join(_LEVELS[one] for one in letter.text)
                    number.set("aria-label", f"Note {number.text}, {levels}")
                    parent.remove(letter)
            backs = [child for child in parent if child.get("class") == "footnote-backref"]
            ordered = sorted(
                (back.get("href", "") for back in backs), key=lambda to: places.get(to, 0)
            )
            for back, address in zip(backs, ordered, strict=True):
                back.set("href", address)
