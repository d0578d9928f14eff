from collections.abc import Iterator

import pytest

from throughline.dates.edtf import parse_edtf
from throughline.dates.expression import TimeExpression
from throughline.dates.phrases.find import times_of


def _times(text: str, day: str) -> Iterator[TimeExpression]:
    return times_of(text, parse_edtf(day))


def _values(text: str, day: str = "2011-11-05") -> list[tuple[str, str]]:
    return [(text[t.start : t.end], t.value) for t in _times(text, day)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It has slumped more recently.", [("more recently", "PAST_REF")]),
        ("More men left.", []),
        ("Many fled in recent weeks and months.", [("recent weeks and months", "PAST_REF")]),
        ("It happened in the past.", [("the past", "PAST_REF")]),
        ("It happened in the past tense of the verb.", [("the past", "PAST_REF")]),
        ("It will happen in the near future.", [("the near future", "FUTURE_REF")]),
        ("They discussed the future of the monarchy.", []),
        ("Such men are rare these days.", [("these days", "PRESENT_REF")]),
        ("They will sell in the weeks ahead.", [("the weeks ahead", "PXW")]),
        ("They will buy it in the coming years.", [("the coming years", "PXY")]),
        ("There were such programs in past years.", [("past years", "PAST_REF")]),
        ("It grew over the past year.", [("the past year", "P1Y")]),
        ("It fell later in the year.", [("later in the year", "2011")]),
        ("In the year that followed he fled.", []),
        ("It closes by year-end.", [("year-end", "2011")]),
        ("It closes at month's end.", [("month's end", "2011-11")]),
        ("They met long ago, a long time ago.", [("long ago", "PAST_REF"), ("a long time ago", "PAST_REF")]),
        ("He fell weeks ago. Hours later they met.", [("weeks ago", "PAST_REF"), ("Hours later", "FUTURE_REF")]),
        ("It will come years from now.", [("years from now", "FUTURE_REF")]),
        ("They met the other day.", [("the other day", "PAST_REF")]),
        ("They met in the mid-afternoon.", [("the mid-afternoon", "2011-11-05TAF")]),
        ("It closes at mid-year.", [("mid-year", "2011")]),
        ("They met this past summer.", [("this past summer", "2011-SU")]),
        ("They lived in the early '80s.", [("the early '80s", "198")]),
        ("He left earlier yesterday.", [("earlier yesterday", "2011-11-04")]),
    ],
)
def test_times_that_name_no_day(text: str, found: list[tuple[str, str]]) -> None:
    assert _values(text) == found


def test_the_first_time_in_ten_years_is_no_day_ahead() -> None:
    first, later = _times("It is the first time in 10 years. It will expire in 10 years.", "2011-11-05")
    assert first.when is None
    assert later.when
    assert later.when.edtf == "2021"


def test_hours_ago_are_of_the_day_or_the_night_before() -> None:
    minutes, hours = _times("A few minutes ago he fell. He left two hours ago.", "2011-11-05")
    assert minutes.when
    assert minutes.when.edtf == "2011-11-05"
    assert hours.when
    assert hours.when.edtf == "2011-11-04/2011-11-05"


def test_a_comparison_with_a_span_does_not_begin_there() -> None:
    (year,) = _times("It is up 4% from last year.", "2011-11-05")
    assert year.when
    assert year.when.edtf == "2010"


def test_the_past_year_has_days_and_the_coming_years_have_none() -> None:
    past, coming = _times("It grew over the past year. It will grow in the coming years.", "2011-11-05")
    assert past.when
    assert past.when.edtf == "2010-11-05/2011-11-05"
    assert coming.when is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("After a 16-hour flight they met.", [("16-hour", "PT16H")]),
        ("It hit a four year low.", [("four year", "P4Y")]),
        ("It resumes within two to three weeks.", [("two to three weeks", "P3W")]),
        ("For the nine months it lost money.", [("the nine months", "P9M")]),
        ("Over the next couple of years it grew.", [("the next couple of years", "P2Y")]),
        ("It pays $1.76 a year.", []),
        ("It costs $500 million a year.", []),
        ("They declared a quarterly dividend.", []),
    ],
)
def test_lengths_and_rates(text: str, found: list[tuple[str, str]]) -> None:
    assert _values(text) == found


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        # Who writes no year means a day close by, whatever verb stands near.
        ("It declared a dividend, payable Dec. 7.", "1989-10-30", [("Dec. 7", "1989-12-07")]),
        ("They will aid the victims, where the Aug. 7 blasts killed 257.", "1998-08-18", [("Aug. 7", "1998-08-07")]),
        ("They have evidence in the October slaying.", "1998-11-05", [("October", "1998-10")]),
        ("The March accession will enable them.", "1999-02-10", [("March", "1999-03")]),
        ("It met in March.", "1999-02-10", [("March", "1998-03")]),
        ("In March, after the talks in the north, he was shot.", "1999-02-10", [("March", "1998-03")]),
        ("They agreed to meet on Friday.", "1999-05-05", [("Friday", "1999-05-07")]),
        ("Trading is to resume on Friday.", "1999-05-05", [("Friday", "1999-05-07")]),
        ("Only two had filed reports by Wednesday.", "1990-08-16", [("Wednesday", "1990-08-15")]),
        ("The Sept. 11 attacks shook them.", "2008-09-24", [("Sept. 11", "2001-09-11")]),
        ("They met on Sept. 11.", "2008-09-24", [("Sept. 11", "2008-09-11")]),
        ("Friday night, he said, would consist of talks.", "2008-09-24", [("Friday night", "2008-09-26TNI")]),
        ("They need the talks on Friday.", "2008-09-24", [("Friday", "2008-09-26")]),
        ("A couple of thousand years ago it fell.", "2008-09-24", [("A couple of thousand years ago", "PAST_REF")]),
        ("It fell over the last year.", "2008-09-24", [("the last year", "P1Y")]),
        ("In February of this year they met.", "2009-03-17", [("February of this year", "2009-02")]),
        ("They condemned his statement Tuesday that they should talk.", "2009-02-27", [("Tuesday", "2009-02-24")]),
        ("Imports hit a high this fall.", "2009-02-20", [("this fall", "2008-FA")]),
        ("It reports losses due to the storm of July.", "2008-11-05", [("July", "2008-07")]),
        ("It is due to expire on Friday.", "2008-11-05", [("Friday", "2008-11-07")]),
        ("It will slash its first-quarter 2009 output.", "2008-11-05", [("first-quarter 2009", "2009-Q1")]),
        ("The Sunday Times reported it.", "2008-11-05", []),
        ("At the end of the day, they know it.", "2008-11-05", []),
        ("The market this weekend faced its crisis.", "2008-09-15", [("this weekend", "2008-W37-WE")]),
        ("It fears another Sept. 11-style attack.", "2008-11-15", [("Sept. 11", "2001-09-11")]),
        ("It will grow over the next decade.", "2008-11-15", [("the next decade", "P10Y")]),
        ("It grows more dire by the day.", "2008-11-15", []),
        ("Until Thursday, they had not called him a suspect.", "1999-05-07", [("Thursday", "1999-05-06")]),
        ("They failed to finish it by 31 December.", "2011-12-15", [("31 December", "2010-12-31")]),
    ],
)
def test_dates_in_part(text: str, day: str, found: list[tuple[str, str]]) -> None:
    assert _values(text, day) == found


@pytest.mark.parametrize(
    "text",
    [
        "Mrs May met the envoys.",
        "The May government fell.",
        "They march on the capital.",
        "The March on the capital was peaceful.",
        "The second man fell.",
        "Wait a second!",
        "They spring from the fall of the city.",
        "He may come.",
        "The 1,945 men left.",
        "Room 1984 is shut.",
        "Flight 1998 was late.",
    ],
)
def test_words_of_time_that_are_no_times(text: str) -> None:
    assert not any(value[:1].isdigit() or value[:4] == "XXXX" for _, value in _values(text))
