"""What a value of the content may be: how its text is read, what is expected, its JSON Schema.

The classes of `model` name these kinds in the types of their fields, and everything else follows
from there: reading a file, its messages, the schemas for editors, the table of the README.
"""

from __future__ import annotations

import dataclasses
import datetime
import functools
import re
import types
from dataclasses import dataclass
from decimal import Decimal
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from story.dates import EdtfDate, is_edtf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """A kind of text: `parse` gives its value, or None where the text is not of this kind."""

    problem: str
    """What is said of a text that is not of this kind."""
    parse: Callable[[str], object | None]
    expected: str
    schema: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Reference:
    """The id of an entry of another section, or of the sources.

    Where it stands `among` the entries of a list, the section is the one beside that list.
    """

    section: str
    among: str = ""


def _matching(pattern: str) -> Callable[[str], str | None]:
    compiled = re.compile(pattern)
    return lambda text: text if compiled.fullmatch(text) else None


def _date(text: str) -> EdtfDate | None:
    return EdtfDate(text) if is_edtf(text) else None


def _day(text: str) -> EdtfDate | None:
    return _date(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII) else None


def _period(text: str) -> EdtfDate | None:
    return _date(text) if re.fullmatch(r"\d{4}/\d{4}", text, re.ASCII) else None


def _moment(text: str) -> datetime.date | None:
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            return datetime.date.fromisoformat(text)
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?", text, re.ASCII):
            return datetime.datetime.fromisoformat(text)
    except ValueError:  # there is no such day, or no such hour
        pass
    return None


_ADDRESS = r"https?://[^/\s]\S*"
_POSITIVE = r"(?=.*[1-9])[0-9]{1,18}(?:\.[0-9]{1,4})?"
_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"


def _sum(text: str) -> Decimal | None:
    return Decimal(text) if re.fullmatch(_POSITIVE, text) else None


@functools.cache
def _currencies() -> frozenset[str]:
    from babel.numbers import list_currencies  # noqa: PLC0415 - a third of the time of a check

    return frozenset(list_currencies())


def _currency(text: str) -> str | None:
    return text if text in _currencies() else None


def _string(**more: object) -> dict[str, object]:
    return {"type": "string", **more}


TEXT = Kind("« {} » n’est pas un texte", str, "un texte", _string(minLength=1))
# Our own words over or after statements, whose figures have to be in the evidence around them.
HEADING = Kind("« {} » n’est pas un texte", str, "un texte", _string(minLength=1))
ID = Kind(
    "« {} » n’est pas un identifiant",
    _matching(_ID),
    "des minuscules sans accent, des chiffres, des tirets",
    _string(pattern=f"^{_ID}$"),
)
DATE = Kind(
    "« {} » n’est pas une date",
    _date,
    "AAAA, AAAA-MM ou AAAA-MM-JJ (EDTF)",
    {"type": ["string", "integer"]},
)
DAY = Kind("« {} » n’est pas un jour", _day, "AAAA-MM-JJ", _string(pattern=r"^\d{4}-\d{2}-\d{2}$"))
MOMENT = Kind(
    "« {} » n’est pas une date",
    _moment,
    "AAAA-MM-JJ ou AAAA-MM-JJThh:mm",
    _string(pattern=r"^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?$"),
)
PERIOD = Kind(
    "« {} » n’est pas une période",
    _period,
    "deux années : 1998/2004",
    _string(pattern=r"^\d{4}/\d{4}$"),
)
SUM = Kind(
    "« {} » n’est pas une somme",
    _sum,
    "un nombre positif, en chiffres : 6400000000",
    {"type": ["number", "string"], "exclusiveMinimum": 0, "pattern": f"^{_POSITIVE}$"},
)
CURRENCY = Kind(
    "« {} » n’est pas une devise",
    _currency,
    "un code ISO 4217 : USD, EUR, GBP…",
    _string(pattern="^[A-Z]{3}$"),
)
COUNT = Kind(
    "« {} » n’est pas un rang",
    lambda text: int(text) if re.fullmatch(r"[1-9][0-9]{0,5}", text) else None,
    "1, 2, 3…",
    {"type": "integer", "minimum": 1},
)
ADDRESS = Kind(
    "« {} » n’est pas une adresse",
    _matching(_ADDRESS),
    "https://… ou http://…",
    _string(pattern=f"^{_ADDRESS}$"),
)

Text = Annotated[str, TEXT]
Heading = Annotated[str, HEADING]
Id = Annotated[str, ID]
Date = Annotated[EdtfDate, DATE]
Day = Annotated[EdtfDate, DAY]
Moment = Annotated[datetime.date, MOMENT]
Period = Annotated[EdtfDate, PERIOD]
Sum = Annotated[Decimal, SUM]
Currency = Annotated[str, CURRENCY]
Address = Annotated[str, ADDRESS]
PersonId = Annotated[str, Reference("people")]
ThemeId = Annotated[str, Reference("themes")]
SourceId = Annotated[str, Reference("sources")]
NodeId = Annotated[str, Reference("nodes", among="edges")]
EventId = Annotated[str, Reference("events")]
StructureId = Annotated[str, Reference("structures")]
AmountGroupId = Annotated[str, Reference("amount_groups")]
AmountKind = Annotated[str, Reference("kinds")]
Count = Annotated[int, COUNT]


@dataclass(frozen=True, slots=True)
class Key:
    """A key of an entry: its name in the file, the field that it fills, and what it may hold."""

    name: str
    field: str
    needed: bool
    many: bool
    holds: Kind | Reference | tuple[str, ...] | type
    """Else than a kind: the words of a closed set, or the class of the entries within."""
    says: str
    """What it is, to the person who writes it."""


def keys_of(entry: type) -> tuple[Key, ...]:
    """The keys of a class of the model: its fields that carry a sentence about them."""
    if entry not in _KEYS:
        _KEYS[entry] = tuple(_keys(entry))
    return _KEYS[entry]


_KEYS: dict[type, tuple[Key, ...]] = {}


def _keys(entry: type) -> Iterator[Key]:
    hints = get_type_hints(entry, include_extras=True)
    for field in dataclasses.fields(entry):
        says, holds, many = _unwrapped(hints[field.name])
        if says:
            needed = field.default is field.default_factory is dataclasses.MISSING
            name = field.metadata.get("key", field.name)
            yield Key(name, field.name, needed, many, holds, says)


def _unwrapped(hint: Any) -> tuple[str, Any, bool]:  # noqa: ANN401 - a type, whatever its form
    """What a type says of a field, what it holds, and whether it is a list."""
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Annotated:
        says = next((one for one in inside[1:] if isinstance(one, str)), "")
        kind = next((one for one in inside[1:] if isinstance(one, Kind | Reference)), None)
        _, holds, many = _unwrapped(inside[0])
        return says, kind or holds, many
    if origin in (Union, types.UnionType):
        return _unwrapped(next(one for one in inside if one is not type(None)))
    if origin is tuple:
        _, holds, _ = _unwrapped(inside[0])
        return "", holds, True
    return "", inside if origin is Literal else hint, False
