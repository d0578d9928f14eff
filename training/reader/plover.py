"""The roots' classifier: `python -m training.reader.plover --data DATA --out FOLDER`, after the graph.

In: sentences with actor and recipient marked and a PLOVER root (`DATA/plover/*.tsv`), read by the reader as it stands.
Out: `roots.npz`, the weights that `throughline.reader.roots` runs, and cross-validated scores on standard output.

The set is public research data without a stated licence (class P): the weights name it, and the package works without
them. Stratified folds, drawn from the seed; what is scored was never learned from, and no setting was chosen by fold.
"""

import argparse
import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from throughline import reader
from throughline.model import UNKNOWN, Article, Block, DateCard, Role, Span
from throughline.reader.roots import ROOTS, Floats, Layers, features, joining, top

Whole = npt.NDArray[np.int64]

HIDDEN, EPOCHS, BATCH, RATE, DECAY = 128, 40, 64, 2e-3, 0.5
KEPT_IN, KEPT_HIDDEN = 0.7, 0.5  # shares that dropout leaves
_SURE = 0.9  # label smoothing: the share of certainty that goes to the root
FOLDS = 5
_LEAST_SPREAD = 0.05
_MARK = re.compile(r"</?[st]>")
_OLDER = {"RETREAT": "YIELD", "CONCEDE": "YIELD"}


def examples(folder: Path) -> Iterator[tuple[Floats, int]]:
    """Yield the features of every marked pair that the reader can read, and the number of its root."""
    for path in sorted(folder.rglob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                root = _OLDER.get(row["root"], row["root"])
                read = _features(row["marked_sentence"]) if root in ROOTS else None
                if read is not None:
                    yield read, ROOTS.index(root)


def _features(marked: str) -> Floats | None:
    text, spans, last = "", {}, 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        spans[mark.group()] = len(text)
        last = mark.end()
    text += marked[last:]
    block = Block(Role.BODY, 0, len(text))
    card = DateCard(UNKNOWN)
    parse = reader.read(Article("", "", "", None, None, (), None, "en", card, None, None, text, (block,)))
    if parse.states is None:  # taken for another language
        return None
    actor, recipient = (top(parse, Span(spans.get(f"<{mark}>", 0), spans.get(f"</{mark}>", 0))) for mark in "st")
    at = parse.sentences[0].first if actor is recipient is None else joining(parse, actor, recipient)
    return features(parse, at, actor, recipient)


def fit(x: Floats, y: Whole, seed: int) -> Layers:
    """Fit the classifier by AdamW (Loshchilov and Hutter 2019) with a linear fall; features are scaled inside."""
    rng = np.random.default_rng(seed)
    mean, spread = x.mean(0), x.std(0) + _LEAST_SPREAD
    scaled = (x - mean) / spread
    target = np.full((len(y), len(ROOTS)), (1 - _SURE) / len(ROOTS), dtype=np.float32)
    target[np.arange(len(y)), y] += _SURE
    weights = [
        rng.normal(0, x.shape[1] ** -0.5, (x.shape[1], HIDDEN)).astype(np.float32),
        np.zeros(HIDDEN, dtype=np.float32),
        rng.normal(0, HIDDEN**-0.5, (HIDDEN, len(ROOTS))).astype(np.float32),
        np.zeros(len(ROOTS), dtype=np.float32),
    ]
    first, second = [np.zeros_like(w) for w in weights], [np.zeros_like(w) for w in weights]
    steps = EPOCHS * -(-len(y) // BATCH)
    for step in range(steps):
        if step % -(-len(y) // BATCH) == 0:
            order = rng.permutation(len(y))
        chosen, order = order[:BATCH], order[BATCH:]
        rate = RATE * (1 - step / steps)
        for index, slope in enumerate(_slopes(weights, scaled[chosen], target[chosen], rng)):
            first[index] += 0.1 * (slope - first[index])
            second[index] += 0.01 * (slope**2 - second[index])
            move = (first[index] / (1 - 0.9 ** (step + 1))) / (np.sqrt(second[index] / (1 - 0.99 ** (step + 1))) + 1e-8)
            decay = DECAY * weights[index] if weights[index].ndim > 1 else 0
            weights[index] -= (rate * (move + decay)).astype(np.float32)
    hidden, bias, out, out_bias = weights
    return Layers(hidden / spread[:, None], bias - (mean / spread) @ hidden, out, out_bias, "")


def _slopes(weights: Sequence[Floats], x: Floats, target: Floats, rng: np.random.Generator) -> list[Floats]:
    """Return the slopes of the cross-entropy of one batch, with dropout."""
    hidden, bias, out, out_bias = weights
    x = x * _dropout(x.shape, KEPT_IN, rng)
    wide = x @ hidden + bias
    mask = (wide > 0) * _dropout(wide.shape, KEPT_HIDDEN, rng)
    wide = wide * mask
    scores = wide @ out + out_bias
    likely = np.exp(scores - scores.max(1, keepdims=True))
    error = (likely / likely.sum(1, keepdims=True) - target) / len(x)
    below = (error @ out.T) * mask
    return [x.T @ below, below.sum(0), wide.T @ error, error.sum(0)]


def _dropout(shape: tuple[int, ...], kept: float, rng: np.random.Generator) -> Floats:
    return (rng.random(shape, dtype=np.float32) < kept).astype(np.float32) / np.float32(kept)


def crossed(x: Floats, y: Whole, seed: int) -> npt.NDArray[np.int64]:
    """Answer every example by a classifier that did not see its fold."""
    folds = stratified(y, seed)
    answers = np.zeros(len(y), dtype=np.int64)
    for fold in range(FOLDS):
        held = folds == fold
        answers[held] = fit(x[~held], y[~held], seed).run(x[held]).argmax(1)
    return answers


def stratified(y: Whole, seed: int) -> Whole:
    """Give every example a fold, each root spread evenly."""
    rng = np.random.default_rng(seed)
    folds = np.zeros(len(y), dtype=np.int64)
    for root in range(len(ROOTS)):
        own = np.flatnonzero(y == root)
        rng.shuffle(own)
        folds[own] = np.arange(len(own)) % FOLDS
    return folds


def score(y: Whole, answers: Whole) -> Mapping[str, float]:
    """Return accuracy, and the mean F1 of the roots that there are."""
    counts = [(((y == r) & (answers == r)).sum(), (y == r).sum() + (answers == r).sum()) for r in sorted(set(y))]
    return {
        "accuracy": float((y == answers).mean()),
        "macro_f1": float(np.mean([2 * right / both for right, both in counts])),
    }


def write(data: Path, out: Path, seed: int = 1) -> Mapping[str, float]:
    """Write `roots.npz` to `out`, fitted on all of the set, and return the cross-validated scores."""
    found = list(examples(data / "plover"))
    x, y = np.stack([each for each, _ in found]), np.array([root for _, root in found])
    layers = fit(x, y, seed)
    names = ("hidden", "hidden_bias", "out", "out_bias")
    kept = {name: getattr(layers, name).astype(np.float16) for name in names}
    np.savez_compressed(out / "roots.npz", **kept, reader=np.array(reader.parse_words([["A", "word"]]).reader))
    return score(y, crossed(x, y, seed))


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m training.reader.plover", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the sets, unpacked")
    parser.add_argument("--out", type=Path, required=True, help="the folder of the package's weights")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    print(json.dumps(write(asked.data, asked.out, asked.seed)))


if __name__ == "__main__":
    main()
