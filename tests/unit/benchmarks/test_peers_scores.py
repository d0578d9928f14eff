"""What is ours in the comparison with others: places of words, scores, and what is said when one is missing."""

from datetime import date
from types import ModuleType

import pytest

from benchmarks import peers_dates, peers_times
from benchmarks.installed import installed
from benchmarks.times import Timed


def test_words_without_places_are_looked_for_behind_the_last_one() -> None:
    text = "On Friday, and again on Friday, in May."
    found = peers_times.placed(text, [("Friday", "a"), ("Friday", "b"), ("Monday", "c"), ("May", "d"), ("", "e")])
    assert list(found) == [Timed(3, 9, "a"), Timed(24, 30, "b"), Timed(35, 38, "d")]


def test_a_peer_that_gives_no_day_is_neither_right_nor_wrong() -> None:
    day, other = date(2018, 3, 5), date(2018, 5, 3)
    assert peers_dates.scored([(day, day), (day, other), (day, None), (other, other)]) == {
        "exact": 0.6667,
        "answered": 0.75,
        "wrong_and_sure": 0.25,
        "right": 0.5,
    }


def test_a_peer_that_is_missing_or_misses_something_is_named_with_the_reason(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def without_java(_library: ModuleType) -> str:
        raise ImportError("Java is not installed: get it")

    peers = {
        "one": ("no_such_module_anywhere", lambda _: "made"),
        "two": ("json", without_java),
        "three": ("json", lambda _: "made"),
    }
    assert list(installed(peers)) == [("three", "made")]
    said = capsys.readouterr().err
    assert "peer one: not installed (make peers), left out" in said
    assert "peer two: Java is not installed: get it; left out" in said
