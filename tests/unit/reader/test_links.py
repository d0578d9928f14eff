"""Who said what: contents to cues and cues to sources, by score and by nearness."""

import numpy as np

from throughline.reader import links

_NONE = np.zeros((20, 21), dtype=np.float32)


def test_without_cues_nobody_says_anything() -> None:
    assert links.join([(0, 1)], [], [(3, 5)], _NONE, _NONE) == []


def test_a_cue_may_have_neither_source_nor_content() -> None:
    assert links.join([], [(1, 2)], [], _NONE, _NONE) == [(None, (1, 2), ())]


def test_of_equals_the_nearer_cue_gets_the_content_and_each_gets_its_own() -> None:
    found = links.join([], [(1, 2), (9, 10)], [(3, 8), (11, 14)], _NONE, _NONE)
    assert found == [(None, (1, 2), ((3, 8),)), (None, (9, 10), ((11, 14),))]


def test_a_quotation_in_two_pieces_is_one_content() -> None:
    pointer = _NONE.copy()
    pointer[[0, 8], 6] = 9
    assert links.join([], [(5, 6)], [(8, 12), (0, 4)], _NONE, pointer) == [(None, (5, 6), ((0, 4), (8, 12)))]


def test_the_pointer_decides_against_nearness_when_it_is_sure() -> None:
    pointer = _NONE.copy()
    pointer[3, 10] = 9
    found = links.join([], [(1, 2), (9, 10)], [(3, 5)], _NONE, pointer)
    assert [len(contents) for _, _, contents in found] == [0, 1]


def test_a_source_less_likely_than_none_is_none() -> None:
    pointer = _NONE.copy()
    pointer[2, 0] = 3
    assert links.join([(0, 1)], [(2, 3)], [], pointer, _NONE)[0][0] is None
    assert links.join([(0, 2)], [(2, 3)], [], _NONE, _NONE)[0][0] == (0, 2)
