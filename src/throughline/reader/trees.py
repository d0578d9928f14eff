"""Scores of heads to trees: the best tree of every sentence, with one root.

The best head of each word by itself is the answer wherever that is a tree. Elsewhere the maximum spanning
arborescence is found by contracting cycles (Chu and Liu 1965, Edmonds 1967); that only one word hangs from the root
follows from taking the same large amount off every arc from it (Stanojević and Cohen 2021), since a tree with one is
always to be had.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]
Heads = npt.NDArray[np.int64]


def decode(arcs: npt.NDArray[np.float32], parts: Sequence[tuple[int, int]]) -> Heads:
    """Return the head of every word of a window: -1 for a root, else a word of the same part.

    `arcs` is [w, w + 1], column 0 the root; `parts` cover all words, in order.
    """
    firsts = np.array([first for first, _ in parts])
    sizes = np.array([last - first for first, last in parts])
    number = np.repeat(np.arange(len(parts)), sizes)
    own = np.where(number[:, None] == number[None, :], arcs[:, 1:], -np.inf)
    np.fill_diagonal(own, -np.inf)
    heads: Heads = own.argmax(1)
    heads[arcs[:, 0] >= own.max(1)] = -1
    for index in np.flatnonzero(~_are_trees(heads, firsts, number)).tolist():
        first, last = parts[index]
        columns = [0, *range(first + 1, last + 1)]
        found = spanning(arcs[first:last, columns].astype(np.float64))
        heads[first:last] = np.where(found > 0, found - 1 + first, -1)
    return heads


def _are_trees(heads: Heads, firsts: Heads, number: Heads) -> npt.NDArray[np.bool_]:
    """Say which parts are trees with one root."""
    roots = np.add.reduceat((heads < 0).astype(np.int64), firsts)
    above = np.append(heads, -1)  # the last is what the root points at: itself
    above[above < 0] = len(heads)
    for _ in range(len(heads).bit_length()):
        above = above[above]
    loose = np.bincount(number, above[:-1] != len(heads), len(firsts))
    found: npt.NDArray[np.bool_] = (roots == 1) & (loose == 0)
    return found


def spanning(scores: Scores) -> Heads:
    """Return the heads of the best tree of `scores`, [n, n + 1]: 0 the root, which has one dependent, else a word."""
    n = len(scores)
    weights = np.full((n + 1, n + 1), -np.inf)  # weights[dependent, head]
    weights[1:] = scores
    np.fill_diagonal(weights, -np.inf)
    finite = scores[np.isfinite(scores)]
    weights[1:, 0] -= (np.ptp(finite) + 1) * (n + 1)
    return _edmonds(weights)[1:]


def _edmonds(weights: Scores) -> Heads:
    """Return the best head of every node but 0, given [dependent, head]: contract cycles, then open them in reverse.

    A contracted cycle lives on as its first node. `weights` is used up.
    """
    heads: Heads = weights.argmax(1)
    heads[0] = -1
    live = np.ones(len(weights), dtype=bool)
    contracted: list[tuple[Heads, Heads, Heads, Heads]] = []
    while (found := _cycle(heads, live)) is not None:
        cycle = np.array(found)
        first, rest = cycle[0], cycle[1:]
        into = weights[cycle] - weights[cycle, heads[cycle]][:, None]
        out = weights[:, cycle]
        entered, left = cycle[into.argmax(0)], cycle[out.argmax(1)]
        contracted.append((cycle, heads[cycle], entered, left))
        weights[first], weights[:, first] = into.max(0), out.max(1)
        weights[:, rest] = weights[first, first] = -np.inf
        live[rest] = False
        merged = np.arange(len(heads) + 1)  # the last is for node 0's head, -1
        merged[rest], merged[-1] = first, -1
        heads = merged[heads]
        heads[first] = weights[first].argmax()
    for cycle, own, entered, left in reversed(contracted):
        above = heads[cycle[0]]
        below = np.flatnonzero(heads == cycle[0])
        heads[below] = left[below]
        heads[cycle] = own
        heads[entered[above]] = above
    return heads


def _cycle(heads: Heads, live: npt.NDArray[np.bool_]) -> list[int] | None:
    """Return the nodes of a cycle, if there is one."""
    seen = [0] * len(heads)  # 0: not yet; else the walk that came by
    above = heads.tolist()
    for walk, start in enumerate(np.flatnonzero(live).tolist(), 1):
        at = start
        while at >= 0 and not seen[at]:
            seen[at] = walk
            at = above[at]
        if at >= 0 and seen[at] == walk:
            cycle = [at]
            while (at := above[at]) != cycle[0]:
                cycle.append(at)
            return cycle
    return None
