"""Deadlines on lanes: what is drawn is told in words, and lies on one axis in order."""

from datetime import date

from throughline.ledger.rows import Head
from throughline.model import UNKNOWN, Deadline, Event, Evidence, Grain, Status, When
from throughline.web.charts.lanes import WIDE, Lane, Lanes, lanes

SET, DUE, LATER, NOW = date(2014, 3, 3), date(2014, 6, 30), date(2014, 9, 10), date(2016, 1, 5)
WORDS = Evidence("article-1", 0, 5, "words")


def deadline(outcome: str, due: When | None, known: date | None = None, was: When | None = None) -> Deadline:
    event = Event("event-1", WORDS, WORDS, None, Status.PLANNED, due=due)
    return Deadline("deadline-1", event, due, None, outcome, None, None, (), known, "", was)


def by(day: date) -> When:
    return When(None, day, Grain.DAY)


def report(published: When, known: date | None) -> Head:
    return Head("article-1", "page-1", "a.txt", None, "Vale Post", (), None, None, published, known, None)


TOLD = report(When(SET, SET, Grain.DAY), SET)


def drawn(one: Deadline, told: Head = TOLD, now: date | None = NOW) -> tuple[Lane, Lanes]:
    found = lanes([one], {told.id: told}, now)
    return found.lanes[0], found


def test_silence_lasts_from_the_day_to_the_last_report() -> None:
    lane, axis = drawn(deadline("unknown", by(DUE)))
    assert lane.silence is not None
    assert lane.due is not None
    assert axis.now is not None
    assert (lane.silence.start, lane.silence.end) == (lane.due.end, lane.silence.end)
    assert lane.silence.end <= axis.now <= WIDE
    silent = "no report of the 18 months since was found to say what became of it"
    assert lane.told == f"set 2014-03-03; due by 2014-06-30; unknown; {silent}"
    assert lane.history == f"set 2014-03-03; {silent}"


def test_what_is_open_lies_ahead() -> None:
    lane, _ = drawn(deadline("open", by(NOW.replace(year=2017))))
    assert lane.ahead is not None
    assert lane.silence is None
    assert lane.wait is not None
    assert lane.wait.end == lane.ahead.end


def test_what_became_of_it_stands_where_it_became_known_and_a_slip_where_it_was_due() -> None:
    lane, _ = drawn(deadline("missed", by(LATER), LATER, by(DUE)))
    assert lane.set_at is not None
    assert lane.was is not None
    assert lane.became is not None
    assert lane.due is not None
    assert lane.set_at < lane.was < lane.became == lane.due.end
    assert "before that due by 2014-06-30" in lane.history
    assert lane.told.endswith("due by 2014-09-10; missed, known since 2014-09-10")


def test_a_month_is_a_band_and_a_day_is_none() -> None:
    month = When(date(2014, 6, 1), DUE, Grain.MONTH)
    assert not drawn(deadline("unknown", month))[0].is_day
    assert drawn(deadline("unknown", by(DUE)))[0].is_day


def test_without_any_day_there_is_no_axis_but_words() -> None:
    lane, axis = drawn(deadline("unknown", None), report(UNKNOWN, None), None)
    assert (axis.days, axis.now, lane.set_at, lane.due) == ((), None, None, None)
    assert lane.told == "set on a day unknown; on a condition, without a day; unknown"


def test_a_report_of_an_unsure_day_says_so_and_is_no_day_on_the_lane() -> None:
    lane, _ = drawn(deadline("unknown", by(LATER)), report(When(SET, DUE, Grain.INTERVAL), DUE))
    assert lane.set_in is not None
    assert lane.set_in.end == lane.set_at
    assert lane.told.startswith("set in a report published some day from 2014-03-03 to 2014-06-30; due by")
