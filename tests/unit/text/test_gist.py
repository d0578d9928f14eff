"""Stems, prints and whole sentences."""

import pytest

from throughline.text.gist import is_whole, likeness, overlap, print_of, stems
from throughline.text.surnames import surname, untitled


def test_function_words_have_no_stem_and_forms_of_a_word_share_one() -> None:
    assert stems("They have withdrawn from the harbour") == {"withdr", "harbou"}
    assert stems("the withdrawal of 170 trainers") == {"withdr", "170", "traine"}


def test_overlap_and_likeness_of_empty_sets_are_none() -> None:
    assert overlap(set(), {"a"}) == likeness(set(), set()) == 0.0
    assert overlap({"a"}, {"a", "b"}) == 1.0
    assert likeness({"a"}, {"a", "b"}) == 0.5


def test_a_print_is_shared_whatever_the_marks_and_case() -> None:
    assert print_of("“We will leave,” she said.") == print_of("We will leave , she SAID")
    assert print_of("We will leave") != print_of("We will not leave")
    assert 0 <= print_of("\ud800") < 2**63


@pytest.mark.parametrize("words", ["The ferry left on Monday.", '"We will leave."', "1,200 trainers left ."])
def test_a_whole_sentence(words: str) -> None:
    assert is_whole(words)


@pytest.mark.parametrize("words", ["June 29, 2017 · Nadia Brunn", "THE FERRY LEFT.", "and left on Monday.", "…", ""])
def test_no_whole_sentence(words: str) -> None:
    assert not is_whole(words)


def test_titles_are_no_part_of_a_surname() -> None:
    assert untitled("general tomas adrel jr") == ["tomas", "adrel"]
    assert surname("prime minister anton revik") == "revik"
    assert surname("prime minister") == ""
