"""How well groups of mentions agree with the true ones: MUC, B-cubed, CEAF-e, and the mean of their F1 ("CoNLL F1").

In: true groups and groups found, sets of mentions, each mention in at most one group of a side. The sides need not hold
the same mentions: one that the other side has not counts against precision or recall, as in the reference scorer
(Pradhan et al. 2014).
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

Groups = Sequence[AbstractSet[Hashable]]


class Score(NamedTuple):
    """Precision, recall and their harmonic mean, fractions of 1."""

    precision: float
    recall: float
    f1: float


def scores(true: Groups, found: Groups) -> dict[str, float]:
    """Return `conll_f1` and the precision, recall and F1 of the three."""
    parts = {"muc": muc(true, found), "bcubed": bcubed(true, found), "ceafe": ceafe(true, found)}
    out = {"conll_f1": sum(part.f1 for part in parts.values()) / len(parts)}
    for name, part in parts.items():
        out |= {f"{name}_{side}": value for side, value in part._asdict().items()}
    return out


def muc(true: Groups, found: Groups) -> Score:
    """Links: how many a side needs to be joined as the other joins them (Vilain et al. 1995). Single ones have none."""
    return _score(_links(found, true), _links(true, found))


def _links(groups: Groups, others: Groups) -> float:
    places = _places(others)
    right = sum(len(group) - len({places.get(each, ("alone", each)) for each in group}) for group in groups)
    wanted = sum(len(group) - 1 for group in groups)
    return right / wanted if wanted else 0.0


def bcubed(true: Groups, found: Groups) -> Score:
    """Mentions: the share of its group that is the other side's group, over all mentions (Bagga and Baldwin 1998)."""
    return _score(_shares(found, true), _shares(true, found))


def _shares(groups: Groups, others: Groups) -> float:
    places = _places(others)
    right = sum(
        count * count / len(group)
        for group in groups
        for count in Counter(places[each] for each in group if each in places).values()
    )
    mentions = sum(map(len, groups))
    return right / mentions if mentions else 0.0


def ceafe(true: Groups, found: Groups) -> Score:
    """Groups, each paired with at most one of the other side, by likeness 2 |a & b| / (|a| + |b|) (Luo 2005, phi 4)."""
    places = _places(found)
    like: dict[int, dict[int, float]] = {}
    for number, group in enumerate(true):
        for other, count in Counter(places[each] for each in group if each in places).items():
            like.setdefault(number, {})[other] = 2 * count / (len(group) + len(found[other]))
    total = sum(best(part) for part in _parts(like))
    return _score(total / len(found) if found else 0.0, total / len(true) if true else 0.0)


def _parts(like: Mapping[int, Mapping[int, float]]) -> list[dict[int, Mapping[int, float]]]:
    """Part rows that share no column: each part can be paired on its own."""
    holders: dict[int, list[int]] = defaultdict(list)
    for row, others in like.items():
        for column in others:
            holders[column].append(row)
    seen: set[int] = set()
    parts = []
    for first in like:
        part: dict[int, Mapping[int, float]] = {}
        waiting = [first]
        while waiting:
            row = waiting.pop()
            if row not in seen:
                seen.add(row)
                part[row] = like[row]
                waiting += [other for column in like[row] for other in holders[column]]
        if part:
            parts.append(part)
    return parts


def best(like: Mapping[int, Mapping[int, float]]) -> float:
    """Return the highest sum of a pairing of rows and columns: shortest augmenting paths (Kuhn 1955, Munkres 1957)."""
    rows, columns = list(like), sorted({column for row in like.values() for column in row})
    if len(rows) == 1 or len(columns) == 1:
        return max(value for row in like.values() for value in row.values())
    cost = [[-like[row].get(column, 0.0) for column in columns] for row in rows]
    if len(rows) > len(columns):
        cost = [list(column) for column in zip(*cost, strict=True)]
    return -_cheapest(cost)


def _cheapest(cost: list[list[float]]) -> float:
    """Return the least cost of giving each row a column of its own; there are at least as many columns as rows."""
    wide = len(cost[0])
    of_row, of_column = [0.0] * (len(cost) + 1), [0.0] * (wide + 1)
    taken = [0] * (wide + 1)  # the row that has a column, from 1; column 0 is where the search starts
    for row in range(1, len(cost) + 1):
        taken[0], at = row, 0
        least, came = [float("inf")] * (wide + 1), [0] * (wide + 1)
        done: set[int] = set()
        while taken[at]:
            done.add(at)
            here, left = taken[at], [column for column in range(1, wide + 1) if column not in done]
            for column in left:
                now = cost[here - 1][column - 1] - of_row[here] - of_column[column]
                if now < least[column]:
                    least[column], came[column] = now, at
            at = min(left, key=least.__getitem__)
            step = least[at]
            for column in done:
                of_row[taken[column]] += step
                of_column[column] -= step
            for column in left:
                least[column] -= step
        while at:
            taken[at], at = taken[came[at]], came[at]
    return sum(cost[taken[column] - 1][column - 1] for column in range(1, wide + 1) if taken[column])


def _places(groups: Groups) -> dict[Hashable, int]:
    return {each: number for number, group in enumerate(groups) for each in group}


def _score(precision: float, recall: float) -> Score:
    total = precision + recall
    return Score(precision, recall, 2 * precision * recall / total if total else 0.0)
