"""What standing rulings decide, summed up."""

from datetime import UTC, datetime

from throughline.ledger.rulings import Decided, decided
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
    assert (found.rejected, found.accepted) == (frozenset(), {"event-a"})
    assert dict(found.speakers) == {"statement-a": "name:b"}
