"""How much each kind of evidence speaks for a day, and why a day that loses does.

In: the runners of a ballot. Out: the share of each, and words for a person. The table is `python -m training.days`
on the dated pages of the two open collections of pages, each read as HTML and as bare text; a kind is where a date
stands (place and label in the page's lines; form and label in its markup), " later" that other days of that kind
stand before it, "within" that a month or year is named that it lies in.
"""

import math
from collections.abc import Sequence

from throughline.dates.ballot import Runner
from throughline.dates.claim import Candidate, kind
from throughline.dates.labels import Label

NONE = "none of them"
_NAMES = 0.7  # odds from which on a kind is trusted to name the day
_WHY = {
    "comment": "it is the day of a reader's comment",
    "foot": "it stands below the article, where pages list others",
    "top": "it stands at the top of the page, where pages print the day of the visit",
    "body": "it is a day that the article speaks of",
    "time apart": "it stands beside the article, where pages list others",
}


def odds(name: str) -> float:
    """The log odds that a kind of evidence adds to a day."""
    return _ODDS.get(name, 0.0)


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
    if name.endswith(Label.CHANGED):
        return f"it is the day of a change: {loser.reason}"
    for place, reason in _WHY.items():
        if name.startswith(place):
            return reason
    if loser.basis == winner.basis:
        return f"less speaks for it: {loser.reason}"
    return f"the {winner.basis} is a stronger source than the {loser.basis} here"


# Log odds. The bases alone stand for candidates without a kind: those of a script, or of another step's making.
_ODDS: dict[str, float] = {
    "json-ld": 2.0, "meta": 2.0, "microdata": 1.5, "time-element": 1.5, "masthead": 2.5, "dateline": 2.0, "text": 0.5,
    "masthead changed": -1.0,
    "head published": 3.5, "head within": 3.5, "head bare": 2.9, "near bare": 2.9, "over bare": 2.9,
    "over published": 2.9, "opening bare": 2.6, "near published": 2.4, "near within": 2.4, "top published": 2.4,
    "meta published": 2.2, "address": 2.0, "opening published": 2.0, "under published": 2.0, "within address": 1.9,
    "body bare": 1.8, "title bare": 1.7, "comment changed": 1.6, "title published": 1.5, "within head bare": 1.5,
    "title within": 1.4, "top bare": 1.4, "top changed": 1.4, "body published": 1.2, "over within": 1.2,
    "top within": 1.1, "body changed": 1.0, "script changed": 1.0, "time apart": 1.0, "time changed later": 1.0,
    "within near published": 1.0, "under changed": 0.9, "closing within": 0.8, "foot published": 0.8,
    "opening within": 0.8, "time under title": 0.8, "under bare": 0.8, "within comment bare": 0.8,
    "comment published": 0.7, "json-ld published": 0.7, "meta date": 0.7, "script published": 0.7,
    "scripts changed": 0.7, "under other": 0.7, "comment other": 0.6, "foot changed": 0.6, "head changed": 0.6,
    "within body changed": 0.6, "class changed": 0.5, "json-ld changed": 0.5, "near changed": 0.5,
    "time changed": 0.5, "class over title": 0.4, "class under title": 0.4, "closing published": 0.4,
    "earliest": 0.4, "scripts published later": 0.4, "within foot bare": 0.4, "body within": 0.3, "latest": 0.3,
    "top within later": 0.3, "within class under title": 0.3, "within title bare": 0.3, "within title within": 0.3,
    "under within": 0.2, "within comment within": 0.2, "within top bare": 0.2, "comment bare": -0.2,
    "foot within": -0.2, NONE: -0.2, "time published later": -0.2, "within body bare": -0.2,
    "within head within": -0.2, "closing changed": -0.3, "json-ld published later": -0.3, "time published": -0.3,
    "comment within": -0.4, "foot bare": -0.4, "foot within later": -0.4, "property published later": -0.4,
    "scripts changed later": -0.4, "under bare later": -0.4, "under within later": -0.4, "within body within": -0.4,
    "body changed later": -0.5, "class changed later": -0.5, "foot changed later": -0.5, "over changed": -0.5,
    "over published later": -0.5, "paragraph published": -0.5, "time apart later": -0.5, "time over title": -0.5,
    "title changed": -0.5, "top other": -0.5, "head other": -0.6, "meta changed": -0.6, "opening paragraph": -0.6,
    "time over title later": -0.6, "title within later": -0.6, "class over title later": -0.7,
    "comment published later": -0.8, "near bare later": -0.8, "near changed later": -0.9, "after a comment": -1.0,
    "class under title later": -1.0, "near within later": -1.0, "over bare later": -1.0, "body other": -1.1,
    "head changed later": -1.1, "body within later": -1.2, "near published later": -1.2, "within near bare": -1.2,
    "property changed": -1.3, "foot bare later": -1.4, "head within later": -1.4, "time under title later": -1.4,
    "comment bare later": -1.7, "foot published later": -1.7, "body published later": -1.9,
    "head published later": -2.0, "body bare later": -2.2,
}  # fmt: skip
