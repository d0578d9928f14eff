"""The count of an election: which days a page names, which of them stand, and the share that each has.

In: claims. Out: a `Count`: runners by share, and how much is left for a day that the page does not name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from throughline.dates.published import weights
from throughline.dates.published.ballot import Runner
from throughline.dates.published.claim import Candidate, kind

# The share from which on a day is called the day: what is called so is wrong on at most 2 % of all pages. Held out
# (docs/decisions/days-of-pages.md) ...
SURE = 0.95
# ... and on pages that name days in lines alone, as bare text does.
SURE_OF_LINES = 0.88
# The share below which the likeliest day is no guess worth the name: held out, guesses above are right in .44 to .8.
_LEAST_GUESS = 0.3
_LEAST_GUESS_OF_LINES = 0.5  # .906 of answers are right with it, .866 without
_LEFT_OUT = 0.02  # of the whole: what the days outside an interval may have between them
# The chance that the page names its own day nowhere, up to which an interval begins with the first day that may be it.
# Held out, .42 of the intervals of HTML and .30 of bare text have a first day so, not .20 and .17 as with .02, and hold
# the true one as often; with .12 they are .75 and .49, and .01 fewer hold it, even where they begin a year before.
_NAMES_ITS_OWN = 0.05


@dataclass(frozen=True, slots=True)
class Count:
    """Runners, likeliest first, their shares, and `named`: all days that the page names, also those that fell."""

    ranked: tuple[Runner, ...]
    shares: dict[date, float]
    named: tuple[Runner, ...]

    @property
    def best(self) -> Runner:
        """The likeliest; IndexError where no day stands."""
        return self.ranked[0]

    @property
    def sure(self) -> float:
        """The share that makes a day sure."""
        return SURE_OF_LINES if self._is_bare else SURE

    @property
    def least(self) -> float:
        """The share that makes a day a guess."""
        return _LEAST_GUESS_OF_LINES if self._is_bare else _LEAST_GUESS

    @property
    def _is_bare(self) -> bool:
        return all(one.basis == "masthead" for runner in self.named for one in runner.candidates)

    @property
    def unnamed(self) -> float:
        """The chance that it is a day that does not stand."""
        return 1 - sum(self.shares.values())

    def spread(self) -> tuple[date | None, date | None]:
        """The first and the last day of an interval that holds the day as good as always; an open first is None.

        Of pages whose day is not sure, the true one stands nowhere on .06 (HTML) and .13 (bare text): mostly it is
        older than all that the page names, by up to a year on a third of them. It is younger than the latest on .006
        and .02. So the first day rests on how likely the page names its own at all.
        """
        left = 1 - _LEFT_OUT
        inside: list[date] = []
        for runner in self.ranked:
            if left <= self.unnamed and inside:
                break
            inside.append(runner.day)
            left -= self.shares[runner.day]
        first = min(inside) if self.unnamed <= _NAMES_ITS_OWN else None
        return first, max(inside) if self.unnamed <= _LEFT_OUT else max(runner.day for runner in self.named)


def count(named: Sequence[Runner], field: Sequence[Runner]) -> Count:
    """Count the votes for the days of `field`, those of `named` that stand."""
    shares = dict(zip((runner.day for runner in field), weights.shares(field), strict=True))
    return Count(tuple(sorted(field, key=lambda runner: -shares[runner.day])), shares, tuple(named))


def leading(runner: Runner) -> Candidate:
    """The candidate that speaks most for a day."""
    return max(runner.candidates, key=lambda c: weights.odds(kind(c)))
