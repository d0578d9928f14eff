"""Clock stamps of a live log ("2055 : The president arrives"), which look like years and are none.

In and out: the sentences with the letters of their tokens; a stamp's letter becomes that of any other word.
Years that open entries come in order and every one is a possible year; stamps of a log run backwards, or some
lie in no century that has passed.
"""

from collections.abc import Sequence

from throughline.dates.phrases.symbols import OTHER
from throughline.model import Token

_STAMPS = 3  # sentences that open with "2055 :" before a text can be a log kept by the clock


def without_stamps(cut: list[tuple[Sequence[Token], str]]) -> list[tuple[Sequence[Token], str]]:
    """Take the clock stamps of a live log for what they are."""
    opening = [int(own[0].norm) for own, letters in cut if _is_stamped(own, letters)]
    are_clocks = all(number // 100 < 24 and number % 100 < 60 for number in opening)
    if len(opening) < _STAMPS or not are_clocks or opening == sorted(opening):
        return cut
    return [(own, OTHER + letters[1:] if _is_stamped(own, letters) else letters) for own, letters in cut]


def _is_stamped(tokens: Sequence[Token], letters: str) -> bool:
    return letters[:1] == "Y" and len(tokens) > 1 and tokens[1].norm == ":"
