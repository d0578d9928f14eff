"""A statement as it stands in its sentence: what was said, and the words around it.

In: a statement. Out: its passage in pieces. Invariant: the pieces together are the passage, word for word; a statement
that is told over too many words is given by what was said alone.
"""

from collections.abc import Iterator
from typing import NamedTuple

from throughline.export.values import CONTROL
from throughline.model import Evidence, Statement

_LONG = 600  # characters of a passage that a reader takes in at once


class Piece(NamedTuple):
    """Words of a passage; `said` is their place where they are what was said."""

    words: str
    said: Evidence | None = None


def pieces(of: Statement) -> tuple[Piece, ...]:
    """The passage of a statement, from its beginning to its end."""
    whole, content = of.evidence, sorted(of.content, key=lambda piece: piece.start)
    is_inside = all(whole.start <= one.start and one.end <= whole.end for one in content)
    if not is_inside or len(whole.words) > _LONG:
        return tuple(Piece(_clean(one.words), one) for one in content)
    return tuple(piece for piece in _cut(whole, content) if piece.words)


def _cut(whole: Evidence, content: list[Evidence]) -> Iterator[Piece]:
    at = whole.start
    for one in content:
        if one.start < at:  # said within what was said
            continue
        yield Piece(_clean(whole.words[at - whole.start : one.start - whole.start]))
        yield Piece(_clean(one.words), one)
        at = one.end
    yield Piece(_clean(whole.words[at - whole.start :]))


def _clean(words: str) -> str:
    """Words without what steers a line; blanks at their ends stay."""
    return CONTROL.sub("", words)
