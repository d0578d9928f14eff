"""What standing rulings decide, summed up."""

from datetime import UTC, datetime
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from throughline.ledger.rulings import Decided, decided, in_force, standing
from throughline.model import Ruling, content_id


def _ruling(second: int, target: str, verdict: str, value: str = "") -> Ruling:
    made = datetime(2026, 1, 1, 0, 0, second, tzinfo=UTC)
    return Ruling(content_id("ruling", target, verdict, value, second), target, verdict, value, "", "Ada", made)


def test_nothing_ruled_decides_nothing() -> None:
    assert decided([]) == Decided()


def test_pairs_are_one_pair_whichever_is_named_first_and_the_later_ruling_holds() -> None:
    made = [_ruling(1, "actor-b", "merge", "actor-a"), _ruling(2, "actor-a", "split", "actor-b")]
    assert decided(made) == Decided(apart=frozenset({("actor-a", "actor-b")}))


def test_what_is_taken_back_decides_nothing() -> None:
    wrong = _ruling(1, "event-a", "reject")
    assert decided([wrong]).rejected == {"event-a"}
    assert decided([wrong, _ruling(2, wrong.id, "undo")]) == Decided()


def test_a_record_is_right_or_wrong_as_ruled_last_and_a_statement_has_one_speaker() -> None:
    made = [
        _ruling(1, "event-a", "reject"),
        _ruling(2, "event-a", "accept"),
        _ruling(3, "statement-a", "speaker", "name:a"),
        _ruling(4, "statement-a", "speaker", "name:b"),
    ]
    found = decided(made)
    assert not found.rejected
    assert set(found.accepted) == {"event-a"}
    assert dict(found.speakers) == {"statement-a": "name:b"}


@st.composite
def histories(draw: st.DrawFn) -> list[Ruling]:
    """Draw rulings and undos of rulings (undos too), in the order in which they were made."""
    made: list[Ruling] = []
    for second in range(draw(st.integers(1, 12))):
        undoes = draw(st.booleans())
        if made and undoes:
            made.append(_ruling(second, draw(st.sampled_from(made)).id, "undo"))
        else:
            made.append(
                _ruling(second, f"event-{draw(st.integers(0, 3))}", draw(st.sampled_from(("reject", "accept"))))
            )
    return made


@given(histories(), st.randoms(use_true_random=False))
def test_what_stands_is_what_was_never_taken_back_in_whatever_order_it_comes(
    made: list[Ruling], chance: Random
) -> None:
    holds: dict[str, bool] = {}
    for one in reversed(made):  # whoever takes it back came later
        holds[one.id] = not any(holds[undo.id] for undo in made if undo.verdict == "undo" and undo.target == one.id)
    shuffled = list(made)
    chance.shuffle(shuffled)
    assert in_force(shuffled) == [one for one in made if holds[one.id]]
    assert decided(shuffled) == decided(made) == decided(standing(made))
    assert decided([*made, *made]) == decided(made)


@given(histories())
def test_taking_everything_back_leaves_nothing(made: list[Ruling]) -> None:
    undone = [
        _ruling(20 + number, one.id, "undo") for number, one in enumerate(in_force(made)) if one.verdict != "undo"
    ]
    assert decided([*made, *undone]) == Decided()


def test_an_undo_that_an_early_clock_stamped_holds_all_the_same() -> None:
    first = _ruling(5, "event-a", "reject")
    back = _ruling(1, first.id, "undo")
    again = _ruling(0, back.id, "undo")
    assert decided([first, back]) == Decided()
    assert decided([first, back, again]).rejected == {"event-a"}
