"""Finds what stands between quotation marks: « », “ ”, " ", ' '."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from story.reading.body import Body, Paragraph, Passage

_CLOSING = {"«": "»", "“": "”"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
# A straight single mark is an apostrophe inside a word, and opens or closes only beside one.
_SINGLE = r"""(?<![\w'’])'(?=[^\W\d_])(?:[^'«»“”"\n]|(?<=\w)'(?=\w))+(?<=[\w.,!?…])'(?!\w)"""
_MARK = re.compile(f'[«»“”"]|(?P<single>{_SINGLE})')
_TURN = re.compile(r"[–—-] ?")
_WORD = re.compile(r"\w")

Problem = tuple[int, tuple[str, str]]
"""An offset into the body, and the problem and what is expected there."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Text between quotation marks: `outer` with the marks, `pieces` without.

    There is one piece for each paragraph over which it runs.
    """

    outer: Passage
    pieces: tuple[Passage, ...]


def find_quoted(body: Body) -> tuple[tuple[Quoted, ...], list[Problem]]:
    """Every outermost quotation in order, and the marks that have no partner.

    A quotation inside another is part of it. One that runs over several paragraphs, each opened by
    the mark again, is one. Where a dialogue opens once and gives each turn a paragraph with a dash,
    each turn is one.
    """
    found: list[Quoted] = []
    problems: list[Problem] = []
    opened = ""  # the mark of a quotation that the paragraph before left open
    pieces: list[tuple[int, int]] = []  # what that one has said
    first = 0  # where it opened
    for paragraph in body.paragraphs:
        start, end = paragraph.passage.start, paragraph.passage.end
        turn = _TURN.match(body.text, start) if opened and not pieces else None
        pairs, alone, left = _pair(
            paragraph.passage.exact, [(turn.end() - 1 - start, opened)] if turn else []
        )
        for opening, closing in pairs:
            outer = start + opening
            inner = [(outer + 1, start + closing - 1)]
            if pieces and outer == start:
                outer, inner = first, [*pieces, *inner]
            _add(found, body, (outer, start + closing), inner)
        opened = _left_open(body, paragraph, left)
        if opened:
            first, pieces = (first, pieces) if pieces else (start + left[0][0], [])
            said = (start + left[0][0] + 1, end)
            if _TURN.match(body.text, end + len("\n\n")):
                _add(found, body, (first, end), [*pieces, said])
                pieces = []
            else:
                pieces.append(said)
        else:
            pieces = []
            # What lies inside a quotation that never closes is still a quotation of its own.
            alone = sorted(alone + left)
        problems += [(start + offset, _words(mark)) for offset, mark in alone]
    return tuple(found), problems


def unpaired(text: str) -> list[str]:
    """The marks of a text that have no partner, in order."""
    _, alone, left = _pair(text, [])
    return [mark for _, mark in sorted(alone + left)]


def _add(
    found: list[Quoted], body: Body, outer: tuple[int, int], pieces: Sequence[tuple[int, int]]
) -> None:
    inner = tuple(piece for left, right in pieces if (piece := body.passage(left, right)).exact)
    if any(_WORD.search(piece.exact) for piece in inner):  # « … » quotes nobody
        found.append(Quoted(body.passage(*outer), inner))


def _left_open(body: Body, paragraph: Paragraph, left: Sequence[tuple[int, str]]) -> str:
    """The mark that a paragraph leaves open for the next one to go on, if it does."""
    following = body.paragraphs[paragraph.number : paragraph.number + 1]
    if len(left) != 1 or not following:
        return ""
    mark, text = left[0][1], following[0].passage.exact
    return mark if mark in _CLOSING and (text[0] == mark or _TURN.match(text)) else ""


def _words(mark: str) -> tuple[str, str]:
    if mark in _OPENING:
        expected = f"« {_OPENING[mark]} » plus haut dans le paragraphe"
        return f"le guillemet fermant « {mark} » n’a pas d’ouvrant", expected
    expected = f"« {_CLOSING.get(mark, mark)} » avant la fin du paragraphe"
    return "la citation ouverte ici ne se ferme pas", expected


def _pair(
    text: str, open_marks: list[tuple[int, str]]
) -> tuple[list[tuple[int, int]], list[tuple[int, str]], list[tuple[int, str]]]:
    """Offsets of the outermost pairs of marks, the closing ones alone, and those left open."""
    pairs: list[tuple[int, int]] = []
    alone: list[tuple[int, str]] = []
    for match in _MARK.finditer(text):
        mark, offset = match[0], match.start()
        if match["single"]:
            pairs += [match.span()] * (not open_marks)
            continue
        if mark == '"':
            closes = bool(open_marks) and open_marks[-1][1] == '"'
            if not closes and _is_inch(text, offset):
                continue
        else:
            closes = mark in _OPENING or (mark == "“" and _is_mistyped(text, offset, open_marks))
        if not closes:
            open_marks.append((offset, mark))
        elif open_marks and open_marks[-1][1] == _OPENING.get(mark, mark):
            start, _ = open_marks.pop()
            if not open_marks:
                pairs.append((start, offset + 1))
        else:
            alone.append((offset, mark))
    return pairs, alone, open_marks


def _is_mistyped(text: str, offset: int, open_marks: list[tuple[int, str]]) -> bool:
    """Whether an opening mark stands where only a closing one may: `“Bravo !“`."""
    beside = not text[offset - 1 : offset].isspace() and not text[offset + 1 : offset + 2].isalnum()
    return bool(open_marks) and open_marks[-1][1] == "“" and beside


def _is_inch(text: str, offset: int) -> bool:
    return text[offset - 1 : offset].isdigit() and not text[offset + 1 : offset + 2].isalnum()
