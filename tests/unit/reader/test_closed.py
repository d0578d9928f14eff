"""Words that leave no choice, and endings that verb forms must have."""

import pytest

from throughline.reader.closed import may_be, settled


@pytest.mark.parametrize(("text", "tag", "wanted"), [("the", "NOUN", ("DET", "DT")), ("of", "SCONJ", ("SCONJ", "IN"))])
def test_a_closed_class_word_keeps_its_tag(text: str, tag: str, wanted: tuple[str, str]) -> None:
    assert settled(text, tag) == wanted


@pytest.mark.parametrize("text", ["US", "run", "that"])
def test_other_words_are_left_to_the_network(text: str) -> None:
    assert settled(text, "NOUN") is None


def test_a_form_has_its_ending() -> None:
    assert may_be("visits", "VBZ")
    assert not may_be("visited", "VBZ")
    assert not may_be("visiting", "VBD")
    assert may_be("visited", "NN")
