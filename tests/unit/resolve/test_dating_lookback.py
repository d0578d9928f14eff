"""What other pages say narrows an undated page, looking back only; rows of weekdays; what is ruled out is said."""

import random
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from throughline.dates import days
from throughline.model import DateCard, Evidence, Grain, Sure, Told, Trace, TraceKind
from throughline.resolve.dating import week
from throughline.resolve.dating.clues import Clue, clues
from throughline.resolve.dating.lookback import narrow
from throughline.resolve.dating.undated import Undated

SENTENCE = "Gen. Karl Astor was killed on Friday."
OWN = DateCard(days.span(date(2019, 10, 1), date(2020, 11, 16), Grain.INTERVAL), (), ("its own words bound it",))


def trace(article: str, sentence: str = SENTENCE, words: str = "Friday", shift: int = 0) -> Trace:
    at = sentence.index(words)
    time = Evidence(article, at, at + len(words), words)
    return Trace(TraceKind.DEED, 7, Evidence(article, 0, len(sentence), sentence), "karl astor", time, shift)


def told(day: date, known: date, article: str = "p") -> Told:
    return Told(Sure(article, "North Wire", known, known, "North Wire"), trace(article), day)


def undated(*more: Trace) -> Undated:
    return Undated("u", OWN, (trace("u"), *more))


def test_a_weekday_is_said_for_a_week_from_the_day_that_another_page_gives() -> None:
    found = narrow(undated(), clues(undated(), [told(date(2020, 1, 3), date(2020, 1, 4))]))
    assert found.card.when.edtf == "2020-01-03/2020-01-09"
    assert found.since == date(2020, 1, 4)
    assert (
        found.card.reasons[1]
        == "“Friday” is 2020-01-03: North Wire, 2020-01-04, says “Gen. Karl Astor was killed on Friday.”"
    )
    assert all(one.article == "u" for one in found.card.evidence)


def test_another_weekday_is_ruled_out_and_said_to_be() -> None:
    found = narrow(
        undated(),
        clues(undated(), [told(date(2020, 1, 2), date(2020, 1, 4)), told(date(2020, 1, 3), date(2020, 1, 5), "q")]),
    )
    assert found.card.when.edtf == "2020-01-03/2020-01-09"
    assert "that is no “Friday”" in found.card.rivals[0].reason


def test_a_row_of_weekdays_ends_on_the_day_of_the_news() -> None:
    row = Trace(TraceKind.ROW, 1, Evidence("u", 0, 4, "Gen."), "", Evidence("u", 0, 4, "Gen."))
    page = undated(row)
    assert (
        narrow(page, clues(page, [told(date(2020, 1, 3), date(2020, 1, 4))])).card.when.edtf == "2020-01-07/2020-01-08"
    )
    assert week.newest({4, 5, 6, 0, 1}) == (1, 0)
    assert week.newest({6, 0, 1}) == (1, 1)
    assert week.newest({0, 2, 4}) is None
    assert week.newest({0, 1}) is None


def test_what_comes_to_be_known_after_the_page_is_known_is_not_used() -> None:
    late = told(date(2020, 1, 3), date(2020, 12, 1))
    assert narrow(undated(), clues(undated(), [late])).card == OWN


def test_a_page_known_later_than_its_card_says_so() -> None:
    found = narrow(undated(), clues(undated(), [told(date(2020, 1, 3), date(2020, 3, 1))]))
    assert (found.card.when.edtf, found.since) == ("2020-01-03/2020-01-09", date(2020, 3, 1))


def test_a_weekday_six_days_back_or_a_day_ahead_dates_nothing() -> None:
    doubtful = [told(date(2020, 1, 3), date(2020, 1, 9)), told(date(2020, 1, 3), date(2020, 1, 2))]
    assert narrow(undated(), clues(undated(), doubtful)).card == OWN


DAYS = st.dates(date(2019, 9, 1), date(2020, 12, 31))


@st.composite
def answers(draw: st.DrawFn) -> Clue:
    """Draw a clue."""
    first, article = draw(DAYS), draw(st.sampled_from("pqrstu"))
    window = first, days.shift_days(first, draw(st.integers(0, 40)))
    return Clue(draw(st.sampled_from("abc")), window, draw(DAYS), article, f"{article} {first}")


@given(st.lists(answers(), max_size=8), st.randoms(use_true_random=False), DAYS)
def test_order_changes_nothing_and_what_is_known_later_neither(
    found: list[Clue], chance: random.Random, day: date
) -> None:
    page = Undated("u", OWN, ())
    whole = narrow(page, found)
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert narrow(page, shuffled) == whole
    known = max(whole.card.when.last or date.max, whole.since or date.min)
    if known <= day:
        assert narrow(page, [clue for clue in found if clue.known <= day]) == whole
