"""Which words of a text tell of an event, whatever it is: "kill", "shooting", "trial", "award", "outage".

In: a parse with states. Out: tokens. The finder of events keeps those whose status grammar tells and whose kind its
table knows, three a sentence; to see that two texts tell of one thing, every word that tells of any will do. Logistic
regression on what the reader's encoder makes of the word, fitted by `training/telling.py`.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np

from throughline.model import Parse
from throughline.resolve.happenings.accounts import Floats

WEIGHTS: Final = Path(__file__).with_name("weights") / "telling.npz"
# F1 of words in five folds by topic of ECB+ is .82 and flat from .3 to .45; there as many are missed as are too many.
TELLS: Final = 0.4
SILENT: Final = frozenset({"PUNCT", "DET", "ADP", "CCONJ", "PART", "SCONJ"})  # tell of an event in 3 cases of 1,000


@dataclass(frozen=True, slots=True, eq=False)
class Teller:
    """The weights, one a number of a state that is brought to the length of 1; and the reader that they fit."""

    weights: Floats
    bias: float
    reader: str = ""

    def words(self, parse: Parse) -> list[int]:
        """Return the tokens that tell of an event, in order.

        Raises:
            ValueError: the parse has no states.
        """
        if parse.states is None:
            raise ValueError("words that tell are known by their states, which this parse does not hold")
        asked = [index for index, token in enumerate(parse.tokens) if token.tag not in SILENT]
        if not asked:
            return []
        odds = unit(np.asarray(parse.states[asked], dtype=np.float32)) @ self.weights + self.bias
        least = np.log(TELLS / (1 - TELLS))
        return [index for index, value in zip(asked, odds.tolist(), strict=True) if value >= least]


def unit(states: Floats) -> Floats:
    """Bring each row to the length of 1."""
    lengths = np.linalg.norm(states, axis=1, keepdims=True)
    return np.asarray(states / np.where(lengths == 0, 1, lengths), dtype=np.float32)


@cache
def load(path: Path = WEIGHTS) -> Teller | None:
    """Load the weights; None where the package was built without them."""
    if not path.is_file():
        return None
    with np.load(path) as kept:
        return Teller(kept["weights"].astype(np.float32), float(kept["bias"]), str(kept["reader"]))
