"""Which runs of capitalised words of a text are names. There is no list of names.

The first word of a sentence counts only where something else shows that it is a name; titles,
acronyms that are common nouns, months, products and works are left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from story.languages.fr.roles import role_after
from story.languages.fr.word_lists import (
    COMMON_ACRONYMS,
    FUNCTION_WORDS,
    PARTICLES,
    ROLE_NOUNS,
    TITLES,
)
from story.reading.body import plain

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

_CAPITAL = r"[A-ZÀ-ÖØ-Þ]"
_TOKEN = (
    rf"(?:(?:[DLO]')?{_CAPITAL}\w*|[a-zà-ÿ]{{1,8}}{_CAPITAL}\w*|\d+{_CAPITAL}{{2,}})"
    rf"(?:-\w+|'{_CAPITAL}\w*|&{_CAPITAL}\w*)*"
)
_NAME = re.compile(
    rf"(?<![\w’'-])(?<![\w][’'])({_TOKEN})((?: (?:{PARTICLES} ?)?{_TOKEN}"
    rf"| (?:&|\+) {_TOKEN})*)|(?<=[dlnsjmtqDLNSJMTQ]'|[uU]')({_TOKEN})"
    rf"((?: (?:{PARTICLES} ?)?{_TOKEN})*)"
)
_CONTINENTS = frozenset(("europe", "asie", "afrique", "amerique", "oceanie"))
_PRODUCT = re.compile(rf"{_CAPITAL}{{1,3}}-?\d+\w*|[IVXLC]+e?|{_CAPITAL}")
_OPENING_MARKS = '«“"([—–-#*_>+ '
# « les Néerlandais »: people of a place
_DEMONYM = re.compile(
    r"\b(?:[Ll]es?|[Ll]a|[Uu]ne?|[Dd]es|[Aa]ux?|[Dd]u|[Ll]') ?"
    r"[A-ZÀ-Þ][a-zà-ÿ]{3,}(?:ais|aise|ois|oise|ains?|aine|iens?|ienne|ands?|ande|ols?|ole)s?$"
)
# Enough characters before a name for the longest of what is looked for there.
_NEAR = 20
_LAST_WORD = re.compile(r"\S*$")
_OPENS = re.compile(r"[«“\"] *$")
_CLOSES = re.compile(r" *[»”\"]")
_DIGIT = re.compile(r" \d")
_NETWORK_BEFORE = re.compile(r"\b(?:réseau|sur|application|site) $")
_INNER_CAPITAL = re.compile(r"(?<!^Mc)(?<!^Mac)(?<!^Le)(?<!^De)(?<=[a-zà-ÿ])[A-Z]")
# « Sollicité, l’homme d’affaires… » opens with no name.
_PARTICIPLE = re.compile(r"(?:é|ée|és|ées)$")
_PARTICIPLE_PHRASE = re.compile(r"\w+(?:é|ée|és|ées) (?:de|du|par|à|au|d')\b")
_CALENDAR = frozenset(
    """lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin
    juillet aout septembre octobre novembre decembre noel""".split()
)


def find_names(text: str, starts: AbstractSet[int], headlines: str) -> list[tuple[int, int]]:
    """Offsets of the names in a text, in order; `starts` are those of its sentences.

    `headlines` (title and deck) only help to tell names from ordinary words.
    """
    spans = [
        trimmed for match in _NAME.finditer(text) if (trimmed := _trimmed(text, match, starts))
    ]
    known = {text[start:end] for start, end, initial in spans if not initial}
    known |= {match[0] for match in _NAME.finditer(headlines)}
    known_words = {word for name in known for word in name.split()}
    ordinary = set(re.findall(r"(?<!\w)[a-zà-ÿ]+", text))
    return [
        (start, end)
        for start, end, initial in spans
        if not initial
        or " " in (name := text[start:end])
        or _is_evident(name)
        or (
            plain(name) not in ordinary
            and not _PARTICIPLE.search(name)
            and (name in known_words or role_after(text, end) is not None)
        )
    ]


def _trimmed(
    text: str, match: re.Match[str], starts: AbstractSet[int]
) -> tuple[int, int, bool] | None:
    """The name in a match, less what is none at its ends, and whether it opens a sentence."""
    initial = _is_initial(text, match.start(), starts)
    tokens = [
        (match.start() + token.start(), match.start() + token.end())
        for token in re.finditer(_TOKEN, match[0])
    ]
    if initial and re.match(r"[DL]'", match[0]):
        tokens[0] = (tokens[0][0] + 2, tokens[0][1])
    if initial and _PARTICIPLE_PHRASE.match(match[0]):
        tokens.pop(0)
        initial = False
    while tokens and _is_ordinary(text[slice(*tokens[0])], initial=initial):
        tokens.pop(0)
        initial = False
    while tokens and _is_ordinary(text[slice(*tokens[-1])], initial=False):
        tokens.pop()
    if not tokens:
        return None
    start, end = tokens[0][0], tokens[-1][1]
    return None if _is_thing(text, start, end, len(tokens)) else (start, end, initial)


def _is_initial(text: str, start: int, starts: AbstractSet[int]) -> bool:
    """Whether a capital tells nothing here, as any word would have one."""
    edge = start
    while edge and text[edge - 1] in _OPENING_MARKS:
        edge -= 1
    opens = any(place in starts for place in range(edge, start + 1))
    mark = text[edge - 1 : edge]
    if mark == ".":
        before = _LAST_WORD.search(text, max(0, edge - _NEAR), edge)
        return opens or not (before and (before[0] in TITLES or len(before[0]) <= len("J.")))
    return opens or mark in (":", "\n", "!", "?", "…")


def _is_ordinary(word: str, *, initial: bool) -> bool:
    """Whether a capital makes no name: a title, an acronym, a month, the start of a sentence."""
    folded = plain(word)
    if word in TITLES or word in COMMON_ACRONYMS or folded in _CALENDAR | _CONTINENTS:
        return True
    return initial and (folded in FUNCTION_WORDS or folded in ROLE_NOUNS)


def _is_thing(text: str, start: int, end: int, count: int) -> bool:
    """Whether the words are a product, an event or a work: `A320`, `Horizon 2030`, `« Avenir »`."""
    near = max(0, start - _NEAR)
    if _OPENS.search(text, near, start) and _CLOSES.match(text, end):
        return True
    if count > 1:
        return False
    if plain(text[start:end]) in FUNCTION_WORDS or _DEMONYM.search(text, near, end):
        return True
    # A network may have one letter for a name.
    product = _PRODUCT.fullmatch(text[start:end]) and not _NETWORK_BEFORE.search(text, near, start)
    return bool(product or _DIGIT.match(text, end))


def _is_evident(name: str) -> bool:
    """Whether the writing alone shows a name: inner capitals, or capitals only."""
    return bool(re.search(r"[a-z][A-Z]", name)) or (len(name) > 1 and name.isupper())
