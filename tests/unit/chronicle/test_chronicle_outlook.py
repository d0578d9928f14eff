"""How a sentence looks on what it tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.chronicle.outlook import (
    is_decision,
    is_forecast,
    is_meant,
    is_no_line,
    is_transcript,
    was_going_on,
)


@pytest.mark.parametrize(
    ("words", "trigger", "meant"),
    [
        ("The harbour board will close the pier on Friday.", "close", True),
        ("Miners are set to strike.", "strike", True),
        ("Only months ago the miners were set to strike.", "strike", False),
        ("There is no guarantee that they will accept the treaty.", "accept", False),
        ("It is not known how he intends to lead the board.", "lead", False),
        ("The board closed the pier.", "close", False),
        ("The guard planned to leave, and warned that leaving was a risk.", "leav", True),
    ],
)
def test_what_somebody_will_do(words: str, trigger: str, *, meant: bool) -> None:
    assert is_meant(words, trigger) is meant


@given(st.text(max_size=200), st.text(max_size=8))
def test_any_words_are_read(words: str, trigger: str) -> None:
    for answer in (is_decision(words, trigger), is_meant(words, trigger)):
        assert answer in {True, False}
    for ask in (is_forecast, was_going_on, is_no_line, is_transcript):
        assert ask(words) in {True, False}
