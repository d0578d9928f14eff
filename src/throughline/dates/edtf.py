"""EDTF (ISO 8601-2:2019) to `When`: the other half of `When.edtf`.

Read are levels 0 and 1 and most of level 2: marks of doubt on any part (`2004-06~-11`), unspecified digits anywhere
(`156X-12`), seasons of either half of the world, quarters, thirds and halves of a year (21 to 41), one of several
dates (`[2008,2010]`). Marks of doubt (`~`, `?`, `%`) all make a `When` approximate; a choice of dates is the span that
holds them. Years are 0001 to 9999, as in Python's calendar: what lies before or after is refused, and says so.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from throughline.dates import days
from throughline.model import UNKNOWN, Grain, When

_MARK = "[~?%]?"
_CLOCK = r"T([01]\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?"
_DATE = re.compile(
    rf"{_MARK}(?P<year>[\dX]{{4}}){_MARK}(?:-{_MARK}(?P<month>[\dX]{{2}}){_MARK}"
    rf"(?:-{_MARK}(?P<day>[\dX]{{2}}){_MARK})?)?(?P<clock>{_CLOCK})?",
    re.ASCII,
)
_FAR = re.compile(r"Y?-?\d{5,}.*|Y.*|-\d{4}.*|\d+E\d.*|.*S\d+", re.ASCII)  # level 1 and 2: years of the deep past
_LONGEST = 80  # two timestamps with zones and a slash take 65
_UNKNOWN = frozenset({"..", "/", "../..", "../", "/.."})
_CHOICES = {"[": "]", "{": "}"}


def parse_edtf(text: str) -> When:
    """Read EDTF; ValueError, with what is amiss, when it is none. A time of day is dropped: see `moment`.

    >>> parse_edtf("2011-12/..").first
    datetime.date(2011, 12, 1)
    >>> parse_edtf("2011-34").last
    datetime.date(2011, 6, 30)
    """
    text = text.strip()
    if not text or len(text) > _LONGEST:
        raise ValueError("no EDTF: give a date such as 2011, 2011-12, 2011-12-05 or 2011-12-01/2011-12-31")
    if text in _UNKNOWN:
        return replace(UNKNOWN, words=text, rule="edtf")
    if text[0] in _CHOICES:
        return days.named(_choice(text), text, "edtf")
    start, slash, end = text.partition("/")
    when = _interval(start, end) if slash else _date(start)
    return days.named(when, text, "edtf")


def moment(text: str) -> str | None:
    """The time of day that a date in EDTF gives, with its day and zone; None where it gives none.

    >>> moment("2018-03-05T22:04Z")
    '2018-03-05T22:04Z'
    """
    match = _DATE.fullmatch(text.strip())
    return match.group() if match and match["clock"] else None


def _interval(start: str, end: str) -> When:
    first = None if start in {"", ".."} else _date(start)
    last = None if end in {"", ".."} else _date(end)
    if first is None or last is None:
        known = first or last
        grain = known.grain if known else Grain.UNKNOWN
        approximate = known.approximate if known else False
        return When(first.first if first else None, last.last if last else None, grain, approximate=approximate)
    return _hull(first, last, f"{start}/{end}")


def _choice(text: str) -> When:
    """One of several dates, or all of them: the span that holds them. `1667..1669` among them is a range."""
    if not text.endswith(_CHOICES[text[0]]):
        raise ValueError(f"no EDTF: {text} is not closed with {_CHOICES[text[0]]}")
    ends = []
    for part in text[1:-1].split(","):
        start, dots, end = part.strip().partition("..")
        ends.append(_interval(start, end) if dots else _date(start))
    first, last = ends[0], ends[-1]
    if first.last is None or last.first is None:
        return When(first.first, last.last, Grain.INTERVAL)
    return _hull(first, last, text)


def _hull(first: When, last: When, text: str) -> When:
    if first.first is not None and last.last is not None and first.first > last.last:
        raise ValueError(f"an interval must not end before it begins: {text}")
    return replace(days.span(first.first, last.last), approximate=first.approximate or last.approximate)


def _date(text: str) -> When:
    match = _DATE.fullmatch(text)
    if not match:
        if _FAR.fullmatch(text):
            raise ValueError(f"{text}: years run from 0001 to 9999")
        raise ValueError(f"no EDTF date: {text}")
    if match["clock"] and (match["day"] is None or "X" in match["day"]):
        raise ValueError(f"a time of day needs a day: {text}")
    when = _calendar(text, match["year"], match["month"], match["day"])
    bare = match.group().partition("T")[0]
    return replace(when, approximate=any(mark in bare for mark in "~?%"))


def _calendar(text: str, year: str, month: str | None, day: str | None) -> When:
    if year.startswith("XX") or year == "0000":
        raise ValueError(f"{text}: years run from 0001 to 9999, and one must be named")
    if month is not None and month.isdigit() and int(month) in _PARTS:
        if day is not None or "X" in year:
            raise ValueError(f"no EDTF date: {text} (a part of a year has a year and no days)")
        return _PARTS[int(month)](int(year))
    if month is None or (month == "XX" and day in {None, "XX"}):
        return _years(year)
    if "X" not in year + month:
        whole = days.month(int(year), int(month))
        if day is None or day == "XX":
            return whole
        if "X" not in day:
            return days.day(date(int(year), int(month), int(day)))
    return _masked(text, year, month, day or "XX")


def _years(year: str) -> When:
    """The years that four digits leave open."""
    first, last = max(int(year.replace("X", "0")), 1), int(year.replace("X", "9"))
    if year[:3].isdigit() and year[3] == "X":
        return days.decade(first) if first % 10 == 0 else days.span(date(first, 1, 1), date(last, 12, 31))
    if year[:2].isdigit() and year[2:] == "XX":
        return days.century(first) if first % 100 == 0 else days.span(date(first, 1, 1), date(last, 12, 31))
    if year.isdigit():
        return days.year(first)
    return days.span(date(first, 1, 1), date(last, 12, 31))


def _masked(text: str, year: str, month: str, day: str) -> When:
    """From the first to the last day that digits within leave open."""
    years = [max(int(year.replace("X", digit)), 1) for digit in "09"]
    months = [number for number in range(1, 13) if _fits(number, month)]
    if not months:
        raise ValueError(f"no EDTF date: {text} (there is no such month)")
    ends = []
    for at, number in ((years[0], months[0]), (years[1], months[-1])):
        fitting = [one for one in range(1, monthrange(at, number)[1] + 1) if _fits(one, day)]
        if not fitting:
            raise ValueError(f"no EDTF date: {text} (there is no such day)")
        ends.append((date(at, number, fitting[0]), date(at, number, fitting[-1])))
    return days.span(ends[0][0], ends[1][1])


def _fits(number: int, mask: str) -> bool:
    return all(wanted in {"X", digit} for wanted, digit in zip(mask, f"{number:02}", strict=True))


def _months(first: int, count: int) -> Callable[[int], When]:
    """A part of a year: so many months from one; it may run into the next year."""

    def part(year: int) -> When:
        last = first + count - 1
        over = last > 12 and year < date.max.year
        end = days.month(year + over, last - 12) if over else days.month(year, min(last, 12))
        return days.span(days.month(year, first).first, end.last)

    return part


def _season(number: int) -> Callable[[int], When]:
    return lambda year: days.season(year, number)


def _quarter(number: int) -> Callable[[int], When]:
    return lambda year: days.quarter(year, number)


# Level 1: 21 to 24, spring to winter; level 2: of the north, of the south, quarters, thirds, halves.
_PARTS: dict[int, Callable[[int], When]] = {
    **{number: _season(number) for number in range(21, 25)},
    **{number: _season(number - 4) for number in range(25, 29)},
    **dict(zip(range(29, 33), (_months(9, 3), _months(12, 3), _months(3, 3), _months(6, 3)), strict=True)),
    **{number: _quarter(number - 32) for number in range(33, 37)},
    **{number: _months(4 * (number - 37) + 1, 4) for number in range(37, 40)},
    **{number: _months(6 * (number - 40) + 1, 6) for number in range(40, 42)},
}
