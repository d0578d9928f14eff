"""EDTF (ISO 8601-2:2019, levels 0 and 1) to `When`: the other half of `When.edtf`.

Marks of doubt (`~`, `?`, `%`) all make a `When` approximate. Years are 0001 to 9999, as in Python's calendar.
"""

import re
from dataclasses import replace

from throughline.dates import days
from throughline.model import UNKNOWN, Grain, When

_DATE = re.compile(
    r"(?P<year>\d{2}(?:\d\d|\dX|XX))(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?P<time>T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?(?P<mark>[~?%]?)",
    re.ASCII,
)
_LONGEST = 80  # two timestamps with zones and a slash take 65


def parse_edtf(text: str) -> When:
    """Read EDTF; ValueError when it is none. A time of day is dropped: the day is the one written.

    >>> parse_edtf("2011-12/..").first
    datetime.date(2011, 12, 1)
    """
    text = text.strip()
    if not text or len(text) > _LONGEST:
        raise ValueError("no EDTF: give a date such as 2011, 2011-12, 2011-12-05 or 2011-12-01/2011-12-31")
    if text in {"..", "/", "../..", "../", "/.."}:
        return replace(UNKNOWN, words=text, rule="edtf")
    start, slash, end = text.partition("/")
    when = _interval(start, end) if slash else _date(start)
    return days.named(when, text, "edtf")


def _interval(start: str, end: str) -> When:
    first = None if start in {"", ".."} else _date(start)
    last = None if end in {"", ".."} else _date(end)
    if first is None or last is None:
        known = first or last
        grain = known.grain if known else Grain.UNKNOWN
        approximate = known.approximate if known else False
        return When(first.first if first else None, last.last if last else None, grain, approximate=approximate)
    if first.first is None or last.last is None or first.first > last.last:
        raise ValueError(f"an interval must not end before it begins: {start}/{end}")
    whole = days.span(first.first, last.last)
    return replace(whole, approximate=first.approximate or last.approximate)


def _date(text: str) -> When:
    match = _DATE.fullmatch(text)
    if not match or (match["time"] and (match["day"] or "XX") == "XX"):
        raise ValueError(f"no EDTF date: {text}")
    return replace(_calendar(match["year"], match["month"], match["day"]), approximate=bool(match["mark"]))


def _calendar(year: str, month: str | None, day: str | None) -> When:
    if year.endswith("XX"):
        when = days.century(int(year[:2]) * 100)
    elif year.endswith("X"):
        when = days.decade(int(year[:3]) * 10)
    elif month is None or month == "XX":
        when = days.year(int(year))
    elif 21 <= int(month) <= 24:
        when = days.season(int(year), int(month))
    else:
        when = days.month(int(year), int(month))
        if day not in {None, "XX"} and when.first:
            return days.day(when.first.replace(day=int(day or 0)))
        return when
    if day not in {None, "XX"} or (month not in {None, "XX"} and when.grain is not Grain.SEASON):
        raise ValueError(f"no EDTF date: {year}-{month}-{day}")
    return when
