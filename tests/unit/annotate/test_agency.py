"""Whether a subject acts, by the words after it."""

import pytest

from throughline.annotate.mentions.agency import acts
from throughline.model import Token


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("agreed to stay", True),
        ("has not yet sent them", True),
        ("says so", True),
        ("sent home by ship", True),
        ("led by two officers", False),
        ("was founded in May", False),
        ("began on Monday", False),
        ("have begun talks", True),
        ("lasted a week", False),
        ("the army", False),
        ("", False),
    ],
)
def test_what_agrees_or_sends_acts_and_what_begins_or_lasts_does_not(words: str, *, expected: bool) -> None:
    tokens = [Token(i, i + 1, word, word) for i, word in enumerate(words.split())]
    assert acts(tokens, 0, len(tokens)) is expected
