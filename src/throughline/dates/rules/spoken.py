"""Rules for dates in words, as they are said and written out: "January twenty second", "nineteen hundred ninety three".

A year in words alone counts only after "in", "since" and their like, and where nothing follows that it could count.
"""

from collections.abc import Sequence
from datetime import date

from throughline.dates import days
from throughline.dates.nearest import near, years_around
from throughline.dates.phrases.reading import Hit, Meaning, Rule, dated, rule
from throughline.dates.words import MONTHS
from throughline.model import When
from throughline.text.numbers import read_ordinal, word_value

_CENTURIES = range(11, 21)  # "eleven" to "twenty" before two more digits
_TENS = range(20, 100, 10)


def year_of(words: Sequence[str]) -> int | None:
    """The year that some words say.

    >>> year_of("nineteen hundred ninety three".split()), year_of("two thousand and fifteen".split())
    (1993, 2015)
    """
    said = [word for word in words if word != "and"]
    if said[:2] == ["two", "thousand"]:
        rest = _below_hundred(said[2:]) if said[2:] else 0
        return 2000 + rest if rest is not None else None
    century = word_value(said[0]) if said else None
    if century is None or century not in _CENTURIES or len(said) < 2:
        return None
    rest = _below_hundred(said[2:] if said[1] == "hundred" else said[1:])
    is_whole = said[1:] == ["hundred"]
    return int(century) * 100 + (rest or 0) if is_whole or (rest is not None and rest > 9) else None


def _below_hundred(words: Sequence[str]) -> int | None:
    values = [word_value(word) for word in words]
    if len(values) == 1 and values[0] is not None and values[0] % 1 == 0 and values[0] < 100:
        return int(values[0])
    if len(values) == 2 and values[0] in _TENS and values[1] is not None and 0 < values[1] < 10:
        return int(sum(value for value in values if value is not None))
    return None


def _words(hit: Hit, group: str) -> list[str]:
    first, stop = hit.match.span(group)
    return [token.norm for token in hit.tokens[first:stop]]


def _day(hit: Hit, group: str) -> int | None:
    """Read "22", "22nd", "twenty second", "twenty two"."""
    first, stop = hit.match.span(group)
    ordinal = read_ordinal(hit.tokens, stop - 1)
    if ordinal is None:
        return _below_hundred(_words(hit, group))
    tens = word_value(hit.tokens[first].norm) if stop - first > 1 else 0
    return int(tens or 0) + ordinal[0] if tens in {0, 20, 30} and (not tens or ordinal[0] < 10) else None


def _date(hit: Hit) -> Meaning | None:
    """Read a month with its day, its year, or both, where at least one is in words."""
    month = MONTHS[hit.word("month")]
    if hit.has("unit") and hit.word("unit") != "day":
        return None
    number = _day(hit, "day") if hit.has("day") else None
    year = year_of(_words(hit, "year")) if hit.has("year") else None
    if (hit.has("year") and year is None) or (hit.has("day") and number is None):
        return None
    if number is None:
        return dated(days.month(year, month)) if year else None
    if year:
        return dated(_day_of(year, month, number))
    return dated(near(hit, (when for one in years_around(hit.now) if (when := _day_of(one, month, number)))))


def _day_of(year: int, month: int, number: int) -> When | None:
    try:
        return days.day(date(year, month, number))
    except ValueError:
        return None


def _year(hit: Hit) -> Meaning | None:
    year = year_of(_words(hit, "year"))
    return dated(days.year(year)) if year else None


_YEAR = r"(?P<year>n{2,4}(?:&n{1,2})?)"
RULES: tuple[Rule, ...] = (
    rule(
        "date and year in words",
        "Mdon",
        rf"(?:(?P<day>n?o|n{{1,2}}|d)f?)?(?P<month>M),?{_YEAR}(?![Hm])",
        _date,
        "They met in [May nineteen eighty six] .",
    ),
    rule(
        "month, day and year in words",
        "M",
        rf"(?P<month>M)t?(?P<day>n?o|d|n{{1,2}}),?{_YEAR}(?![Hm])",
        _date,
        "They met on [May twenty five nineteen eighty six] .",
    ),
    rule(
        "month and day in words",
        "M",
        r"(?P<month>M)t?(?P<day>no|n{1,2}(?=[,.]|_?$))(?!M)",
        _date,
        "They met on [January twenty second] .",
    ),
    rule(
        "day in words",
        "tno",
        r"t?(?P<day>n?o)(?:(?P<unit>U)f)?(?P<month>M)",
        _date,
        "They met on [the third day of May] .",
    ),
    rule("year in words", "n", rf"(?<=[IsubAFf]){_YEAR}(?=[&,]|_?$)", _year, "It began in [two thousand and five] ."),
)
