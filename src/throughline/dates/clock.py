"""Which day an expression is read from: that of writing, or in a history the day that the story has reached.

In: the day of writing, the sentences as they come and what was read in them. Out: for each match of a pattern the
day, the way the sentence looks, and the day named before. A history names years well before its own day, and little
of today; there partial dates are read from the date last mentioned, not from the day of writing.
"""

import re
from collections.abc import Sequence
from datetime import date

from throughline.dates import days, edges
from throughline.dates.reading import Hit, Meaning
from throughline.dates.tense import is_settled, lean
from throughline.model import Token

_HISTORY_YEARS = 8  # years named before a text can be a history of them ...
_HISTORY_SHARE = 0.8  # ... and the share of them that lies ...
_BEFORE = 2  # ... at least so many years before its day
_TODAYS = 0.15  # weekdays, "today" and their like for each past year, from which a text is news after all
_DEICTIC = frozenset("Wwjrg")  # letters of weekday, weekend, today, now, ago: told from the writer's own day
_DEICTIC_FIRST = frozenset("LXZ")  # "last year"; "the last year" may be the story's
# Words of the writer's own day: a sentence that has one is read from there, whatever day the story has reached.
_WRITERS_WORDS = frozenset("has have 've is are will 'll today yesterday tomorrow tonight now currently".split())


class Clock:
    """The day that expressions are read from, moving with a story."""

    def __init__(self, now: date | None, *, is_story: bool) -> None:
        self._written = now
        self._now = now
        self._tells_story = is_story
        self._is_story = is_story
        self._previous: date | None = None

    def enter(self, tokens: Sequence[Token]) -> None:
        """Begin a sentence: also in a history, some are told from the writer's own day."""
        self._is_story = self._tells_story and not any(token.norm in _WRITERS_WORDS for token in tokens)

    def hit(self, tokens: Sequence[Token], match: re.Match[str], signal: str) -> Hit:
        """Hand a match to a rule, with the day and the way that it is read."""
        letters = match.group()
        is_deictic = letters[0] in _DEICTIC_FIRST or not _DEICTIC.isdisjoint(letters)
        if self._is_story and not is_deictic:
            return Hit(tokens, match, self._now, 0, self._previous, 1)
        way = -1 if is_settled(tokens, match.start()) else edges.SIGNALS.get(signal, 0)
        way = way or lean(tokens, match.start(), match.end())
        return Hit(tokens, match, self._written, way, self._previous)

    def pass_by(self, meaning: Meaning) -> None:
        """Move on to the day that an expression names."""
        when = meaning.when
        if when is None or when.first is None or when.last is None or meaning.type not in {"DATE", "TIME"}:
            return
        if when.is_day:
            self._previous = when.first
        if self._is_story:
            self._now = days.shift_days(when.first, (when.last - when.first).days // 2)
            self._previous = self._now


def tells_history(cut: Sequence[tuple[Sequence[Token], str]], now: date) -> bool:
    """Tell a history from news: nearly all the years that it names are well before its day, and nothing is of today.

    `cut` holds the tokens and the letters of each sentence.
    """
    years = [int(t.norm) for own, letters in cut for t, letter in zip(own, letters, strict=True) if letter == "Y"]
    plausible = [year for year in years if year <= now.year + _BEFORE]
    past = sum(year <= now.year - _BEFORE for year in plausible)
    todays = sum(letters.count(letter) for _, letters in cut for letter in _DEICTIC)
    return past >= _HISTORY_YEARS and past >= _HISTORY_SHARE * len(plausible) and todays <= _TODAYS * past
