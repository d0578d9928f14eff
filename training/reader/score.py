"""Scores of a graph on every development split: `python -m training.reader.score --data DATA --weights FOLDER`.

In: the folder of a graph with its labels and vocabulary, and the float32 graph that it was made from. Out: the scores
of the benchmarks that the reader's heads decide, `{"int8": {...}, "float": {...}}`, each score named "task score".
Both graphs run through the reader that ships, so that what is scored is what is read.
"""

import argparse
import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from benchmarks import entities, factuality, statements, syntax
from throughline.reader import trained
from throughline.reader.graph import load

_TASKS = (
    ("syntax", syntax.run, "ud-ewt"),
    ("entities", entities.run, "worldwide-ner"),
    ("statements", statements.run, "polnear"),
    ("factuality", factuality.run, "factuality"),
)
_HEADS = "heads."  # scores of the reader alone, where a task also scores the finder on top of it


def scores(data: Path, weights: Path) -> dict[str, float]:
    """Score the graph in a folder on the development splits that are there."""
    found: dict[str, float] = {}
    with reading(weights):
        for task, run, folder in _TASKS:
            if (data / folder).is_dir():
                found |= {f"{task} {name}": value for name, value in _own(run(data / folder)).items()}
    return found


@contextmanager
def reading(weights: Path) -> Iterator[None]:
    """Read with the graph of a folder, in place of the package's own."""
    graph = load(weights)
    with patch.object(trained, "load", lambda: graph):
        yield


def _own(found: Mapping[str, object]) -> dict[str, float]:
    """Leave out the finders' scores and the counts."""
    has_heads = any(name.startswith(_HEADS) for name in found)
    return {
        name.removeprefix(_HEADS): value
        for name, value in found.items()
        if isinstance(value, float) and name.startswith(_HEADS if has_heads else "")
    }


def write(data: Path, weights: Path, whole: Path, out: Path) -> None:
    """Write the scores of the int8 graph in `weights` and of the float32 graph `whole` to `out`."""
    found = {"int8": scores(data, weights)}
    with tempfile.TemporaryDirectory() as folder:
        beside = Path(folder)
        for name in ("reader.json", "vocab.txt"):
            shutil.copyfile(weights / name, beside / name)
        (beside / "reader.onnx").symlink_to(whole.resolve())
        found["float"] = scores(data, beside)
    out.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m training.reader.score", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the sets, unpacked")
    parser.add_argument("--weights", type=Path, required=True, help="the folder of a graph")
    asked = parser.parse_args()
    print(json.dumps(scores(asked.data, asked.weights)))


if __name__ == "__main__":
    main()
