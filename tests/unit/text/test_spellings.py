"""Spellings of names from other scripts, and what tells names apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.text.fold import fold_name
from throughline.text.spellings import alike, frame
from throughline.text.surnames import initials, parts

_WORDS = st.text(alphabet="abdeghiklmnoqrstuvy", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("nuri", "nouri"), ("gaddafi", "qadhafi"), ("mohammed", "muhammad"), ("soleimani", "sulaimani"),
        ("karroubi", "karrubi"), ("ajdabiya", "ajdabiyah"), ("zelensky", "zelenskyy"), ("timoshenko", "tymoshenko"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_are_alike(left: str, right: str) -> None:
    assert alike(left, right)
    assert frame(left) == frame(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("hassan", "hussein"), ("gamal", "kamal"), ("dan", "don"), ("anderson", "andersen"), ("landry", "landrieu"),
        ("karl", "kurt"), ("brown", "braun"), ("michael", "michelle"),
    ],
)  # fmt: skip
def test_other_names_are_not(left: str, right: str) -> None:
    assert not alike(left, right)


@given(_WORDS, _WORDS)
def test_likeness_needs_one_frame_and_has_no_direction(left: str, right: str) -> None:
    assert alike(left, right) == alike(right, left)
    if alike(left, right):
        assert frame(left) == frame(right)


def test_articles_titles_and_servants_are_no_words_of_their_own() -> None:
    assert parts(fold_name("Dr. Abdel-Karim al-Nasrawi")).words == parts(fold_name("Abdelkarim Nasrawi")).words
    assert parts("samuel haddon jr").generation == "jr"
    assert parts("president").words == ()
    assert initials("ostrel observatory for civil rights") == "oocr"
    assert initials("ostrel observatory") == ""
