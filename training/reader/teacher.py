"""What a sentence's vector should be: that of the model that we start from, reading the sentence alone.

So that vectors of the trained reader keep the likeness of sentences that all-MiniLM-L6-v2 was made for (Reimers and
Gurevych 2019: mean of the last layer over pieces, normed), though the encoder learns other things.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from throughline.reader.pieces import CLS, PAD, SEP
from training.reader.network import Reader, Sizes, load_base
from training.reader.windows import Window

_BATCH = 64


def teach(sets: Sequence[list[Window]], base: Path, cache: Path) -> None:
    """Give every window its `vectors`, from `cache` where a run before this one left them there."""
    own = [window for windows in sets for window in windows]
    sentences = [pieces for window in own for pieces in _sentences(window)]
    vectors = np.load(cache) if cache.exists() else np.empty((0, 0))
    if len(vectors) != len(sentences):
        vectors = _vectors(sentences, base)
        np.save(cache, vectors)
    at = 0
    for window in own:
        count = window.sentence[-1] + 1
        window.vectors = list(vectors[at : at + count])
        at += count


def _sentences(window: Window) -> list[list[int]]:
    """The pieces of each sentence of a window."""
    ends = [*window.firsts[1:], len(window.pieces) - 1]
    found: list[list[int]] = [[] for _ in range(window.sentence[-1] + 1)]
    for number, first, end in zip(window.sentence, window.firsts, ends, strict=True):
        found[number].extend(window.pieces[first:end])
    return found


@torch.no_grad()
def _vectors(sentences: Sequence[list[int]], base: Path) -> np.ndarray:
    model = Reader(Sizes(2, 2, 2, 2, 8)).eval()
    load_base(model, base)
    model.shapes.weight.zero_()
    found = np.zeros((len(sentences), 384), dtype=np.float16)
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
    for at in range(0, len(order), _BATCH):
        chosen = order[at : at + _BATCH]
        longest = max(len(sentences[i]) for i in chosen) + 2
        rows = [[CLS, *sentences[i], SEP] for i in chosen]
        pieces = torch.tensor([row + [PAD] * (longest - len(row)) for row in rows])
        mask = pieces != PAD
        with torch.autocast("cpu", torch.bfloat16):
            every = torch.arange(longest).expand(len(chosen), -1)
            states = model.encode(pieces, torch.zeros_like(pieces), mask, every).float()
        means = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        found[chosen] = functional.normalize(means, dim=-1).numpy()
    return found
