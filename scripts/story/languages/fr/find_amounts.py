"""How French newspapers write money: `6,4 milliards de dollars`, `5 Md€`, `$75 millions`."""

from __future__ import annotations

import bisect
import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale

from story.languages.found_types import FoundAmount
from story.languages.fr.numbers import (
    COLLECTIVE,
    DEMI,
    DIGITS,
    SCALES,
    WORDS,
    parse_number,
)
from story.reading.body import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

# Which currency a bare noun means in a French newspaper; CLDR gives the ones with an adjective.
_BARE = {
    "euro": "EUR", "dollar": "USD", "livre": "GBP", "franc": "FRF", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "rouble": "RUB", "roupie": "INR", "won": "KRW", "réal": "BRL",
    "rand": "ZAR", "mark": "DEM", "lire": "ITL", "peseta": "ESP", "florin": "NLG",
    "escudo": "PTE", "drachme": "GRD", "schilling": "ATS", "zloty": "PLN", "forint": "HUF",
    "shekel": "ILS", "baht": "THB", "naira": "NGN", "cedi": "GHS", "hryvnia": "UAH",
    "deutschemark": "DEM", "dong": "VND", "ringgit": "MYR", "tenge": "KZT", "gourde": "HTG",
}  # fmt: skip
# What newspapers say where CLDR has another adjective.
_CUSTOMARY = {
    "dollar américain": "USD", "dollar us": "USD", "dollar usd": "USD", "yuan chinois": "CNY",
    "livre britannique": "GBP", "livre anglaise": "GBP", "florin hollandais": "NLG",
    "franc cfa": "XOF", "franc pacifique": "XPF", "mark": "DEM", "rouble russe": "RUB",
    "deutsche mark": "DEM", "reais": "BRL", "réaux": "BRL", "réals brésilien": "BRL",
}  # fmt: skip
# Hundredths: amounts are given in the unit of which they are a part.
_HUNDREDTHS = {
    "cent": "USD", "cent d'euro": "EUR", "centime": "EUR", "centime d'euro": "EUR",
    "centime de franc suisse": "CHF", "pence": "GBP", "penny": "GBP", "pennies": "GBP",
    "pesewa": "GHS", "kopeck": "RUB",
}  # fmt: skip
_SYMBOLS = {
    r"US ?\$|\$ ?USD?\b": "USD",
    r"(?:CAN?|C)\$|\$ ?(?:CAD|CA|CAN|[cC])\b(?!')": "CAD",
    r"AU?\$|\$ ?(?:AUD|AU|A)\b": "AUD",
    r"HK\$|\$ ?(?:HKD|HK|hk)\b": "HKD",
    r"NZ\$|\$ ?(?:NZD|NZ)\b": "NZD",
    r"SG?\$|\$ ?(?:SGD|SG)\b": "SGD",
    r"R\$": "BRL",
    r"NT\$": "TWD",
    r"\$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₺": "TRY",
    "₪": "ILS",
    r"F? ?CFA\b": "XOF",
}
_SCALE_WORDS = "milliers?|millions?|milliards?|billions?|trillions?"
_SCALE_SIGNS = "Mds?|Mrds?|M|k|K|G"


@cache
def _codes() -> dict[str, str]:
    """French names of currencies by ISO 4217 code."""
    return dict(Locale("fr").currencies)


@cache
def _nouns() -> dict[str, tuple[str, Decimal]]:
    """What a currency's name, in the singular, stands for: an ISO 4217 code and how many units."""
    names = {name: code for code, name in _codes().items() if "(" not in name}
    units = {name: (code, Decimal(1)) for name, code in (names | _CUSTOMARY | _BARE).items()}
    parts = {name: (code, Decimal("0.01")) for name, code in _HUNDREDTHS.items()}
    return {_singular(name): value for name, value in (units | parts).items()}


def _singular(name: str) -> str:
    return " ".join(word.rstrip("sx") for word in plain(name).replace("'", "' ").split())


_WORD = r"[^\W\d_]+"
_SIGN = "|".join(_SYMBOLS)
_NAME = rf"{_WORD}(?:(?: |'){_WORD}){{0,4}}"
_NUMBER = f"(?:{DIGITS}|{DEMI}|{COLLECTIVE}|{WORDS})"
_OF = "(?: (?:de |d')| ?)"
_SCALE = (
    rf"(?:(?:-| ?)(?:(?:de |d'))?"
    rf"(?P<scale>(?:{_SCALE_WORDS})\b|(?-i:{_SCALE_SIGNS})(?-i:(?![a-z])))"
    rf"(?P<half> et demie?)?)?"
)
_LOW = (
    rf"(?:(?P<low>{_NUMBER})(?: ?(?P<low_scale>(?:{_SCALE_WORDS})\b))?"
    rf"(?: (?:à|ou) |(?<=\d) ?[-–] ?)"
    rf"|(?<=entre )(?P<low_of_two>{_NUMBER})"
    rf"(?: ?(?P<low_of_two_scale>(?:{_SCALE_WORDS})\b))? et )?"
)
_CURRENCY_AFTER = re.compile(
    rf"(?<![\w,.-])(?<!\d ){_LOW}"
    rf"(?P<number>{_NUMBER}){_SCALE}{_OF}(?:(?P<sign>{_SIGN})|(?P<name>{_NAME}))",
    re.IGNORECASE,
)
_CURRENCY_BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<sign>{_SIGN})|(?P<name>(?-i:[A-Z]{{3}}))\b) ?(?P<number>{DIGITS})"
    rf"(?: ?(?P<scale>(?:{_SCALE_WORDS})\b|(?-i:{_SCALE_SIGNS})\b))?",
    re.IGNORECASE,
)
# What makes of the noun before it something else than money: books, or the euro as such.
_NOT_MONEY_AFTER = re.compile(
    r" (?:de (?:farine|viande|pression|chair|poisson|fruits|beurre|poudre|bagages?)"
    r"|(?:vendu|imprimé|publié|écoulé|lu|écrit|paru|scolaire|numérique|ancien|rare"
    r"|fort|faible)(?:e?s?))\b",
    re.IGNORECASE,
)


def find_amounts(text: str) -> list[FoundAmount]:
    """Every amount of money in a text, in order. A range gives its two ends.

    A number without a currency is no amount, nor is a currency without a number.
    """
    found: list[FoundAmount] = []
    local = _local_nouns(text)
    for pattern in (_CURRENCY_AFTER, _CURRENCY_BEFORE):
        position, before = 0, list(found)
        while match := pattern.search(text, position):
            amounts = _amounts(match, local)
            # A failed match may hide the start of another one: try again one number further on.
            position = amounts[-1].end if amounts else match.end("number")
            found += [amount for amount in amounts if not _overlaps_any(amount, before)]
    return sorted(found, key=lambda amount: (amount.start, amount.value))


def _overlaps_any(one: FoundAmount, ordered: Sequence[FoundAmount]) -> bool:
    """Whether it overlaps one of some amounts that are in order."""
    before = bisect.bisect_left(ordered, one.end, key=lambda other: other.start)
    return before > 0 and ordered[before - 1].end > one.start


def _local_nouns(text: str) -> dict[str, tuple[str, Decimal]]:
    """What a bare noun means in a text that has said it in full: `francs` after `francs suisses`.

    A dollar stays the American one: newspapers do not bother to say which.
    """
    codes = set(re.findall(r"\b[A-Z]{3}\b", text))
    folded = f" {_singular(' '.join(re.findall(_WORD, text)))} "
    return {
        name.split()[0]: (code, unit)
        for name, (code, unit) in _qualified_nouns().items()
        if code in codes or f" {name} " in folded
    }


@cache
def _qualified_nouns() -> dict[str, tuple[str, Decimal]]:
    """Names of more than one word that begin as a currency that is common in French newspapers."""
    nouns = (
        "franc",
        "livre",
        "couronne",
        "dirham",
        "dinar",
        "rouble",
        "roupie",
        "peso",
        "won",
        "yen",
    )
    return {
        name: value for name, value in _nouns().items() if " " in name and name.startswith(nouns)
    }


def _amounts(match: re.Match[str], local: dict[str, tuple[str, Decimal]]) -> list[FoundAmount]:
    resolved = _currency(match, local)
    if resolved is None or _NOT_MONEY_AFTER.match(match.string, resolved[2]):
        return []
    currency, unit, end = resolved
    end = max(end, match.end("scale"), match.end("number"))
    power = _power(match["scale"])
    groups = match.groupdict()
    value = parse_number(match["number"]) * power + (power / 2 if groups.get("half") else 0)
    start = match.start("number") if match.re is _CURRENCY_AFTER else match.start()
    for name in ("low", "low_of_two"):
        if groups.get(name):
            start = match.start(name)
            low_power = _power(groups[f"{name}_scale"]) if groups[f"{name}_scale"] else power
            low = parse_number(match[name]) * low_power
            return [
                FoundAmount(low * unit, currency, start, end),
                FoundAmount(value * unit, currency, start, end),
            ]
    return [FoundAmount(value * unit, currency, start, end)]


def _power(scale: str | None) -> Decimal:
    return Decimal(10) ** SCALES[plain(scale)] if scale else Decimal(1)


def _currency(
    match: re.Match[str], local: dict[str, tuple[str, Decimal]]
) -> tuple[str, Decimal, int] | None:
    """The ISO 4217 code that a match means, how many units it is, and where the name ends."""
    if sign := match["sign"]:
        signs = _SYMBOLS.items()
        code = next(c for pattern, c in signs if re.fullmatch(pattern, sign, re.IGNORECASE))
        return code, Decimal(1), match.end("sign")
    name = match["name"]
    words = list(re.finditer(rf"{_WORD}'?", name))
    if words[0][0] in _codes():
        return words[0][0], Decimal(1), match.start("name") + words[0].end()
    for count in range(len(words), 0, -1):
        end = words[count - 1].end()
        noun = _singular(name[:end])
        if known := local.get(noun) or _nouns().get(noun):
            return *known, match.start("name") + end
    return None
