"""A card tells all that a view knows of one happening, its numbers are those of its line, and nothing looks ahead."""

import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from tests.unit.chronicle.pieces import Deed, Line, Piece, write
from tests.unit.chronicle.test_chronicle_laws import DAYS, LAWS, PILES
from throughline.chronicle import ids, material
from throughline.chronicle.card import card
from throughline.chronicle.happenings import happening, happenings, lines, reading_around
from throughline.ledger import open_view
from throughline.ledger.view import View
from throughline.model import Card, Plover, Status

MONDAY, TUESDAY, FRIDAY, SUNDAY = date(2014, 3, 3), date(2014, 3, 4), date(2014, 3, 7), date(2014, 3, 9)
LEAVE = Deed("leave", Plover.RETREAT, Status.PLANNED, actor="Orvania", due=FRIDAY, due_words="by Friday")
PLAN = Piece((Line("Orvania will leave the Velm barracks by Friday.", (LEAVE,)),), MONDAY, "Harbour Times")
COPY = Piece(PLAN.lines, TUESDAY, "Evening Lamp", copies=PLAN)
LEFT = Deed("left", Plover.RETREAT, actor="Orvania", when=FRIDAY)
DONE = Piece((Line("Orvania left the Velm barracks on Friday.", (LEFT,)),), SUNDAY, "Vale Courier")
OTHER = Piece((Line("Rain flooded the port.", (Deed("flooded", actor="Rain", when=MONDAY),)),), TUESDAY, "Vale Courier")
PILE = [PLAN, COPY, DONE, OTHER]


def _leaving(view: View) -> Card:
    record = next(one.id for one in happenings(view) if "barracks" in one.headline.words)
    return card(view, record)


def test_every_telling_is_on_the_card_with_what_it_tells_it_as(look: Callable[..., View]) -> None:
    found = _leaving(look(PILE))
    assert [(one.status, one.outlet, one.known) for one in found.accounts] == [
        (Status.PLANNED, "Harbour Times", MONDAY), (Status.HAPPENED, "Vale Courier", SUNDAY)
    ]  # fmt: skip
    assert len(found.accounts[0].printed) == 1
    assert found.accounts[0].due is not None
    assert found.accounts[0].due.words == "by Friday"


def test_origins_have_names_and_the_articles_that_hang_on_them(look: Callable[..., View]) -> None:
    found = _leaving(look(PILE))
    assert [(one.name, len(one.articles), one.is_own) for one in found.voices] == [
        ("Harbour Times", 2, True), ("Vale Courier", 1, True)
    ]  # fmt: skip
    assert found.entry.happening.reports == 3
    assert found.entry.happening.origins == len(found.voices)


def test_who_takes_part_is_who_the_story_knows(look: Callable[..., View]) -> None:
    assert [one.name for one in _leaving(look(PILE)).whom] == ["Orvania"]


def test_as_of_a_day_it_tells_what_was_known_by_then(look: Callable[..., View]) -> None:
    assert _leaving(look(PILE, TUESDAY)) == _leaving(look([PLAN, COPY, OTHER]))
    rain = next(one.id for one in happenings(look(PILE)) if "port" in one.headline.words)
    with pytest.raises(ids.UnknownId):
        card(look(PILE, MONDAY), rain)


@LAWS
@given(PILES, DAYS)
def test_no_card_looks_ahead(pile: list[Piece], day: date) -> None:
    assert _cards(pile, day) == _cards([p for p in pile if p.published and p.published <= day], day)


def _cards(pile: Sequence[Piece], day: date) -> list[Card]:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder) / "x.story", pile)
        with open_view(Path(folder) / "x.story", day) as view:
            found = [card(view, one.id) for one in happenings(view)]
    assert all(one.entry.happening.origins == len(one.voices) for one in found)
    return found


def test_what_is_like_one_telling_reads_as_in_the_whole(look: Callable[..., View]) -> None:
    view = look(PILE)
    for whole in happenings(view):
        read = reading_around(view, whole.id)
        assert read is not None
        assert whole in [happening(read, group) for group in lines(read)]
    assert reading_around(view, "happening-0000000000000000") is None


def test_a_large_pile_still_has_every_card(look: Callable[..., View], monkeypatch: pytest.MonkeyPatch) -> None:
    view = look(PILE)
    records = [one.id for one in happenings(view)]
    monkeypatch.setattr(material, "WHOLE", -1)
    monkeypatch.setattr(material, "READ", 0)
    assert [card(view, record).entry.happening.id for record in records] == records
