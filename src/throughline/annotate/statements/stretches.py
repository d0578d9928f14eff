"""Statements stay with what may be read: between their parts stands no furniture.

In: drafts. Out: the same, their pieces cut where a block that may not be read lies in them, and without the parts that
furniture divides from the cue (or, without one, from the source): a list of links between a verb and a quotation means
that they belong to different things. A caption does not divide them: quotations go on below a picture. No evidence of
a statement covers such a block (law 7).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from throughline.annotate.statements.drafts import Draft
from throughline.annotate.statements.scene import Range, Scene
from throughline.model import Article, Evidence, Role


def kept(laid: Scene, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield the drafts whose parts belong together, of each the parts that do."""
    closed = _closed(laid.article)
    walls = [number for number in closed if laid.article.blocks[number].role is not Role.CAPTION]
    for draft in drafts:
        if not _lies_between(closed, *_reach(laid, draft)):
            yield draft
            continue
        center = draft.cue or draft.source or draft.content[0]
        pieces = (cut for piece in draft.content for cut in _cut(laid, closed, piece))
        content = tuple(piece for piece in pieces if not _divided(laid, walls, center, piece))
        source = draft.source if draft.source and not _divided(laid, walls, center, draft.source) else None
        chain = tuple(link for link in draft.chain if not _divided(laid, walls, center, link.span))
        if content and (draft.cue or source):
            yield draft._replace(content=content, source=source, chain=chain)


def around(article: Article, center: Evidence, parts: Iterable[Evidence]) -> tuple[int, int]:
    """The place from the first to the last of some parts, as far round the center as all between may be read."""
    start, end = center.start, center.end
    for part in parts:
        if _is_open(article, min(start, part.start), max(end, part.end)):
            start, end = min(start, part.start), max(end, part.end)
    return start, end


def _is_open(article: Article, start: int, end: int) -> bool:
    """Tell whether all that stands between two places may be read."""
    number = bisect_right(article.blocks, start, key=lambda block: block.start) - 1
    for block in islice(article.blocks, max(number, 0), None):
        if block.start >= end:
            break
        if not block.is_readable and block.end > start:
            return False
    return True


def _closed(article: Article) -> list[int]:
    """The numbers of the blocks that may not be read."""
    return [number for number, block in enumerate(article.blocks) if not block.is_readable]


def _reach(laid: Scene, draft: Draft) -> tuple[int, int]:
    """The first and the last block that a draft touches."""
    spans = [*draft.content, *(span for span in (draft.cue, draft.source) if span), *(one.span for one in draft.chain)]
    numbers = [laid.block(at) for first, last in spans for at in (first, last - 1)]
    return min(numbers), max(numbers)


def _divided(laid: Scene, walls: Sequence[int], one: Range, two: Range) -> bool:
    return _lies_between(walls, *sorted((laid.block(one[0]), laid.block(two[0]))))


def _cut(laid: Scene, closed: Sequence[int], piece: Range) -> Iterator[Range]:
    """Cut a piece where a closed block lies in it."""
    begin = piece[0]
    for at in range(piece[0] + 1, piece[1]):
        if _lies_between(closed, laid.block(at - 1), laid.block(at)):
            yield begin, at
            begin = at
    yield begin, piece[1]


def _lies_between(numbers: Sequence[int], first: int, last: int) -> bool:
    """Tell whether any of some ordered numbers lies between two."""
    at = bisect_left(numbers, first)
    return at < len(numbers) and numbers[at] < last
