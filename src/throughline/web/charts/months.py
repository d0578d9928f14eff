"""How many articles of whom in which month, quarter, year or decade: a heat map's columns and cells.

In: days, by row. Out: `Columns`, as fine as the page has room for, and how many days of a row fall in each. Invariant:
no period between the first and the last is left out, so that a silence is seen as one.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from math import ceil, log

MOST = 40  # columns; more are read as coarser periods
SHADES = 5
_MANY = 10  # articles that are many in any story: where none has more, one alone stays pale
_NAMES = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_GRAINS = (("month", 1), ("quarter", 3), ("year", 12), ("decade", 120))  # in months


@dataclass(frozen=True, slots=True)
class Period:
    """A column: `name` under its year's heading, `whole` alone ("Mar 2011")."""

    number: int
    year: str
    name: str
    whole: str


@dataclass(frozen=True, slots=True)
class Columns:
    """The periods from the first to the last day, and their headings: a year and how many columns it spans."""

    grain: str
    months: int
    periods: tuple[Period, ...]

    @property
    def years(self) -> tuple[tuple[str, int], ...]:
        """The upper line of headings; nothing where the periods are years or longer."""
        if self.months >= 12:
            return ()
        return tuple((year, len(list(group))) for year, group in groupby(self.periods, key=lambda one: one.year))

    def number(self, day: date) -> int:
        """The period of a day."""
        return (day.year * 12 + day.month - 1) // self.months

    def counts(self, days: Iterable[date]) -> Counter[int]:
        """How many of the days are in each period."""
        return Counter(map(self.number, days))


def columns(first: date, last: date) -> Columns:
    """The finest periods of which there is room for all."""
    for grain, months in _GRAINS:
        start, end = ((day.year * 12 + day.month - 1) // months for day in (first, last))
        if end - start < MOST or grain == _GRAINS[-1][0]:
            break
    return Columns(grain, months, tuple(_period(number, months) for number in range(start, end + 1)))


def _period(number: int, months: int) -> Period:
    year, month = divmod(number * months, 12)
    if months == 1:
        return Period(number, str(year), _NAMES[month], f"{_NAMES[month]} {year}")
    if months == 3:
        return Period(number, str(year), f"Q{month // 3 + 1}", f"Q{month // 3 + 1} {year}")
    name = str(year) if months == 12 else f"{year}s"
    return Period(number, name, name, name)


def shade(count: int, most: int) -> int:
    """How dark a count is, from 0 for none to `SHADES` for the most: each shade is as many times the one before.

    >>> [shade(count, 100) for count in (0, 1, 5, 30, 100)], shade(1, 1)
    ([0, 1, 2, 4, 5], 2)
    """
    if count <= 0:
        return 0
    return min(SHADES, ceil(SHADES * log(count + 1) / log(max(most, _MANY) + 1)))
