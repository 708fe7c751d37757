"""Dates as people know them: to the day, to the month, to the year, about, before, after.

They are kept in EDTF (the Extended Date/Time Format of ISO 8601-2): `2015`, `2018-02`,
`2018-02-20`, `2015~` (about), `../2015` (before), `2015/..` (after), `2016/2019` (interval),
`199X` (decade), `2024-33` (first quarter), `2024-40` (first half-year), `2023-22` (summer).
A year is never turned into its 1 January.
"""

import datetime
import re
from dataclasses import dataclass
from typing import Literal

Precision = Literal["day", "month", "quarter", "season", "half-year", "year", "decade"]

# What the second number of a date may be: how fine it is, and the month in which it begins.
_PARTS: dict[int, tuple[Precision, int]] = (
    {month: ("month", month) for month in range(1, 13)}
    | {21 + number: ("season", 3 * number + 3) for number in range(4)}
    | {33 + number: ("quarter", 3 * number + 1) for number in range(4)}
    | {40 + number: ("half-year", 6 * number + 1) for number in range(2)}
)
# How many months each precision spans; a day is none.
_MONTHS: dict[Precision, int] = {
    "day": 0, "month": 1, "quarter": 3, "season": 3, "half-year": 6, "year": 12, "decade": 120,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date or an interval, as an EDTF string."""

    edtf: str

    @property
    def precision(self) -> Precision:
        """How finely the date is known; that of its ends for an interval."""
        return _read(self._ends()[0])[0]

    @property
    def first_day(self) -> datetime.date:
        """The first day that the date may mean; an order among dates, never to be shown."""
        return _read(self._ends()[0])[1]

    @property
    def last_day(self) -> datetime.date:
        """The last day that the date may mean, of what is known of it."""
        precision, first = _read(self._ends()[-1])
        months = _MONTHS[precision]
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
        """What is known of it: a date, or one for each end of an interval that is not open."""
        return [end.rstrip("~") for end in self.edtf.split("/") if end != ".."]


def _read(known: str) -> tuple[Precision, datetime.date]:
    """How fine one end of a date is, and its first day."""
    year, *rest = known.split("-")
    month, day = [*map(int, rest), 1, 1][:2]
    part, first_month = _PARTS[month]
    by_length: tuple[Precision, ...] = ("decade" if year.endswith("X") else "year", part, "day")
    return by_length[len(rest)], datetime.date(int(year.replace("X", "0")), first_month, day)


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
    return month is None or int(month) in _PARTS
