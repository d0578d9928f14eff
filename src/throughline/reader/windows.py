"""Sentences of words to the windows that the model reads, one at a time.

A window is whole sentences that follow each other, of at most `MOST` pieces, as in training. Where the next block
does not fit as a whole, the window ends before it if it is full enough by then, so that a paragraph is seldom cut. A
sentence too long for a window is cut into stretches, at a mark if there is one near the end.

Time is linear; every word is in exactly one window.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

MOST = 190 - 2  # pieces between [CLS] and [SEP]: as in training
_FULL = MOST // 2  # pieces from which on a window rather ends with its block
_MARKED = MOST // 2  # pieces of a stretch that may be given up to end it at a mark
_MARKS = frozenset(",;:.!?)-–—\"'”")


class Part(NamedTuple):
    """Words `first` up to, not including, `last`: a sentence, or a stretch of one that is too long.

    `goes_on` says that the words before it belong to the same sentence; `sentence` counts sentences, `block` says
    whose neighbour it is.
    """

    first: int
    last: int
    sentence: int
    block: int
    goes_on: bool = False


class Window(NamedTuple):
    """Parts that are read together, in order."""

    parts: tuple[Part, ...]

    @property
    def first(self) -> int:
        """The first word."""
        return self.parts[0].first

    @property
    def last(self) -> int:
        """The word after the last."""
        return self.parts[-1].last


def parts(texts: Sequence[str], sizes: Sequence[int], sentences: Sequence[tuple[int, int, int]]) -> Iterator[Part]:
    """Yield the parts of sentences (first word, last word, block), given every word's text and number of pieces."""
    for number, (first, last, block) in enumerate(sentences):
        at = first
        while sum(sizes[at : min(last, at + MOST + 1)]) > MOST:
            stop = _stretch(texts, sizes, at)
            yield Part(at, stop, number, block, at > first)
            at = stop
        if at < last:
            yield Part(at, last, number, block, at > first)


def _stretch(texts: Sequence[str], sizes: Sequence[int], first: int) -> int:
    """Return where the stretch that begins at `first` ends: within `MOST` pieces, best behind a mark."""
    size, stop, marked = 0, first, 0
    while size + sizes[stop] <= MOST:
        size += sizes[stop]
        stop += 1
        if size >= MOST - _MARKED and texts[stop - 1] in _MARKS:
            marked = stop
    return marked or stop


def pack(own: Sequence[Part], sizes: Sequence[int]) -> Iterator[Window]:
    """Yield windows of whole parts."""
    costs = [sum(sizes[part.first : part.last]) for part in own]
    blocks = _blocks(own, costs)
    pending: list[Part] = []
    size = 0
    for index, part in enumerate(own):
        is_new = not pending or pending[-1].block != part.block
        if pending and (size + costs[index] > MOST or (is_new and size >= _FULL and size + blocks[index] > MOST)):
            yield Window(tuple(pending))
            pending, size = [], 0
        pending.append(part)
        size += costs[index]
    if pending:
        yield Window(tuple(pending))


def _blocks(own: Sequence[Part], costs: Sequence[int]) -> list[int]:
    """Return, for every part, the pieces from it to the end of its block."""
    left = [0] * len(own)
    for index in range(len(own) - 1, -1, -1):
        is_last = index + 1 == len(own) or own[index + 1].block != own[index].block
        left[index] = costs[index] + (0 if is_last else left[index + 1])
    return left
