"""Lengths, repeats, hours, fiscal years, days by number and in words, and what stands side by side."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.dates.edtf import parse_edtf
from throughline.dates.expression import TimeExpression
from throughline.dates.phrases.find import times_of


def _times(text: str, day: str = "2011-12-15") -> list[TimeExpression]:
    return list(times_of(text, parse_edtf(day)))


def _read(text: str, day: str = "2011-12-15") -> list[tuple[str, str, str]]:
    return [(text[t.start : t.end], t.type, t.value) for t in _times(text, day)]


def _days(text: str, day: str = "2011-12-15") -> list[tuple[str, str | None]]:
    return [(text[t.start : t.end], t.when.edtf if t.when else None) for t in _times(text, day)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It took a year and a half.", "a year and a half", "P1.5Y"),
        ("It took half a century.", "half a century", "P0.5CE"),
        ("It took a couple of weeks.", "a couple of weeks", "P2W"),
        ("It took a fortnight.", "a fortnight", "P2W"),
        ("It took 1 hour and 30 minutes.", "1 hour and 30 minutes", "PT1H30M"),
        ("They talked all week.", "all week", "P1W"),
        ("A decade-long war.", "decade-long", "P10Y"),
        ("In the last 24 hours it rained.", "the last 24 hours", "PT24H"),
    ],
)
def test_lengths(text: str, words: str, value: str) -> None:
    assert (words, "DURATION", value) in _read(text)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They meet every Friday.", "every Friday", "XXXX-WXX-5"),
        ("They meet twice a week.", "twice a week", "P1W"),
        ("They meet three times a year.", "three times a year", "P1Y"),
        ("They meet each month.", "each month", "P1M"),
        ("They meet on Mondays.", "Mondays", "XXXX-WXX-1"),
        ("They meet every other year.", "every other year", "P2Y"),
        ("They meet every day at 7:13 p.m.", "every day at 7:13 p.m.", "T19:13"),
        ("They meet on Tuesdays at 9am.", "Tuesdays at 9am", "XXXX-WXX-2T09:00"),
        ("It is paid on the 19th of every month.", "the 19th of every month", "XXXX-XX-19"),
    ],
)
def test_what_repeats(text: str, words: str, value: str) -> None:
    assert (words, "SET", value) in _read(text)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met at 10:30 a.m. EST.", "10:30 a.m. EST", "2011-12-15T10:30"),
        ("They met at noon.", "noon", "2011-12-15T12:00"),
        ("They met at half past nine.", "half past nine", "2011-12-15T09:30"),
        ("They met at a quarter to five.", "a quarter to five", "2011-12-15T04:45"),
        ("They met at 5 in the afternoon.", "5 in the afternoon", "2011-12-15T17:00"),
        ("They met at 1600 GMT.", "1600 GMT", "2011-12-15T16:00"),
        ("They met at eight o'clock.", "eight o'clock", "2011-12-15T08:00"),
        ("They met from 5 to 6 p.m.", "5 to 6 p.m.", "2011-12-15T17:00/2011-12-15T18:00"),
        ("They met, 9pm-11pm.", "9pm-11pm", "2011-12-15T21:00/2011-12-15T23:00"),
        ("They met from 11 to 2 p.m.", "11 to 2 p.m.", "2011-12-15T11:00/2011-12-15T14:00"),
    ],
)
def test_hours(text: str, words: str, value: str) -> None:
    assert (words, "TIME", value) in _read(text)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met tomorrow at 8:30 p.m.", "tomorrow at 8:30 p.m.", "2011-12-16T20:30"),
        ("They left at 10 p.m. Wednesday.", "10 p.m. Wednesday", "2011-12-14T22:00"),
        ("They met on Wednesday in the morning.", "Wednesday in the morning", "2011-12-14TMO"),
        ("They met last night at 8.", "last night at 8", "2011-12-14T20:00"),
        ("They met on Dec. 12 from 4 to 6:30 pm.", "Dec. 12 from 4 to 6:30 pm", "2011-12-12T16:00/2011-12-12T18:30"),
    ],
)
def test_a_day_and_an_hour_are_one_moment(text: str, words: str, value: str) -> None:
    times = _times(text)
    assert [(text[t.start : t.end], t.value) for t in times] == [(words, value)]
    assert times[0].when is not None
    assert times[0].when.edtf == value[:10]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It begins two weeks from January 15.", [("two weeks from January 15", "2012-01-29")]),
        ("He left the day before yesterday.", [("the day before yesterday", "2011-12-13")]),
        ("It begins the week after next.", [("the week after next", "2011-12-26/2012-01-01")]),
        ("It will begin in two weeks.", [("two weeks", "2011-12-26/2012-01-01")]),
        ("It must begin within three days.", [("three days", "2011-12-15/2011-12-18")]),
        ("They will meet on Tuesday of next week.", [("Tuesday of next week", "2011-12-20")]),
        ("They met in the third week of March 2011.", [("the third week of March 2011", "2011-03-14/2011-03-20")]),
        ("They met on the first Monday in May 2011.", [("the first Monday in May 2011", "2011-05-02")]),
        ("They met on the weekend of 6 May 2011.", [("the weekend of 6 May 2011", "2011-05-07/2011-05-08")]),
        ("They met in the week of 6 May 2011.", [("the week of 6 May 2011", "2011-05-02/2011-05-08")]),
        ("They met on the last day of 2009.", [("the last day of 2009", "2009-12-31")]),
        ("Sales fell in the first half of 2010.", [("the first half of 2010", "2010-01-01/2010-06-30")]),
        ("They met on Friday the 2nd.", [("Friday the 2nd", "2011-12-02")]),
        ("They met from the 3rd to the 12th of May.", [("the 3rd to the 12th of May", "2011-05-03/2011-05-12")]),
        ("They met on 22/04.", [("22/04", "2011-04-22")]),
        ("It was signed on 05-Aug-2010.", [("05-Aug-2010", "2010-08-05")]),
        ("They met on the twenty third day of May.", [("the twenty third day of May", "2011-05-23")]),
        ("They met in two thousand and five.", [("two thousand and five", "2005")]),
        ("It is the largest year to date.", [("year to date", "2011-01-01/2011-12-15")]),
        ("It must end no later than 5 May 2012.", [("5 May 2012", "../2012-05-05")]),
        ("Sales rose in the 2019-20 academic year.", [("the 2019-20 academic year", "2019-08-01~/2020-07-31~")]),
        ("Sales rose over the last two quarters.", [("the last two quarters", "2011-04-01/2011-09-30")]),
    ],
)
def test_days(text: str, days: list[tuple[str, str]]) -> None:
    assert _days(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "They sent 1600 troops.",
        "They won 3-2 on points.",
        "They beat them 12-4.",
        "It has a 4:3 ratio.",
        "Some 10 to 12 people came.",
        "It costs 7p or 10.30 each.",
        "About 5 people were hurt.",
        "It is open 24/7.",
        "Between 5 and 6 percent fell ill.",
        "He is the second man on the fourth floor.",
        "It may rain; they march on.",
        "High noon is a film.",
        "All the men had an epiphany.",
    ],
)
def test_numbers_scores_and_ratios_are_no_times(text: str) -> None:
    assert _read(text) == []


def test_a_count_beside_a_weekday_is_no_hour() -> None:
    assert _days("They lost 12-4 on Monday.") == [("Monday", "2011-12-12")]
    assert _days("On Monday about 5 people were hurt.") == [("Monday", "2011-12-12")]
    assert _days("It will last two hours.") == [("two hours", None)]


def test_a_numeric_day_that_has_two_readings_keeps_both() -> None:
    assert _days("They met on 5/3.") == [("5/3", "2011-03-05/2011-05-03")]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("It takes five minutes to one hour.", [("five minutes", "PT5M"), ("one hour", "PT1H")]),
        ("Date: Fri, 1 Feb 2002 13:07:39 -0500", [("Fri, 1 Feb 2002 13:07:39", "2002-02-01T13:07:39")]),
        ("Keep it up to date.", []),
        ("6:45 p.m. - One of the men is named.", [("6:45 p.m.", "2011-12-15T18:45")]),
        ("He spent 5 ½ years there.", [("5 ½ years", "P5.5Y")]),
        ("The Leica Q3 is a camera.", []),
        ("The Midnight bed is soft.", []),
        ("They left at 0730 hrs.", [("0730 hrs", "2011-12-15T07:30")]),
    ],
)
def test_words_of_time_in_other_senses(text: str, times: list[tuple[str, str]]) -> None:
    assert [(words, value) for words, _, value in _read(text)] == times


_WORDS = """noon past quarter to at Christmas 9/11 22/04 29/02 Q3 FY2019 H2 fortnight rest date o'clock twice week first
twenty second two thousand five nineteen ninety 11/2016 2018-03 0730 hrs nights Friday mornings every other the
of a half month March 31 30 31st in from now next last this year year's weekend Easter 1 0 99 25:61 13pm 3-8pm
2-4 from between and day days after before tomorrow 2012 0001 9999 starting no later than all twelve 2019-20
academic school Dec-2018 Oct/2 30-minutes 8p.m. mid-morning times once hour and-a-half couple several until
23-2020 , . ( ) ' 's""".split()


@settings(max_examples=200)
@given(
    st.lists(st.sampled_from(_WORDS), max_size=30),
    st.sampled_from(["..", "2011-12-15", "2012-02-29", "2011-12", "0001-01-01", "9999-12-31"]),
)
def test_any_run_of_such_words_is_read_in_order_without_failing(words: list[str], day: str) -> None:
    text = " ".join(words)
    end = 0
    for time in _times(text, day):
        assert end <= time.start < time.end <= len(text)
        first, last = (time.when.first, time.when.last) if time.when else (None, None)
        assert first is None or last is None or first <= last
        end = time.end
