"""What Markdown's footnotes and its text lack, as an extension of Markdown, loaded after them.

- A mark is the letters of the levels of its evidence, then the number of its note: `<sup
  class="niveau" id="p3f9k">AS</sup>[^p1]`. The letters become the name of the number, for those who
  hear it; the id, which is the permanent address of the statement, becomes that of the mark.
- A mark that calls a note of another statement has a class for it, and no other has one: the note
  stands beside that one.
- The ways back from a note stand in the order in which it is called, and have a name. Markdown puts
  them in the order in which it happens to meet the calls.
- No line is drawn above the notes: their title has one.
- A title that links to itself is known by that: no class says so on each.
- A character that was written as a reference, so that Markdown would not read it, is itself again,
  unless HTML would read it: a reference is three to six bytes where a character is one or two.
"""

import re
from html import unescape
from itertools import pairwise
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

# What the letter of a mark means, for those who hear it.
_LEVELS = {"A": "article", "S": "autre source", "C": "calcul"}
# A reference to a character, but to those that HTML reads.
_REFERENCE = re.compile(r"&(?:nbsp|#(?!(?:34|38|39|60|62);)\d+);")
_LETTER = rf'<sup class="niveau"(?: id="([\w-]+)")?>([{"".join(_LEVELS)}]+)</sup>(?=\[\^)'


class MarksOfEvidence(Extension):
    """The extension: see the head of the module."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Markdown calls
        """Adds a reader of letters before that of HTML, the rest once notes have links."""
        md.inlinePatterns.register(_Letter(_LETTER, md), "evidence-letter", 176)
        md.treeprocessors.register(_Names(md), "evidence-names", 14)
        md.treeprocessors.register(_Titles(md), "plain-titles", 4)  # after those of `toc`
        md.postprocessors.register(_Characters(md), "characters", 0)


class _Titles(Treeprocessor):
    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            if link.get("class") == "toclink":
                del link.attrib["class"]


class _Characters(Postprocessor):
    def run(self, text: str) -> str:
        return _REFERENCE.sub(lambda reference: unescape(reference[0]), text)


class _Letter(InlineProcessor):
    """The letter of a mark as an element, where Markdown would keep its HTML as it is."""

    def handleMatch(self, m: re.Match[str], _: str) -> tuple[Element, int, int]:  # noqa: N802
        letter = Element("sup", {"class": "niveau", "id": m[1] or ""})
        letter.text = AtomicString(m[2])
        return letter, m.start(0), m.end(0)


class _Names(Treeprocessor):
    def run(self, root: Element) -> None:
        places: dict[str, str] = {}  # of each call by the id that Markdown gives it, in order
        calls: dict[str, list[Element]] = {}  # those of each note
        for parent in root.iter():
            for letter, mark in pairwise(tuple(parent)):
                if letter.get("class") == "niveau" and letter.text and not letter.tail:
                    number, place = mark[0], letter.get("id", "")
                    levels = ", ".join(_LEVELS[one] for one in letter.text)
                    del number.attrib["class"]
                    number.set("aria-label", f"Note {number.text}, {levels}")
                    calls.setdefault(number.get("href", ""), []).append(mark)
                    places[f"#{mark.get('id')}"] = place
                    mark.set("id", place or mark.get("id", ""))
                    parent.remove(letter)
        for marks in calls.values():
            _tell_repeats(marks, places)
        order = {address: place for place, address in enumerate(places)}
        for parent in root.iter():
            if parent.get("class") == "footnote":
                parent.remove(parent[0])  # a line
            backs = [child for child in parent if child.get("class") == "footnote-backref"]
            addresses = (back.get("href", "") for back in backs)
            ordered = sorted(addresses, key=lambda to: order.get(to, 0))
            for back, address in zip(backs, ordered, strict=True):
                back.set("href", f"#{places[address]}" if places.get(address) else address)
                back.set("aria-label", "Revenir à la phrase")
                del back.attrib["title"], back.attrib["class"]


def _tell_repeats(marks: list[Element], places: dict[str, str]) -> None:
    """Gives a class to all calls of a note but one: the first statement, or else the first."""
    stated = set(places.values())
    own = next((mark for mark in marks if mark.get("id") in stated), marks[0])
    for mark in marks:
        if mark is not own:
            mark[0].set("class", "encore")
