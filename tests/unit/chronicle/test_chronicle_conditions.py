"""What a condition waits for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.chronicle.conditions import awaited


@pytest.mark.parametrize(
    ("words", "rest", "failing"),
    [
        ("without an agreement by Dec. 31", "an agreement by Dec. 31", True),
        ("unless they sign by Friday", "they sign by Friday", True),
        ("If the rebels don't leave Velm by noon", "the rebels don't leave Velm by noon", True),
        ("until Orvania paid for the ferries", "Orvania paid for the ferries", False),
        ("only if parliament approves it", "parliament approves it", False),
    ],
)
def test_the_rest_is_awaited(words: str, rest: str, *, failing: bool) -> None:
    found = awaited(words)
    assert found is not None
    assert (words[found.start :], found.failing) == (rest, failing)


@pytest.mark.parametrize(
    "words",
    ["if necessary", "if possible", "even if the West intervenes", "if it had not been for the storm", "", "if"],
)
def test_idle_words_wait_for_nothing(words: str) -> None:
    assert awaited(words) is None


@given(st.text(max_size=300))
def test_any_words_are_read(words: str) -> None:
    found = awaited(words)
    assert found is None or 0 < found.start < len(words)
