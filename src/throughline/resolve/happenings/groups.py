"""Pairs to groups: which accounts are of one happening, given how likely each pair is.

In: how many accounts, and pairs with probabilities; a pair that is not given counts as 0. Out: groups of accounts. Two
groups become one while the mean over all their pairs is high enough, the likeliest first (average link: Sokal and
Michener, 1958), so that one bold pair does not join two happenings. A pair that must not be one, or must be, whatever
the others are, has a number far below 0 or far above 1.
"""

import heapq
from collections.abc import Iterable

_LEAST = 0.02  # a pair less likely than this counts as 0: most pairs are, and need not be kept


def groups(count: int, likely: Iterable[tuple[tuple[int, int], float]], least: float) -> list[list[int]]:
    """Group `count` accounts; groups in order of their first account, which is in ascending order in each."""
    sums: list[dict[int, float]] = [{} for _ in range(count)]
    for (one, other), value in likely:
        if abs(value) >= _LEAST:
            sums[one][other] = sums[other][one] = value
    members: list[list[int]] = [[number] for number in range(count)]
    waiting = [(-value, one, other) for one in range(count) for other, value in sums[one].items() if one < other]
    waiting = [each for each in waiting if -each[0] >= least]
    heapq.heapify(waiting)
    while waiting:
        value, one, other = heapq.heappop(waiting)
        if -value == _mean(sums, members, one, other):  # else it is out of date, or one of them is gone
            _join(sums, members, one, other)
            for third in sums[one]:
                mean = _mean(sums, members, one, third)
                if mean >= least:
                    heapq.heappush(waiting, (-mean, min(one, third), max(one, third)))
    return [sorted(each) for each in members if each]


def connected(count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Put together whom chains of pairs join: two or more each, in ascending order."""
    above = list(range(count))

    def root(one: int) -> int:
        while above[one] != one:
            above[one] = one = above[above[one]]
        return one

    for one, other in pairs:
        above[root(one)] = root(other)
    members: dict[int, list[int]] = {}
    for one in range(count):
        members.setdefault(root(one), []).append(one)
    return [each for each in members.values() if len(each) > 1]


def _mean(sums: list[dict[int, float]], members: list[list[int]], one: int, other: int) -> float:
    """Return the mean over all pairs of two groups; -1 where one of them is gone."""
    total = sums[one].get(other)
    return -1.0 if total is None else total / (len(members[one]) * len(members[other]))


def _join(sums: list[dict[int, float]], members: list[list[int]], one: int, other: int) -> None:
    """Put the members of `other` into `one`."""
    members[one] += members[other]
    members[other] = []
    for third, value in sums[other].items():
        del sums[third][other]
        if third != one:
            sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + value
    sums[other] = {}
