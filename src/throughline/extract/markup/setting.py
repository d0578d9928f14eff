"""Where a block stands: how much prose, links and kept text the elements around it hold, and the blocks like it.

In: the blocks of a page, their words, their prose, and which of them trafilatura kept. Out: an array of numbers, a row
for each block, named by NAMES. Two ideas of the field in numbers: the article is the smallest element that holds most
of the page's prose (as in Readability), and blocks made from one template, known by the tags and classes above them,
are article or furniture together (as in site-style trees: Yi, Liu, Li, KDD 2003). Time is linear in the page's blocks
times their depth.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from throughline.extract.markup.tree import Leaf

Rows = npt.NDArray[np.float32]
Floats = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int64]

_LEVELS: Final = (2, 3, 4, 5)  # elements above a block that are looked at, counted from itself
_TAGS: Final = ("p", "li", "h1", "h2", "h3", "tr", "div", "pre")
_CORES: Final = (("prose", 0.5), ("prose", 0.8), ("kept", 0.8))  # what the smallest element must hold most of
NAMES: Final = (
    *(f"is_{tag}" for tag in _TAGS),
    "depth",
    *(
        f"{name}_{level}"
        for level in _LEVELS
        for name in ("words", "prose", "prose_of_page", "kept", "links", "blocks", "paragraphs")
    ),
    *(f"in_{name}_{share:.0%}" for name, share in _CORES),
    "in_best", "near_best", "below_best", "above_best",
    *(f"like_{name}" for name in ("prose_of_page", "prose", "kept", "blocks", "links", "words_of_page")),
    "others_like_kept", "others_like_prose", "from_top", "words_above", "since_prose", "until_prose",
    *(f"page_{name}" for name in ("words", "prose", "kept_share", "kept", "blocks")),
)  # fmt: skip
_CODES: Final = {tag: code for code, tag in enumerate(_TAGS)}
_GAP = 50  # blocks without prose that count as far


def rows(leaves: Sequence[Leaf], prose: Sequence[float], kept: Sequence[bool]) -> Rows:
    """Measure the blocks of a page, in order."""
    columns = _Page(leaves, np.asarray(prose, np.float64), np.asarray(kept, np.float64)).columns()
    return np.stack(columns, axis=1, dtype=np.float32)


class _Page:
    """The sums over a page's elements and templates, from which the numbers of each block are read."""

    def __init__(self, leaves: Sequence[Leaf], prose: Floats, kept: Floats) -> None:
        self.leaves = leaves
        self.words = np.array([leaf.text.count(" ") + 1 for leaf in leaves], np.float64)
        self.prose = prose
        self.linked = self.words * np.array([leaf.links for leaf in leaves])
        self.kept = self.words * kept
        self.one = np.ones(len(leaves))
        self.paragraph = np.array([float(leaf.tag == "p") for leaf in leaves])
        self.depth = np.array([len(leaf.chain) for leaf in leaves], np.int64)
        self.holders = np.array([element for leaf in leaves for element in leaf.chain], np.int64)
        self.owners = np.repeat(np.arange(len(leaves)), self.depth)

    def columns(self) -> list[Floats]:
        """Every number, a column each."""
        tags = np.array([_CODES.get(leaf.tag, -1) for leaf in self.leaves])
        return [
            *((tags == code).astype(np.float64) for code in range(len(_TAGS))),
            self.depth / 30,
            *self._around(),
            *self._cores(),
            *self._alike(),
            *self._places(),
            *(np.full(len(tags), value) for value in self._whole()),
        ]

    def _around(self) -> list[Floats]:
        """What the elements above each block hold."""
        words, prose, linked, kept, blocks, paragraphs = (
            self._sums(values) for values in (self.words, self.prose, self.linked, self.kept, self.one, self.paragraph)
        )
        total = max(1.0, self.prose.sum())
        found: list[Floats] = []
        ends, holders = np.cumsum(self.depth), np.append(self.holders, 0)
        for level in _LEVELS:
            at = np.where(self.depth > 0, holders[ends - np.minimum(level, np.maximum(1, self.depth))], 0)
            full = np.maximum(1, words[at])
            found += [
                _log(words[at]), prose[at] / full, prose[at] / total, kept[at] / full, linked[at] / full,
                _log(blocks[at]), paragraphs[at] / np.maximum(1, blocks[at]),
            ]  # fmt: skip
        return found

    def _sums(self, values: Floats) -> Floats:
        """Add up over each element what the blocks inside it have."""
        count = int(self.holders.max(initial=0)) + 1
        return np.bincount(self.holders, values[self.owners], minlength=count).astype(np.float64)

    def _cores(self) -> list[Floats]:
        """Whether each block is inside the smallest elements that hold most of the prose, and how far from the best."""
        found = []
        for values, (_, share) in zip((self.prose, self.prose, self.kept), _CORES, strict=True):
            sums = self._sums(values)
            # Elements are numbered from the outside in, so the last one that holds enough is the innermost.
            enough = np.flatnonzero(sums >= share * values.sum()) if values.any() else np.array([-1])
            found.append(self._inside(int(enough[-1]) if len(enough) else -1))  # none: most stands in no element
        best = self._best()
        line = next((leaf.chain[: leaf.chain.index(best) + 1] for leaf in self.leaves if best in leaf.chain), ())
        shared = np.bincount(self.owners, np.isin(self.holders, np.array(line)), minlength=len(self.leaves))
        return [
            *found,
            self._inside(best),
            shared / max(1, len(line)),
            (self.depth - shared) / 20,
            (len(line) - shared) / 20,
        ]

    def _inside(self, element: int) -> Floats:
        return np.bincount(self.owners, self.holders == element, minlength=len(self.leaves)).astype(np.float64)

    def _best(self) -> int:
        """The element that most speaks for: prose counts fully for its parent, by halves further up; links against."""
        scores = np.zeros(int(self.holders.max(initial=0)) + 1)
        for leaf, words in zip(self.leaves, self.prose, strict=True):
            for step, element in enumerate(reversed(leaf.chain[-4:-1])):
                scores[element] += words**0.7 / 2**step
        scores *= 1 - 0.7 * self._sums(self.linked) / np.maximum(1, self._sums(self.words))
        return int(scores.argmax()) if scores.any() else -1

    def _alike(self) -> list[Floats]:
        """What the blocks of the same template hold, with and without the block itself."""
        shapes = np.array([leaf.shape for leaf in self.leaves], np.int64)
        words, prose, linked, kept, blocks = (
            np.bincount(shapes, values)[shapes]
            for values in (self.words, self.prose, self.linked, self.kept, self.one)
        )  # fmt: skip
        others = words - self.words
        unknown = -0.1  # nothing else is like it: neither kept nor left out
        return [
            prose / max(1.0, self.prose.sum()), prose / words, kept / words, _log(blocks), linked / words,
            words / max(1.0, self.words.sum()),
            np.where(others > 0, (kept - self.kept) / np.maximum(1, others), unknown),
            np.where(others > 0, (prose - self.prose) / np.maximum(1, others), unknown),
        ]  # fmt: skip

    def _places(self) -> list[Floats]:
        """How far down the page each block stands, and how far from prose."""
        count = len(self.leaves)
        index = np.arange(count)
        last = np.maximum.accumulate(np.where(self.prose > 0, index, -_GAP))
        following = np.minimum.accumulate(np.where(self.prose > 0, index, count + _GAP)[::-1])[::-1]
        return [
            index / count,
            (np.cumsum(self.words) - self.words) / self.words.sum(),
            np.minimum(index - last, _GAP) / _GAP,
            np.minimum(following - index, _GAP) / _GAP,
        ]

    def _whole(self) -> list[float]:
        words, prose, kept = self.words.sum(), self.prose.sum(), self.kept.sum()
        return [float(value) for value in (_log(words), _log(prose), kept / words, _log(kept), _log(len(self.leaves)))]


def _log(count: npt.ArrayLike) -> Floats:
    return np.asarray(np.log1p(count) / 8)
