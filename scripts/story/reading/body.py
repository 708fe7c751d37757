"""The canonical body of an article: paragraphs, sentences, and passages with their place.

Every place is a pair of character offsets into the canonical body, `start` included and `end`
excluded, so that `body[start:end]` is the passage, exactly.
"""

import bisect
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import Self

# Horizontal blanks that writers and newsletters use: ordinary, no-break, and the typographic ones.
SPACE = r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]"

_FOLDED = (
    dict.fromkeys("\u2019\u02bc\u2032\u2018", "'")
    | dict.fromkeys("\t\u00a0\u202f\u205f\u3000", " ")
    | dict.fromkeys(map(chr, range(0x2000, 0x200B)), " ")
    | {"\u2011": "-"}
    | dict(zip("ᵉʳˢᵈ", "ersd", strict=True))  # 1ᵉʳ
    | {chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}
)
# Looked for, since few characters are folded: a table would be asked about each.
_TO_FOLD = re.compile(f"[{''.join(_FOLDED)}]")


def fold(text: str) -> str:
    """The text with one kind of apostrophe, space, digit and letter, character for character.

    Offsets into the result are offsets into `text`.
    """
    return _TO_FOLD.sub(lambda match: _FOLDED[match[0]], text)


def squeeze(text: str) -> str:
    """The text on one line, with single spaces: what two writings of it have in common."""
    return " ".join(fold(text).split())


def plain(text: str) -> str:
    """Lower case without accents, for comparing words that writers accent or not."""
    return text.lower() if text.isascii() else text.translate(_PLAIN)


class _Plain(dict[int, str]):
    """What each character becomes, found at its first use."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFD", chr(code).casefold())
        self[code] = "".join(part for part in parts if not unicodedata.combining(part))
        return self[code]


_PLAIN = _Plain()


def masked(text: str, spans: Iterable[tuple[int, int]], sign: str = " ") -> str:
    """The text with a sign for each character of some stretches: the same places."""
    chars = list(text)
    for start, end in spans:
        chars[start:end] = sign * (end - start)
    return "".join(chars)


LONGEST_PASSAGE = 25
"""Words: a passage, of the article or of another source, is a short quotation."""

# Characters of words that are not in the body, of which a part is looked for there, and of a body
# in which that takes no second.
_LONGEST_SOUGHT = 200
_SHORTEST_SOUGHT = 5
_LARGEST_BODY = 100_000

CUT = "[…]"
"""What stands where words are left out of a quotation."""

_ESCAPED_BLANK = re.escape(" ")
_MARKS = re.compile(r"\s*[«»“”\"]\s*")


def inner_marks(text: str) -> str:
    """The text for between « and »: the quotations in it take the inner marks."""
    return re.sub(r"«\s*", "“", re.sub(r"\s*»", "”", text))


def quoted(text: str) -> str:
    """The text between « and »."""
    return f"« {inner_marks(text)} »"


def comparable(text: str) -> str:
    """The text as quotations of it are compared: spaces, apostrophes, marks and capitals aside."""
    return _MARKS.sub('"', squeeze(text)).casefold()


def capitalised(text: str) -> str:
    """The text with a capital, for the start of a line."""
    return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A stretch of the canonical body."""

    start: int
    end: int
    exact: str

    def overlaps(self, other: Self) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


class Places:
    """Passages in any order, of which one asks whether they share characters with another."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        ordered = sorted(passages)
        self._starts = [passage.start for passage in ordered]
        self._ends = list(accumulate((passage.end for passage in ordered), max))

    def overlap(self, passage: Passage) -> bool:
        """Whether one of them shares at least one character with the passage."""
        before = bisect.bisect_left(self._starts, passage.end)
        return before > 0 and self._ends[before - 1] > passage.start

    def hold(self, passage: Passage) -> bool:
        """Whether the whole passage lies within one of them."""
        before = bisect.bisect_right(self._starts, passage.start)
        return before > 0 and self._ends[before - 1] >= passage.end


def overlapping(ordered: Sequence[Passage], passage: Passage) -> Sequence[Passage]:
    """Those that overlap a passage, of some that are in order and apart from each other."""
    first = bisect.bisect_right(ordered, passage.start, key=lambda one: one.end)
    last = bisect.bisect_left(ordered, passage.end, first, key=lambda one: one.start)
    return ordered[first:last]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the canonical body; `number` counts from 1."""

    number: int
    passage: Passage


@dataclass(frozen=True, slots=True)
class Body:
    """The canonical body, and the line of the file that each stretch of it comes from."""

    text: str
    folded: str
    """The text folded, in which the rules of a language look: fewer characters, same offsets."""
    paragraphs: tuple[Paragraph, ...]
    line_starts: tuple[tuple[int, int], ...]
    """Pairs (offset into the text, line of the file), ascending: one for each line that counts."""
    unbalanced: bool = False
    """Whether a quotation mark has no partner: whoever quotes the words around it cannot know."""

    def passage(self, start: int, end: int) -> Passage:
        """The passage between two offsets, without the blanks around it."""
        exact = self.text[start:end]
        start += len(exact) - len(exact.lstrip())
        exact = exact.strip()
        return Passage(start, start + len(exact), exact)

    def places(self, text: str) -> list[Passage]:
        """Where these words stand, their apostrophes and the blanks between them aside."""
        words = squeeze(text)
        if not words:
            return []
        if "  " in self.folded:  # blanks of two kinds side by side, which `squeeze` makes one
            # Looked for ahead, so that places which overlap are told apart.
            pattern = rf"(?=({re.escape(words).replace(_ESCAPED_BLANK, ' +')}))"
            return [self.passage(*match.span(1)) for match in re.finditer(pattern, self.folded)]
        found, start = [], self.folded.find(words)
        while start >= 0:
            found.append(self.passage(start, start + len(words)))
            start = self.folded.find(words, start + 1)
        return found

    def near(self, text: str) -> list[Passage]:
        """Where the longest part of these words stands, if it is a third of them at least."""
        words = squeeze(text)[: _LONGEST_SOUGHT * (len(self.text) <= _LARGEST_BODY)]

        def standing(length: int) -> str:
            parts = (words[at : at + length] for at in range(len(words) - length + 1))
            return next((part for part in parts if part in self.folded), "")

        least = max(len(words) // 3, _SHORTEST_SOUGHT)
        # What has a part of some length has those of any less.
        longest = bisect.bisect(range(len(words) + 1), 0, key=lambda size: not standing(size)) - 1
        return self.places(standing(longest)) if longest >= least else []

    def shortened(self, passage: Passage) -> Passage:
        """As much of a passage as is a short quotation."""
        words = [match.end() for match in re.finditer(r"\S+", passage.exact)][:LONGEST_PASSAGE]
        return self.passage(passage.start, passage.start + words[-1])

    def line(self, offset: int) -> int:
        """The line of the file, counted from 1, that holds this offset."""
        index = bisect.bisect_right(self.line_starts, offset, key=lambda pair: pair[0])
        return self.line_starts[max(index - 1, 0)][1]

    def paragraph(self, passage: Passage) -> Paragraph:
        """The paragraph in which a passage begins."""
        index = bisect.bisect_right(
            self.paragraphs, passage.start, key=lambda paragraph: paragraph.passage.start
        )
        return self.paragraphs[max(index - 1, 0)]


def read_body(lines: list[str], first_line: int) -> Body:
    """The body made of these lines, the first of which is line `first_line` of the file.

    Paragraphs are parted by blank lines and joined by exactly one in the canonical text; the lines
    of a paragraph are joined by a space, and runs of ordinary spaces count as one.
    """
    paragraphs: list[Paragraph] = []
    line_starts: list[tuple[int, int]] = []
    start = 0
    squeezed = (
        (number, re.sub(r"[ \t]+", " ", one.strip()))
        for number, one in enumerate(lines, first_line)
    )
    for is_text, group in groupby(squeezed, key=lambda pair: bool(pair[1])):
        if is_text:
            offset, inside = start, list(group)
            for number, line in inside:
                line_starts.append((offset, number))
                offset += len(line) + 1
            exact = " ".join(line for _, line in inside)
            passage = Passage(start, start + len(exact), exact)
            paragraphs.append(Paragraph(len(paragraphs) + 1, passage))
            start = passage.end + len("\n\n")
    text = "\n\n".join(one.passage.exact for one in paragraphs)
    return Body(text, fold(text), tuple(paragraphs), tuple(line_starts) or ((0, first_line),))
