"""What names and signs of currencies mean in French: ISO 4217 codes, by the country in question.

Names of currencies, countries and cities, and which country pays in what since when, come from
CLDR through Babel.
"""

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from babel import Locale
from babel.core import get_global
from babel.numbers import get_territory_currencies

from story.reading.body import plain

# Which currency a bare noun means in a French newspaper; CLDR gives the ones with an adjective.
_BARE = {
    "euro": "EUR", "dollar": "USD", "livre": "GBP", "pound": "GBP", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "rouble": "RUB", "roupie": "INR", "won": "KRW", "réal": "BRL",
    "rand": "ZAR", "mark": "DEM", "lire": "ITL", "peseta": "ESP", "florin": "NLG",
    "escudo": "PTE", "drachme": "GRD", "schilling": "ATS", "zloty": "PLN", "forint": "HUF",
    "shekel": "ILS", "baht": "THB", "naira": "NGN", "cedi": "GHS", "hryvnia": "UAH",
    "deutschemark": "DEM", "dong": "VND", "ringgit": "MYR", "tenge": "KZT", "gourde": "HTG",
    "ariary": "MGA", "birr": "ETB", "kwanza": "AOA", "lempira": "HNL", "quetzal": "GTQ",
    "kwacha": "ZMW", "metical": "MZN", "ouguiya": "MRU", "dalasi": "GMD", "taka": "BDT",
}  # fmt: skip
# What newspapers say where CLDR has another adjective.
_CUSTOMARY = {
    "dollar américain": "USD", "dollar us": "USD", "dollar usd": "USD", "yuan chinois": "CNY",
    "livre britannique": "GBP", "livre anglaise": "GBP", "florin hollandais": "NLG",
    "franc cfa": "XOF", "franc pacifique": "XPF", "mark": "DEM", "rouble russe": "RUB",
    "deutsche mark": "DEM", "reais": "BRL", "réaux": "BRL", "réals brésilien": "BRL",
    "dirham émirati": "AED", "rial iranien": "IRR", "rial omanais": "OMR", "rial qatari": "QAR",
    "rial saoudien": "SAR", "rial yéménite": "YER", "franc or": "XFO",
}  # fmt: skip
# Hundredths: amounts are given in the unit of which they are a part.
_HUNDREDTHS = {
    "cent": "USD", "cent d'euro": "EUR", "centime": "EUR", "centime d'euro": "EUR", "ct": "EUR",
    "centime de franc suisse": "CHF", "pence": "GBP", "penny": "GBP", "pennies": "GBP",
    "pesewa": "GHS", "kopeck": "RUB",
}  # fmt: skip
_SYMBOLS = {
    r"US ?\$|\$ ?USD?\b": "USD",
    r"(?:CAN?|C)\$|\$ ?(?:CAD|CA|CAN|[cC])\b(?!')": "CAD",
    r"AU?\$|\$ ?(?-i:AUD?|A)\b": "AUD",
    r"HK\$|\$ ?(?:HKD|HK|hk)\b": "HKD",
    r"NZ\$|\$ ?(?:NZD|NZ)\b": "NZD",
    r"SG?\$|\$ ?(?:SGD|SG)\b": "SGD",
    r"R\$": "BRL",
    r"NT\$": "TWD",
    r"\$": "USD",
    "€": "EUR",
    "[£₤]": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₺": "TRY",
    "₪": "ILS",
    "₫": "VND",
    "฿": "THB",
    "zł": "PLN",
    "Kč": "CZK",
    r"F?\.? ?CFA\b": "franc cfa",
    r"(?-i:F(?:rs?\b\.?)?|frs?\b\.?)(?![\w'-])": "franc",
}
SIGN = "|".join(_SYMBOLS)
# Before a number an F is more often a letter than a franc: F35.
SIGN_BEFORE = "|".join(sign for sign in _SYMBOLS if "F" not in sign) + r"|(?-i:Frs?\.)"
# Nouns that several countries have, and the currency that is meant where none of them is named.
_SHARED = {
    "dirham": None, "dinar": None, "peso": None, "couronne": None, "rial": None, "riyal": None,
    "shilling": None, "leu": None, "lei": None, "lev": None, "leva": None, "franc": None,
    "livre": "GBP", "roupie": "INR", "rouble": "RUB", "won": "KRW", "franc cfa": "XOF",
}  # fmt: skip
_SAME = {"rial": "riyal", "lei": "leu", "leva": "lev"}
# Places of the country whose currency French newspapers most often leave without its adjective.
_PLACES = {"CHF": ("genève", "lausanne", "berne", "bâle", "helvétique", "genevois", "vaudois",
                   "valais", "fribourg", "neuchâtel", "tessin", "lugano", "bâlois", "zurichois",
                   "zoug", "lucerne", "saint-gall", "winterthour", "vevey", "romand", "bernois",
                   "romande", "vaud", "jura bernois"),
           "AED": ("abou dhabi", "abu dhabi"),
           "CAD": ("québec", "québécois", "québécoise", "montréal", "montréalais", "ottawa",
                   "calgary", "laval", "gatineau", "trois rivières", "saguenay", "ontario",
                   "alberta", "colombie britannique", "tsx")}  # fmt: skip
_LAST_FRANC = datetime.date(2002, 1, 1)


class Currency(NamedTuple):
    """An ISO 4217 code, or None where the text does not settle which; `unit` is 0.01 for cents."""

    code: str | None
    unit: Decimal = Decimal(1)


class Setting(NamedTuple):
    """What tells which country a sum belongs to: the texts around it, and its day."""

    texts: tuple[str, ...]
    published: datetime.date | None


def singular(name: str) -> str:
    """A name of a currency as the tables have it: `francs suisses`, `franc suisse`."""
    return " ".join(word.rstrip("sx") for word in plain(name).replace("'", "' ").split())


@cache
def codes() -> dict[str, str]:
    """French names of currencies by ISO 4217 code."""
    return dict(Locale("fr").currencies)


@cache
def _nouns() -> dict[str, Currency]:
    """What a currency's name, in the singular, stands for."""
    names = {name: code for code, name in codes().items() if "(" not in name}
    units = {name: Currency(code) for name, code in (names | _CUSTOMARY | _BARE).items()}
    parts = {name: Currency(code, Decimal("0.01")) for name, code in _HUNDREDTHS.items()}
    return {singular(name): value for name, value in (units | parts).items()}


def of_sign(sign: str, setting: Setting) -> Currency:
    """What a sign means: `$`, `F`."""
    fits = (c for s, c in _SYMBOLS.items() if re.fullmatch(s, sign, re.IGNORECASE))
    meant = next(fits, "franc")
    if meant in codes():
        return Currency(_dollar(setting) if sign == "$" else meant)
    settled = _settled(meant, setting)
    # A letter is a franc of France, or of a country that the text names.
    guessed = settled == "CHF" and not _is_named("CHF", setting)
    return Currency(None if guessed else settled)


def of_name(name: str, setting: Setting) -> Currency | None:
    """What a name of one word or more means, or None where it is no currency's."""
    noun = singular(name)
    if noun in _SHARED:
        return Currency(_settled(noun, setting))
    if noun == "dollar":
        return Currency(_dollar(setting))
    currency = _nouns().get(noun)
    return currency and currency._replace(code=_dollar(setting)) if noun == "cent" else currency


@lru_cache(maxsize=256)
def _settled(noun: str, setting: Setting) -> str | None:
    """The code that a noun which countries share means here, None where that is not settled."""
    contexts = [_words(text) for text in setting.texts]
    candidates = {
        name: code
        for name, (code, _) in _nouns().items()
        if name.startswith((f"{_SAME.get(noun, noun)} ", f"{noun} "))
    }
    if noun == "franc cfa":
        candidates = {"franc cfa beac": "XAF", "franc cfa bceao": "XOF"}
    spelt: set[str | None] = {
        code
        for name, code in candidates.items()
        if any(f" {name} " in context.singular or code in context.codes for context in contexts)
    }
    # Francs are France's or Switzerland's unless a text is about another country.
    times = 2 if noun == "franc" else 1
    named: set[str | None] = {
        code
        for code in candidates.values()
        if code
        and (_is_named(code, setting, times) or (code == "CHF" and _is_named(code, setting)))
    }
    default = _franc(setting, named) if noun == "franc" else _SHARED[noun]
    named = spelt | (named & {default}) if spelt else named
    if len(named) == 1 and (spelt or default not in named):
        return named.pop()
    return default if not named or default in named else None


@lru_cache(maxsize=256)
def _dollar(setting: Setting) -> str:
    """The bare dollar: Canada's where a text names that country again and not the United States."""
    canadian = _is_named("CAD", setting, 2) and not _is_named("USD", setting)
    return "CAD" if canadian else "USD"


def _franc(setting: Setting, named: set[str | None]) -> str | None:
    """The franc that is meant where no country settles it: France's, Switzerland's since 2002."""
    if setting.published is None or setting.published < _LAST_FRANC or "FRF" in named:
        return "FRF"
    texts = [_words(text) for text in setting.texts]
    if any(text.old for text in texts) and any(" france " in text.folded for text in texts):
        return "FRF"
    return "CHF"


class _Words(NamedTuple):
    folded: str
    singular: str
    codes: frozenset[str]
    old: bool
    """Whether it names a year in which France paid in francs."""


@lru_cache(maxsize=16)
def _words(text: str) -> _Words:
    """The words of a text, to look names up in: folded, and without their plurals too."""
    words = re.findall(r"[^\W\d_]+", plain(text))
    return _Words(
        f" {' '.join(words)} ",
        f" {' '.join(word.rstrip('sx') for word in words)} ",
        frozenset(re.findall(r"\b[A-Z]{3}\b", text)),
        re.search(r"\b(?:19\d\d|200[01])\b", text) is not None,
    )


def _is_named(code: str, setting: Setting, times: int = 1) -> bool:
    """Whether a text names a country that paid in this currency on that day, or a city in it.

    A text that names them more than once is about that country.
    """
    return len([*islice(_mentions(code, setting), times)]) == times


def _mentions(code: str, setting: Setting) -> Iterator[str]:
    """The names of such countries and cities, and their adjectives, each as often as it stands."""
    day = setting.published or datetime.date(2000, 1, 1)
    for folded in (_words(text).folded for text in setting.texts):
        for name in _places(code, day.year):
            yield from [name] * folded.count(f" {name} ")
        for stem in _adjectives(code):
            yield from re.findall(rf" {stem}(?:e?s?|n?es?)(?= )", folded)


@cache
def _adjectives(code: str) -> tuple[str, ...]:
    """What comes after the noun in a currency's names, masculine: `suédois`."""
    tails = (
        name.split(" ")[1] for name, (own, _) in _nouns().items() if own == code and " " in name
    )
    return tuple(
        re.sub(r"(?<=n)ne$|e$", "", tail)
        for tail in tails
        if len(tail) > 4  # noqa: PLR2004
    )


@cache
def _places(code: str, year: int) -> tuple[str, ...]:
    """Countries that paid in this currency at the end of that year, and cities of theirs."""
    locale, day = Locale("fr"), datetime.date(year, 12, 31)
    countries = {
        territory
        for territory in map(str, locale.territories)
        if len(territory) == 2  # noqa: PLR2004 - a country, not a continent
        and code in get_territory_currencies(territory, day)
    }
    names = [locale.territories[territory] for territory in countries]
    for zone, territory in get_global("zone_territories").items():
        if territory in countries:
            names.append(locale.time_zones.get(zone, {}).get("city") or zone.split("/")[-1])
    names += _PLACES.get(code, ())
    words = (re.findall(r"[^\W\d_]+", plain(name)) for name in names)
    return tuple(dict.fromkeys(map(" ".join, words)))  # a city may bear its country's name
