"""Spellings of one name meet, and other people's names don't."""

import pytest

from throughline.resolve.dating import names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("qasem soleimani", "ghassem suleimani"),
        ("qassem soleimani", "gen kassim sulaimani"),
        ("muammar gaddafi", "moammar kadafi"),
        ("dora venner", "dora venner"),
        ("soleimani", "qasem soleimani"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert names.key(one) == names.key(other)
    assert names.same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("john smith", "jane smith"),
        ("john smith", "john smart"),
        ("sulaimani", "qasem soleimani"),
        ("smith", "john smith"),
        ("", "john smith"),
    ],
)
def test_names_of_two_people_do_not(one: str, other: str) -> None:
    assert not names.same(one, other)
