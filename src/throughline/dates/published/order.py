"""Which of two readings of "05-03-2018" a page means: what settles it, in words for a person.

In: the readings, and what else the page says. Out: the reading and the reason, or None while both stand. Asked in
this order: the other claims of the page, the order in which it writes other dates, where its other days lie
(`nearness`), what it reports as past, the weekdays that its text uses of what has just happened, and last, how such
outlets write.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from throughline.dates.published.claim import Candidate, spoken
from throughline.dates.published.verdict import Verdict, begins_with_day, long
from throughline.dates.testimony.constraint import Constraint, Strength
from throughline.dates.testimony.passages import Mark, Passage
from throughline.dates.words import WEEKDAYS
from throughline.model import Evidence, When

_DAYS = tuple(name.capitalize() for name in WEEKDAYS if name.endswith("day"))
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([-/])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d./-]*\d)", re.ASCII)
_MOST = 50  # numeric dates of a page that are looked at
# Days. Of 446 news articles that tell of weekdays in the past tense, the latest such weekday is the day of writing or
# the one before in 87 %, and three days old or more in 7 % (a quarter of Timeline17).
_FRESH = 1
_STALE = 3


def by_other_claims(readings: Sequence[When], claims: Iterable[tuple[When, str]]) -> Verdict | None:
    """Agree with another claim of the page that meets only one of the readings."""
    for when, basis in claims:
        meeting = [r for r in readings if when.first and when.last and r.meets(when)]
        if len(meeting) == 1:
            return Verdict(meeting[0], f"{spoken(basis)} says {when.edtf}, which only {long(meeting[0])} agrees with")
    return None


def by_other_dates(readings: Sequence[When], text: str) -> Verdict | None:
    """Read it as the page writes its other numeric dates, where one of their numbers is too large for a month."""
    orders: Counter[str] = Counter()
    example: dict[str, str] = {}
    for number, match in enumerate(_NUMERIC.finditer(text)):
        if number >= _MOST:
            break
        one, two = int(match[1]), int(match[3])
        if 12 < one <= 31 and 0 < two <= 12:
            orders["day"] += 1
            example.setdefault("day", match.group())
        elif 12 < two <= 31 and 0 < one <= 12:
            orders["month"] += 1
            example.setdefault("month", match.group())
    if len(orders) != 1:
        return None
    leading = next(iter(orders))
    days_first = [r for r in readings if begins_with_day(r)]
    chosen = days_first if leading == "day" else [r for r in readings if r not in days_first]
    if len(chosen) != 1:
        return None
    return Verdict(chosen[0], f"the page writes the {leading} first elsewhere (“{example[leading]}”)", rule="order")


def by_what_is_told(readings: Sequence[When], constraints: Sequence[Constraint]) -> Verdict | None:
    """Leave out a reading that the page's own words rule out, the strongest of them first.

    Of 485 pages with their day and its swapped reading, what is certain chose the true one on 4 of 4, what is likely
    on 1 of 1; where all of one strength do not agree they say nothing.
    """
    for strength in (Strength.CERTAIN, Strength.LIKELY):
        found = [c for c in constraints if c.strength is strength and not c.recurs]
        ruled = {id(c): [r for r in readings if r.first and c.allows(r.first)] for c in found}
        telling = [c for c in found if len(ruled[id(c)]) == 1]
        if len({ruled[id(c)][0] for c in telling}) == 1:
            constraint, possible = telling[0], ruled[id(telling[0])]
            cited = (constraint.evidence,) if constraint.evidence else ()
            return Verdict(possible[0], f"{constraint.reason}, which only {long(possible[0])} allows", cited, "told")
    return None


def by_weekday(readings: Sequence[When], passages: Sequence[Passage], article: str) -> Verdict | None:
    """Agree with the weekday of the latest news: "during his visit on Monday" is written that day or the next."""
    named = _weekdays(passages)
    ages = {r: _age(r.first, named) for r in readings if r.first and named}
    fresh = [r for r, age in ages.items() if age <= _FRESH]
    stale = [r for r, age in ages.items() if age >= _STALE]
    if len(fresh) != 1 or len(stale) != len(readings) - 1 or fresh[0].first is None:
        return None
    chosen = fresh[0]
    others = " and ".join(f"{long(r)} a {_weekday(r.first)}" for r in readings if r is not chosen and r.first)
    return _told_on(chosen, named, article, f", {others}")


def fits(reading: When, passages: Sequence[Passage], article: str) -> Verdict | None:
    """Say that the weekday of the latest news speaks for a day."""
    named = _weekdays(passages)
    if not named or reading.first is None or _age(reading.first, named) > _FRESH:
        return None
    return _told_on(reading, named, article, "")


def _weekdays(passages: Sequence[Passage]) -> dict[Mark, int]:
    """The weekdays on which the text says that something has happened."""
    return {
        mark: WEEKDAYS[passage.tokens[mark.first].norm.rstrip(".")]
        for passage in passages
        for mark in passage.marks
        if mark.time.rule == "weekday" and mark.lean < 0 and _is_plain(passage, mark)
    }


def _age(day: date, named: dict[Mark, int]) -> int:
    """Days from the latest of these weekdays to a day."""
    return min((day.weekday() - weekday) % 7 for weekday in named.values())


def _told_on(chosen: When, named: dict[Mark, int], article: str, others: str) -> Verdict | None:
    if chosen.first is None:
        return None
    age = _age(chosen.first, named)
    latest = [mark for mark, weekday in named.items() if (chosen.first.weekday() - weekday) % 7 == age]
    evidence = tuple(Evidence(article, m.time.start, m.time.end, m.word) for m in latest)
    day = "" if age == 0 else ", the day after"
    said = f"the text says “{_phrase(latest[0])}” of what has just happened"
    reason = f"{said}: {long(chosen)} is a {_weekday(chosen.first)}{day}{others}"
    return Verdict(chosen, reason, evidence, "weekday")


def by_usage(readings: Sequence[Candidate]) -> Verdict | None:
    """Read it as the outlet, its country or its language writes dates: the weakest of reasons.

    Where they write these figures no other way, it settles the day ("custom"), else it only guesses ("usage").
    """
    usual = [one for one in readings if one.usage]
    if len(usual) != 1:
        return None
    return Verdict(usual[0].when, usual[0].usage, rule="custom" if usual[0].is_custom else "usage")


def _is_plain(passage: Passage, mark: Mark) -> bool:
    """Leave out "last Monday", which may be any, and "every Monday"."""
    return passage.tokens[mark.first].norm.rstrip(".") in WEEKDAYS and mark.time.type in {"DATE", "TIME"}


def _phrase(mark: Mark) -> str:
    return f"{mark.before} {mark.word}" if mark.before == "on" else mark.word


def _weekday(day: date | None) -> str:
    return _DAYS[day.weekday()] if day else "day nobody knows"
