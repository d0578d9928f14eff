"""Pages of which only snippets are known, as examples: what is sure of their blocks, and what trees before them say.

In: an `Example` with snippets, and the odds that trees fitted on known texts give its blocks. Out: the same with truths
and weights. A block that holds a snippet has its truth from it; any other has the trees' word, where they are sure, at
three tenths of the weight and by how far they agree with the page's snippets (self-training: Yarowsky, ACL 1995).
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from benchmarks.extraction import fold
from throughline.extract import judge
from throughline.extract.markup.setting import Floats
from training.markup.examples import NEVER, Example

_SURE = 2.0  # log odds from which on the trees' word is taken
_BY_WORD = 0.3  # weight of a block whose truth is the trees' word
_BY_SNIPPET, _MOST = 3.0, 6.0  # weight of a block that holds a snippet, in a small page at most so much
_AGREEING = 0.6  # share of its snippets that the trees must get right, or nothing else of a page is believed
_LONG = 15  # characters from which on a block inside a snippet is part of it


def labelled(page: Example, odds: Floats) -> Example:
    """Give the blocks of a page their truths."""
    texts = [fold(text) for text in page.texts]
    truth = np.full(len(texts), np.nan)
    for snippet in page.outside:
        truth[_places(snippet, texts)] = 0
    for snippet in page.inside:
        places = _places(snippet, texts)
        likely = [place for place in places if odds[place] > 0]
        truth[likely or sorted(places, key=lambda place: -odds[place])[:1]] = 1
    by_snippet = ~np.isnan(truth)
    weights = np.where(np.abs(odds) > _SURE, page.weights * _BY_WORD * _agreement(page, odds), 0.0)
    weights[by_snippet] = np.minimum(page.weights[by_snippet] * _BY_SNIPPET, _MOST)
    return replace(page, is_article=np.where(by_snippet, truth, odds > 0), weights=weights)


def _places(snippet: str, texts: Sequence[str]) -> list[int]:
    """Find the blocks that hold a snippet, or else those that it holds."""
    found = [place for place, text in enumerate(texts) if snippet in text]
    return found or [place for place, text in enumerate(texts) if len(text) > _LONG and text in snippet]


def right(page: Example, odds: Floats) -> tuple[list[bool], list[bool]]:
    """Tell which snippets of the article the choice by these odds has, and which of the rest it leaves out."""
    keep = judge.chosen(np.where(page.never, NEVER, odds).tolist(), [len(text.split()) for text in page.texts])
    body = fold("\n".join(text for text, is_kept in zip(page.texts, keep, strict=True) if is_kept))
    return [snippet in body for snippet in page.inside], [snippet not in body for snippet in page.outside]


def _agreement(page: Example, odds: Floats) -> float:
    inside, outside = right(page, odds)
    share = sum(inside + outside) / max(1, len(inside + outside))
    return share if share > _AGREEING else 0.0
