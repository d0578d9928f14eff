"""Scores to trees: one root, no cycle, and no better tree."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from throughline.reader import trees


def _is_tree(heads: tuple[int, ...]) -> bool:
    """Tell whether heads (0 the root, else word + 1) make a tree with one root."""
    if heads.count(0) != 1:
        return False
    for start in range(1, len(heads) + 1):
        at, steps = start, 0
        while at and steps <= len(heads):
            at, steps = heads[at - 1], steps + 1
        if at:
            return False
    return True


def _value(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    return float(sum(scores[word, head] for word, head in enumerate(heads)))


@st.composite
def _scores(draw: st.DrawFn) -> np.ndarray:
    size = draw(st.integers(1, 5))
    row = st.lists(st.integers(-9, 9), min_size=size + 1, max_size=size + 1)
    return np.array(draw(st.lists(row, min_size=size, max_size=size)), dtype=np.float64)


@settings(max_examples=200)
@given(_scores())
def test_no_tree_is_better(scores: np.ndarray) -> None:
    size = len(scores)
    best = max(_value(scores, heads) for heads in product(range(size + 1), repeat=size) if _is_tree(heads))
    found = tuple(trees.spanning(scores).tolist())
    assert _is_tree(found)
    assert _value(scores, found) == best


@given(st.lists(_scores(), min_size=1, max_size=4))
def test_each_part_of_a_window_is_a_tree_of_its_own(own: list[np.ndarray]) -> None:
    sizes = [len(scores) for scores in own]
    total = sum(sizes)
    arcs = np.full((total, total + 1), 99.0, dtype=np.float32)  # what tempts across sentences
    parts, at = [], 0
    for scores in own:
        last = at + len(scores)
        arcs[at:last, 0] = scores[:, 0]
        arcs[at:last, at + 1 : last + 1] = scores[:, 1:]
        parts.append((at, last))
        at = last
    heads = trees.decode(arcs, parts).tolist()
    for (first, last), scores in zip(parts, own, strict=True):
        local = tuple(0 if head < 0 else head - first + 1 for head in heads[first:last])
        assert _is_tree(local)
        assert _value(scores, local) == _value(scores, tuple(trees.spanning(scores).tolist()))


def test_a_long_sentence_where_every_word_prefers_the_next_is_a_tree() -> None:
    size = 188
    scores = np.zeros((size, size + 1))
    scores[np.arange(size), (np.arange(size) + 1) % size + 1] = 5
    assert _is_tree(tuple(trees.spanning(scores).tolist()))
