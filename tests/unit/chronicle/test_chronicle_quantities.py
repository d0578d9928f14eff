"""Which figures are of one quantity."""

import pytest

from throughline.chronicle.quantities import Quantity, is_counted, is_kind, label, quantity, rated


def of(words: str, unit: str = "", deed: str | None = None, before: str = "") -> Quantity:
    sentence = f"{before}12 and so on"
    return quantity(words, unit, sentence, len(before), len(before) + 2, deed)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (of("people", deed="killed"), of("killed")),
        (of("people", deed="died"), of("death toll")),
        (of("number of dead"), of("number of people killed")),
        (of("U.S. troops"), of("American troops")),
        (of("Orvanian police officers"), of("Orvanian police")),
        (of("more recruits"), of("recruits")),
        (of("barrels of oil a day", "barrel/day"), of("barrels of oil per day", "barrel/day")),
        (of("number of voters"), of("voters")),
        (of("troops", before="Iraq's "), of("Iraqi troops")),
    ],
)
def test_these_are_one(one: Quantity, other: Quantity) -> None:
    assert one == other


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (of("U.S. troops"), of("Iraqi troops")),
        (of("people", deed="killed"), of("people", deed="wounded")),
        (of("strike sorties"), of("air sorties")),
        (of("fund", "USD"), of("fund", "EUR")),
        (of("fund", "USD"), of("fine", "USD")),
        (of("barrels of oil", "barrel"), of("barrels of water", "barrel")),
        (of("soldiers"), of("soldiers", deed="killed")),
        (of("voters", "percent"), of("voters")),
    ],
)
def test_these_are_two(one: Quantity, other: Quantity) -> None:
    assert one != other


def test_an_event_tells_better_than_the_words_around() -> None:
    sentence = "12 guards marched past the wounded"
    assert quantity("guards", "", sentence, 0, 9, "marched").fate == ""
    assert quantity("guards", "", sentence, 0, 9).fate == "injured"


def test_a_label_says_what_became_of_them_once() -> None:
    killed = of("people", deed="killed")
    assert label(killed, ["people", "people", "villagers"]) == "people killed"
    assert label(killed, ["dead"]) == "dead"


@pytest.mark.parametrize(
    ("after", "unit"),
    [
        (" of oil a day", "barrel/day"),
        (" (210,000 gallons) of oil a day", "barrel/day"),
        (", or 210,000 gallons, a day", "barrel/day"),
        (" daily", "barrel/day"),
        (" of oil on a day in May", "barrel"),
        (" spilled", "barrel"),
    ],
)
def test_a_rate_is_read_over_brackets(after: str, unit: str) -> None:
    assert rated("barrel", f"5,000 barrels{after}", len("5,000 barrels")) == unit


def test_a_size_may_name_a_kind() -> None:
    assert is_kind("seven-inch vinyl single")
    assert is_kind("9mm pistol")
    assert not is_kind("200-mile slick")
    assert not is_kind("two inches of snow")


def test_what_tells_nothing_of_the_counted_is_no_quantity() -> None:
    assert not is_counted(of("people"))
    assert is_counted(of("people", deed="killed"))
    assert not is_counted(of("barrels", "barrel"))
    assert of("barrels", "barrel", deed="spilled") != of("barrels", "barrel", deed="collected")
