"""How long after its own day a text was still being written: a live page, or a report taken over midnight.

In: the sentences of a text with the letters of their tokens, and its day. Out: the days after its own of which it
tells as past; there tomorrow's weekday is tomorrow, and not a week ago. News tells first of what is new, so a text
that opens with tomorrow's weekday was told then, unless the day stands first in its sentence: that harks back. Entries
that open with the clock are a log, which goes on as far as the weekdays beside its clocks say.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from throughline.dates.words import WEEKDAYS
from throughline.model import Token

_OPENING = 3  # sentences of news that tell what is new (of 27 pages that open so with tomorrow's weekday, 25 mean it)
_FEWEST = 3  # sentences that open with the clock before a text is a log
_LONGEST = 2  # days after its own that a log goes on: more may be a day of the week before
_FRONT = 1  # tokens before a day that opens its sentence: "On Friday , ..."
_LEADS = "LXZ"  # letters of "last", "next" and "this", which say themselves which day is meant
_STAMP = re.compile(r"[(_]{0,3}(?:C|[nd]+m)")  # "( Update 6:20 a.m. ET )", "7 pm :"
_CLOCK_OF_DAY = re.compile(r"mz?,?W")  # "6:20 a.m. ET Friday"


def days_on(lines: Sequence[tuple[Sequence[Token], str]], now: date) -> int:
    """Count the days after that of a text of which it tells as past."""
    stamped = [(own, letters) for own, letters in lines if _STAMP.match(letters)]
    if len(stamped) >= _FEWEST:
        return max([1, *(days for days in _by_clocks(stamped, now) if days <= _LONGEST)])
    return int(_opens_with_tomorrow(lines, now))


def days_ahead(tokens: Sequence[Token], index: int, now: date) -> int:
    """Count the days from one day to the next of the weekday that a token names; -1 where it names none."""
    weekday = WEEKDAYS.get(tokens[index].norm.rstrip("."))
    return -1 if weekday is None else (weekday - now.weekday()) % 7


def _by_clocks(lines: Sequence[tuple[Sequence[Token], str]], now: date) -> Iterator[int]:
    for tokens, letters in lines:
        for clock in _CLOCK_OF_DAY.finditer(letters):
            yield days_ahead(tokens, clock.end() - 1, now)


def _opens_with_tomorrow(lines: Sequence[tuple[Sequence[Token], str]], now: date) -> bool:
    """Tell whether tomorrow's weekday is the first that a text names, where it tells what is new."""
    for tokens, letters in lines[:_OPENING]:
        place = letters.find("W")
        if place >= 0:
            is_plain = place > _FRONT and letters[place - 1] not in _LEADS
            return is_plain and days_ahead(tokens, place, now) == 1
    return False
