"""PLOVER roots by the classifier alone, on sentences that it did not learn from: the format of `events`.

Given the marked pair: `accuracy` and `macro_f1` over five stratified folds, each answered by a classifier fitted on the
four others. `events` scores what ships, which on its own training sentences says nothing of others.
"""

import json
from pathlib import Path

import numpy as np

from throughline.reader.roots import ROOTS
from training.reader import plover

_SEED = 1


def run(data: Path, out: Path | None = None) -> dict[str, object]:
    """Score every sentence of every table in `data`; no scores where there are too few for folds."""
    found = list(plover.examples(data))
    if len(found) < plover.FOLDS:
        return {}
    x, y = np.stack([features for features, _ in found]), np.array([root for _, root in found])
    answers = plover.crossed(x, y, _SEED)
    if out is not None:
        rows = ({"gold": ROOTS[gold], "root": ROOTS[own]} for gold, own in zip(y, answers, strict=True))
        (out / "roots.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return {**plover.score(y, answers), "sentences": len(found)}
