"""Which tellings of two articles are worth judging, and how likely they must be to be taken for one.

In: two tales as they are kept, and spans. Out: pairs. Days must meet, and words may mean one thing; where the days are
many, the words must have a root in common. A pair is worth it or not by the two alone, whatever the pile. All pairs of
two articles are asked at once, since there may be a thousand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from throughline.resolve.happenings.accounts import Account, Floats
from throughline.resolve.happenings.days import BESIDE, Span
from throughline.resolve.happenings.judge import LIKELY
from throughline.resolve.happenings.meeting import SHARED
from throughline.resolve.happenings.packed import Kept

# Cosine of narrowed states. Of the pairs of ECB+ in articles that meet, one in seven has it, and of those that its
# judges of five folds take for one, .955 (.4); .907 of one in twelve (.5); .983 of one in four (.3).
NEAR_ENOUGH: Final = 0.4
# The judge learned from sentences in which only some words are marked as events, and from articles without days. Of
# pairs of whole articles (on the oil spill of 2010, Timeline17, read by eye) four of five are right at these steps:
# what one root tells of a day that both name, from LIKELY on; in other words, or by the day of print, later.
STEP: Final = 0.2  # how much likelier for each of: no root in common; days that words do not give, or too many

Whole = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Side:
    """Some tellings of one article: their tale, ids, numbers in the tale, and spans."""

    tale: Kept
    names: Sequence[str]
    numbers: Sequence[int]
    spans: Sequence[Span]

    def account(self, at: int) -> Account:
        """The account of one of them."""
        return self.tale.account(self.numbers[at])

    @cached_property
    def states(self) -> Floats:
        """Their states, as unit vectors."""
        states = self.tale.states[list(self.numbers)]
        return np.asarray(states / np.maximum(np.linalg.norm(states, axis=1, keepdims=True), 1e-9), dtype=np.float32)

    @cached_property
    def days(self) -> Whole:
        """First and last day, and the article's; whether they are compared day by day; whether it looks back."""
        rows = [(one.first, one.last, one.told, one.is_loose, one.is_late) for one in self.spans]
        return np.array(rows, dtype=np.int64).reshape(-1, 5)


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
        if (one.spans[left].is_fine and other.spans[right].is_fine) or _rooted(one.account(left), other.account(right)):
            yield left, right


def least(one: Account, other: Account, spans: tuple[Span, Span]) -> float:
    """How likely two tellings must be of one happening to be taken for it."""
    is_placed = all(each.is_named and each.is_fine for each in spans)
    return LIKELY + STEP * ((not _rooted(one, other)) + (not is_placed))


def _rooted(one: Account, other: Account) -> bool:
    return not set(one.roots).isdisjoint(other.roots)


def _meet(one: Whole, other: Whole) -> npt.NDArray[np.bool_]:
    """Return `days.meet` of all pairs."""
    first, last, told, loose, late = one.T[:, :, None]
    first2, last2, told2, loose2, late2 = other.T[:, None, :]
    same = (first == first2) & (last == last2)
    days = same | ((first <= last2) & (first2 <= last) & (loose > 0) & (loose2 > 0))
    return np.asarray(days & ((late + late2 < 2) | (np.abs(told - told2) <= BESIDE)))
