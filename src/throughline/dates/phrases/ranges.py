"""The two ends of a range: "from June until the end of 2009", "between May and July".

In: the expressions of a sentence, in order. Out: the same, where two that are the ends of a range mean the whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from throughline.dates import days
from throughline.dates.phrases.found import Found
from throughline.model import When

_PARTIAL = frozenset({"day and month", "month", "season", "season of a story", "month of a story"})
_COMING = frozenset({"weekday", "month", "day and month"})  # what may be read again as the next to come
_WITH_YEAR = frozenset({"day and month", "month and year", "season and year"})


def join_ranges(letters: str, found: Sequence[Found]) -> Iterator[Found]:
    """Give each end of a range the days of the whole, and "August" of "August and September 1914" the year."""
    index = 0
    while index < len(found):
        one = found[index]
        two = found[index + 1] if index + 1 < len(found) else None
        if two is not None and _shares_year(letters, one, two):
            one = _again(one, two)
        if two is not None and _is_range(letters, one, two):
            yield from _whole(one, two)
            index += 2
        else:
            yield one
            index += 1


def _shares_year(letters: str, one: Found, two: Found) -> bool:
    between = letters[one.stop : two.first]
    is_partial = one.rule.name in _PARTIAL and not one.hit.has("year")
    return between in {"&", "T", "u", ",&"} and is_partial and two.hit.has("year") and two.rule.name in _WITH_YEAR


def _again(one: Found, two: Found) -> Found:
    """Read the first of two again, from the second."""
    end = two.span.last if two.span else None
    hit = replace(one.hit, now=end, lean=-2, previous=None, is_told=False)
    meaning = one.rule.reader(hit) if end else None
    return replace(one, meaning=meaning, span=meaning.when, hit=hit) if meaning else one


def _is_range(letters: str, one: Found, two: Found) -> bool:
    between = letters[one.stop : two.first]
    before = letters[one.first - 1] if one.first else ""
    return (before == "F" and between in {"T", "u"}) or (before == "E" and between == "&")


def _coming(two: Found, start: date) -> When | None:
    again = two.rule.reader(replace(two.hit, now=start, lean=2, previous=None, is_told=False))
    return again.when if again else None


def _at_present(item: Found) -> Found:
    """The day of writing, where "now" is an end of a range."""
    if item.meaning.value != "PRESENT_REF" or item.meaning.when or item.hit.now is None:
        return item
    return replace(item, meaning=replace(item.meaning, when=days.day(item.hit.now)))


def _whole(one: Found, two: Found) -> Iterator[Found]:
    one, two = _at_present(one), _at_present(two)
    end = two.meaning.when
    if end is None or end.last is None or one.meaning.when is None:
        yield from (one, two)
        return
    start = one.meaning.when
    if start.first is None or start.first > end.last:
        again = one.rule.reader(replace(one.hit, now=end.last, lean=-2, previous=None, is_told=False))
        start = again.when if again and again.when else start
    if start.first is not None and start.first > end.last and two.rule.name in _COMING:
        end = _coming(two, start.first) or end  # "from next Monday to Friday"
    if start.first is None or end.last is None or start.first > end.last:
        yield from (one, two)
        return
    whole = days.span(start.first, end.last)
    for item in (one, two):
        yield replace(item, meaning=replace(item.meaning, when=whole))
