"""Where days and numbers stand: in order, within the room, and named as finely as there is room for."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from throughline.web.charts.months import MOST, SHADES, columns, shade
from throughline.web.charts.scales import NumberScale, TimeScale, brief

DAYS = some.dates()
SOME = some.floats(0, 1e12, allow_nan=False)


@given(DAYS, DAYS, DAYS, DAYS)
def test_the_later_day_is_never_left_of_the_earlier(one: date, other: date, first: date, last: date) -> None:
    scale = TimeScale.around(min(one, other), max(one, other), 10, 500)
    earlier, later = sorted((first, last))
    assert 10 <= scale.at(earlier) <= scale.at(later) <= 500


@given(DAYS, DAYS)
def test_the_axis_names_some_days_and_no_more_than_fit(one: date, other: date) -> None:
    ticks = TimeScale.around(min(one, other), max(one, other), 0, 500).ticks(6)
    assert len(ticks) <= 7
    assert [tick.at for tick in ticks] == sorted(tick.at for tick in ticks)


@pytest.mark.parametrize(
    ("days", "names"),
    [
        (0, ["14 Jun 2014", "16 Jun", "18 Jun", "20 Jun"]),
        (30, ["16 Jun 2014", "23 Jun", "30 Jun", "7 Jul", "14 Jul"]),
        (150, ["Jul 2014", "Aug", "Sep", "Oct", "Nov"]),
        (900, ["Jul 2014", "Jan 2015", "Jul", "Jan 2016"]),
        (3000, ["2016", "2018", "2020", "2022"]),
    ],
)
def test_the_axis_names_days_months_or_years(days: int, names: list[str]) -> None:
    first = date(2014, 6, 17)
    ticks = TimeScale.around(first, first + timedelta(days=days), 0, 500).ticks(6)
    assert [f"{tick.name} {tick.under}".strip() for tick in ticks][: len(names)] == names


@given(SOME, SOME, SOME)
def test_the_greater_number_is_never_below_the_less(one: float, other: float, third: float) -> None:
    scale = NumberScale.of(min(one, other), max(one, other), 200, 20)
    less, greater = sorted((one, third))
    assert 20 <= scale.at(greater) <= scale.at(less) <= 200
    assert len(scale.ticks()) <= 7


@pytest.mark.parametrize(
    ("low", "high", "names"),
    [
        (60, 400, ["0", "100", "200", "300", "400"]),
        (4200, 4300, ["4,200", "4,250", "4,300"]),
        (9, 9, ["0", "5", "10"]),
        (0, 0, ["0", "0.5", "1"]),
        (1000, 2_000_000, ["1,000", "10k", "100k", "1m", "10m"]),
    ],
)
def test_an_axis_of_numbers_is_round(low: float, high: float, names: list[str]) -> None:
    assert [tick.name for tick in NumberScale.of(low, high, 200, 20).ticks()] == names


def test_a_number_for_an_axis_is_short() -> None:
    assert [brief(number) for number in (0, 2.5, 10_000, 1e13)] == ["0", "2.5", "10k", "10tn"]


@given(DAYS, DAYS)
def test_no_period_between_is_left_out(one: date, other: date) -> None:
    first, last = sorted((one, other))
    found = columns(first, last)
    assert [period.number for period in found.periods] == list(range(found.number(first), found.number(last) + 1))
    assert len(found.periods) <= MOST or found.grain == "decade"
    assert not found.years or sum(width for _, width in found.years) == len(found.periods)


@given(some.integers(0, 10**6), some.integers(1, 10**6))
def test_more_is_never_paler(count: int, most: int) -> None:
    assert 0 <= shade(min(count, most), most) <= SHADES
    assert shade(min(count, most), most) <= shade(most, most)
