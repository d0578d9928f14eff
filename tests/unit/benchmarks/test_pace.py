"""Time a page goes by the length of texts, and one odd page does not show in it."""

from benchmarks.pace import paces


def test_a_page_that_takes_as_long_at_the_end_as_before_does_not_grow() -> None:
    spent = [(length / 1000, length) for length in (500, 1500, 1000, 4000)] * 40
    spent[155] = (9.0, 10)
    found = paces(spent)
    assert found["growth"] == 1
    assert found["seconds_a_page_at"] == {"160": 1.0}


def test_a_page_that_takes_twice_as_long_at_the_end_has_grown() -> None:
    found = paces([(0.5 + at / 1200, 100) for at in range(600)])
    assert 1.5 < float(str(found["growth"])) < 1.7
    assert set(found["seconds_a_page_at"]) == {"500", "600"}  # type: ignore[call-overload]
