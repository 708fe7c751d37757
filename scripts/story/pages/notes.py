"""The notes of a page: a mark where a statement stands, its evidence at the foot."""

import re
from typing import NamedTuple

from story.assemble_story import Story
from story.evidence import Computation, Evidence, SourcePassage
from story.pages.markdown import Markdown
from story.reading.body import Passage, overlapping

# Words, with its context, from which a passage is understood without the rest of its sentence.
_LONG_ENOUGH = 5
_QUOTATION_MARKS = '«»“”" \u00a0\u202f'
_LETTERS: dict[type, str] = {Passage: "A", SourcePassage: "S", Computation: "C"}


class Place(NamedTuple):
    """What stands at a permanent address of a page: something with a title, or else words."""

    title: str = ""
    words: str = ""


class Notes:
    """The notes of one page, in the order in which they are first asked for.

    All that supports a statement is one note: a sentence has one mark, and what is shared is
    written once. `places` is what may be cited there, by its ids, in the order of the page;
    `labels` are the names of the notes, by their evidence.
    """

    def __init__(self, story: Story) -> None:
        self.places: dict[str, Place] = {}
        self._story = story
        self.labels: dict[tuple[Evidence, ...], str] = {}
        self._taken: set[str] = set()

    def mark(self, *evidence: Evidence, at: str = "", prefix: str = "p") -> Markdown:
        """The mark of a statement: the letters of the levels of its evidence, and its note.

        `at` is the address of the statement in the page, which the first mark there gets. Notes
        with another `prefix` are those of the opening, which has no margin for them.
        """
        if not evidence:
            return Markdown("")
        label = self.labels.setdefault(evidence, f"{prefix}{len(self.labels) + 1}")
        letters = "".join(dict.fromkeys(_LETTERS[type(item)] for item in evidence))
        id_ = "" if at in self._taken else at
        self._taken.add(at)
        place = f' id="{id_}"' if id_ else ""
        return Markdown(f'<sup class="niveau"{place}>{letters}</sup>[^{label}]')

    def letter(self, item: Evidence) -> str:
        """The letter of the level of an evidence."""
        return _LETTERS[type(item)]

    def context(self, passage: Passage) -> tuple[str, str]:
        """Some words of the sentence around a short passage, so that it can be understood."""
        body = self._story.article.body.text
        sentences = overlapping(self._story.draft.sentences, passage)
        before = body[sentences[0].start : passage.start]
        after = body[passage.end : sentences[-1].end]
        if not (before + after).strip(_QUOTATION_MARKS):
            return "", ""  # the note has marks of its own
        count = max(0, _LONG_ENOUGH - len(passage.exact.split())) // 2
        left = re.search(rf"(?:\S*\s+){{{count}}}\S*$", before)
        right = re.match(rf"\S*(?:\s+\S*){{{count}}}", after)
        if left and left.start():
            before = f"… {left[0].lstrip()}"
        if right and right.end() < len(after):
            after = f"{right[0].rstrip()} …"
        return before, after
