"""Which tellings of two articles are worth judging, and what their days and roots say of how likely they are one.

In: two tales as they are kept, and spans. Out: pairs. Days must meet, and words have a root in common and a meaning
that may be one. A pair is worth it or not by the two alone, whatever the pile. All pairs of an article are asked at
once, since there may be thousands.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from throughline.resolve.happenings.accounts import Account
from throughline.resolve.happenings.days import BESIDE, Span
from throughline.resolve.happenings.judge import EXACT
from throughline.resolve.happenings.meeting import SHARED
from throughline.resolve.happenings.packed import Kept
from throughline.tables.rarity import rarities

# What a pair must have to be judged: its states' cosine; and words in common that the two sentences have beside theirs,
# if they are of two articles. Of the pairs on two stories of Timeline17 that have a root in common and less, three in a
# hundred were likely; of those without a root in common, one or two.
COSINE: Final = 0.4
WORDS: Final = 2
# What days, roots and what else is shared add to the judge's odds, in natural logarithms. It knows no days, and learned
# from sentences in which only some words are marked as events: whole articles of a war tell of twenty attacks a day. Of
# pairs on the war in Libya (2011, Timeline17, read by eye), of 38 that these steps take out 34 were wrong, and 12 of 16
# that they leave are right. Tuned on them and on the oil spill of 2010.
STEP: Final = 0.9
THIN: Final = (
    0.15  # share of the rarer words of the shorter sentence that both have: below it, seven of eight are wrong
)

Whole = npt.NDArray[np.int64]


class Side(NamedTuple):
    """Some tellings of one article: their tale, ids, numbers in the tale, and spans."""

    tale: Kept
    names: Sequence[str]
    numbers: Sequence[int]
    spans: Sequence[Span]

    def account(self, at: int) -> Account:
        """The account of one of them."""
        return self.tale.account(self.numbers[at])

    def roots(self, at: int) -> tuple[int, ...]:
        """The roots of one of them."""
        return self.tale.roots[self.numbers[at]]


def worth(own: Side, others: Sequence[Side]) -> Iterator[tuple[int, Side, int]]:
    """Yield pairs: a telling of `own`, the side that the other is of (`own` too), and its place there."""
    sides = [own, *(side for side in others if _comparable(own.tale, side.tale))]
    places = [(side, at) for side in sides for at in range(len(side.names))]
    if not own.names:
        return
    states = np.concatenate([side.tale.directions[list(side.numbers)] for side in sides])
    days, roots = _days(span for side in sides for span in side.spans), [side.roots(at) for side, at in places]
    count = len(own.names)
    kept = _shared(roots[:count], roots) & (states[:count] @ states.T >= COSINE) & _meet(days[:count], days)
    kept[:, :count] = np.triu(kept[:, :count], 1)
    for left, right in zip(*(each.tolist() for each in np.nonzero(kept)), strict=True):
        side, at = places[right]
        if side is own or len(own.account(left).content & side.account(at).content) >= WORDS:
            yield left, side, at


def _comparable(one: Kept, other: Kept) -> bool:
    return one.judge == other.judge and len(one.outline.marks & other.outline.marks) >= SHARED


def weighed(likely: float, one: tuple[Side, int], other: tuple[Side, int]) -> float:
    """Weigh in what the judge does not know, in steps up or down.

    One up where words of both give the day; one down for each end that has none, or many days. And those of `_apart`.
    """
    spans = [side.spans[at] for side, at in (one, other)]
    far = sum(not (each.is_named and each.is_fine) for each in spans)
    steps = 1 - far - _apart(one[0].account(one[1]), other[0].account(other[1]), is_placed=not far)
    odds = likely * math.exp(STEP * steps)
    return round(odds / (odds + 1 - likely), EXACT)


def _apart(one: Account, other: Account, *, is_placed: bool) -> int:
    """Steps down for who takes part and what else is told: less where a named day places both."""
    thin = rarities(one.content & other.content) < THIN * min(rarities(one.content), rarities(other.content))
    strangers = bool(one.arguments and other.arguments) and one.arguments.isdisjoint(other.arguments)
    elsewhere = bool(one.names and other.names) and one.names.isdisjoint(other.names)
    if is_placed:
        return thin + (strangers and elsewhere)
    return 2 * thin + strangers + elsewhere


def _shared(some: Sequence[Iterable[int]], all_: Sequence[Iterable[int]]) -> npt.NDArray[np.bool_]:
    """Which of some tellings have a root in common with which of all."""
    holders: dict[int, list[int]] = {}
    for at, roots in enumerate(all_):
        for root in roots:
            holders.setdefault(root, []).append(at)
    found = np.zeros((len(some), len(all_)), dtype=bool)
    for at, roots in enumerate(some):
        for root in roots:
            found[at, holders[root]] = True
    return found


def _days(spans: Iterable[Span]) -> Whole:
    """First and last day, the article's; whether compared day by day; whether it looks back."""
    rows = [(one.first, one.last, one.told, one.is_loose, one.is_late) for one in spans]
    return np.array(rows, dtype=np.int64).reshape(-1, 5)


def _meet(one: Whole, other: Whole) -> npt.NDArray[np.bool_]:
    """Return `days.meet` of all pairs."""
    first, last, told, loose, late = one.T[:, :, None]
    first2, last2, told2, loose2, late2 = other.T[:, None, :]
    same = (first == first2) & (last == last2)
    days = same | ((first <= last2) & (first2 <= last) & (loose > 0) & (loose2 > 0))
    return np.asarray(days & ((late + late2 < 2) | (np.abs(told - told2) <= BESIDE)))
