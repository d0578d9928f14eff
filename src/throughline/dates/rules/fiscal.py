"""Rules for years and parts of years as books are kept: "fiscal 2011", "FY2019", "Q3 2017", "the 2019-20 school year".

The value is the year that names it. A fiscal year begins in other months in other places: its days are marked
approximate, from April of the year before to the end of its own. A school year runs from August to July.
"""

import re
from datetime import date

from throughline.dates import days
from throughline.dates.nearest import near, years_around
from throughline.dates.phrases.reading import Hit, Meaning, Rule, dated, rule, value_of
from throughline.model import Grain, When

_CODED = re.compile(r"(?:(fy|sy|cy)|([qh][1-4])-?)?'?((?:19|20)?\d\d)(?:-?([qh][1-4]))?", re.ASCII)
_SCHOOL = frozenset("school academic".split())
_PIVOT = 50  # "FY08" is 2008, "FY87" is 1987


def fiscal_year(year: int) -> When:
    """About the days of a fiscal year."""
    return When(date(year - 1, 4, 1), date(year, 12, 31), Grain.INTERVAL, approximate=True)


def school_year(year: int) -> When:
    """About the days of the school year that begins in the autumn of a year."""
    return When(date(year, 8, 1), date(year + 1, 7, 31), Grain.INTERVAL, approximate=True)


def _year(hit: Hit) -> Meaning | None:
    kind = hit.token("kind").norm
    if kind == "calendar":
        return dated(days.year(int(hit.word("year")))) if hit.has("year") else None
    if hit.has("years"):
        first = int(hit.word("years")[:4])
        return Meaning(
            "DATE", f"{first:04}/{first + 1:04}", school_year(first) if kind in _SCHOOL else fiscal_year(first + 1)
        )
    year = int(hit.word("year"))
    if kind in _SCHOOL:
        return Meaning("DATE", f"{year:04}", school_year(year))
    return Meaning("DATE", f"{year:04}", fiscal_year(year))


def _beside(hit: Hit) -> Meaning | None:
    """Read "last fiscal year", "this school year", "this calendar year"."""
    if hit.now is None or hit.word("unit") != "year":
        return None
    lead, kind = hit.word("lead"), hit.token("kind").norm
    step = 0 if lead in {"this", "current"} else 1 if lead in {"next", "coming", "upcoming"} else -1
    year = hit.now.year + step
    if kind in _SCHOOL:
        return Meaning("DATE", f"{year:04}", school_year(year))
    return dated(days.year(year)) if kind == "calendar" else Meaning("DATE", f"{year:04}", fiscal_year(year))


def _code(hit: Hit) -> Meaning | None:
    """Read "FY2019", "2017-Q1", "Q1-2019", "CY18"."""
    match = _CODED.fullmatch(hit.word("code"))
    if match is None:
        return None
    number = int(match[3])
    year = number if number > 99 else number + (2000 if number < _PIVOT else 1900)
    if match[1] == "fy":
        return Meaning("DATE", f"{year:04}", fiscal_year(year))
    if match[1] == "sy":
        return Meaning("DATE", f"{year:04}", school_year(year))
    part = match[2] or match[4]
    return _part(part, year) if part else dated(days.year(year))


def _part(part: str, year: int) -> Meaning | None:
    """A quarter or half of a calendar year."""
    number = int(part[1])
    if part[0] == "q":
        return dated(days.quarter(year, number))
    return Meaning("DATE", f"{year:04}-H{number}", days.half(year, number)) if number <= 2 else None


def _quarter(hit: Hit) -> Meaning | None:
    """Read "Q3 2017", "Q3 of 2017", "2019 H2", and "Q3" by itself."""
    part = hit.word("part") or hit.word("alone")
    if hit.has("year"):
        return _part(part, int(hit.word("year")))
    if part[0] == "h":
        return None
    if hit.now is None:
        return Meaning("DATE", f"XXXX-Q{part[1]}")
    when = near(hit, (days.quarter(year, int(part[1])) for year in years_around(hit.now)))
    return Meaning("DATE", value_of(when), when) if when else None


def _quarter_first(hit: Hit) -> Meaning | None:
    return _part(hit.word("part"), int(hit.word("year")))


RULES: tuple[Rule, ...] = (
    rule("fiscal year", "ti", r"t?(?P<kind>i)U?f?(?P<year>Y)", _year, "Sales fell in [fiscal 2011] ."),
    rule(
        "fiscal year beside",
        "tLXZ",
        r"t?(?P<lead>[LXZ])(?P<kind>i)(?P<unit>U)",
        _beside,
        "So it was [last fiscal year] .",
    ),
    rule("fiscal years", "ty", r"t?(?P<years>y)(?P<kind>i)U", _year, "It fell in [the 2019-20 academic year] ."),
    rule("coded year", "<", r"(?P<code><)", _code, "Sales fell in [FY2011] ."),
    rule(
        "coded quarter",
        "~",
        r"(?P<part>~),?f?(?P<year>Y)|(?<=[IVfBusFAbte&XLZ])(?P<alone>~)",
        _quarter,
        "Sales fell in [Q3 2011] .",
    ),
    rule("year and quarter", "Y", r"(?P<year>Y)T?(?P<part>~)", _quarter_first, "Sales fell in [2011 Q3] ."),
)
