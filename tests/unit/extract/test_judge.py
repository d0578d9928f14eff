"""The course through votes."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from throughline.extract.judge import chosen, course


def test_one_odd_line_stays_with_its_neighbours() -> None:
    assert course([5, 5, -1, 5, 5], 2) == [True] * 5
    assert course([-5, -5, 1, -5, -5], 2) == [False] * 5


def test_without_a_price_each_line_stands_alone() -> None:
    assert course([1, -1, 1], 0) == [True, False, True]


@given(st.lists(st.floats(-50, 50), max_size=9), st.floats(0, 5))
def test_no_other_course_scores_better(odds: list[float], price: float) -> None:
    def score(states: list[bool]) -> float:
        changes = sum(a is not b for a, b in pairwise(states))
        return sum(vote for vote, state in zip(odds, states, strict=True) if state) - price * changes

    best = max((score([bool(k >> i & 1) for i in range(len(odds))]) for k in range(2 ** len(odds))), default=0)
    assert abs(score(course(odds, price)) - best) < 1e-6


def test_where_little_is_sure_the_likeliest_blocks_are_chosen() -> None:
    assert chosen([-0.4, -6, -0.3], [20, 20, 20]) == [True, False, True]
    assert chosen([4, -0.4, 4], [20, 20, 20]) == [True, False, True]


def test_nothing_likely_is_no_article() -> None:
    assert chosen([-3, -2], [10, 10]) == [False, False]
    assert chosen([], []) == []


@given(st.lists(st.tuples(st.floats(-9, 9), st.integers(1, 90)), min_size=1, max_size=8))
def test_no_likelier_block_is_left_out(blocks: list[tuple[float, int]]) -> None:
    keep = chosen([odds for odds, _ in blocks], [size for _, size in blocks])
    inside = [odds for (odds, _), is_kept in zip(blocks, keep, strict=True) if is_kept]
    outside = [odds for (odds, _), is_kept in zip(blocks, keep, strict=True) if not is_kept]
    assert not inside or not outside or max(outside) < min(inside)
