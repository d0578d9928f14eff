"""Laws 2, 3 and 5 over stories of generated pieces: every answer of the chronicle is under them."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.chronicle.pieces import Deed, Line, Piece, write
from throughline.chronicle import material
from throughline.chronicle.actors import actors
from throughline.chronicle.deadlines import deadlines
from throughline.chronicle.disputes import disputes
from throughline.chronicle.entries import chronicle
from throughline.chronicle.happenings import happenings
from throughline.chronicle.query import Query
from throughline.chronicle.said import said
from throughline.chronicle.series import figures
from throughline.chronicle.sources import sources
from throughline.chronicle.state import state
from throughline.ledger import open_view
from throughline.ledger.memory import Memory
from throughline.ledger.view import View
from throughline.model import Plover, Status

LAWS = settings(max_examples=15, deadline=None)
START = date(2014, 3, 3)
DAYS = st.integers(0, 9).map(lambda shift: START + timedelta(days=shift))


@st.composite
def lines(draw: st.DrawFn) -> Line:
    """Draw a sentence of news with what is to be found in it."""
    actor = draw(st.sampled_from(("Orvania", "Westmark", "Dora Venn")))
    count = draw(st.integers(2, 5))
    status = draw(st.sampled_from(Status))
    when, due = draw(st.none() | DAYS), draw(st.none() | DAYS)
    verb, kind = draw(st.sampled_from((("attacked", Plover.ASSAULT), ("withdrew", Plover.RETREAT), ("left", None))))
    place = draw(st.sampled_from(("Velm", "Carrow", "the northern hills")))
    day = f" on day {when.day}" if when else ""
    words = f"{actor} {verb} with {count} trucks of soldiers near {place}{day}, she said."
    deed = Deed(verb, kind, status, actor, None, when, due)
    return Line(
        words, (deed,), (day[4:], when) if when else None, (), (actor, "said", place), (str(count), count, "trucks")
    )


@st.composite
def pieces(draw: st.DrawFn) -> Piece:
    """Draw an article; one in ten has no date."""
    told = tuple(draw(st.lists(lines(), min_size=1, max_size=4, unique_by=lambda line: line.words)))
    published = draw(DAYS) if draw(st.integers(0, 9)) else None
    outlet = draw(st.sampled_from(("Harbour Times", "Vale Courier", None)))
    return Piece(told, published, outlet, draw(st.sampled_from((None, None, "North Wire"))))


PILES = st.lists(pieces(), min_size=1, max_size=6, unique=True)


def answers(view: View) -> list[object]:
    return [
        happenings(view), chronicle(view), chronicle(view, Query(top=3)), chronicle(view, Query(days=2, per_day=1)),
        deadlines(view), disputes(view), figures(view), actors(view), said(view), sources(view), state(view),
    ]  # fmt: skip


def told(pile: Sequence[Piece], as_of: date | None = None) -> list[object]:
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder) / "x.story", pile)
        with open_view(Path(folder) / "x.story", as_of) as view:
            return answers(view)


@LAWS
@given(PILES, DAYS)
def test_as_of_a_day_is_the_story_of_what_was_known_by_then(pile: list[Piece], day: date) -> None:
    assert told(pile, day) == told([p for p in pile if p.published and p.published <= day], day)


@LAWS
@given(PILES, DAYS)
def test_as_of_holds_where_days_are_picked_first(pile: list[Piece], day: date) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(material, "WHOLE", -1)
        assert told(pile, day) == told([p for p in pile if p.published and p.published <= day], day)


@LAWS
@given(PILES, st.lists(DAYS, min_size=2, max_size=4))
def test_what_is_kept_of_a_story_changes_no_answer(pile: list[Piece], days: list[date]) -> None:
    memory = Memory(days=2)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.story"
        write(path, pile)
        for day in (*days, None, *days):
            with open_view(path, day) as fresh, open_view(path, day, shelf=memory.shelf("as it is", day)) as kept:
                assert answers(kept) == answers(fresh)


@LAWS
@given(PILES.flatmap(lambda pile: st.tuples(st.just(pile), st.permutations(pile))))
def test_order_changes_nothing(piles: tuple[list[Piece], list[Piece]]) -> None:
    assert told(piles[0]) == told(piles[1])


@LAWS
@given(PILES, st.integers(0, 5), st.integers(0, 3), st.sampled_from(("Evening Lamp", "Harbour Times")))
def test_a_copy_adds_a_report_and_nothing_else(pile: list[Piece], which: int, later: int, outlet: str) -> None:
    original = pile[which % len(pile)]
    published = original.published and original.published + timedelta(days=later)
    copy = replace(original, published=published, outlet=outlet, url="https://lamp.example/1", copies=original)
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder) / "one.story", pile)
        write(Path(folder) / "two.story", [*pile, copy])
        with open_view(Path(folder) / "one.story") as one, open_view(Path(folder) / "two.story") as two:
            before, after = happenings(one), happenings(two)
            assert [replace(h, reports=0, told=()) for h in before] == [replace(h, reports=0, told=()) for h in after]
            assert sum(h.reports for h in after) > sum(h.reports for h in before)
            counts = [[(p.low, p.high, p.when, p.origins) for p in s.points] for s in figures(one)]
            assert counts == [[(p.low, p.high, p.when, p.origins) for p in s.points] for s in figures(two)]
            assert [s.origins for s in said(one)] == [s.origins for s in said(two)]
