"""The set of numeric dates that can be read two ways: what it holds, and how answers to it count."""

from dataclasses import replace
from datetime import date

from benchmarks import ambiguous
from throughline.model import UNKNOWN, DateCard, Grain, When

DAY, OTHER = date(2018, 3, 5), date(2018, 5, 3)


def _of(first: date, last: date, guess: date | None = None) -> DateCard:
    likely = When(guess, guess, Grain.DAY, "", "") if guess else None
    return DateCard(When(first, last, Grain.DAY, "", ""), guess=likely)


def test_the_true_day_of_every_page_is_one_of_its_readings() -> None:
    cases = [*ambiguous.cases()]
    assert len(cases) > 60
    assert {case.is_open for case in cases} == {True, False}
    assert [case.page.source for case in cases if case.day not in case.readings or len(case.readings) < 2] == []


def test_a_day_is_right_or_wrong_where_something_settles_it_and_always_too_sure_where_nothing_does() -> None:
    page = next(ambiguous.cases()).page
    settled, left_open = (ambiguous.Case(page, DAY, (DAY, OTHER), is_open) for is_open in (False, True))
    day, wrong, both = _of(DAY, DAY), _of(OTHER, OTHER), _of(DAY, OTHER, guess=DAY)
    answers = [(settled, day), (settled, wrong), (settled, both), (left_open, both), (left_open, day)]
    assert ambiguous.scored(answers) == {
        "ambiguous.right": 0.3333,
        "ambiguous.wrong_and_sure": 0.4,
        "ambiguous.open_kept": 0.5,
        "ambiguous.guessed": 0.3333,
        "ambiguous.pages": 5,
    }


def test_an_open_interval_must_hold_every_reading() -> None:
    page = next(ambiguous.cases()).page
    case = ambiguous.Case(page, DAY, (DAY, OTHER), is_open=True)
    unknown, short = DateCard(UNKNOWN), _of(DAY, date(2018, 4, 1))
    endless = DateCard(replace(short.when, first=None))
    assert ambiguous.scored([(case, unknown), (case, short), (case, endless)])["ambiguous.open_kept"] == 0.0
