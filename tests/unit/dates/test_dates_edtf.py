from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.dates import parse_edtf
from throughline.dates.days import around
from throughline.model import Grain, When


@pytest.mark.parametrize(
    ("text", "first", "last", "grain"),
    [
        ("2011", "2011-01-01", "2011-12-31", Grain.YEAR),
        ("2012-02", "2012-02-01", "2012-02-29", Grain.MONTH),
        ("2011-12-05", "2011-12-05", "2011-12-05", Grain.DAY),
        ("2011-12-05T23:30:00-05:00", "2011-12-05", "2011-12-05", Grain.DAY),
        ("201X", "2010-01-01", "2019-12-31", Grain.DECADE),
        ("19XX", "1900-01-01", "1999-12-31", Grain.CENTURY),
        ("2004-XX", "2004-01-01", "2004-12-31", Grain.YEAR),
        ("2004-06-XX", "2004-06-01", "2004-06-30", Grain.MONTH),
        ("2001-21", "2001-03-01", "2001-05-31", Grain.SEASON),
        ("2001-24", "2001-12-01", "2002-02-28", Grain.SEASON),
        ("2011-11/2012", "2011-11-01", "2012-12-31", Grain.INTERVAL),
    ],
)
def test_days_of_a_date(text: str, first: str, last: str, grain: Grain) -> None:
    when = parse_edtf(text)
    assert (when.first, when.last, when.grain) == (date.fromisoformat(first), date.fromisoformat(last), grain)


@pytest.mark.parametrize(
    ("text", "first", "last"), [("../2012", None, 2012), ("2012/..", 2012, None), ("/2012", None, 2012)]
)
def test_open_ends(text: str, first: int | None, last: int | None) -> None:
    when = parse_edtf(text)
    assert when.first == (date(first, 1, 1) if first else None)
    assert when.last == (date(last, 12, 31) if last else None)


def test_doubt_makes_a_date_approximate() -> None:
    assert [parse_edtf(t).approximate for t in ("2011~", "2011-12?", "2011-12-05%", "2011")] == [
        True,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize("text", ["..", "../..", "/"])
def test_a_day_that_nobody_knows(text: str) -> None:
    assert parse_edtf(text).edtf == ".."


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "2011-13", "2011-02-30", "0000", "05-03-2018", "2012/2011", "2011-1-1", "20111205", "201X-05"],
)
def test_what_is_no_edtf_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_edtf(text)


_days = st.dates(min_value=date(1000, 1, 1))


@given(_days, _days, st.booleans())
def test_an_interval_round_trips(one: date, other: date, approximate: bool) -> None:  # noqa: FBT001
    first, last = min(one, other), max(one, other)
    when = When(first, last, Grain.DAY if first == last else Grain.INTERVAL, approximate=approximate)
    again = parse_edtf(when.edtf)
    assert (again.first, again.last, again.grain, again.approximate) == (first, last, when.grain, approximate)


@given(
    _days, st.sampled_from([Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR, Grain.DECADE, Grain.CENTURY])
)
def test_a_span_of_the_calendar_writes_what_it_reads(value: date, grain: Grain) -> None:
    when = around(value, grain)
    again = parse_edtf(when.edtf)
    assert (again.first, again.last, again.edtf) == (when.first, when.last, when.edtf)


@given(st.text(max_size=90))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        when = parse_edtf(text)
    except ValueError:
        return
    assert when.first is None or when.last is None or when.first <= when.last
