"""Whether a sentence can tell of a time at all: most cannot, and are not read further.

In: the tokens of a sentence. Out: yes or no. A sentence that holds an expression is never left out: no rule matches
letters of `IDLE` alone, and every word or shape that `symbols` may write with another letter is a cue.
"""

import re
from collections.abc import Sequence

from throughline.dates.phrases.letters import LETTERS
from throughline.dates.rules.holidays import FIRST_WORDS
from throughline.dates.words import ERAS, MONTHS, SEASONS, WEEKDAYS
from throughline.model import Token

IDLE = "#$%&'(*,?@ABEFIKNOTVXZ_abefhiklmqstuvxzλρτχ"  # letters that no rule matches without another
_NAMES = (*MONTHS, *WEEKDAYS)
_DECADES = "twenties thirties forties fifties sixties seventies eighties nineties".split()
_CUES = frozenset(
    (
        *(word for word, letter in LETTERS.items() if letter not in IDLE),
        *_NAMES,
        *(f"{name}." for name in _NAMES),
        *(f"{name}s" for name in WEEKDAYS),
        *SEASONS,
        *ERAS,
        *_DECADES,
        *FIRST_WORDS,
    )
)
_SHAPE = re.compile(r"\d|\w[-/]\w")  # a number, or words joined


def may_tell(tokens: Sequence[Token]) -> bool:
    """Tell whether a sentence may hold a time expression."""
    words = [token.norm for token in tokens]
    return not _CUES.isdisjoint(words) or any(map(_SHAPE.search, (word for word in words if not word.isalpha())))
