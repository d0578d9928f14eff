"""Text cut where marks begin and end: marks may nest, cross and repeat, the pieces never do.

In: a stretch of text, marks on it, and places to cut at besides. Out: `Piece`s in order, each with the marks that cover
the whole of it. Invariant: the pieces join to the stretch, whatever the marks.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from throughline.model import Span

# What a click on words covered by several means: the first of these. Small things stand in large ones.
PARTS = ("mention", "time", "figure", "trigger", "cue", "source", "relay", "content", "sentence", "asked")
_RANK = {part: rank for rank, part in enumerate(PARTS)}


class Mark(NamedTuple):
    """A stretch of a record's: `part` says what the words are in it, `key` names the record on its page."""

    start: int
    end: int
    part: str
    key: str


class Piece(NamedTuple):
    """A stretch that every one of `marks` covers, and no other does; the one that a click means first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def pieces(stretch: Span, marks: Iterable[Mark], cuts: Iterable[int] = ()) -> Iterator[Piece]:
    """Cut a stretch at both ends of every mark, and at `cuts`."""
    begins: dict[int, list[Mark]] = defaultdict(list)
    ends: dict[int, list[Mark]] = defaultdict(list)
    for mark in dict.fromkeys(marks):
        start, end = max(mark.start, stretch.start), min(mark.end, stretch.end)
        if start < end:
            begins[start].append(mark)
            ends[end].append(mark)
    inside = (cut for cut in cuts if stretch.start < cut < stretch.end)
    edges = sorted({stretch.start, stretch.end, *begins, *ends, *inside})
    over: dict[Mark, None] = {}
    for start, end in pairwise(edges):
        for mark in ends[start]:
            del over[mark]
        over.update(dict.fromkeys(begins[start]))
        yield Piece(start, end, tuple(sorted(over, key=_first)))


def _first(mark: Mark) -> tuple[int, int, int, str]:
    return _RANK[mark.part], mark.end - mark.start, mark.start, mark.key
