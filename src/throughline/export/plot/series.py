"""Series of figures as a chart: a panel a series, a step chart with a shape a source, and bands where figures differ.

In: series. Out: an SVG or PNG file. A figure without days stands at the day it became known, and says so; one without
either is left out. What is drawn is a `Course`, as at the desk.
"""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from throughline.export.course import SHAPES, UNNAMED, Course, Mark, course, window
from throughline.export.plot.sheet import ACCENT, BAD, DIM, INK, LINE, check, date_axis, sheet
from throughline.export.values import tame
from throughline.export.wording import amount, count
from throughline.model import Series

_MOST = 12  # panels; more than a page holds
_SIZE = (9.0, 2.3)  # inches of a panel
_SHAPES = "os^Dvh."[: SHAPES + 1]  # in the order of sources; those after the first share the last
_NAMED = 9  # marks up to which their numbers are written beside them
_BY_TENS = 500  # the greatest over the least, from which each step of the axis is ten times the one before
_FEW = 30  # marks, from which they are drawn smaller
_LARGE, _SMALL = 5.5, 4.0  # points of a mark
_LONG = 34  # characters of a source's name
_SLIVER = 90  # a band of what differs is at least this part of the axis


def plot(series: Sequence[Series], path: Path) -> int:
    """Draw the series that have a course, those with most figures first; return how many were drawn.

    Where none has one, those with figures that have a place.
    """
    check(path)
    placed = [course(one) for one in series]
    drawable = [one for one in placed if one.is_over_time] or [one for one in placed if one.marks]
    chosen = sorted(drawable, key=lambda one: (-len(one.marks), one.series.id))[:_MOST]
    if not chosen:
        return 0
    with sheet(path, _SIZE[0], _SIZE[1] * len(chosen)) as figure:
        panels = figure.subplots(len(chosen), squeeze=False)
        for panel, one in zip(panels[:, 0], chosen, strict=True):
            _panel(panel, one)
    return len(chosen)


def _panel(panel: Any, course: Course) -> None:  # noqa: ANN401 - matplotlib's, which need not be there
    """Draw one series."""
    series = course.series
    first, last = window([mark.day for mark in course.marks])
    marks = [mark for mark in course.marks if first <= mark.day <= last]
    _steps(panel, course)
    _clashes(panel, course, (last - first) / _SLIVER)
    for shape in sorted({mark.shape for mark in marks}):
        _shape(panel, course, [mark for mark in marks if mark.shape == shape])
    room = max((last - first) / 24, timedelta(days=2))
    panel.set_xlim(first - room, last + 3 * room)  # with room for the number of the last
    date_axis(panel.xaxis)
    low, high = min(mark.low for mark in marks), max(mark.high for mark in marks)
    if low > 0 and high / low >= _BY_TENS:
        panel.set_yscale("log")
    else:
        panel.set_ylim(min(0.0, low), (high * 1.15) or 1.0)
    panel.yaxis.set_major_formatter("{x:,.12g}")
    outside = len(course.marks) - len(marks)
    strays = f"  ({count(outside, 'figure')} of long before or after left out)" if outside else ""
    panel.set_title(f"{tame(f'{series.of} {series.unit}')}{strays}", fontsize=9, loc="left", parse_math=False)
    panel.tick_params(labelsize=7)
    panel.grid(color=LINE, linewidth=0.6)
    panel.set_axisbelow(True)
    panel.spines[["top", "right"]].set_visible(False)
    legend = panel.legend(loc="upper left", bbox_to_anchor=(1.0, 1.0), fontsize=7, frameon=False)
    for text in legend.get_texts():
        text.set_parse_math(False)


def _steps(panel: Any, course: Course) -> None:  # noqa: ANN401
    """What holds, until the next figure."""
    days = [step.day for step in course.steps]
    low, high = [step.low for step in course.steps], [step.high for step in course.steps]
    panel.fill_between(days, low, high, step="post", color=DIM, alpha=0.14, linewidth=0)
    for level in (low, high) if low != high else (low,):
        panel.step(days, level, where="post", color=DIM, linewidth=1)


def _clashes(panel: Any, course: Course, least: timedelta) -> None:  # noqa: ANN401
    """Where figures of one time differ."""
    for clash in course.clashes:
        wide = max(least, clash.last - clash.first)
        middle = clash.first + (clash.last - clash.first) / 2
        panel.fill_between(
            [middle - wide / 2, middle + wide / 2],
            clash.low,
            clash.high,
            facecolor="none",
            edgecolor=BAD,
            hatch="////",
            linewidth=0,
        )


def _shape(panel: Any, course: Course, marks: Sequence[Mark]) -> None:  # noqa: ANN401
    """The figures of one source, or of all that share a shape: hollow where told as about, with ranges as bars."""
    others = marks[0].shape == SHAPES
    names = [name for name, _ in course.sources[SHAPES:]] if others else [marks[0].source]
    label = count(len(names), "other source") if others and names != [UNNAMED] else _short(names[0])
    size = _SMALL if len(course.marks) > _FEW else _LARGE
    for mark in marks:
        if mark.low != mark.high:
            panel.plot([mark.day, mark.day], [mark.low, mark.high], color=ACCENT, linewidth=1.2, marker="_")
        if mark.first != mark.last:
            middle = (mark.low + mark.high) / 2
            style = ":" if mark.point.when and mark.point.when.approximate else "-"
            panel.plot([mark.first, mark.last], [middle, middle], color=ACCENT, linewidth=1, linestyle=style)
    for about in (False, True):
        found = [mark for mark in marks if mark.point.approximate is about]
        panel.plot(
            [mark.day for mark in found],
            [(mark.low + mark.high) / 2 for mark in found],
            linestyle="none",
            marker=_SHAPES[marks[0].shape],
            markersize=size,
            color=ACCENT,
            markerfacecolor="white" if about else ACCENT,
            label=None if about and len(found) < len(marks) else label if found else None,
        )
    for mark in marks if len(course.marks) <= _NAMED else ():
        words = amount(mark.point) + " (day of report)" * mark.is_reported
        panel.annotate(words, (mark.day, mark.high), fontsize=7, color=INK, xytext=(4, 4), textcoords="offset points")


def _short(name: str) -> str:
    """A name for the legend."""
    return name if len(name) <= _LONG else name[:_LONG].rsplit(" ", 1)[0] + " …"
