"""Feasts by the rules of their calendars, and holidays by their names. Days are from published almanacs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.dates import feasts
from throughline.dates.edtf import parse_edtf
from throughline.dates.phrases.find import times_of
from throughline.dates.rules.holidays import FEASTS


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("easter", 2018, "2018-04-01"),
        ("easter", 2019, "2019-04-21"),
        ("orthodox easter", 2021, "2021-05-02"),
        ("good friday", 2020, "2020-04-10"),
        ("thanksgiving", 2010, "2010-11-25"),
        ("black friday", 2010, "2010-11-26"),
        ("labor day", 2021, "2021-09-06"),
        ("memorial day", 2019, "2019-05-27"),
        ("election day", 1998, "1998-11-03"),
        ("yom kippur", 2018, "2018-09-19"),
        ("purim", 2019, "2019-03-21"),
        ("passover", 2022, "2022-04-16/2022-04-23"),
        ("eid al-fitr", 2022, "2022-05-02~"),
        ("chinese new year", 1985, "1985-02-20~"),
        ("chinese new year", 2023, "2023-01-22~"),
        ("diwali", 2019, "2019-10-27~"),
    ],
)
def test_feasts_fall_on_their_days(name: str, year: int, day: str) -> None:
    when = FEASTS[name](year)
    assert when is not None
    assert when.edtf == day


@given(st.integers(1583, 9998))
def test_easter_is_a_sunday_of_spring_and_rosh_hashanah_no_sunday_wednesday_or_friday(year: int) -> None:
    easter = feasts.easter_sunday(year)
    assert easter.weekday() == 6
    assert (3, 22) <= (easter.month, easter.day) <= (4, 25)
    assert feasts.rosh_hashanah(year).weekday() not in {2, 4, 6}


@given(st.sampled_from(sorted(FEASTS)), st.integers(1, 9999))
def test_any_feast_of_any_year_has_a_day_or_none(name: str, year: int) -> None:
    text = f"They met on {name.title()} {year:04} ."
    for time in times_of(text, parse_edtf("2011-12-15")):
        assert time.when is None or time.when.first is None or time.when.first.year > 0


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They met on Christmas Eve.", [("Christmas Eve", "2010-12-24")]),
        ("They will meet on Christmas Eve.", [("Christmas Eve", "2011-12-24")]),
        ("They met last Easter.", [("last Easter", "2011-04-24")]),
        ("It was the worst since 9/11.", [("9/11", "2001-09-11/..")]),
        ("They met on Labor Day weekend 2011.", [("Labor Day weekend 2011", "2011-09-03/2011-09-05")]),
        ("It was Independence Day.", []),
    ],
)
def test_holidays_by_name(text: str, days: list[tuple[str, str]]) -> None:
    found = times_of(text, parse_edtf("2011-12-15"))
    assert [(text[t.start : t.end], t.when.edtf if t.when else None) for t in found] == days
