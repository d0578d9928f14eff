"""Which figures are one series, which are one point of it, and which are no series at all."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import pytest

from tests.unit.chronicle.pieces import Line, Piece
from throughline.chronicle.disputes import disputes
from throughline.chronicle.quantities import is_counted, quantity
from throughline.chronicle.series import figures
from throughline.ledger.view import View

DAY = date(2012, 5, 1)
Look = Callable[[Sequence[Piece]], View]


def told(
    words: str, number: float, counted: str, after: int = 0, outlet: str = "Harbour Times", unit: str = ""
) -> Piece:
    return Piece((Line(words, count=(f"{number:g}", number, counted), unit=unit),), DAY + timedelta(days=after), outlet)


def lows(view: View, of: str | None = None) -> list[list[float | None]]:
    return [[point.low for point in series.points] for series in figures(view, of)]


def test_a_toll_that_is_told_again_is_one_point_and_a_new_one_the_next(look: Look) -> None:
    pile = [
        told("The blast killed 14 people.", 14, "people"),
        told("Rescuers said that the blast killed 14 people.", 14, "people", 2, "Vale Courier"),
        told("The explosion has now killed 17 people.", 17, "people", 3),
    ]
    assert lows(look(pile)) == [[14, 17]]


def test_a_copy_of_an_old_number_does_not_make_it_the_latest(look: Look) -> None:
    first = told("The mission has 420 trucks at the border.", 420, "trucks")
    pile = [
        first,
        told("It now has 310 trucks there, aides said.", 310, "trucks", 2),
        told("The mission keeps 420 trucks, a map shows.", 420, "trucks", 4, "Vale Courier"),
    ]
    again = Piece(first.lines, DAY + timedelta(days=3), "Evening Lamp", url="https://lamp.example/1", copies=first)
    assert lows(look(pile), "trucks") == lows(look([*pile, again]), "trucks") == [[420, 310, 420]]


@pytest.mark.parametrize("counted", ["men", "states", "things", "elements", "places"])
def test_what_counts_nothing_specific_is_no_series(look: Look, counted: str) -> None:
    sentence = f"Officials spoke of 3 {counted} on the way."
    assert not is_counted(quantity(counted, "", sentence, 18, 19))
    pile = [told(sentence, 3, counted), told(f"There are 8 {counted}, aides said.", 8, counted, 2, "Vale Courier")]
    assert lows(look(pile)) == []


def test_what_became_of_them_makes_a_quantity_of_anybody() -> None:
    assert is_counted(quantity("men", "", "The raid killed 3 men.", 16, 17))
    assert is_counted(quantity("Arab states", "", "Some 3 Arab states joined.", 5, 6))


def test_a_course_comes_before_a_number_that_stands_alone(look: Look) -> None:
    outlets = ("Harbour Times", "Vale Courier", "Evening Lamp")
    pile = [told("The yard built 5 tugs.", 5, "tugs", number, outlet) for number, outlet in enumerate(outlets)]
    pile += [
        told("The mission has 420 trucks at the border.", 420, "trucks"),
        told("It now has 310 trucks there, aides said.", 310, "trucks", 2),
    ]
    assert [series.of for series in figures(look(pile))] == ["trucks", "tugs"]


def test_shares_of_two_days_are_no_rivals(look: Look) -> None:
    of = "oil from the Velm well"

    def shares(after: int) -> list[Piece]:
        return [
            told(f"The containment device catches 50 percent of the {of}.", 50, of, unit="percent"),
            told(f"The containment device catches 20 percent of the {of}.", 20, of, after, "Vale Courier", "percent"),
        ]

    assert [found.about for found in disputes(look(shares(0)))] == ["figure"]
    assert not disputes(look(shares(1)))


def test_the_dead_of_two_places_are_two_series(look: Look) -> None:
    pile = []
    for after, (place, number) in enumerate([("Velm", 14), ("Orlo", 3), ("Velm", 17), ("Orlo", 5)]):
        words = f"The shelling killed {number} people in {place}."
        where = ((place, f"place:{place.casefold()}"),)
        line = Line(words, count=(str(number), number, "people"), places=where)
        pile.append(Piece((line,), DAY + timedelta(days=after), "Harbour Times"))
    assert sorted(lows(look(pile))) == [[3, 5], [14, 17]]
    assert sorted(series.of for series in figures(look(pile))) == ["people killed in Orlo", "people killed in Velm"]
