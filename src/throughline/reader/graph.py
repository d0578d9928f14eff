"""The trained network: an ONNX graph, its labels and its vocabulary, loaded once a process.

In: the pieces of one window. Out: the scores of every head, as `training/reader/graph.py` names them. One thread and
one window a run: a score never depends on the machine's cores or on what else is read.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from throughline.errors import ReaderError
from throughline.reader.pieces import Pieces

if TYPE_CHECKING:
    import onnxruntime

Floats = npt.NDArray[np.float32]
Whole = npt.NDArray[np.int64]

FOLDER = Path(__file__).with_name("weights")
_FATAL = 4  # onnxruntime's levels; what can go wrong is raised


@dataclass(frozen=True, slots=True)
class Graph:
    """A session with the names of its labels."""

    session: "onnxruntime.InferenceSession"
    pieces: Pieces
    version: str
    tags: tuple[str, ...]
    xpos: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]
    outputs: tuple[str, ...]

    def run(self, pieces: Whole, shapes: Whole, firsts: Whole, member: Floats) -> Mapping[str, Any]:
        """Score one window: see the contract in `training/reader/graph.py`."""
        given = {"pieces": pieces, "shapes": shapes, "firsts": firsts, "member": member}
        return dict(zip(self.outputs, self.session.run(self.outputs, given), strict=True))


@cache
def load(folder: Path = FOLDER) -> Graph:
    """Load the graph from a folder, by default the package's own.

    Raises:
        ReaderError: the weights are not there, or are no graph of ours.
    """
    missing = [name for name in ("reader.onnx", "reader.json", "vocab.txt") if not (folder / name).is_file()]
    if missing:
        raise ReaderError(
            f"the reader's weights are missing ({', '.join(missing)} in {folder}): install Throughline from a wheel, "
            "or build them with `make train`"
        )
    import onnxruntime  # noqa: PLC0415 - a fifth of a second that only reading needs

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.log_severity_level = _FATAL
    try:
        labels = json.loads((folder / "reader.json").read_text("utf-8"))
        path = str(folder / "reader.onnx")
        session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        return Graph(
            session,
            Pieces(folder / "vocab.txt"),
            labels["version"],
            tuple(labels["tag"]),
            tuple(labels["xpos"]),
            tuple(labels["relation"]),
            tuple(labels["name"]),
            tuple(output.name for output in session.get_outputs()),
        )
    except Exception as error:
        raise ReaderError(
            f"the reader's weights in {folder} can't be used ({error}): install Throughline anew"
        ) from error
