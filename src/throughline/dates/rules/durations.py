"""Rules for lengths of time: "two and a half years", "half a century", "all week", "the last seven years"."""

import math
from datetime import date

from throughline.dates import days
from throughline.dates.phrases.reading import Hit, Meaning, Rule, length_of, rule
from throughline.dates.words import UNITS
from throughline.model import Grain, When
from throughline.text.numbers import word_value

_RECORD = 12  # tokens from "the first" or "the worst" to the years that it is so of
_SO_FAR = frozenset("first only most least not n't never has have 've had".split())
_AMOUNTS = frozenset("million billion trillion thousand cents pence percent %".split())
_CURRENCIES = frozenset("$ £ € ¥ us$ c$ a$".split())
_MODALS = frozenset("will 'll would can could may might must should shall not n't to did does do".split())
_LONGEST = 10_000  # units: what is longer is a figure of something else
_SIZES = "cen dec yea qua mon for wee day nig hou hr min sec".split()  # units by their first letters, long to short
_CLOCK_UNITS = frozenset("hour minute second".split())
_TWO = 2.0
_HALF = 0.5


def grain_of(unit: str) -> tuple[Grain | None, int]:
    """The grain of a unit of the calendar and how many of it one is: a fortnight is two weeks."""
    if unit.startswith("fortnight"):
        return Grain.WEEK, 2
    if unit.startswith("night"):
        return Grain.DAY, 1
    return UNITS.get(unit), 1


def _duration(hit: Hit) -> Meaning | None:
    count, unit = hit.amount("count"), hit.word("unit")
    if hit.match["unit"] == "P" and (
        not (unit == "nights" or hit.word("count").isdecimal())
        or not unit.startswith("night")
        or "v" in hit.match["count"]
    ):
        return None
    if unit == "weekend" or (unit == "second" and hit.match["count"] == "a"):
        return None  # "a second man"
    if _is_rate(hit) or _is_epithet(hit):
        return None
    if (count is not None and count > _LONGEST) or (unit == "hrs" and len(hit.word("count")) == 4):
        return None  # "0730 hrs" is a time of the clock
    if _is_couple(hit):
        count = _TWO
    value = length_of(count, unit)
    if hit.has("count2"):
        parts = [unit, hit.word("unit2"), *([hit.word("unit3")] if hit.has("unit3") else [])]
        if sorted(parts, key=_size) != parts:
            return None  # "five years and ten months" falls, "in one day 20 years" does not
        for number in range(2, len(parts) + 1):
            value = _sum(value, length_of(hit.amount(f"count{number}"), parts[number - 1]))
    elif hit.has("half"):
        value = length_of(count + _HALF if count is not None else None, unit)
    return Meaning("DURATION", value, _ahead(hit, count, unit))


def _is_record(hit: Hit) -> bool:
    """Tell "the first time in ten years", "the worst in a decade", "has not voted in months": those are past."""
    words = [token.norm for token in hit.tokens[max(hit.match.start() - _RECORD, 0) : hit.match.start() - 1]]
    return any(word in _SO_FAR or word.endswith("est") for word in words)


def _is_couple(hit: Hit) -> bool:
    """Tell "a couple of years", which are two, from "several" and "many"."""
    first, stop = hit.match.span("count")
    return any(token.norm == "couple" for token in hit.tokens[first:stop])


def _is_rate(hit: Hit) -> bool:
    """Tell "$1.76 a year" and "24 hours a day": what comes in each, and no time by itself."""
    start = hit.match.start()
    if hit.match["count"] != "a" or not start:
        return False
    before = hit.tokens[start - 1].norm
    sign = hit.tokens[start - 2].norm if start > 1 else ""
    return before in _AMOUNTS or sign in _CURRENCIES or hit.match.string[start - 1] in "UH"


def _is_epithet(hit: Hit) -> bool:
    """Tell "a four year" of "a four year low": its article is the noun's, and the length begins after it."""
    count = hit.match["count"]
    second = hit.tokens[hit.match.start("count") + 1].norm if len(count) > 1 else ""
    return count[0] == "a" and not hit.word("unit").endswith("s") and word_value(second) is not None


def _apart(hit: Hit) -> Meaning | None:
    """Read "16-hour" where its hyphen stands alone."""
    unit = hit.word("unit")
    if hit.token("hyphen").norm != "-" or unit.endswith("s"):
        return None
    return Meaning("DURATION", length_of(hit.amount("count"), unit))


def _size(unit: str) -> int:
    return _SIZES.index(unit.removesuffix("s")[:3])


def _sum(one: str, two: str) -> str:
    """Two lengths as one: PT1H and PT30M are PT1H30M, P2Y and P1M are P2Y1M."""
    if one.startswith("PT") and two.startswith("PT"):
        return one + two[2:]
    return one + two[1:]


def _ahead(hit: Hit, count: float | None, unit: str) -> When | None:
    """The day that "in two weeks" comes to, and the days that "within three days" holds, looking ahead."""
    grain, times = grain_of(unit)
    start = hit.match.start()
    before = hit.tokens[start - 1].norm if start else ""
    if hit.now is None or grain is None or count is None or count % 1 or hit.lean < 0 or hit.has("half"):
        return None
    if before not in {"in", "within"} or hit.is_told or _is_record(hit):
        return None
    if hit.lean == 0 and grain in {Grain.YEAR, Grain.DECADE, Grain.CENTURY}:
        return None  # with no verb to say so, years are as often those past
    reached = days.step(hit.now, grain, int(count) * times)
    return days.around(reached, grain) if before == "in" else days.span(hit.now, reached)


def _one_second(hit: Hit) -> Meaning | None:
    """Read "one second", whose unit is else an ordinal."""
    is_length = (hit.word("count"), hit.word("unit")) == ("one", "second")
    return Meaning("DURATION", length_of(1, "second")) if is_length else None


def _half(hit: Hit) -> Meaning | None:
    """Read "half a century", "half an hour", "half-decade"."""
    return Meaning("DURATION", length_of(_HALF, hit.word("unit")))


def _many(hit: Hit) -> Meaning | None:
    """Read "for years": a plural without a number."""
    return Meaning("DURATION", length_of(None, hit.word("unit"))) if hit.word("unit").endswith("s") else None


def _whole(hit: Hit) -> Meaning | None:
    """Read "all day", "the whole year"."""
    unit = hit.word("unit")
    return None if unit.endswith("s") else Meaning("DURATION", length_of(1, unit))


def _hyphened(hit: Hit) -> Meaning | None:
    """Read "three-year", "10-day", "year-long"."""
    count, _, unit = hit.word("whole").removesuffix("-long").partition("-")
    if not unit:
        return Meaning("DURATION", length_of(1, count.removesuffix("long")))
    if count.removesuffix("s") in UNITS:
        return Meaning("DURATION", length_of(1, count))
    value = word_value(count)
    if "and-a-half-" in unit:
        value, unit = (value + _HALF if value is not None else None), unit.removeprefix("and-a-half-")
    return Meaning("DURATION", length_of(value, unit)) if unit in UNITS or unit in _CLOCK_UNITS else None


def _up_to_now(hit: Hit) -> Meaning | None:
    """Read "the last seven years", "the next two months": a length that ends or begins at the day of writing."""
    count, unit = _TWO if _is_couple(hit) else hit.amount("count"), hit.word("unit")
    if hit.match["lead"] and hit.match.start("lead") > hit.match.start("count") and not unit.endswith("s"):
        return None  # "to 300 last year"
    start = hit.match.start()
    is_verb = hit.word("lead") == "last" and start == hit.match.start("lead") and start > 0
    if is_verb and hit.tokens[start - 1].norm in _MODALS:
        return None  # "it will last two hours"
    value = length_of(count, unit)
    grain, times = grain_of(unit)
    if hit.now is None or count is None or count % 1 or count > _LONGEST:
        return Meaning("DURATION", value)
    if grain is None:  # "the last 24 hours"
        grain, times, count = Grain.DAY, 1, math.ceil(count / 24) if unit.startswith(("hour", "hr")) else 0
    steps = int(count) * times
    if grain is Grain.QUARTER:
        return Meaning("DURATION", value, _quarters(hit.now, steps, is_past=hit.match["lead"] == "L"))
    if hit.match["lead"] == "L":
        return Meaning("DURATION", value, days.span(days.step(hit.now, grain, -steps), hit.now))
    return Meaning("DURATION", value, days.span(hit.now, days.step(hit.now, grain, steps)))


def _quarters(now: date, count: int, *, is_past: bool) -> When:
    """The last quarters that are over, or the next ones to begin."""
    first, last = (-count, -1) if is_past else (1, count)
    one, two = (days.around(days.step(now, Grain.QUARTER, n), Grain.QUARTER) for n in (first, last))
    return days.span(one.first, two.last)


def _fortnight(hit: Hit) -> Meaning | None:
    """Read "the past fortnight", "a fortnight ago", "a fortnight": two weeks, up to now where it says so."""
    if hit.has("lead") and hit.now:
        other = days.shift_days(hit.now, -14 if hit.match["lead"] == "L" else 14)
        return Meaning("DURATION", "P2W", days.span(min(other, hit.now), max(other, hit.now)))
    return Meaning("DURATION", "P2W")


_COUNT = r"(?P<count>[nd]{1,6}(?:&ah|h)?|a|a?vf?|an{1,3}|hn{1,3})"
_UNIT = "[UGHw=]"
RULES: tuple[Rule, ...] = (
    rule(
        "duration",
        "ndavht",
        rf"(?:to?)?(?:[nd]T(?=[nd]))?{_COUNT}(?P<unit>[UHw=P]|G(?!f))(?:&?(?P<count2>[nd])(?P<unit2>[UH])(?:&?(?P<count3>[nd])(?P<unit3>[UH]))?(?![gl])|(?P<half>&a?h(?!f)))?",
        _duration,
        "It took [two years] .",
    ),
    rule("one second", "n", r"(?P<count>n)(?P<unit>o)(?![fGMUo])", _one_second, "It took [one second] ."),
    rule("half a unit", "ah", rf"a?ha?(?P<unit>{_UNIT})", _half, "It took [half a century] ."),
    rule("bare plural", "UH", r"(?<=[VI])(?P<unit>[UH])", _many, "It went on for [decades] ."),
    rule("whole", "t%", r"t?%t?(?P<unit>U)", _whole, "They talked [all week] ."),
    rule(
        "hyphened apart",
        "nd",
        r"(?P<count>[nd])(?P<hyphen>T)(?P<unit>[UGH])",
        _apart,
        "After a [16-hour] flight they met .",
    ),
    rule("hyphened", "J", r"(?P<whole>J)", _hyphened, "After a [three-year] war they met ."),
    rule(
        "up to now",
        "tLX",
        rf"t?(?P<lead>[LX]){_COUNT}(?P<unit>{_UNIT})",
        _up_to_now,
        "It grew over [the last seven years] .",
    ),
    rule(
        "so many past",
        "tnd",
        rf"t?(?P<count>[nd])(?P<lead>[LX])(?P<unit>{_UNIT})",
        _up_to_now,
        "It grew over [the five past years] .",
    ),
    rule(
        "fortnight",
        "tLX=",
        r"(?:t?(?P<lead>[LX])(?P<unit>=)|[ta]?=)",
        _fortnight,
        "It grew over [the past fortnight] .",
    ),
)
