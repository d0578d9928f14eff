from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.dates.days import around, season
from throughline.dates.edtf import moment, parse_edtf
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
        ("2001-28", "2001-12-01", "2002-02-28", Grain.SEASON),
        ("2001-32", "2001-06-01", "2001-08-31", Grain.INTERVAL),  # winter of the south
        ("2001-30", "2001-12-01", "2002-02-28", Grain.INTERVAL),
        ("2011-34", "2011-04-01", "2011-06-30", Grain.QUARTER),
        ("2011-39", "2011-09-01", "2011-12-31", Grain.INTERVAL),
        ("2011-40", "2011-01-01", "2011-06-30", Grain.INTERVAL),
        ("156X-12-25", "1560-12-25", "1569-12-25", Grain.INTERVAL),
        ("2011-1X", "2011-10-01", "2011-12-31", Grain.INTERVAL),
        ("2011-XX-05", "2011-01-05", "2011-12-05", Grain.INTERVAL),
        ("1XXX", "1000-01-01", "1999-12-31", Grain.INTERVAL),
        ("0987", "0987-01-01", "0987-12-31", Grain.YEAR),
        ("[2008-04,2009-08]", "2008-04-01", "2009-08-31", Grain.INTERVAL),
        ("[1667,1668..1670]", "1667-01-01", "1670-12-31", Grain.INTERVAL),
        ("2018-03-05T22:04Z", "2018-03-05", "2018-03-05", Grain.DAY),
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
    doubtful = ("2011~", "2011-12?", "2011-12-05%", "2004-06~-11", "?2004-06-11", "2004-06/2004-08~", "[2008?,2010]")
    assert all(parse_edtf(text).approximate for text in doubtful)
    assert not parse_edtf("2011").approximate


@pytest.mark.parametrize("text", ["..", "../..", "/"])
def test_a_day_that_nobody_knows(text: str) -> None:
    assert parse_edtf(text).edtf == ".."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2011-13",
        "2011-02-30",
        "0000",
        "05-03-2018",
        "2012/2011",
        "2011-1-1",
        "20111205",
        "2011-42",
        "2011-20",
        "2011-21-05",
        "201X-21",
        "2011-02-3X",
        "2011-2X-05",
        "[2008",
        "2011-12-05T25:00",
        "2011-12T10:00",
        "2018-03-05T22:04+99:00",
        "2011??",
    ],
)
def test_what_is_no_edtf_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_edtf(text)


@pytest.mark.parametrize("text", ["-0044", "Y-17E7", "Y170000002", "12345", "0000", "1950S2", "XXXX-12-25"])
def test_years_that_no_calendar_here_has_are_refused_as_such(text: str) -> None:
    with pytest.raises(ValueError, match=r"years run from 0001 to 9999"):
        parse_edtf(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [("2018-03-05T22:04+01:00", "2018-03-05T22:04+01:00"), ("2018-03-05", None), ("2018-03-05T22:04/2019", None)],
)
def test_a_time_of_day_is_kept_apart(text: str, said: str | None) -> None:
    assert moment(text) == said


@pytest.mark.parametrize("text", ["2011-21", "2011-24", "2011-33", "2011-36", "1999-04~", "201X", "19XX", "../2012"])
def test_what_is_written_short_stays_short(text: str) -> None:
    assert parse_edtf(text).edtf == text


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


@given(st.integers(1, 9998), st.integers(21, 24), st.booleans())
def test_a_season_round_trips(year: int, number: int, approximate: bool) -> None:  # noqa: FBT001
    when = replace(season(year, number), approximate=approximate)
    again = parse_edtf(when.edtf)
    assert replace(again, words="", rule="") == when
    assert when.edtf.startswith(f"{year:04}-{number}")


@given(
    st.from_regex(
        r"[\[{?~%]?[0-9X]{4}[~?%]?(-[0-9X]{2}[~?%]?){0,2}(T[0-9:]{5}Z)?([/,.]{1,2}[0-9X-]{4,10})?[\]}]?", fullmatch=True
    )
)
def test_what_looks_like_edtf_is_read_or_refused(text: str) -> None:
    try:
        when = parse_edtf(text)
    except ValueError:
        return
    assert parse_edtf(when.edtf).edtf == when.edtf


@given(st.text(max_size=90))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        when = parse_edtf(text)
    except ValueError:
        return
    assert when.first is None or when.last is None or when.first <= when.last
