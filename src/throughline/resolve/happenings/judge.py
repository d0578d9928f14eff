"""How likely two accounts are of one happening, by a small network over what they share.

In: accounts, and pairs of them. Out: a probability a pair. The network sees the numbers of `likeness`, and what the
reader's encoder makes of the two words, cut down to a few numbers each: their products and their distances, so that
the order of the two does not matter. It was fitted by `training/happenings.py`; its card lies beside the weights.
"""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Final

import numpy as np

from throughline.resolve.happenings.accounts import Account, Floats
from throughline.resolve.happenings.likeness import likeness
from throughline.resolve.happenings.meeting import meeting

WEIGHTS: Final = Path(__file__).with_name("weights") / "judge.npz"
# Of average-link groups, in five folds by topic of ECB+ (topics 1 to 35): CoNLL F1 is flat from .35 to .45.
LIKELY: Final = 0.4
FARTHEST: Final = 4.0  # spreads from the mean: what lies farther out than the training data counts as the edge of them
LAYERS: Final = ("narrow", "mean", "spread", "hidden", "hidden_bias", "out", "out_bias")
EXACT: Final = 3  # decimals of how likely a pair is: what is finer hangs on which pairs are judged with it
_BATCH: Final = 8192

Pair = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Judge:
    """The weights: states to few numbers, the scale of likenesses, one hidden layer; and the reader that they fit."""

    narrow: Floats
    mean: Floats
    spread: Floats
    hidden: Floats
    hidden_bias: Floats
    out: Floats
    out_bias: Floats
    reader: str = ""

    @cached_property
    def number(self) -> int:
        """Tell these weights from others: states narrowed by one can't be compared with those of another."""
        return zlib.crc32(self.narrow.tobytes())

    def narrowed(self, account: Account) -> Account:
        """Return an account with its state cut down to the few numbers that are compared."""
        return replace(account, state=account.state @ self.narrow)

    def run(self, one: Floats, other: Floats, shared: Floats) -> Floats:
        """Return log odds [n] of two narrowed states [n, d] and what is shared [n, f]."""
        wide = np.maximum(laid(one, other, self.scaled(shared)) @ self.hidden + self.hidden_bias, 0)
        return np.asarray(wide @ self.out + self.out_bias, dtype=np.float32)[:, 0]

    def scaled(self, shared: Floats) -> Floats:
        """Bring numbers of `likeness` to one scale."""
        clipped = np.clip((shared - self.mean) / self.spread, -FARTHEST, FARTHEST)
        return np.asarray(clipped, dtype=np.float32)


def laid(one: Floats, other: Floats, scaled: Floats) -> Floats:
    """Lay out what the hidden layer sees."""
    return np.concatenate([one * other, np.abs(one - other), scaled], axis=1)


@cache
def load(path: Path = WEIGHTS) -> Judge | None:
    """Load the weights; None where the package was built without them."""
    if not path.is_file():
        return None
    with np.load(path) as kept:
        weights = {name: kept[name].astype(np.float32) for name in LAYERS}
        return Judge(**weights, reader=str(kept["reader"]))


def pairs(accounts: Sequence[Account]) -> Iterator[Pair]:
    """Yield the pairs (earlier in the list, later) worth judging: of one article, or of two that meet."""
    by_article: dict[str, list[int]] = {}
    for number, account in enumerate(accounts):
        by_article.setdefault(account.outline.article, []).append(number)
    places = list(by_article.values())
    for own in places:
        yield from ((one, other) for at, other in enumerate(own) for one in own[:at])
    for left, right in meeting([accounts[own[0]].outline for own in places]):
        yield from ((min(i, j), max(i, j)) for i in places[left] for j in places[right])


def likely(judge: Judge, asked: Sequence[tuple[Account, Account]]) -> Iterator[float]:
    """Yield how likely the two accounts of each pair are of one happening. Their states are narrowed."""
    for start in range(0, len(asked), _BATCH):
        some = asked[start : start + _BATCH]
        shared = np.array([likeness(one, other) for one, other in some], dtype=np.float32)
        ones, others = (np.stack([pair[side].state for pair in some]) for side in (0, 1))
        odds = judge.run(ones, others, shared)
        yield from np.round(1 / (1 + np.exp(-odds.astype(float))), EXACT).tolist()
