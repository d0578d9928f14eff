"""Fit the weights by which extract tells article from furniture: `python -m training.extraction PAGES`.

PAGES is a folder of the extraction benchmark's format with known text (`pages/ID.html.gz`, `gold.jsonl`). Prints the
two tables of `extract/weights.py`. Logistic regression by stochastic gradient descent, every block weighing by its
length, always in the same order: the same pages give the same weights. Bias and change are then set by hand where
the benchmark's F1 on pages that took no part peaks.
"""

import math
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks import pages, text
from throughline.extract import cues, marked, tree, voice
from throughline.extract.decode import decode
from throughline.extract.paragraphs import pieces
from throughline.extract.signals import Signal

_EPOCHS = 12
_RATE = 0.05
_DECAY = 1e-5  # L2
_KEPT = 0.5  # share of a block that the known text must hold
_MOST_WORDS = 40  # of a block that count for its weight: paragraphs matter, none of them alone

Example = tuple[list[float], bool, float]


def plain(known: pages.Known) -> Iterator[Example]:
    """Yield the lines of both renderings of a page."""
    for rendering in text.renderings(known).values():
        lines = [" ".join(rendering[piece.start : piece.end].split()) for piece in pieces(rendering)]
        if lines:
            yield from _label(cues.rows(lines), lines, known.gold["text"])


def markup(known: pages.Known) -> Iterator[Example]:
    """Yield the blocks of a page that are judged at all."""
    root = tree.parse(decode(known.data, None))
    if root is None:
        return
    leaves = tree.leaves(root)
    shares = voice.agreement(voice.listen(root), [leaf.text for leaf in leaves])
    believed = marked.believed(leaves, shares)
    leaves = [replace(leaf, signals=leaf.signals & believed) for leaf in leaves]
    lines = [leaf.text for leaf in leaves]
    examples = _label(marked.rows(leaves, shares, lines), lines, known.gold["text"])
    for leaf, example in zip(leaves, examples, strict=True):
        if not leaf.signals & (Signal.COMMENT | Signal.CAPTION):
            yield example


def _label(rows: Sequence[list[float]], lines: Sequence[str], known: str) -> Iterator[Example]:
    """Say of each line whether the known text holds it, and how much it weighs."""
    shares = voice.agreement(known, lines)
    for row, line, share in zip(rows, lines, shares, strict=True):
        yield row, share >= _KEPT, min(line.count(" ") + 1, _MOST_WORDS) ** 0.7 / 8


def fit(examples: list[Example], width: int) -> tuple[list[float], float]:
    """Fit weights and bias."""
    weights, bias = [0.0] * width, 0.0
    shuffle = random.Random(0).shuffle  # noqa: S311 - a fixed order, no secret
    for epoch in range(_EPOCHS):
        shuffle(examples)
        rate = _RATE / (1 + epoch)
        for row, is_article, weight in examples:
            odds = bias + sum(map(float.__mul__, row, weights))
            step = rate * weight * (is_article - 1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))))
            bias += step
            weights = [w * (1 - rate * _DECAY) + step * x for w, x in zip(weights, row, strict=True)]
    return weights, bias


def main() -> None:
    """Fit and print both tables."""
    readers: tuple[tuple[str, tuple[str, ...], Callable[[pages.Known], Iterator[Example]]], ...] = (
        ("PLAIN", cues.NAMES, plain),
        ("MARKED", marked.NAMES, markup),
    )
    known = [page for page in pages.read(Path(sys.argv[1])) if page.gold.get("text")]
    for name, names, read in readers:
        weights, bias = fit([example for page in known for example in read(page)], len(names))
        table = "".join(f'        "{key}": {value:.2f},\n' for key, value in zip(names, weights, strict=True))
        sys.stdout.write(f"{name} = Weights(\n    {{\n{table}    }},\n    bias={bias:.2f},\n)\n")


if __name__ == "__main__":
    main()
