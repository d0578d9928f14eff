from collections.abc import Iterator

import pytest

from throughline.dates.edtf import parse_edtf
from throughline.dates.expression import TimeExpression
from throughline.dates.phrases.find import times_of


def _times(text: str, day: str) -> Iterator[TimeExpression]:
    return times_of(text, parse_edtf(day))


def _values(text: str, day: str = "1998-11-05") -> list[tuple[str, str]]:
    return [(text[t.start : t.end], t.value) for t in _times(text, day)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They condemned its 1990 invasion.", [("1990", "1990")]),
        ("Analysts predicted 1999 growth of 2%.", [("1999", "1999")]),
        ("It was settled by the 1996 elections.", [("1996", "1996")]),
        ("Prices were lower than 1996.", [("1996", "1996")]),
        ("They hold bonds due 1999.", [("1999", "1999")]),
        ("More than 1990 men left.", []),
        ("It will fall in both 1999 and 2000.", [("1999", "1999"), ("2000", "2000")]),
        ("In nineteen ninety-six he was freed.", [("nineteen ninety-six", "1996")]),
        ("It began in January nineteen ninety-seven.", [("January nineteen ninety-seven", "1997-01")]),
        ("They await the year two thousand.", [("the year two thousand", "2000")]),
        ("He died in '92.", [("'92", "1992")]),
        ("It grew in the '80s.", [("the '80s", "198")]),
    ],
)
def test_years_before_nouns_and_in_speech(text: str, found: list[tuple[str, str]]) -> None:
    assert _values(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "They sent 1,945 men.",
        "They sent 1945 men.",
        "It sold 1990 shares.",
        "It is 1998 metres high.",
        "He married in his thirties.",
        "He is in his 30s.",
        "He paid $1998 for it.",
        "Ring 2009-2001 or 2009/2001.",
        "Nineteen thirty-year-old men died.",
    ],
)
def test_counts_and_ages_are_no_years(text: str) -> None:
    assert not any(value[:1].isdigit() for _, value in _values(text))
