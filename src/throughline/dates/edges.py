"""What the words just before a date do to it: "the end of 2011", "early May", "by 2012", "since Monday"."""

import re
from dataclasses import replace
from datetime import date

from throughline.dates import days
from throughline.model import Grain, When

PARTS = re.compile(r"(?:t?(?P<noun>N)f|t?(?P<adjective>e))$")

# Signals by their letter: which way they make a sentence look when a date has no year, 0 where tense decides.
SIGNALS = {"B": 1, "u": 0, "s": -1, "b": 0, "A": 0, "F": 0}
_START = frozenset("beginning start early".split())
_END = frozenset("end close late".split())


def part(when: When, word: str) -> When:
    """Return the part of a span that "end", "early" or "middle" names: a last or first twelfth, or third.

    A noun names the very edge ("the end of 2011": December), an adjective a third ("late 2011": September on).
    """
    if when.first is None or when.last is None:
        return when
    length = (when.last - when.first).days + 1
    size = max(length // (12 if word in {"end", "beginning", "start", "close"} else 3), 1)
    if when.grain is Grain.MONTH:
        size = 10
    if when.grain is Grain.WEEK:
        size = 3
    if word in _START:
        first, last = when.first, days.shift_days(when.first, size)
    elif word in _END:
        first, last = days.shift_days(when.last, -size), when.last
    else:
        first, last = days.shift_days(when.first, length // 3), days.shift_days(when.last, -(length // 3))
    return replace(when, first=first, last=last, grain=Grain.INTERVAL, approximate=True)


def bound(when: When, letter: str) -> When:
    """Open an interval by its signal: "by", "until" and "before" leave no first day, "since" and "after" no last.

    A day that "until" or "by" names is still inside; "before" and "after" leave out what they name.
    """
    grain = when.grain if when.grain in {Grain.YEAR, Grain.MONTH} else Grain.DAY
    if letter in "Bu":
        return replace(when, first=None, grain=grain, approximate=False)
    if letter in "sF":
        return replace(when, last=None, grain=grain, approximate=False)
    if letter == "b":
        return replace(when, first=None, last=_next(when.first, -1), grain=grain, approximate=False)
    return replace(when, first=_next(when.last, 1), last=None, grain=grain, approximate=False)


def _next(value: date | None, step: int) -> date | None:
    return days.shift_days(value, step) if value else None
