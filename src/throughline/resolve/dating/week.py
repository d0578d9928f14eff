"""The weekdays on which a report says that things happened: they run up to the day of its news.

In: the weekdays (Monday is 0). Out: the newest of them, or None where they don't tell; and the days that they leave.
A report tells of the days behind it; so its weekdays stand in a row, and the newest is the one that the next day does
not follow: "On Saturday ... on Sunday ... on Monday ... on Tuesday" is printed on a Tuesday or Wednesday.
"""

from collections.abc import Collection
from datetime import date, timedelta

from throughline.dates.testimony.constraint import Window

_WEEK = 7
_ROW = range(3, 6)  # weekdays that make a row; at least two are not named, so that it is clear where it ends
_CLEAR = 4  # from which on the end is the day of the news; of three days the newest may be added to what is older
_YEARS = (date(1990, 1, 1), date(2061, 1, 1))


def newest(named: Collection[int]) -> tuple[int, int] | None:
    """Give the weekday that a row of weekdays ends with, and how many days before it the page may be; None: no row.

    Of 97 rows on dated pages of three stories 58 end on the page's day or the day before it, 28 a day after it: pages
    that are updated keep their day.
    """
    ends = [day for day in named if (day + 1) % _WEEK not in named]
    count = len(set(named))
    return (ends[0], 0 if count >= _CLEAR else 1) if len(ends) == 1 and count in _ROW else None


def windows(weekday: int, before: int) -> tuple[Window, ...]:
    """Give the days on which a report with that newest weekday is printed: from some days before it to the next."""
    day = _YEARS[0] + timedelta((weekday - _YEARS[0].weekday()) % _WEEK)
    count = (_YEARS[1] - day).days // _WEEK
    return tuple((day + timedelta(_WEEK * n - before), day + timedelta(_WEEK * n + 1)) for n in range(count))
