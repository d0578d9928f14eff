import pytest

from benchmarks.timex2 import marked
from throughline.dates.edtf import parse_edtf
from throughline.dates.expression import TimeExpression


def _time(text: str, words: str, type_: str, value: str) -> TimeExpression:
    start = text.index(words)
    return TimeExpression(start, start + len(words), type_, value, None, "")


@pytest.mark.parametrize(
    ("text", "words", "type_", "value", "wanted"),
    [
        ("the war of 1914-18", "1914-18", "DATE", "1914/1918", [("1914", "1914"), ("18", "1918")]),
        (
            "on April 2 and 4 they met",
            "April 2 and 4",
            "DATE",
            "2031-04-02/2031-04-04",
            [("April 2", "2031-04-02"), ("4", "2031-04-04")],
        ),
        (
            "after two months of heavy fighting in Velm",
            "two months",
            "DURATION",
            "P2M",
            [("two months of heavy fighting", "P2M")],
        ),
        ("they met in May.", "May", "DATE", "2031-05", [("May", "2031-05")]),
    ],
)
def test_expressions_are_marked_as_timex2_marks_them(
    text: str, words: str, type_: str, value: str, wanted: list[tuple[str, str]]
) -> None:
    assert [(text[a:b], v) for a, b, v in marked(text, _time(text, words, type_, value))] == wanted


def test_what_is_counted_from_an_event_is_marked_whole() -> None:
    text = "Two days after the raid they left."
    time = TimeExpression(0, 8, "DURATION", "P2D", parse_edtf("2031-05-04"), "after an event", "", (15, 23))
    assert [(text[a:b], v) for a, b, v in marked(text, time)] == [("Two days after the raid", "2031-05-04")]


@pytest.mark.parametrize(
    ("text", "words", "type_", "wanted"),
    [
        ("the Spring Offensive began", "the Spring", "DATE", "Spring"),
        ("in the spring they left", "the spring", "DATE", "the spring"),
        ("it fell in just seven hours.", "seven hours", "DURATION", "just seven hours"),
        ("all who were 18 years old left", "18 years", "DURATION", "18 years old"),
        ("a mere two years later he won", "two years later", "DATE", "a mere two years later"),
    ],
)
def test_a_phrase_has_its_measure_and_not_the_article_of_another(
    text: str, words: str, type_: str, wanted: str
) -> None:
    assert [text[a:b] for a, b, _ in marked(text, _time(text, words, type_, "X"))] == [wanted]
