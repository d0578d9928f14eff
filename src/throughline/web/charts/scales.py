"""Where days and numbers stand on a chart, and which of them its axes name.

In: the ends of what is to be shown, and the ends of the room for it. Out: places in units of the drawing, and ticks.
Invariants: the later day is never left of the earlier, the greater number never below the less; there is always room,
so one day or one number alone stands in the middle.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor, log10

_DAYS = (1, 2, 7, 14)  # steps between ticks, the finest first
_MONTHS = (1, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_MONTH, _YEAR = 30.44, 365.25  # days, on average
_MANY_TIMES = 500  # the greatest over the least, from which steps of equal size would show the greatest only
_FROM_ZERO = 0.8  # of the greatest, up to which the least is shown with the distance of both from nothing
_NOTHING = 1e-9  # no page counts in less
_NAMES = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


@dataclass(frozen=True, slots=True)
class Tick:
    """A place that an axis names; `under` is the year, where the name alone does not say it and it is news."""

    at: float
    name: str
    under: str = ""


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Days from `first` to `last`, both whole, between `left` and `right`."""

    first: date
    last: date
    left: float
    right: float

    @staticmethod
    def around(first: date, last: date, left: float, right: float, least: int = 6) -> "TimeScale":
        """A scale that leaves a little room on both sides, and shows at least `least` days."""
        room = max((last - first).days // 24, (least - (last - first).days) // 2, 1)
        return TimeScale(_moved(first, -room), _moved(last, room), left, right)

    def at(self, day: date, part: float = 0.5) -> float:
        """Where a day is: 0 its beginning, 1 its end; what lies outside is at the edge."""
        days = (self.last - self.first).days + 1
        share = ((day - self.first).days + part) / days
        return round(self.left + min(1.0, max(0.0, share)) * (self.right - self.left), 1)

    def ticks(self, most: int = 6) -> tuple[Tick, ...]:
        """Days, months or years, as fine as `most` names allow."""
        days = (self.last - self.first).days + 1
        for step in _DAYS:
            if days / step <= most:
                return tuple(self._named(self._each_day(step), "day"))
        for step in _MONTHS:
            if days / (_MONTH * step) <= most:
                return tuple(self._named(self._each_month(step), "month"))
        step = next((step for step in _YEARS if days / (_YEAR * step) <= most), _YEARS[-1])
        return tuple(self._named(self._each_year(step), "year"))

    def _each_day(self, step: int) -> Iterator[date]:
        for number in range(0, (self.last - self.first).days + 1, step):
            yield self.first + timedelta(days=number)

    def _each_month(self, step: int) -> Iterator[date]:
        for year in range(self.first.year, self.last.year + 1):
            yield from (date(year, month, 1) for month in range(1, 13, step))

    def _each_year(self, step: int) -> Iterator[date]:
        start = max(step * ceil(self.first.year / step), 1)
        yield from (date(year, 1, 1) for year in range(start, self.last.year + 1, step))

    def _named(self, days: Iterator[date], grain: str) -> Iterator[Tick]:
        year: int | None = None
        for day in days:
            if not self.first <= day <= self.last:
                continue
            if grain == "year":
                yield Tick(self.at(day, 0.0), str(day.year))
                continue
            name = _NAMES[day.month - 1]
            under = "" if day.year == year else str(day.year)
            yield Tick(self.at(day, 0.5 * (grain == "day")), f"{day.day} {name}" if grain == "day" else name, under)
            year = day.year


def _moved(day: date, days: int) -> date:
    """A day some days on, or the last there is."""
    return date.fromordinal(min(date.max.toordinal(), max(1, day.toordinal() + days)))


@dataclass(frozen=True, slots=True)
class NumberScale:
    """Numbers from `low` to `high` between `bottom` and `top` (a smaller place: drawings grow downwards).

    `step` is from one round number to the next; 0 where each is ten times the one before, for numbers of very
    different size.
    """

    low: float
    high: float
    step: float
    bottom: float
    top: float

    @staticmethod
    def of(low: float, high: float, bottom: float, top: float, most: int = 4) -> "NumberScale":
        """A scale that begins and ends on a round number, at nothing where that leaves the numbers apart."""
        low, high = (number if abs(number) > _NOTHING else 0.0 for number in (low, high))
        if low > 0 and high / low >= _MANY_TIMES:
            return NumberScale(10.0 ** floor(log10(low)), 10.0 ** ceil(log10(high)), 0.0, bottom, top)
        if 0 <= low < _FROM_ZERO * high or low == high >= 0:
            low = 0.0
        high = high or 1.0
        step = _step(low, high, most)
        return NumberScale(floor(low / step) * step, ceil(high / step) * step, step, bottom, top)

    @property
    def by_tens(self) -> bool:
        """Whether each round number is ten times the one before."""
        return self.step == 0.0

    def at(self, number: float) -> float:
        """Where a number is."""
        if self.by_tens:
            share = (log10(max(number, self.low)) - log10(self.low)) / (log10(self.high) - log10(self.low))
        else:
            share = (number - self.low) / (self.high - self.low)
        return round(self.bottom + min(1.0, max(0.0, share)) * (self.top - self.bottom), 1)

    def ticks(self, most: int = 4) -> tuple[Tick, ...]:
        """Round numbers, the least first."""
        if self.by_tens:
            powers = round(log10(self.high / self.low))
            numbers = [self.low * 10.0**power for power in range(0, powers + 1, ceil(powers / most))]
        else:
            numbers = [self.low + self.step * number for number in range(round((self.high - self.low) / self.step) + 1)]
        return tuple(Tick(self.at(number), brief(number)) for number in numbers)


def _step(low: float, high: float, most: int) -> float:
    """A round distance (1, 2 or 5 times a power of ten), so that few fit between two numbers."""
    span = (high - low) or abs(high)
    power = 10.0 ** floor(log10(span / most))
    return next(power * times for times in (1, 2, 5, 10) if span / (power * times) <= most)


def brief(number: float) -> str:
    """A number for an axis.

    >>> brief(4200), brief(210_000_000), brief(1_500_000_000), brief(0.5)
    ('4,200', '210m', '1.5bn', '0.5')
    """
    for size, name in ((1e12, "tn"), (1e9, "bn"), (1e6, "m"), (1e4, "k")):
        if abs(number) >= size:
            return f"{number / (1e3 if name == 'k' else size):,.4g}{name}"
    return f"{number:,.6g}" if number % 1 else f"{int(number):,}"
