"""Which lines are article: a weighted vote on each, then the likeliest course through all of them.

In: rows of numbers, weights for them, and the price of a change. Out: for each row, whether it is article. The vote
is a logistic regression; the course is Viterbi's over two states, so that one odd line inside an article stays in
it, and one lucky line in a menu stays out (as in Pasternack and Roth, WWW 2009: an article is a run).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import mul


@dataclass(frozen=True, slots=True)
class Weights:
    """A weight for each named number, the bias, and the price of a change between article and furniture (log odds)."""

    by_name: Mapping[str, float]
    bias: float
    change: float


def votes(rows: Sequence[Sequence[float]], names: Sequence[str], weights: Weights) -> list[float]:
    """The log odds that each row is article, taken by itself; `names` are the rows' columns."""
    values = [weights.by_name[name] for name in names]
    return [weights.bias + sum(map(mul, row, values)) for row in rows]


def course(odds: Sequence[float], change: float) -> list[bool]:
    """The likeliest sequence of article and furniture, given the odds of each and the price of a change."""
    if not odds:
        return []
    article, furniture = odds[0], 0.0
    came: list[tuple[bool, bool]] = []
    for vote in odds[1:]:
        stays_in, comes_in = article >= furniture - change, article - change > furniture
        came.append((stays_in, comes_in))
        article, furniture = (
            (article if stays_in else furniture - change) + vote,
            article - change if comes_in else furniture,
        )
    state = article > furniture
    states = [state]
    for stays_in, comes_in in reversed(came):
        state = stays_in if state else comes_in
        states.append(state)
    return states[::-1]
