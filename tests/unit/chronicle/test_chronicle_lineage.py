"""What came of an article: each heir once, under the earliest of what it comes from."""

from collections.abc import Callable
from datetime import date

from tests.unit.chronicle.pieces import Line, Piece
from throughline.chronicle.lineage import lineage
from throughline.ledger.view import View
from throughline.model import Relation

Look = Callable[..., View]
WORDS = (Line("The ferry crews of the alliance left Orvania."),)
FIRST = Piece(WORDS, date(2014, 3, 3), "Vale Wire")
COPY = Piece(WORDS, date(2014, 3, 4), "Harbour Times", credit="Vale Wire", copies=FIRST)
AGAIN = Piece(WORDS, date(2014, 3, 5), "Vale Courier", copies=COPY)
ALONE = Piece((Line("It rained in Velm."),), date(2014, 3, 4), "Harbour Times")


def test_heirs_stand_under_what_they_come_from(look: Look) -> None:
    view = look([AGAIN, COPY, ALONE, FIRST])
    names = {head.id: head.outlet for head in view.heads().values()}
    (family,) = lineage(view)
    assert names[family.article] == "Vale Wire"
    assert [(names[link.left], names[link.right]) for link in family.links] == [
        ("Harbour Times", "Vale Wire"),
        ("Vale Courier", "Harbour Times"),
    ]
    assert {link.relation for link in family.links} == {Relation.COPY_OF}


def test_before_the_copy_there_is_no_lineage(look: Look) -> None:
    assert lineage(look([COPY, FIRST], date(2014, 3, 3))) == ()


def test_the_order_of_pages_changes_nothing(look: Look) -> None:
    assert lineage(look([FIRST, COPY, AGAIN])) == lineage(look([AGAIN, FIRST, COPY]))
