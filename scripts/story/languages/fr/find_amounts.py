"""How French newspapers write money: `6,4 milliards de dollars`, `5 Md€`, `$75 millions`.

An amount is read as a chain of quantities that share one currency, before or after them::

    chain    = [currency] quantity {joint quantity} [currency] [cents]
    quantity = number [scale ["et demi"]] {number scale}
    joint    = "," | "et" | "ou" | "à" | "-"

What a sum is compared with or made of need not say its currency again: `contre 77 un an plus tôt`.
A sum that is not settled (which dinars? how many dozens?) is found as doubtful: it has no value.
"""

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal

from story.languages.found_types import Doubt, FoundAmount
from story.languages.fr.currencies import (
    SIGN,
    SIGN_BEFORE,
    Currency,
    Setting,
    codes,
    of_name,
    of_sign,
    singular,
)
from story.languages.fr.numbers import (
    COLLECTIVE,
    COLLECTIVE_NOUNS,
    DEMI,
    DIGITS,
    QUARTERS,
    SCALES,
    WORDS,
    parse_number,
)
from story.languages.fr.word_lists import FUNCTION_WORDS, PREPOSITIONS, SUBJECT_DETERMINERS
from story.reading.body import plain

_SCALE_WORDS = "mille|milliers?|millions?|milliards?|billions?|trillions?"
_SCALE_SIGNS = (
    "Mds?|MDS?|M(?:rd|RD)s?|mrds?|mds?|[Mm]ia|[Mm]io|[Mm]lns?|[Mm]lrds?|M|k|K|G|m(?=[€$£])"
)
# Scales that English has otherwise; French has the long scale.
_ENGLISH = {"bn": 9, "b": 9, "billion": 9, "mn": 6, "m": 6, "tn": 12, "trillion": 12}

_WORD = r"[^\W\d_]+"
_NAME = rf"{_WORD}(?:(?: |'){_WORD}){{0,4}}"
_NUMBER = f"(?:{DIGITS}|{DEMI}|{QUARTERS}|{COLLECTIVE}|{WORDS})"
_START = re.compile(
    rf"(?<!\w)(?:(?P<sign>{SIGN_BEFORE})|(?P<code>(?-i:[A-Z]{{3}}))):? ?(?=\d)"
    rf"|(?<![\w,.-])(?<!\d )(?={_NUMBER})",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    rf"(?P<number>{_NUMBER})(?:[.,][-–])?(?:(?:-| ?)(?:de |d')?(?P<scale>(?:{_SCALE_WORDS})\b"
    rf"|(?-i:(?![A-Z]{{3}}\b)(?:{_SCALE_SIGNS})(?![a-zß-ž])(?:\.(?= (?:d[e']|[€$£A-Z])))?))"
    rf"(?P<half> et demie?\b)?)?",
    re.IGNORECASE,
)
_ENGLISH_SIGN = re.compile(r"(?P<number>\d+(?:,\d{3})*(?:[.,]\d+)?) ?(?P<scale>bn|mn|tn|m|b)\b")
_MONEY = rf"(?:(?P<sign>{SIGN})|(?P<name>{_NAME}))"
_CURRENCY = re.compile(rf"(?:(?P<of> (?:de |d'))| ?){_MONEY}", re.IGNORECASE)
_SCALE_AFTER = re.compile(rf" ?(?P<scale>{_SCALE_WORDS})\b", re.IGNORECASE)
_JOINT = re.compile(r" (?:à|et|ou) (?:de |d')?|, | ?[-–] ?")
_CENTS = re.compile(
    rf"(?: et | )(?P<number>{_NUMBER}) ?(?:centimes?|cents?|cts?|pence|kopecks?)\b(?! d'euro)"
    rf"|(?P<half> et demie?\b)|(?: |(?<=[€$£]))(?P<bare>\d\d|{WORDS})"
    r"(?=$|[.;:!?)]|,(?!\d)| (?P<next>\w+))",
    re.IGNORECASE,
)
# « …, dont 40 millions en actions », « …, contre 77 un an plus tôt »: sums of the same currency.
_COMPARED = re.compile(
    rf"(?:[^.;:!?()\d]|\b(?:19|20)\d\d\b){{0,60}}?\b(?:(?P<part>dont)|contre|au lieu de|après)"
    rf"(?: environ| près de| plus de)? (?={_NUMBER})",
    re.IGNORECASE,
)
_COMPARED_END = re.compile(
    r"$|[,.;:!?)](?!\d)| (?:l'an|un an|l'année|en|au|aux|à|pour|sur|un trimestre|il y a|auparavant"
    r"|précédemment|initialement|(?:qui|que|et)\b)"
)
_PAST = re.compile(r" [^\W\d_]+(?:ées?|és|ables?|us|ues)\b")
_RATE = re.compile(r"\d (?:[^\W\d_]+ )?(?:pour|contre|le) $")
_WITHOUT_CENTS = ("JPY", "KRW", "VND")
# Links of a chain that are kept before its last: a list of figures costs no more than its length.
_LONGEST = 8

# What makes of the noun before it something else than money: books, or the euro as such.
_NOT_MONEY_AFTER = re.compile(
    r" (?:vendu|imprimé|publié|écoulé|lu|écrit|paru|scolaire|numérique|ancien|rare"
    r"|fort|faible)(?:e?s?)\b|-[^\W\d_]",
    re.IGNORECASE,
)
# Nouns of money that are other words too: a frank success, one spike, one crown.
_NOT_COUNTED_ONE_BY_ONE = frozenset("livre mark lire won rand real florin couronne".split())
# After pounds: what they pay for, or that they are books or a weight.
_PAID = re.compile(
    r" (?:sterling|d(?:e |')(?:amende|dommages|prime|loyer|plus|moins|salaire|recettes|revenus"
    r"|bénéfices?|dettes?|frais|caution|rente|pension|budget|capital))\b|(?! \w)"
    r"| (?!de |d')(?P<word>[^\W\d_]+)",
    re.IGNORECASE,
)
_BOOKS = re.compile(
    r"\b(?:écri[rtv]|publi|paru|lire\b|lect|édit|auteur|autrice|roman|librair|imprim|biblioth"
    r"|ouvrage|rayon|étagère|pages?\b)",
    re.IGNORECASE,
)
_NUMBERED = frozenset(
    """n° no numero numeros page pages article articles chapitre tome volume etape phase niveau
    ligne salle porte vol quai version top chaine lot lots tranche""".split()
)
_TWO_WORDS = re.compile(r"(?:(?P<first>[^\W\d_]+)['\s])?(?P<last>[^\W\d_]+|n°) $")
_OPENED = re.compile(r"\b(?:de |d'|entre )$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_VAGUE = re.compile(
    rf"\b(?:des|plusieurs|quelques|(?:de )?nombreu(?:x|ses)|certaines) "
    rf"(?:(?:{COLLECTIVE_NOUNS}|million|milliard|billion)s? (?:de |d'))+{_MONEY}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Quantity:
    """A number with its scale, as written; `more` is what a compound adds: 1 million 200 000."""

    start: int
    end: int
    number: str
    scale: str
    half: bool = False
    more: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class _Money:
    """A currency where it stands, before a quantity or after it."""

    currency: Currency
    end: int
    name: str
    before: bool = False
    of: bool = False


_Sum = FoundAmount | Doubt


def find_amounts(
    text: str, published: datetime.date | None = None, context: str = ""
) -> list[FoundAmount]:
    """Every amount of money in a text, in order. A range gives its two ends, a list each sum.

    A number without a currency is no amount, nor is a currency without a number. Which dinars or
    francs are meant is settled by the countries that the text or its context names, and by its day.
    """
    return [one for one in _sums(text, published, context) if isinstance(one, FoundAmount)]


def find_doubtful(
    text: str, published: datetime.date | None = None, context: str = ""
) -> list[Doubt]:
    """Every sum in a text that is not settled, in order: 500 dinars, dozens of millions."""
    return [one for one in _sums(text, published, context) if isinstance(one, Doubt)]


def _sums(text: str, published: datetime.date | None, context: str) -> list[_Sum]:
    setting = Setting((text, context) if context else (text,), published)
    found: list[_Sum] = []
    position = 0
    while match := _START.search(text, position):
        sums, position = _chain(text, match, setting)
        found += sums
        while sums and (more := _compared(text, sums[-1], position)):
            sums, position = [more], more.end
            found += sums
    for match in _VAGUE.finditer(text):
        if money := _money(match, setting):
            found.append(Doubt("montant approximatif", None, match.start(), money.end))
    return sorted(found, key=lambda one: one.start)


def _chain(text: str, match: re.Match[str], setting: Setting) -> tuple[list[_Sum], int]:
    """The sums of the chain that starts here, none where it is no money, and where it ends."""
    start = match.end()
    money = None
    if match["sign"]:
        money = _Money(of_sign(match["sign"], setting), start, match["sign"], before=True)
    elif match["code"]:
        if match["code"] not in codes():
            return [], start
        money = _Money(Currency(match["code"]), start, match["code"], before=True)
    first = _quantity(text, start, english=money is not None)
    assert first is not None  # noqa: S101 - a chain starts at a number
    chain, joints = [first], list[str]()
    if money:
        chain += _up_to(text, first, money, setting)
        start = match.start()
    while money is None and not (money := _money_after(text, chain[-1], setting)):
        joint = _JOINT.match(text, chain[-1].end)
        following = _quantity(text, joint.end()) if joint else None
        if joint is None or following is None:
            return [], chain[-1].end  # what begins further on in this chain ends here too
        chain = [*chain[-_LONGEST:], following]
        joints = [*joints[-_LONGEST + 1 :], joint[0].strip()]
    if not money.before:
        chain = chain[_first_kept(text, chain, joints) :]
        start = chain[0].start
    sums = _values(text, chain, money, start)
    return sums, sums[-1].end


def _compared(text: str, last: _Sum, start: int) -> FoundAmount | None:
    """The sum without a currency with which the last one is compared, or that is part of it."""
    joint = _COMPARED.match(text, start)
    if joint is None or not isinstance(last, FoundAmount):
        return None
    quantity = _quantity(text, joint.end())
    assert quantity is not None  # noqa: S101 - a number follows
    agreed = quantity.scale and _PAST.match(text, quantity.end)  # « 40 millions payables »
    if not agreed and not _COMPARED_END.match(text, quantity.end):
        return None
    scales = [match["scale"] for match in _QUANTITY.finditer(text[last.start : last.end])]
    scale = next((one for one in reversed(scales) if one), "")
    if not quantity.scale and (joint["part"] or not scale or _YEAR.fullmatch(quantity.number)):
        return None
    power = _power(quantity.scale or scale)
    value = parse_number(quantity.number) * power + quantity.more
    value += power / 2 if quantity.half else 0
    return FoundAmount(value, last.currency, joint.end(), quantity.end)


def _quantity(text: str, start: int, *, english: bool = False) -> _Quantity | None:
    """The quantity that starts here; the scale of `£3.2m` is read in English only."""
    match = (english and _ENGLISH_SIGN.match(text, start)) or _QUANTITY.match(text, start)
    if match is None:
        return None
    scale = (match["scale"] or "").rstrip(".")
    half = bool(match.groupdict().get("half"))
    more, end = Decimal(0), match.end()
    power = _power(scale)
    while scale and not half and not english and (further := _QUANTITY.match(text, end + 1)):
        below = _power(further["scale"])
        value = parse_number(further["number"]) * below
        article = value == 1 and not further["scale"]  # « 284 millions un an plus tôt »
        if text[end] != " " or below >= power or value >= power or article:
            break
        more, end, power = more + value, further.end(), below
        if not further["scale"]:
            break
    return _Quantity(start, end, match["number"], scale, half, more)


def _power(scale: str | None) -> Decimal:
    return Decimal(10) ** (SCALES.get(plain(scale)) or _ENGLISH[scale]) if scale else Decimal(1)


def _money_after(text: str, quantity: _Quantity, setting: Setting) -> _Money | None:
    match = _CURRENCY.match(text, quantity.end)
    money = _money(match, setting) if match else None
    return money if money and _is_money(text, quantity, money) else None


def _money(match: re.Match[str], setting: Setting) -> _Money | None:
    """The currency that a match names; of its words, as many as make a name."""
    of = bool(match.groupdict().get("of"))
    if sign := match["sign"]:
        return _Money(of_sign(sign, setting), match.end("sign"), sign, of=of)
    words = list(re.finditer(rf"{_WORD}'?", match["name"]))
    if words[0][0] in codes():
        end = match.start("name") + words[0].end()
        return _Money(Currency(words[0][0]), end, words[0][0], of=of)
    for word in reversed(words):
        name = match["name"][: word.end()]
        if currency := of_name(name, setting):
            return _Money(currency, match.start("name") + word.end(), singular(name), of=of)
    return None


def _is_money(text: str, quantity: _Quantity, money: _Money) -> bool:
    """Whether the noun means money here, where it may mean something else."""
    if _NOT_MONEY_AFTER.match(text, money.end):
        return False
    if quantity.scale or " " in money.name:
        return True
    word = _next_word(text, money.end)
    if plain(quantity.number) in ("un", "une"):
        return _is_one(text, quantity, money, word)
    return money.name != "livre" or _are_pounds(text, quantity, money, word)


def _is_one(text: str, quantity: _Quantity, money: _Money, word: str) -> bool:
    """Whether a single one is a sum: no `pas un centime`, nor the rate of `1,60 pour un dollar`."""
    if _RATE.search(text, max(0, quantity.start - 20), quantity.start):
        return False
    if money.name == "franc":
        return word in FUNCTION_WORDS | {"", "symbolique"}
    hundredth = money.currency.unit < 1 and money.currency.code != "GBP"
    return not hundredth and money.name not in _NOT_COUNTED_ONE_BY_ONE


def _are_pounds(text: str, quantity: _Quantity, money: _Money, word: str) -> bool:
    """Whether what is called `livres`, before this word, is no books and no weight."""
    match = _PAID.match(text, money.end)
    if match is None or (match["word"] and word not in FUNCTION_WORDS):
        return False
    return not _BOOKS.search(text, max(0, quantity.start - 60), money.end + 60)


def _next_word(text: str, end: int) -> str:
    match = re.compile(rf" ({_WORD})").match(text, end)
    return plain(match[1]) if match else ""


def _first_kept(text: str, chain: list[_Quantity], joints: list[str]) -> int:
    """Where the part of a chain begins that is money: a year or a number of a lot is none."""
    kept, scale = len(chain) - 1, chain[-1].scale
    while kept:
        low, joint = chain[kept - 1], joints[kept - 1].split(" ")[0]
        if joint == "," and joints[-1].split(" ")[0] not in ("et", "ou"):
            break
        opened = _OPENED.search(text[max(0, low.start - 8) : low.start])
        year = _YEAR.fullmatch(low.number) and not low.scale and (not opened or _power(scale) > 1)
        if year or (not opened and _is_label(text, low)):
            break
        own = _power(low.scale or ("" if _is_whole(low) else scale))
        value = parse_number(low.number) * own
        high = parse_number(chain[kept].number) * _power(chain[kept].scale or scale)
        if joint in ("à", "-", "–") and value >= high:
            break
        kept -= 1
    return kept


def _is_whole(quantity: _Quantity) -> bool:
    """Whether a number shares no scale: `de 650 000 à 1,5 million`."""
    return parse_number(quantity.number) >= 1000  # noqa: PLR2004


def _is_label(text: str, quantity: _Quantity) -> bool:
    """Whether a number is the name of what stands before it: `le lot 7`, `les lots 2 et 3`."""
    if plain(quantity.number) in ("un", "une"):
        return True
    words = _TWO_WORDS.search(text[max(0, quantity.start - 40) : quantity.start])
    if words is None:
        return False
    last = plain(words["last"])
    if last in _NUMBERED:
        return True
    if last in FUNCTION_WORDS or last in PREPOSITIONS:
        return False
    plural = last[-1] in "sx" and not re.search(r"(?:és|ées|is|us)$", words["last"])
    return plural or plain(words["first"] or "") in SUBJECT_DETERMINERS


def _up_to(text: str, first: _Quantity, money: _Money, setting: Setting) -> list[_Quantity]:
    """The other end of a range that has its currency before it: `de $10 à 15 milliards`."""
    joint = _JOINT.match(text, first.end)
    if joint is None:
        return []
    between = re.search(r"\b[Ee]ntre \W*$", text[max(0, first.start - 12) : first.start])
    if joint[0].strip() not in (("et",) if between else ("à", "-", "–")):
        return []
    high = _quantity(text, joint.end(), english=True)
    if high is None:
        return []
    after = _money_after(text, high, setting)
    counted = not high.scale and _next_word(text, high.end) not in FUNCTION_WORDS | {""}
    if (after and after.currency != money.currency) or (not after and counted):
        return []
    return [high]


def _values(text: str, chain: list[_Quantity], money: _Money, start: int) -> list[_Sum]:
    """The sums of a chain; they share the scale that its last quantity has."""
    last = chain[-1]
    end = max(last.end, money.end)
    scale = last.scale
    if not scale and not money.before and (match := _SCALE_AFTER.match(text, money.end)):
        scale, end = match["scale"], match.end()
    cents = Decimal(0)
    if money.currency.unit == 1:
        cents, end = _cents(text, last, _power(scale), money, end)
    found: list[_Sum] = []
    for quantity in chain:
        own = quantity.scale or ("" if quantity is not last and _is_whole(quantity) else scale)
        number = parse_number(quantity.number, english=_is_english(quantity, own, money))
        power = _power_of(own, quantity, number, money)
        value = number * power + (power / 2 if quantity.half else 0) + quantity.more
        value = (value + (cents if quantity is last else 0)) * money.currency.unit
        code = money.currency.code
        if not power:
            found.append(Doubt("échelle à préciser", None, start, end))
        elif code is None:
            found.append(Doubt("devise à préciser", value, start, end))
        else:
            found.append(FoundAmount(value, code, start, end))
    return found


def _is_english(quantity: _Quantity, scale: str, money: _Money) -> bool:
    """Whether a number has English thousands, or decimals after a full stop: `$1,200`."""
    if not re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", quantity.number):
        return False
    if "," in quantity.number:
        dollars = money.name.split()[0] in ("dollar", "livre", "pound")
        return not scale and (money.before or dollars or money.currency.code in _WITHOUT_CENTS)
    return money.before and scale in _ENGLISH


def _power_of(scale: str, quantity: _Quantity, number: Decimal, money: _Money) -> Decimal:
    """What a scale multiplies by; 0 where it may be English or French."""
    english = _ENGLISH.get(scale)
    if english is None or scale not in ("billion", "trillion"):
        long = scale in ("billions", "trillions") and (
            money.before or not (money.of or quantity.half)
        )
        return Decimal(0) if long else _power(scale)
    if "." in quantity.number or money.before or not money.of:
        return Decimal(10) ** english
    return Decimal(0) if number >= 2 else _power(scale)  # noqa: PLR2004 - French: 2 billions


def _cents(
    text: str, last: _Quantity, power: Decimal, money: _Money, end: int
) -> tuple[Decimal, int]:
    """What follows a sum and belongs to it: `15 € 50`, `25 euros et 50 centimes`, `et demi`."""
    match = _CENTS.match(text, end)
    if match is None or not re.fullmatch(r"[^.,]+", last.number):
        return Decimal(0), end
    if match["half"]:
        return power / 2, match.end()
    if power > 1:
        return Decimal(0), end
    if match["bare"]:
        word = plain(match["next"] or "")
        if money.before or (word and word not in FUNCTION_WORDS):
            return Decimal(0), end
    part = parse_number(match["bare"] or match["number"])
    if part >= 100:  # noqa: PLR2004
        return Decimal(0), end
    return part / 100, match.end("bare" if match["bare"] else 0)
