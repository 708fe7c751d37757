"""What a value of the content may be: how its text is read, what is expected, its JSON Schema.

The classes of `model` name these kinds in the types of their fields, and everything else follows
from there: reading a file, its messages, the schemas for editors, the table of the README.
"""

import dataclasses
import datetime
import functools
import re
import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from story.edtf_date import EdtfDate, is_edtf


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


def _date(text: str) -> EdtfDate | None:
    return EdtfDate(text) if is_edtf(text) else None


def _moment(text: str) -> datetime.date | None:
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError:  # there is no such day, or no such hour
        return None
    return moment if ":" in text else moment.date()


@functools.cache
def _currency(text: str) -> str | None:
    from babel.numbers import list_currencies  # noqa: PLC0415 - a third of the time of a check

    return text if text in list_currencies() else None


def bare(text: str) -> str:
    """A text without the quotation marks around it."""
    match = _MARKED.fullmatch(text)
    return match[1] if match else text


def _named(text: str) -> str | None:
    return text if bare(text) == text and re.search(r"\w", text) else None


_MARKED = re.compile(r'[«“"]\s*([^«»“”"]*?)\s*[»”"]')


def _kind(
    name: str,
    expected: str,
    pattern: str = "",
    parse: Callable[[str], object | None] = str,
    schema: Mapping[str, object] | None = None,
) -> Kind:
    """A kind of text that follows a pattern, where there is one, and that `parse` takes."""
    compiled = re.compile(pattern or ".*", re.DOTALL)
    return Kind(
        f"« {{}} » n’est pas {name}",
        lambda text: parse(text) if compiled.fullmatch(text) else None,
        expected,
        schema or {"type": "string", "pattern": f"^{pattern}$"},
    )


_DAY = r"\d{4}-\d{2}-\d{2}"
_MINUTE = rf"{_DAY}(?:[T ]\d{{2}}:\d{{2}}(?::\d{{2}})?)?"
_WORDS = "[a-z0-9]+(?:-[a-z0-9]+)*"
_POSITIVE = r"(?=.*[1-9])[0-9]{1,18}(?:\.[0-9]{1,4})?"
_EDTF = {"type": ["string", "integer"]}
_SUM = {"type": ["number", "string"], "exclusiveMinimum": 0, "pattern": f"^{_POSITIVE}$"}
_RANK = {"type": "integer", "minimum": 1}
_LETTER = "un nom, d’une lettre ou d’un chiffre au moins"

TEXT = _kind("un texte", "un texte", schema={"type": "string", "minLength": 1})
# Words without the marks around them, which the pages put themselves.
SPOKEN = dataclasses.replace(TEXT, parse=lambda text: bare(text) or None)
# Words of a text of others, to be found there.
EXACT = dataclasses.replace(TEXT)
# What may stay blank until the site is published.
BLANK = dataclasses.replace(TEXT)
# Our own words over or after statements, whose figures have to be in the evidence around them.
HEADING = dataclasses.replace(TEXT)
NAME = dataclasses.replace(TEXT, problem="« {} » n’est pas un nom", expected=_LETTER, parse=_named)
OURS = (TEXT, SPOKEN, HEADING, NAME)
"""What whoever writes the content has to write before it is published."""
ID = _kind("un identifiant", "des minuscules sans accent, des chiffres, des tirets", _WORDS)
DATE = _kind("une date", "AAAA, AAAA-MM ou AAAA-MM-JJ (EDTF)", parse=_date, schema=_EDTF)
MOMENT = _kind("une date", "AAAA-MM-JJ ou AAAA-MM-JJThh:mm", _MINUTE, _moment)
SUM = _kind("une somme", "un nombre positif, en chiffres : 6400000000", _POSITIVE, Decimal, _SUM)
COUNT = _kind("un nombre entier", "1, 2, 3…", "[1-9][0-9]{0,5}", int, _RANK)
CURRENCY = _kind("une devise", "un code ISO 4217 : USD, EUR, GBP…", "[A-Z]{3}", _currency)

Text = Annotated[str, TEXT]
Spoken = Annotated[str, SPOKEN]
Exact = Annotated[str, EXACT]
Blank = Annotated[str, BLANK]
Heading = Annotated[str, HEADING]
Name = Annotated[str, NAME]
Id = Annotated[str, ID]
Date = Annotated[EdtfDate, DATE]
Day = Annotated[EdtfDate, _kind("un jour", "AAAA-MM-JJ", _DAY, _date)]
Period = Annotated[EdtfDate, _kind("une période", "deux années : 1998/2004", r"\d{4}/\d{4}", _date)]
Moment = Annotated[datetime.date, MOMENT]
Sum = Annotated[Decimal, SUM]
Count = Annotated[int, COUNT]
Currency = Annotated[str, CURRENCY]
Address = Annotated[str, _kind("une adresse", "https://… ou http://…", r"https?://[^/\s]\S*")]
PersonId = Annotated[str, Reference("people")]
ThemeId = Annotated[str, Reference("themes")]
SourceId = Annotated[str, Reference("sources")]
NodeId = Annotated[str, Reference("nodes", among="edges")]
EventId = Annotated[str, Reference("events")]
StructureId = Annotated[str, Reference("structures")]
AmountGroupId = Annotated[str, Reference("amount_groups")]
AmountKind = Annotated[str, Reference("kinds")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a file holds: its keys are the fields that carry a sentence about them."""

    line: int = 0
    """Where it is written, from 1."""


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
    """The keys of a class of entries."""
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
