"""Words that tell of events: `python -m training.telling --data DATA/ecbplus`, after the reader.

In: ECB+, read by the reader as it stands. Out: `telling.npz`, the weights of `throughline.resolve.happenings.telling`,
and scores in five folds by topic on standard output. Examples are the words of the annotated sentences.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks import ecb
from throughline.model import Parse
from throughline.reader import parse_words
from throughline.resolve.happenings.accounts import Floats
from throughline.resolve.happenings.telling import SILENT, WEIGHTS, Teller, unit
from training.happenings import SEED, folds, head, topic

_PENALTY = 0.9  # on the squares of the weights, for states of length 1
_STEPS = 12  # Newton's: more change nothing
_CARD = """# Words that tell of events: model card

**telling.npz**: logistic regression on the reader's states of words. Fitted by `python -m training.telling` (numpy)
over the reader that the file names; with another it is not used.

Data: the annotated sentences of ECB+, topics 1 to 35 (Cybulska and Vossen 2014; CC BY 3.0), of which no text is in the
weights. Five folds by topic: {figures}.

Not for: telling whether the event took place, is planned or denied.
"""

Numbers = npt.NDArray[np.float64]


def places(item: ecb.Item, parse: Parse) -> Iterator[int]:
    """Yield the tokens of the annotated sentences that can tell of an event."""
    for sentence in parse.sentences:
        if sentence.block in item.complete:
            inside = range(sentence.first, sentence.last)
            yield from (index for index in inside if parse.tokens[index].tag not in SILENT)


def fit(read: Sequence[tuple[ecb.Item, Parse]]) -> Teller:
    """Fit a logistic regression by Newton's method (iteratively reweighted least squares)."""
    rows: list[Floats] = []
    told: list[bool] = []
    for item, parse in read:
        heads = {head(parse, each.tokens) for each in item.told}
        asked = list(places(item, parse))
        if asked and parse.states is not None:
            rows.append(unit(np.asarray(parse.states[asked], dtype=np.float32)))
            told += [index in heads for index in asked]
    x = np.concatenate([np.concatenate(rows), np.ones((len(told), 1))], axis=1).astype(np.float64)
    weights = _newton(x, np.array(told, dtype=np.float64))
    return Teller(weights[:-1].astype(np.float32), float(weights[-1]), read[0][1].reader)


def _newton(x: Numbers, y: Numbers) -> Numbers:
    penalty = np.full(x.shape[1], _PENALTY)
    penalty[-1] = 0.0
    weights = np.zeros(x.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-(x @ weights)))
        slope = x.T @ (likely - y) + penalty * weights
        bend = (x * (likely * (1 - likely))[:, None]).T @ x + np.diag(penalty + 1e-9)
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def crossed(read: Sequence[tuple[ecb.Item, Parse]], seed: int = SEED) -> Mapping[str, Teller]:
    """Fit to all topics but those of a fold; by topic."""
    fold_of = folds((topic(item.id) for item, _ in read), seed)
    fitted = {
        fold: fit([each for each in read if fold_of[topic(each[0].id)] != fold])
        for fold in sorted(set(fold_of.values()))
    }
    return {each: fitted[fold] for each, fold in fold_of.items()}


def main() -> int:
    """Fit, score in folds, and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m training.telling", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of ECB+")
    items = list(ecb.read(parser.parse_args().data))
    read = [(item, parse_words(item.sentences)) for item in items if item.told]
    by_topic = crossed(read)
    found = wanted = right = 0
    for item, parse in read:
        inside = set(places(item, parse))
        heads = {head(parse, each.tokens) for each in item.told}
        own = inside.intersection(by_topic[topic(item.id)].words(parse))
        found, wanted, right = found + len(own), wanted + len(heads), right + len(own & heads)
    figures = f"precision {right / found:.3f}, recall {right / wanted:.3f} of {wanted:,} words"
    sys.stdout.write(f"{figures}\n")
    WEIGHTS.with_name("CARD-telling.md").write_text(_CARD.format(figures=figures), "utf-8")
    fitted = replace(fit(read), reader=read[0][1].reader)
    np.savez_compressed(
        WEIGHTS, weights=fitted.weights.astype(np.float16), bias=np.array(fitted.bias), reader=np.array(fitted.reader)
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
