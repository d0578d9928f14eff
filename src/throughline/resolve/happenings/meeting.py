"""Which articles may tell of one event: those that share some of the words that tell each best from others.

In: outlines. Out: pairs of their places in the list. Two outlines alone decide whether they meet, whatever the pile.
On ECB+, of all pairs of mentions of one event 99 in 100 are in articles that meet, and 5 in 100 pairs of articles do.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from throughline.resolve.happenings.accounts import Outline

SHARED: Final = 3  # marks in common


def meeting(outlines: Sequence[Outline]) -> Iterator[tuple[int, int]]:
    """Yield the pairs (earlier in the list, later) of articles that meet, by an index of their marks."""
    holders: dict[str, list[int]] = {}
    for later, outline in enumerate(outlines):
        shared = Counter(earlier for mark in outline.marks for earlier in holders.get(mark, ()))
        yield from ((earlier, later) for earlier, count in sorted(shared.items()) if count >= SHARED)
        for mark in outline.marks:
            holders.setdefault(mark, []).append(later)
