"""The strip beside the chronicle: reports by month or week, and a mark for each line, on one axis of days.

In: the days of reports and of lines. Out: numbers to draw by, for a strip that stands and for one that lies.
Invariants: the axis is that of today's whole chronicle whatever is asked for, so that nothing moves while somebody
brushes; lines of days far from all reports are marked at its ends.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Unit = Literal["week", "month", "year"]
STANDING, LYING = 560, 340  # units that a strip is long, on a wide screen and on a phone
DEEP = 40  # units that the highest bar is
_WEEKS, _YEARS = 730, 40 * 365  # days up to which bars are of weeks, and from which they are of years
_BESIDE = 0.5  # of the time that reports span, before and after it: lines of other days are off the axis
_LEAST = timedelta(days=28)
_APART = 26  # units between two labels at least
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from `first` to `last`, which bars of `unit` divide."""

    first: date
    last: date
    unit: Unit

    def share(self, day: date) -> float:
        """Where a day stands: 0 is the first, 1 the end of the last."""
        length = (self.last - self.first).days + 1
        return max(0.0, min(1.0, (day - self.first).days / length))


@dataclass(frozen=True, slots=True)
class Tick:
    """A label on the axis."""

    at: float
    words: str
    year: int


@dataclass(frozen=True, slots=True)
class Strip:
    """A strip of `long` units. Paths run along x; a strip that stands has x and y change places.

    `start` and `end` are the days asked for, `chosen` their ends on the strip; `known` is the end of what is published
    as of the day asked about.
    """

    axis: Axis
    long: int
    is_standing: bool
    bars: str
    marks: str
    later: str
    ticks: tuple[Tick, ...]
    start: date | None
    end: date | None
    chosen: tuple[float, float] | None
    known: float | None


def axis(reports: Iterable[date], lines: Iterable[date]) -> Axis | None:
    """The axis of a story: the days of its reports, and those of its lines that are not far from them."""
    days = sorted(reports)
    if not days:
        return None
    reach = max(timedelta(days=_BESIDE * (days[-1] - days[0]).days), _LEAST)
    low = days[0] - min(reach, days[0] - date.min)
    high = days[-1] + min(reach, date.max - days[-1])
    near = [day for day in lines if low <= day <= high]
    first, last = min([days[0], *near]), max([days[-1], *near])
    length = (last - first).days
    unit: Unit = "week" if length <= _WEEKS else "month" if length <= _YEARS else "year"
    return Axis(_start(first, unit), _end(last, unit), unit)


def _start(day: date, unit: Unit) -> date:
    """The first day of the week, month or year of a day."""
    if unit == "week":
        return day - timedelta(days=min(day.weekday(), (day - date.min).days))
    return day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)


def _end(day: date, unit: Unit) -> date:
    following = _next(_start(day, unit), unit)
    return date.max if following is None else following - timedelta(days=1)


def _next(start: date, unit: Unit) -> date | None:
    """The first day of the unit after the one that begins so; None at the end of the calendar."""
    try:
        if unit == "week":
            return start + timedelta(days=7)
        if unit == "year":
            return start.replace(year=start.year + 1)
        return start.replace(year=start.year + start.month // 12, month=start.month % 12 + 1)
    except (ValueError, OverflowError):
        return None


def strip(  # noqa: PLR0913 - what is drawn
    on: Axis,
    reports: Iterable[date],
    known: Sequence[date],
    later: Sequence[date],
    *,
    chosen: tuple[date | None, date | None] = (None, None),
    as_of: date | None = None,
    is_standing: bool,
) -> Strip:
    """Draw it. `known` and `later` are the days of lines, `chosen` the days asked for, `as_of` the day asked about."""
    long = STANDING if is_standing else LYING
    start, end = chosen
    return Strip(
        on,
        long,
        is_standing,
        _bars(on, reports, long, is_standing=is_standing),
        _marks(on, known, long, is_standing=is_standing),
        _marks(on, later, long, is_standing=is_standing),
        tuple(_ticks(on, long)),
        start,
        end,
        (_at(on, start or on.first, long), _at(on, end, long, after=True) if end else float(long))
        if start or end
        else None,
        _at(on, as_of, long, after=True) if as_of else None,
    )


def _at(on: Axis, day: date, long: int, *, after: bool = False) -> float:
    """Where a day begins, or ends, on an axis so long."""
    return round(on.share(day + timedelta(days=1) if after and day < date.max else day) * long, 1)


def _bars(on: Axis, reports: Iterable[date], long: int, *, is_standing: bool) -> str:
    counts = Counter(_start(day, on.unit) for day in reports)
    most = max(counts.values(), default=1)
    drawn = []
    for start, number in sorted(counts.items()):
        low, high = _at(on, start, long), _at(on, _end(start, on.unit), long, after=True)
        wide, tall = max(0.8, round(high - low - 0.4, 1)), max(1.0, round(number / most * DEEP, 1))
        drawn.append(
            f"M0 {low:g}h{tall:g}v{wide:g}H0z" if is_standing else f"M{low:g} {DEEP}v-{tall:g}h{wide:g}V{DEEP}z"
        )
    return "".join(drawn)


def _marks(on: Axis, days: Iterable[date], long: int, *, is_standing: bool) -> str:
    at = sorted({_at(on, day, long) for day in days})
    return "".join(f"M{DEEP + 3} {y:g}h7" if is_standing else f"M{y:g} {DEEP + 3}v7" for y in at)


def _ticks(on: Axis, long: int) -> Iterable[Tick]:
    """Labels: years, or months where the axis is short."""
    years = range(on.first.year, on.last.year + 1)
    if on.unit == "week":
        starts = [date(year, month, 1) for year in years for month in range(1, 13)]
        months = [day for day in starts if on.first <= day <= on.last]
        step = next(step for step in (1, 2, 3, 6, 12) if step == 12 or long / (len(months) / step or 1) >= 2 * _APART)
        for day in months:
            if (day.month - 1) % step == 0:
                yield Tick(_at(on, day, long), f"{day:%Y-%m}", day.year)
        return
    step = next((step for step in _STEPS if long / (len(years) / step) >= _APART), _STEPS[-1])
    for year in years:
        if year % step == 0 and date(year, 1, 1) >= on.first:
            yield Tick(_at(on, date(year, 1, 1), long), str(year), year)
