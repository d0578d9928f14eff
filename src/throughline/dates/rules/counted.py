"""Rules for days counted from the day of writing: "two weeks from now", "the day after tomorrow", "to date"."""

from throughline.dates import days
from throughline.dates.phrases.reading import Hit, Meaning, Rule, dated, rule, value_of
from throughline.dates.rules.durations import grain_of
from throughline.dates.words import UNITS
from throughline.model import Grain

_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_CURRENT = frozenset("up equals related".split())  # "up to date" is no time
_LONGEST = 10_000  # units: what is longer is a figure of something else


def _from_now(hit: Hit) -> Meaning | None:
    """Read "two weeks from now": as fine as the unit is."""
    count, (grain, times) = hit.amount("count"), grain_of(hit.word("unit"))
    if hit.tokens[hit.match.end() - 1].norm != "now":
        return None
    if count is None or count % 1 or count > _LONGEST or grain is None or hit.now is None:
        return Meaning("DATE", "FUTURE_REF")
    return dated(days.around(days.step(hit.now, grain, int(count) * times), grain))


def _sum_ago(hit: Hit) -> Meaning | None:
    """Read "two weeks and two days ago", "2 years 1 month 21 days later": to a day where days are counted."""
    way = {"ago": -1, "earlier": -1, "later": 1}.get(hit.word("way"))
    base = hit.now if hit.word("way") == "ago" or hit.previous is None else hit.previous.first
    if way is None or base is None:
        return None
    finest: Grain | None = None
    for number in ("", "2", "3"):
        if not hit.has(f"count{number}"):
            continue
        count, (grain, times) = hit.amount(f"count{number}"), grain_of(hit.word(f"unit{number}"))
        if count is None or count % 1 or count > _LONGEST or grain is None:
            return None
        base, finest = days.step(base, grain, way * int(count) * times), grain
    return dated(days.around(base, finest)) if finest else None


def _beside_day(hit: Hit) -> Meaning | None:
    """Read "the day after tomorrow", "the day before yesterday"."""
    word = hit.word("day")
    if word not in _DAYS or UNITS.get(hit.word("unit")) is not Grain.DAY:
        return None
    if hit.now is None:
        return Meaning("DATE", "XXXX-XX-XX")
    way = 1 if hit.word("way") == "after" else -1
    return dated(days.day(days.shift_days(hit.now, _DAYS[word] + way)))


def _after_next(hit: Hit) -> Meaning | None:
    """Read "the week after next", "the month before last"."""
    pair = (hit.word("way"), hit.word("lead"))
    grain = UNITS.get(hit.word("unit"))
    if pair not in {("after", "next"), ("before", "last")} or grain is None:
        return None
    if hit.now is None:
        return Meaning("DATE", "XXXX")
    return dated(days.around(days.step(hit.now, grain, 2 if pair[0] == "after" else -2), grain))


def _part_of_unit(hit: Hit) -> Meaning | None:
    """Read "later in the year", "earlier in the week": the days of it on that side of the day of writing."""
    grain = UNITS.get(hit.word("unit"))
    if grain is None or grain is Grain.DAY or hit.now is None:
        return None
    whole = days.around(hit.now, grain)
    is_later = hit.word("way") == "later"
    when = days.span(hit.now, whole.last) if is_later else days.span(whole.first, hit.now)
    return Meaning("DATE", value_of(whole), when, "END" if is_later else "START")


def _rest(hit: Hit) -> Meaning | None:
    """Read "the rest of the year", "the remainder of this month"."""
    grain = UNITS.get(hit.word("unit"))
    if grain is None or hit.now is None:
        return None
    whole = days.around(hit.now, grain)
    return Meaning("DATE", value_of(whole), days.span(hit.now, whole.last), "END")


def _present(hit: Hit) -> Meaning | None:
    """Read "at the moment", "at this time"."""
    is_now = hit.word("word") == "moment" or hit.has("lead")
    return Meaning("DATE", "PRESENT_REF") if is_now and not hit.is_told else None


def _to_date(hit: Hit) -> Meaning | None:
    """Read "to date", and "year to date", whose days run from the start of the year to the day of writing."""
    start = hit.match.start()
    if hit.word("word") != "date" or (start and hit.tokens[start - 1].norm in _CURRENT):
        return None
    if not hit.has("unit"):
        return Meaning("DATE", "PRESENT_REF", days.day(hit.now) if hit.now else None)
    grain = UNITS.get(hit.word("unit"))
    if grain is None or hit.now is None:
        return None
    whole = days.around(hit.now, grain)
    return Meaning("DATE", value_of(whole), days.span(whole.first, hit.now))


RULES: tuple[Rule, ...] = (
    rule("part of a unit", "l", r"(?P<way>l)It(?P<unit>U)", _part_of_unit, "It ends [later in the year] ."),
    rule("rest", "tρ", r"t?ρf(?:t|Z)(?P<unit>U)", _rest, "It is closed for [the rest of the year] ."),
    rule("present", "tZ", r"(?<=@)(?:t|(?P<lead>Z))(?P<word>σ)(?!f)", _present, "They are open at [the moment] ."),
    rule(
        "from now",
        "ndav",
        r"(?P<count>[nd]{1,6}|a|v|avf?)(?P<unit>[UG=])Fr",
        _from_now,
        "It ends [a week from now] .",
    ),
    rule(
        "sum ago",
        "nd",
        r"(?P<count>[nd])(?P<unit>U)&?(?P<count2>[nd])(?P<unit2>U)(?:&?(?P<count3>[nd])(?P<unit3>U))?(?P<way>[gl])",
        _sum_ago,
        "They met [two weeks and two days ago] .",
    ),
    rule("beside a day", "t", r"t(?P<unit>U)(?P<way>[Ab])(?P<day>j)", _beside_day, "Go [the day after tomorrow] ."),
    rule(
        "after next",
        "tU",
        r"t?(?P<unit>U)(?P<way>[Ab])(?P<lead>[XL])(?![UGMWSHP])",
        _after_next,
        "It ends [the week after next] .",
    ),
    rule("to date", "TU", r"(?:(?P<unit>U)T?|T)(?P<word>σ)", _to_date, "It is the largest [to date] ."),
)
