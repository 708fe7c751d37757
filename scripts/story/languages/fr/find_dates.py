"""How French newspapers write dates, and which numbers of four digits are no years."""

import datetime
import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from babel import Locale

from story.edtf_date import EdtfDate, FoundDate, nearest_day, valid_day
from story.languages.fr.numbers import parse_number
from story.reading.body import plain

_NUMBER_DAYS = (
    "premier", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt",
    "vingt et un", "vingt-deux", "vingt-trois", "vingt-quatre", "vingt-cinq", "vingt-six",
    "vingt-sept", "vingt-huit", "vingt-neuf", "trente", "trente et un",
)  # fmt: skip
_ORDINALS = {
    "premier": 1, "1er": 1, "1": 1, "second": 2, "deuxieme": 2, "2e": 2, "2eme": 2, "2": 2,
    "troisieme": 3, "3e": 3, "3eme": 3, "3": 3, "quatrieme": 4, "4e": 4, "4eme": 4, "4": 4,
    "dernier": 0,
}  # fmt: skip
# Decades of the last century by their words; those of twenty and of ten may be of this one.
_DECADES = {
    "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "soixante-dix": 70,
    "quatre-vingt": 80, "quatre-vingts": 80, "quatre-vingt-dix": 90, "septante": 70,
    "huitante": 80, "octante": 80, "nonante": 90,
}  # fmt: skip
_SEASONS = {"printemps": 21, "ete": 22, "automne": 23, "hiver": 24}

# Nouns after which a bare year is a year: « l’exercice 2023 », « les résultats 2024 ».
_PERIOD_NOUNS = (
    r"années?|an|exercices?|millésime|bilan|budget|comptes|saison|rentrée|promotion|campagne"
    r"|résultats?|chiffre d[’']affaires|printemps|été|automne|hiver|horizon|édition|période"
)
_TODAY = r",? (?:jusqu')?(?:à|et) (?:aujourd'hui|nos jours|ce jour|maintenant)\b"
# Words in -s and -x that may follow a year without being what it counts.
_NOT_COUNTED = frozenset(
    """alors apres aupres aux auxquelles auxquels ces ceux celles certaines certains chez dans
    depuis des desormais deux dix divers diverses elles ensuite eux hors ils jamais les lesquelles
    lesquels leurs lors mais mes moins nos nous parfois pas plus plusieurs pres puis quelques sans
    ses six sous soudainement tandis tes toujours tous toutefois toutes tres trois vers vos vous d
    autres jours suivis suis jusque malgre environs selon avec""".split()
)
_UNITS = re.compile(
    r"(?:km|m|cm|mm|kg|g|t|h|ha|ch|kw|mw|gw|kwh|mwh|gwh|go|mo|to|hz|v|w|l)\b|m[²³23]|%|€|\$|£|°"
)


@cache
def _months() -> dict[str, int]:
    """Months by their folded names and abbreviations: `fevrier`, `fevr`, `sept`."""
    return _full_months() | _short_months()


def _full_months() -> dict[str, int]:
    names = Locale("fr").months["format"]["wide"].items()
    return {plain(name): number for number, name in names}


def _short_months() -> dict[str, int]:
    names = Locale("fr").months["format"]["abbreviated"].items()
    customary = {"fev": 2, "jan": 1, "avr": 4, "juill": 7, "sep": 9, "dec": 12}
    short = customary | {plain(name).rstrip("."): number for number, name in names}
    return {name: number for name, number in short.items() if name not in _full_months()}


@cache
def _weekdays() -> dict[str, int]:
    """Weekdays by their folded names, 0 for Monday."""
    days = Locale("fr").days["format"]
    return {
        plain(name).rstrip("."): number
        for width in ("wide", "abbreviated")
        for number, name in days[width].items()
    }


def _accented(names: dict[str, int]) -> str:
    """A pattern for folded names that takes accents, capitals and a full stop too."""
    alternatives = "|".join(sorted(names, key=len, reverse=True))
    for letter, others in {"e": "eé", "u": "uû", "a": "aà"}.items():
        alternatives = alternatives.replace(letter, f"[{others}]")
    return f"(?:{alternatives})"


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """The pattern of a form of date, compiled when a text first needs it."""
    return re.compile(_patterns()[name], re.IGNORECASE)


@cache
def _patterns() -> dict[str, str]:
    month = rf"(?:{_accented(_full_months())}\b|{_accented(_short_months())}\b\.?)"
    weekday = rf"(?:{_accented(_weekdays())}\b\.?,? )"
    word_days = "|".join(sorted(_NUMBER_DAYS, key=len, reverse=True)).replace(" ", "[ -]")
    # In words a day has a month that is no number: `dix-sept`.
    digits = r"(?:[12]\d|3[01]|0?[1-9])(?: ?er\b)?(?!\d|[.,]\d)"
    words = rf"(?:{word_days})(?= (?:{_accented(_full_months())}\b|(?:et|au|ou)\b)|, )"
    day = rf"(?:{digits}|{words})"
    year = r"(?:[12]\d{3}(?!\d))"
    gap = r"(?: +|-)"
    tail = rf"(?:(?:,? +(?:de l'an(?:née)? )?|-){year}| '?[3-9]\d(?=$|[.;:)]|,(?!\d))"
    later = r"| (?:derni[eè]re?|prochaine?|passée?)\b)?"
    part = r"(?:(?:début|fin|mi|courant|milieu)(?: |-))"
    ordinal = "(?:" + "|".join(_ORDINALS).replace("eme", "[eè]me") + ")"
    coordinated = r"(?:(?:, ?| (?:et|ou|puis|comme) (?:en )?)"

    return {
        "iso": (r"(?<![\w/-])(?P<y>[12]\d{3})([-/])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?![\w/-])"),
        "numeric": (
            r"(?<![\w/.,-])(?P<a>\d{1,2})(?P<s>[-/.])(?P<b>\d{1,2})"
            r"(?:(?P=s)|(?<=/\d)[,](?=\d)|(?<=/\d\d)[,](?=\d))"
            r"(?P<y>[12]\d{3}|(?<=[/,])\d{2}|(?<=\.\d\d\.)\d{2})(?![\w/-]|[.,]\d)"
        ),
        "day_and_month": (
            rf"\b(?:le|du|au|dès le|{weekday.rstrip()}) "
            r"(?P<a>[0-3]?\d)/(?P<b>[01]?\d)(?![\w/]|[.,]\d)"
        ),
        "days": (
            rf"(?P<w1>{weekday})?(?<![\w,.-])(?P<more>(?:{digits}, ){{0,9}})"
            rf"(?P<d1>{day})(?:{gap}(?P<m1>{month})(?: (?P<y1>{year}))?)?"
            r"(?P<joint> (?:(?:jusqu')?au|et|ou) (?:le )?|(?<=[^\W\d_]) [-–] "
            r"|(?<=[\dr]) ?[-–] ?(?=\d)|, )"
            rf"(?P<w2>{weekday})?(?P<d2>{day}){gap}(?P<m2>{month})(?P<tail>{tail}{later})"
        ),
        "day": (
            rf"(?P<w>{weekday})?(?<![\w,.-])(?P<d>{day}){gap}(?:de )?(?P<m>{month})"
            rf"(?P<tail>{tail}{later})"
        ),
        "months": (
            rf"\b{part}?(?P<m1>{month})(?: (?P<y1>{year}))?"
            rf"(?P<joint> (?:à|et|ou) (?:{part})?| ?[-–] ?)"
            rf"(?P<m2>{month}) (?P<y2>{year})"
        ),
        "month": (
            rf"(?<!\w)(?P<part>{part}|(?<=depuis )|(?<=dès ))?(?P<m>{month})(?:(?: (?:de l'année )?"
            rf"(?P<y>{year})| '?(?P<short>[3-9]\d)(?!\d|[.,]\d)"
            r"| (?P<direction>derniere?|prochain|passé)\b)|(?(part)(?! \d)|(?!)))"
        ),
        "part": (
            rf"\b(?:(?P<n>{ordinal}) (?P<unit>trimestre|semestre)"
            rf"|(?P<letter>[TS])(?P<digit>[1-4])|(?P<season>printemps|été|automne|hiver))"
            rf" (?:de (?:l'(?:année|exercice) )?)?(?P<y>{year}|(?<=[TS][1-4] )'?\d\d(?!\w|[.,]\d))"
            rf"|(?<![\w.,])(?P<digit2>[1-4]) ?(?P<letter2>(?-i:[TS])) ?(?P<y2>{year}|\d\d(?!\w))"
        ),
        "decade": (
            rf"\bannées (?:19)?(?P<y>[12]\d\d0|[3-9]0|(?:{'|'.join([*_DECADES][::-1])})\b)(?!\d)"
            r"(?:(?: (?P<joint>et|à) |[-/])(?P<z>[12]\d\d0|[3-9]0)(?!\d))?(?! (?:et|à)\b)"
        ),
        "years": (
            rf"\b(?P<opening>entre|en|de|d'|pour|sur|{_PERIOD_NOUNS}|plan|contrat)"
            rf" ?(?P<y1>{year})(?: (?P<joint>et|à) |[-–/])(?P<y2>{year}|(?<=[-–/])\d\d(?![\w/-]))"
            rf"|\((?P<y3>{year})[-–/](?P<y4>{year}|\d\d)\)|(?<![\w/.-])(?P<y5>{year})[/–-](?P<y6>{year})"
            r"(?![\w/-])"
            rf"|\b(?:de|depuis|entre) (?P<since>{year})(?={_TODAY})"
        ),
        "strong": (
            rf"(?:\b(?:en|depuis|dès|courant|fin|début|jusqu'en|pour(?= (?:19|20)\d\d)|d'ici"
            rf"(?: à)?|à partir de|(?-i:{_PERIOD_NOUNS})|par rapport à"
            rf"|remont\w+ à|dat\w+ de)"
            rf"(?: (?:en|de|fin|début)| l'année)? "
            rf"|\bmi-)(?P<y>{year})(?P<more>{coordinated}{year}(?! ?(?:%|€)))*)"
        ),
        "weak": (
            rf"(?:\b(?:avant|après|vers|autour de) "
            rf"(?:(?:la )?(?:fin|mi)(?: (?:de )?|-))?(?P<y>{year})"
            rf"|\((?P<y5>(?:19|20)\d\d)\)"
            rf"|\b(?:l'|(?:le|la|les|du|des|au|aux|celle|celui|ceux|celles|cette|ce|cet"
            rf"|sa|son|ses|leurs?) )[^.;:!?«»()\n\d]{{0,60}}?"
            rf"(?: \([A-Z]+\) |\b)(?:de|d')"
            rf" ?(?P<y6>{year}))"
        ),
    }


_Found = tuple[str, int, int]
"""A date as EDTF, and its offsets in the text."""


def find_dates(text: str, published: datetime.date) -> list[FoundDate]:
    """Every date in a text, in order; a day without a year takes it from the publication.

    Relative dates (`hier`, `trois ans plus tard`) are left alone rather than guessed.
    """
    found: list[FoundDate] = []
    taken = bytearray(len(text))
    for name in _forms_in(text):
        for match in _pattern(name).finditer(text):
            for edtf, start, end in _READERS[name](match, published):
                if not any(taken[start:end]):
                    taken[start:end] = b"\1" * (end - start)
                    found.append(_qualified(text, edtf, start, end))
    return sorted(found, key=lambda date: date.start)


def find_misdated(text: str) -> list[tuple[int, int]]:
    """Offsets of the days of a text that name a weekday on which they did not fall."""
    if not re.search(r"\d{4}", text):  # no year, no day that can be wrong
        return []
    return [
        match.span()
        for match in _pattern("day").finditer(text)
        if match["w"]
        and (year := re.search(r"\d{4}", match["tail"]))
        and (date := valid_day(int(year[0]), _month_number(match["m"]), _day_number(match["d"])))
        and date.weekday() != _weekdays()[plain(match["w"]).strip(" .,")]
    ]


def _forms_in(text: str) -> Iterator[str]:
    """The forms of dates that a text may hold: a look at its words spares most of the search."""
    if re.search(r"\d[/.,-]\d", text):
        yield from ("iso", "numeric", "day_and_month")
    if not _months().keys().isdisjoint(re.findall(r"[a-z]+", plain(text))):
        yield from ("days", "day", "months", "month")
    yield from ("years", "part", "decade")
    if re.search(r"[12]\d{3}", text):
        yield from ("strong", "weak")


def _numeric(match: re.Match[str], _: datetime.date) -> Iterator[_Found]:
    year = int(match["y"])
    if year < 100:  # noqa: PLR2004
        year += 2000 if year < 70 else 1900  # noqa: PLR2004
    first, second = int(match["a"]), int(match["b"])
    # The day comes first in French; the other order only where no other reading exists.
    date = valid_day(year, second, first) or valid_day(year, first, second)
    if date:
        yield str(date), match.start(), match.end()


def _iso(match: re.Match[str], _: datetime.date) -> Iterator[_Found]:
    if date := valid_day(int(match["y"]), int(match["m"]), int(match["d"])):
        yield str(date), match.start(), match.end()


def _day_and_month(match: re.Match[str], published: datetime.date) -> Iterator[_Found]:
    if 1 <= int(match["b"]) <= 12 and (  # noqa: PLR2004
        date := nearest_day(int(match["b"]), int(match["a"]), published)
    ):
        yield str(date), match.start("a"), match.end()


def _days(match: re.Match[str], published: datetime.date) -> Iterator[_Found]:
    """Two days that share a month, or two months that share a year."""
    last = _day_of(match["d2"], match["m2"], match["tail"], match["w2"], published)
    if last is None:
        return
    month = _month_number(match["m1"] or match["m2"])
    year = int(match["y1"]) if match["y1"] else last.year
    first = valid_day(year, month, _day_number(match["d1"]))
    if first is not None and first > last and not match["y1"]:
        first = valid_day(last.year - 1, month, _day_number(match["d1"]))
    if first is None:
        return
    start = match.start("d1") if match["more"] else match.start()
    joint = plain(match["joint"]).strip()
    if joint.split()[0] in ("et", "ou", ",") and not _before(match, r"\bentre le $"):
        listed = _before(match, r"\b(?:les|des|aux|ces|entre) $") or match["w1"]
        for other in re.finditer(r"\d+", match["more"] if listed else ""):
            if date := valid_day(year, month, int(other[0])):
                at = match.start("more") + other.start()
                yield str(date), at, at + len(other[0])
        if listed or joint != ",":
            yield str(first), start, match.start("joint")
        yield str(last), match.end("joint"), match.end()
    else:
        yield f"{first}/{last}", start, match.end()


def _before(match: re.Match[str], pattern: str) -> bool:
    """Whether the words before a match are such: a look at a few, however long the text."""
    words = match.string[max(0, match.start() - 30) : match.start()]
    return re.search(pattern, words, re.IGNORECASE) is not None


def _day(match: re.Match[str], published: datetime.date) -> Iterator[_Found]:
    date = _day_of(match["d"], match["m"], match["tail"], match["w"], published)
    if date is not None and not _before(match, _IN_ADDRESS):
        yield str(date), match.start(), match.end()


# « la rue du 8-Mai-1945 »
_IN_ADDRESS = (
    r"\b(?:rue|avenue|boulevard|place|quai|square|pont|cours|allées?|stade|lycée|collège|école"
    r"|hôpital|caserne|salle) du $"
)


def _day_of(
    day: str, month: str, tail: str, weekday: str | None, published: datetime.date
) -> datetime.date | None:
    if year := re.search(r"\d\d+", tail):
        whole = int(year[0]) + 1900 * (len(year[0]) == len("74"))
        return valid_day(whole, _month_number(month), _day_number(day))
    number = _weekdays()[plain(weekday).strip(" .,")] if weekday else None
    return nearest_day(_month_number(month), _day_number(day), published, number, _direction(tail))


def _direction(words: str) -> Literal[-1, 0, 1]:
    folded = plain(words)
    if "prochain" in folded:
        return 1
    return -1 if "dernier" in folded or "passe" in folded else 0


def _day_number(text: str) -> int:
    folded = plain(text)
    if digits := re.match(r"\d+", folded):
        return int(digits[0])
    return 1 if folded == "premier" else int(parse_number(text))


def _month_number(text: str) -> int:
    return _months()[plain(text).rstrip(".")]


def _months_of(match: re.Match[str], _: datetime.date) -> Iterator[_Found]:
    last_year = int(match["y2"])
    first, last = _month_number(match["m1"]), _month_number(match["m2"])
    first_year = int(match["y1"]) if match["y1"] else last_year - (first > last)
    start, end = f"{first_year}-{first:02}", f"{last_year}-{last:02}"
    between = _before(match, r"\bentre $")
    if plain(match["joint"]).split()[:1] in (["et"], ["ou"]) and not between:
        yield start, match.start(), match.start("joint")
        yield end, match.end("joint"), match.end()
    else:
        yield f"{start}/{end}", match.start(), match.end()


def _month(match: re.Match[str], published: datetime.date) -> Iterator[_Found]:
    if _before(match, r"\d(?: ?er)? $"):
        return  # a day that does not exist, `30 février 2024`: say nothing rather than half
    month = _month_number(match["m"])
    if match["y"]:
        year = int(match["y"])
    elif match["short"]:
        if _is_count(match.string, match.end()):
            return
        year = 1900 + int(match["short"])  # « mai 68 »
    elif match["direction"] is None:  # « fin mars »: the nearest
        ahead = month - published.month
        year = published.year + (ahead < -6) - (ahead >= 6)  # noqa: PLR2004 - half a year
    elif _direction(match["direction"]) > 0:
        year = published.year + (month <= published.month)
    else:
        year = published.year - (month >= published.month)
    yield f"{year}-{month:02}", match.start(), match.end()


def _part(match: re.Match[str], _: datetime.date) -> Iterator[_Found]:
    year = (match["y"] or match["y2"]).lstrip("'")
    if len(year) == len("25") and _is_count(match.string, match.end()):
        return
    year = f"20{year}"[-4:]
    if match["season"]:
        part = _SEASONS[plain(match["season"])]
    else:
        letter = match["letter"] or match["letter2"] or ""
        unit = plain(match["unit"] or {"t": "trimestre", "s": "semestre"}[letter.lower()])
        count = 4 if unit == "trimestre" else 2
        digit = match["digit"] or match["digit2"]
        rank = int(digit) if digit else _ORDINALS[plain(match["n"])] or count
        if rank > count:
            return
        part = (32 if unit == "trimestre" else 39) + rank
    yield f"{year}-{part}", match.start(), match.end()


def _decade(match: re.Match[str], _: datetime.date) -> Iterator[_Found]:
    first, last = (
        f"19{_DECADES.get(plain(decade), decade)}"[-4:-1] + "X" if (decade := match[group]) else ""
        for group in ("y", "z")
    )
    if match["joint"] == "à":
        if first < last:
            yield f"{first}/{last}", match.start(), match.end()
        return
    yield first, match.start(), match.end("y")
    if last:
        yield last, match.start("z"), match.end()


def _years(match: re.Match[str], _: datetime.date) -> Iterator[_Found]:
    if match["since"]:
        yield f"{match['since']}/..", match.start(), match.end()
        return
    group = next(number for number in (1, 3, 5) if match[f"y{number}"])
    first, last = match[f"y{group}"], match[f"y{group + 1}"]
    last = first[: 4 - len(last)] + last
    opening = plain(match["opening"] or "(")
    if first >= last or _is_count(match.string, match.end(), firm=opening in ("(", "entre")):
        return
    if match["joint"] and (opening == "entre") != (match["joint"] == "et"):
        return
    if group == 5 and not "1700" <= first < last <= "2099":  # noqa: PLR2004
        return
    start = match.start("opening") if match["opening"] else match.start(f"y{group}")
    yield f"{first}/{last}", start, match.end(f"y{group + 1}")


def _strong(match: re.Match[str], _: datetime.date) -> Iterator[_Found]:
    if _is_count(match.string, match.end(), firm=not match[0].lower().startswith("pour")):
        return
    for year in re.finditer(r"\d{4}", match[0]):
        at = match.start() + year.start()
        yield year[0], match.start() if at == match.start("y") else at, at + 4


def _weak(match: re.Match[str], _: datetime.date) -> Iterator[_Found]:
    group = next(name for name in ("y", "y5", "y6") if match[name])
    year = match[group]
    round_number = year.endswith("00") and group != "y5"
    if round_number or not "1700" <= year <= "2099" or _is_count(match.string, match.end(group)):
        return
    yield year, match.start(group), match.end(group)


_FOLLOWING = re.compile(r" ?(?P<word>[^\W\d_]++(?!')|[%€$£°])")


def _is_count(text: str, end: int, *, firm: bool = False) -> bool:
    """Whether the number that ends here counts what follows: `2015 brevets`, `1998 euros`.

    After a firm opening such as `en`, a participle is no noun: `émises en 2015 cédées`.
    """
    following = _FOLLOWING.match(text, end)
    if following is None:
        return False
    raw, word = following["word"], plain(following["word"])
    if _UNITS.fullmatch(word) or raw in "%€$£°":
        return True
    if raw[0].isupper() or word in _NOT_COUNTED or len(word) < 3:  # noqa: PLR2004
        return False
    participle = re.search(r"(?:és|ées|is|us)$", raw) is not None
    return word[-1] in "sx" and not (firm and participle)


_SINCE = re.compile(r"\b(?:du|de|depuis|entre)(?: le)? $")
_UNTIL_TODAY = re.compile(_TODAY)
_ABOUT = re.compile(
    r"\b(?:vers|environ|autour d[eu]|aux alentours d[eu])"
    r" (?:le |la |(?:début|fin|mi)[ -])*$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\bavant (?:le |la |(?:fin|mi)[ -](?:de )?)*$", re.IGNORECASE)
_AFTER = re.compile(r"\baprès (?:le |la |(?:fin|mi)[ -](?:de )?)*$", re.IGNORECASE)


def _qualified(text: str, edtf: str, start: int, end: int) -> FoundDate:
    """The date with the `vers`, `avant` or `après` that stands before it."""
    before = text[max(0, start - 30) : start]
    if "/" in edtf:
        return FoundDate(EdtfDate(edtf), start, end)
    if _SINCE.search(before) and _UNTIL_TODAY.match(text, end):
        return FoundDate(EdtfDate(f"{edtf}/.."), start, end)
    for pattern, form in ((_ABOUT, "{}~"), (_BEFORE, "../{}"), (_AFTER, "{}/..")):
        if match := pattern.search(before):
            start -= len(before) - match.start()
            return FoundDate(EdtfDate(form.format(edtf)), start, end)
    return FoundDate(EdtfDate(edtf), start, end)


_READERS = {
    "iso": _iso,
    "numeric": _numeric,
    "day_and_month": _day_and_month,
    "days": _days,
    "day": _day,
    "months": _months_of,
    "month": _month,
    "part": _part,
    "decade": _decade,
    "years": _years,
    "strong": _strong,
    "weak": _weak,
}
