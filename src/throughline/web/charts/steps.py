"""The step chart of a series: lines, marks, bands of what differs, axes, and what each mark says.

In: a `Course`. Out: a `Chart`, all places in units of a drawing `WIDE` by `HIGH`. Invariants: a mark says in words all
that its shape, place and size say; where marks are too many to go through with a keyboard, the table says it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from throughline.export.course import Clash, Course, Mark, Step, window
from throughline.export.wording import amount, count, days, quoted
from throughline.model import Point
from throughline.web.charts.legend import SHAPE_PATHS, Key, differing, keys, told
from throughline.web.charts.scales import NumberScale, Tick, TimeScale

WIDE, HIGH = 560, 230
_LEFT, _RIGHT, _TOP, _BOTTOM = 58, 14, 16, 40  # room around the plot for names of numbers and days
_YEARS = 16  # of which for the line of years
FEW = 30  # marks that somebody may want to go through one by one; more are read in the table
TOLD = 100  # marks up to which each says its words where it is pointed at; of more, each is a dot
_NAMED = 9  # marks up to which their numbers are written beside them
_NAME_HIGH = 15  # room of such a number
_LETTER, _LEAST_WIDE = 7.2, 52  # width of a letter of it, and of the shortest with the air around it
_UPON = 8  # apart, up to which two marks cover one another
_SLIVER = 16  # a band of what differs is at least so wide, to be seen


@dataclass(frozen=True, slots=True)
class Name:
    """A number written beside a mark."""

    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A mark. `top` and `foot` are the ends of its range, `start` and `end` of its days; `name` a number beside it.

    `opens`: "up" where the words say "or more", "down" where "or fewer", "before" where only the last day is known.
    """

    x: float
    y: float
    top: float
    foot: float
    start: float
    end: float
    path: str
    is_hollow: bool
    opens: tuple[str, ...]
    point: Point
    words: str
    told: str
    name: Name | None = None


@dataclass(frozen=True, slots=True)
class Dots:
    """All figures that became known on one day, as one path of dots."""

    known: date | None
    path: str


@dataclass(frozen=True, slots=True)
class Band:
    """A rectangle: what differs, or what holds."""

    x: float
    y: float
    wide: float
    high: float
    known: date | None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """From one step to the next: what holds between, and how it gets to the next."""

    band: Band
    path: str


@dataclass(frozen=True, slots=True)
class Chart:
    """What the template draws. `outside`: figures long before or after the others, which the table alone shows.

    `dots` are drawn instead of the marks where these are too many to tell apart; else there are none.
    """

    course: Course
    marks: tuple[Drawn, ...]
    dots: tuple[Dots, ...]
    runs: tuple[Run, ...]
    clashes: tuple[Band, ...]
    days: tuple[Tick, ...]
    numbers: tuple[Tick, ...]
    keys: tuple[Key, ...]
    by_tens: bool
    outside: int

    @property
    def is_few(self) -> bool:
        """Whether each mark is to be reached by key."""
        return len(self.marks) <= FEW

    @property
    def high(self) -> int:
        """How high the drawing is: with room for a line of years where its days have such."""
        return HIGH if any(tick.under for tick in self.days) else HIGH - _YEARS

    @property
    def sums(self) -> str:
        """The chart in a sentence."""
        first, last = self.marks[0].point, self.marks[-1].point
        figures = count(len(self.course.series.points), "figure")
        sources = count(len(self.course.sources), "source")
        return (
            f"{figures} by {sources}: from {amount(first)} ({days(first.when)}) to {amount(last)} ({days(last.when)})"
        )


def chart(course: Course, most: int = TOLD) -> Chart:
    """Draw a series that has at least one mark; `most`: marks that say their words."""
    first, last = window([mark.day for mark in course.marks])
    marks = [mark for mark in course.marks if first <= mark.day <= last]
    start, end = min(mark.first for mark in marks), max(mark.last for mark in marks)
    if len(marks) < len(course.marks):  # of days told vaguely, what lies outside is cut
        start, end = max(start, first), min(end, last)
    time = TimeScale.around(start, end, _LEFT, WIDE - _RIGHT)
    numbers = NumberScale.of(min(mark.low for mark in marks), max(mark.high for mark in marks), HIGH - _BOTTOM, _TOP)
    drawn = [_drawn(mark, time, numbers) for mark in marks]
    return Chart(
        course,
        tuple(_named(drawn)),
        tuple(_dots(drawn)) if len(drawn) > most else (),
        tuple(_runs(_within(course.steps, first, last), time, numbers)),
        tuple(_clash(clash, time, numbers) for clash in course.clashes if first <= clash.last and clash.first <= last),
        time.ticks(),
        numbers.ticks(),
        tuple(keys(course)),
        numbers.by_tens,
        len(course.marks) - len(marks),
    )


def _within(steps: Sequence[Step], first: date, last: date) -> list[Step]:
    """The steps of a window, and, at its edge, what held when it opens."""
    before = [step for step in steps if step.day < first][-1:]
    return before + [step for step in steps if first <= step.day <= last]


def _drawn(mark: Mark, time: TimeScale, numbers: NumberScale) -> Drawn:
    point = mark.point
    top, foot = numbers.at(mark.high), numbers.at(mark.low)
    opens = {
        "up": point.high is None,
        "down": point.low is None,
        "before": point.when is not None and point.when.first is None and not mark.is_reported,
    }
    is_day = mark.first == mark.last
    return Drawn(
        time.at(mark.day),
        round((top + foot) / 2, 1),
        top,
        foot,
        time.at(mark.first, 0.5 if is_day else 0.0),
        time.at(mark.last, 0.5 if is_day else 1.0),
        SHAPE_PATHS[mark.shape],
        point.approximate,
        tuple(name for name, holds in opens.items() if holds),
        point,
        quoted(point.evidence.words) if point.evidence else "",
        told(mark),
    )


def _dots(marks: Sequence[Drawn]) -> Iterator[Dots]:
    """The marks without their words, by the day since which they are known: a sixth of the page."""
    found: dict[date | None, dict[str, None]] = {}
    for mark in marks:
        found.setdefault(mark.point.known, {})[f"M{mark.x} {mark.y}h.01"] = None
    return (Dots(known, "".join(places)) for known, places in found.items())


def _named(marks: list[Drawn]) -> list[Drawn]:
    """Numbers above the marks, or below, where these are few and the names do not cover one another."""
    if len(marks) > _NAMED:
        return marks
    taken = [_Taken(mark.x, mark.y, _LEAST_WIDE) for mark in marks]
    found = []
    for mark in marks:
        words = amount(mark.point).removeprefix("about ")
        wide = max(_LEAST_WIDE, len(words) * _LETTER)
        x = round(min(max(mark.x, _LEFT + wide / 2), WIDE - _RIGHT - wide / 2), 1)
        places = (_Taken(x, y - 4, wide) for y in (mark.top - 9, mark.foot + 20))
        place = next((one for one in places if _is_free(one, mark, taken)), None)
        if place is not None:
            taken.append(place)
        found.append(replace(mark, name=Name(x, place.y + 4, words) if place is not None else None))
    return found


class _Taken(NamedTuple):
    """Room that a mark or a name takes: its middle, and how wide it is."""

    x: float
    y: float
    wide: float


def _is_free(name: _Taken, own: Drawn, taken: Sequence[_Taken]) -> bool:
    """Whether a name has room about a place: no other name is there, and no mark but its own and those upon it."""
    others = [one for one in taken if abs(one.x - own.x) > _UPON or abs(one.y - own.y) > _UPON]
    return not any(
        abs(one.x - name.x) < (one.wide + name.wide) / 2 and abs(one.y - name.y) < _NAME_HIGH for one in others
    )


def _runs(steps: Sequence[Step], time: TimeScale, numbers: NumberScale) -> list[Run]:
    found = []
    for step, following in zip(steps, (*steps[1:], None), strict=True):
        x = time.at(step.day)
        end = time.at(following.day) if following else WIDE - _RIGHT
        top, foot = numbers.at(step.high), numbers.at(step.low)
        path = f"M{x} {top}H{end}" + (f"M{x} {foot}H{end}" if foot != top else "")
        if following:
            levels = (numbers.at(following.high), numbers.at(following.low))
            reach = min((abs(to - at), at, to) for to in levels for at in (top, foot))
            path += f"M{end} {reach[1]}V{reach[2]}"
        found.append(Run(Band(x, top, round(end - x, 1), round(foot - top, 1), step.known), path))
    return found


def _clash(clash: Clash, time: TimeScale, numbers: NumberScale) -> Band:
    start, end = time.at(clash.first, 0.0), time.at(clash.last, 1.0)
    wide = max(_SLIVER, end - start)
    top, foot = numbers.at(clash.high), numbers.at(clash.low)
    middle = (start + end) / 2
    return Band(round(middle - wide / 2, 1), top, round(wide, 1), round(foot - top, 1), clash.known, differing(clash))
