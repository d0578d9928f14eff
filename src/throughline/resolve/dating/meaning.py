"""On which days a page can have been written if some words of it mean a given day: "on Friday" and 3 January 2020.

In: a sentence with the place of its words, and a day. Out: the first and last day from which the words, read as the
finder of times reads them, are that day. A paper says "on Friday" of the last Friday only, so this is a week; "on
3 January" is said for a year, "yesterday" for a day, and a whole date
for ever.
"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from throughline.dates import days
from throughline.dates.phrases.find import find_times
from throughline.dates.testimony.constraint import Window
from throughline.model import Evidence, Sentence
from throughline.text.tokens import tokenise

_NEAR = range(9)  # days after the day that is meant: all that weekdays and "yesterday" reach
_YEAR = 366  # days for which a day and month without a year may mean the last one
_EVER = 800  # days after which only a whole date still means its day
_LONGEST = 2_000  # characters of a sentence
_BEFORE = (Sentence(0, 0, 0, 0, 0),) * 3  # it may stand anywhere: not in the opening, where weekdays are newer


@lru_cache(maxsize=4_000)
def window(sentence: Evidence, words: Evidence, day: date) -> Window | None:
    """Give the days on which the words of a sentence mean a day; None where they never do."""
    fitting = list(_fitting(sentence, words, day, _NEAR))
    if not fitting or fitting[-1] < days.shift_days(day, _NEAR[-1]):
        return (fitting[0], fitting[-1]) if fitting else None
    is_whole = any(_fitting(sentence, words, day, range(_EVER, _EVER + 1)))
    return fitting[0], date.max if is_whole else days.shift_days(day, _YEAR)


def _fitting(sentence: Evidence, words: Evidence, day: date, after: range) -> Iterator[date]:
    text = sentence.words[:_LONGEST]
    tokens = tuple(tokenise(text, 0, len(text)))
    whole = (*_BEFORE, Sentence(0, len(tokens), 0, len(text), 0))
    place = words.start - sentence.start, words.end - sentence.start
    for count in after:
        written = days.shift_days(day, count)
        read = find_times(text, tokens, whole, days.day(written))
        if any((t.start, t.end) == place and t.when and t.when.first == t.when.last == day for t in read):
            yield written
