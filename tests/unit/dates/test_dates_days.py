from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.dates import days
from throughline.model import Grain

_SPANS = (Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR, Grain.DECADE, Grain.CENTURY)


@given(st.dates(), st.sampled_from(_SPANS))
def test_a_day_lies_in_the_span_around_it(value: date, grain: Grain) -> None:
    when = days.around(value, grain)
    assert when.first is not None
    assert when.last is not None
    assert when.first <= value <= when.last
    assert when.grain is grain


@given(st.dates(date(100, 1, 1), date(9000, 1, 1)), st.sampled_from(_SPANS), st.integers(0, 50))
def test_a_step_ahead_and_back_stays_within_a_month(value: date, grain: Grain, count: int) -> None:
    if grain is Grain.CENTURY:
        count %= 5
    there = days.step(value, grain, count)
    assert there >= value
    assert abs((days.step(there, grain, -count) - value).days) <= 3


def test_a_shorter_month_ends_a_step() -> None:
    assert days.shift_months(date(2011, 1, 31), 1) == date(2011, 2, 28)


@pytest.mark.parametrize(("way", "edge"), [(1, date.max), (-1, date.min)])
def test_the_calendar_ends_a_step(way: int, edge: date) -> None:
    assert days.shift_days(date(2011, 1, 31), way * 10**9) == edge
    assert days.shift_months(date(2011, 1, 31), way * 10**6) == edge
