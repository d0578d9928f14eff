"""A series as every chart of it shows it: where each figure stands, whose it is, what holds when, and what differs.

In: a series. Out: a `Course`. Invariants: nothing is drawn that no figure says: between two days the line holds what
was told last, and is as wide as the figures of one day are apart; figures differ where they are of one time, of two
sources, and no number fits both.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from throughline.export.values import tame
from throughline.model import Point, Series

SHAPES = 6  # marks that eyes tell apart at a glance; the sources after those share one more
UNNAMED = "source not named"
_ONE_TIME = timedelta(days=31)  # days told more vaguely than that are of no one time
_NEAR = 0.2  # share by which numbers may differ that are told as "about", as with disputes
_STRAYS = 0.1  # of all days, that may stand outside the window
_FAR = 3  # times as long as the window that all days are, from which there is one
_APART = 5  # times apart from which two numbers count different things, whatever the words; as with disputes


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure that has a place. `first` and `last` are days that it is drawn at, `low` and `high` numbers.

    `shape` counts from 0, the source with most figures; `is_reported`: it has no days but that since when it is known.
    """

    point: Point
    first: date
    last: date
    low: float
    high: float
    source: str
    shape: int
    is_reported: bool = False

    @property
    def day(self) -> date:
        """The middle of its days."""
        return self.first + (self.last - self.first) / 2


@dataclass(frozen=True, slots=True)
class Step:
    """What holds from a day on, until the next step: from the least to the greatest figure of that day."""

    day: date
    low: float
    high: float
    known: date | None


@dataclass(frozen=True, slots=True)
class Clash:
    """Figures of one time that differ. `known`: since when two of them were."""

    first: date
    last: date
    low: float
    high: float
    marks: tuple[Mark, ...]
    known: date | None


@dataclass(frozen=True, slots=True)
class Course:
    """A series over time. `sources` are names with how many figures are theirs, most first; `left` has no day."""

    series: Series
    marks: tuple[Mark, ...]
    steps: tuple[Step, ...]
    clashes: tuple[Clash, ...]
    sources: tuple[tuple[str, int], ...]
    left: tuple[Point, ...]

    @property
    def is_over_time(self) -> bool:
        """Whether it has more than one step: else there is nothing to follow."""
        return len(self.steps) > 1


def course(series: Series) -> Course:
    """Place the figures of a series."""
    counted = Counter(_source(point) for point in series.points)
    sources = sorted(counted, key=lambda name: (name == UNNAMED, -counted[name], name))
    shapes = {name: min(number, SHAPES) for number, name in enumerate(sources)}
    placed = [(point, mark) for point in series.points for mark in [_mark(point, shapes)]]
    marks = tuple(sorted((mark for _, mark in placed if mark), key=_turn))
    return Course(
        series,
        marks,
        tuple(_steps(marks)),
        tuple(_clashes(marks)),
        tuple((name, counted[name]) for name in sources),
        tuple(point for point, mark in placed if mark is None),
    )


def _source(point: Point) -> str:
    return tame(point.source or "") or UNNAMED


def _turn(mark: Mark) -> tuple[date, float, str]:
    return mark.day, mark.low, mark.point.figure


def _mark(point: Point, shapes: dict[str, int]) -> Mark | None:
    when = point.when
    first = ((when.first or when.last) if when else None) or point.known
    low = point.low if point.low is not None else point.high
    high = point.high if point.high is not None else point.low
    if first is None or low is None or high is None:
        return None
    is_reported = when is None or (when.first or when.last) is None
    last = first if is_reported or when is None else (when.last or first)
    name = _source(point)
    return Mark(point, first, last, low, high, name, shapes[name], is_reported)


def _steps(marks: Sequence[Mark]) -> Iterator[Step]:
    for day, group in groupby(marks, key=lambda mark: mark.day):
        told = list(group)
        known: date | None = min((mark.point.known for mark in told if mark.point.known), default=None)
        yield Step(day, min(mark.low for mark in told), max(mark.high for mark in told), known)


def _clashes(marks: Sequence[Mark]) -> Iterator[Clash]:
    """The figures that differ, those of one time together."""
    times: dict[tuple[date, date], list[tuple[Mark, Mark]]] = {}
    dated = sorted((mark for mark in marks if _is_of_one_time(mark)), key=lambda mark: (mark.first, _turn(mark)))
    for number, left in enumerate(dated):
        for right in dated[number + 1 :]:
            if right.first > left.last:
                break
            is_within = right.last <= left.last or right.first == left.first
            if is_within and left.source != right.source and _differ(left.point, right.point):
                times.setdefault((right.first, min(left.last, right.last)), []).append((left, right))
    for (first, last), pairs in sorted(times.items()):
        told = sorted({mark.point.figure: mark for pair in pairs for mark in pair}.values(), key=_turn)
        known = min(max(mark.point.known or date.max for mark in pair) for pair in pairs)
        yield Clash(
            first,
            last,
            min(mark.low for mark in told),
            max(mark.high for mark in told),
            tuple(told),
            None if known == date.max else known,
        )


def _is_of_one_time(mark: Mark) -> bool:
    when = mark.point.when
    is_open = when is not None and when.first is None
    return not mark.is_reported and not is_open and mark.last - mark.first < _ONE_TIME


def _differ(left: Point, right: Point) -> bool:
    """Whether no number fits both, and both can be of one thing."""
    slack = _NEAR if left.approximate or right.approximate else 0.0
    lows = [point.low for point in (left, right) if point.low is not None]
    highs = [point.high for point in (left, right) if point.high is not None]
    if not lows or not highs:
        return False
    return min(highs) < max(lows) * (1 - slack) and max(lows) <= min(highs) * _APART


def window(days: Sequence[date]) -> tuple[date, date]:
    """The days to show: from the first to the last, unless few lie so far off that the others would stand in a heap."""
    found = sorted(days)
    few = int(len(found) * _STRAYS)
    cuts = [(found[at], found[len(found) - 1 - few + at]) for at in range(few + 1)]
    first, last = min(cuts, key=lambda cut: cut[1] - cut[0])
    if first == last or found[-1] - found[0] <= _FAR * (last - first):
        return found[0], found[-1]
    near = (last - first) / 4
    inside = [day for day in found if first - day <= near and day - last <= near]
    return inside[0], inside[-1]
