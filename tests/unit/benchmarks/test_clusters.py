"""Groups are scored as the reference scorer does: worked examples, brute force, and mentions of one side only."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import clusters

LABELS = st.lists(st.integers(0, 5), min_size=1, max_size=9)


def grouped(labels: list[int]) -> list[set[int]]:
    return [{n for n, label in enumerate(labels) if label == each} for each in sorted(set(labels))]


def test_muc_counts_links() -> None:
    # Vilain et al.: {a b c d} told as {a b} {c d}: two of three links, all of those told right
    assert clusters.muc([set("abcd")], [set("ab"), set("cd")]) == pytest.approx((1.0, 2 / 3, 0.8))


def test_bcubed_counts_mentions() -> None:
    # Bagga and Baldwin's example: 1-5, 6-7, 8-12, the last two joined
    true = [set(range(1, 6)), {6, 7}, set(range(8, 13))]
    found = [set(range(1, 6)), set(range(6, 13))]
    score = clusters.bcubed(true, found)
    assert score.recall == 1
    assert score.precision == pytest.approx((5 + 2 * 2 / 7 + 5 * 5 / 7) / 12)


def test_ceaf_pairs_each_group_once() -> None:
    true, found = [set("abc"), set("de")], [set("ab"), set("cde")]
    best = 2 * 2 / 5 + 2 * 2 / 5
    assert clusters.ceafe(true, found) == pytest.approx((best / 2, best / 2, best / 2))


def test_mentions_of_one_side_count_against_it() -> None:
    scores = clusters.scores([{1, 2}], [{1, 2}, {3}])
    assert scores["bcubed_recall"] == 1
    assert scores["bcubed_precision"] == pytest.approx(2 / 3)
    assert scores["muc_f1"] == 1
    assert scores["ceafe_precision"] == pytest.approx(1 / 2)
    assert clusters.scores([{1, 2}], [])["conll_f1"] == 0


@settings(max_examples=60)
@given(LABELS, st.data())
def test_itself_is_perfect_and_sides_swap(labels: list[int], data: st.DataObject) -> None:
    others = data.draw(st.lists(st.integers(0, 5), min_size=len(labels), max_size=len(labels)))
    true, found = grouped(labels), grouped(others)
    assert clusters.bcubed(true, true).f1 == pytest.approx(1)
    assert clusters.ceafe(true, true).f1 == pytest.approx(1)
    for score in (clusters.muc, clusters.bcubed, clusters.ceafe):
        forth, back = score(true, found), score(found, true)
        assert (forth.precision, forth.recall) == pytest.approx((back.recall, back.precision))


@settings(max_examples=60)
@given(st.lists(st.lists(st.integers(0, 9), min_size=4, max_size=4), min_size=1, max_size=4))
def test_the_best_pairing_is_the_best(table: list[list[int]]) -> None:
    like = {row: {column: float(value) for column, value in enumerate(line)} for row, line in enumerate(table)}
    brute = max(
        sum(table[row][column] for row, column in enumerate(columns)) for columns in permutations(range(4), len(table))
    )
    assert clusters.best(like) == pytest.approx(brute)
