"""Parts of a whole told in words: "half of the troops", "two-thirds", "one in five", "all but three of the 550 bases".

In: tokens and an index. Out: a `Share` that begins there, or None. A part is per cent, since that is what it is charted
with: half is 50. What is left of a known number is a count.
"""

from collections.abc import Sequence
from typing import NamedTuple

from throughline.annotate.wordclasses import DETERMINERS
from throughline.model import Token
from throughline.text.numbers import read_number, word_value


class Share(NamedTuple):
    """`value` of a unit ("percent", or "" for what is left of a count), at `tokens[index:stop]`.

    `again` is where reading goes on: a whole that is a number is an amount of its own.
    """

    value: float
    unit: str
    stop: int
    again: int


_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
_PARTS |= {f"{part}s": value for part, value in _PARTS.items() if part != "half"} | {"halves": 2}
_WHOLES = frozenset({10.0, 100.0, 1_000.0, 10_000.0, 100_000.0, 1_000_000.0})
_MANY = 10  # "four out of five", "nine in ten": with larger numbers than these things are counted, not likened


def read(tokens: Sequence[Token], index: int, last: int) -> Share | None:
    """Read the share that begins at `index`."""
    norm = tokens[index].norm
    if norm == "all":
        return _all_but(tokens, index, last)
    return _fraction(tokens, index, last) or _one_in_five(tokens, index, last)


def _fraction(tokens: Sequence[Token], index: int, last: int) -> Share | None:
    """Read "half", "a third of", "two-thirds", "three quarters of"; a bare ordinal is none."""
    norm = tokens[index].norm
    over, stop = _PARTS.get(norm, 0), index + 1
    count = 1.0
    if norm != "half":
        count, over, stop = _counted_parts(tokens, index, last)
    if not over or stop >= last or count >= over or not _has_whole(tokens, stop, index, last):
        return None
    return Share(round(100 * count / over, 2), "percent", stop, stop)


def _counted_parts(tokens: Sequence[Token], index: int, last: int) -> tuple[float, int, int]:
    """Read the parts that are counted: how many, of how many, and where they end; (0, 0, index) for none."""
    norm = tokens[index].norm
    first, hyphen, second = norm.partition("-")
    one, part = word_value(first), _PARTS.get(second, 0)
    if hyphen and one and part:
        return one, part, index + 1
    above, slash, below = norm.partition("/")
    if slash and above.isdigit() and below.isdigit() and 0 < int(below[:3]) <= _MANY and len(above + below) < 4:
        return float(above), int(below), index + 1
    one = 1.0 if norm in {"a", "one"} else word_value(norm) if norm.isalpha() else None
    at = index + 1
    if one and at + 1 < last and tokens[at].norm == "-":
        at += 1
    if one and at < last and tokens[at].norm in _PARTS and (one > 1) == tokens[at].norm.endswith(("s", "halves")):
        return one, _PARTS[tokens[at].norm], at + 1
    return 0.0, 0, index


def _has_whole(tokens: Sequence[Token], stop: int, index: int, last: int) -> bool:
    """Tell whether a whole follows: "of the troops", "the troops", "its members"; else it must be all of a subject."""
    norm = tokens[stop].norm
    if norm == "of":
        return stop + 1 < last
    if norm in DETERMINERS and norm not in {"a", "an", "that", "this", "no"}:
        return tokens[index].norm == "half"
    before = tokens[index - 1].norm if index else ""
    if before == "by" or (before == "than" and tokens[index].norm == "half"):
        return True  # "cut its forces by half", "by more than half"
    return tokens[stop - 1].relation.startswith("nsubj") and (index == 0 or tokens[index - 1].norm not in DETERMINERS)


def _one_in_five(tokens: Sequence[Token], index: int, last: int) -> Share | None:
    """Read "one in five", "nine out of ten", "1 in 1,000"."""
    part, joint = word_value(tokens[index].norm), index + 1
    if part is None or part < 1 or joint + 1 >= last:
        return None
    if tokens[joint].norm == "out" and tokens[joint + 1].norm == "of":
        joint += 1
    elif tokens[joint].norm != "in":
        return None
    whole = word_value(tokens[joint + 1].norm) if joint + 1 < last else None
    if whole is None or part >= whole or part > _MANY or not (whole <= _MANY or whole in _WHOLES):
        return None
    return Share(round(100 * part / whole, 4), "percent", joint + 2, joint + 2)


def _all_but(tokens: Sequence[Token], index: int, last: int) -> Share | None:
    """Read "all but three of the 550": what is left, where the whole is a number."""
    if index + 4 >= last or tokens[index + 1].norm != "but":
        return None
    left_out = read_number(tokens, index + 2)
    if left_out is None or left_out.at_least or left_out.stop + 1 >= last or tokens[left_out.stop].norm != "of":
        return None
    at = left_out.stop + 1
    while at < last - 1 and (tokens[at].norm in DETERMINERS or tokens[at].norm in {"'s", "'", "nearly", "some"}):
        at += 1
    whole = read_number(tokens, at)
    if whole is None or whole.at_least or whole.stop > last or whole.value <= left_out.value:
        return None
    return Share(whole.value - left_out.value, "", whole.stop, at)
