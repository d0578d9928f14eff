"""Numbers with all that belongs to them: hedges, ranges, units.

In: the tokens of a sentence and the indices that are taken (times). Out: a `Quantity` for each amount: the token
range, the `Amount`, and where what it counts may begin. Dates, ages, ordinals, scores and the numbers of things
("Article 5", "Flight 370") are no amounts.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from throughline.annotate.figures import hedges
from throughline.annotate.figures.hedges import Hedge
from throughline.annotate.wordclasses import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    is_plural,
)
from throughline.model import Amount, Token
from throughline.tables.units import CURRENCY_CODES, CURRENCY_PREFIXES, CURRENCY_SIGNS, RATES, TIME_UNITS, UNITS
from throughline.text.numbers import Number, read_number, word_value


class Quantity(NamedTuple):
    """An amount at `tokens[first:stop]`; the bare number ends at `number`, before its unit word."""

    first: int
    number: int
    stop: int
    amount: Amount


_GLUED_RANGE = re.compile(r"(\d[\d,]*(?:\.\d+)?)-(\d[\d,]*(?:\.\d+)?)(?:m|mn|bn|tn|k)?")
_GLUED_UNIT = re.compile(r"(\d[\d,]*(?:\.\d+)?)(km|kg|ft|m)")
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}
# Nouns that are told apart by the number after them.
_NUMBERED = frozenset(
    """no. no nos. number numbers page pages section chapter article room channel flight route highway interstate
    phase level act clause line rule part title volume vol. figure fig. type paragraph pp p. resolution version
    model unit block gate platform lot item verse psalm stage round grade category class aged age junction runway
    terminal camp zone district ward apartment apt. suite floor bus boeing airbus protocol directive amendment
    proposition exhibit count series chapter season episode size top group committee battalion brigade""".split()
)
# How far vague words reach, as a multiple of their least: "several hundred" 300 to 900, "a couple of" 2 to 3.
_REACH = {"several": 3.0, "few": 3.0, "couple": 1.5}
_YEAR_PREPOSITIONS = frozenset("in since by until of during from before after for mid late early the".split())
# "Brent rose $2.64 to $108.42": by so much, to so much; no range.
_CHANGES = frozenset(
    """rose risen rises rising fell fallen falls falling jumped climbed gained added lost dropped slid slipped sank
    surged soared plunged tumbled slumped grew increased decreased declined rallied advanced retreated up
    down""".split()
)
_SMALL = frozenset("two three four".split())
_DEFINITE = frozenset("the these those its their his her our other last first next past final top both".split())
_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_NUMBER_WORDS = _TENS | frozenset(
    """a an half two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen one hundred thousand million billion trillion dozen tens dozens scores hundreds thousands
    millions billions trillions several few couple""".split()
)
_OPENING_WORDS = ADVERBS | CONJUNCTIONS | DETERMINERS | PREPOSITIONS | PRONOUNS | SUBORDINATORS | AUXILIARIES
_NEVER = frozenset({"one"})  # they begin no amount that a record should keep
_DOLLARS = {"u.s.": "USD", "us": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD"}
_LONGEST_YEAR, _ROUND = 4, 50
_YEARS = range(1400, 2101)


def find(tokens: Sequence[Token], first: int, last: int, taken: Collection[int]) -> Iterator[Quantity]:
    """Yield the amounts in `tokens[first:last]`, in order."""
    index = first
    while index < last:
        # Before a number, a day of the week is no name that the number belongs to: the sentence begins anew there.
        begin = index if index - 1 in taken else first
        quantity = _read(tokens, index, begin, last) if index not in taken else None
        if quantity is None or any(place in taken for place in range(index, quantity.stop)):
            index += 1
            continue
        yield quantity
        index = quantity.stop


def _read(tokens: Sequence[Token], index: int, first: int, last: int) -> Quantity | None:
    norm = tokens[index].norm
    if not _may_open(norm) or (norm in _NEVER and (index + 1 >= last or tokens[index + 1].norm not in _SCALES)):
        return None
    low, high, stop, vague = _bounds(tokens, index, last)
    if stop == index or stop > last:
        return None
    sign, begin = _currency(tokens, index, first)
    unit, after = (sign, stop) if sign else _unit(tokens, stop, last)
    if not unit and _is_a_name(tokens, index, stop, first, last):
        return None
    if unit and not sign and tokens[index].text[:1].isupper() and tokens[after - 1].text[:1].isupper():
        return None  # "Three Mile Island"
    if unit == "GBP" and not sign and after < last and tokens[after].norm == "of":
        unit = "lb"  # "300 pounds of fur"
    if begin > first and high != low and tokens[begin - 1].norm == "between":
        begin -= 1
    begin, hedge = hedges.before(tokens, begin, first)
    after, late = hedges.after(tokens, after, last)
    if unit and not sign and late != hedges.PLAIN:
        unit_again, after = _unit(tokens, after, last)
        unit = unit_again or unit
    elif late != hedges.PLAIN and not unit:
        stop = after
        unit, after = _unit(tokens, after, last)
    unit, after = _rate(tokens, unit, after, last)
    hedge = Hedge(*(a or b for a, b in zip(hedge, late, strict=True)))
    return Quantity(begin, stop, after, _amount(low, high, hedge, unit, vague=vague))


def _may_open(norm: str) -> bool:
    return norm[:1].isdigit() or norm in _NUMBER_WORDS or norm.partition("-")[0] in _TENS


def _bounds(tokens: Sequence[Token], index: int, last: int) -> tuple[float, float | None, int, bool]:
    """Read a number or a range of two: low, high, where it ends (`index`: there is none), whether it is vague."""
    glued = _GLUED_RANGE.fullmatch(tokens[index].norm)
    if glued:
        return _glued(tokens, index, glued)
    unit = _GLUED_UNIT.fullmatch(tokens[index].norm)
    number = read_number(tokens, index)
    if number is None or number.stop > last:
        value = word_value(unit[1]) if unit else None
        if value is not None and unit and unit[2] == "m" and _counts_things(tokens, index + 1, last):
            value *= _SUFFIXES["m"]  # "11m gallons"
        return (value, value, index + 1, False) if value is not None else (0.0, 0.0, index, False)
    if number.at_least:
        word = tokens[index + (tokens[index].norm in {"a", "an"})].norm
        reach = _REACH.get(word)
        return number.value, number.value * reach if reach else None, number.stop, True
    if tokens[index].norm == "a" and tokens[number.stop - 1].norm == "dozen":
        return number.value, number.value, number.stop, True
    second = _second(tokens, number, index, last)
    if second is None:
        return number.value, number.value, number.stop, number.approximate
    low = number.value
    if low < second.value and tokens[number.stop - 1].norm not in _SCALES:
        scale = _SCALES.get(tokens[second.stop - 1].norm) or _suffix(tokens[second.stop - 1].norm)
        low = low * scale if low * scale < second.value else low
    return (low, second.value, second.stop, False) if low < second.value else (low, low, number.stop, False)


def _counts_things(tokens: Sequence[Token], index: int, last: int) -> bool:
    """Tell whether a unit or a plural follows, so that a glued "m" means millions, not metres."""
    return index < last and (tokens[index].norm in UNITS or is_plural(tokens[index].norm))


def _suffix(norm: str) -> float:
    letters = norm.lstrip("0123456789.,")
    return _SUFFIXES.get(letters, 1.0)


def _glued(tokens: Sequence[Token], index: int, match: re.Match[str]) -> tuple[float, float | None, int, bool]:
    """Read "5,000-6,000" or "3-4 million"; falling or tiny pairs are scores ("3-1") and telephone numbers."""
    low, high = word_value(match[1]), word_value(match[2])
    if low is None or high is None or low >= high or (high < 10 and high > low + 2):
        return 0.0, 0.0, index, False
    stop, scale = index + 1, _suffix(tokens[index].norm)
    while stop < len(tokens) and tokens[stop].norm in _SCALES:
        scale *= _SCALES[tokens[stop].norm]
        stop += 1
    return low * scale, high * scale, stop, False


def _second(tokens: Sequence[Token], number: Number, index: int, last: int) -> Number | None:
    """Read the other end of a range: "5,000 to 6,000", "between 3 and 5", "three or four"."""
    joint = tokens[number.stop].norm if number.stop + 1 < last else ""
    before = {token.norm for token in tokens[max(0, index - 2) : index]}
    is_range = (
        (joint in {"to", "-"} and "from" not in before and before.isdisjoint(_CHANGES))
        or (joint == "and" and "between" in before)
        or (joint == "or" and tokens[number.stop + 1].norm not in {"more", "less", "so", "fewer"})
    )
    if not is_range:
        return None
    start = number.stop + 1
    if tokens[start].norm in CURRENCY_SIGNS and start + 1 < last:
        start += 1
    if tokens[start].norm in _NEVER | {"half"}:
        return None
    second = read_number(tokens, start)
    return second if second is not None and second.stop <= last and not second.at_least else None


def _currency(tokens: Sequence[Token], index: int, first: int) -> tuple[str, int]:
    """Read the money sign or code before a number: its unit ("" for none) and where it begins."""
    if index == first:
        return "", index
    before = tokens[index - 1]
    if before.norm in CURRENCY_SIGNS:
        prefix = tokens[index - 2] if index - 2 >= first else None
        if prefix is not None and prefix.end == before.start:
            word = prefix.norm.replace(".", "")
            if word in CURRENCY_PREFIXES:
                return CURRENCY_PREFIXES[word], index - 2
        return CURRENCY_SIGNS[before.norm], index - 1
    if before.text in CURRENCY_CODES:
        return before.text, index - 1
    return "", index


def _unit(tokens: Sequence[Token], index: int, last: int) -> tuple[str, int]:
    """Read the unit word after a number: the unit ("" for none) and where it ends."""
    glued = _GLUED_UNIT.fullmatch(tokens[index - 1].norm) if index > 0 else None
    if glued and word_value(glued[1]) is not None and glued[2] != "m":
        return UNITS[glued[2]], index
    if index < last and tokens[index].norm == "-":
        index += 1
    if index + 1 < last:
        unit = _two_word_unit(tokens[index], tokens[index + 1])
        if unit:
            return unit, index + 2
    if index < last:
        if tokens[index].norm in UNITS and tokens[index].norm not in {"m", "real", "won"}:
            return UNITS[tokens[index].norm], index + 1
        if tokens[index].text in CURRENCY_CODES:
            return tokens[index].text, index + 1
    return "", index


def _two_word_unit(left: Token, right: Token) -> str:
    """Read "square miles", "of dollars" and "of gallons" (after "millions"), "U.S. dollars"."""
    if left.norm == "of":
        return UNITS.get(right.norm, "")
    if right.norm == "dollars":
        return _DOLLARS.get(left.norm, "")
    return UNITS.get(f"{left.norm} {right.norm}", "")


def _rate(tokens: Sequence[Token], unit: str, index: int, last: int) -> tuple[str, int]:
    """Add "a day", "per hour" to a unit: "barrel/day"."""
    if not unit or index + 1 >= last or tokens[index].norm not in {"a", "an", "per", "each", "every"}:
        return unit, index
    rate = RATES.get(tokens[index + 1].norm)
    return (f"{unit}/{rate}", index + 2) if rate else (unit, index)


def _is_a_name(tokens: Sequence[Token], index: int, stop: int, first: int, last: int) -> bool:
    """Tell the number of a thing, an age, a year or a length of time from a count."""
    after = tokens[stop] if stop < last else None
    if after is not None and after.norm == "-":
        return True  # "a 45-year-old man", "a 30-page list"
    if after is not None and after.norm in TIME_UNITS:
        return True
    digits = tokens[index].norm.isdigit()
    if digits and stop == index + 1 and _is_year(tokens, index, first, last):
        return True
    if index > first and tokens[index].text[:1].isupper():
        return True  # "Four Crosses"
    if index == first:
        return False
    before = tokens[index - 1]
    if before.norm in _NUMBERED or before.norm in {"#", "/", ":", "-", "'"}:
        return True
    if tokens[index].norm in _SMALL and before.norm in _DEFINITE:
        return True  # "the two leaders" points at two that are known, and counts nothing
    # "Apollo 11 astronauts": digits after a name are part of it.
    is_name = before.text[:1].isupper() and (index - 1 > first or before.norm not in _OPENING_WORDS)
    return digits and is_name and len(tokens[index].norm) < 4 and hedges.before(tokens, index, first)[0] == index


def _is_year(tokens: Sequence[Token], index: int, first: int, last: int) -> bool:
    """Tell a year from a count: a count of that size is hedged, or round and has its noun right after it."""
    value = int(tokens[index].norm[:_LONGEST_YEAR])
    if value not in _YEARS or len(tokens[index].norm) > _LONGEST_YEAR:
        return False
    if index + 1 >= last or (index > first and tokens[index - 1].norm in _YEAR_PREPOSITIONS):
        return True
    is_hedged = hedges.before(tokens, index, first)[0] != index
    return not is_hedged and (value % _ROUND != 0 or tokens[index + 1].text[:1].isupper())


def _amount(low: float, high: float | None, hedge: Hedge, unit: str, *, vague: bool) -> Amount:
    approximate = vague or hedge.is_approximate
    if hedge.is_floor and not hedge.is_ceiling:
        return Amount(low, None, approximate=approximate, unit=unit)
    if hedge.is_ceiling and not hedge.is_floor:
        return Amount(None, high, approximate=approximate, unit=unit)
    return Amount(low, high, approximate=approximate, unit=unit)
