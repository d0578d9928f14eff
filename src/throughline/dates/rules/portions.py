"""Parts of a span by their number: "the first week of 2015", "the third Monday in May", "the last day of the year".

In: the tokens and letters of a sentence and its expressions. Out: the same, where a span that has such words before it
is the part that they name. A week belongs to the month or year that its Thursday lies in, as ISO 8601 counts weeks.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from throughline.dates import days
from throughline.dates.phrases import edges
from throughline.dates.phrases.found import Found
from throughline.dates.phrases.reading import Meaning, dated
from throughline.dates.words import UNITS, WEEKDAYS
from throughline.model import Grain, Token, When
from throughline.text.numbers import read_ordinal, word_value

_PORTION = re.compile(
    r"t?(?:(?P<ordinal>o|L)(?P<count>[nd])?(?P<unit>[UWGwh])|(?P<numbered>U)(?P<number>[nd]))(?P<joint>[fI])t?$"
)
_WEEK_OF = re.compile(r"t[Uw](?:f|[_N]O?)t?$")
_BEGINNING = frozenset("of beginning starting commencing".split())
_REACH = 8  # tokens: no such words are longer
_THURSDAY, _SATURDAY = 3, 5
_MOST = 400  # parts of a span are counted no further: the days of a year


def join_portions(tokens: Sequence[Token], letters: str, found: Sequence[Found]) -> list[Found]:
    """Give each span the part of it that the words before name; what they hid in ("last week") is gone."""
    joined: list[Found] = []
    for item in found:
        floor = joined[-2].stop if len(joined) > 1 else 0
        part = _portion(tokens, letters, item, floor)
        if part is None or (joined and joined[-1].first < part.first < joined[-1].stop):
            joined.append(item)
            continue
        if joined and joined[-1].stop > part.first:
            joined.pop()
        joined.append(part)
    return joined


def _portion(tokens: Sequence[Token], letters: str, item: Found, floor: int) -> Found | None:
    span = item.span
    if item.meaning.type != "DATE" or span is None or span.first is None or span.last is None or item.meaning.mod:
        return None
    floor = max(floor, item.first - _REACH)
    match = _PORTION.search(letters, floor, item.first)
    meaning = _meaning(tokens, match, span) if match else None
    if meaning is None:
        match = _WEEK_OF.search(letters, floor, item.first)
        meaning = _week_of(tokens, match, span) if match else None
    if match is None or meaning is None:
        return None
    signal = letters[match.start() - 1] if match.start() and letters[match.start() - 1] in edges.SIGNALS else ""
    bounded = replace(meaning, when=edges.bound(meaning.when, signal)) if signal and meaning.when else meaning
    return Found(match.start(), item.stop, bounded, item.rule, signal, item.hit, meaning.when)


def _week_of(tokens: Sequence[Token], match: re.Match[str], span: When) -> Meaning | None:
    """Read "the week of April 10", "the week beginning February 4", "the weekend of May 5"."""
    unit, way = tokens[match.start() + 1].norm, tokens[match.start() + 2].norm
    if way not in _BEGINNING or span.first is None or span.first != span.last:
        return None
    if unit == "weekend":
        saturday = days.shift_days(span.first, (_SATURDAY - span.first.weekday() + 3) % 7 - 3)
        year, week, _ = saturday.isocalendar()
        return Meaning("DATE", f"{year:04}-W{week:02}-WE", days.span(saturday, days.shift_days(saturday, 1)))
    if unit != "week":
        return None
    return dated(days.week(span.first))


def _meaning(tokens: Sequence[Token], match: re.Match[str], span: When) -> Meaning | None:
    if match["numbered"]:
        if tokens[match.start("numbered")].norm != "week":
            return None
        first = last = int(word_value(tokens[match.start("number")].norm) or 0)
    elif match["joint"] == "I" and match["unit"] != "W":
        return None  # "last year in the October 2011 election", but "the first Monday in May"
    else:
        place = _place(tokens, match.start("ordinal"))
        if place is None:
            return None
        count = int(word_value(tokens[match.start("count")].norm) or 0) if match["count"] else 1
        first, last = (place, place + count - 1) if place > 0 else (-count, -1)
    unit = tokens[match.start("numbered" if match["numbered"] else "unit")].norm
    if unit == "half":
        return _half(span, first)
    parts = list(_parts(unit, span))
    if not parts or not -len(parts) <= first <= last <= len(parts) or first == 0:
        return None
    one, two = (parts[n - 1] if n > 0 else parts[n] for n in (first, last))
    return dated(one if one == two else days.span(one.first, two.last))


def _place(tokens: Sequence[Token], index: int) -> int | None:
    """The number of an ordinal, -1 for "last"; None for "past", "previous"."""
    if tokens[index].norm in {"last", "final"}:
        return -1
    ordinal = read_ordinal(tokens, index)
    return ordinal[0] if ordinal else None


def _half(span: When, place: int) -> Meaning | None:
    """A half of a year in whole months, of anything else in days."""
    if span.first is None or span.last is None or place not in {1, 2, -1}:
        return None
    number = 2 if place != 1 else 1
    if span.grain is Grain.YEAR:
        return Meaning("DATE", f"{span.first.year:04}-H{number}", days.half(span.first.year, number))
    middle = days.shift_days(span.first, (span.last - span.first).days // 2)
    first, last = (span.first, middle) if number == 1 else (days.shift_days(middle, 1), span.last)
    return dated(days.span(first, last))


def _parts(unit: str, span: When) -> Iterator[When]:
    """The weekdays, weekends or units of the calendar that lie in a span, in order."""
    if span.first is None or span.last is None:
        return
    weekday = _SATURDAY if unit.startswith("weekend") else WEEKDAYS.get(unit)
    grain = UNITS.get(unit)
    if grain is Grain.WEEK:
        weekday = _THURSDAY
    if weekday is None and grain is None:
        return
    value = span.first if weekday is None else days.shift_days(span.first, (weekday - span.first.weekday()) % 7)
    for _ in range(_MOST):
        if value > span.last:
            return
        if unit.startswith("weekend"):
            yield days.span(value, days.shift_days(value, 1))
        else:
            yield days.around(value, grain or Grain.DAY)
        following = days.step(value, grain or Grain.WEEK, 1)
        if following <= value:
            return
        value = following
