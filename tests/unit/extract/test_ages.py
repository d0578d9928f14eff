"""How long ago: many languages, one stretch of days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.extract.comments import ages

CAPTURED = date(2022, 5, 20)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("3 days ago", "2022-05-16~/2022-05-18~"),
        ("vor 3 Tagen", "2022-05-16~/2022-05-18~"),
        ("il y a un jour", "2022-05-18~/2022-05-20~"),
        ("hace 2 semanas", "2022-04-29~/2022-05-10~"),
        ("2 uur geleden", "2022-05-19~/2022-05-20~"),
        ("5h", "2022-05-19~/2022-05-20~"),
        ("2 lata temu", "2019-05-20~/2020-11-19~"),
        ("Ana Ruiz · 3 hours ago", "2022-05-19~/2022-05-20~"),
    ],
)
def test_ages_count_from_the_day_of_capture(words: str, edtf: str) -> None:
    age = ages.find(words)
    assert age is not None
    assert ages.when(age, CAPTURED).edtf == edtf


@pytest.mark.parametrize("words", ["Bake for 30 minutes.", "vor Gericht", "the day before", "", "24 hours"])
def test_durations_are_no_ages(words: str) -> None:
    assert ages.find(words) is None


@given(st.text(max_size=300), st.dates())
def test_whatever_is_read_is_no_later_than_the_capture(words: str, captured: date) -> None:
    age = ages.find(words)
    if age is not None:
        found = ages.when(age, captured)
        assert found.first is not None
        assert found.last is not None
        assert found.first <= found.last <= captured
