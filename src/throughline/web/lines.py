"""The lines of a chronicle page: what was known on a day, among it what came out later, in bands by year and month.

In: the chronicle as of a day, and today's. Out: `Line`s in order of when, and `Band`s of them. Invariant: what was not
yet published on the day is marked, and never counts as known.
"""

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from throughline.chronicle.entries import order
from throughline.export.bands import stands_at
from throughline.model import Entry, Grain, When

SPARSE = 6  # lines of a year that need no months
_WIDE = frozenset({Grain.QUARTER, Grain.SEASON, Grain.YEAR, Grain.DECADE, Grain.CENTURY})


@dataclass(frozen=True, slots=True)
class Line:
    """An entry; `now` is today's of the same happening, where a day is asked about and today tells it otherwise.

    `is_later`: it was not yet published on that day. `is_again`: it is of the days of the line before it.
    """

    entry: Entry
    now: Entry | None = None
    is_later: bool = False
    is_again: bool = False

    @property
    def day(self) -> date | None:
        """The day that it stands at."""
        return stands_at(self.entry.happening.when)


@dataclass(frozen=True, slots=True)
class Band:
    """Lines of a year or a month: those that are no finer, then its parts."""

    name: str
    title: str
    lines: tuple[Line, ...]
    parts: tuple["Band", ...] = ()


def lines(
    then: Sequence[Entry], now: Sequence[Entry], day: date | None, since: Sequence[Entry] = ()
) -> tuple[Line, ...]:
    """The entries of a day, and those of today's chronicle that nobody could know then; `day` None: today's alone.

    `since` are more of today's entries than its chronicle lists: what became of a line of then may be among them.
    """
    if day is None:
        return tuple(map(Line, then))
    today = {entry.happening.id: entry for entry in (*since, *now)}
    known = {entry.happening.id for entry in then}
    found = [Line(entry, _other(entry, today.get(entry.happening.id))) for entry in then]
    found += [Line(entry, is_later=True) for entry in now if entry.happening.id not in known and _is_after(entry, day)]
    return tuple(sorted(found, key=lambda line: order(line.entry.happening)))


def _is_after(entry: Entry, day: date) -> bool:
    return entry.happening.known is None or entry.happening.known > day


def _other(then: Entry, now: Entry | None) -> Entry | None:
    """Today's entry, where it gives another status or other days."""
    if now is None:
        return None
    before, after = then.happening, now.happening
    is_same = before.status is after.status and _days(before.when) == _days(after.when) and then.due == now.due
    return None if is_same else now


def _days(when: When | None) -> tuple[date | None, date | None] | None:
    return (when.first, when.last) if when else None


def bands(found: Sequence[Line], start: date | None = None, end: date | None = None) -> tuple[Band, ...]:
    """Years, each in months where it has many lines; what has no day is last.

    Where days are asked for, what only reaches into them (a plan without an end, a whole year) comes after all of them.
    """
    first, last = start or date.min, end or date.max
    inside = (line for line in found if line.day is None or first <= line.day <= last)
    years = groupby(inside, key=lambda line: line.day.year if line.day else None)
    cut = [_year(year, list(of_year)) for year, of_year in years]
    reaching = tuple(_again([line for line in found if line.day and not first <= line.day <= last]))
    return (*cut, Band("reaching", "Perhaps of these days", reaching)) if reaching else tuple(cut)


def _year(year: int | None, found: list[Line]) -> Band:
    if year is None:
        return Band("undated", "Undated", tuple(found))
    months = {line.day.month for line in found if line.day and not _is_wide(line)}
    if len(found) <= SPARSE or len(months) < 2:
        return Band(f"y{year}", str(year), tuple(_again(found)))
    rest = groupby((line for line in found if not _is_wide(line)), key=lambda line: line.day.month if line.day else 0)
    parts = (
        Band(f"m{year}-{month:02}", f"{calendar.month_name[month]} {year}", tuple(_again(list(of_month))))
        for month, of_month in rest
    )
    return Band(f"y{year}", str(year), tuple(_again([line for line in found if _is_wide(line)])), tuple(parts))


def _is_wide(line: Line) -> bool:
    """Whether its days are of no one month: those of a year or a season, or from one on."""
    when = line.entry.happening.when
    return when is not None and when.grain in _WIDE


def _again(found: Sequence[Line]) -> Iterator[Line]:
    before: object = None
    for line in found:
        days = _days(line.entry.happening.when)
        yield Line(line.entry, line.now, line.is_later, is_again=days == before)
        before = days
