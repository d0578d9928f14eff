"""The unit of a number: the money sign before it, the unit word after it, and the rate after that.

In: tokens and the place of a number. Out: the unit's name in `tables.units` ("" for none) and where it begins or ends.
"""

import re
from collections.abc import Sequence

from throughline.model import Token
from throughline.tables.units import (
    CURRENCY_CODES,
    CURRENCY_PREFIXES,
    CURRENCY_SIGNS,
    PEOPLES_MONEY,
    RATES,
    UNITS,
)
from throughline.text.numbers import word_value

GLUED = re.compile(
    r"(\d[\d,]*(?:\.\d+)?)(km2|km|kg|mg|g|lbs|lb|ft|mm|cm|m2|m|ml|oz|mph|kph|hz|khz|mhz|ghz|gb|mb|tb|kb|kw|mw|gw)"
)  # the units that the tokeniser leaves on their digits
_SHAPES = frozenset({"square", "cubic", "nautical"})  # the first words of units of two words
_AMBIGUOUS = frozenset("m real won rand".split())  # without a sign or code these words are mostly something else


def before(tokens: Sequence[Token], index: int, first: int) -> tuple[str, int]:
    """Read the money sign or code before a number: "$", "US$", "EUR"."""
    if index == first:
        return "", index
    sign = tokens[index - 1]
    if sign.norm in CURRENCY_SIGNS:
        prefix = tokens[index - 2] if index - 2 >= first else None
        if prefix is not None and prefix.end == sign.start:
            word = prefix.norm.replace(".", "")
            if word in CURRENCY_PREFIXES:
                return CURRENCY_PREFIXES[word], index - 2
        return CURRENCY_SIGNS[sign.norm], index - 1
    if sign.text in CURRENCY_CODES:
        return sign.text, index - 1
    return "", index


def after(tokens: Sequence[Token], index: int, last: int) -> tuple[str, int]:
    """Read the unit word after a number."""
    glued = GLUED.fullmatch(tokens[index - 1].norm) if index > 0 else None
    if glued and word_value(glued[1]) is not None and glued[2] != "m":
        return UNITS.get(glued[2], glued[2]), index
    joined = tokens[index - 1].norm.partition("-")[2] if index > 0 else ""
    if joined in UNITS:
        return UNITS[joined], index  # "six-mile"
    index += _skipped(tokens, index, last)
    if index + 1 < last:
        unit = _of_two_words(tokens[index], tokens[index + 1])
        if unit:
            return unit, index + 2
    if index < last:
        norm = tokens[index].norm
        if norm in UNITS and norm not in _AMBIGUOUS:
            return UNITS[norm], index + 1
        if tokens[index].text in CURRENCY_CODES:
            return tokens[index].text, index + 1
        if norm in CURRENCY_SIGNS and not (index + 1 < last and tokens[index + 1].norm[:1].isdigit()):
            return CURRENCY_SIGNS[norm], index + 1  # "10 €"
    return "", index


def _skipped(tokens: Sequence[Token], index: int, last: int) -> int:
    """Count the words between a number and its unit: "200-mile", "thousands of square miles", "seven more miles"."""
    if index + 1 >= last:
        return 0
    word, unit = tokens[index].norm, tokens[index + 1].norm
    return int(word == "-" or (word == "of" and unit in _SHAPES) or (word == "more" and unit in UNITS))


def _of_two_words(left: Token, right: Token) -> str:
    """Read "square miles", "of dollars" and "of gallons" (after "millions"), "U.S. dollars"."""
    if left.norm == "of":
        return UNITS.get(right.norm, "")
    money = PEOPLES_MONEY.get((left.norm, right.norm.removesuffix("s")), "")
    return money or UNITS.get(f"{left.norm} {right.norm}", "")


def pounds(tokens: Sequence[Token], stop: int, last: int) -> tuple[str, int]:
    """Tell what "pounds" are by what follows: "300 pounds of fur", "6,745 pounds per square inch"; else money."""
    following = [token.norm for token in tokens[stop : min(last, stop + 3)]]
    if following == ["per", "square", "inch"]:
        return "psi", stop + 3
    return ("lb" if following[:1] == ["of"] else "GBP"), stop


def rate(tokens: Sequence[Token], unit: str, index: int, last: int) -> tuple[str, int]:
    """Add "a day", "per hour", "daily" to a unit: "barrel/day"."""
    if not unit or index >= last:
        return unit, index
    if tokens[index].norm in RATES and tokens[index].norm.endswith("ly"):
        return f"{unit}/{RATES[tokens[index].norm]}", index + 1
    if index + 1 >= last or tokens[index].norm not in {"a", "an", "per", "each", "every"}:
        return unit, index
    every = RATES.get(tokens[index + 1].norm)
    return (f"{unit}/{every}", index + 2) if every else (unit, index)
