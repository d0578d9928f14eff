"""Days named without a year: "on Dec. 12" told as past, "by Dec. 31" still awaited, "Friday, December 9".

In: passages. Out: constraints that recur each year. News names no year where its own or the last is meant: of 49 days
told as past without one, none was more than ten months old. Between one that is past and the next that is awaited
lies the page. A weekday beside a day leaves one year in six.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice, product

from throughline.dates import days
from throughline.dates.testimony import clause
from throughline.dates.testimony.constraint import Constraint, Strength, Window, joined
from throughline.dates.testimony.passages import Mark, Passage
from throughline.dates.words import WEEKDAYS
from throughline.model import Evidence

YEARS = range(1980, 2061)  # the years that a page on the web can be of
_DEADLINE = frozenset("by until till before".split())
_VALUE = re.compile(r"XXXX-(\d\d)-(\d\d)(?:/XXXX-(\d\d)-(\d\d))?")
_NAMED_YEAR = re.compile(r"\d{4}(?:-\d\d){0,2}")
_LISTED = range(2000, 2031)  # those of them that a reason lists
_OLDEST = 300  # days: an older one is told with its year
_FURTHEST = 300
_MOST = 12  # days of each kind that are paired
_APART = 183  # days between a past and an awaited day that both lack a year: more, and one of them would have it

_Day = tuple[int, int]


def constraints(passages: Sequence[Passage], article: str, text: str) -> Iterator[Constraint]:
    """Yield what days without a year say of the page's."""
    past: dict[_Day, Mark] = {}
    ahead: dict[_Day, Mark] = {}
    for number, passage in enumerate(passages):
        for mark in passage.marks:
            match = _VALUE.fullmatch(mark.time.value)
            if match is None or _has_year_beside(passages, number, mark):
                continue
            first = (int(match[1]), int(match[2]))
            if mark.before == "on" and clause.tells_past(passage, mark):
                past.setdefault(first, mark)
            elif mark.before in _DEADLINE and clause.awaits(passage, mark, told=False):
                ahead.setdefault((int(match[3] or match[1]), int(match[4] or match[2])), mark)
            weekday = _weekday(passage, mark)
            if weekday is not None and match[3] is None:
                is_past = clause.tells_past(passage, mark)
                yield _weekdayed(first, weekday, 0 if is_past else _FURTHEST, _cite(mark, article, text))
    for day, mark in past.items():
        yield _told(day, mark, _cite(mark, article, text))
    for day, mark in ahead.items():
        yield _awaited(day, mark, _cite(mark, article, text))
    yield from _between(past, ahead, article, text)


def each_year(mark: Mark) -> list[date]:
    """List the days of all years that a day without a year may be; none for other expressions."""
    match = _VALUE.fullmatch(mark.time.value)
    return list(_each_year((int(match[3] or match[1]), int(match[4] or match[2])))) if match else []


def told(passages: Sequence[Passage]) -> Iterator[Mark]:
    """List the days without a year that are told as past, in looser words too, in the order of the text."""
    for number, passage in enumerate(passages):
        for mark in passage.marks:
            is_told = mark.before in {"on", ",", ""} and mark.lean < 0
            if is_told and _VALUE.fullmatch(mark.time.value) and not _has_year_beside(passages, number, mark):
                yield mark


def _has_year_beside(passages: Sequence[Passage], number: int, mark: Mark) -> bool:
    """Tell whether a year is told in the same sentence or the one before: the day may be of that year."""
    near = passages[max(number - 1, 0) : number + 1]
    return any(
        _NAMED_YEAR.fullmatch(other.time.value) and other.time.start < mark.time.start
        for passage in near
        for other in passage.marks
    )


def _cite(mark: Mark, article: str, text: str) -> Evidence:
    return Evidence(article, mark.time.start, mark.time.end, text[mark.time.start : mark.time.end])


def _told(day: _Day, mark: Mark, cited: Evidence) -> Constraint:
    windows = tuple((own, days.shift_days(own, _OLDEST)) for own in _each_year(day))
    reason = f"it tells of “{_phrase(mark, cited)}” as past and names no year, so it came within some months of it"
    return Constraint(windows, Strength.LIKELY, reason, cited, recurs=True, rule="day without a year")


def _awaited(day: _Day, mark: Mark, cited: Evidence) -> Constraint:
    windows = tuple((days.shift_days(own, -_FURTHEST), own) for own in _each_year(day))
    reason = f"it still awaits “{_phrase(mark, cited)}” and names no year, so it came within some months of it"
    return Constraint(windows, Strength.LIKELY, reason, cited, recurs=True, rule="day without a year")


def _between(past: dict[_Day, Mark], ahead: dict[_Day, Mark], article: str, text: str) -> Iterator[Constraint]:
    """The page lies between the day that it tells of and the deadline that it awaits, if no year is told for either."""
    for (one, told), (two, awaited) in product(islice(past.items(), _MOST), islice(ahead.items(), _MOST)):
        windows = tuple(_spans(one, two))
        if windows:
            begins, ends = _cite(told, article, text), _cite(awaited, article, text)
            reason = (
                f"it tells of “{_phrase(told, begins)}” as past and still awaits “{_phrase(awaited, ends)}”, "
                "and names no year for either: it was written between them"
            )
            yield Constraint(windows, Strength.LIKELY, reason, begins, recurs=True, rule="between past and awaited")


def _spans(one: _Day, two: _Day) -> Iterator[Window]:
    for first in _each_year(one):
        for last in (own for year in (first.year, first.year + 1) for own in _in_year(two, year)):
            if 0 <= (last - first).days <= _APART:
                yield (first, last)


def _weekdayed(day: _Day, weekday: int, before: int, cited: Evidence) -> Constraint:
    own = [one for one in _each_year(day) if one.weekday() == weekday]
    windows = joined((days.shift_days(one, -before), days.shift_days(one, _OLDEST)) for one in own)
    years = ", ".join(str(one.year) for one in own if one.year in _LISTED)
    reason = f"“{cited.words}”: that day falls on that weekday only in some years ({years})"
    return Constraint(windows, Strength.LIKELY, reason, cited, recurs=True, rule="weekday of a day")


def _weekday(passage: Passage, mark: Mark) -> int | None:
    words = [t.norm.rstrip(".") for t in passage.tokens[mark.first : mark.stop]]
    return next((WEEKDAYS[word] for word in words if word in WEEKDAYS), None)


def _each_year(day: _Day) -> Iterator[date]:
    for year in YEARS:
        yield from _in_year(day, year)


def _in_year(day: _Day, year: int) -> Iterator[date]:
    try:
        yield date(year, *day)
    except ValueError:
        return  # the 29th of February


def _phrase(mark: Mark, cited: Evidence) -> str:
    return f"{mark.before} {cited.words}" if mark.before.isalpha() else cited.words
