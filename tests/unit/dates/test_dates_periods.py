from collections.abc import Iterator

import pytest

from throughline.dates.edtf import parse_edtf
from throughline.dates.expression import TimeExpression
from throughline.dates.phrases.find import times_of


def _times(text: str, day: str) -> Iterator[TimeExpression]:
    return times_of(text, parse_edtf(day))


def _values(text: str, day: str = "2011-11-05") -> list[tuple[str, str]]:
    return [(text[t.start : t.end], t.value) for t in _times(text, day)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It had a third-quarter loss.", [("third-quarter", "2011-Q3")]),
        ("It expects to report a third-quarter loss.", [("third-quarter", "2011-Q3")]),
        ("Sales fell in the third quarter of last year.", [("the third quarter of last year", "2010-Q3")]),
        ("Sales fell in this year's third quarter.", [("this year's third quarter", "2011-Q3")]),
        ("Sales rose to $2 million in the quarter.", [("the quarter", "2011-Q3")]),
        (
            "For the quarter ended Sept. 30 it lost $2 million.",
            [("the quarter", "2011-Q3"), ("Sept. 30", "2011-09-30")],
        ),
        ("It lost $2 million in the latest fiscal year.", [("the latest fiscal year", "2010")]),
        ("It was $2 million in the second half of 2009.", [("the second half of 2009", "2009-H2")]),
        ("The second half of the match was dull.", []),
    ],
)
def test_quarters_and_halves(text: str, found: list[tuple[str, str]]) -> None:
    assert _values(text) == found


def test_a_year_earlier_beside_a_figure_is_the_quarter_of_the_year_before() -> None:
    text = "It lost $2 million in the third quarter. A year earlier, it had $3 million, or 5% of year-earlier sales."
    assert _values(text) == [
        ("the third quarter", "2011-Q3"),
        ("A year earlier", "2010-Q3"),
        ("year-earlier", "2010-Q3"),
    ]


def test_a_year_before_nine_months_is_no_quarter() -> None:
    text = "It lost $2 million in the third quarter. For the nine months it lost $5 million, against 1% a year earlier."
    assert _values(text) == [("the third quarter", "2011-Q3"), ("the nine months", "P9M"), ("a year earlier", "2010")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It lost more in the 2009 third quarter.", [("the 2009 third quarter", "2009-Q3")]),
        ("It lost more in the third quarter a year ago.", [("the third quarter a year ago", "2010-Q3")]),
        ("It lost $2 million in the first half.", [("the first half", "2011-H1")]),
        ("It lost two goals in the first half.", []),
    ],
)
def test_quarters_and_halves_of_a_named_year(text: str, found: list[tuple[str, str]]) -> None:
    assert _values(text) == found


def test_a_year_earlier_in_other_texts_is_a_year() -> None:
    assert _values("He fled in the third quarter of 2011. He was elected a year ago.") == [
        ("the third quarter of 2011", "2011-Q3"),
        ("a year ago", "2010"),
    ]


def test_the_same_period_of_another_year() -> None:
    text = "It lost $2 million in the third quarter. It was $3 million in the same period last year."
    assert _values(text)[1] == ("the same period last year", "2010-Q3")
