"""The weekdays on which a report says that things happened: they run up to the day of its news.

In: the weekdays (Monday is 0). Out: the newest of them, or None where they don't tell; and the days that it leaves.
A report tells of the days behind it; so its weekdays stand in a row, and the newest is the one that the next day does
not follow: "On Saturday ... on Sunday ... on Monday ... on Tuesday" is printed on a Tuesday or Wednesday.
"""

from collections.abc import Collection
from datetime import date, timedelta

from throughline.dates.constraint import Window

_WEEK = 7
_ROW = range(3, 6)  # weekdays that make a row; at least two are not named, so that it is clear where it ends
_YEARS = (date(1990, 1, 1), date(2061, 1, 1))


def newest(named: Collection[int]) -> int | None:
    """Give the weekday that a row of weekdays ends with; None where they are few, many or no row."""
    ends = [day for day in named if (day + 1) % _WEEK not in named]
    return ends[0] if len(ends) == 1 and len(set(named)) in _ROW else None


def windows(weekday: int) -> tuple[Window, ...]:
    """Give the days on which a report is printed whose newest day is that weekday: it and the next, week by week."""
    day = _YEARS[0] + timedelta((weekday - _YEARS[0].weekday()) % _WEEK)
    count = (_YEARS[1] - day).days // _WEEK
    return tuple((day + timedelta(_WEEK * n), day + timedelta(_WEEK * n + 1)) for n in range(count))
