"""Fit the network on labelled lines, always in the same order: the same examples give the same weights.

In: examples. Out: a fitted network; the odds it gives to an example. In every epoch a page comes once, as one of the
renderers writes it, so that the network learns the page and not the program that laid it out.
"""

import math
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import torch
from torch import Tensor, nn

from throughline.extract.plaintext import traits
from training.plain.examples import Example
from training.plain.network import Network, loss

EPOCHS = 14
_BATCH = 16  # pages
_MOST_LINES = 500  # of a page in one step; a longer one gives another stretch each time
_RATE, _DECAY, _WARM = 2e-3, 0.02, 0.15
_UNHEARD = 0.1  # share of words that are left out at random
_WEIGHTS = {"inscriptis": 2.0, "nodes": 2.0}  # the layouts that captures have most often
_SHORT = 0.3  # weight of a short page cut out of a long one beside that one
_SILVER = 0.5  # share of the pages in an epoch whose article markup told, not people
_FIRST_LOSS = 0.4  # weight of the first reading's loss


def fit(examples: Sequence[Example], seed: int = 0, epochs: int = EPOCHS) -> Network:
    """Fit a network."""
    torch.manual_seed(seed)
    choose = random.Random(seed)  # noqa: S311 - a fixed order, no secret
    pages: dict[str, list[Example]] = defaultdict(list)
    for example in examples:
        pages[example.page].append(example)
    network = Network()
    weights = [value for name, value in network.named_parameters() if name != "words.weight"]
    optimiser = torch.optim.AdamW(
        [{"params": weights, "weight_decay": _DECAY}, {"params": [network.words.weight], "weight_decay": 0.0}],
        lr=_RATE,
    )
    steps = epochs * math.ceil(len(pages) / _BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, total_steps=steps, pct_start=_WARM)
    network.train()
    for _ in range(epochs):
        for numbers, words, is_article, counts, real in _batches(_drawn(pages.values(), choose), choose):
            heard = words * (torch.rand(words.shape) > _UNHEARD)
            second, first = network(numbers, heard, real)
            cost = loss(second, is_article, counts, real) + _FIRST_LOSS * loss(first, is_article, counts, real)
            optimiser.zero_grad()
            cost.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
    return network.eval()


def _drawn(pages: Iterable[Sequence[Example]], choose: random.Random) -> list[Example]:
    """Draw a rendering of each page, and leave out every other page of which markup alone told the article."""
    return [
        choose.choices(page, [_weight(example.renderer) for example in page])[0]
        for page in pages
        if page[0].is_whole or choose.random() < _SILVER
    ]


def _weight(renderer: str) -> float:
    layout, _, short = renderer.partition(", ")
    return _WEIGHTS.get(layout, 1.0) * (_SHORT if short else 1.0)


def _batches(examples: Sequence[Example], choose: random.Random) -> Iterator[tuple[Tensor, ...]]:
    """Yield pages of about one length together, in random order."""
    ordered = sorted(examples, key=lambda example: len(example.rows) + 20 * choose.random())
    batches = [ordered[k : k + _BATCH] for k in range(0, len(ordered), _BATCH)]
    choose.shuffle(batches)
    for batch in batches:
        count = min(_MOST_LINES, max(len(example.rows) for example in batch))
        rows = np.zeros((len(batch), count, len(traits.NAMES) + traits.WORDS), np.float32)
        is_article, words, real = (np.zeros((len(batch), count), np.float32) for _ in range(3))
        for k, example in enumerate(batch):
            size = len(example.rows)
            start = choose.randrange(size - count + 1) if size > count else 0
            part = slice(start, start + min(size, count))
            size = min(size, count)
            rows[k, :size] = example.rows[part]
            is_article[k, :size] = example.is_article[part]
            words[k, :size] = example.words[part]
            real[k, :size] = 1
        numbers, hashed = rows[..., : len(traits.NAMES)], rows[..., len(traits.NAMES) :]
        yield tuple(torch.from_numpy(part) for part in (numbers, hashed.astype(np.int64), is_article, words, real))


class Graph(nn.Module):
    """What ships: the rows of one page in, log odds out; several networks' mean."""

    def __init__(self, networks: Sequence[Network]) -> None:
        super().__init__()
        self.networks = nn.ModuleList(networks)

    def forward(self, rows: Tensor) -> Tensor:
        """Rows to log odds."""
        page = rows.unsqueeze(0)
        numbers, words = page[..., : len(traits.NAMES)], page[..., len(traits.NAMES) :].long()
        real = torch.ones_like(page[..., 0])
        odds = torch.stack([network(numbers, words, real)[0].squeeze(0) for network in self.networks])
        return odds.mean(0)


def odds(graph: Graph, example: Example) -> list[float]:
    """The log odds of an example's lines."""
    with torch.no_grad():
        return [float(vote) for vote in graph(torch.from_numpy(example.rows))]
