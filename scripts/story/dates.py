"""Dates as people know them: to the day, to the month, to the year, about, before, after.

They are kept in EDTF (the Extended Date/Time Format of ISO 8601-2): `2015`, `2018-02`,
`2018-02-20`, `2015~` (about), `../2015` (before), `2015/..` (after), `2016/2019` (interval),
`199X` (decade), `2024-33` (first quarter), `2024-40` (first half-year), `2023-22` (summer).
A year is never turned into its 1 January.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Literal

Precision = Literal["day", "month", "quarter", "season", "half-year", "year", "decade"]

_SEASONS = range(21, 25)
_QUARTERS = range(33, 37)
_HALVES = range(40, 42)


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date or an interval, as an EDTF string."""

    edtf: str

    @property
    def precision(self) -> Precision:
        """How finely the date is known; that of its ends for an interval."""
        known = next(end for end in self._ends() if end)
        if known.endswith("X"):
            return "decade"
        parts = known.split("-")
        if len(parts) == 1:
            return "year"
        if len(parts) > 2:  # noqa: PLR2004
            return "day"
        part = int(parts[1])
        if part in _SEASONS:
            return "season"
        if part in _QUARTERS:
            return "quarter"
        return "half-year" if part in _HALVES else "month"

    @property
    def first_day(self) -> datetime.date:
        """The first day that the date may mean; an order among dates, never to be shown."""
        return _first(next(end for end in self._ends() if end))

    @property
    def last_day(self) -> datetime.date:
        """The last day that the date may mean, of what is known of it."""
        known = next(end for end in reversed(self._ends()) if end)
        first = _first(known)
        months = _MONTHS[EdtfDate(known).precision]
        if not months:
            return first
        # Counted from the year 0; there is no day after the last that a date can have.
        year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
        if year > datetime.MAXYEAR:
            return datetime.date.max
        return datetime.date(year, month + 1, 1) - datetime.timedelta(days=1)

    @property
    def sort_key(self) -> tuple[datetime.date, bool, str]:
        """Vague dates come before the precise ones they contain, `before` first."""
        return self.first_day, not self.edtf.startswith(".."), self.edtf

    @property
    def machine(self) -> str | None:
        """The value of HTML's `datetime` attribute, where HTML has one for this date."""
        simple = re.fullmatch(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?", self.edtf)
        return self.edtf if simple else None

    def _ends(self) -> list[str]:
        return [end.rstrip("~").replace("..", "") for end in self.edtf.split("/")]


# How many months each precision spans; a day is none.
_MONTHS: dict[Precision, int] = {
    "day": 0,
    "month": 1,
    "quarter": 3,
    "season": 3,
    "half-year": 6,
    "year": 12,
    "decade": 120,
}


def _first(known: str) -> datetime.date:
    """The first day of one end of a date."""
    year, month, day = [*map(int, known.replace("X", "0").split("-")), 1, 1][:3]
    if month in _SEASONS:
        month = 3 * (month - _SEASONS[0]) + 3
    elif month in _QUARTERS:
        month = 3 * (month - _QUARTERS[0]) + 1
    elif month in _HALVES:
        month = 6 * (month - _HALVES[0]) + 1
    return datetime.date(year, month, day)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text, at offsets of that text."""

    date: EdtfDate
    start: int
    end: int


def valid_day(year: int, month: int, day: int) -> datetime.date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def nearest_day(
    month: int,
    day: int,
    reference: datetime.date,
    weekday: int | None = None,
    direction: Literal[-1, 0, 1] = 0,
) -> datetime.date | None:
    """The day of this month that a text published on `reference` means without naming the year.

    It is the nearest one, not before (direction 1) or not after (-1) the reference where the text
    says so, and on the weekday that the text names (0 is Monday). None where no year fits.
    """
    candidates = [
        date
        for year in range(reference.year - 1, reference.year + 2)
        if (date := valid_day(year, month, day)) is not None
        and (weekday is None or date.weekday() == weekday)
        and (date - reference).days * direction >= 0
    ]
    return min(candidates, key=lambda date: abs(date - reference), default=None)


def is_edtf(text: str) -> bool:
    """Whether a text is a date in the part of EDTF that the site uses, and exists."""
    ends = text.split("/")
    if not 1 <= len(ends) <= 2 or ends.count("..") > 1:  # noqa: PLR2004 - an interval has two
        return False
    if len(ends) > 1 and any(end.endswith("~") for end in ends):
        return False  # "after about" says nothing that "after" does not
    known = [end for end in ends if end != ".."]
    if not known or not all(map(_exists, known)):
        return False
    return EdtfDate(known[0]).first_day <= EdtfDate(known[-1]).first_day


def _exists(end: str) -> bool:
    """Whether one end of an interval exists: there was no year 0, and a decade has no months."""
    if re.fullmatch(r"\d{3}X~?", end, re.ASCII):
        return not end.startswith("000")
    match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?~?", end, re.ASCII)
    if match is None or match[1] == "0000":
        return False
    year, month, day = match.groups()
    if day:
        return valid_day(int(year), int(month), int(day)) is not None
    parts = (*range(1, 13), *_SEASONS, *_QUARTERS, *_HALVES)
    return month is None or int(month) in parts
