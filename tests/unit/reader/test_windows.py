"""Sentences to windows: every word once, whole sentences where they fit, paragraphs rather whole."""

from hypothesis import given
from hypothesis import strategies as st

from throughline.reader import windows
from throughline.reader.windows import MOST, Part


@given(st.lists(st.lists(st.integers(1, 8), min_size=1, max_size=300), max_size=12), st.integers(1, 4))
def test_every_word_is_read_once_in_windows_that_fit(sentences: list[list[int]], to_a_block: int) -> None:
    sizes = [size for sentence in sentences for size in sentence]
    bounds, at = [], 0
    for number, sentence in enumerate(sentences):
        bounds.append((at, at + len(sentence), number // to_a_block))
        at += len(sentence)
    parts = list(windows.parts(["w"] * len(sizes), sizes, bounds))
    found = list(windows.pack(parts, sizes))
    assert [word for window in found for word in range(window.first, window.last)] == list(range(len(sizes)))
    assert all(sum(sizes[window.first : window.last]) <= MOST for window in found)
    assert [part for window in found for part in window.parts] == parts
    short = [number for number, sentence in enumerate(sentences) if sum(sentence) <= MOST]
    assert all(sum(part.sentence == number for part in parts) == 1 for number in short)


def test_a_sentence_too_long_is_cut_behind_a_mark() -> None:
    texts = ["w"] * 150 + [";"] + ["w"] * 150
    found = list(windows.parts(texts, [1] * len(texts), [(0, len(texts), 0)]))
    assert found == [Part(0, 151, 0, 0), Part(151, 301, 0, 0, goes_on=True)]


def test_a_window_ends_with_its_paragraph_when_the_next_does_not_fit() -> None:
    sizes = [1] * 240
    parts = [Part(0, 60, 0, 0), Part(60, 120, 1, 0), Part(120, 180, 2, 1), Part(180, 240, 3, 1)]
    assert [len(window.parts) for window in windows.pack(parts, sizes)] == [2, 2]


def test_nothing_makes_no_window() -> None:
    assert list(windows.pack([], [])) == []
