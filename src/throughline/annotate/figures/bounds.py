"""The least and the most that a number's words allow: one number, a range of two, or a vague one.

In: a tree and an index. Out: `Bounds` that begin there, or None. Nothing here knows of hedges and units, but for a unit
that stands between the two ends of a range ("10 percent to 15 percent").
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from throughline.annotate.figures import units
from throughline.annotate.tree import Tree
from throughline.annotate.wordclasses import is_plural
from throughline.model import Token
from throughline.tables.units import CURRENCY_SIGNS, UNITS
from throughline.text.numbers import Number, read_number, word_value


class Bounds(NamedTuple):
    """`high` is None where the words have no end; `first` is where a "between" or "from" before them begins."""

    low: float
    high: float | None
    first: int
    stop: int
    is_vague: bool = False


_GLUED_RANGE = re.compile(r"(\d[\d,]*(?:\.\d+)?)-(\d[\d,]*(?:\.\d+)?)(?:m|mn|bn|tn|k)?")
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}
# How far vague words reach, as a multiple of their least: "several hundred" 300 to 900, "a couple of" 2 to 3.
_REACH = {"several": 3.0, "few": 3.0, "couple": 1.5}
# What goes from one number to another, by so much, to so much: no range.
CHANGES = frozenset(
    """rise fall jump climb gain add lose drop slide slip sink surge soar plunge tumble slump grow increase decrease
    decline rally advance retreat widen narrow shrink swell cut raise lower reduce expand extend move shift go double
    triple up down rose risen fell fallen grew grown change upgrade downgrade revise boost hike lift increased
    reduced raised cut trim slash vote win beat""".split()
)
_TAKING = frozenset("lose gain add win vote beat drop".split())  # "lost from 10 to 15 tanks" is a range
_NEAR = 3  # governors above a number among which a verb of change is looked for
_NO_SECOND = frozenset("one half more less so fewer".split())


def read(tree: Tree, index: int, first: int, last: int) -> Bounds | None:
    """Read the number or range that begins at `index`, in a sentence of tokens `first` to `last`."""
    tokens = tree.tokens
    glued = _GLUED_RANGE.fullmatch(tokens[index].norm)
    if glued:
        return _glued(tokens, index, last, glued)
    if tokens[index].norm == "half" and _is_half_a_unit(tokens, index, last):
        return Bounds(0.5, 0.5, index, index + 2)
    number = read_number(tokens, index)
    if number is None or number.stop > last:
        return _with_unit(tokens, index, last)
    if number.at_least:
        word = tokens[index + (tokens[index].norm in {"a", "an"})].norm
        reach = _REACH.get(word)
        return Bounds(number.value, number.value * reach if reach else None, index, number.stop, is_vague=True)
    if tokens[index].norm == "a" and tokens[number.stop - 1].norm == "dozen":
        return Bounds(number.value, number.value, index, number.stop, is_vague=True)
    return _range(tree, number, index, first, last) or Bounds(
        number.value, number.value, index, number.stop, is_vague=number.approximate
    )


def _is_half_a_unit(tokens: Sequence[Token], index: int, last: int) -> bool:
    """Tell "half a percent", "half a mile"."""
    return index + 2 < last and tokens[index + 1].norm in {"a", "an"} and tokens[index + 2].norm in UNITS


def _with_unit(tokens: Sequence[Token], index: int, last: int) -> Bounds | None:
    """Read digits with their unit on them: "40km"; "11m gallons" are millions."""
    word, hyphen, rest = tokens[index].norm.partition("-")
    if hyphen and rest in UNITS and word_value(word) is not None:  # "six-mile"
        return Bounds(word_value(word) or 0.0, word_value(word), index, index + 1)
    unit = units.GLUED.fullmatch(tokens[index].norm)
    value = word_value(unit[1]) if unit else None
    if unit is None or value is None:
        return None
    if unit[2] == "m" and index + 1 < last and (tokens[index + 1].norm in UNITS or is_plural(tokens[index + 1].norm)):
        value *= _SUFFIXES["m"]
    return Bounds(value, value, index, index + 1)


def _glued(tokens: Sequence[Token], index: int, last: int, match: re.Match[str]) -> Bounds | None:
    """Read "5,000-6,000" or "3-4 million"; falling or tiny pairs are scores ("3-1") and telephone numbers."""
    low, high = word_value(match[1]), word_value(match[2])
    if low is None or high is None or low >= high or (high < 10 and high > low + 2):
        return None
    stop, scale = index + 1, _suffix(tokens[index].norm)
    while stop < last and tokens[stop].norm in _SCALES:
        scale *= _SCALES[tokens[stop].norm]
        stop += 1
    return Bounds(low * scale, high * scale, index, stop)


def _suffix(norm: str) -> float:
    return _SUFFIXES.get(norm.lstrip("0123456789.,-"), 1.0)


def _range(tree: Tree, number: Number, index: int, first: int, last: int) -> Bounds | None:
    """Read a range of two: "5,000 to 6,000", "between 3 and 5", "from 10 to 15", "three or four"."""
    tokens = tree.tokens
    opening = _opening(tokens, index, first)
    joint = _over_unit(tokens, number.stop, last)
    second = _second(tokens, joint, last, opening, tree)
    if second is None or (joint > number.stop and not _is_same_unit(tokens, number.stop, second.stop, joint, last)):
        return None
    low = number.value
    if low < second.value and tokens[number.stop - 1].norm not in _SCALES:
        scale = _SCALES.get(tokens[second.stop - 1].norm) or _suffix(tokens[second.stop - 1].norm)
        low = low * scale if low * scale < second.value else low
    if low >= second.value or (tokens[opening].norm == "from" and _is_change(tree, number.stop - 1, CHANGES - _TAKING)):
        return None
    begin = opening if tokens[opening].norm in {"between", "from"} else index
    return Bounds(low, second.value, begin, second.stop)


def _opening(tokens: Sequence[Token], index: int, first: int) -> int:
    """Return where the word before a number stands, money signs left out; the number itself at a beginning."""
    at = index - 1
    while at >= first and (tokens[at].norm in CURRENCY_SIGNS or tokens[at].norm in {"us", "about", "around", "some"}):
        at -= 1
    return at if at >= first else index


def _over_unit(tokens: Sequence[Token], stop: int, last: int) -> int:
    """Step over a unit after the first end, if the joint of a range follows: "10 percent to"."""
    unit, after = units.after(tokens, stop, last)
    return after if unit and after < last and tokens[after].norm in {"to", "and", "or"} else stop


def _is_same_unit(tokens: Sequence[Token], first: int, second: int, joint: int, last: int) -> bool:
    """Tell whether both ends are of one unit: "6 percent to $5" is no range."""
    is_sum = tokens[joint + 1].norm in CURRENCY_SIGNS
    return not is_sum and units.after(tokens, first, last)[0] == units.after(tokens, second, last)[0]


def _second(tokens: Sequence[Token], joint: int, last: int, opening: int, tree: Tree) -> Number | None:
    if joint + 1 >= last:
        return None
    norm, before = tokens[joint].norm, tokens[opening].norm
    is_joint = (
        (norm in {"to", "-"} and (before == "from" or not _is_change(tree, joint - 1)))
        or (norm == "and" and before == "between")
        or norm == "or"
    )
    start = joint + 1
    while start + 1 < last and (
        tokens[start].norm in CURRENCY_SIGNS or tokens[start].norm in {"us", "even", "perhaps"}
    ):
        start += 1
    if not is_joint or tokens[start].norm in _NO_SECOND:
        return None
    second = read_number(tokens, start)
    return second if second is not None and second.stop <= last and not second.at_least else None


def _is_change(tree: Tree, index: int, words: frozenset[str] = CHANGES) -> bool:
    """Tell whether a number stands under a word of change: "rose $2.64 to $108.42"."""
    at = index
    for _ in range(_NEAR):
        at = tree[at].head
        if at < 0 or (at > index and tree[at].xpos == "NNS" and tree[at].norm not in UNITS):
            return False  # "25,000 to 30,000 positions will be cut"
        if tree[at].lemma in words or tree[at].norm in words:
            return True
        if tree[at].tag == "VERB":
            return False
    return False
