"""Words of time written together, cut apart: "31 May-1 June", "499-493 BC", "eighteenth-century".

In: the tokens of a sentence. Out: the same tokens, where one that joins two words of the calendar by a hyphen or a
stroke is three, and one that is a month with its day or year ("Dec-2018", "Dec31") two. Places in the text stay right;
"mid-May" and "2-4" are words of their own and stay whole.
"""

import re
from collections.abc import Iterator, Sequence

from throughline.dates.words import ERAS, MONTHS, SEASONS, WEEKDAYS
from throughline.model import Token

_MAY_JOIN = re.compile(r"[-/]|\d[a-z]")
_JOIN = re.compile(r"([^\W\d_]+|\d{1,4}(?:st|nd|rd|th)?)([-/])([^\W\d_]+|\d{1,4})")
_DATE = re.compile(r"([^\W\d_]+)[-/]?(\d{4}|\d{1,2})")  # "Dec-2018", "Oct/2", "Dec31"
_HALF = re.compile(r"(\d{1,4}(?:[:.]\d\d)?)([ap]\.m\.?)")  # "8p.m."
_PART = re.compile(r"(early|mid|late|all)-((?:morning|afternoon|evening|night)s?|(?<=all-)(?:day|week|month|year))")
_COUNT = re.compile(r"(\d{1,4}(?:\.\d)?)-?(days?|weeks?|months|years|hours|minutes)")  # "3day", "30-minutes"
_AFTER_PARTS = frozenset("on of in at and or to from".split())  # "late-night shows" are no time of the day
_TIGHT = (_HALF, _COUNT, _DATE)
_PAIRS = (_HALF, _PART, _COUNT, _DATE)
_NAMES = frozenset(MONTHS) | frozenset(WEEKDAYS) | frozenset(SEASONS)


def cut(tokens: Sequence[Token]) -> Sequence[Token]:
    """Cut apart what belongs to two expressions."""
    return list(_pieces(tokens)) if any(map(_may_be_two, tokens)) else tokens


def _may_be_two(token: Token) -> bool:
    norm = token.norm
    return not norm.isalpha() and (norm[:3] in MONTHS or _MAY_JOIN.search(norm) is not None)


def _pieces(tokens: Sequence[Token]) -> Iterator[Token]:
    for index, token in enumerate(tokens):
        is_whole = len(token.norm) != len(token.text) or not _may_be_two(token)
        parts = None if is_whole else _JOIN.fullmatch(token.norm)
        following = tokens[index + 1].norm if index + 1 < len(tokens) else ""
        if is_whole:
            yield token
        elif parts is not None and _are_two(parts[1], parts[2], parts[3], following):
            yield from _groups(token, parts, (1, 3) if parts[1].isdecimal() and parts[3] in MONTHS else (1, 2, 3))
        else:
            shapes = _PAIRS if not following.isalpha() or following in _NAMES | _AFTER_PARTS else _TIGHT
            pair = next((found for shape in shapes if (found := shape.fullmatch(token.norm))), None)
            is_date = pair is not None and pair.re is _DATE
            yield from _groups(token, pair, (1, 2)) if pair and (not is_date or pair[1] in MONTHS) else (token,)


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
    if one.isdecimal() and two in MONTHS:
        return 1 <= int(one) <= 31
    return following in ERAS and one.isdecimal() and two.isdecimal()
