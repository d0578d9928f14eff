"""Which lines or blocks are article: a trained vote on each, then the best choice of all of them.

In: the rows of numbers of one page, in order. Out: for each row the log odds that it is article; the choice of which
the most may be expected, and the likeliest course. The vote is a small ONNX graph of `weights/`, loaded once a process
and run on one thread: a score never depends on the machine's cores. The course is Viterbi's over two states, so that
one odd line inside an article stays in it, and one lucky line in a menu stays out (as in Pasternack and Roth, WWW 2009:
an article is a run).
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from throughline.errors import ReaderError

if TYPE_CHECKING:
    import onnxruntime

FOLDER = Path(__file__).with_name("weights")
_FATAL = 4  # onnxruntime's levels; what can go wrong is raised


@dataclass(frozen=True, slots=True)
class Judge:
    """A trained vote: the graph, the columns of its rows in order, and the price of a change (log odds)."""

    session: "onnxruntime.InferenceSession"
    version: str
    names: tuple[str, ...]
    change: float = 0.0


@cache
def load(name: str, folder: Path = FOLDER) -> Judge:
    """Load the vote `name` from `name.onnx` and `name.json`.

    Raises:
        ReaderError: the files are not there, or are none of ours.
    """
    import onnxruntime  # noqa: PLC0415 - a fifth of a second that only reading pages needs

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.log_severity_level = _FATAL
    try:
        said = json.loads((folder / f"{name}.json").read_text("utf-8"))
        session = onnxruntime.InferenceSession(str(folder / f"{name}.onnx"), options, ["CPUExecutionProvider"])
        return Judge(session, said["version"], tuple(said["names"]), float(said.get("change", 0)))
    except Exception as error:
        raise ReaderError(
            f"the weights {name} in {folder} can't be used ({error}): install Throughline anew, from a wheel"
        ) from error


def odds(name: str, rows: Sequence[Sequence[float]] | npt.NDArray[np.float32]) -> list[float]:
    """The log odds that each row of a page is article; the rows' columns are `load(name).names`."""
    if not len(rows):
        return []
    given = {"rows": np.asarray(rows, np.float32)}
    (found,) = load(name).session.run(("odds",), given)
    return [float(vote) for vote in found]


def chosen(odds: Sequence[float], sizes: Sequence[int]) -> list[bool]:
    """The choice of blocks of which the most F1 may be expected, given the odds of each and its size in words.

    A block belongs to the best choice where it is likelier than half the F1 of that choice (Lipton, Elkan,
    Naryanaswamy, ECML PKDD 2014): a page of which little is sure keeps its likeliest blocks, and is not left empty.
    """
    likely = 1 / (1 + np.exp(-np.clip(np.asarray(odds, np.float64), -_SURE, _SURE)))
    sizes_ = np.asarray(sizes, np.float64)
    order = np.argsort(-likely, kind="stable")
    hits = np.cumsum((likely * sizes_)[order])
    if not len(order) or likely[order[0]] < _LEAST:
        return [False] * len(order)
    best = int(np.argmax(2 * hits / (np.cumsum(sizes_[order]) + hits[-1])))
    return [bool(value) for value in likely >= likely[order[best]]]


_SURE = 30.0  # log odds beyond which more says nothing
_LEAST = 0.3  # how likely the likeliest block must be; else there is no article (menus, empty pages)


def course(odds: Sequence[float], change: float) -> list[bool]:
    """The likeliest sequence of article and furniture, given the odds of each and the price of a change."""
    if not odds:
        return []
    article, furniture = odds[0], 0.0
    came: list[tuple[bool, bool]] = []
    for vote in odds[1:]:
        stays_in, comes_in = article >= furniture - change, article - change > furniture
        came.append((stays_in, comes_in))
        article, furniture = (
            (article if stays_in else furniture - change) + vote,
            article - change if comes_in else furniture,
        )
    state = article > furniture
    states = [state]
    for stays_in, comes_in in reversed(came):
        state = stays_in if state else comes_in
        states.append(state)
    return states[::-1]
