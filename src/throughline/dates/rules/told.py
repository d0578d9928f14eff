"""Rules for dates that are read from what the text named before: "the following day", "two months later".

A step is as fine as its unit. From a span that is coarser than the unit nobody can say the day: what is known is
the span moved by the step, and the value says no more than the text does ("1915-XX-XX").
"""

from throughline.dates import days
from throughline.dates.phrases.reading import DAY_PARTS, Hit, Meaning, Rule, dated, rule
from throughline.dates.rules.periods import has_figures, year_before
from throughline.dates.words import MONTHS, UNITS
from throughline.model import Grain, When
from throughline.text.numbers import word_value

_BESIDE = frozenset("following previous preceding".split())
_STORYS = {"this": 0, "next": 1, "following": 1}
_LONGEST = 10_000  # units: what is longer is a figure of something else
# TIMEX3 values of a day, a week and a month that nobody can say.
UNKNOWN = {Grain.DAY: "XXXX-XX-XX", Grain.WEEK: "XXXX-WXX", Grain.MONTH: "XXXX-XX"}


def step_from(base: When | None, grain: Grain, count: int) -> Meaning | None:
    """Step by units from a span: the unit reached, or the interval in which it lies."""
    if base is None or base.first is None or base.last is None:
        return Meaning("DATE", UNKNOWN.get(grain, "XXXX"))
    first = days.around(days.step(base.first, grain, count), grain)
    last = days.around(days.step(base.last, grain, count), grain)
    if first == last:
        return dated(first)
    value = UNKNOWN.get(grain, "XXXX")
    if first.first and last.last and first.first.year == last.last.year:
        value = f"{first.first.year:04}" + value[4:]
    return Meaning("DATE", value, days.span(first.first, last.last))


def _beside(hit: Hit) -> Meaning | None:
    """Read "the following day", "the previous year"; "next year" and "this month" of a story, never of news."""
    grain, lead = UNITS[hit.word("unit")], hit.word("lead")
    if lead not in _BESIDE and not (lead == "next" and grain is Grain.DAY) and not (hit.is_told and lead in _STORYS):
        return None
    base = hit.previous or (days.day(hit.now) if hit.now and grain is not Grain.DAY else None)
    return step_from(base, grain, _STORYS.get(lead, -1))


def _day_beside(hit: Hit) -> Meaning | None:
    """Read "the day before", "the year after" when nothing follows to say of what."""
    grain = UNITS[hit.word("unit")]
    base = hit.previous or (days.day(hit.now) if hit.now and grain is not Grain.DAY else None)
    return step_from(base, grain, 1 if hit.word("way") == "after" else -1)


def _same(hit: Hit) -> Meaning | None:
    return step_from(hit.previous, UNITS[hit.word("unit")], 0)


def _later(hit: Hit) -> Meaning | None:
    """Read "two weeks earlier", "three years later"."""
    way = 1 if hit.word("way") == "later" else -1
    count = hit.amount("count")
    if count is None or count % 1 or count > _LONGEST:
        return Meaning("DATE", "FUTURE_REF" if way > 0 else "PAST_REF")
    if (way, count, hit.word("unit")) == (-1, 1, "year") and hit.period and has_figures(hit):
        return year_before(hit)
    base = hit.previous or (days.day(hit.now) if hit.now else None)
    if base is None:
        return Meaning("DATE", "FUTURE_REF" if way > 0 else "PAST_REF")
    return step_from(base, UNITS[hit.word("unit")], way * int(count))


def _chapter(hit: Hit) -> Meaning | None:
    """Read a year that is a whole line: the heading of a chapter."""
    return dated(days.year(int(hit.word("year")))) if hit.is_told else None


def _month_of_that_year(hit: Hit) -> Meaning | None:
    """Read "August of that year", "July 25 of that year"."""
    if hit.word("unit") != "year":
        return None
    month = MONTHS[hit.word("month")]
    number = int(word_value(hit.word("day")) or 0) if hit.has("day") else 0
    first = hit.previous.first if hit.previous else None
    if first is None:
        return Meaning("DATE", f"XXXX-{month:02}" + (f"-{number:02}" if number else ""))
    whole = days.month(first.year, month)
    if not number:
        return dated(whole)
    return (
        dated(days.day(whole.first.replace(day=number)))
        if whole.first and whole.last and number <= whole.last.day
        else None
    )


def _part_of_that_day(hit: Hit) -> Meaning | None:
    """Read "that afternoon", "the next morning"."""
    count = 1 if hit.has("lead") else 0
    if hit.has("lead") and hit.word("lead") not in {"next", "following"}:
        return None
    code = DAY_PARTS.get(hit.word("part"))
    day = step_from(hit.previous, Grain.DAY, count)
    return Meaning("TIME", f"{day.value}T{code}", day.when) if code and day else None


def _some_later(hit: Hit) -> Meaning | None:
    """Read "weeks later": nobody says how many."""
    grain = UNITS[hit.word("unit")]
    return Meaning("DATE", UNKNOWN.get(grain, "XXXX")) if hit.word("unit").endswith("s") else None


_COUNT = r"(?P<count>[nd]{1,6}|a|v|av)"
RULES: tuple[Rule, ...] = (
    rule(
        "chapter",
        "Y",
        r"(?<!.)(?P<year>Y)$",
        _chapter,
        "In 1934 they met . In 1935 they met . In 1936 they fought .\n\n[1937]\n\nIt ended .",
    ),
    rule(
        "beside",
        "XLZlt",
        r"l?t?(?P<lead>[LXZ])(?P<unit>[UG])",
        _beside,
        "They met on Monday . He left [the next day] .",
    ),
    rule("same unit", "tKl", r"l?t?K{1,2}(?P<unit>U)", _same, "They met on Monday . [The same day] , he left ."),
    rule(
        "day beside",
        "t",
        r"t(?P<unit>U)(?P<way>[bA])(?=[_,]?$|,)",
        _day_beside,
        "They met on Monday . He came [the day before] .",
    ),
    rule(
        "later",
        "ndav",
        rf"{_COUNT}(?P<unit>[UG])(?P<way>l)",
        _later,
        "They met on 5 May 2003 . [Two weeks later] it ended .",
    ),
    rule(
        "month of that year",
        "M",
        r"(?P<month>M)(?P<day>d)?fK(?P<unit>U)",
        _month_of_that_year,
        "It began on 5 May 2003 . In [August of that year] , it ended .",
    ),
    rule(
        "part of that day",
        "Ktel",
        r"e?(?:K|t(?P<lead>X))(?P<part>P)",
        _part_of_that_day,
        "They met on Monday . They left [that afternoon] .",
    ),
    rule("some later", "U", r"(?P<unit>U)l", _some_later, "They met on Monday . They left [weeks later] ."),
)
