"""Happenings over time, and what they hang on: plans, denials, facts, conditions; and what a person ruled of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from tests.unit.chronicle.pieces import Deed, Line, Piece
from throughline.chronicle.happenings import happenings
from throughline.ledger.memory import Shelf
from throughline.ledger.rows import Alike
from throughline.ledger.rulings import Decided
from throughline.ledger.view import View
from throughline.model import Happening, Plover, Status

Look = Callable[..., View]

SECOND, THIRD = date(2014, 12, 2), date(2014, 12, 3)
TENTH, LAST, NEXT = date(2014, 12, 10), date(2014, 12, 31), date(2015, 1, 2)
IN_JUNE = date(2015, 6, 20)

PLAN = Line(
    "Orvania will withdraw its forty trainers from Westmark by 31 December, the ministry said.",
    (Deed("withdraw", Plover.RETREAT, Status.PLANNED, "Orvania", "Westmark", due=LAST),),
)
GOING = Line(
    "The trainers of Orvania are leaving Westmark, a column of lorries at the border showed.",
    (Deed("leaving", Plover.RETREAT, Status.ONGOING, "Orvania", "Westmark"),),
)
GONE = Line(
    "Orvania withdrew the last of its trainers from Westmark on 31 December.",
    (Deed("withdrew", Plover.RETREAT, Status.HAPPENED, "Orvania", "Westmark", when=LAST),),
    ("31 December", LAST),
)
DENIED = Line(
    "The ministry denied that Orvania would withdraw its trainers from Westmark.",
    (Deed("withdraw", Plover.RETREAT, Status.DENIED, "Orvania", "Westmark"),),
)
OTHER = Line(
    "Karvenia withdrew its trainers from Westmark on 31 December.",
    (Deed("withdrew", Plover.RETREAT, Status.HAPPENED, "Karvenia", "Westmark", when=LAST),),
    ("31 December", LAST),
)
TALKS = Line(
    "Talks between Orvania and Westmark over the trainers are going on in Velm.",
    (Deed("Talks", Plover.CONSULT, Status.ONGOING, "Orvania", "Westmark"),),
)
CONDITION = Line(
    "Without an agreement with Westmark, the trainers of Orvania will leave by 31 December.",
    (
        Deed(
            "leave",
            Plover.RETREAT,
            Status.CONDITIONAL,
            "Orvania",
            due=LAST,
            condition="Without an agreement with Westmark",
        ),
    ),
)
FAILED = Line(
    "The talks between Orvania and Westmark over the trainers have failed, officials said.",
    (Deed("talks", Plover.CONSULT, Status.NOT_HAPPENED, "Orvania", "Westmark"),),
)


def turns(happening: Happening) -> list[tuple[date | None, Status]]:
    return [(turn.known, turn.status) for turn in happening.history]


def test_a_plan_that_is_carried_out_is_one_happening_with_its_history(look: Look) -> None:
    view = look([Piece((PLAN,), SECOND, "Post"), Piece((GOING,), TENTH, "Echo"), Piece((GONE,), NEXT, "Herald")])
    (withdrawal,) = happenings(view)
    assert turns(withdrawal) == [(SECOND, Status.PLANNED), (TENTH, Status.ONGOING), (NEXT, Status.HAPPENED)]
    assert withdrawal.when is not None
    assert (withdrawal.when.edtf, withdrawal.reports, withdrawal.origins) == ("2014-12-31", 3, 3)
    assert withdrawal.headline.words == GONE.words
    assert [turn.words and turn.words.words for turn in withdrawal.history] == [PLAN.words, GOING.words, GONE.words]


def test_as_of_a_day_the_history_ends_there(look: Look) -> None:
    pieces = [Piece((PLAN,), SECOND, "Post"), Piece((GOING,), TENTH, "Echo"), Piece((GONE,), NEXT, "Herald")]
    (withdrawal,) = happenings(look(pieces, TENTH))
    assert turns(withdrawal) == [(SECOND, Status.PLANNED), (TENTH, Status.ONGOING)]
    assert withdrawal.id == happenings(look(pieces))[0].id


def test_a_plan_that_is_denied_says_so(look: Look) -> None:
    (withdrawal,) = happenings(look([Piece((PLAN,), SECOND, "Post"), Piece((DENIED,), TENTH, "Echo")]))
    assert turns(withdrawal) == [(SECOND, Status.PLANNED), (TENTH, Status.DENIED)]


def test_what_another_did_fulfils_no_plan(look: Look) -> None:
    assert len(happenings(look([Piece((PLAN,), SECOND, "Post"), Piece((OTHER,), NEXT, "Echo")]))) == 2


def test_what_is_done_long_after_is_another_deed(look: Look) -> None:
    late = replace(GONE, words=GONE.words.replace("31 December", "19 June"), day=None)
    late = replace(late, deeds=(replace(GONE.deeds[0], when=date(2015, 6, 19)),))
    assert len(happenings(look([Piece((PLAN,), SECOND, "Post"), Piece((late,), IN_JUNE, "Echo")]))) == 2


def test_one_deed_is_done_on_one_day(look: Look) -> None:
    again = replace(GONE, words=GONE.words.replace("31 December", "1 January"), day=None)
    again = replace(again, deeds=(replace(GONE.deeds[0], when=date(2015, 1, 12)),))
    view = look(
        [Piece((PLAN,), SECOND, "Post"), Piece((GONE,), NEXT, "Echo"), Piece((again,), date(2015, 1, 13), "Herald")]
    )
    assert sorted(len(found.events) for found in happenings(view)) == [1, 2]


def test_what_a_condition_waits_for_stands_in_the_history(look: Look) -> None:
    view = look(
        [
            Piece((TALKS, CONDITION), SECOND, "Post"),
            Piece((FAILED,), TENTH, "Echo"),
            Piece((GONE,), NEXT, "Herald"),
        ]
    )
    leaving, talks = sorted(happenings(view), key=lambda found: found.type is not Plover.RETREAT)
    assert [(turn.type, turn.status, turn.happening) for turn in leaving.history] == [
        (Plover.CONSULT, Status.ONGOING, talks.id),
        (Plover.RETREAT, Status.CONDITIONAL, None),
        (Plover.CONSULT, Status.NOT_HAPPENED, talks.id),
        (Plover.RETREAT, Status.HAPPENED, None),
    ]
    assert (leaving.status, talks.status) == (Status.HAPPENED, Status.NOT_HAPPENED)
    assert all(turn.happening is None for turn in talks.history)


def test_rulings_join_and_part(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    view = look([Piece((PLAN,), SECOND, "Post"), Piece((GONE,), NEXT, "Echo"), Piece((OTHER,), NEXT, "Herald")])
    events = {event.evidence.words: event.id for event in view.events()}
    plan, gone, other = events[PLAN.words], events[GONE.words], events[OTHER.words]
    made = Decided(same=frozenset({pair(plan, other)}), apart=frozenset({pair(plan, gone)}))
    monkeypatch.setattr(View, "decided", lambda _: made)
    assert {frozenset(found.events) for found in happenings(view)} == {frozenset({plan, other}), frozenset({gone})}


def test_the_judge_joins_what_shares_words_and_nothing_else(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    vote = Line(
        "Lawmakers of Westmark voted in Velm on 31 December to expel the trainers of Orvania.",
        (Deed("voted", when=LAST, actor="Lawmakers of Westmark"),),
    )
    ballot = Line(
        "A ballot on 31 December in the Velm assembly went against the Orvania trainers, forty to nine.",
        (Deed("ballot", when=LAST),),
    )
    view = look([Piece((vote,), NEXT, "Post"), Piece((ballot,), NEXT, "Echo"), Piece((OTHER,), NEXT, "Herald")])
    assert len(happenings(view)) == 3
    ids = [event.id for event in view.events()]
    monkeypatch.setattr(
        View, "alike", lambda *_: [Alike(*pair(one, other), 0.9) for one in ids for other in ids if one < other]
    )
    monkeypatch.setattr(view, "shelf", Shelf())  # as if it were opened again
    assert sorted(len(found.events) for found in happenings(view)) == [1, 2]


def pair(one: str, other: str) -> tuple[str, str]:
    return min(one, other), max(one, other)


def test_one_verb_on_one_named_day_needs_few_shared_words(look: Look) -> None:
    twentieth = date(2014, 12, 20)
    sentences = (
        "Shares of the owner have halved since the Velm ferry exploded on 20 December.",
        "Two senators had asked about safety months before the Velm ferry exploded on 20 December.",
    )
    deed = Deed("exploded", actor="the Velm ferry", when=twentieth)
    lines = [Line(words, (deed,), ("20 December", twentieth)) for words in sentences]
    view = look([Piece((lines[0],), LAST, "Post"), Piece((lines[1],), NEXT, "Echo")])
    assert [found.reports for found in happenings(view)] == [2]


def test_what_others_named_in_a_condition_is_not_what_it_waits_for(look: Look) -> None:
    old = Line(
        "The agreement on fishing that Karvenia signed years ago has lapsed.",
        (Deed("signed", Plover.AGREE, Status.HAPPENED, "Karvenia"),),
    )
    found = happenings(look([Piece((CONDITION,), SECOND, "Post"), Piece((old,), TENTH, "Echo")]))
    assert all(turn.happening is None for one in found for turn in one.history)
