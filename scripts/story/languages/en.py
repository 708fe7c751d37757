"""English, as far as the passages of sources need it: money, dates and numbers."""

import datetime
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from babel import Locale

from story.edtf_date import EdtfDate, FoundDate, nearest_day, valid_day
from story.languages.found_types import FoundAmount
from story.languages.language import Figures

_SCALES = {"thousand": 3, "k": 3, "million": 6, "m": 6, "mn": 6, "billion": 9, "b": 9, "bn": 9,
           "trillion": 12, "tn": 12}  # fmt: skip
_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "twenty": 20, "half": 2, "third": 3, "quarter": 4,
    "fifth": 5, "tenth": 10,
}  # fmt: skip
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"(?: |-)?(?P<scale>thousand|million|billion|trillion|[kmb]n?|tn)\b"
_AMOUNT = re.compile(
    rf"(?:(?P<sign>US\$|\$|€|£) ?(?P<number>{_NUMBER})(?:{_SCALE})?"
    rf"|(?P<number2>{_NUMBER})(?:{_SCALE.replace('<scale>', '<scale2>')})? "
    r"(?P<name>dollars?|euros?|pounds?)\b)",
    re.IGNORECASE,
)
_SIGNS = {"$": "USD", "us$": "USD", "€": "EUR", "£": "GBP", "dollar": "USD", "euro": "EUR",
          "pound": "GBP"}  # fmt: skip
_COUNT = re.compile(rf"(?<![\w.,])(?P<number>{_NUMBER})(?:{_SCALE})?", re.IGNORECASE)


def find_amounts(
    text: str,
    published: datetime.date | None = None,  # noqa: ARG001 - every language is asked alike
    context: str = "",  # noqa: ARG001
) -> list[FoundAmount]:
    """Every amount of money in an English text."""
    found = []
    for match in _AMOUNT.finditer(text):
        sign = (match["sign"] or match["name"]).lower().rstrip("s")
        value = _value(match["number"] or match["number2"], match["scale"] or match["scale2"])
        found.append(FoundAmount(value, _SIGNS[sign], match.start(), match.end()))
    return found


def find_numbers(text: str) -> list[Decimal]:
    """Every number of an English text, in digits or in words."""
    digits = [_value(match["number"], match["scale"]) for match in _COUNT.finditer(text)]
    bare = [_value(match["number"], None) for match in _COUNT.finditer(text)]
    words = [Decimal(_WORDS[w]) for w in re.findall(r"[a-z]+", text.lower()) if w in _WORDS]
    return [*digits, *bare, *words]


def _value(number: str, scale: str | None) -> Decimal:
    value = Decimal(number.replace(",", ""))
    return value * 10 ** _SCALES[scale.lower()] if scale else value


@cache
def _months() -> dict[str, int]:
    months = Locale("en").months["format"]
    return {
        name.lower().rstrip("."): number
        for width in ("wide", "abbreviated")
        for number, name in months[width].items()
    } | {"sept": 9}


@cache
def _pattern() -> re.Pattern[str]:
    month = rf"(?P<{{}}>{'|'.join(sorted(_months(), key=len, reverse=True))})\b\.?"
    day = r"(?P<{}>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\b"
    year = r"(?:,? (?P<{}>\d{{4}}))"
    return re.compile(
        rf"\b(?:{month.format('m1')} {day.format('d1')}{year.format('y1')}?"
        rf"|{day.format('d2')} {month.format('m2')}{year.format('y2')}?"
        rf"|{month.format('m3')}{year.format('y3')}"
        r"|(?P<us_month>\d{2})/(?P<us_day>\d{2})/(?P<us_year>\d{4})"
        r"|(?P<weekday>monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
        r"|(?P<year>(?:19|20)\d{2}))(?!\d)",
        re.IGNORECASE,
    )


def find_dates(text: str, published: datetime.date) -> list[FoundDate]:
    """Every date in an English text.

    A day without a year is the nearest one, a weekday the last one, to when it was published.
    """
    return [
        FoundDate(EdtfDate(edtf), match.start(), match.end())
        for match in _pattern().finditer(text)
        for edtf in _edtf(match, published)
    ]


def _edtf(match: re.Match[str], published: datetime.date) -> Iterator[str]:
    if match["weekday"]:
        wanted = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
        back = (published.weekday() - wanted.index(match["weekday"].lower())) % 7
        yield (published - datetime.timedelta(days=back)).isoformat()
    elif match["year"]:
        yield match["year"]
    elif match["m3"]:
        yield f"{match['y3']}-{_months()[match['m3'].lower()]:02}"
    else:
        month = match["m1"] or match["m2"]
        number = _months()[month.lower()] if month else int(match["us_month"])
        day = int(match["d1"] or match["d2"] or match["us_day"])
        year = match["y1"] or match["y2"] or match["us_year"]
        date = valid_day(int(year), number, day) if year else nearest_day(number, day, published)
        if date:
            yield date.isoformat()


_NEGATION = re.compile(
    r"\b(?:not|no(?! longer than| more than| thank)|never|without|none|nor|neither|cannot)\b|n't\b"
)
_COMMON = re.compile(
    r"\b(?:the|of|and|to|is|was|for|with|that|not|by|from|has|will|we|you|it|he|his|said|this)\b"
)
_QUALIFIERS = {
    "about": re.compile(
        r"(?:about|around|approximately|roughly|nearly|almost|some|estimated) ?(?:a )?$"
    ),
    "more": re.compile(r"(?:more than|over|at least|exceed(?:s|ed|ing)?) ?$"),
    "less": re.compile(r"(?:less than|under|at most|up to|no more than) ?$"),
}
_ACTIONS = {
    name: re.compile(rf"\b(?:{words})\w*")
    for name, words in {
        "refuse": r"reject|refus|declin|den(?:y|ied|ies)|dismiss(?! open)|oppos|halt|withdraw"
        r"|eliminat|no thank",
        "accept": r"accept|approv|agree|welcom",
        "leave": r"leav|left\b|quit\b|step(?:s|ped)? down|depart|part ways|was out\b|resign",
        "join": r"join|return|back as",
        "dismiss": r"fire[ds]?\b|oust|was out\b|remov",
        "appoint": r"appoint|named\b|elect|reinstat",
        "before": r"before|prior",
        "after": r"after|following|post\b",
        "buy": r"buy|bought|acqui|purchas|combin|merg|(?<=billion )deal",
        "sell": r"sell|sold|sale\b|surrender",
        "keep": r"keep|kept|remain|continu|retain",
        "lose": r"lose|lost|abandon|surrender|give up|withdraw",
        "begin": r"launch|start|begin|began|creat|found|open(?:s|ed)?\b",
        "end": r"clos|complet|end(?:s|ed)?\b|finish|halt",
        "rise": r"ris(?:e|es|en|ing)\b|rose\b|increas|grow|grew",
        "fall": r"fall|fell|drop|decreas",
        "win": r"win(?:s|ning)?\b|won\b|success",
        "defeat": r"lose|lost|fail",
        "lead": r"lead|led\b|head(?:s|ed)\b",
        "control": r"control|hold(?:s|ing)?\b|held|own(?:s|ed)\b",
        "announce": r"announc|declar|reveal|said|says|stat(?:ed|es)\b",
        "judge": r"rul(?:e|ed|es)\b|decid|judg(?:ed|ment)",
        "receive": r"receiv",
        "value": r"valu|price",
        "invest": r"invest|fund",
        "pay": r"pay|paid",
        "write": r"wrote|writ",
        "report": r"report(?:s|ed)\b",
        "propose": r"offer|propos|suggest",
        "mention": r"mention",
        "promise": r"promis|pledg|commit",
    }.items()
}

ENGLISH = Figures(
    code="en",
    find_dates=find_dates,
    find_amounts=find_amounts,
    find_numbers=find_numbers,
    common=_COMMON,
    negation=_NEGATION,
    actions=_ACTIONS,
    qualifiers=_QUALIFIERS,
)
