"""The scores of one window to what they say of its words.

In: a window, and the network's outputs for it. Out: `Seen` grows by it; places in it are words of the whole text.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from throughline.reader import links, spans, trees
from throughline.reader.closed import may_be, settled
from throughline.reader.graph import Floats, Graph
from throughline.reader.windows import Window

_LABELS = 3  # of a source, a cue or a content: outside, begins, goes on
_JOINS = "parataxis"  # how a stretch of a sentence too long for one window hangs from the one before


@dataclass(slots=True)
class Seen:
    """What was seen so far: an item a word in each of the first five, in `heads` another word or -1 for a root."""

    tags: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    factuality: list[float] = field(default_factory=list)
    names: list[tuple[int, int, str]] = field(default_factory=list)
    attributions: list[links.Linked] = field(default_factory=list)
    vectors: list[Floats] = field(default_factory=list)  # one a part, of any length
    states: list[npt.NDArray[np.float16]] = field(default_factory=list)  # a row a word
    root: int = -1  # of the sentence that the last window ended in

    def add(self, window: Window, texts: Sequence[str], scores: Mapping[str, Any], graph: Graph) -> None:
        """Add what the scores of the next window, whose words are `texts`, say."""
        at = window.first
        own = [(part.first - at, part.last - at) for part in window.parts]
        starts = [first for first, _ in own]
        for tag, xpos in _tags(scores, texts, graph.tags, graph.xpos):
            self.tags.append(tag)
            self.xpos.append(xpos)
        self.factuality.extend(np.clip(scores["factuality"][:, 0].astype(np.float64), -3, 3).round(2).tolist())
        self.vectors.extend(scores["vectors"])
        self.states.append(scores["states"].astype(np.float16))
        self._grow(window, scores, own, graph.relations)
        names = spans.decode(scores["name"], starts)
        self.names.extend((first + at, last + at, graph.names[kind]) for first, last, kind in names)
        self.attributions.extend(_moved(linked, at) for linked in _attributions(scores, starts))

    def _grow(
        self, window: Window, scores: Mapping[str, Any], own: Sequence[tuple[int, int]], relations: Sequence[str]
    ) -> None:
        """Add the trees of a window."""
        heads = trees.decode(scores["arcs"], own)
        labels = (scores["queries"] @ scores["keys"][heads + 1][:, :, None])[:, :, 0]
        labels[:, relations.index("root")] = -np.inf
        best = labels.argmax(1).tolist()
        at = window.first
        for part in window.parts:
            for word in range(part.first, part.last):
                head = int(heads[word - at])
                relation = relations[best[word - at]]
                if head >= 0:
                    head += at
                elif part.goes_on:
                    head, relation = self.root, _JOINS
                else:
                    self.root, relation = word, "root"
                self.heads.append(head)
                self.relations.append(relation)


def _tags(
    scores: Mapping[str, Any], texts: Sequence[str], universal: Sequence[str], fine: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Yield each word's likeliest universal and Treebank tag among those that it may have."""
    best = zip(texts, scores["tag"].argmax(1).tolist(), scores["xpos"].argmax(1).tolist(), strict=True)
    for row, (text, tag, xpos) in enumerate(best):
        known = settled(text, universal[tag])
        if known is not None:
            yield known
        elif may_be(text, fine[xpos]):
            yield universal[tag], fine[xpos]
        else:
            order = (-scores["xpos"][row]).argsort().tolist()
            yield universal[tag], next(fine[each] for each in order if may_be(text, fine[each]))


def _attributions(scores: Mapping[str, Any], starts: Sequence[int]) -> list[links.Linked]:
    said = scores["said"]
    found = []
    for number, bounds in enumerate((starts, starts, [0])):  # a content may go on in the next sentence
        own = spans.decode(said[:, number * _LABELS : (number + 1) * _LABELS], bounds)
        found.append([(first, last) for first, last, _ in own])
    return links.join(found[0], found[1], found[2], scores["cue_source"], scores["content_cue"])


def _moved(linked: links.Linked, by: int) -> links.Linked:
    source, cue, contents = linked
    return (
        None if source is None else (source[0] + by, source[1] + by),
        (cue[0] + by, cue[1] + by),
        tuple((first + by, last + by) for first, last in contents),
    )
