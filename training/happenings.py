"""The judge of happenings: `python -m training.happenings --data DATA/ecbplus`, after the reader.

In: ECB+ (Cybulska and Vossen 2014, CC BY 3.0), read by the reader as it stands. Out: `judge.npz`, the weights that
`throughline.resolve.happenings.judge` runs, and its card with cross-validated scores.

Every pair of mentions in articles that meet is an example. Five folds by topic, drawn from the seed: a pair is judged
by a network that learned from no pair with an article of its topic's fold; all articles are then grouped at once, the
look-alikes of other topics among them.
"""

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks import clusters, ecb
from throughline.model import Parse
from throughline.reader import parse_words
from throughline.resolve.happenings import judge
from throughline.resolve.happenings.accounts import Account, Floats, account, outline
from throughline.resolve.happenings.groups import groups
from throughline.resolve.happenings.judge import LAYERS, WEIGHTS, Judge, Pair, laid
from throughline.resolve.happenings.likeness import NAMES, likeness

Whole = npt.NDArray[np.int64]

NARROW, HIDDEN, EPOCHS, BATCH, RATE, DECAY = 48, 64, 8, 1024, 4e-3, 0.05
ONE_IN = 6  # examples of a batch that are of one happening; the answer is put right for how rare they are
KEPT = 0.8  # the share that dropout leaves, of states and of the hidden layer
WARM = 0.1  # of the steps, over which the rate rises
FOLDS, SEED = 5, 1
_LEAST_SPREAD = 1e-3
_THRESHOLDS = (0.3, 0.35, 0.4, 0.45, 0.5)
_SHOWN = ("conll_f1", "muc_f1", "bcubed_f1", "bcubed_precision", "bcubed_recall", "ceafe_f1")
_CARD = """# The judge of happenings: model card

**judge.npz**: a network of one hidden layer that says how likely two accounts of events are of one happening. Fitted by
`python -m training.happenings` (numpy, fixed seed) over the reader that the file names; with another it is not used.

Data: ECB+ (Cybulska and Vossen 2014; CC BY 3.0), English news, topics 1 to 35 (crimes, accidents,
awards, sport and trade): {mentions:,} mentions of {events:,} events in the annotated sentences, {pairs:,} pairs. None
of its text is in the weights.

Five folds by topic, all articles grouped at once by average link, given the true mentions, by the least mean likelihood
of a group:

| least | CoNLL F1 | MUC F1 | B-cubed F1 | its precision | its recall | CEAF-e F1 |
|---|---|---|---|---|---|---|
{rows}
Not for: telling whether an event took place. It knows no days; events days apart can look alike to it.
"""


@dataclass(frozen=True, eq=False)
class Examples:
    """Accounts with their events and topics, and all pairs worth judging with what they share."""

    accounts: Sequence[Account]
    events: Sequence[str]
    topics: Sequence[str]
    pairs: Whole
    shared: Floats

    @property
    def same(self) -> npt.NDArray[np.bool_]:
        """Which pairs are of one event."""
        numbers = {event: number for number, event in enumerate(dict.fromkeys(self.events))}
        events = np.array([numbers[event] for event in self.events])
        return np.asarray(events[self.pairs[:, 0]] == events[self.pairs[:, 1]])

    @property
    def states(self) -> Floats:
        """The states of all accounts."""
        return np.stack([each.state for each in self.accounts])


def head(parse: Parse, tokens: Sequence[int]) -> int:
    """Return the token of a mention that hangs from outside it."""
    return next((i for i in tokens if parse.tokens[i].head not in tokens), tokens[0])


def told(item: ecb.Item, parse: Parse) -> list[Account]:
    """Take down the mentions of an article."""
    own = outline(item.id, parse)
    return [account(own, parse, head(parse, each.tokens), each.tokens) for each in item.told]


def topic(article: str) -> str:
    """Return the topic of an article, the first part of its name."""
    return article.partition("_")[0]


def folds(topics: Iterable[str], seed: int) -> dict[str, int]:
    """Give every topic a fold."""
    names = sorted(set(topics))
    numbers = np.random.default_rng(seed).permutation(len(names)) % FOLDS
    return dict(zip(names, numbers.tolist(), strict=True))


def examples(accounts: Sequence[Account], events: Sequence[str] = ()) -> Examples:
    """Lay out all pairs worth judging; the events are those of the accounts, where they are known."""
    pairs = list(judge.pairs(accounts))
    shared = np.empty((len(pairs), len(NAMES)), dtype=np.float32)
    for row, (one, other) in enumerate(pairs):
        shared[row] = likeness(accounts[one], accounts[other])
    topics = [topic(each.outline.article) for each in accounts]
    return Examples(accounts, events, topics, np.array(pairs, dtype=np.int64).reshape(-1, 2), shared)


def fit(found: Examples, mask: npt.NDArray[np.bool_], seed: int) -> Judge:
    """Fit the network to the pairs of `mask` by AdamW (Loshchilov and Hutter 2019), the rate rising and falling."""
    rng = np.random.default_rng(seed)
    same, size = found.same, found.accounts[0].state.size
    states = found.states * np.float32(size**0.5)  # from unit vectors to numbers near 1
    mean, spread = found.shared[mask].mean(0), found.shared[mask].std(0) + _LEAST_SPREAD
    net = _fresh(mean, spread, size, rng)
    scaled = net.scaled(found.shared)
    yes, no = np.flatnonzero(mask & same), np.flatnonzero(mask & ~same)
    few = BATCH // ONE_IN
    wanted = (np.arange(BATCH) < few).astype(np.float32)[:, None]
    weights = [net.narrow, net.hidden, net.hidden_bias, net.out, net.out_bias]
    firsts, seconds = [np.zeros_like(w) for w in weights], [np.zeros_like(w) for w in weights]
    steps = EPOCHS * len(yes) // few
    for step in range(steps):
        rows = np.concatenate([rng.choice(yes, few), rng.choice(no, BATCH - few)])
        one, other = states[found.pairs[rows, 0]], states[found.pairs[rows, 1]]
        rate = RATE * min(1, (step + 1) / (WARM * steps)) * (1 - step / steps)
        for index, slope in enumerate(_slopes(weights, one, other, scaled[rows], wanted, rng)):
            firsts[index] += 0.1 * (slope - firsts[index])
            seconds[index] += 0.005 * (slope**2 - seconds[index])
            spread_now = np.sqrt(seconds[index] / (1 - 0.995 ** (step + 1))) + 1e-8
            move = firsts[index] / (1 - 0.9 ** (step + 1)) / spread_now
            decay = DECAY * weights[index] if weights[index].ndim > 1 else 0
            weights[index] -= (rate * (move + decay)).astype(np.float32)
    rarer = np.log(len(yes) / len(no)) - np.log(few / (BATCH - few))
    return replace(net, narrow=net.narrow * np.float32(size**0.5), out_bias=(net.out_bias + rarer).astype(np.float32))


def _fresh(mean: Floats, spread: Floats, size: int, rng: np.random.Generator) -> Judge:
    """Draw weights to begin with."""
    seen = 2 * NARROW + len(mean)
    drawn: tuple[npt.NDArray[np.floating], ...] = (
        rng.normal(0, size**-0.5, (size, NARROW)),
        mean,
        spread,
        rng.normal(0, seen**-0.5, (seen, HIDDEN)),
        np.zeros(HIDDEN),
        rng.normal(0, HIDDEN**-0.5, (HIDDEN, 1)),
        np.zeros(1),
    )
    return Judge(**{name: each.astype(np.float32) for name, each in zip(LAYERS, drawn, strict=True)}, reader="")


def _slopes(
    weights: Sequence[Floats], one: Floats, other: Floats, scaled: Floats, wanted: Floats, rng: np.random.Generator
) -> list[Floats]:
    """Return the slopes of the cross-entropy of one batch, with dropout."""
    narrow, hidden, hidden_bias, out, out_bias = weights
    one, other = one * _dropout(one.shape, rng), other * _dropout(other.shape, rng)
    a, b = one @ narrow, other @ narrow
    seen = laid(a, b, scaled)
    wide = seen @ hidden + hidden_bias
    kept = (wide > 0) * _dropout(wide.shape, rng)
    wide = wide * kept
    error = (1 / (1 + np.exp(-(wide @ out + out_bias))) - wanted) / len(wanted)
    below = (error @ out.T) * kept
    back = below @ hidden.T
    product, apart = back[:, :NARROW], back[:, NARROW : 2 * NARROW] * np.sign(a - b)
    first = one.T @ (product * b + apart) + other.T @ (product * a - apart)
    return [first, seen.T @ below, below.sum(0), wide.T @ error, error.sum(0)]


def _dropout(shape: tuple[int, ...], rng: np.random.Generator) -> Floats:
    return (rng.random(shape, dtype=np.float32) < KEPT).astype(np.float32) / np.float32(KEPT)


@dataclass(frozen=True, eq=False)
class Crossed:
    """The fold of each topic, and for each fold a judge that learned from no pair with an article of its topics."""

    fold_of: Mapping[str, int]
    nets: Mapping[int, Judge]

    def answered(self, found: Examples) -> list[tuple[Pair, float]]:
        """Judge every pair by the network that does not know the topic of its first article."""
        own = np.array([self.fold_of[each] for each in found.topics])[found.pairs[:, 0]]
        odds = np.zeros(len(found.pairs))
        for fold, net in self.nets.items():
            odds[own == fold] = _odds(found, net, own == fold)
        return _given(found, odds)


def crossed(found: Examples, seed: int = SEED) -> Crossed:
    """Fit a judge a fold."""
    fold_of = folds(found.topics, seed)
    own = np.array([fold_of[each] for each in found.topics])[found.pairs]
    nets = {fold: fit(found, (own != fold).all(axis=1), seed) for fold in sorted(set(fold_of.values()))}
    return Crossed(fold_of, nets)


def answered(found: Examples, net: Judge) -> list[tuple[Pair, float]]:
    """Judge every pair by one network."""
    return _given(found, _odds(found, net, np.ones(len(found.pairs), dtype=bool)))


def _odds(found: Examples, net: Judge, mask: npt.NDArray[np.bool_]) -> Floats:
    narrowed = found.states @ net.narrow
    ones, others = found.pairs[mask].T
    return net.run(narrowed[ones], narrowed[others], found.shared[mask])


def _given(found: Examples, odds: npt.NDArray[np.floating]) -> list[tuple[Pair, float]]:
    values = (1 / (1 + np.exp(-odds.astype(float)))).tolist()
    return [((one, other), value) for (one, other), value in zip(found.pairs.tolist(), values, strict=True)]


def score(found: Examples, likely: Sequence[tuple[Pair, float]], least: float) -> dict[str, float]:
    """Score the groups that pairs make."""
    true: dict[str, set[int]] = {}
    for number, event in enumerate(found.events):
        true.setdefault(event, set()).add(number)
    return clusters.scores(list(true.values()), [set(each) for each in groups(len(found.events), likely, least)])


def main() -> int:
    """Fit, score in folds, and write weights and card."""
    parser = argparse.ArgumentParser(prog="python -m training.happenings", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of ECB+")
    items = list(ecb.read(parser.parse_args().data))
    parses = [parse_words(item.sentences) for item in items]
    accounts = [each for item, parse in zip(items, parses, strict=True) for each in told(item, parse)]
    found = examples(accounts, [each.event for item in items for each in item.told])
    likely = crossed(found).answered(found)
    table = {least: score(found, likely, least) for least in _THRESHOLDS}
    for least, line in table.items():
        sys.stdout.write(f"{least} {' '.join(f'{name} {value:.3f}' for name, value in line.items())}\n")
    net = replace(fit(found, np.ones(len(found.pairs), dtype=bool), SEED), reader=parses[0].reader)
    _write(net, WEIGHTS)
    WEIGHTS.with_name("CARD.md").write_text(_card(found, table), "utf-8")
    return 0


def _write(net: Judge, path: Path) -> None:
    """Write the weights in half precision."""
    path.parent.mkdir(exist_ok=True)
    half = {name: getattr(net, name).astype(np.float16) for name in LAYERS if name not in {"mean", "spread"}}
    np.savez_compressed(path, **half, mean=net.mean, spread=net.spread, reader=np.array(net.reader))


def _card(found: Examples, table: Mapping[float, Mapping[str, float]]) -> str:
    """Write what the weights learned from, and how well they do on topics that they did not see."""
    rows = (
        f"| {least} | " + " | ".join(f"{line[name]:.3f}" for name in _SHOWN) + " |\n" for least, line in table.items()
    )
    return _CARD.format(
        mentions=len(found.events), events=len(set(found.events)), pairs=len(found.pairs), rows="".join(rows)
    )


if __name__ == "__main__":
    raise SystemExit(main())
