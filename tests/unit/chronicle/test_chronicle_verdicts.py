"""What became of promises, and what contradicts what: matched by deed, matter and day, not by the same verb."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.unit.chronicle.pieces import Deed, Line, Piece
from throughline.chronicle.deadlines import deadlines
from throughline.chronicle.disputes import disputes
from throughline.chronicle.headlines import fitness
from throughline.ledger.rulings import Decided
from throughline.ledger.view import View
from throughline.model import Plover, Status

Look = Callable[..., View]
MARCH, JUNE, DUE, AUTUMN = date(2014, 3, 3), date(2014, 6, 28), date(2014, 6, 30), date(2014, 9, 10)


def promise(words: str, trigger: str, known: date = MARCH) -> Piece:
    return Piece((Line(words, (Deed(trigger, None, Status.PLANNED, due=DUE),)),), known, "Harbour Times")


def news(
    words: str, trigger: str, status: Status, known: date, when: date | None = None, due: date | None = None
) -> Piece:
    return Piece((Line(words, (Deed(trigger, None, status, when=when, due=due),)),), known, "Vale Courier")


HOME = promise("The alliance will withdraw its ferry crews from Orvania by 30 June.", "withdraw")


@pytest.mark.parametrize(
    ("later", "outcome"),
    [
        (news("The last ferry crews of the alliance left Orvania.", "left", Status.HAPPENED, JUNE, when=JUNE), "met"),
        (news("The ferry crews left Orvania at last.", "left", Status.HAPPENED, AUTUMN, when=AUTUMN), "missed"),
        (news("The first ferry crews left Orvania.", "left", Status.HAPPENED, JUNE, when=JUNE), "unknown"),
        (news("The tourists left the hotels of Velm.", "left", Status.HAPPENED, JUNE, when=JUNE), "unknown"),
        (
            news("The alliance failed to withdraw its ferry crews.", "withdraw", Status.NOT_HAPPENED, DUE, due=DUE),
            "dropped",
        ),
        (
            news("The alliance failed to bring its ferry crews home.", "home", Status.NOT_HAPPENED, AUTUMN, due=DUE),
            "missed",
        ),
    ],
)
def test_a_deed_of_the_family_decides(look: Look, later: Piece, outcome: str) -> None:
    tourists = Piece((Line("It rained."),), date(2014, 12, 1))
    (deadline,) = [d for d in deadlines(look([HOME, later, tourists])) if "withdraw its" in d.event.evidence.words][:1]
    assert deadline.outcome == outcome
    assert (deadline.outcome_event is None) is (outcome == "unknown")


def test_a_deadline_is_open_until_its_day(look: Look) -> None:
    assert [d.outcome for d in deadlines(look([HOME], JUNE))] == ["open"]


def test_a_day_that_slipped_says_what_it_was(look: Look, monkeypatch: pytest.MonkeyPatch) -> None:
    words = "The alliance will now withdraw its ferry crews from Orvania by 10 September."
    slipped = Piece((Line(words, (Deed("withdraw", None, Status.PLANNED, due=AUTUMN),)),), JUNE, "Harbour Times")
    view = look([HOME, slipped])
    one, other = (event.id for event in view.events())
    monkeypatch.setattr(View, "decided", lambda _: Decided(same=frozenset({(one, other), (other, one)})))
    first, second = deadlines(view)
    assert first.was is None
    assert second.was == first.due


TALKS = Piece(
    (
        Line(
            "Without a treaty by 30 June, all ferry crews of the alliance will have to leave Orvania, Dora Venn said.",
            (
                Deed(
                    "leave",
                    Plover.RETREAT,
                    Status.CONDITIONAL,
                    "all ferry crews",
                    "Orvania",
                    due=DUE,
                    due_words="by 30 June",
                    condition="Without a treaty by 30 June",
                ),
            ),
        ),
    ),
    MARCH,
    "Harbour Times",
)
FAILED = news("A treaty between the alliance and Orvania proved impossible.", "proved", Status.HAPPENED, JUNE)
SIGNED = Piece(
    (
        Line(
            "The alliance signed the treaty with Orvania.",
            (Deed("signed", Plover.AGREE, Status.HAPPENED, "The alliance", "Orvania", when=JUNE),),
        ),
    ),
    JUNE,
)
LATER = news("Rain fell on Velm.", "fell", Status.HAPPENED, AUTUMN)


@pytest.mark.parametrize(
    ("pieces", "as_of", "awaited", "event"),
    [
        ([TALKS], JUNE, "open", "open"),
        ([TALKS, FAILED], JUNE, "missed", "open"),
        ([TALKS, SIGNED], JUNE, "met", "dropped"),
        ([TALKS, LATER], None, "unknown", "unknown"),
    ],
)
def test_what_a_condition_waits_for_is_due_itself(
    look: Look, pieces: list[Piece], as_of: date | None, awaited: str, event: str
) -> None:
    due = {d.awaited.words if d.awaited else "": d for d in deadlines(look(pieces, as_of))}
    assert {words: d.outcome for words, d in due.items()} == {"a treaty by 30 June": awaited, "": event}
    assert bool(due["a treaty by 30 June"].told) is (awaited in {"met", "missed"})
    if awaited == "unknown":
        assert "no report of the 30 days after" in due[""].account


@pytest.mark.parametrize(
    "words",
    [
        "Experts predict that the price of ferries will reach 900 by 30 June.",
        "The harbour should be cloudy by 30 June.",
    ],
)
def test_what_somebody_reckons_is_due_by_nobody(look: Look, words: str) -> None:
    trigger = "reach" if "reach" in words else "cloudy"
    assert deadlines(look([promise(words, trigger)])) == ()


def counts(first: str, number: float, second: str, other: float, outlets: tuple[str | None, str | None]) -> list[Piece]:
    lines = (
        (Line(first, count=(str(int(number)), number, "recruits")),),
        (Line(second, count=(str(int(other)), other, "recruits")),),
    )
    return [Piece(line, MARCH, outlet) for line, outlet in zip(lines, outlets, strict=True)]


ONE, OTHER = "The mission trained 420 recruits in Orvania.", "The mission in Orvania has trained 310 recruits so far."


def test_counts_of_one_thing_by_two_outlets_are_a_dispute(look: Look) -> None:
    (found,) = disputes(look(counts(ONE, 420, OTHER, 310, ("Harbour Times", "Vale Courier"))))
    assert found.about == "figure"
    assert sorted(side.evidence.words for side in found.sides) == ["310", "420"]
    assert all(side.evidence.words in side.words and side.words.endswith(".") for side in found.sides)


@pytest.mark.parametrize(
    "pieces",
    [
        counts(ONE, 420, OTHER, 310, ("Harbour Times", "Harbour Times")),
        counts(ONE, 420, OTHER, 310, (None, None)),
        counts(ONE, 420, "A ferry with 310 recruits sank near Velm.", 310, ("Harbour Times", "Vale Courier")),
        counts(ONE, 420, "The mission in Orvania has trained 42 recruits.", 42, ("Harbour Times", "Vale Courier")),
    ],
)
def test_one_outlet_nobody_another_matter_or_another_size_is_none(look: Look, pieces: list[Piece]) -> None:
    assert disputes(look(pieces)) == ()


def stance(words: str, trigger: str, status: Status, said: tuple[str, str, str], known: date) -> Piece:
    return Piece((Line(words, (Deed(trigger, Plover.CONSULT, status),), said=said),), known, "Harbour Times")


def test_a_denial_meets_what_it_denies_in_one_outlet_too(look: Look) -> None:
    opened = stance(
        "Orvania has begun talks on the ferry base, Pavel Ostrand said.", "talks", Status.HAPPENED,
        ("Pavel Ostrand", "said", "Orvania has begun talks on the ferry base"), MARCH,
    )  # fmt: skip
    denied = stance(
        "No talks on the ferry base of Orvania were held, Dora Venn said.", "talks", Status.DENIED,
        ("Dora Venn", "said", "No talks on the ferry base of Orvania were held"), date(2014, 3, 4),
    )  # fmt: skip
    later = stance(
        "No talks on the ferry base of Orvania were held, Dora Venn said then.", "talks", Status.DENIED,
        ("Dora Venn", "said", "No talks on the ferry base of Orvania were held"), AUTUMN,
    )  # fmt: skip
    assert [len(d.sides) for d in disputes(look([opened, denied]))] == [2]
    assert disputes(look([opened, later])) == ()


def test_a_short_lead_stands_better_alone_than_what_leans_on_it() -> None:
    lead = fitness("NATO has decided to withdraw from Iraq.")
    assert lead > fitness("They said NATO would complete its personnel withdrawal from Iraq by 2012.")
    assert lead > fitness("The NATO chief also noted that the summit had extended the remit of the mission.")
    assert lead > fitness("Withdrawal from Iraq")
