import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.dates.published import timeofday
from throughline.dates.published.claim import Candidate
from throughline.dates.written import read_day
from throughline.model import Evidence


def _stated(words: str) -> list[Candidate]:
    return [Candidate(when, "meta", None, "it says so") for when in read_day(words)]


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("2018-03-05T22:04:11+01:00", "2018-03-05T22:04+01:00"),
        ("2018-03-05T22:04:11.221Z", "2018-03-05T22:04Z"),
        ("2018-03-05 22:04:11", "2018-03-05T22:04"),
        ("2018-03-05T22:04:11+0100", "2018-03-05T22:04+01:00"),
        ("Mon, 05 Mar 2018 22:04:11 GMT", "2018-03-05T22:04Z"),
        ("2018-03-05T00:00:00Z", None),
        ("2018-03-05", None),
    ],
)
def test_a_time_that_machines_are_told(words: str, moment: str | None) -> None:
    assert timeofday.moment(_stated(words), "") == moment


@pytest.mark.parametrize(
    ("after", "moment"),
    [
        (", 10:30 pm EST", "2018-03-05T22:30-05:00"),
        (" um 14:05 Uhr", "2018-03-05T14:05"),
        (" - 9.05", "2018-03-05T09:05"),
        (" 12:10 AM", "2018-03-05T00:10"),
        (", 4 min read", None),
        ("", None),
    ],
)
def test_a_time_that_people_are_shown(after: str, moment: str | None) -> None:
    day = "5 March 2018"
    shown = [Candidate(when, "masthead", Evidence("a", 0, len(day), day), "a line") for when in read_day(day)]
    assert timeofday.moment(shown, day + after) == moment


@given(st.text(max_size=60))
def test_nothing_written_fails(words: str) -> None:
    day = "5 March 2018"
    shown = [Candidate(when, "masthead", Evidence("a", 0, len(day), day), "a line") for when in read_day(day)]
    assert timeofday.moment([*shown, *_stated(words)], day + words) is None or words
