"""Figures of one quantity as a step chart: how many, from day to day, with a mark for every figure.

In: a series. Out: a drawing in numbers, for a template. Invariants: a figure that leaves a range is a bar over all of
it; one without days stands at the day it became known; nothing is drawn of fewer than two days.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from throughline.export.values import number
from throughline.export.wording import amount, days
from throughline.model import Point, Series

WIDTH, HEIGHT = 640, 140
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 12, 10, 22  # room for the numbers on the left, the days below


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure: its place, the ends of its range, and what it says."""

    x: float
    low: float
    high: float
    says: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing: the line of steps as a path, the marks, and what stands at the axes."""

    path: str
    marks: tuple[Mark, ...]
    days: tuple[tuple[float, str, str], ...]
    amounts: tuple[tuple[float, str], ...]


def chart(series: Series) -> Chart | None:
    """Draw a series; None where its figures are of fewer than two days."""
    placed = sorted((one for point in series.points if (one := _placed(point))), key=lambda one: one[0])
    first, last = (placed[0][0], placed[-1][0]) if placed else (date.min, date.min)
    top = max((high for _, _, high, _ in placed), default=0) or 1
    bottom = min(0, *(low for _, low, _, _ in placed)) if placed else 0
    if first == last:
        return None

    def across(day: date) -> float:
        return round(_LEFT + (WIDTH - _LEFT - _RIGHT) * ((day - first).days / (last - first).days), 1)

    def down(value: float) -> float:
        return round(_TOP + (HEIGHT - _TOP - _BOTTOM) * ((top - value) / (top - bottom)), 1)

    marks = tuple(Mark(across(day), down(low), down(high), _says(point)) for day, low, high, point in placed)
    return Chart(
        _steps(marks),
        marks,
        ((across(first), first.isoformat(), "start"), (across(last), last.isoformat(), "end")),
        tuple((down(value), f"{number(float(value)):,}") for value in (bottom, top)),
    )


def _placed(point: Point) -> tuple[date, float, float, Point] | None:
    day = (point.when.first or point.when.last) if point.when else point.known
    low = point.low if point.low is not None else point.high
    high = point.high if point.high is not None else point.low
    return None if day is None or low is None or high is None else (day, low, high, point)


def _steps(marks: Sequence[Mark]) -> str:
    """Level until the next figure, then up or down to it: nobody knows what was between."""
    middle = [(mark.x, round((mark.low + mark.high) / 2, 1)) for mark in marks]
    return f"M{middle[0][0]} {middle[0][1]}" + "".join(f"H{x}V{y}" for x, y in middle[1:])


def _says(point: Point) -> str:
    when = days(point.when) if point.when else f"reported {point.known}"
    return ", ".join(part for part in (when, amount(point), point.source) if part)
