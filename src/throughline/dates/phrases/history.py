"""Whether a text is a history: told from the dates that it names, not from the day of writing.

In: the sentences of a text with the letters of their tokens, and its day. Out: yes or no.
"""

from collections.abc import Sequence
from datetime import date

from throughline.model import Token

_YEARS = 4  # years named before a text can be a history of them ...
_SHARE = 0.8  # ... and the share of them that lies ...
_BEFORE = 2  # ... at least so many years before its day
_TODAYS = 0.15  # weekdays, "today" and their like for each past year, from which a text is news after all
_DEICTIC = frozenset("Wwjrg")  # letters of weekday, weekend, today, now, ago: told from the writer's own day


def tells_history(cut: Sequence[tuple[Sequence[Token], str]], now: date) -> bool:
    """Tell a history from news: nearly all the years that it names are well before its day, and nothing is of today.

    `cut` holds the tokens and the letters of each sentence.
    """
    years = [_year(own, index) for own, letters in cut for index, letter in enumerate(letters) if letter in "Yε"]
    plausible = [year for year in years if year <= now.year + _BEFORE]
    past = sum(year <= now.year - _BEFORE for year in plausible)
    todays = sum(letters.count(letter) for _, letters in cut for letter in _DEICTIC)
    return past >= _YEARS and past >= _SHARE * len(plausible) and todays <= _TODAYS * past


def _year(tokens: Sequence[Token], index: int) -> int:
    """The year that a token is, 0 for the mark of an era."""
    return int(tokens[index].norm) if tokens[index].norm.isdecimal() else 0
