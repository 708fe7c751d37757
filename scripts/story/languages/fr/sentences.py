"""Where French sentences end."""

import bisect
import re
from collections.abc import Sequence
from itertools import pairwise

from story.languages.fr.word_lists import DETERMINERS, FUNCTION_WORDS, PREPOSITIONS
from story.languages.language import Clause
from story.reading.body import plain

_ABBREVIATIONS = frozenset(
    """m mm mme mlle mmes dr me pr st ste cf p pp art no n° vol ed éd env av apr j.-c inc corp co
    ltd etc s.a r.-v u.s bd jr sr al fig chap ch tél ex""".split()
)
# Abbreviated months are followed by their year, where no sentence ends.
_MONTHS = frozenset("janv jan févr fevr fév fev avr juill juil sept sep oct nov déc dec".split())
_LONGEST = 12
"""Characters of an abbreviation, with the marks before it: no more are looked at."""
_END = re.compile(
    r"(?<![.!?…])(?P<mark>[.!?…]+)(?P<close> *[»”\"’)\]*_](?: ?[»”\"’)\]*_])*)?"
    r"(?P<gap> +|(?<=»)(?=[A-ZÀ-Þ]))(?=(?P<next>[«“\"'(\[—–-]*\s*\w))"
)


def sentence_bounds(text: str, quoted: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Offsets of the sentences of a paragraph; `quoted` are those of its quotations, in order.

    A quotation is never cut: its sentences belong to the one that holds it.
    """
    bounds = []
    start = 0
    opened = [left for left, _ in quoted]
    for match in _END.finditer(text):
        end = match.start("gap")
        before = bisect.bisect_left(opened, match.start("mark"))
        inside = before > 0 and end < quoted[before - 1][1]
        first = match["next"].lstrip("«“\"'([—–- ")
        continues = not (first[:1].isupper() or first[:1].isdigit())
        starts_quotation = match["next"][0] in "«“\"'"
        if inside or (continues and not starts_quotation) or _abbreviated(match):
            continue
        bounds.append((start, end))
        start = match.end("gap")
    return [*bounds, (start, len(text))]


def _abbreviated(match: re.Match[str]) -> bool:
    mark = match.start("mark")
    word = match.string[max(0, mark - _LONGEST) : mark]
    word = re.split(r"[\s.!?…]", word)[-1].lstrip("«“\"(’'-")
    if match["mark"] != "." or match["close"]:
        return False
    following = re.match(r"\w+", match.string[match.end("gap") :])
    opens = following is None or plain(following[0]) in FUNCTION_WORDS  # « sur X. Le maire… »
    initial = len(word) == 1 and word.isupper() and not opens
    month = word.lower() in _MONTHS and match["next"][0].isdigit()
    return initial or month or word.lower() in _ABBREVIATIONS


_INFORMANT = re.compile(r",? (?:selon|d'après) (?P<who>[^,;:«»“”\"]{1,200}?)(?=[.…]?$|, )")
_RELATIVE = re.compile(r"(?:qui|que|qu'|dont|où|auquel|laquelle|lequel)\b", re.IGNORECASE)


def find_informant(sentence: str) -> tuple[int, int] | None:
    """Offsets of who is said to say so: `selon des informations du La Cote`."""
    match = _INFORMANT.search(sentence)
    return match.span("who") if match else None


def clause_around(sentence: str, start: int, end: int, quoted: Sequence[tuple[int, int]]) -> Clause:
    """The part of a sentence that holds these offsets, between commas outside quotations.

    A part that cannot stand alone takes the one before it, if that is a name or what a relative
    pronoun stands for, and otherwise the head of the sentence, where its subject is.
    """
    commas = [
        match.start()
        for match in re.finditer(r",(?= )|;", sentence)
        if not any(left < match.start() < right for left, right in quoted)
        and not start <= match.start() < end
    ]
    bounds = [-1, *commas, len(sentence)]
    index = next(i for i, right in enumerate(bounds[1:]) if right >= end)
    parts = [_trimmed(sentence, left + 1, right) for left, right in pairwise(bounds)]
    part = parts[index]
    around = sentence[part[0] : start] + sentence[end : part[1]]
    if all(plain(word) in _BARE for word in _WORDS.findall(around)):
        # A date alone between commas says nothing: the sentence does.
        return Clause(None, _trimmed(sentence, 0, len(sentence)))
    if index == 0:
        return Clause(None, part)
    previous = parts[index - 1]
    text = sentence[slice(*part)]
    words = re.findall(r"[^\W\d_]\w*", sentence[slice(*previous)])
    name = bool(words) and any(map(str.isupper, words[0]))
    short = len(words) <= 4  # noqa: PLR2004 - a name and its article, not a clause
    if _RELATIVE.match(text) or (name and short) or index == 1:
        return Clause(None, (previous[0], part[1]))
    return Clause(parts[0], part)


def _trimmed(sentence: str, left: int, right: int) -> tuple[int, int]:
    text = sentence[left:right]
    right -= len(text) - len(text.rstrip(_EDGES))
    left += len(text) - len(text.lstrip(_EDGES))
    return left, max(left, right)


_WORDS = re.compile(r"\w+")
# Words that make no statement of a date: « d’abord, le 1er juillet, ».
_BARE = DETERMINERS | PREPOSITIONS | frozenset("abord puis enfin ensuite et deja".split())
_EDGES = " .:"
