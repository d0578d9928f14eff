"""Rare words weigh more than common ones, unknown ones the most."""

from throughline.tables.rarity import rarities, rarity


def test_unknown_words_are_the_rarest() -> None:
    assert 0 < rarity("say") < rarity("withdraw") < rarity("xylqar")


def test_a_set_is_added_up_the_same_in_any_order() -> None:
    words = ["treaty", "harbour", "say", "rain", "council"]
    assert rarities(words) == rarities(words[::-1]) == rarities(frozenset(words))
    assert rarities(()) == 0
