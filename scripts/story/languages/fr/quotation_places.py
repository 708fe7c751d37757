"""Where the quotations of an article stand: what their sentences say before and after them."""

import bisect
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from story.languages.fr.speech_verbs import NAMING
from story.languages.fr.word_lists import DOCUMENTS
from story.reading.body import Body, Passage, plain
from story.reading.quotation_marks import Quoted

Range = tuple[int, int]
"""Offsets of a stretch of the body."""

_OF = re.compile(r"\b(?:de|d'|des|du)$")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
SPOKEN = 6
"""So many words are said by somebody."""
NEAR, HERE = 30, 200
"""Characters that are looked at beside a place."""
LAST = 6
"""How many verbs or commas of a clause are tried."""
BLANKS = " .–—-"
# Between two quotations of one clause: « A », « B » et « C ».
LIST = re.compile(
    r" ?,? ?(?:et|ou|puis|mais|ni|et même|voire|comme)? ?(?:d'une?|une?|l[ea]s?|l'|des?|d')? ?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a quotation stands.

    `head` is where its sentence begins; `before` and `after` are what that says around it, up to
    other quotations. `lead` is the sentence before, where that one ends with a colon and this one
    opens with the quotation; `alone` where the sentence is nothing but the quotation; `named` where
    the words begin with a name.
    """

    mark: Quoted
    head: int
    before: Range
    after: Range
    lead: Range | None
    sentence: int
    last_sentence: int
    paragraph: int
    alone: bool
    named: bool

    @property
    def capital(self) -> bool:
        """Whether the words begin with a capital, as a sentence or a title does."""
        return self.mark.pieces[0].exact[:1].isupper() and not (self.named and self.words >= SPOKEN)

    @property
    def asks(self) -> bool:
        """Whether the words end with a question."""
        return self.mark.pieces[-1].exact[-1] == "?"

    @property
    def words(self) -> int:
        """How many words its first piece has."""
        return len(self.mark.pieces[0].exact.split())


def find_places(
    body: Body, sentences: Sequence[Passage], quoted: Sequence[Quoted], names: AbstractSet[int]
) -> Iterator[Place]:
    """The place of each quotation, in order; `names` are where names begin."""
    text = body.folded
    for index, one in enumerate(quoted):
        mark = one.outer
        last_end = quoted[index - 1].outer.end if index else 0
        following = quoted[index + 1].outer.start if index + 1 < len(quoted) else len(text)
        number = bisect.bisect_left(sentences, mark.start + 1, key=lambda passage: passage.end)
        last = bisect.bisect_left(sentences, mark.end, number, key=lambda passage: passage.end)
        head, end = sentences[number].start, sentences[last].end
        before = (max(head, last_end), mark.start)
        after = (mark.end, max(mark.end, min(end, following)))
        opens = before[0] == head and not text[slice(*before)].strip(BLANKS)
        lead = sentences[number - 1] if number and opens else None
        yield Place(
            mark=one,
            head=head,
            before=before,
            after=after,
            lead=(max(lead.start, last_end), lead.end)
            if lead and lead.exact.endswith(":")
            else None,
            sentence=number,
            last_sentence=last,
            paragraph=body.paragraph(sentences[number]).number,
            named=one.pieces[0].start in names,
            alone=opens and after[1] == end and not text[slice(*after)].strip(BLANKS),
        )


def is_listed(text: str, first: Place, second: Place) -> bool:
    """Whether two quotations are parts of a list: `« A » et « B »`."""
    between = text[first.mark.outer.end : second.mark.outer.start].strip()
    return LIST.fullmatch(between and f" {between} ") is not None


def is_title(text: str, place: Place) -> bool:
    """Whether the words may be the name of something."""
    before = text[place.before[0] : place.before[1]].rstrip()
    named = NAMING.search(before) or (place.words == 1 and _OF.search(before))
    noun = _LAST_WORD.search(before)
    writing = noun and plain(noun[0]) in DOCUMENTS  # « le rapport « Un grand virage » »
    return bool(named) or (place.capital and (place.words < SPOKEN or bool(writing)))
