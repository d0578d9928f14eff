"""Numbers as they are written: digits, words, and both together.

In: tokens and an index. Out: the value that begins there and the index after it, or None. Vague numbers
("several hundred", "dozens") give the least that the words promise and say that it is a floor. Dates, clock
times and ranges ("05-03-2018", "10:30", "4-6") are no numbers here.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from throughline.model import Token


class Number(NamedTuple):
    """A number read at `tokens[index:stop]`. `at_least`: `value` is a floor; `approximate`: the words are vague."""

    value: float
    stop: int
    approximate: bool = False
    at_least: bool = False


_ONES = {
    word: float(value)
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split()
    )
}
_TENS = {
    word: float(value * 10)
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12,
}  # fmt: skip
_COUNTS = {"dozen": 12.0, "score": 20.0, **_SCALES}
# Least value of a vague quantity: a plural is at least two of them, "several" more than two.
_PLURALS = {
    "tens": 20.0, "dozens": 24.0, "scores": 40.0, "hundreds": 2e2, "thousands": 2e3, "millions": 2e6,
    "billions": 2e9, "trillions": 2e12,
}  # fmt: skip
_VAGUE = {"several": 3.0, "few": 2.0, "couple": 2.0, "many": 2.0, "some": 1.0}
_SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "mm": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "tln": 1e12}
_SPACED = frozenset({"mn", "bn", "bln", "tn", "tln"})  # these stand alone as well: "$1.6 bn"
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "1/3": 1 / 3}
_CURRENCIES = frozenset("$€£¥")

_ORDINALS = {
    word: value
    for value, word in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth sixteenth seventeenth eighteenth nineteenth""".split(),
        start=1,
    )
} | {word.replace("y", "ieth"): int(value) for word, value in _TENS.items()}

NUMBER_WORDS = frozenset((*_ONES, *_TENS, *_SCALES, "dozen"))  # words that are a number, or part of one, alone
ORDINAL_WORDS = frozenset(_ORDINALS)
VAGUE_WORDS = frozenset({*_PLURALS, "several", "few", "couple"})  # words that open a vague number

# Thousands, or lakhs and crores as India writes them ("12,34,567").
_DIGITS = re.compile(
    r"(\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2}){1,4},\d{3}|\d+)(\.\d+)?(k|mn|bn|bln|tn|tln|mm|m|½|¼|¾|⅓|⅔)?"
)
_DIGIT_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
_LARGEST = 1e15  # scale words pile up no further: "million million million" is no amount
_LONGEST_COUNT = 1e3  # beyond it nobody writes "and a half" as a fraction after the digits
_LONGEST = 18  # digits: beyond this a run of digits is an identifier, not an amount


def read_number(tokens: Sequence[Token], index: int) -> Number | None:
    """Read the cardinal number that begins at `index`: "5,000", "1.5 million", "twenty-eight", "half a million"."""
    word = tokens[index].norm
    if word in _PLURALS:
        return _plural(tokens, index)
    if word in _VAGUE:
        return _vague(tokens, index, _VAGUE[word])
    if word == "half":
        return _half(tokens, index)
    if word in {"a", "an"}:
        return _single(tokens, index)
    if word[:1].isdigit():
        return _digits(tokens, index)
    return _words(tokens, index)


def read_ordinal(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """Read an ordinal: its value and the index after it. "4th", "third", "twenty-first"."""
    word = tokens[index].norm
    digits = _DIGIT_ORDINAL.fullmatch(word)
    if digits:
        return int(digits[1]), index + 1
    if word in _ORDINALS:
        return _ORDINALS[word], index + 1
    tens, hyphen, ones = word.partition("-")
    if hyphen and tens in _TENS and _ORDINALS.get(ones, 10) < 10:
        return int(_TENS[tens]) + _ORDINALS[ones], index + 1
    return None


def word_value(word: str) -> float | None:
    """Return the value of one folded number word or digit group ("twelve", "twenty-eight", "5,000"), or None."""
    digits = _DIGITS.fullmatch(word) if len(word) <= _LONGEST else None
    if digits and not digits[3]:
        return float(digits[1].replace(",", "") + (digits[2] or ""))
    return _small(word)


def _small(word: str) -> float | None:
    """Return the value of a word below a hundred."""
    value = _ONES.get(word)
    if value is None:
        value = _TENS.get(word)
    if value is not None:
        return value
    tens, hyphen, ones = word.partition("-")
    if hyphen and tens in _TENS and 0 < _ONES.get(ones, 0.0) < 10:
        return _TENS[tens] + _ONES[ones]
    return None


def _norm(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].norm if 0 <= index < len(tokens) else ""


def _scaled(tokens: Sequence[Token], value: float, stop: int) -> tuple[float, int]:
    """Multiply by the scale words that follow: "5 hundred thousand", "two dozen", "20-billion"."""
    while value < _LARGEST:
        at = stop + (_norm(tokens, stop) == "-")
        if _norm(tokens, at) not in _COUNTS:
            break
        value *= _COUNTS[tokens[at].norm]
        stop = at + 1
    return value, stop


def _digits(tokens: Sequence[Token], index: int) -> Number | None:
    word = tokens[index].norm
    match = _DIGITS.fullmatch(word) if len(word) <= _LONGEST else None
    if not match:
        return None
    value = float(match[1].replace(",", "") + (match[2] or ""))
    if match[3] in _VULGAR:
        value += _VULGAR[match[3]]
    elif match[3]:  # "£5m" is millions, "100m" is metres, "12mm" is neither
        if match[3] in {"m", "mm"} and _norm(tokens, index - 1) not in _CURRENCIES:
            return None
        return Number(value * _SUFFIXES[match[3]], index + 1)
    scale = _norm(tokens, index + 1)
    if scale in _SPACED or (scale == "m" and _norm(tokens, index - 1) in _CURRENCIES):
        return Number(value * _SUFFIXES[scale], index + 2)
    value, stop = _and_a_half(tokens, value, index + 1)
    return Number(*_scaled(tokens, value, stop))


def _and_a_half(tokens: Sequence[Token], value: float, stop: int) -> tuple[float, int]:
    if value < _LONGEST_COUNT and _norm(tokens, stop) in _VULGAR:
        return value + _VULGAR[tokens[stop].norm], stop + 1  # "10 1/2 miles"
    if [_norm(tokens, stop + step) for step in range(3)] == ["and", "a", "half"]:
        return value + 0.5, stop + 3
    return value, stop


def _single(tokens: Sequence[Token], index: int) -> Number | None:
    """Read "a million", "a dozen", "a few hundred", "a couple of thousand"."""
    following = _norm(tokens, index + 1)
    if following in {"few", "couple"}:
        return _vague(tokens, index + 1, _VAGUE[following])
    if following not in _COUNTS or following == "score":
        return None
    if following in _SCALES and [_norm(tokens, index + step) for step in (2, 3, 4)] == ["and", "a", "half"]:
        return Number(_SCALES[following] * 1.5, index + 5)  # "a million and a half"
    return _words(tokens, index + 1)


def _half(tokens: Sequence[Token], index: int) -> Number | None:
    stop = index + 1
    if _norm(tokens, stop) in {"a", "an"}:
        stop += 1
    if _norm(tokens, stop) not in _COUNTS:
        return None
    return Number(*_scaled(tokens, 0.5, stop))


def _plural(tokens: Sequence[Token], index: int) -> Number:
    """Read "dozens", "hundreds of thousands", "tens of millions"."""
    value, stop = _PLURALS[tokens[index].norm], index + 1
    while _norm(tokens, stop) == "of" and _norm(tokens, stop + 1) in _PLURALS:
        value *= _PLURALS[tokens[stop + 1].norm] / 2
        stop += 2
    return Number(value, stop, approximate=True, at_least=True)


def _vague(tokens: Sequence[Token], index: int, least: float) -> Number | None:
    """Read "several hundred", "a few thousand", "a couple of dozen"; "several" alone is no number."""
    stop = index + 1
    if tokens[index].norm == "couple" and _norm(tokens, stop) == "of":
        stop += 1
    if _norm(tokens, stop) not in _COUNTS or tokens[index].norm == "some":
        return None
    value, stop = _scaled(tokens, least, stop)
    return Number(value, stop, approximate=True, at_least=True)


def _words(tokens: Sequence[Token], index: int) -> Number | None:
    """Read a number in words: "two hundred and fifty thousand" adds up group by group."""
    total, stop = 0.0, index
    while True:
        group, after = _group(tokens, stop, is_first=stop == index)
        scale = _SCALES.get(_norm(tokens, after), 1.0)
        if scale < 1e3:
            total, stop = total + group, after
            break
        if after == stop and stop != index:
            break
        total, stop = total + (group if after > stop else 1.0) * scale, after + 1
    if stop == index:
        return None
    value, after = _and_a_half(tokens, total, stop)
    return Number(*_scaled(tokens, value, after)) if after > stop else Number(total, stop)


def _group(tokens: Sequence[Token], index: int, *, is_first: bool) -> tuple[float, int]:
    """Read a group below a thousand: "two hundred and fifty", "two dozen", "hundred"; nothing is (0, index)."""
    stop = index
    if not is_first and _norm(tokens, stop) == "and" and _small(_norm(tokens, stop + 1)) is not None:
        stop += 1  # "two thousand and eleven"
    value, stop = _below_hundred(tokens, stop)
    count = _COUNTS.get(_norm(tokens, stop), 1e3)
    if count >= 1e3:
        return value, stop
    value, stop = (value or 1.0) * count, stop + 1
    joined = stop + 1 if _norm(tokens, stop) == "and" else stop
    rest, after = _below_hundred(tokens, joined)
    return (value + rest, after) if after > joined and count == 100 else (value, stop)


def _below_hundred(tokens: Sequence[Token], index: int) -> tuple[float, int]:
    """Read "eleven", "twenty-eight" or "twenty eight"; nothing is (0, index)."""
    value = _small(_norm(tokens, index))
    if value is None:
        return 0.0, index
    ones = _ONES.get(_norm(tokens, index + 1), 0.0)
    if tokens[index].norm in _TENS and 0 < ones < 10:
        return value + ones, index + 2
    return value, index + 1
