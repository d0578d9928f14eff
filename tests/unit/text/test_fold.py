"""Names folded so that spellings of one name compare equal."""

import pytest

from throughline.text.fold import fold_name, squeeze


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Nouri al-Maliki’s", "nouri al maliki"),
        ("U.S.", "u s"),
        ("José García", "jose garcia"),
        ("the Speakers'", "the speakers"),
        ("  De\nHoop  ", "de hoop"),
    ],
)
def test_fold_name(name: str, folded: str) -> None:
    assert fold_name(name) == folded


def test_folding_twice_changes_nothing() -> None:
    assert fold_name(fold_name("Ana d’Ébel-Ross")) == fold_name("Ana d’Ébel-Ross")


def test_squeeze_puts_words_on_one_line() -> None:
    assert squeeze(" two\n  words\t") == "two words"
