"""Who stands behind a report: what is cited has one origin, however many cite it."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.unit.chronicle.pieces import Deed, Line, Piece
from throughline.chronicle.happenings import happenings
from throughline.chronicle.origins import origins
from throughline.ledger.view import View
from throughline.model import Plover

Look = Callable[..., View]

DAY = date(2014, 3, 4)
SHOT = Deed("shelled", Plover.ASSAULT, actor="Gunmen", when=DAY)
OWN = Line("Gunmen shelled the harbour barracks in Velm on Tuesday from the eastern hills.", (SHOT,), ("Tuesday", DAY))


def cited(agency: str, words: str = "early") -> Line:
    """The same attack, as a colonel told an agency of it."""
    text = f"Gunmen shelled the harbour barracks in Velm {words} on Tuesday, a colonel told {agency}."
    said = ("a colonel", "told", f"Gunmen shelled the harbour barracks in Velm {words} on Tuesday")
    return Line(text, (SHOT,), ("Tuesday", DAY), said=said, relay=agency)


def counts(view: View) -> tuple[int, int]:
    (found,) = happenings(view)
    return found.reports, found.origins


def test_what_two_cite_from_one_agency_has_one_origin(look: Look) -> None:
    view = look([Piece((cited("Reuters"),), DAY, "Post"), Piece((cited("Reuters", "again"),), DAY, "Echo")])
    assert counts(view) == (2, 1)


def test_an_agency_that_is_cited_and_heard_is_one_origin(look: Look) -> None:
    pieces = [Piece((cited("the Reuters news agency"),), DAY, "Post"), Piece((OWN,), DAY, "Echo", "Reuters")]
    assert counts(look(pieces)) == (2, 1)


def test_who_saw_it_too_is_an_origin_of_its_own(look: Look) -> None:
    assert counts(look([Piece((cited("AFP"),), DAY, "Post"), Piece((OWN,), DAY, "Echo")])) == (2, 2)


def test_an_outlet_of_the_story_is_known_when_it_is_cited(look: Look) -> None:
    pieces = [Piece((cited("Harbour Times"),), DAY, "Post"), Piece((OWN,), DAY, "Harbour Times")]
    assert counts(look(pieces)) == (2, 1)


def test_whoever_is_no_outlet_is_no_origin(look: Look) -> None:
    pieces = [Piece((cited("a friend"),), DAY, "Post"), Piece((cited("a friend", "again"),), DAY, "Echo")]
    assert counts(look(pieces)) == (2, 2)


@pytest.mark.parametrize("name", ["AFP", "the AFP news agency", "Agence France-Presse", "body:afp"])
def test_an_agency_has_one_voice_under_all_its_names(look: Look, name: str) -> None:
    assert origins(look([Piece((OWN,), DAY, "Post")])).named(name) == "voice:body:afp"
