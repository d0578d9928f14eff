"""A pile too large to read whole gives the lines of its days as if it were read whole."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.unit.chronicle.pieces import Deed, Line, Piece
from throughline.chronicle import material
from throughline.chronicle.entries import chronicle
from throughline.chronicle.query import Query
from throughline.ledger.view import View
from throughline.model import Plover

MONDAY, TUESDAY, FRIDAY = date(2014, 3, 3), date(2014, 3, 4), date(2014, 3, 7)
PILE = [
    Piece(
        (
            Line("Orvania has suspended the training of recruits.", (Deed("suspended", actor="Orvania"),)),
            Line(
                "Gunmen attacked the barracks on Monday.",
                (Deed("attacked", Plover.ASSAULT, actor="Gunmen", when=MONDAY),),
            ),
            Line("The last ferry left Velm on Friday.", day=("Friday", FRIDAY)),
        ),
        TUESDAY,
        "Harbour Times",
    ),
    Piece((Line("The barracks was attacked by gunmen on Monday.", day=("Monday", MONDAY)),), FRIDAY, "Vale Courier"),
]


@pytest.mark.parametrize("query", [Query(), Query(days=2), Query(start=TUESDAY), Query(about="gunmen"), Query(top=1)])
def test_picked_days_read_as_in_the_whole(
    look: Callable[..., View], monkeypatch: pytest.MonkeyPatch, query: Query
) -> None:
    view = look(PILE)
    in_whole = chronicle(view, query)
    assert in_whole.entries
    monkeypatch.setattr(material, "WHOLE", -1)
    assert chronicle(view, query) == in_whole


def test_a_large_pile_looks_at_its_weightiest_days(look: Callable[..., View], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(material, "WHOLE", -1)
    monkeypatch.setattr(material, "READ", 0)
    days = {entry.happening.when for entry in chronicle(look(PILE)).entries}
    assert len({when.edtf for when in days if when}) == 1


def test_many_sentences_about_one_thing_are_read_by_their_weightiest_days(
    look: Callable[..., View], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(material, "WHOLE", -1)
    opened = Line("The barracks opened its gates again on Friday.", day=("Friday", FRIDAY))
    view = look([*PILE, Piece((opened,), FRIDAY, "Harbour Times")])
    every = chronicle(view, Query(about="barracks")).entries
    monkeypatch.setattr(material, "HELD", 0)
    fewer = chronicle(view, Query(about="barracks")).entries
    assert fewer
    assert len(fewer) < len(every)
    assert {entry.happening.when for entry in fewer} < {entry.happening.when for entry in every}
