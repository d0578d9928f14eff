"""Days, as vaguely as they are known.

A `When` is an interval of days with its grain and the words it was read from. "2011" is the year, never
1 January; an end that nobody knows is None. Its text form is EDTF (ISO 8601-2, levels 0 and 1, quarters by
level 2).
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Grain(StrEnum):
    """How fine a `When` is: what the words name, not how long the interval happens to be."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class When:
    """First and last day (both included; None where open or unknown), grain, the words, the rule that read them.

    >>> When(date(2011, 12, 1), date(2011, 12, 31), Grain.MONTH, "in December", "month").edtf
    '2011-12'
    >>> When(None, date(2012, 12, 31), Grain.YEAR, "by 2012", "deadline").edtf
    '../2012'
    """

    first: date | None
    last: date | None
    grain: Grain
    words: str = ""
    rule: str = ""
    approximate: bool = False

    @property
    def edtf(self) -> str:
        """The interval as EDTF; `..` stands for an open end, and `..` alone for a day that nobody knows."""
        mark = "~" if self.approximate else ""
        if self.first is None and self.last is None:
            return ".."
        if self.first is None or self.last is None:
            return f"{_open_end(self.first, self.grain, mark)}/{_open_end(self.last, self.grain, mark)}"
        whole = _whole(self.first, self.last, self.grain)
        if whole is not None:
            return whole + mark
        return f"{self.first.isoformat()}{mark}/{self.last.isoformat()}{mark}"

    @property
    def is_day(self) -> bool:
        """Whether this is one certain day."""
        return self.first is not None and self.first == self.last and not self.approximate

    def meets(self, other: "When") -> bool:
        """Tell whether the two intervals share a day; an open end reaches everywhere."""
        starts_in_time = self.first is None or other.last is None or self.first <= other.last
        ends_in_time = self.last is None or other.first is None or self.last >= other.first
        return starts_in_time and ends_in_time


UNKNOWN = When(None, None, Grain.UNKNOWN)


def _open_end(day: date | None, grain: Grain, mark: str) -> str:
    if day is None:
        return ".."
    if grain is Grain.YEAR:
        return f"{day.year:04}{mark}"
    if grain is Grain.MONTH:
        return f"{day.year:04}-{day.month:02}{mark}"
    return day.isoformat() + mark


def _whole(first: date, last: date, grain: Grain) -> str | None:
    """Write an interval that is exactly a day, month, quarter, season, year, decade or century of the calendar."""
    if first == last:
        return first.isoformat()
    at_year_start, at_year_end = (first.month, first.day) == (1, 1), (last.month, last.day) == (12, 31)
    if grain is Grain.MONTH and (first.year, first.month, first.day) == (last.year, last.month, 1):
        return f"{first.year:04}-{first.month:02}"
    if grain in {Grain.SEASON, Grain.QUARTER}:
        return _part(first, last, grain)
    if grain is Grain.YEAR and at_year_start and at_year_end and first.year == last.year:
        return f"{first.year:04}"
    if grain is Grain.DECADE and at_year_start and at_year_end and last.year - first.year == 9:
        return f"{first.year // 10:03}X"
    if grain is Grain.CENTURY and at_year_start and at_year_end and last.year - first.year == 99:
        return f"{first.year // 100:02}XX"
    return None


def _part(first: date, last: date, grain: Grain) -> str | None:
    """Write a quarter (33 to 36), or a season (21, spring, to 24, winter), of three whole months."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months != 3 or first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return None
    if grain is Grain.QUARTER:
        return f"{first.year:04}-{33 + first.month // 3}" if first.month % 3 == 1 else None
    return f"{first.year:04}-{20 + first.month // 3}" if first.month % 3 == 0 else None
