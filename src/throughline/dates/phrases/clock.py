"""Which day an expression is read from: that of writing, or in a history the day that the story has reached.

In: the day of writing, the sentences as they come and what was read in them. Out: for each match of a pattern the
day, the way the sentence looks, and the day named before. A history names years well before its own day, and little
of today; there partial dates are read from the date last mentioned, not from the day of writing.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from operator import itemgetter

from throughline.dates import days
from throughline.dates.phrases import edges
from throughline.dates.phrases.entries import Opening
from throughline.dates.phrases.found import Found
from throughline.dates.phrases.grammar import LEANS, Tense, tense_at
from throughline.dates.phrases.reading import Hit, Meaning
from throughline.dates.phrases.running import days_ahead
from throughline.dates.phrases.tense import is_settled, lean
from throughline.model import Grain, Token, When

_WRITERS = frozenset("jrg")  # letters of today, now, ago: the writer's own also in a story
_OF_LATE = 3  # years: a sentence of what happened longer ago is not told from the day of writing
# Words of the writer's own day: a sentence that has one is read from there, whatever day the story has reached ...
_WRITERS_WORDS = frozenset("today yesterday tomorrow tonight now currently".split())
_PERFECT = frozenset("has have 've".split())  # ... these with "since", or where the story is of late ...
_PRESENT = _PERFECT | frozenset("is are will 'll".split())  # ... and these only there: histories use them too
_PARTIAL = ("XXXX-0", "XXXX-1", "XXXX-S", "XXXX-FA", "XXXX-WI")  # TIMEX3 values of a month, a day, a season
_BC_RULES = frozenset({"year of an era", "first year of an era", "era before a year"})
_NAMES_QUARTER = frozenset({"quarter", "hyphened quarter", "unit"})  # rules; all others count from a quarter named
_ASIDE = 10  # tokens from "had" or "would" to a date of the same clause
_FRONT, _FRONT_REACH = 1, 4  # "In May they had left": tokens before a date that opens its sentence, and after it
_UNTIL = 6  # tokens from "until" to the date of what it names: "until the fall of Larno in May"
_HEADING = 12  # tokens: a line so short without a full stop is a heading, and its date the chapter's
_STOPS = frozenset(". ? ! ; : ,".split())
_PASSING_RULES = frozenset({"season", "season of a story", "month of a story", "then"})  # a mention, not a step
_NUMBERED = re.compile(r"W,?t?[do](?!m)")  # "Friday the 26th": its number says which
_PASSING = "f(&,atZx"  # letters before a bare year that is only mentioned: "the treaty of 1856", "(1785)"


class Clock:
    """The day that expressions are read from, moving with a story."""

    def __init__(self, now: date | None, *, is_story: bool, days_on: int = 0) -> None:
        self._written = now
        self._days_on = days_on  # after that day, of which the text tells as past
        self._tells_story = is_story
        self._is_story = is_story
        self._previous: When | None = None
        self._reached: When | None = None
        self._is_heading = False
        self._entries: Sequence[Opening] = ()
        self._offset = -1
        self._chapter: When | None = None  # the years in the last heading that names any
        self._period: When | None = None
        self._antique = ""  # the year before Christ that a story has reached, as its TIMEX3 value

    def enter(self, tokens: Sequence[Token], offset: int, entries: Sequence[Opening] = ()) -> None:
        """Begin a sentence: also in a history, some are told from the writer's own day, but no quoted ones.

        `offset` is the place of its first token among those that `head` counts, -1 where nobody knows the grammar.
        What stands in an entry of a list is told from the day that it opens with.
        """
        self._offset, self._entries = offset, entries
        words = {token.norm for token in tokens}
        present = _PERFECT if "since" in words else frozenset() if self._is_long_ago() else _PRESENT
        is_todays = '"' not in words and not words.isdisjoint(_WRITERS_WORDS | present)
        self._is_story = self._tells_story and not is_todays
        self._is_heading = len(tokens) <= _HEADING and tokens[-1].norm not in _STOPS

    def hit(self, tokens: Sequence[Token], match: re.Match[str], signal: str) -> Hit:
        """Hand a match to a rule, with the day and the way that it is read."""
        entry = bisect_right(self._entries, match.start(), key=itemgetter(0)) - 1
        if entry >= 0 and _WRITERS.isdisjoint(match.group()):
            place, day = self._entries[entry]
            way = self._lean(tokens, match.start(), match.end()) if match.start() > place else 0
            return Hit(tokens, match, day, way, self._previous, period=self._period)
        if self._is_story and _WRITERS.isdisjoint(match.group()):
            return self._told(tokens, match)
        way = -2 if is_settled(tokens, match.start()) else edges.SIGNALS.get(signal, 0)
        way = way or self._lean(tokens, match.start(), match.end())
        if way <= 0 and self._is_told_late(tokens, match):
            way = 1
        return Hit(tokens, match, self._written, way, self._previous, period=self._period)

    def _is_told_late(self, tokens: Sequence[Token], match: re.Match[str]) -> bool:
        """Tell whether a match names the weekday of a day after that of writing, on which the text still told."""
        place = match.string.find("W", *match.span())
        if place < 0 or not self._days_on or self._written is None or _NUMBERED.match(match.string, place):
            return False
        return 1 <= days_ahead(tokens, place, self._written) <= self._days_on

    def _lean(self, tokens: Sequence[Token], first: int, stop: int) -> int:
        """By the words around; where the grammar knows better, its word counts, with less than certainty."""
        way = lean(tokens, first, stop)
        tense = tense_at(tokens, first, stop, self._offset) if self._offset >= 0 else None
        told = LEANS[tense] if tense else 0
        return way if way * told > 0 or not told else told

    def pass_by(self, letters: str, found: Found) -> None:
        """Move on to the day that an expression names."""
        when = found.span
        if found.meaning.value.startswith("BC") and found.rule.name in _BC_RULES:
            self._antique, self._reached, self._previous = found.meaning.value[:6], None, None
        if found.rule.name == "duration" and letters[found.first] == "t":
            self._period = None  # "the nine months": what is compared now is no quarter
        if when is None or when.first is None or when.last is None or found.meaning.type not in {"DATE", "TIME"}:
            return
        self._antique = ""
        if when.grain is Grain.QUARTER and found.rule.name in _NAMES_QUARTER:
            self._period = when
        if self._is_story and (self._is_heading or _goes_on(letters, found)):
            self._reached = when
            if self._is_heading:
                self._chapter = when
        if self._is_story or when.is_day:
            self._previous = when

    def placed(self, meaning: Meaning) -> Meaning:
        """Give a date in part the year before Christ that a story has reached: it has a value, and no days."""
        if not self._antique or meaning.when or not meaning.value.startswith(_PARTIAL):
            return meaning
        return replace(meaning, value=self._antique + meaning.value[4:])

    def _told(self, tokens: Sequence[Token], match: re.Match[str]) -> Hit:
        reached = self._reached
        if self._antique:
            return Hit(tokens, match, None, 0, None, is_told=True)
        if reached is None or reached.first is None or reached.last is None:
            return Hit(tokens, match, self._written, 0, self._previous, is_told=True)
        middle = days.shift_days(reached.first, (reached.last - reached.first).days // 2)
        return Hit(
            tokens,
            match,
            middle,
            self._aside(tokens, match.start(), match.end()),
            reached,
            is_told=True,
            chapter=self._chapter,
        )

    def _aside(self, tokens: Sequence[Token], first: int, stop: int) -> int:
        """Tell where a story looks: back ("had fallen in May"), ahead ("would fall in May"), or nowhere else."""
        tense = tense_at(tokens, first, stop, self._offset) if self._offset >= 0 else None
        if tense:
            return {Tense.PLUPERFECT: -1, Tense.WOULD: 1}.get(tense, 0)
        for index in range(first - 1, max(first - 1 - _ASIDE, -1), -1):
            word = tokens[index].norm
            if word in {"had", "would"}:
                return -1 if word == "had" else 1
            if word in {";", ",", "and", "but", "when"}:
                break
        if first <= _FRONT and any(token.norm == "had" for token in tokens[stop : stop + _FRONT_REACH]):
            return -1
        return 0

    def _is_long_ago(self) -> bool:
        reached = self._reached
        return bool(reached and reached.last and self._written and self._written.year - reached.last.year > _OF_LATE)


def _goes_on(letters: str, found: Found) -> bool:
    """Tell whether a story goes on from an expression, or only mentions it.

    "Until 1945", "the treaty of 1856", "the previous year", what had happened before and what would come do not
    move it.
    """
    if (found.signal and found.signal in "us") or found.hit.lean:
        return False
    if "u" in letters[max(found.first - _UNTIL, 0) : found.first].rpartition(",")[2]:
        return False
    before = letters[found.first - 1] if found.first else ""
    if found.rule.name in _PASSING_RULES and not found.hit.has("year"):
        return False
    if found.rule.name == "year":
        return not before or before not in _PASSING
    return found.hit.word("lead") not in {"previous", "preceding"} and found.hit.word("way") != "earlier"
