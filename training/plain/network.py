"""The network that tells article from furniture, line by line: small, and it sees the whole page.

In: for the lines of a page their numbers (`traits.NAMES`) and their hashed words. Out: log odds that each line is
article. A first reading looks at a line and a few around it; a second one also knows what the first made of the page:
how much of the article stands before and after a line, and what its lines look like on average (stacking, Wolpert
1992, within one network and trained as one). Lines far away are heard through fixed offsets, so that a graph of plain
matrix products remains.
"""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from throughline.extract import cues
from throughline.extract.plaintext import traits

_WORD = 16  # numbers for a hashed word
_WIDTH, _NARROW = 48, 12  # numbers for a line, and those of them that other lines hear
_NEAR = (-3, -2, -1, 0, 1, 2, 3)
_WIDER = (-8, -5, -2, -1, 0, 1, 2, 5, 8)
_WIDEST = (-12, -6, -3, -1, 0, 1, 3, 6, 12)
_AROUND = (-4, -3, -2, -1, 1, 2, 3, 4)
_SIZE = cues.NAMES.index("words80")  # stands for a line's length: its words, up to eighty
_MUCH = 3.0  # lines of that length that count as a whole article before or after a line
_DROPPED, _DROPPED_WORDS = 0.2, 0.4
_MOST_WORDS = 120  # of a line that count in the loss
_LEAST_ARTICLE = 20.0  # words; pages with fewer have no overlap worth the name


def moved(lines: Tensor, by: int) -> Tensor:
    """Shift the lines of pages, filling up with zeros."""
    if by == 0:
        return lines
    space = torch.zeros_like(lines[:, :1]).expand(-1, abs(by), -1)
    count = lines.shape[1]
    return torch.cat([space, lines], 1)[:, :count] if by > 0 else torch.cat([lines, space], 1)[:, -by:]


class Hearing(nn.Module):
    """Adds to each line what lines at some offsets say."""

    def __init__(self, offsets: Sequence[int]) -> None:
        super().__init__()
        self.offsets = tuple(offsets)
        self.said = nn.Linear(_WIDTH, _NARROW)
        self.heard = nn.Linear(_NARROW * len(self.offsets), _WIDTH)
        self.drop = nn.Dropout(_DROPPED)

    def forward(self, lines: Tensor, real: Tensor) -> Tensor:
        """Pages x lines x width, and which lines there are."""
        said = self.said(lines) * real
        around = torch.cat([moved(said, by) for by in self.offsets], -1)
        return lines + self.drop(torch.relu(self.heard(around)))


class Network(nn.Module):
    """Pages x lines x numbers to pages x lines: the log odds of the second reading, and of the first."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(traits.BUCKETS, _WORD, padding_idx=0)
        nn.init.normal_(self.words.weight, std=0.1)
        with torch.no_grad():
            self.words.weight[0] = 0
        self.drop_words, self.drop = nn.Dropout(_DROPPED_WORDS), nn.Dropout(_DROPPED)
        self.line = nn.Linear(len(traits.NAMES) + 2 * _WORD, _WIDTH)
        self.norm = nn.LayerNorm(_WIDTH)
        self.near, self.wider, self.widest = Hearing(_NEAR), Hearing(_WIDER), Hearing(_WIDEST)
        self.first = nn.Linear(_WIDTH, 1)
        self.page = nn.Linear(2 * _WIDTH + 6, _WIDTH)
        self.second = nn.Linear(_WIDTH, 1)

    def forward(self, numbers: Tensor, words: Tensor, real: Tensor) -> tuple[Tensor, Tensor]:
        """Read pages twice; `real` is 1 where there is a line."""
        real = real.unsqueeze(-1)
        said = [numbers, self._mean(words[..., : traits.FIRST]), self._mean(words[..., traits.FIRST :])]
        lines = self.drop(torch.relu(self.norm(self.line(torch.cat(said, -1)))))
        lines = self.wider(self.near(lines, real), real)
        first = self.first(lines)
        lines = self.widest(self._reread(lines, torch.sigmoid(first) * real, numbers[..., _SIZE : _SIZE + 1]), real)
        return self.second(lines).squeeze(-1), first.squeeze(-1)

    def _mean(self, words: Tensor) -> Tensor:
        count = (words > 0).float().sum(-1, keepdim=True).clamp(min=1)
        return self.drop_words(self.words(words)).sum(-2) / count

    def _reread(self, lines: Tensor, chance: Tensor, size: Tensor) -> Tensor:
        article = chance * size
        total = article.sum(1, keepdim=True).clamp(min=0.05)
        before = torch.cumsum(article, 1) - article
        after = total - before - article
        told = [
            lines,
            ((lines * article).sum(1, keepdim=True) / total).expand_as(lines),
            chance,
            before / total,
            after / total,
            (before / _MUCH).clamp(max=1),
            (after / _MUCH).clamp(max=1),
            torch.stack([moved(article, by) for by in _AROUND]).sum(0),
        ]
        return lines + self.drop(torch.relu(self.page(torch.cat(told, -1))))


def loss(odds: Tensor, is_article: Tensor, words: Tensor, real: Tensor) -> Tensor:
    """Cross-entropy with lines weighing by their words, and one less the overlap (soft Dice), each page alike."""
    words = words.clamp(max=_MOST_WORDS)
    weights = (words**0.8 + 1) * real
    weights = weights / (weights * (is_article + 0.5)).sum(1, keepdim=True).clamp(min=50)
    entropy = nn.functional.binary_cross_entropy_with_logits(odds, is_article, reduction="none")
    chance = torch.sigmoid(odds) * real
    both = (chance * is_article * words).sum(1)
    overlap = 2 * both / ((chance * words).sum(1) + (is_article * words).sum(1)).clamp(min=1)
    has_article = ((is_article * words).sum(1) > _LEAST_ARTICLE).float()
    return (entropy * weights).sum(1).mean() + 0.5 * ((1 - overlap) * has_article).mean()
