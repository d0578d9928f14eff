"""Rules for dates that are read from the day of writing: "last week", "on Monday"."""

import math
from dataclasses import replace
from datetime import date

from throughline.dates import days
from throughline.dates.nearest import nearest, years_around
from throughline.dates.phrases.reading import DAY_PARTS, Hit, Meaning, Rule, dated, rule, value_of
from throughline.dates.rules.periods import has_figures, year_before
from throughline.dates.words import MONTHS, SEASONS, UNITS, WEEKDAYS
from throughline.model import Grain, When

_DEICTIC = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_MIDWEEK = 3  # days after Saturday from which, with no tense to go by, the weekend is the one to come
_AHEAD = frozenset("next coming upcoming following".split())
_NEWSPAPERS = frozenset("times telegraph express mail mirror herald post tribune independent sun world star".split())
_DAY_HOURS = 24
_FEW_HOURS = 6
_LONGEST = 10_000  # units: what is longer is a figure of something else


def _part(hit: Hit, when: When) -> Meaning:
    """A day, or the part of it that is named."""
    part = DAY_PARTS.get(hit.word("part"))
    if part and when.first:
        return Meaning("TIME", f"{when.first.isoformat()}T{part}", when)
    return Meaning("DATE", value_of(when), when)


def _deictic(hit: Hit) -> Meaning | None:
    word = hit.word("day")
    if hit.now is None:
        return Meaning("DATE", "PRESENT_REF" if word == "today" else "XXXX-XX-XX")
    when = days.day(days.shift_days(hit.now, _DEICTIC[word]))
    if word == "tonight":
        return Meaning("TIME", f"{hit.now.isoformat()}TNI", when)
    return _part(hit, when)


def weekday_near(now: date, number: int, lean: int) -> date:
    """The weekday on or before `now`, or on or after it where the sentence looks ahead."""
    if lean > 0:
        return days.shift_days(now, (number - now.weekday()) % 7)
    return days.shift_days(now, -((now.weekday() - number) % 7))


def _is_newspaper(hit: Hit) -> bool:
    after = hit.tokens[hit.match.end()] if hit.match.end() < len(hit.tokens) else None
    return after is not None and after.norm in _NEWSPAPERS and after.text[0].isupper()


def _weekday(hit: Hit) -> Meaning | None:
    word = hit.word("weekday")
    if _is_newspaper(hit):
        return None
    number = WEEKDAYS.get(word, -1)
    if number < 0:
        plural = WEEKDAYS.get(word.removesuffix("s"))
        return Meaning("SET", f"XXXX-WXX-{plural + 1}") if plural is not None else None
    if hit.now is None:
        return Meaning("DATE", f"XXXX-WXX-{number + 1}")
    lead = hit.word("lead")
    if lead in _AHEAD:
        when = weekday_near(days.shift_days(hit.now, 1), number, 1)
    elif lead in {"last", "past", "previous", "preceding"}:
        when = weekday_near(days.shift_days(hit.now, -1), number, -1)
    elif lead == "this":
        monday = days.shift_days(hit.now, -hit.now.weekday())
        when = days.shift_days(monday, number)
    else:
        when = weekday_near(hit.now, number, 1 if _is_for(hit) else hit.lean)
    return _part(hit, days.day(when))


def _is_for(hit: Hit) -> bool:
    """Tell "a march planned for Friday": what is for a weekday is to come, other than "for Friday's raid"."""
    first, after = hit.match.start(), hit.tokens[hit.match.end() : hit.match.end() + 1]
    is_epithet = any(token.text[0].isalpha() or token.norm.startswith("'") for token in after)
    return first > 0 and hit.tokens[first - 1].norm == "for" and not is_epithet


def _weekend(hit: Hit) -> Meaning | None:
    if hit.now is None:
        return None
    lead = hit.word("lead")
    way = 1 if lead in _AHEAD else -1 if lead in {"last", "past"} else hit.lean
    saturday = days.shift_days(hit.now, 5 - hit.now.weekday()) if lead == "this" else weekday_near(hit.now, 5, way)
    if lead == "this" and hit.lean < 0 and saturday > hit.now:
        saturday = days.shift_days(saturday, -7)  # "this weekend faced its gravest crisis", told on Monday
    if not way and not lead and (hit.now - saturday).days > _MIDWEEK:
        saturday = days.shift_days(saturday, 7)
    year, week, _ = saturday.isocalendar()
    return Meaning("DATE", f"{year:04}-W{week:02}-WE", days.span(saturday, days.shift_days(saturday, 1)))


def _unit(hit: Hit) -> Meaning | None:
    """Read "last week", "this month", "next year"."""
    grain, lead = UNITS[hit.word("unit")], hit.word("lead")
    if lead in {"following", "previous", "preceding"} or (lead == "next" and grain is Grain.DAY):
        return None  # told from the day named before
    if hit.now is None:
        return Meaning("DATE", "XXXX")
    if lead in {"this", "current"}:
        return dated(days.around(hit.now, grain))
    count = 1 if lead in _AHEAD else -1
    return dated(days.around(days.step(hit.now, grain, count), grain))


def _this(hit: Hit, one: When, before: When) -> When:
    """Read "this fall": of the year of writing, or of the one before where a sentence early in a year looks back."""
    is_ahead = one.first is not None and hit.now is not None and one.first > hit.now
    return before if is_ahead and hit.lean < 0 else one


def _named(hit: Hit) -> Meaning | None:
    """Read "last April", "this summer", "next fall"."""
    if hit.now is None:
        return None
    lead = hit.word("lead")
    if hit.has("month"):
        number = MONTHS[hit.word("month")]
        if lead in {"this", "current"}:
            return dated(_this(hit, days.month(hit.now.year, number), days.month(max(hit.now.year - 1, 1), number)))
        this = days.month(hit.now.year, hit.now.month)
        edge = this.last if lead in _AHEAD else this.first
        way = 1 if lead in _AHEAD else -1
        months = (days.month(year, number) for year in years_around(hit.now))
        return dated(nearest(months, days.shift_days(edge or hit.now, way), 2 * way))
    if lead in {"this", "current"}:
        number = SEASONS[hit.word("season")]
        return dated(_this(hit, days.season(hit.now.year, number), days.season(max(hit.now.year - 1, 1), number)))
    step = 1 if lead in _AHEAD else -1
    this_one = days.season(hit.now.year, SEASONS[hit.word("season")])
    if step < 0 and this_one.last and this_one.last < hit.now:
        step = 0
    if step > 0 and this_one.first and this_one.first > hit.now:
        step = 0
    return dated(days.season(hit.now.year + step, SEASONS[hit.word("season")]))


def _ago(hit: Hit) -> Meaning | None:
    """Read "three years ago"; as fine as the unit is."""
    count, grain = hit.amount("count"), UNITS.get(hit.word("unit"))
    if grain is None:
        return _hours_ago(hit, count)
    if count is None or count % 1 or hit.now is None or count > _LONGEST:
        return Meaning("DATE", "PAST_REF")
    if grain is Grain.YEAR and count == 1 and hit.period and has_figures(hit):
        return year_before(hit)
    reached = days.step(hit.now, grain, -int(count))
    if grain in {Grain.DECADE, Grain.CENTURY}:
        return dated(replace(days.around(reached, Grain.YEAR), approximate=True))
    return dated(days.around(reached, grain))


def _hours_ago(hit: Hit, count: float | None) -> Meaning:
    """Read "two hours ago", "a few minutes ago": on the day of writing, or into the night before."""
    is_minutes = hit.word("unit").startswith("min")
    hours = (0 if is_minutes else _FEW_HOURS) if count is None else count / 60 if is_minutes else count
    if hit.now is None or hours > _DAY_HOURS * 2:
        return Meaning("TIME", "PAST_REF")
    return Meaning("TIME", "PAST_REF", days.span(days.shift_days(hit.now, -math.ceil(hours / _DAY_HOURS)), hit.now))


def _part_alone(hit: Hit) -> Meaning | None:
    """Read "this morning", "last night"."""
    if hit.now is None:
        return None
    lead = hit.word("lead")
    if lead in _AHEAD and hit.match.start() and hit.tokens[hit.match.start() - 1].norm == "the":
        return None  # "the next morning" is told from the day named before
    step = 1 if lead in _AHEAD else -1 if lead in {"last", "past"} else 0
    return _part(hit, days.day(days.shift_days(hit.now, step)))


_COUNT = r"(?P<count>[nd]{1,6}|a|a?vf?n{0,2})"
RULES: tuple[Rule, ...] = (
    rule("deictic", "jl", r"l?(?P<day>j)(?P<part>P)?", _deictic, "They met [yesterday morning] ."),
    rule(
        "weekday",
        "LXZW",
        r"(?P<lead>[LXZ])?(?P<weekday>W)(?P<part>P)?",
        _weekday,
        "He spoke at a [Friday morning] breakfast .",
    ),
    rule("weekend", "LXZtw", r"(?:Z?(?P<lead>[LXZ])|t)?w", _weekend, "They met at [the weekend] ."),
    rule("unit", "LXZlt", r"l?t?(?P<lead>[LXZ])(?P<unit>[UG])", _unit, "They met [last week] ."),
    rule(
        "named",
        "tLXZ",
        r"[tZ]?(?P<lead>[LXZ])(?:(?P<month>M)(?![do])|(?P<season>S))",
        _named,
        "They met [last April] .",
    ),
    rule("ago", "ndav", rf"{_COUNT}(?P<unit>[UGH])g", _ago, "They met [three years ago] ."),
    rule("part of a day", "LZlX", r"l?(?P<lead>[LZX])(?P<part>P)", _part_alone, "They met [this morning] ."),
)
