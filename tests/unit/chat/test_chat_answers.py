"""How an answer is cut: lists and texts stay within bounds, and what is left out is counted."""

import json

import pytest

from throughline.chat import answers
from throughline.chat.answers import Found, answer, cut


def test_a_long_list_keeps_its_beginning_or_its_latest_and_says_how_many_more() -> None:
    found = cut({"told": [1, 2, 3, 4], "points": [1, 2, 3, 4], "few": [1]}, 2)
    assert found == {"told": [1, 2], "told_more": 2, "points": [3, 4], "points_more": 2, "few": [1]}


def test_a_long_text_is_cut_where_it_can_be_seen() -> None:
    assert cut("x" * 5000, 2).endswith("x …")


@pytest.mark.parametrize("size", [10, 5000, 2_000_000])
def test_an_answer_has_room(size: int) -> None:
    record = {"words": "x" * size, "told": ["y" * size] * 50, "parts": [{"history": ["z" * size] * 50}] * 50}
    told = answer(Found([record] * 30, total=400), {}, None, maybe=False)
    assert 1 <= len(told["records"]) <= 30
    assert told["more"] == 400 - len(told["records"])
    assert len(json.dumps(told)) < 1.2 * answers._ROOM
