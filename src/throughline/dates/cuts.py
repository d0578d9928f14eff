"""Words of time written together, cut apart: "31 May-1 June", "499-493 BC", "eighteenth-century".

In: the tokens of a sentence. Out: the same tokens, where one that joins two words of the calendar by a hyphen or a
stroke is three, and one that is a month with its day or year ("Dec-2018", "Dec31") two. Places in the text stay right;
"mid-May" and "2-4" are words of their own and stay whole.
"""

import re
from collections.abc import Iterator, Sequence

from throughline.dates.words import ERAS, MONTHS, SEASONS, WEEKDAYS
from throughline.model import Token

_JOIN = re.compile(r"([^\W\d_]+|\d{1,4}(?:st|nd|rd|th)?)([-/])([^\W\d_]+|\d{1,4})")
_DATE = re.compile(r"([^\W\d_]+)[-/]?(\d{4}|\d{1,2})")  # "Dec-2018", "Oct/2", "Dec31"
_NAMES = frozenset(MONTHS) | frozenset(WEEKDAYS) | frozenset(SEASONS)


def cut(tokens: Sequence[Token]) -> Sequence[Token]:
    """Cut apart what belongs to two expressions."""
    if not any("-" in token.norm or "/" in token.norm or token.norm[:3] in MONTHS for token in tokens):
        return tokens
    return list(_pieces(tokens))


def _pieces(tokens: Sequence[Token]) -> Iterator[Token]:
    for index, token in enumerate(tokens):
        parts = _JOIN.fullmatch(token.norm) if len(token.norm) == len(token.text) else None
        following = tokens[index + 1].norm if index + 1 < len(tokens) else ""
        if parts is not None and _are_two(parts[1], parts[2], parts[3], following):
            yield from _groups(token, parts, (1, 2, 3))
        else:
            date = _DATE.fullmatch(token.norm) if len(token.norm) == len(token.text) else None
            yield from _groups(token, date, (1, 2)) if date and date[1] in MONTHS else (token,)


def _groups(token: Token, parts: re.Match[str], groups: Sequence[int]) -> Iterator[Token]:
    for group in groups:
        first, last = parts.span(group)
        yield token._replace(
            start=token.start + first, end=token.start + last, text=token.text[first:last], norm=parts[group]
        )


def _are_two(one: str, joint: str, two: str, following: str) -> bool:
    """Tell "May-June", "May-1", "winter-spring", "499-493 BC" and "19th-century" from other joined words."""
    if two == "century":
        return True
    if one in _NAMES:
        return two in _NAMES or (joint == "-" and one in MONTHS and two.isdecimal() and 1 <= int(two) <= 31)
    return following in ERAS and one.isdecimal() and two.isdecimal()
