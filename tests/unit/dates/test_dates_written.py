from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.dates.written import read_day


@pytest.mark.parametrize(
    ("words", "readings"),
    [
        ("05-03-2018", ["2018-03-05", "2018-05-03"]),
        ("25/03/2018", ["2018-03-25"]),
        ("03/25/2018 10:00", ["2018-03-25"]),
        ("05.03.2018", ["2018-03-05"]),
        ("04/04/2018", ["2018-04-04"]),
        ("Mon 05-03-2018", ["2018-03-05"]),
        ("2018-03-05", ["2018-03-05"]),
        ("2018/3/5", ["2018-03-05"]),
        ("2018-03-05T23:30:00-05:00", ["2018-03-05"]),
        ("20180305", ["2018-03-05"]),
        ("5 March 2018", ["2018-03-05"]),
        ("March 5, 2018 10:30 am EST", ["2018-03-05"]),
        ("Updated: Mar. 5th, 2018", ["2018-03-05"]),
        ("Thursday 29 April 2010 09.28 BST", ["2010-04-29"]),
        ("Mon, 05 Mar 2018 10:30:00 +0000", ["2018-03-05"]),
        ("Mon Mar 05 2018", ["2018-03-05"]),
        ("5th of March, 2018", ["2018-03-05"]),
        ("5 March ’18", ["2018-03-05"]),
        ("5 March '98 10:30", ["1998-03-05"]),
        ("5. März 2018, 14:05 Uhr", ["2018-03-05"]),
        ("le 1er août 2018", ["2018-08-01"]),
        ("5 de marzo de 2018", ["2018-03-05"]),
        ("12 września 2018", ["2018-09-12"]),
        ("Published 5 March 2018, updated 9 March 2018", ["2018-03-05"]),
        ("March 2018", ["2018-03"]),
        ("2018", ["2018"]),
        ("1520244000", ["2018-03-05"]),
        ("05-Mar-18", ["2018-03-05"]),
        ("03.25.2018 07:00 AM", ["2018-03-25"]),
        ("2018 Mar 5;15(1):e33", ["2018-03-05"]),
        ("5. März 20185. März 2018", ["2018-03-05"]),
        ("17/03/201817/03/2018 ~ Maya", ["2018-03-17"]),
        ("5 марта 2018 г.", ["2018-03-05"]),
        ("5 Mart 2018 Pazartesi", ["2018-03-05"]),
        ("2018. március 5.", ["2018-03-05"]),
        ("5. března 2018", ["2018-03-05"]),
        ("5. maaliskuuta 2018", ["2018-03-05"]),
        ("5 Μαΐου 2018", ["2018-05-05"]),
        ("5 آذار 2018", ["2018-03-05"]),
        ("5 d’abril de 2018", ["2018-04-05"]),
        ("2018年3月5日", ["2018-03-05"]),
        ("2018년 3월 5일", ["2018-03-05"]),
    ],
)
def test_readings_of_a_date(words: str, readings: list[str]) -> None:
    assert [when.edtf for when in read_day(words)] == readings


@pytest.mark.parametrize(("order", "reading"), [("dmy", "2018-03-05"), ("mdy", "2018-05-03")])
def test_a_known_order_leaves_one_reading(order: str, reading: str) -> None:
    assert [when.edtf for when in read_day("05/03/2018", order)] == [reading]


@pytest.mark.parametrize(
    "words",
    [
        "",
        "10:30 am",
        "Monday",
        "5 March",
        "version 1.2.3.4",
        "call 555-03-2018-99",
        "31 February 2018",
        "2018 people",
        "15200",
    ],
)
def test_no_day_is_read(words: str) -> None:
    assert read_day(words) == ()


@given(st.text(max_size=400))
def test_any_string_is_read_without_failing(words: str) -> None:
    assert len(read_day(words)) <= 2


@given(st.dates(min_value=date(1970, 1, 1), max_value=date(2069, 12, 31)))
def test_every_day_is_among_the_readings_of_its_numeric_forms(day: date) -> None:
    for form in (
        "%d-%m-%Y",
        "%m/%d/%Y",
        "%Y-%m-%d",
        "%d %B %Y",
        "%B %d, %Y",
        "%a, %d %b %Y 10:00:00 GMT",
        "%d.%m.%Y",
        "%Y%m%d",
    ):
        assert day in [when.first for when in read_day(day.strftime(form))]
