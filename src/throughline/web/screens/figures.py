"""Figures: a step chart for every quantity that is told more than once, and a list of those told for one day only.

In: what is counted (`of`), or one series by its id (`series`), and how many were passed over (`from`: charts, or the
latest figures of the one series; `once`). Out: a page of a few charts, those of most sources first, each with the table
that says the same.
"""

from dataclasses import dataclass

from throughline.errors import QueryError
from throughline.export.course import Course, course
from throughline.export.values import Json, plain
from throughline.model import Series
from throughline.web.ask import Ask
from throughline.web.charts.steps import Chart, chart
from throughline.web.page import Page

CHARTS = 12  # on a page
_ONCE = 50  # series of one day that a page lists
_ROWS = 20  # of a table under a chart that is one of many
_MOST_ROWS = 100  # of the table of one series alone, on a page
_TOLD_ALONE = 400  # marks of one series alone that say their words


@dataclass(frozen=True, slots=True)
class _Courses:
    """All series, those with a course first; each as most sources, then most figures, tell it."""

    over_time: tuple[Course, ...]
    once: tuple[Series, ...]


def show(ask: Ask) -> Page:
    """Show the charts, or the one that is asked for."""
    one = ask.text("series")
    return _one(ask, one) if one else _many(ask)


def _many(ask: Ask) -> Page:
    of = ask.text("of")
    found = _courses(ask, of)
    start, once = ask.number("from", 0), ask.number("once", 0)
    charts = [chart(one) for one in found.over_time[start : start + CHARTS]]
    listed = found.once[once : once + _ONCE]
    context = {
        "of": of,
        "charts": charts,
        "rows": _ROWS,
        "start": start,
        "total": len(found.over_time),
        "earlier": _before(start, CHARTS),
        "later": _after(start, CHARTS, len(found.over_time)),
        "once": [(series, point) for series in listed for point in series.points],
        "once_start": once,
        "once_total": len(found.once),
        "once_earlier": _before(once, _ONCE),
        "once_later": _after(once, _ONCE, len(found.once)),
        "heads": ask.desk.articles(ask.clock),
    }
    data = {
        "of": of,
        "total": len(found.over_time),
        "series": [_data(one) for one in charts],
        "once_total": len(found.once),
        "once": plain(listed),
    }
    return Page("figures.html", f"Figures of “{of}”" if of else "Figures", context, data)


def _one(ask: Ask, record: str) -> Page:
    """One series alone, with all its figures. The words of a search go with it: they may change what is one series."""
    of = ask.text("of")
    found = [series for series in ask.desk.figures(ask.clock, of) if series.id.startswith(record)]
    if not found:
        raise QueryError(f"no series of figures has the id {record!r}, as known on this day")
    drawn = course(found[0])
    points, passed = found[0].points, ask.number("from", 0)
    end = max(0, len(points) - passed)
    context = {
        "of": of,
        "series": found[0],
        "chart": chart(drawn, _TOLD_ALONE) if drawn.marks else None,
        "points": points[max(0, end - _MOST_ROWS) : end],
        "earlier": _after(passed, _MOST_ROWS, len(points)),
        "later": _before(passed, _MOST_ROWS),
        "heads": ask.desk.articles(ask.clock),
    }
    return Page("series.html", _name(found[0]), context, plain(found[0]))


def _name(series: Series) -> str:
    return f"{series.of} {series.unit}".strip() or "Figures"


def _courses(ask: Ask, of: str | None) -> _Courses:
    def sort() -> _Courses:
        placed = [course(series) for series in ask.desk.figures(ask.clock, of)]
        over_time = sorted((one for one in placed if one.is_over_time), key=_weight)
        return _Courses(tuple(over_time), tuple(one.series for one in placed if not one.is_over_time))

    return ask.desk.answer(("courses", of, ask.clock), sort)


def _weight(course: Course) -> tuple[int, int, int, str]:
    """Those first of whom most speak; then those with most figures, and with most origins behind them."""
    origins = sum(point.origins for point in course.series.points)
    return (-len(course.sources), -len(course.series.points), -origins, course.series.id)


def _before(start: int, size: int) -> int | None:
    return max(0, start - size) if start else None


def _after(start: int, size: int, total: int) -> int | None:
    return start + size if start + size < total else None


def _data(drawn: Chart) -> Json:
    differing = [
        {"first": one.first, "last": one.last, "known": one.known, "figures": [mark.point.figure for mark in one.marks]}
        for one in drawn.course.clashes
    ]
    return {**plain(drawn.course.series), "differing": plain(differing)}
