"""Signals of several words before a date: "no later than January 1", "beginning next week", "as of Monday".

In: the tokens of a sentence and its expressions. Out: the same, where such words open the interval as "by", "since"
and their like do. The words stay outside the expression.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from throughline.dates.phrases import edges
from throughline.dates.phrases.found import Found
from throughline.model import Token

# The letter of the one-word signal that says the same.
_PHRASES = {
    tuple(phrase.split()): letter
    for letter, phrases in (
        ("B", "no later than,not later than,as late as"),
        ("b", "earlier than,prior to,ahead of"),
        ("A", "later than,greater than"),
        ("s", "no earlier than,as early as,as of,starting,beginning,commencing,effective"),
    )
    for phrase in phrases.split(",")
}
_BETWEEN = frozenset("on in from".split())  # "beginning on January 7"


def open_intervals(tokens: Sequence[Token], found: Sequence[Found]) -> Iterator[Found]:
    """Open the interval of each date that such words stand before."""
    floor = 0
    for item in found:
        signal = "" if item.signal else _signal(tokens, item.first, floor)
        floor = item.stop
        when = item.span or item.meaning.when
        if signal and when and item.meaning.type == "DATE" and when == item.meaning.when:
            yield replace(item, meaning=replace(item.meaning, when=edges.bound(when, signal)))
        else:
            yield item


def _signal(tokens: Sequence[Token], first: int, floor: int) -> str:
    end = first - 1 if first > floor and tokens[first - 1].norm in _BETWEEN else first
    for length in (3, 2, 1):
        if end - length >= floor:
            letter = _PHRASES.get(tuple(token.norm for token in tokens[end - length : end]))
            if letter:
                return letter
    return ""
