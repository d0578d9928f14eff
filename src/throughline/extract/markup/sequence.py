"""The page as a sequence: what stands below a heading, beside a block in its list, and between it and the kept text.

In: the blocks of a page, their words, prose, links and which of them trafilatura kept. Out: an array of numbers, a row
for each block, named by NAMES. A section runs from a heading to the next one, however the elements are nested; a
block's siblings have its parent and its template. Time is linear.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from throughline.extract.markup.setting import Floats, Rows, Whole
from throughline.extract.markup.signals import Signal
from throughline.extract.markup.tree import Leaf

NAMES: Final = (
    *(f"section_{name}" for name in ("words", "blocks", "prose", "links", "before_last", "furniture")), "below_heading",
    *(f"sibling_{name}" for name in ("blocks", "words", "prose", "links")),
    "since_kept", "kept_above", "prose_above", "blocks_below", "word_length", "code",
    *(f"page_{name}" for name in ("links", "headings", "items", "prose_kept", "best_kept")),
)  # fmt: skip
_ITEMS = frozenset({"li", "tr", "td", "dd"})
_CODE = "{}[]=;<>_"
_ALONE = -0.1  # nothing else to measure
_FAR, _DEEP, _AWAY, _BELOW = 50, 20, 10, 100  # blocks, or sections, from which on all is as far
_LONG_WORD = 20  # characters
_KEPT = 0.5  # share of a section's words from which on trafilatura counts as having kept it


@dataclass(frozen=True)
class Measured:
    """What is known of each block of a page so far: words, and of these prose, links and kept ones; 0 or 1 the rest."""

    words: Floats
    prose: Floats
    linked: Floats
    kept: Floats
    furniture: Floats
    is_kept: Floats
    in_best: Floats

    @cached_property
    def ones(self) -> Floats:
        """One for each block."""
        return np.ones(len(self.words))


def rows(leaves: Sequence[Leaf], blocks: Measured) -> Rows:
    """Measure the blocks of a page, in order."""
    is_heading = np.array([bool(leaf.signals & Signal.HEADING) for leaf in leaves])
    columns = [
        *_sections(is_heading, blocks),
        *_siblings(leaves, blocks),
        *_places(blocks),
        np.array([len(leaf.text) for leaf in leaves]) / blocks.words / _LONG_WORD,
        np.array([sum(map(leaf.text.count, _CODE)) / len(leaf.text) for leaf in leaves]),
        *(value * blocks.ones for value in _page(leaves, is_heading, blocks)),
    ]
    return np.stack(columns, axis=1, dtype=np.float32)


def _sections(is_heading: np.typing.NDArray[np.bool_], blocks: Measured) -> list[Floats]:
    """What else the section of each block holds, where it stands in it, and what its heading is."""
    index = np.arange(len(is_heading))
    section = np.cumsum(is_heading)
    below = (~is_heading).astype(np.float64)
    words, prose, linked, kept, count = (
        np.bincount(section, values * below)
        for values in (blocks.words, blocks.prose, blocks.linked, blocks.kept, blocks.ones)
    )
    last = int(np.flatnonzero(kept > _KEPT * words)[-1:].sum()) if (kept > _KEPT * words).any() else -1
    heading = np.maximum.accumulate(np.where(is_heading, index, -1))
    others = words[section] - blocks.words * below
    return [
        np.log1p(words[section]) / 8,
        np.log1p(count[section]) / 8,
        _of_others(prose[section] - blocks.prose * below, others),
        _of_others(linked[section] - blocks.linked * below, others),
        np.clip(last - section, -_AWAY, _AWAY) / _AWAY,
        np.where(heading >= 0, blocks.furniture[np.maximum(heading, 0)], _ALONE),
        np.minimum(index - heading, _DEEP) / _DEEP,
    ]


def _siblings(leaves: Sequence[Leaf], blocks: Measured) -> list[Floats]:
    """What the blocks of the same template in the same parent hold."""
    numbers: dict[tuple[int, int], int] = {}
    group: Whole = np.array(
        [numbers.setdefault((leaf.chain[-2] if leaf.chain[1:] else 0, leaf.shape), len(numbers)) for leaf in leaves]
    )
    words, prose, linked, count = (
        np.bincount(group, values)[group] for values in (blocks.words, blocks.prose, blocks.linked, blocks.ones)
    )
    others = words - blocks.words
    return [
        np.log1p(count) / 8,
        np.log1p(words / count) / 8,
        _of_others(prose - blocks.prose, others),
        _of_others(linked - blocks.linked, others),
    ]


def _of_others(part: Floats, whole: Floats) -> Floats:
    return np.where(whole > 0, part / np.maximum(1, whole), _ALONE)


def _places(blocks: Measured) -> list[Floats]:
    """How far each block is from the last kept one, and how much stands above and below it."""
    count = len(blocks.words)
    index = np.arange(count)
    last = np.maximum.accumulate(np.where(blocks.is_kept > 0, index, -_FAR))
    return [
        np.minimum(index - last, _FAR) / _FAR,
        (np.cumsum(blocks.kept) - blocks.kept) / max(1.0, blocks.kept.sum()),
        (np.cumsum(blocks.prose) - blocks.prose) / max(1.0, blocks.prose.sum()),
        np.minimum(count - 1 - index, _BELOW) / _BELOW,
    ]


def _page(leaves: Sequence[Leaf], is_heading: np.typing.NDArray[np.bool_], blocks: Measured) -> list[float]:
    """What sort of page it is: of links, of sections, of lists, and how far the two ideas of its article agree."""
    return [
        float(blocks.linked.sum() / blocks.words.sum()),
        float(np.log1p(is_heading.sum()) / 8),
        sum(leaf.tag in _ITEMS for leaf in leaves) / len(leaves),
        float((blocks.prose * blocks.is_kept).sum() / max(1.0, blocks.prose.sum())),
        float((blocks.kept * blocks.in_best).sum() / max(1.0, blocks.kept.sum())),
    ]
