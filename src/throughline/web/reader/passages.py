"""An article's text as it is shown: its blocks in order, cut where records begin, furniture folded where it stands.

In: an article, items and a stretch that was asked for. Out: `Passage`s and `Fold`s. Invariants: their runs join to the
text of the part that is shown, white space between blocks left out and nothing else; what folds says what it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from throughline.export.wording import count
from throughline.model import Article, Block, Role, Span
from throughline.web.reader.marks import Mark, pieces
from throughline.web.reader.records import Item

PART = 40_000  # characters shown at once, some 20 printed pages: with 1,000 records, a page of 1 MB
_FOLDED = frozenset({Role.BOILERPLATE, Role.RELATED, Role.CAPTION, Role.COMMENT})
_UNSEEN = frozenset({"asked", "sentence"})  # parts without a look of their own
_OPENING = 60  # characters of what is folded that its line shows


@dataclass(frozen=True, slots=True)
class Run:
    """Words under the same marks. `keys`: the records there, that which a click means first.

    `link` is the record that these words stand for, `opens` all whose words begin here; `looks` say what they are in
    them. `is_asked`: they were asked for, and `is_first` of those.
    """

    words: str
    looks: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    link: str | None = None
    opens: tuple[str, ...] = ()
    is_asked: bool = False
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of the text; `continues` where the part before this one holds its beginning."""

    role: Role
    runs: tuple[Run, ...]
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Fold:
    """Blocks in a row that no finding may rest on: what they are, their first words, and they themselves."""

    role: Role
    called: str
    opening: str
    passages: tuple[Passage, ...]
    is_open: bool


def parts(article: Article, most: int = PART) -> tuple[Span, ...]:
    """The text in parts that can be shown at once: cut between blocks, or, where one is longer, at white space."""
    found: list[Span] = []
    start, end = 0, len(article.text)
    edges = [block.start for block in article.blocks]
    at = 0
    while end - start > most:
        while at < len(edges) and edges[at] <= start + most:
            at += 1
        cut = edges[at - 1] if at and edges[at - 1] > start else _blank(article.text, start + most, start)
        found.append(Span(start, cut))
        start = cut
    return (*found, Span(start, end))


def _blank(text: str, before: int, least: int) -> int:
    """Where the last white space before a place ends, so that no word is cut; the place itself where there is none."""
    cut = max(text.rfind(space, least, before) for space in " \n") + 1
    return cut if cut > least else before


def part_of(shown: Sequence[Span], place: int) -> int:
    """The number of the part that holds a place, from 1."""
    return next((number for number, one in enumerate(shown, start=1) if place < one.end), len(shown))


def passages(article: Article, shown: Span, items: Sequence[Item], asked: Span | None) -> tuple[Passage | Fold, ...]:
    """The blocks of a part of the text, with what is marked there."""
    blocks = [block for block in article.blocks if block.start < shown.end and shown.start < block.end]
    runs = _runs(article, shown, items, asked)
    cut = {block: tuple(run) for block, run in groupby(runs, key=lambda pair: pair[0])}
    found: list[Passage | Fold] = []
    for role, several in groupby(blocks, key=lambda block: block.role):
        together = list(several)
        told = tuple(
            Passage(role, tuple(run for _, run in cut[block]), continues=block.start < shown.start)
            for block in together
        )
        found += [_fold(article, together, told, asked)] if role in _FOLDED else told
    return tuple(found)


def _runs(article: Article, shown: Span, items: Sequence[Item], asked: Span | None) -> Iterator[tuple[Block, Run]]:
    """The text of a part in one sweep, each run with its block."""
    marks = [mark for item in items for mark in item.marks]
    marks += [Mark(asked.start, asked.end, "asked", "")] if asked else []
    begin: dict[int, list[str]] = {}
    for item in items:
        begin.setdefault(item.anchor.start, []).append(item.key)
    blocks = iter(article.blocks)
    block = next(blocks, None)
    is_told = False
    for piece in pieces(shown, marks, (edge for one in article.blocks for edge in (one.start, one.end))):
        while block and block.end <= piece.start:
            block = next(blocks, None)
        if block is None or piece.start < block.start:
            continue  # white space between blocks
        opens = tuple(begin.get(piece.start, ()))
        keys = tuple(dict.fromkeys(mark.key for mark in piece.marks if mark.key))
        is_asked = any(mark.part == "asked" for mark in piece.marks)
        yield (
            block,
            Run(
                article.text[piece.start : piece.end],
                tuple(dict.fromkeys(mark.part for mark in piece.marks if mark.part not in _UNSEEN)),
                keys,
                next((key for key in keys if key in opens), None),
                opens,
                is_asked,
                is_asked and not is_told,
            ),
        )
        is_told = is_told or is_asked


def _fold(article: Article, blocks: Sequence[Block], shown: tuple[Passage, ...], asked: Span | None) -> Fold:
    first = blocks[0]
    words = " ".join(article.text[first.start : first.end].split())
    opening = words if len(words) <= _OPENING else words[:_OPENING].rsplit(" ", 1)[0] + " …"
    holds_asked = asked is not None and any(b.start < asked.end and asked.start < b.end for b in blocks)
    return Fold(first.role, _called(article, blocks), opening, shown, holds_asked)


def _called(article: Article, blocks: Sequence[Block]) -> str:
    """What folded blocks are, in words, and how many."""
    role, number = blocks[0].role, len(blocks)
    if role is Role.CAPTION:
        return count(number, "caption") + (" of a picture" if number == 1 else " of pictures")
    if role is Role.RELATED:
        return count(number, "link") + " to other stories"
    if role is Role.COMMENT:
        written = sum(blocks[0].start <= one.start < blocks[-1].end for one in article.comments)
        return count(written, "reader’s comment") if written == 1 else f"{written or number:,} readers’ comments"
    return f"the page’s own furniture, {count(number, 'block')}"
