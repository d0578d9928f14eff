"""Labels to spans: the best well-formed labels, found without trying all."""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from throughline.reader import spans

Rows = list[list[float]]
_score = st.integers(-8, 8).map(float)


def _is_well_formed(labels: tuple[int, ...], starts: frozenset[int]) -> bool:
    for index, label in enumerate(labels):
        before = labels[index - 1] if index and index not in starts else 0
        if label and label % 2 == 0 and before not in {label, label - 1}:
            return False
    return True


def _best(rows: Rows, starts: frozenset[int]) -> float:
    return max(
        sum(row[label] for row, label in zip(rows, labels, strict=True))
        for labels in product(range(len(rows[0])), repeat=len(rows))
        if _is_well_formed(labels, starts)
    )


def _labels(found: list[spans.Span], count: int) -> list[int]:
    labels = [0] * count
    for first, last, kind in found:
        labels[first:last] = [2 * kind + 1] + [2 * kind + 2] * (last - first - 1)
    return labels


@given(st.lists(st.lists(_score, min_size=5, max_size=5), min_size=1, max_size=5), st.sets(st.integers(1, 4)))
def test_no_other_labels_score_higher(rows: Rows, cuts: set[int]) -> None:
    starts = sorted({0} | {cut for cut in cuts if cut < len(rows)})
    found = spans.decode(np.array(rows, dtype=np.float32), starts)
    labels = _labels(found, len(rows))
    assert sum(row[label] for row, label in zip(rows, labels, strict=True)) == _best(rows, frozenset(starts))
    assert not any(first < start < last for first, last, _ in found for start in starts)


def test_a_name_that_only_goes_on_is_made_to_begin_or_dropped() -> None:
    rows = np.array([[0, 0, 9], [0, 0, 9], [9, 0, 0]], dtype=np.float32)
    assert spans.decode(rows, [0]) == [(0, 2, 0)]


def test_two_names_side_by_side_stay_two() -> None:
    rows = np.array([[0, 9, 0], [0, 0, 9], [0, 9, 0]], dtype=np.float32)
    assert spans.decode(rows, [0]) == [(0, 2, 0), (2, 3, 0)]
