"""Numbers as French newspapers write them: `94.000`, `1 250,5`, `deux millions et demi`."""

import re
from decimal import Decimal
from itertools import pairwise

from story.reading.body import plain

_UNITS = {
    "zero": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6,
    "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13,
    "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20, "vingts": 20, "trente": 30,
    "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80,
    "octante": 80, "nonante": 90,
}  # fmt: skip

# A billion is 10^12 in French: the long scale.
SCALES = {
    "mille": 3, "millier": 3, "milliers": 3, "million": 6, "millions": 6, "milliard": 9,
    "milliards": 9, "billion": 12, "billions": 12, "trillion": 18, "trillions": 18,
    "k": 3, "m": 6, "mio": 6, "mln": 6, "mlns": 6, "md": 9, "mds": 9, "mlrd": 9, "mlrds": 9,
    "mrd": 9, "mrds": 9, "mia": 9, "g": 9,
}  # fmt: skip
_COLLECTIVES = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
    "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
}  # fmt: skip

# In order: thousands parted by spaces, dots, Swiss apostrophes or English commas; then plain.
DIGITS = (
    r"(?:[1-9]\d{0,2}(?: \d{3})+(?:,\d+)?|[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?"
    r"|[1-9]\d{0,2}(?:'\d{3})+(?:[.,]\d+)?|[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?"
    r"|[1-9]\d{0,2},\d{3}\.\d+|\d+(?:[.,]\d+)?)(?!\d)"
)
_WORD = "(?:" + "|".join([*_UNITS, "zéro", "cents?", "mille"]) + r")\b"
WORDS = rf"{_WORD}(?:(?:-| )(?:et(?:-| ))?{_WORD})*"
COLLECTIVE_NOUNS = "|".join(_COLLECTIVES)
# Several dozens are no number.
COLLECTIVE = rf"une? (?:(?:bonne|petite) )?(?:{COLLECTIVE_NOUNS})\b"
DEMI = "(?:un|une) demi-?"
QUARTERS = "(?:un quart|trois quarts)(?= de m)"


def parse_number(text: str, *, english: bool = False) -> Decimal:
    """The value of a number in digits or in words, exactly. Raises ValueError for other text.

    In English digits a comma parts thousands, and a full stop the decimals.
    """
    words = plain(text).replace("-", " ").split()
    if words and words[-1].rstrip("s") in _COLLECTIVES:
        return Decimal(_COLLECTIVES[words[-1].rstrip("s")])
    if words and words[-1] == "demi":
        return Decimal("0.5")
    if words and words[-1].startswith("quart"):
        return Decimal("0.75" if words[0] == "trois" else "0.25")
    if words and words[0][0].isdigit():
        digits = "".join(words)
        return Decimal(digits.replace(",", "")) if english else _parse_digits(digits)
    return Decimal(_parse_words([word for word in words if word != "et"]))


def _parse_digits(text: str) -> Decimal:
    text = re.sub(r"'", "", text)
    if re.fullmatch(r"[1-9]\d{0,2}(\.\d{3})+(,\d+)?", text):
        text = text.replace(".", "")
    elif re.fullmatch(r"[1-9]\d{0,2}(?:(,\d{3}){2,}(\.\d+)?|,\d{3}\.\d+)", text):
        text = text.replace(",", "")
    return Decimal(text.replace(",", "."))


def _parse_words(words: list[str]) -> int:
    total = current = 0
    for last, word in pairwise(["", *words]):
        if word in ("cent", "cents"):
            current = max(current, 1) * 100
        elif word == "mille":
            total, current = total + max(current, 1) * 1000, 0
        elif word in ("vingt", "vingts") and last == "quatre":
            current += 4 * 20 - 4
        elif word in _UNITS:
            current += _UNITS[word]
        else:
            message = f"{word!r} is no French number"
            raise ValueError(message)
    return total + current


_COUNT = re.compile(rf"(?<![\w.,])(?P<number>{DIGITS})|\b(?P<words>{WORDS})", re.IGNORECASE)
_SCALE_AFTER = re.compile(r" (milliers?|millions?|milliards?|billions?)\b", re.IGNORECASE)
# `un` and `une` are articles far more often than numbers.
_ARTICLES = frozenset(("un", "une"))


_PARTS = {"moitie": 2, "tiers": 3, "quart": 4, "cinquieme": 5, "sixieme": 6, "septieme": 7,
          "huitieme": 8, "neuvieme": 9, "dixieme": 10, "centieme": 100}  # fmt: skip
_PART = re.compile(r"\b(?:un|le|la|deux|trois) (moitié|tiers|quart|\w+ième)s?(?= d[eu'])")


def find_numbers(text: str) -> list[Decimal]:
    """Every number of a text, in digits or in words, with its scale; of a part, into how many."""
    parts = (_PARTS.get(plain(match[1])) for match in _PART.finditer(text))
    found = [Decimal(part) for part in parts if part]
    for match in _COUNT.finditer(text):
        scale = _SCALE_AFTER.match(text, match.end())
        if match[0].lower() in _ARTICLES and not scale:
            continue
        power = Decimal(10) ** SCALES[plain(scale[1])] if scale else Decimal(1)
        found.append(parse_number(match[0]) * power)
    return found
