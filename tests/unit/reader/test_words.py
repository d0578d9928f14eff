"""Tokens to the words that the model reads."""

import pytest

from throughline.reader.words import plain, shape, words
from throughline.text.tokens import tokenise


def _words(text: str) -> list[str]:
    return [word.text for word in words(tokenise(text))]


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("re-elected", ["re", "-", "elected"]),
        ("U.S.-led", ["U.S.", "-", "led"]),
        ("and/or", ["and", "/", "or"]),
        ("a@b-c.org", ["a@b-c.org"]),
        ("https://a-b.org/c-d", ["https://a-b.org/c-d"]),
        ("-", ["-"]),
        ("plain", ["plain"]),
    ],
)
def test_words_part_at_inner_hyphens(text: str, parted: list[str]) -> None:
    assert _words(text) == parted


def test_words_stand_where_they_stand() -> None:
    text = "The 10-year-old U.S.-led mission"
    assert all(text[word.start : word.end] == word.text for word in words(tokenise(text)))


def test_marks_are_made_plain_and_shapes_told() -> None:
    assert [plain(mark) for mark in ("“", "’", "-LRB-", "—")] == ['"', "'", "(", "-"]
    assert [shape(text) for text in ("low", "Title", "UPPER", "12", "McX", "A", ".")] == [1, 2, 3, 4, 5, 6, 7]
