"""Which tellings of two articles are worth judging: those whose days meet, and whose words may mean one thing.

In: two tales, and spans by place. Out: pairs of places. A pair is worth it or not by the two alone, whatever the pile.
Both are asked of all pairs of two articles at once, since there are a thousand of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from throughline.resolve.happenings.accounts import Account, Floats
from throughline.resolve.happenings.days import Span
from throughline.resolve.happenings.meeting import SHARED
from throughline.resolve.happenings.tale import Place, Tale

# Cosine of narrowed states. Of the pairs of ECB+ in articles that meet, one in seven has it, and of those that its
# judges of five folds take for one, .955 (.4); .907 of one in twelve (.5); .983 of one in four (.3).
NEAR_ENOUGH: Final = 0.4

Whole = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Side:
    """Some tellings of one article: their tale, ids, places and spans."""

    tale: Tale
    names: Sequence[str]
    places: Sequence[Place]
    spans: Sequence[Span]

    @cached_property
    def accounts(self) -> Sequence[Account]:
        """Their accounts."""
        return [self.tale.accounts[place] for place in self.places]

    @cached_property
    def states(self) -> Floats:
        """Their states, as unit vectors."""
        states = np.stack([one.state for one in self.accounts])
        return np.asarray(states / np.maximum(np.linalg.norm(states, axis=1, keepdims=True), 1e-9), dtype=np.float32)

    @cached_property
    def days(self) -> Whole:
        """First and last day, and whether they may be compared day by day."""
        rows = [(*span, span.is_loose) for span in self.spans]
        return np.array(rows, dtype=np.int64).reshape(-1, 3)


def worth(one: Side, other: Side) -> Iterator[tuple[int, int]]:
    """Yield pairs of numbers of tellings of two articles, or of one article twice (each pair once)."""
    if not one.names or not other.names or one.tale.judge != other.tale.judge:
        return
    if one.tale is not other.tale and len(one.tale.outline.marks & other.tale.outline.marks) < SHARED:
        return
    kept = _meet(one.days, other.days) & (one.states @ other.states.T >= NEAR_ENOUGH)
    if one.tale is other.tale:
        kept = np.triu(kept, 1)
    for left, right in zip(*(each.tolist() for each in np.nonzero(kept)), strict=True):
        is_placed = one.spans[left].is_fine and other.spans[right].is_fine
        if is_placed or not set(one.accounts[left].roots).isdisjoint(other.accounts[right].roots):
            yield left, right


def _meet(one: Whole, other: Whole) -> npt.NDArray[np.bool_]:
    """Return `days.meet` of all pairs."""
    first, last, loose = one.T[:, :, None]
    first2, last2, loose2 = other.T[:, None, :]
    same = (first == first2) & (last == last2)
    return np.asarray(same | ((first <= last2) & (first2 <= last) & (loose > 0) & (loose2 > 0)))
