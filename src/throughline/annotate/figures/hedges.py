"""The words round a number that say how exact it is: "more than", "up to", "about", "or so".

In: tokens and the place of a number. Out: the hedge and the token where it begins or ends.
"""

from collections.abc import Sequence
from typing import NamedTuple

from throughline.model import Token


class Hedge(NamedTuple):
    """What a hedge does: the number is a floor, a ceiling, or only near the truth."""

    is_floor: bool = False
    is_ceiling: bool = False
    is_approximate: bool = False


PLAIN = Hedge()
_FLOOR, _CEILING, _ABOUT = Hedge(is_floor=True), Hedge(is_ceiling=True), Hedge(is_approximate=True)


def _table(*groups: tuple[Hedge, str]) -> dict[tuple[str, ...], Hedge]:
    return {tuple(words.split()): hedge for hedge, group in groups for words in group.split("|")}


_BEFORE = _table(
    (
        _FLOOR,
        (
            "more than|over|well over|at least|not less than|no less than|no fewer than|upwards of|upward of|above|"
            "in excess of|greater than|exceeding|a minimum of|as few as|as little as|well above|far more than|just over"
        ),
    ),
    (
        _CEILING,
        (
            "less than|fewer than|up to|at most|not more than|no more than|as many as|as much as|under|below|"
            "a maximum of|well under|just under|well below|no greater than"
        ),
    ),
    (
        _ABOUT,
        (
            "about|around|some|roughly|approximately|nearly|almost|close to|circa|an estimated|estimated|"
            "something like|in the region of|virtually|an average of|somewhere around|near to|perhaps|maybe"
        ),
    ),
    (PLAIN, "exactly|only|just|a total of|a further|another|a record|all"),
)
_AFTER = _table(
    (_FLOOR, "or more|+|- plus|plus|or greater"), (_ABOUT, "or so|or thereabouts"), (_CEILING, "or less|or fewer")
)
_LONGEST = 4


def before(tokens: Sequence[Token], index: int, first: int) -> tuple[int, Hedge]:
    """Read the hedge that ends just before `index`; "at least about" keeps the outer one, and all its words."""
    hedge = PLAIN
    while True:
        for length in range(min(_LONGEST, index - first), 0, -1):
            found = _BEFORE.get(tuple(token.norm for token in tokens[index - length : index]))
            if found is not None:
                hedge = Hedge(*(mine or theirs for mine, theirs in zip(hedge, found, strict=True)))
                index -= length
                break
        else:
            return index, hedge


def after(tokens: Sequence[Token], index: int, last: int) -> tuple[int, Hedge]:
    """Read the hedge that begins at `index`: where it ends, and what it does."""
    for length in (2, 1):
        if index + length <= last:
            found = _AFTER.get(tuple(token.norm for token in tokens[index : index + length]))
            if found is not None:
                return index + length, found
    return index, PLAIN
