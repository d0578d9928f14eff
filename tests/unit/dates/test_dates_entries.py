"""Lists whose entries open with their day, and pages still being written on the day after their own."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.dates.edtf import parse_edtf
from throughline.dates.phrases.entries import entry_days
from throughline.dates.phrases.find import times_of
from throughline.dates.phrases.symbols import symbols
from throughline.text.tokens import tokenise


def _values(text: str, day: str) -> list[str]:
    return [time.value for time in times_of(text, parse_edtf(day)) if time.type in {"DATE", "TIME"}]


_PRESENT = """March 2 - Rebels take control of Larno.

May 29 - A meeting agrees to set up a council.

{}"""


@pytest.mark.parametrize(
    ("last", "day", "expected"),
    [
        ("August 20 - The army enters Velm.", "2011-08-22", ["2011-03-02", "2011-05-29", "2011-08-20"]),
        ("August 20 - The army enters Velm.", "2012-02-01", ["2011-03-02", "2011-05-29", "2011-08-20"]),
        ("Jan. 5 - The army enters Velm.", "2012-02-01", ["2011-03-02", "2011-05-29", "2012-01-05"]),
        ("Sept. 5 - The army enters Velm.", "2011-07-01", ["2011-03-02", "2011-05-29", "2011-09-05"]),  # kept up later
        ("August 20, 2009 - The army enters Velm.", "2011-08-22", ["2009-03-02", "2009-05-29", "2009-08-20"]),
    ],
)
def test_entries_of_a_list_are_past_and_in_order(last: str, day: str, expected: list[str]) -> None:
    assert _values(_PRESENT.format(last), day) == expected


def test_a_list_of_what_is_to_come_is_the_next() -> None:
    text = "July 4: A hearing opens.\n\nJuly 20: The vote.\n\nAugust 3: The trial opens."
    assert _values(text, "2011-07-01") == ["2011-07-04", "2011-07-20", "2011-08-03"]


def test_a_year_in_a_heading_holds_for_the_entries_below() -> None:
    text = "2009:\n\nMay 2 - Larno votes.\n\n2010\n\nMarch 2 - Larno falls.\n\nDec. 9 - Velm falls.\n\nJan. 3 - Peace."
    assert [value for value in _values(text, "2013-08-22") if len(value) > 4] == [
        "2009-05-02",
        "2010-03-02",
        "2010-12-09",
        "2011-01-03",
    ]


def test_entries_before_a_heading_are_of_the_year_before_or_in_a_list_that_runs_back_after() -> None:
    forward = "Nov. 2 - Larno votes.\n\nDec. 5 - Larno waits.\n\n2010\n\nMarch 2 - Larno falls."
    backward = "March 2 - Larno falls.\n\nFeb. 5 - Larno waits.\n\n2010\n\nNov. 2 - Larno votes."
    assert [v for v in _values(forward, "2013-08-22") if len(v) > 4] == ["2009-11-02", "2009-12-05", "2010-03-02"]
    assert [v for v in _values(backward, "2013-08-22") if len(v) > 4] == ["2011-03-02", "2011-02-05", "2010-11-02"]


def test_a_month_in_an_entry_is_counted_from_the_entry() -> None:
    text = "March 2, 2003 - Talks fail.\n\nMay 29 - It was announced that in April they met.\n\nJune 1 - Larno falls."
    assert _values(text, "2011-08-22")[2] == "2003-04"


def test_entries_that_have_run_into_one_line_are_entries() -> None:
    text = "How it began 8 May : Dome fails to cap leak 2 June : Larno begins inquiry 4 August : 11 men leave"
    assert _values(text, "2010-09-08") == ["2010-05-08", "2010-06-02", "2010-08-04"]


@pytest.mark.parametrize(
    "text",
    [
        "They will meet on May 5 - and on June 2 - and on July 7 - in Larno.",
        "May 5 - June 2 is busy.\n\nJune 5 - July 2 is busy.\n\nJuly 5 - August 2 is busy.",
        "2010 began.\n\nThey will meet on May 5: in Larno.",
    ],
)
def test_days_in_running_text_and_spans_are_no_entries(text: str) -> None:
    lines = [(list(tokenise(line)), symbols(list(tokenise(line)))) for line in text.split("\n\n")]
    assert not entry_days(lines, date(2010, 9, 8))


def test_two_lists_with_marks_of_their_own_are_two() -> None:
    one = "20 April : Rig burns.\n\n8 May : Dome fails.\n\n4 August : Well is sealed.\n\n"
    other = "19 April - Cement is pumped.\n\n20 April - Gas leaks.\n\n20 April - Tests begin."
    expected = ["2010-04-20", "2010-05-08", "2010-08-04", "2010-04-19", "2010-04-20", "2010-04-20"]
    assert _values(one + other, "2010-09-08") == expected


def test_two_entries_are_no_list() -> None:
    assert _values("March 2 - It will open.\n\nMarch 9 - It will close.", "2011-08-22") == ["2012-03-02", "2012-03-09"]


@given(st.text("0123456789 -:\n|MarchDec29W.,", max_size=120), st.sampled_from(["0001-01-01", "9999-12-31"]))
def test_lists_at_the_ends_of_the_calendar_raise_nothing(text: str, day: str) -> None:
    _values(f"Feb. 29 - One.\n\nMarch 1 - Two.\n\nDec. 31 - Three.\n\n{text}", day)


# 3 February 2011 was a Thursday.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Crowds gathered in Larno early Friday. The mayor spoke Friday.", ["2011-02-04", "2011-02-04"]),
        ("On Friday, crowds gathered in Larno. They left.", ["2011-01-28"]),
        ("Crowds gathered in Larno last Friday. They left on Friday.", ["2011-01-28", "2011-01-28"]),
        ("Crowds gathered in Larno on Thursday. They had met on Friday.", ["2011-02-03", "2011-01-28"]),
        ("It rains. It pours. It snows. It hails. They met in Larno on Friday.", ["2011-01-28"]),
    ],
)
def test_a_report_that_opens_with_tomorrow_was_told_then(text: str, expected: list[str]) -> None:
    assert _values(text, "2011-02-03") == expected


def test_a_log_goes_on_as_far_as_its_clocks_say() -> None:
    log = (
        "Larno is quiet.\n\n(Update 9:10 p.m. {0}) Shots fell {0}.\n\n(Update 8:02 p.m.) Calm.\n\n7:40 p.m.: Men left."
    )
    assert [value[:10] for value in _values(log.format("Friday"), "2011-02-03")][:2] == ["2011-02-04"] * 2
    assert [value[:10] for value in _values(log.format("Saturday"), "2011-02-03")][:2] == ["2011-02-05"] * 2
    assert [value[:10] for value in _values(log.format("Monday"), "2011-02-03")][:2] == ["2011-01-31"] * 2
