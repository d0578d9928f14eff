"""The calendar: read back by our own small reader, and by `icalendar` where it is installed."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.export import Holdings, ics
from throughline.model import Grain, When


def unfolded(text: str) -> list[str]:
    assert text.endswith("\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def events(story: Holdings) -> list[dict[str, str]]:
    """What stands between BEGIN and END, by property."""
    found: list[dict[str, str]] = []
    rows = unfolded("".join(ics.lines(story)))
    assert (rows[0], rows[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    for row in rows:
        name, _, value = row.partition(":")
        if row == "BEGIN:VEVENT":
            found.append({})
        elif found and name not in {"END", "BEGIN"}:
            assert name not in found[-1], f"{name} stands twice"
            found[-1][name.partition(";")[0]] = value
    return found


def test_a_deadline_is_an_all_day_event_on_its_last_day(story: Holdings) -> None:
    (event,) = events(story)
    assert event["UID"] == "deadline-1@throughline"
    assert (event["DTSTART"], event["DTEND"]) == ("20121231", "20130101")
    assert event["SUMMARY"] == "Due: Arden to leave Velland by 2012"
    assert event["DESCRIPTION"].startswith("due by 2012\\; outcome: open.")
    assert event["X-THROUGHLINE-EDTF"] == "../2012"
    assert (event["DTSTAMP"], event["X-THROUGHLINE-KNOWN"]) == ("20111212T000000Z", "2011-12-12")


@pytest.mark.parametrize(
    ("outcome", "status", "word"),
    [
        ("met", "CONFIRMED", "Met: "),
        ("missed", "CANCELLED", "Missed: "),
        ("dropped", "CANCELLED", "Dropped: "),
        ("open", "TENTATIVE", "Due: "),
        ("unknown", "TENTATIVE", "Due\\, outcome unknown: "),
    ],
)
def test_only_what_was_met_is_confirmed(story: Holdings, outcome: str, status: str, word: str) -> None:
    (deadline,) = story.deadlines
    (event,) = events(replace(story, deadlines=(replace(deadline, outcome=outcome),)))
    assert (event["STATUS"], event["X-THROUGHLINE-OUTCOME"]) == (status, outcome)
    assert event["SUMMARY"].startswith(word)


def test_a_plan_that_is_no_deadline_fills_its_days_tentatively(story: Holdings) -> None:
    (event,) = events(replace(story, deadlines=()))
    assert (event["DTSTART"], event["DTEND"], event["STATUS"]) == ("20111212", "20120101", "TENTATIVE")
    assert event["SUMMARY"].startswith("Planned: ")


def test_what_has_no_day_is_in_no_calendar(story: Holdings) -> None:
    (deadline,) = story.deadlines
    undated = replace(story, deadlines=(replace(deadline, due=None),), entries=())
    assert events(undated) == []
    never = When(None, None, Grain.UNKNOWN)
    assert events(replace(undated, deadlines=(replace(deadline, due=never),))) == []


@given(st.text(max_size=200), st.dates())
def test_any_words_and_days_make_lines_that_can_be_read(words: str, day: date) -> None:
    text = "".join(ics.lines(Holdings(words, as_of=day)))
    assert sum(row.startswith("X-WR-CALNAME:") for row in unfolded(text)) == 1


def test_icalendar_reads_it_without_a_complaint(story: Holdings) -> None:
    icalendar = pytest.importorskip(
        "icalendar", reason="icalendar is not installed: the calendar is checked by rule only"
    )
    calendar = icalendar.Calendar.from_ical("".join(ics.lines(story)))
    (event,) = calendar.walk("VEVENT")
    assert not event.errors
    assert not calendar.errors
    assert event["DTSTART"].dt == date(2012, 12, 31)
    assert str(event["SUMMARY"]) == "Due: Arden to leave Velland by 2012"
    assert str(event["STATUS"]) == "TENTATIVE"
