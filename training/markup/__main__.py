"""Fit the vote on blocks of markup: `python -m training.markup [--check] FOLDER...`.

FOLDERs hold pages in the extraction benchmark's format, with known text or with snippets. Writes
`extract/weights/blocks.onnx` and `blocks.json`; with --check fits it on four fifths of the hosts, five times over, and
prints the scores so far on those that took no part: precision, recall and F1 of four-word shingles, and the shares of
snippets of the article found and of others left out. Boosted trees (LightGBM: Ke and others, NeurIPS 2017), grown in
one thread in a fixed order: the same pages give the same weights.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import mean

import lightgbm
import numpy as np
import onnx

from benchmarks.pages import overlap, read
from throughline.extract import judge
from throughline.extract.markup import marked
from throughline.extract.markup.setting import Floats
from training.markup.examples import NEVER, Example, examples
from training.markup.graph import build
from training.markup.snippets import labelled, right

VERSION = "2026.11.2"
_FOLDS = 5
_TREES = 120
_SETTINGS = {
    "objective": "binary", "num_leaves": 31, "learning_rate": 0.07, "min_data_in_leaf": 120, "lambda_l2": 30.0,
    "bagging_fraction": 0.7, "bagging_freq": 1, "feature_fraction": 0.25, "max_bin": 63, "boost_from_average": False,
    "deterministic": True, "force_row_wise": True, "num_threads": 1, "seed": 1, "verbosity": -1,
}  # fmt: skip


def fit(known: Sequence[Example]) -> lightgbm.Booster:
    """Grow the trees."""
    data = lightgbm.Dataset(
        np.vstack([page.rows for page in known]).astype(np.float32),
        np.hstack([page.is_article for page in known]),
        weight=np.hstack([page.weights for page in known]),
        free_raw_data=False,
    )
    return lightgbm.train(_SETTINGS, data, _TREES)


def fit_all(pages: Sequence[Example]) -> lightgbm.Booster:
    """Grow trees on pages with known text, then on these and on those with snippets, as the first trees see them."""
    known = [page for page in pages if page.known]
    first = fit(known)
    return fit(known + [labelled(page, _votes(first, page)) for page in pages if not page.known])


def check(pages: Sequence[Example]) -> None:
    """Print precision, recall and F1, and the shares of snippets that are right, on hosts that took no part."""
    scores: list[tuple[float, float, float]] = []
    inside: list[bool] = []
    outside: list[bool] = []
    for fold in range(_FOLDS):
        trees = fit_all([page for page in pages if _fold(page) != fold])
        for page in pages:
            if _fold(page) == fold and page.known:
                scores.append(_score(trees, page))
            elif _fold(page) == fold:
                is_in, is_out = right(page, _votes(trees, page))
                inside += is_in
                outside += is_out
        print(fold, *(f"{mean(column):.4f}" for column in (*zip(*scores, strict=True), inside, outside)), flush=True)


def _fold(page: Example) -> int:
    return sum(map(ord, page.host)) % _FOLDS


def _votes(trees: lightgbm.Booster, page: Example) -> Floats:
    return np.asarray(trees.predict(page.rows.astype(np.float32), raw_score=True), np.float64)


def _score(trees: lightgbm.Booster, page: Example) -> tuple[float, float, float]:
    odds = np.where(page.never, NEVER, _votes(trees, page)).tolist()
    keep = judge.chosen(odds, [len(text.split()) for text in page.texts])
    body = "\n".join(text for text, is_kept in zip(page.texts, keep, strict=True) if is_kept)
    return overlap(body, page.known)


def write(trees: lightgbm.Booster, folder: Path) -> None:
    """Write the graph and what is said of it."""
    onnx.save(build(trees), folder / "blocks.onnx")
    said = {"version": VERSION, "names": list(marked.NAMES)}
    (folder / "blocks.json").write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Fit and write, or check."""
    pages = [example for folder in sys.argv[1:] if folder != "--check" for example in examples(read(Path(folder)))]
    if "--check" in sys.argv[1:]:
        check(pages)
    else:
        write(fit_all(pages), judge.FOLDER)


if __name__ == "__main__":
    main()
