"""Scores of begin and go-on labels to spans: the best labels among those that are well formed.

A label that goes on may follow only one of its own kind (Viterbi 1967, with hard constraints). Labels: 0 outside,
2k + 1 where a span of kind k begins, 2k + 2 where it goes on.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from throughline.reader.graph import Floats, Whole

Span = tuple[int, int, int]  # first word, word after the last, kind


def decode(scores: Floats, starts: Sequence[int]) -> list[Span]:
    """Return the spans of the best sequence of labels, [w, 1 + 2 kinds]; none goes on into a word of `starts`.

    The best label of each word by itself is the answer wherever that is well formed, so that only the stretches
    between two of `starts` where it is not are searched.
    """
    best = scores.argmax(1)
    broken = _broken(best, starts)
    if broken.any():
        for first, last in pairwise([*starts, len(scores)]):
            if broken[first:last].any():
                best[first:last] = _viterbi(scores[first:last])
    return _spans(best.tolist(), frozenset(starts))


def _broken(labels: Whole, starts: Sequence[int]) -> npt.NDArray[np.bool_]:
    """Say which words go on with a span that the word before them is not in."""
    before = np.zeros_like(labels)
    before[1:] = labels[:-1]
    before[list(starts)] = 0
    goes_on = (labels > 0) & (labels % 2 == 0)
    found: npt.NDArray[np.bool_] = goes_on & (before != labels) & (before != labels - 1)
    return found


def _viterbi(scores: Floats) -> list[int]:
    """Return the best well-formed labels of one stretch. Where two are equally good, the lower number wins."""
    rows = scores.tolist()
    kinds = range(2, len(rows[0]), 2)
    total = list(rows[0])
    for label in kinds:
        total[label] = float("-inf")  # nothing goes on from nowhere
    back: list[list[int]] = []
    for row in rows[1:]:
        top = max(range(len(total)), key=total.__getitem__)
        came = [top] * len(row)
        new = [total[top] + score for score in row]
        for label in kinds:
            came[label] = label - 1 if total[label - 1] >= total[label] else label
            new[label] = total[came[label]] + row[label]
        back.append(came)
        total = new
    at = max(range(len(total)), key=total.__getitem__)
    found = [at]
    for came in reversed(back):
        at = came[at]
        found.append(at)
    return found[::-1]


def _spans(labels: Sequence[int], starts: frozenset[int]) -> list[Span]:
    found: list[Span] = []
    before = 0
    for index, label in enumerate(labels):
        if label:
            if label % 2 == 0 and before and index not in starts:
                found[-1] = (found[-1][0], index + 1, found[-1][2])
            else:
                found.append((index, index + 1, (label - 1) // 2))
        before = label
    return found
