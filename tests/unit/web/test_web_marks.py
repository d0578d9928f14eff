"""What is drawn beside words says what they say."""

from datetime import date

import pytest

from throughline.export.statuses import tone
from throughline.ledger.rows import Head
from throughline.model import Grain, Status, When
from throughline.web.marks import Bar, bar, doubt, shape

FIRST, LAST = date(2011, 12, 2), date(2011, 12, 31)


@pytest.mark.parametrize(
    ("when", "drawn"),
    [
        (When(FIRST, FIRST, Grain.DAY), "day"),
        (When(FIRST, LAST, Grain.INTERVAL, rule="told"), "band"),
        (When(FIRST, LAST, Grain.INTERVAL, rule="published"), "unsure"),
        (When(FIRST, FIRST, Grain.DAY, approximate=True), "unsure"),
        (When(None, LAST, Grain.DAY, rule="published"), "before"),
        (When(FIRST, None, Grain.DAY), "after"),
        (When(None, None, Grain.UNKNOWN), "undated"),
        (None, "undated"),
    ],
)
def test_days_are_drawn_by_how_sure_they_are(when: When | None, drawn: str) -> None:
    assert shape(when) == drawn


def test_days_counted_from_an_unsure_day_are_unsure() -> None:
    told = When(FIRST, LAST, Grain.INTERVAL, rule="told")
    assert doubt(When(FIRST, LAST, Grain.INTERVAL, rule="published")) == "one day of "
    assert doubt(told, _head(When(FIRST, LAST, Grain.INTERVAL))) == "some time from "
    assert shape(told, _head(When(FIRST, LAST, Grain.INTERVAL))) == "unsure"
    assert not doubt(told, _head(When(FIRST, FIRST, Grain.DAY)))
    assert not doubt(told)
    assert not doubt(When(FIRST, FIRST, Grain.DAY, rule="published"))


def test_a_weekday_of_an_undated_page_is_one_of_several_days_and_a_span_of_weekdays_is_all_of_them() -> None:
    assert doubt(When(FIRST, date(2011, 12, 30), Grain.INTERVAL, "Friday", "weekday"))
    assert not doubt(When(FIRST, date(2011, 12, 5), Grain.INTERVAL, "Monday", "weekday"))


def _head(published: When) -> Head:
    return Head("article-1", "page-1", "one.html", None, None, (), None, None, published, published.last, None)


def test_a_plan_never_looks_like_a_fact() -> None:
    assert {tone(status) for status in (Status.PLANNED, Status.REQUESTED, Status.CONDITIONAL)} == {"open"}


def test_the_full_part_of_a_bar_is_the_share_of_independent_origins() -> None:
    assert bar(1, 1) == Bar(5, 5.0, ())
    assert bar(400, 100) == Bar(120, 30.0, ())  # too many to count by eye: no cells
    assert bar(0, 0).origins == 0.0
