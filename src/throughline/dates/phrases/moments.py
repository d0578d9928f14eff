"""What stands side by side is one expression: a day and an hour, a weekday and its week, a length and what it is from.

In: the letters of a sentence and its expressions in order. Out: the same with such neighbours joined: "tomorrow" and
"8:30 p.m." are a moment, "Wednesday" and "next week" a day, "two weeks" and "January 15" the day two weeks from it.
An hour that is no more than a number, and has no day beside it, is left out.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from throughline.dates import days
from throughline.dates.phrases.clockface import in_part, on_day, times_of
from throughline.dates.phrases.found import Found
from throughline.dates.phrases.reading import Meaning, dated
from throughline.dates.rules.durations import grain_of
from throughline.dates.rules.hours import HOUR
from throughline.dates.rules.told import step_from
from throughline.dates.words import WEEKDAYS
from throughline.model import Grain, When

_THEN_HOUR = re.compile(r"[,(]?(?:@?x|@|V|FE?|E|T|It?|[bABu]x?)?e?")  # what may stand between a day and its hour
_THEN_DAY = re.compile(r"[,(]?(?:O|f|It?|@)?t?")  # ... and between an hour and its day
_THEN_WEEKDAY = re.compile(r"[,']?[Of]?")
_PARTIAL = frozenset({"day and month", "month", "season"})
_WIDEST = 4  # tokens between two that are one expression
_SAME = re.compile(r",?[(T]?")
_PART = re.compile(r"T([A-Z]{2})$")
_MODS = {"b": "BEFORE", "B": "BEFORE", "u": "BEFORE", "A": "AFTER", "x": "APPROX"}
_OPEN = {
    ("MORE_THAN", -1): "BEFORE", ("LESS_THAN", 1): "BEFORE", ("MORE_THAN", 1): "AFTER", ("LESS_THAN", -1): "AFTER",
}  # fmt: skip
_FROM = {"A": 1, "F": 1, "b": -1}


def join_moments(letters: str, found: Sequence[Found]) -> list[Found]:
    """Join neighbours that are one expression, from left to right."""
    joined: list[Found] = []
    for item in found:
        both = _join(letters, joined[-1], item) if joined else None
        if both is None:
            joined.append(item)
        else:
            joined[-1] = both
    return [item for item in joined if item.meaning.type != HOUR]


def _join(letters: str, one: Found, two: Found) -> Found | None:
    gap = letters[one.stop : two.first]
    if len(gap) > _WIDEST:
        return None
    return _with_hour(gap, one, two) or _with_week(gap, one, two) or _with_date(gap, one, two)


def _with_hour(gap: str, one: Found, two: Found) -> Found | None:
    """Join a day and an hour, in either order."""
    if _is_day(one) and _is_hour(two) and _THEN_HOUR.fullmatch(gap):
        return _moment(one, two, _MODS.get(gap[-1:], ""))
    if _is_hour(one) and _is_day(two) and _THEN_DAY.fullmatch(gap):
        return _moment(two, one, "")
    return None


def _with_week(gap: str, one: Found, two: Found) -> Found | None:
    """Join a weekday and its week, in either order."""
    if not _THEN_WEEKDAY.fullmatch(gap):
        return None
    if _is_weekday(one) and _is_week(two):
        return _day_of_week(one, two)
    return _day_of_week(two, one) if _is_week(one) and _is_weekday(two) else None


def _with_date(gap: str, one: Found, two: Found) -> Found | None:
    """Join two names of one day, a month and its year, a length and what it is counted from."""
    if two.meaning.type != "DATE":
        return None
    if gap in _FROM and one.meaning.type == "DURATION":
        return _counted(one, two, _FROM[gap])
    if one.meaning.type != "DATE":
        return None
    if gap in {"", ",", "f"} and _is_year_beside(two) and one.rule.name in _PARTIAL and not one.hit.has("year"):
        return _of_year(one, two)
    is_same = one.span is not None and one.span.is_day and one.span == two.span and one.rule is not two.rule
    return _both(one, two, two.meaning, two) if is_same and _SAME.fullmatch(gap) else None  # "this Friday (Jun-15)"


def _is_day(item: Found) -> bool:
    """A day, or a part of one, without an hour; or a day that comes again."""
    meaning = item.meaning
    if meaning.type == "SET":
        return meaning.value == "P1D" or meaning.value.startswith(("XXXX-WXX", "XXXX-XX-XXT"))
    span = item.span or meaning.when
    is_open = span is None and meaning.value.startswith("XXXX-WXX") and meaning.type == "DATE"
    return is_open or (
        meaning.type in {"DATE", "TIME"}
        and span is not None
        and span.first == span.last
        and not times_of(meaning.value)
    )


def _is_hour(item: Found) -> bool:
    """An hour, or a part of the day, that has no day yet."""
    meaning = item.meaning
    return meaning.when is None and meaning.type in {"TIME", HOUR}


def _moment(day: Found, hour: Found, mod: str) -> Found | None:
    times, part = times_of(hour.meaning.value), _PART.search(day.meaning.value)
    span = day.span or day.meaning.when
    stem = span.first.isoformat() if span and span.first and day.meaning.type != "SET" else day.meaning.value
    stem = "" if stem.startswith(("P", "XXXX-XX-XX")) else _PART.sub("", stem)
    if times:
        value = on_day(stem, *(in_part(time, part[1]) if part else time for time in times))
    elif part is None:
        value = f"{stem}T{hour.meaning.value.rpartition('T')[2]}"
    else:
        return None
    type_ = "SET" if day.meaning.type == "SET" else "TIME"
    meaning = Meaning(type_, value, day.meaning.when, hour.meaning.mod or day.meaning.mod or mod)
    return _both(day, hour, meaning, hour)


def _is_weekday(item: Found) -> bool:
    return item.rule.name == "weekday" and not item.hit.has("lead") and item.hit.word("weekday") in WEEKDAYS


def _is_week(item: Found) -> bool:
    span = item.span
    return item.meaning.type == "DATE" and span is not None and span.grain is Grain.WEEK


def _day_of_week(weekday: Found, week: Found) -> Found | None:
    number, monday = WEEKDAYS[weekday.hit.word("weekday")], week.span.first if week.span else None
    if monday is None:
        return None
    when = days.day(days.shift_days(monday, number))
    part = _PART.search(weekday.meaning.value)
    whole = Meaning("TIME", f"{when.edtf}{part[0]}", when) if part else dated(when)
    return _both(weekday, week, whole, weekday) if whole else None


def _is_year_beside(item: Found) -> bool:
    """Tell whether this is "this year", "next year", "last year"."""
    span = item.span
    return item.rule.name == "unit" and span is not None and span.grain is Grain.YEAR


def _of_year(part: Found, year: Found) -> Found | None:
    """Read "June next year", "5 April this year": the part again, looking back from the last day of the year."""
    end = year.span.last if year.span else None
    hit = replace(part.hit, now=end, lean=-2, previous=None, is_told=False)
    meaning = part.rule.reader(hit)
    return _both(part, year, meaning, part) if meaning else None


def _counted(length: Found, base: Found, way: int) -> Found | None:
    """Read "two weeks from January 15": from a day to a day, from a longer span to what is known."""
    span = base.span
    if not length.hit.has("count") or not length.hit.has("unit") or span is None or length.hit.has("unit2"):
        return None
    count, (grain, times) = length.hit.amount("count"), grain_of(length.hit.word("unit"))
    if count is None or count % 1 or grain is None:
        return None
    steps = int(count) * times * way
    mod = _OPEN.get((length.meaning.mod, way), "")
    if span.first is not None and span.first == span.last:
        reached = days.day(days.step(span.first, grain, steps))
        meaning = dated(reached)
        if meaning and mod:
            meaning = Meaning("DATE", meaning.value, _open(span.first, reached.first, mod, way), mod)
    else:
        meaning = step_from(span, grain, steps)
    return replace(_both(length, base, meaning, length), anchor=(base.first, base.stop)) if meaning else None


def _open(base: date, reached: date | None, mod: str, way: int) -> When:
    """The days that "more than two weeks before today" and "less than three days after Monday" leave."""
    if mod == "BEFORE":
        return When(base if way > 0 else None, reached, Grain.INTERVAL)
    return When(reached, base if way < 0 else None, Grain.INTERVAL)


def _both(one: Found, two: Found, meaning: Meaning, named: Found) -> Found:
    """One expression of two, with the signal before the first of them and the rule of the one that it is named by."""
    first = one if one.first < two.first else two
    return Found(
        min(one.first, two.first), max(one.stop, two.stop), meaning, named.rule, first.signal, named.hit, meaning.when
    )
