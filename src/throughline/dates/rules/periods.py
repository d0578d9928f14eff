"""Rules for the periods that business reports on: quarters, halves, and the same period a year before.

A report names its quarter once and then says "the quarter", "the latest period", "a year earlier": these are read
from the quarter named last, or from the last one that was over on the day of writing. "A year earlier" beside a
figure is that quarter of the year before, no whole year and no day.
"""

from dataclasses import replace
from datetime import date

from throughline.dates import days
from throughline.dates.nearest import near, years_around
from throughline.dates.phrases.reading import Hit, Meaning, Rule, dated, length_of, rule, value_of
from throughline.dates.rules.fiscal import fiscal_year
from throughline.dates.words import MONTHS
from throughline.model import Grain, When
from throughline.text.numbers import read_ordinal

# Words of a sentence that gives figures of money or share.
_FIGURES = frozenset("$ £ € ¥ % million billion trillion cent cents percent pence".split())
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_AHEAD = frozenset("next coming upcoming following".split())


def has_figures(hit: Hit) -> bool:
    """Tell whether the sentence gives figures, so that times in it compare periods."""
    return any(token.norm in _FIGURES for token in hit.tokens)


def year_before(hit: Hit) -> Meaning | None:
    """The quarter under report, a year before; the year before where no quarter is named."""
    if hit.now is None:
        return None
    if hit.period is None or hit.period.first is None:
        return dated(days.year(max(hit.now.year - 1, 1)))
    return dated(days.around(days.shift_months(hit.period.first, -12), Grain.QUARTER))


def _number(hit: Hit) -> int:
    word = hit.word("number")
    ordinal = read_ordinal(hit.tokens, hit.match.start("number"))
    return ordinal[0] if ordinal else _ORDINALS.get(word.partition("-")[0], int(word[0]) if word[0].isdigit() else 0)


def _year(hit: Hit) -> int | None:
    """The year that a pattern names beside a quarter: "2011", "last year's", "of this year"."""
    if hit.has("year") or hit.has("year0"):
        return int(hit.word("year") or hit.word("year0"))
    if hit.has("before"):
        return hit.now.year - 1 if hit.now and hit.now.year > 1 else None
    lead = hit.word("lead") or hit.word("lead2")
    if not lead or hit.now is None or "year" not in {hit.word("unit"), hit.word("unit2")}:
        return None
    step = 0 if lead in {"this", "current"} else 1 if lead in _AHEAD else -1
    return min(max(hit.now.year + step, 1), date.max.year)


def _quarter(hit: Hit) -> Meaning | None:
    number, year = _number(hit), _year(hit)
    if not 1 <= number <= 4:
        return None
    if year is not None:
        return dated(days.quarter(year, number))
    if hit.now is None:
        return Meaning("DATE", f"XXXX-Q{number}")
    around = replace(hit, lean=min(hit.lean, 0))  # "expects to report a third-quarter loss": the nearest, or past
    return dated(near(around, (days.quarter(year, number) for year in years_around(hit.now))))


def _half(hit: Hit) -> Meaning | None:
    number, year = (2 if hit.word("number") == "last" else _number(hit)), _year(hit)
    if number not in {1, 2} or (year is None and not has_figures(hit)):
        return None  # "the first half" of a match
    return _half_of(hit, number, year)


def _half_of(hit: Hit, number: int, year: int | None) -> Meaning | None:
    """A half of the year named, or the nearest that fits the tense."""
    if year is not None:
        return Meaning("DATE", f"{year:04}-H{number}", days.half(year, number))
    when = near(replace(hit, lean=min(hit.lean, 0)), (days.half(year, number) for year in years_around(hit.now)))
    return Meaning("DATE", f"{when.first.year:04}-H{number}", when) if when and when.first else None


def _hyphened(hit: Hit) -> Meaning | None:
    """Read "third-quarter", "first-half"."""
    if hit.word("number").endswith("quarter"):
        return _quarter(hit)
    number = _number(hit)
    return _half_of(hit, number, _year(hit)) if number in {1, 2} else None


def _reported(hit: Hit) -> When | None:
    """The quarter that a text is about: the one it named last, or the last one over."""
    if hit.period or hit.now is None:
        return hit.period
    return days.around(days.step(hit.now, Grain.QUARTER, -1), Grain.QUARTER)


def _ended(hit: Hit) -> date | None:
    """The day of "ended Sept. 30" after a period: books may close in other months than the calendar's quarters."""
    tokens, stop = hit.tokens, hit.match.end()
    if stop + 1 >= len(tokens) or tokens[stop].norm not in {"ended", "ending"} or hit.now is None:
        return None
    number = MONTHS.get(tokens[stop + 1].norm.rstrip("."))
    month = near(hit, (days.month(year, number) for year in years_around(hit.now))) if number else None
    return month.last if month else None


def _the_quarter(hit: Hit) -> Meaning | None:
    """Read "the quarter", "the latest period"; a quarter of anything else is a fraction."""
    if hit.has("period") and hit.word("lead") != "latest":
        return None
    ending = _ended(hit)
    if ending:
        quarter = days.around(ending, Grain.QUARTER)
        return Meaning("DATE", value_of(quarter), days.span(days.shift_months(ending.replace(day=1), -2), ending))
    return dated(_reported(hit))


def _year_beside(hit: Hit) -> Meaning | None:
    """Read "year-earlier", "the year-earlier quarter", "the year-ago nine months"."""
    count = hit.amount("count") if hit.has("count") else None
    if hit.has("unit"):
        return Meaning("DURATION", length_of(count, hit.word("unit")))
    return year_before(hit)


def _same_period(hit: Hit) -> Meaning | None:
    """Read "the same period last year", "the quarter a year ago", "last year's quarter"."""
    year = _year(hit)
    if year is None or hit.now is None:
        return year_before(hit)
    reported = _reported(hit)
    if reported is None or reported.first is None:
        return None
    return dated(days.quarter(year, (reported.first.month + 2) // 3))


def _fiscal(hit: Hit) -> Meaning | None:
    """Read "the fiscal year", "the latest fiscal year"."""
    if hit.now is None:
        return None
    year = max(hit.now.year - (1 if hit.has("lead") else 0), 1)
    return Meaning("DATE", f"{year:04}", fiscal_year(year))


_OF_YEAR = r"(?:f?(?P<year>Y)|f?(?P<lead>[LXZ])(?P<unit>U))"
_YEARS_OWN = r"(?P<lead2>[LXZ])(?P<unit2>U)'"
RULES: tuple[Rule, ...] = (
    rule(
        "quarter",
        "toiLXZY",
        rf"(?:{_YEARS_OWN}|t)?(?:(?P<year0>Y)'?)?i?(?P<number>o)i?G(?:{_OF_YEAR}|(?P<before>aU[gl]))?",
        _quarter,
        "Sales fell in [the third quarter of 2011] .",
    ),
    rule(
        "half of a year",
        "toLXZ",
        rf"(?:{_YEARS_OWN}|t)?(?P<number>[oL])h(?:{_OF_YEAR}|(?!f))",
        _half,
        "Sales fell in [the first half of 2011] .",
    ),
    rule("hyphened quarter", "θ", r"(?P<number>θ)(?P<year>Y)?", _hyphened, "They reported a [third-quarter] loss ."),
    rule(
        "the quarter",
        "t",
        r"t(?P<lead>L)?(?:G|(?P<period>π))(?![f&])",
        _the_quarter,
        "Sales fell to $2 million in [the quarter] .",
    ),
    rule(
        "year beside",
        "tκ",
        r"t?κ(?:o?[Gπ]|(?P<count>[nd]{1,3})(?P<unit>[UG]))|κ",
        _year_beside,
        "They had a loss , compared with [year-earlier] profit .",
    ),
    rule(
        "same period",
        "tLXZ",
        rf"t[K_]?[Gπ]I?(?P<lead>[LXZ])(?P<unit>U)|{_YEARS_OWN}[Gπ]|t[K_]?[Gπ]aU[gl]|t(?P<year>Y)[Gπ]",
        _same_period,
        "Sales were $3 million in [the same period last year] .",
    ),
    rule("the fiscal year", "t", r"t(?P<lead>L)?iU(?!f?Y)", _fiscal, "Sales fell in [the latest fiscal year] ."),
)
