"""Whether our reading of a time expression is one of those that a case of Recognizers-Text asks for.

In: an expected expression with its readings, and ours inside it: one, or two that are the ends of a range. Out: yes
or no. Where the two conventions differ for all expressions of a kind, both count as agreed:

- extent: determiners, prepositions, signals ("since", "after", "no later than"), time zones and marks at either edge;
- "two months ago", "in three weeks": they step to a day, TIMEX3 to the month or week that holds it;
- a range's last unit ("from March to May") is outside for them and inside for us; so is today in "the next ten days";
- "from 2014" with no end is the year for them, and open for us;
- parts of the day, and "early", "mid", "late", have a value and a `mod` in TIMEX3 and no fixed hours or days;
- "next Friday" and "last Friday" are those of the next and the last calendar week for them; for us, as in news, the
  first one ahead and the last one past;
- a holiday or week and the hour beside it ("Christmas Eve at 6 p.m.") are two for them and one for us;
- a fiscal or school year is FY2008 or SY2008 for them, the year that names it in TimeML;
- "several weeks" is three of them for them, and PXW in TIMEX3;
- a quarter as P1Q or P3M, a month of 30 days and a year of 365 where lengths are compared in seconds.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from throughline.dates import days
from throughline.dates.expression import TimeExpression
from throughline.model import Grain, When
from throughline.text.tokens import tokenise


@dataclass(frozen=True, slots=True)
class Expected:
    """An expression that a case asks for: its place, words, kind, and readings as the set writes them."""

    start: int
    end: int
    words: str
    kind: str
    readings: tuple[Mapping[str, str], ...]


_EDGE = frozenset(
    """the a an this that of in on at by to from between until till since before after during for over within
    throughout through into and or up as early late later earlier sooner no not than any beginning starting ending
    commencing around about approximately only just all every each right sometime year gmt utc est edt cst cdt mst
    mdt pst pdt pt et bst cet , . - : ; ( ) ' " @ = ~ / '~'""".split()
)
_KEPT = frozenset("all every each".split())  # words that change what is meant, at the edge as anywhere
_SECONDS = {
    "S": 1, "TM": 60, "TH": 3600, "D": 86400, "W": 604800, "WE": 172800, "M": 2592000, "Q": 7776000, "Y": 31536000,
    "DE": 315360000, "CE": 3153600000,
}  # fmt: skip
_PERIOD = re.compile(r"(?P<date>(?:[\dX.]+(?:DE|CE|WE|[YMWDQ]))*)(?:T(?P<time>(?:[\dX.]+[HMS])*))?")
_AMOUNT = re.compile(r"([\dX.]+)(DE|CE|WE|[YMWDQHS])")
_CLOCK = re.compile(r"T(\d\d)(?::?(\d\d))?(?::?(\d\d))?")
_PART = re.compile(r"T(MO|AF|EV|NI|NT|DT|MI)")
_DAYTIMES = {"NT": "NI"}
_VAGUE = re.compile(r"\b(?:several|few|some|many)\b")
_LEADING = re.compile(r"(?:this |the )?(?:next|last|past|coming|previous)\s+(?:mon|tue|wed|thu|fri|sat|sun)")
_NAMED_YEAR = re.compile(r"^[FS]Y(?=\d)")
_UNLIKE = 0.02  # half a year is 182.5 days or six months of 30
_MODS = {"start": "START", "mid": "MID", "end": "END"}


def is_same_extent(text: str, expected: Expected, ours: Sequence[TimeExpression]) -> bool:
    """Tell whether the two extents differ by words of no weight alone, and nothing of weight is between ours."""
    first, last = min(t.start for t in ours), max(t.end for t in ours)
    edges = [
        (min(first, expected.start), max(first, expected.start)),
        (min(last, expected.end), max(last, expected.end)),
    ]
    gaps = [(one.end, two.start) for one, two in pairwise(ours)]
    for start, end in edges + gaps:
        for token in tokenise(text, start, end):
            if token.norm not in _EDGE:
                return False
    return True


def is_day_and_hour(day: Expected, hour: Expected, one: TimeExpression) -> bool:
    """Tell whether one of ours is two of theirs, a day and the hour beside it."""
    if {day.kind, hour.kind} != {"date", "time"} or one.end <= hour.start:
        return False
    if day.kind == "time":
        day, hour = hour, day
    return any(_is_day(day.words, r["value"], one) for r in day.readings) and any(
        _is_clock(r["timex"], one.value) for r in hour.readings
    )


def agrees(expected: Expected, ours: Sequence[TimeExpression], day: date) -> bool:
    """Tell whether ours is one of the readings."""
    return any(_is_reading(expected, reading, ours, day) for reading in expected.readings)


def _is_reading(expected: Expected, reading: Mapping[str, str], ours: Sequence[TimeExpression], day: date) -> bool:
    kind, one = reading.get("type", expected.kind), ours[0]
    if reading["timex"] == "PRESENT_REF":
        return one.value == "PRESENT_REF" or (one.when is not None and one.when.first == one.when.last == day)
    if kind == "duration":
        return _is_duration(expected.words, reading["value"], one)
    if kind == "set":
        return one.type == "SET" and _is_set(reading["timex"], one.value)
    if kind == "time":
        return _is_clock(reading["timex"], one.value)
    if kind == "date":
        return _is_day(expected.words, reading["value"], one)
    if kind == "datetime":
        return _is_moment(reading, one)
    if kind == "daterange":
        return _is_days(reading, ours)
    return _are_hours(reading, ours)


def _is_duration(words: str, seconds: str, one: TimeExpression) -> bool:
    if one.type != "DURATION":
        return False
    if _VAGUE.search(words) and "X" in one.value:
        return True
    return seconds.isdecimal() and _length(one.value) == int(seconds)


def _length(value: str) -> float | None:
    """Seconds of a TIMEX3 period; None when it is none or is not known."""
    match = _PERIOD.fullmatch(value.removeprefix("P"))
    if not value.startswith("P") or not match or "X" in value or not (match["date"] or match["time"]):
        return None
    days = sum(float(n) * _SECONDS[unit] for n, unit in _AMOUNT.findall(match["date"]))
    clock = _AMOUNT.findall(match["time"] or "")
    hours = sum(float(n) * _SECONDS[unit if unit == "S" else f"T{unit}"] for n, unit in clock)
    return days + hours


def _is_set(theirs: str, ours: str) -> bool:
    one, two = _length(theirs), _length(ours)
    if one is not None and two is not None:
        return abs(one - two) <= _UNLIKE * one
    return _again(theirs) == _again(ours)


def _again(value: str) -> str:
    return re.sub(r"T(\d\d):00$", r"T\1", value).removeprefix("XXXX-XX-XX")


def _clock(value: str) -> tuple[int, int, int] | None:
    match = _CLOCK.search(value)
    return (int(match[1]) % 24, int(match[2] or 0), int(match[3] or 0)) if match else None


def _is_clock(theirs: str, ours: str) -> bool:
    part = _PART.search(theirs)
    if part:
        mine = _PART.search(ours)
        return mine is not None and _DAYTIMES.get(part[1], part[1]) == _DAYTIMES.get(mine[1], mine[1])
    return _clock(theirs) is not None and _clock(theirs) == _clock(ours)


def _is_day(words: str, value: str, one: TimeExpression) -> bool:
    if one.when is None or one.when.first is None or one.when.last is None or value == "not resolved":
        return False
    wanted = date.fromisoformat(value)
    if one.when.first == one.when.last:
        weeks_apart = abs(one.when.first - wanted) == timedelta(days=7)
        return one.when.first == wanted or (weeks_apart and _LEADING.search(words) is not None)
    is_stepped = one.when.grain in {Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR, Grain.DECADE, Grain.CENTURY}
    counts = re.search(r"\b(?:ago|later|earlier|in|from now|hence|before|back)\b", words)
    return is_stepped and counts is not None and one.when.first <= wanted <= one.when.last


def _is_moment(reading: Mapping[str, str], one: TimeExpression) -> bool:
    if not reading["value"][:4].isdecimal():
        return False
    wanted = date.fromisoformat(reading["value"][:10])
    if one.when is None or one.when.first is None or one.when.last is None:
        return False
    if reading["timex"].endswith("23:59:59"):  # "the end of tomorrow"
        return one.mod == "END" and one.when.last == wanted
    return one.value.startswith(wanted.isoformat()) and _clock(reading["timex"]) == _clock(one.value)


def _is_days(reading: Mapping[str, str], ours: Sequence[TimeExpression]) -> bool:
    mod, one = reading.get("Mod", ""), ours[0]
    if reading["timex"] == "PRESENT_REF" and one.value == "PRESENT_REF":
        return True
    if reading.get("value") == "not resolved":
        return _NAMED_YEAR.sub("", reading["timex"]) == one.value
    if one.value == reading["timex"] and ("X" in one.value or not mod):
        return True
    if mod in _MODS:
        return one.mod == _MODS[mod] and _is_value(reading["timex"], one.value)
    return one.when is not None and _is_interval(reading, ours, one.when)


def _is_interval(reading: Mapping[str, str], ours: Sequence[TimeExpression], when: When) -> bool:
    mod, one, start, end = reading.get("Mod", ""), ours[0], reading.get("start"), reading.get("end")
    first, last = when.first, max((t.when.last for t in ours if t.when and t.when.last), default=None)
    if mod.endswith(("-start", "-mid", "-end")) and _is_value(reading["timex"], one.value):
        return one.mod == _MODS[mod.partition("-")[2]] or (first is None) != (when.last is None)
    if start and not end:
        return when.last is None and _begins(first, start, one, mod)
    if end and not start:
        return first is None and _is_last(last, end)
    if when.last is None and when.words.lower().startswith("from "):
        last = _whole(first, one.value)
    is_rough = [len(ours) > 1 and ours[n].mod != "" for n in (0, -1)]
    begins = is_rough[0] or (start is not None and _begins(first, start, one, mod))
    return begins and (is_rough[1] or (end is not None and _is_last(last, end)))


def _begins(first: date | None, start: str, one: TimeExpression, mod: str) -> bool:
    """The same first day; or the next one after "after", or today where theirs begins tomorrow."""
    if first is None:
        return False
    apart = (first - date.fromisoformat(start[:10])).days
    return apart == 0 or (apart == 1 and mod.startswith("after")) or (apart == -1 and one.type == "DURATION")


def _is_last(last: date | None, end: str) -> bool:
    """The last day; or the last of the unit that their end, which is outside, begins."""
    if last is None:
        return False
    wanted = date.fromisoformat(end[:10])
    if (wanted - last).days in {0, 1}:
        return True
    units = (Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR, Grain.DECADE)
    return any((span := days.around(wanted, unit)).first == wanted and span.last == last for unit in units)


def _whole(first: date | None, value: str) -> date | None:
    """The last day of what "from 2014" names, where no end follows."""
    grains = {4: Grain.YEAR, 7: Grain.MONTH, 8: Grain.WEEK}
    grain = grains.get(len(value))
    return days.around(first, grain).last if first and grain else None


def _is_value(theirs: str, ours: str) -> bool:
    """Tell whether two values are one, where theirs may leave the year open."""
    return re.fullmatch(re.escape(theirs).replace("XXXX", r"(?:\d{4}|XXXX)"), ours) is not None


def _are_hours(reading: Mapping[str, str], ours: Sequence[TimeExpression]) -> bool:
    """A range of hours, with or without a day; parts of the day by their names."""
    day = (reading.get("start") or reading.get("end") or "")[:10]
    has_day = reading.get("type") == "datetimerange" and day[:4].isdecimal()
    dated = [t for t in ours if "T" in t.value or t.type == "DATE"]
    if has_day and not any(t.value.startswith(day) for t in dated):
        return False
    values = "/".join(t.value for t in ours if t.type in {"TIME", "SET"}).split("/")
    wanted = reading["timex"].strip("()").split(",")
    if _PART.search(wanted[0]):
        return _is_clock(wanted[0], values[0])
    if len(wanted) == 1:
        mod = reading.get("Mod", "")
        return _is_clock(wanted[0], values[0]) or (mod in _MODS and ours[0].mod == _MODS[mod])
    return len(values) == 2 and _is_clock(wanted[0], values[0]) and _is_clock(wanted[1], values[1])
