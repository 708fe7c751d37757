"""Finds what stands between quotation marks: « », “ ”, " "."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from story.reading.body import Body, Passage

_CLOSING = {"«": "»", "“": "”"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_MARK = re.compile('[«»“”"]')

Problem = tuple[int, tuple[str, str]]
"""An offset into the body, and the problem and what is expected there."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Text between quotation marks: `outer` with the marks, `inner` without."""

    outer: Passage
    inner: Passage


def find_quoted(body: Body) -> tuple[tuple[Quoted, ...], list[Problem]]:
    """Every outermost quotation in order, and the marks that have no partner.

    A quotation inside another is part of it. One that runs over several paragraphs, each opened by
    the mark again, gives one quotation a paragraph.
    """
    found: list[Quoted] = []
    problems: list[Problem] = []
    for paragraph in body.paragraphs:
        bounds, unbalanced = _pair(paragraph.passage.exact)
        start = paragraph.passage.start
        following = body.paragraphs[paragraph.number : paragraph.number + 1]
        for left, right in bounds:
            outer = body.passage(start + left, start + right)
            inner = body.passage(start + left + 1, start + right - 1)
            if inner.exact:
                found.append(Quoted(outer, inner))
        for offset, mark in unbalanced:
            if mark in _CLOSING and any(next_.passage.exact[0] == mark for next_ in following):
                outer = body.passage(start + offset, paragraph.passage.end)
                found.append(Quoted(outer, body.passage(outer.start + 1, outer.end)))
            elif mark in _OPENING:
                words = (
                    f"le guillemet fermant « {mark} » n’a pas d’ouvrant",
                    f"« {_OPENING[mark]} » plus haut dans le paragraphe",
                )
                problems.append((start + offset, words))
            else:
                words = (
                    "la citation ouverte ici ne se ferme pas",
                    f"« {_CLOSING.get(mark, mark)} » avant la fin du paragraphe",
                )
                problems.append((start + offset, words))
    return tuple(sorted(found, key=lambda quoted: quoted.outer.start)), problems


def _pair(text: str) -> tuple[list[tuple[int, int]], list[tuple[int, str]]]:
    """Offsets of the outermost pairs of marks in a paragraph, and the marks left alone."""
    pairs: list[tuple[int, int]] = []
    alone: list[tuple[int, str]] = []
    open_marks: list[tuple[int, str]] = []
    for match in _MARK.finditer(text):
        mark, offset = match[0], match.start()
        if mark == '"':
            closes = bool(open_marks) and open_marks[-1][1] == '"'
            if not closes and _is_inch(text, offset):
                continue
        else:
            closes = mark in _OPENING
        if not closes:
            open_marks.append((offset, mark))
        elif open_marks and open_marks[-1][1] == _OPENING.get(mark, mark):
            start, _ = open_marks.pop()
            if not open_marks:
                pairs.append((start, offset + 1))
        else:
            alone.append((offset, mark))
    if open_marks:
        # What lies inside a quotation that never closes is still a quotation of its own.
        alone += open_marks
    return pairs, sorted(alone)


def _is_inch(text: str, offset: int) -> bool:
    """Whether a straight mark after a number means inches."""
    return text[offset - 1 : offset].isdigit() and not text[offset + 1 : offset + 2].isalnum()
