"""How much each kind of evidence speaks for a day, and why a day that loses does.

In: the runners of a ballot. Out: the share of each, and words for a person. The table is `python -m training.days`
on the dated pages of the two open collections of pages, each read as HTML and as bare text; a kind is where a date
stands (place and label in the page's lines; form and label in its markup), " later" that other days of that kind
stand before it, "within" that a month or year is named that it lies in.
"""

import math
from collections.abc import Sequence

from throughline.dates.ballot import Runner
from throughline.dates.claim import Candidate, kind, local_day
from throughline.dates.labels import Label

NONE = "none of them"
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


# Log odds. The bases alone stand for candidates without a kind: those of a script, or of another step's making.
_ODDS: dict[str, float] = {
    "json-ld": 2.0, "meta": 2.0, "microdata": 1.5, "time-element": 1.5, "masthead": 2.5, "dateline": 2.0, "text": 0.5,
    "masthead changed": -1.0,
    "head bare": 3.3, "head published": 3.2, "head within": 3.1, "near bare": 3.1, "over bare": 3.1,
    "over published": 2.8, "near published": 2.7, "over weekday": 2.6, "head weekday": 2.5, "near within": 2.5,
    "meta published": 2.4, "top bare": 2.4, "top published": 2.3, "over within": 2.1, "under published": 2.1,
    "body bare": 1.9, "title published": 1.9, "closing published": 1.7, "title within": 1.7, "title bare": 1.6,
    "body published": 1.5, "top within": 1.4, "under bare": 1.4, "within address": 1.4, "address": 1.3,
    "under changed": 1.3, "closing within": 1.2, "body changed": 1.1, "near changed": 1.1, "top changed": 1.1,
    "within near published": 1.1, "comment published": 1.0, "foot published": 1.0, "head changed": 1.0,
    "under within": 1.0, "head other": 0.9, "script changed": 0.9, "within body changed": 0.9,
    "within foot bare": 0.9, "comment changed": 0.8, "opening within": 0.8, "paragraph published": 0.8,
    "within comment bare": 0.8, "json-ld published": 0.7, "meta date": 0.7, "script published": 0.7,
    "time apart": 0.7, "closing changed": 0.6, "time under title": 0.6, "under other": 0.6, "foot changed": 0.5,
    "scripts changed": 0.5, "scripts published": 0.5, "top weekday": 0.5, "within title bare": 0.5,
    "class changed": 0.4, "earliest": 0.4, "json-ld changed": 0.4, "over changed": 0.4, "property published": 0.4,
    "time changed": 0.4, "time published": 0.4, "within head bare": 0.4, "within title within": 0.4,
    "class under title": 0.3, "latest": 0.3, "opening paragraph": 0.3, "time changed later": 0.3,
    "within comment within": 0.3, "foot within": 0.2, "top other": 0.2, "within over bare": 0.2, NONE: 0.1,
    "scripts published later": -0.2, "within head within": -0.2, "foot other": -0.3, "json-ld changed later": -0.3,
    "meta changed later": -0.3, "top within later": -0.3, "within near bare": -0.3, "body other": -0.4,
    "time over title": -0.4, "class changed later": -0.5, "time apart later": -0.5, "under published later": -0.5,
    "body changed later": -0.6, "foot changed later": -0.6, "meta changed": -0.6, "under bare later": -0.7,
    "comment within later": -0.8, "head bare later": -0.8, "class under title later": -0.9,
    "foot within later": -0.9, "time over title later": -0.9, "top bare later": -0.9, "after a comment": -1.0,
    "class over title later": -1.0, "head within later": -1.0, "foot other later": -1.1,
    "time published later": -1.1, "time under title later": -1.1, "body other later": -1.2,
    "json-ld published later": -1.2, "meta published later": -1.2, "body within later": -1.3,
    "over bare later": -1.3, "over published later": -1.3, "property published later": -1.3,
    "comment published later": -1.4, "property changed": -1.4, "comment bare later": -1.5, "foot bare later": -1.5,
    "body bare later": -1.7, "head published later": -1.7, "body published later": -1.8,
    "foot published later": -1.8, "near within later": -1.8, "near bare later": -1.9, "near published later": -1.9,
}  # fmt: skip
