"""Figures of one quantity as a step chart: how many, from day to day, with a mark for every figure.

In: a series. Out: a drawing in numbers, for a template. Invariants: a figure that leaves a range is a bar over all of
it; numbers are drawn from nothing up; nothing is drawn of fewer than two days.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from throughline.export.course import Mark, Step, course
from throughline.export.values import number
from throughline.export.wording import amount, days
from throughline.model import Series

WIDTH, HEIGHT = 640, 140
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 12, 10, 22  # room for the numbers on the left, the days below
Line = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing: the line of steps as a path, a line and words for each figure, and what stands at the axes."""

    path: str
    marks: tuple[tuple[Line, str], ...]
    days: tuple[tuple[float, str, str], ...]
    amounts: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class _Room:
    """Days and numbers to places."""

    first: date
    last: date
    least: float
    most: float

    def across(self, day: date) -> float:
        return round(_LEFT + (WIDTH - _LEFT - _RIGHT) * (day - self.first).days / (self.last - self.first).days, 1)

    def down(self, value: float) -> float:
        return round(_TOP + (HEIGHT - _TOP - _BOTTOM) * (self.most - value) / (self.most - self.least), 1)


def chart(series: Series) -> Chart | None:
    """Draw a series; None where its figures are of fewer than two days."""
    found = course(series)
    if not found.is_over_time:
        return None
    first, last = min(mark.first for mark in found.marks), max(mark.last for mark in found.marks)
    least, most = min(0.0, *(mark.low for mark in found.marks)), max(0.0, *(mark.high for mark in found.marks))
    room = _Room(first, last, least, most if most > least else least + 1)
    return Chart(
        _path(found.steps, room),
        tuple((_line(mark, room), _says(mark)) for mark in found.marks),
        ((room.across(first), first.isoformat(), "start"), (room.across(last), last.isoformat(), "end")),
        tuple((room.down(value), f"{number(float(value)):,}") for value in (room.least, room.most)),
    )


def _path(steps: Iterable[Step], room: _Room) -> str:
    """Level until the next figure, then up or down to it: nobody knows what was between."""
    places = [(room.across(step.day), room.down((step.low + step.high) / 2)) for step in steps]
    return f"M{places[0][0]} {places[0][1]}" + "".join(f"H{x}V{y}" for x, y in places[1:])


def _line(mark: Mark, room: _Room) -> Line:
    return room.across(mark.day), room.down(mark.low), room.across(mark.day), room.down(mark.high)


def _says(mark: Mark) -> str:
    when = f"reported {mark.point.known}" if mark.is_reported else days(mark.point.when)
    return f"{when}: {amount(mark.point)}, {mark.source}"
