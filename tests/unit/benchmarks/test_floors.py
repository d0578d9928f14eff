"""Floors catch a score that fell, and one that is no longer measured."""

from benchmarks import floors


def test_a_score_below_its_floor_is_told() -> None:
    (line,) = floors.below({"text pages/wcxb": {"f1": 0.1, "inscriptis.f1": 1.0, "nodes.f1": 1.0}})
    assert line.startswith("text pages/wcxb: f1 is 0.1")


def test_a_score_that_is_missing_is_told() -> None:
    assert len(list(floors.below({"text pages/wcxb": {}}))) == 3


def test_what_has_no_floor_is_left_alone() -> None:
    assert not list(floors.below({"text elsewhere": {"f1": 0.0}}))
