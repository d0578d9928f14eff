from datetime import date

from throughline.tables.gatherings import _gatherings, held_at, is_kind


def test_a_gathering_is_found_by_its_place() -> None:
    assert [(one.series, one.first) for one in held_at("gleneagles")] == [("G7 summit", date(2005, 7, 6))]
    assert {one.series for one in held_at("rio de janeiro")} == {"G20 summit", "BRICS summit", "Olympic Games"}
    assert held_at("nowhere") == ()


def test_kinds_are_words_of_the_table() -> None:
    assert is_kind("summit")
    assert is_kind("olympics")
    assert not is_kind("wedding")


def test_every_gathering_is_in_order_and_short() -> None:
    for one in _gatherings():
        assert date(1990, 1, 1) <= one.first <= one.last, one
        assert (one.last - one.first).days <= 21, one
        assert all(place == place.lower() and place for place in one.places), one
