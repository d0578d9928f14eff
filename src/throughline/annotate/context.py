"""What was found before, by place: which times, mentions and statements a stretch of text holds.

In: earlier findings. Out: lookups by code points, each in logarithmic time.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from throughline.model import Evidence, Findings, Mention, Parse, Participant, Sentence, Time


class _Placed(Protocol):
    @property
    def evidence(self) -> Evidence: ...


T = TypeVar("T", bound=_Placed)


class _Index(Generic[T]):
    """Findings in order of their first code point."""

    def __init__(self, findings: Sequence[T]) -> None:
        self._items = sorted(findings, key=lambda item: (item.evidence.start, -item.evidence.end))
        self._starts = [item.evidence.start for item in self._items]

    def within(self, start: int, end: int) -> list[T]:
        """Return those that lie in `start:end`, in order."""
        items = self._items[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [item for item in items if item.evidence.end <= end]


class Context:
    """The earlier findings of one article, ready to be asked about a place."""

    def __init__(self, parse: Parse, earlier: Findings) -> None:
        self.tokens = parse.tokens
        self._times: _Index[Time] = _Index(earlier.times)
        self._mentions: _Index[Mention] = _Index(earlier.mentions)
        pieces = [(piece.start, piece.end, item.id) for item in earlier.statements for piece in item.content]
        self._pieces = sorted(pieces)
        self._sources = {item.id: item.source for item in earlier.statements if item.source is not None}
        self._piece_starts = [start for start, _, _ in self._pieces]

    def times(self, start: int, end: int) -> list[Time]:
        """Return the times in a stretch."""
        return self._times.within(start, end)

    def mentions(self, start: int, end: int) -> list[Mention]:
        """Return the mentions in a stretch."""
        return self._mentions.within(start, end)

    def statement(self, start: int, end: int) -> str | None:
        """Return the statement whose content holds a stretch; of several, the one nearest around it."""
        holding = None
        index = bisect_left(self._piece_starts, start + 1)
        for piece_start, piece_end, statement in reversed(self._pieces[max(0, index - _NESTED) : index]):
            if piece_end >= end and (holding is None or piece_end - piece_start < holding[0]):
                holding = (piece_end - piece_start, statement)
        return holding[1] if holding else None

    def speaker(self, start: int, end: int) -> Participant | None:
        """Return whose words a stretch is, where a statement holds it and its source is known."""
        return self._sources.get(self.statement(start, end) or "")

    def taken(self, sentence: Sentence) -> frozenset[int]:
        """Return the indices of tokens that belong to a time expression."""
        spans = [time.evidence.span for time in self.times(sentence.start, sentence.end)]
        if not spans:
            return frozenset()
        ends = [self.tokens[index].end for index in range(sentence.first, sentence.last)]
        found = set[int]()
        for span in spans:
            index = sentence.first + bisect_right(ends, span.start)
            while index < sentence.last and self.tokens[index].start < span.end:
                found.add(index)
                index += 1
        return frozenset(found)


_NESTED = 8  # statements within statements: more than this deep there is nothing to look for
