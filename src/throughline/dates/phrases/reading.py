"""What a rule sees (`Hit`) and what it says (`Meaning`), and the TIMEX3 value of a span of days."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from throughline.dates.words import SEASON_VALUES
from throughline.model import Grain, Token, When
from throughline.text.numbers import read_number

# TIMEX3's codes for the parts of a day, by their words.
DAY_PARTS = {
    "morning": "MO", "dawn": "MO", "afternoon": "AF", "evening": "EV", "dusk": "EV", "night": "NI", "overnight": "NI",
    "noon": "MI", "midday": "MI", "midnight": "NI", "tonight": "NI", "night-time": "NI", "nighttime": "NI",
    "midmorning": "MO", "midafternoon": "AF",
}  # fmt: skip
_LETTERS = {
    "day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
    "centurie": "CE", "hour": "TH", "minute": "TM", "second": "TS", "hr": "TH", "min": "TM", "sec": "TS", "night": "D",
    "weekend": "WE", "fortnight": "FN",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Meaning:
    """TIMEX3 type and value, the days, if any are known, and TIMEX3's `mod`, if any."""

    type: str
    value: str
    when: When | None = None
    mod: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern's match in a sentence, with what the meaning may depend on.

    `now` is the day it is read from, None when nobody knows; `lean` is -1 where the sentence looks back, 1 where
    it looks ahead, -2 and 2 where that is certain, 0 where it does not say; `previous` is what the text named
    before, a day or a longer span. `is_told` says that `previous` is where a story has got to, and `now` a day of
    it: partial dates are the story's, and mostly lie in the years that the heading of its `chapter` names.
    `period` is the last quarter that the text named: a report on figures says "the quarter" of it.
    """

    tokens: Sequence[Token]
    match: re.Match[str]
    now: date | None
    lean: int = 0
    previous: When | None = None
    is_told: bool = False
    chapter: When | None = None
    period: When | None = None

    def has(self, group: str) -> bool:
        """Tell whether a part of the pattern matched."""
        return group in self.match.re.groupindex and self.match[group] is not None

    def token(self, group: str) -> Token:
        """The first token of a part."""
        return self.tokens[self.match.start(group)]

    def word(self, group: str) -> str:
        """The first word of a part, folded, without its full stop; "" when the part did not match."""
        return self.token(group).norm.rstrip(".") if self.has(group) else ""

    def amount(self, group: str) -> float | None:
        """The number that a part says; 1 for "a", None for "several" and where there is none."""
        if not self.has(group):
            return 1.0
        first, last = self.match.span(group)
        if self.match[group] in {"a", "t"}:
            return 1.0
        number = read_number(self.tokens[first:last], 0)
        return number.value if number and not number.at_least else None


Reader = Callable[[Hit], Meaning | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over the letters of `symbols`, the letters it may begin with, its reader, and an example."""

    name: str
    starts: str
    pattern: re.Pattern[str]
    reader: Reader
    example: str


def rule(name: str, starts: str, pattern: str, reader: Reader, example: str) -> Rule:
    """Make a rule. The example is a sentence whose expression, between brackets, a test finds by this rule."""
    return Rule(name, starts, re.compile(pattern), reader, example)


def dated(when: When | None) -> Meaning | None:
    """A DATE of these days; no reading without days."""
    return Meaning("DATE", value_of(when), when) if when else None


def value_of(when: When) -> str:
    """The TIMEX3 value of a span of the calendar.

    >>> from throughline.dates import days
    >>> value_of(days.quarter(2011, 3)), value_of(days.decade(1990))
    ('2011-Q3', '199')
    """
    first = when.first
    if first is None or when.last is None:
        return when.edtf
    if when.grain is Grain.WEEK:
        year, week, _ = first.isocalendar()
        return f"{year:04}-W{week:02}"
    if when.grain is Grain.QUARTER:
        return f"{first.year:04}-Q{(first.month + 2) // 3}"
    if when.grain is Grain.SEASON:
        return f"{first.year:04}-{SEASON_VALUES[20 + first.month // 3]}"
    if when.grain is Grain.DECADE:
        return f"{first.year // 10:03}"
    if when.grain is Grain.CENTURY:
        return f"{first.year // 100:02}"
    return when.edtf.replace("~", "")


def length_of(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a length, X where nobody says how many; decades are counted as years.

    >>> length_of(2, "weeks"), length_of(None, "hours"), length_of(4, "decades")
    ('P2W', 'PTXH', 'P40Y')
    """
    letter = _LETTERS[unit.removesuffix("s")]
    if letter == "DE" and count is not None:
        letter, count = "Y", count * 10
    if letter == "FN":
        letter, count = "W", None if count is None else count * 2
    time = "T" if letter.startswith("T") else ""
    amount = "X" if count is None else f"{count:g}"
    return f"P{time}{amount}{letter.removeprefix('T')}"
