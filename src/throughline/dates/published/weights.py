"""How much each kind of evidence speaks for a day, and why a day that loses does.

In: the runners of a ballot. Out: the share of each, and words for a person. The odds are fitted (`odds`); a kind is
where a date stands (place and label in the page's lines; form and label in its markup), " later" that other days of
that kind stand before it, "within" that a month or year is named that it lies in.
"""

import math
from collections.abc import Sequence

from throughline.dates.published.ballot import Runner
from throughline.dates.published.claim import Candidate, kind, local_day
from throughline.dates.published.labels import Label
from throughline.dates.published.odds import FITTED

NONE = "none of them"
# Log odds of candidates of another step's making, of which no more than the basis is known.
_OF_BASIS = {
    "json-ld": 2.0, "meta": 2.0, "microdata": 1.5, "time-element": 1.5, "masthead": 2.5, "dateline": 2.0, "text": 0.5,
    "masthead changed": -1.0,
}  # fmt: skip
_NAMES = 0.7  # odds from which on a kind is trusted to name the day
_VISIT = (" visit", " weekday")  # labels of lines above the title
_WHY = {
    "comment": "it is the day of a reader's comment",
    "foot": "it stands below the article, where pages list others",
    "top": "it stands at the top of the page, where pages print the day of the visit",
    "body": "it is a day that the article speaks of",
    "time apart": "it stands beside the article, where pages list others",
}


def odds(name: str) -> float:
    """The log odds that a kind of evidence adds to a day."""
    return FITTED.get(name, _OF_BASIS.get(name, 0.0))


def names_day(candidate: Candidate) -> bool:
    """Tell whether a candidate is of a kind that mostly is the day of publication."""
    return odds(kind(candidate)) >= _NAMES


def shares(field: Sequence[Runner]) -> list[float]:
    """Share one among the runners and the chance that it is none of them."""
    scores = [sum(map(odds, sorted(runner.kinds))) for runner in field]
    top = max(scores, default=0.0)
    powers = [math.exp(score - top) for score in scores]
    whole = sum(powers) + math.exp(odds(NONE) - top)
    return [power / whole for power in powers]


def why_lost(loser: Candidate, winner: Candidate) -> str:
    """Say to a person why a day lost."""
    name = kind(loser)
    if local_day(loser) == winner.when.first:
        return f"it is the same moment's day in Greenwich: {loser.reason}"
    if name.endswith(Label.CHANGED):
        return f"it is the day of a change: {loser.reason}"
    if name.endswith(_VISIT):
        return f"pages print the day of the visit so: {loser.reason}"
    for place, reason in _WHY.items():
        if name.startswith(place):
            return reason
    return f"less speaks for it: {loser.reason}"
