"""Where things stand: what a page about the present tells, and what it must not."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.unit.chronicle.pieces import Deed, Line, Piece
from throughline.chronicle.outlook import is_decision
from throughline.chronicle.state import state
from throughline.chronicle.subject import Subject
from throughline.ledger.view import View
from throughline.model import Plover, Standing, Status

Look = Callable[..., View]
SPRING, MAY, JUNE, NEXT_YEAR = date(2014, 3, 3), date(2014, 5, 5), date(2014, 6, 2), date(2015, 8, 1)
PEOPLE = (("Orvania", "Orvania"), ("Brezk Front", "Brezk Front"))


def report(
    words: str,
    trigger: str,
    status: Status,
    known: date,
    kind: Plover | None = Plover.RETREAT,
    when: date | None = None,
) -> Piece:
    deed = Deed(trigger, kind, status, "Brezk Front", "Orvania", when)
    return Piece((Line(words, (deed,), people=PEOPLE),), known, "Vale Courier")


TALKS = report("The Brezk Front is negotiating with Orvania about the harbour.", "negotiating", Status.ONGOING, SPRING)
BROKEN = report(
    "Talks between the Brezk Front and Orvania about the harbour collapsed.", "Talks", Status.NOT_HAPPENED, MAY
)
DECIDED = report("The Brezk Front has decided to withdraw from Orvania.", "withdraw", Status.PLANNED, JUNE)
VISIT = report(
    "The Brezk Front will visit Orvania for a congress of miners on 5 May.", "visit", Status.PLANNED, SPRING, when=MAY
)


def words(lines: tuple[Standing, ...]) -> list[str]:
    return [line.entry.happening.headline.words for line in lines]


def test_a_decision_is_told_as_one(look: Look) -> None:
    (line,) = state(look([DECIDED])).happened
    assert line.is_decided
    assert line.told is not None
    assert line.told.last == JUNE


def test_what_failed_is_not_under_way(look: Look) -> None:
    assert words(state(look([TALKS])).standing) == [TALKS.lines[0].words]
    found = state(look([TALKS, BROKEN]))
    assert TALKS.lines[0].words not in words(found.standing)


def test_a_plan_is_none_once_its_day_has_passed(look: Look) -> None:
    ahead = state(look([VISIT], SPRING))
    assert words(ahead.standing) == [VISIT.lines[0].words]
    later = state(look([VISIT, DECIDED], JUNE))
    assert words(later.standing) == []
    assert words(later.untold) == [VISIT.lines[0].words]


def test_nothing_of_another_story_is_told(look: Look) -> None:
    song = Line(
        "Lira Moss will release a record in Tolmar.",
        (Deed("release", None, Status.PLANNED, "Lira Moss", "Tolmar"),),
        people=(("Lira Moss", "Lira Moss"), ("Tolmar", "Tolmar")),
    )
    pieces = [DECIDED, TALKS, BROKEN, VISIT, Piece((song,), JUNE)]
    assert not any("Moss" in line for line in words(state(look(pieces)).standing))
    assert Subject(look(pieces)).share("The BREZK FRONT left.") == 1.0
    assert Subject(look(pieces)).share(song.words) == 0.0


def test_a_page_says_what_it_rests_on(look: Look) -> None:
    found = state(look([TALKS], NEXT_YEAR))
    assert (found.reports, found.outlets) == (1, 1)
    assert found.news is not None
    assert found.news.last == SPRING
    nothing = state(look([TALKS], date(2013, 1, 1)))
    assert (nothing.reports, nothing.news, nothing.happened) == (0, None, ())


@pytest.mark.parametrize(
    ("sentence", "is_one"),
    [
        ("Orvania's parliament voted to expel the miners.", True),
        ("Orvania has not decided to expel the miners.", False),
        ("It is unclear whether they agreed to expel the miners.", False),
        ("The miners will expel those who decided.", False),
    ],
)
def test_decisions(sentence: str, *, is_one: bool) -> None:
    assert is_decision(sentence, "expel") is is_one


def told(words: str, trigger: str, status: Status, kind: Plover | None = None, due: date | None = None) -> Line:
    deed = Deed(trigger, kind, status, "Brezk Front", "Orvania", due=due, due_words="until June" if due else "")
    return Line(words, (deed,), people=PEOPLE)


FILLER = Line("Rain fell in the hills for most of the day.")
CHECK = "The Brezk Front is searching ships from Orvania."


def test_what_only_older_reports_saw_going_on_may_be_over(look: Look) -> None:
    seen = Piece((told(CHECK, "searching", Status.ONGOING, Plover.COERCE),), SPRING, "Vale Courier")
    later = [Piece((FILLER,), date(2014, 3, day), f"Paper {day}") for day in range(4, 16)]
    assert words(state(look([seen])).standing) == [CHECK]
    assert words(state(look([seen, *later])).standing) == []


def test_a_column_is_no_news(look: Look) -> None:
    opinion = Line("I ask you, and I ask myself, what we and our neighbours want of them all. " * 12)
    search = told(CHECK, "searching", Status.ONGOING, Plover.COERCE)
    assert words(state(look([Piece((search, opinion), SPRING)])).standing) == []


def test_what_has_come_about_is_news_further_down(look: Look) -> None:
    halted = "On Saturday, a spokesman said that the Brezk Front had suspended all flights to Orvania."
    line = Line(
        halted,
        (Deed("suspended", Plover.SANCTION, Status.HAPPENED, "Brezk Front", "Orvania"),),
        people=PEOPLE,
        said=("a spokesman", "said", "the Brezk Front had suspended all flights to Orvania"),
    )
    page = Piece((FILLER, Line("Shops stayed open."), Line("Trams ran as well."), line), SPRING, "Vale Courier")
    assert words(state(look([page])).happened) == [halted]


def test_a_mandate_with_an_end_is_due(look: Look) -> None:
    mandate = "Ministers extended the mandate of the Brezk Front in Orvania until June."
    extended = told(mandate, "extended", Status.HAPPENED, due=date(2014, 6, 30))
    piece = Piece((extended,), SPRING, "Vale Courier")
    (due,) = state(look([piece], SPRING)).deadlines
    assert (due.outcome, due.due and due.due.last) == ("open", date(2014, 6, 30))
    assert state(look([piece], NEXT_YEAR)).deadlines == ()
