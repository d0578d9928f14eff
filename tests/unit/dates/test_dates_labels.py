import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from throughline.dates.published.labels import Label, fold, label

_DATE = re.compile(r"\d[\d .-]*[\d]|\d+ \w+ \d{4}")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Published 2018-03-05", Label.PUBLISHED),
        ("Veröffentlicht am 05.03.2018", Label.PUBLISHED),
        ("Mise en ligne 05.03.2018", Label.PUBLISHED),
        ("Publicado el 05.03.2018", Label.PUBLISHED),
        ("Last updated: 2018-03-05", Label.CHANGED),
        ("Zuletzt geändert 05.03.2018", Label.CHANGED),
        ("Mis à jour le 05.03.2018", Label.CHANGED),
        ("Stand: 05.03.2018", Label.CHANGED),
        ("Last published 2018-03-05", Label.CHANGED),
        ("2018-03-05 (updated)", Label.CHANGED),
        ("© 2018-03-05", Label.OTHER),
        ("Abgerufen am 05.03.2018", Label.OTHER),
        ("Maya Orlin, 2018-03-05", Label.NONE),
    ],
)
def test_the_nearest_word_names_the_date(line: str, found: Label) -> None:
    match = _DATE.search(line)
    assert match is not None
    assert label(line, match.start(), match.end()) is found


def test_each_date_of_a_line_has_its_own_label() -> None:
    line = "Published 2018-03-05, updated 2018-03-07"
    assert label(line, 10, 20) is Label.PUBLISHED
    assert label(line, 30, 40) is Label.CHANGED


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_no_line_fails(line: str, one: int, two: int) -> None:
    start, end = sorted((min(one, len(line)), min(two, len(line))))
    assert label(line, start, end) in Label


@given(st.text(max_size=60))
def test_folding_keeps_places(words: str) -> None:
    assert len(fold(words)) == len(words)
