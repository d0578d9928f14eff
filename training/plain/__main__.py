"""Fit the labeller of plain text: `python -m training.plain [--check] FOLDER...`.

FOLDERs hold pages in the extraction benchmark's format. Writes `extract/weights/lines.onnx` and `lines.json`; with
--check fits it on four fifths of the hosts, five times over, and prints the F1 of four-word shingles on those that
took no part, after the whole cascade.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from statistics import mean

import torch

from benchmarks.pages import overlap
from throughline.extract import judge, plain
from throughline.extract.plaintext import traits
from throughline.model import READABLE
from training.plain.examples import Example, examples
from training.plain.fitting import Graph, fit, odds

_FOLDS = 5
_SEEDS = (0, 1)  # networks whose mean ships
VERSION = "2026.11.1"
CHANGE = 0.5  # price of a change (log odds) at which F1 on folds peaks


def graph(known: Sequence[Example]) -> Graph:
    """Fit what ships."""
    return Graph([fit(known, seed) for seed in _SEEDS]).eval()


def check(known: Sequence[Example]) -> None:
    """Print the F1 of each renderer on hosts that took no part, where all of a page's text is known."""
    scores: dict[str, list[float]] = defaultdict(list)
    for fold in range(_FOLDS):
        fitted = graph([example for example in known if _fold(example) != fold])
        for example in known:
            if _fold(example) == fold and example.is_whole:
                roles = plain.roles(example.lines, odds(fitted, example), CHANGE)
                body = [line for line, role in zip(example.lines, roles, strict=True) if role in READABLE]
                scores[example.renderer].append(overlap("\n".join(body), example.known)[2])
        sys.stdout.write(f"{fold}: " + " ".join(f"{name} {mean(f1):.4f}" for name, f1 in scores.items()) + "\n")


def _fold(example: Example) -> int:
    return sum(map(ord, example.host)) * 7919 % 1009 % _FOLDS


def write(fitted: Graph, folder: Path) -> None:
    """Write the graph and what is said of it."""
    rows = torch.zeros(7, len(traits.NAMES) + traits.WORDS)
    torch.onnx.export(
        fitted, (rows,), str(folder / "lines.onnx"), input_names=["rows"], output_names=["odds"],
        dynamic_axes={"rows": {0: "lines"}, "odds": {0: "lines"}}, opset_version=17, dynamo=False,
    )  # fmt: skip
    said = {"version": VERSION, "names": [*traits.NAMES, *traits.WORD_NAMES], "change": CHANGE}
    (folder / "lines.json").write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    """Fit and write, or check."""
    torch.set_num_threads(1)  # sums in one order, on any machine
    folders = [argument for argument in sys.argv[1:] if argument != "--check"]
    known = [example for folder in folders for example in examples(Path(folder))]
    if "--check" in sys.argv:
        check(known)
    else:
        write(graph(known), judge.FOLDER)


if __name__ == "__main__":
    main()
