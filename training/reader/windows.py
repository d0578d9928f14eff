"""Documents to windows, and windows to batches: what one step of training sees.

A window is whole sentences that follow each other, of at most `MOST` pieces, as at run time. Labels stand at words;
`words` says where each word's first piece is. Heads count words of the window, 0 being the root.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch

from throughline.reader.pieces import CLS, PAD, SEP, Pieces
from throughline.reader.words import plain, shape
from training.reader.corpora import NONE, Document, Sentence

MOST = 190
_WHOLE = 0.5  # of the windows are as long as they may be
_CAPITALS = 0.03  # of the windows are read in capitals, as headlines and datelines are


@dataclass(slots=True)
class Window:
    """Pieces, shapes and first pieces of words; labels by kind, one a word; factuality; sentence of each word."""

    pieces: list[int]
    shapes: list[int]
    firsts: list[int]
    sentence: list[int]
    labels: dict[str, list[int]] = field(default_factory=dict)
    scores: list[float] = field(default_factory=list)
    vectors: list[np.ndarray] = field(default_factory=list)


def windows(
    document: Document, pieces: Pieces, names: dict[str, dict[str, int]], rng: random.Random | None = None
) -> Iterator[Window]:
    """Pack a document's sentences. `names` numbers the labels that are still words.

    With `rng`, half of the windows are cut short at a length drawn for each: a reader that has only seen full windows
    reads a sentence that stands alone badly ("of" became a conjunction).
    """
    offset = 0
    pending: list[tuple[int, Sentence]] = []
    size, most = 0, _most(rng)
    for sentence in document.sentences:
        cost = sum(len(pieces.of(word)) for word in sentence.words)
        if cost > MOST - 2 or not sentence.words:  # a table or a list that lost its lines
            offset += len(sentence.words)
            continue
        if pending and size + cost > most:
            yield _window(document, pending, pieces, names)
            pending, size, most = [], 0, _most(rng)
        pending.append((offset, sentence))
        size += cost
        offset += len(sentence.words)
    if pending:
        yield _window(document, pending, pieces, names)


def _most(rng: random.Random | None) -> int:
    """Draw how many pieces the next window may hold."""
    if rng is None or rng.random() < _WHOLE:
        return MOST - 2
    return rng.randint(1, MOST - 2)


def _window(
    document: Document, own: Sequence[tuple[int, Sentence]], pieces: Pieces, names: dict[str, dict[str, int]]
) -> Window:
    window = Window([CLS], [0], [], [])
    kinds = {kind for _, sentence in own for kind in (*sentence.labels, *sentence.texts)}
    window.labels = {kind: [] for kind in kinds}
    places: dict[int, int] = {}
    for number, (offset, sentence) in enumerate(own):
        before = len(window.firsts)
        for index, word in enumerate(sentence.words):
            places[offset + index] = before + index
            ids = pieces.of(word)
            window.firsts.append(len(window.pieces))
            window.pieces.extend(ids)
            window.shapes.extend([shape(plain(word))] * len(ids))
        window.sentence.extend([number] * len(sentence.words))
        for kind, row in sentence.labels.items():
            window.labels[kind].extend([h + before if h else 0 for h in row] if kind == "head" else row)
        for kind, texts in sentence.texts.items():
            window.labels[kind].extend(names[kind].get(text, NONE) for text in texts)
        window.scores.extend(sentence.scores.get(i, float("nan")) for i in range(len(sentence.words)))
    window.pieces.append(SEP)
    window.shapes.append(0)
    for kind in {kind for kind, _, _ in document.links}:
        row = [NONE] * len(window.firsts)
        for own_kind, first, last in document.links:
            if own_kind == kind and first in places and (last < 0 or last in places):
                row[places[first]] = 0 if last < 0 else places[last] + 1
        window.labels[kind] = row
    return window


def batches(own: list[Window], size: int, rng: random.Random) -> Iterator[list[Window]]:
    """Yield one pass over the windows in chance order, about `size` pieces a batch, windows of like length together."""
    order = [(len(window.pieces) // 16 + rng.random(), window) for window in own]
    pool = [window for _, window in sorted(order, key=lambda pair: pair[0])]
    made: list[list[Window]] = []
    batch: list[Window] = []
    for window in pool:
        if batch and (len(batch) + 1) * max(len(window.pieces), len(batch[-1].pieces)) > size:
            made.append(batch)
            batch = []
        batch.append(window)
    if batch:
        made.append(batch)
    rng.shuffle(made)
    yield from made


def tensors(batch: Sequence[Window], rng: random.Random | None = None) -> dict[str, torch.Tensor]:
    """Pad a batch. Keys: pieces, shapes, mask [b, n]; firsts, sentence [b, w] (-1 padding); one [b, w] a label."""
    longest = max(len(window.pieces) for window in batch)
    widest = max(len(window.firsts) for window in batch)
    found = {
        "pieces": torch.full((len(batch), longest), PAD),
        "shapes": torch.zeros((len(batch), longest), dtype=torch.long),
        "firsts": torch.zeros((len(batch), widest), dtype=torch.long),
        "sentence": torch.full((len(batch), widest), -1),
        "score": torch.full((len(batch), widest), float("nan")),
    }
    kinds = {kind for window in batch for kind in window.labels}
    found |= {kind: torch.full((len(batch), widest), NONE) for kind in kinds}
    for row, window in enumerate(batch):
        n, w = len(window.pieces), len(window.firsts)
        found["pieces"][row, :n] = torch.tensor(window.pieces)
        found["shapes"][row, :n] = torch.tensor(window.shapes)
        if rng is not None and rng.random() < _CAPITALS:
            found["shapes"][row, 1 : n - 1][found["shapes"][row, 1 : n - 1] < 3] = 3
        found["firsts"][row, :w] = torch.tensor(window.firsts)
        found["sentence"][row, :w] = torch.tensor(window.sentence)
        found["score"][row, :w] = torch.tensor(window.scores)
        for kind, labels in window.labels.items():
            found[kind][row, :w] = torch.tensor(labels)
    found["mask"] = found["pieces"] != PAD
    return found
