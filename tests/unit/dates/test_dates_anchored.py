import pytest

from throughline.dates.edtf import parse_edtf
from throughline.dates.phrases.anchored import AFTER, BEFORE, EVE, ON, WITHIN, count_from
from throughline.dates.phrases.find import times_of


def _anchors(text: str) -> list[tuple[str, str, str]]:
    found = times_of(text, parse_edtf("2031-05-05"))
    return [(text[t.start : t.end], t.rule, text[slice(*t.anchor)] if t.anchor else "") for t in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A day after the raid, they left.", ("A day", AFTER, "the raid")),
        ("Three days before the summit he spoke.", ("Three days", BEFORE, "the summit")),
        ("Within hours of the attack on Velm he denied it.", ("hours", WITHIN, "the attack")),
        ("Two weeks after 5 May 2029 they left.", ("Two weeks after 5 May 2029", "duration", "5 May 2029")),
        ("They met on the day of the raid.", ("the day", ON, "the raid")),
        ("They met on the eve of the election.", ("the eve", EVE, "the election")),
        ("The week after the fall of Larno was calm.", ("The week", AFTER, "the fall of Larno")),
        ("They left the morning after the raid.", ("the morning", AFTER, "the raid")),
        ("Two days after the battle Larno fell.", ("Two days", AFTER, "the battle")),
        ("In the two years since the war, it grew.", ("the two years", WITHIN, "the war")),
    ],
)
def test_a_time_keeps_the_words_that_it_is_counted_from(text: str, found: tuple[str, str, str]) -> None:
    assert found in _anchors(text)


@pytest.mark.parametrize(
    "text", ["Two days before that, they left.", "It was two years before they.", "The day after, he left."]
)
def test_what_names_no_event_is_no_anchor(text: str) -> None:
    assert all(not anchor for _, _, anchor in _anchors(text))


@pytest.mark.parametrize(
    ("value", "way", "days"),
    [
        ("P2D", AFTER, "2031-05-07"),
        ("P1D", BEFORE, "2031-05-04"),
        ("XXXX-XX-XX", EVE, "2031-05-04"),
        ("XXXX-XX-XX", ON, "2031-05-05"),
        ("P1W", AFTER, "2031-05-12/2031-05-18"),
        ("P1Y", AFTER, "2032-01-01/2032-12-31"),
        ("PTXH", WITHIN, "2031-05-05/2031-05-06"),
        ("PT36H", WITHIN, "2031-05-05/2031-05-07"),
        ("P3D", WITHIN, "2031-05-05/2031-05-08"),
        ("XXXX-XX-XXTMO", AFTER, "2031-05-06"),
    ],
)
def test_days_are_counted_no_finer_than_the_length_is(value: str, way: str, days: str) -> None:
    when = count_from(value, way, parse_edtf("2031-05-05"))
    wanted = parse_edtf(days)
    assert when is not None
    assert (when.first, when.last) == (wanted.first, wanted.last)


def test_from_an_event_of_unknown_day_comes_an_interval() -> None:
    when = count_from("P2D", AFTER, parse_edtf("2031-05-05/2031-05-07"))
    assert when is not None
    assert when.edtf == "2031-05-07/2031-05-09"


@pytest.mark.parametrize("value", ["PXD", "P99999999D", "", "P1.5Y"])
def test_a_vague_length_counts_to_nothing(value: str) -> None:
    assert count_from(value, AFTER, parse_edtf("2031-05-05")) is None
