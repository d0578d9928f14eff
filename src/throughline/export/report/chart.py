"""The figures of one quantity as a small drawing: a step where a figure is told, a dot where it stands.

In: a series. Out: a `Chart`, all places in units of a drawing `WIDE` by `HIGH`; None where there is nothing to follow.
Invariant: it says no more than the lines below it, which have every figure with its words.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from throughline.export.course import Mark, Step, course, window
from throughline.export.standing import counted
from throughline.export.values import number, tame
from throughline.export.wording import amount
from throughline.model import Series

WIDE, HIGH = 640, 180
LEFT, RIGHT, TOP, FOOT = 104, 632, 12, 150  # where the plot ends
_FEW = 3  # days that make a course; two figures are read faster than drawn


class Dot(NamedTuple):
    """A figure: its place, and the ends of its range."""

    x: float
    y: float
    top: float
    foot: float


@dataclass(frozen=True, slots=True)
class Chart:
    """What to draw: the line, the dots, the least and the greatest number, the first and the last day, and words."""

    line: str
    dots: tuple[Dot, ...]
    least: str
    most: str
    first: date
    last: date
    words: str


def chart(series: Series) -> Chart | None:
    """Draw a series that has figures of several days."""
    found = course(series)
    if not found.is_over_time:
        return None
    first, last = window([mark.day for mark in found.marks])
    marks = [mark for mark in found.marks if first <= mark.day <= last]
    steps = [step for step in found.steps if first <= step.day <= last]
    if len(steps) < _FEW:
        return None
    least = min([0.0, *(mark.low for mark in marks)])
    most = max(mark.high for mark in marks)
    if least == most:
        return None

    def across(day: date) -> float:
        return round(LEFT + (RIGHT - LEFT) * (day - first) / (last - first), 1)

    def down(value: float) -> float:
        return round(FOOT - (FOOT - TOP) * (value - least) / (most - least), 1)

    return Chart(
        _line(steps, across, down),
        tuple(
            Dot(across(mark.day), down((mark.low + mark.high) / 2), down(mark.high), down(mark.low)) for mark in marks
        ),
        f"{number(least):,}",
        f"{number(most):,}",
        first,
        last,
        _words(series, marks),
    )


def _line(steps: Sequence[Step], across: Callable[[date], float], down: Callable[[float], float]) -> str:
    """Along the greatest figures and back along the least: a line, and a band where figures of one day differ."""
    places = [(across(step.day), down(step.high), down(step.low)) for step in steps]
    (x, high, _), *later = places
    there = "".join(f"H{x}V{high}" for x, high, _ in later)
    back = "".join(f"V{low}H{x}" for x, _, low in places[-2::-1])
    return f"M{x} {high}{there}V{places[-1][2]}{back}Z"


def _words(series: Series, marks: Sequence[Mark]) -> str:
    start, end = marks[0], marks[-1]
    told = f"{amount(start.point)} about {start.day}, {amount(end.point)} about {end.day}"
    return tame(f"{counted(series)}: {len(marks)} figures, {told}. Each is in the list that follows.")
