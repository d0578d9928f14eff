"""A series over time: what holds when, whose each figure is, and which figures of one time differ."""

from datetime import date

import pytest

from throughline.export.course import SHAPES, UNNAMED, course
from throughline.model import Grain, Point, Series, When

MARCH, APRIL, MAY = date(2014, 3, 3), date(2014, 4, 7), date(2014, 5, 5)


def on(first: date | None, last: date | None) -> When:
    return When(first, last, Grain.DAY if first == last else Grain.INTERVAL)


def point(
    low: float | None,
    high: float | None,
    day: date | When | None = MARCH,
    source: str | None = "Vale Post",
    *,
    known: date | None = MAY,
    about: bool = False,
) -> Point:
    when = on(day, day) if isinstance(day, date) else day
    return Point(f"figure-{low}-{high}-{source}-{when and when.edtf}", when, low, high, known, about, source=source)


def series(*points: Point) -> Series:
    return Series("series-1", "ferries", "", points)


def test_a_step_is_as_wide_as_the_figures_of_its_day() -> None:
    drawn = course(series(point(10, 10), point(30, 30, source="Echo"), point(20, 20, APRIL)))
    assert [(step.day, step.low, step.high) for step in drawn.steps] == [(MARCH, 10, 30), (APRIL, 20, 20)]
    assert drawn.is_over_time


def test_an_open_number_stands_at_the_end_that_is_told() -> None:
    more, fewer = course(series(point(50, None), point(None, 40, APRIL))).marks
    assert (more.low, more.high, fewer.low, fewer.high) == (50, 50, 40, 40)


def test_what_has_no_day_stands_where_it_became_known_or_nowhere() -> None:
    drawn = course(series(point(5, 5, None), point(6, 6, None, known=None)))
    (mark,) = drawn.marks
    assert (mark.day, mark.is_reported) == (MAY, True)
    assert [one.low for one in drawn.left] == [6]
    assert not drawn.is_over_time


def test_the_sources_with_most_figures_have_shapes_of_their_own() -> None:
    many = [point(number, number, APRIL, f"Echo {number}") for number in range(SHAPES + 3)]
    drawn = course(series(*many, point(1, 1), point(2, 2), point(3, 3, source=None), point(4, 4, source=None)))
    assert drawn.sources[0] == ("Vale Post", 2)
    assert drawn.sources[-1] == (UNNAMED, 2)
    assert max(mark.shape for mark in drawn.marks) == SHAPES
    assert {mark.shape for mark in drawn.marks if mark.source == "Vale Post"} == {0}


@pytest.mark.parametrize(
    ("other", "differ"),
    [
        (point(40, 40, source="Echo"), True),
        (point(40, 40, source="Echo", day=APRIL), False),  # of another day
        (point(40, 40), False),  # its own
        (point(20, 40, source="Echo"), False),  # a range that holds it
        (point(25, 25, source="Echo", about=True), False),  # about as many
        (point(40, None, source="Echo"), True),
        (point(None, 40, source="Echo"), False),
        (point(40, 40, source="Echo", day=on(MARCH, MARCH.replace(day=9))), True),  # a week that holds the day
        (point(40, 40, source="Echo", day=on(MARCH, MAY)), False),  # some day of two months
        (point(40, 40, source="Echo", day=on(None, MARCH)), False),  # by then
        (point(4000, 4000, source="Echo"), False),  # of something else
    ],
)
def test_figures_of_one_time_differ_where_no_number_fits_both(other: Point, *, differ: bool) -> None:
    drawn = course(series(point(28, 28, known=MARCH), other))
    assert bool(drawn.clashes) is differ
    for clash in drawn.clashes:
        assert (clash.first, clash.known) == (MARCH, MAY)
        assert len(clash.marks) == 2


def test_nobody_knows_since_when_figures_differ_while_one_has_no_day_of_being_known() -> None:
    (clash,) = course(series(point(10, 10), point(30, 30, source="Echo", known=None))).clashes
    assert clash.known is None
