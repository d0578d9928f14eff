"""Which of two readings of "05-03-2018" lies where the other days of the page do: pages and their days age together.

In: the readings, and the days that the page names. Out: the reading and the reason, or None while both stand. A
reading is near that lies three times as close as the other, which is three weeks or more away.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from throughline.dates.published.verdict import Verdict, begins_with_day, long
from throughline.dates.testimony.passages import Mark, Passage
from throughline.dates.words import WEEKDAYS
from throughline.model import Evidence, When

# Days. The near reading was meant on 33 of 33 pages by what markup and lines name (one within a week, the other three
# weeks off), by days in the story with a year on 8 of 8 and without on 14 of 14 (of 485 pages, against their swapped
# day). By months told or awaited only on 4 of 7, so they settle nothing.
_CLOSE = 31
_TIMES = 3
_LEAST = 7
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([-/])(\d{1,2})\2(\d{4})(?![\d./-]*\d)", re.ASCII)
_MOST = 50  # numeric dates of a page that are looked at
_RUN = 3  # different ones that make a run
_OF_YEAR = re.compile(r"(XXXX|\d{4})-(\d\d)-(\d\d)")
_OLDEST = 366  # days: further off than any day without a year
_DEICTIC = {"yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "this morning": 0, "tomorrow": 1}
_BESIDE = frozenset((",", "(", "-", "–", "—"))


def by_nearness(readings: Sequence[When], named: Sequence[date]) -> Verdict | None:
    """Take the reading that lies near another day of the page, where the other is far from all."""
    gaps = {r: min((abs((r.first - day).days) for day in named), default=_OLDEST) for r in readings if r.first}
    chosen = _nearest(gaps)
    if chosen is None or chosen.first is None:
        return None
    first = chosen.first
    besides = min(named, key=lambda day: (abs((day - first).days), day))
    return Verdict(chosen, f"the page names {besides} besides, near which only {long(chosen)} lies", rule="near")


def by_run(readings: Sequence[When], text: str) -> Verdict | None:
    """Read it in the order in which the page's numeric dates lie close together: right on 22 of 22 pages.

    10/07, 11/07 and 12/07 are three days of one week, or one day of three months.
    """
    orders = {r: begins_with_day(r) for r in readings}
    if len(readings) != 2 or len(set(orders.values())) != 2:
        return None
    found = dict.fromkeys((int(m[1]), int(m[3]), int(m[4])) for m in _upto(_NUMERIC.finditer(text)))
    written = [one for one in found if 0 < one[0] <= 12 and 0 < one[1] <= 12 and date.min.year < one[2]]
    if len(written) < _RUN:
        return None
    chosen = _nearest({r: _length(written, day_first=day_first) for r, day_first in orders.items()})
    if chosen is None:
        return None
    which = "day" if orders[chosen] else "month"
    reason = f"with the {which} first the page's {len(written)} numeric dates lie close together, else far apart"
    return Verdict(chosen, reason, rule="run")


def by_today(readings: Sequence[When], passages: Sequence[Passage], article: str) -> Verdict | None:
    """Count from a day that the text names beside "yesterday", "today" or "tomorrow"."""
    for mark, beside, offset in _named_beside(passages):
        fitting = [r for r in readings if r.first and _is_named(beside, r.first, offset)]
        if len(fitting) == 1:
            words = f"{mark.word}, {beside.word}"
            reason = f"the text says “{words}”, which is so only of {long(fitting[0])}"
            cited = Evidence(article, beside.time.start, beside.time.end, beside.word)
            return Verdict(fitting[0], reason, (cited,), "today")
    return None


def by_days_told(readings: Sequence[When], passages: Sequence[Passage], article: str) -> Verdict | None:
    """Take the reading near which the days lie that the story tells of; one without a year is the last or the next."""
    told = [(mark, match) for p in passages for mark in p.marks if (match := _day_of(mark))]
    nearest: dict[When, tuple[int, Mark]] = {}
    for reading in readings:
        gaps = ((_gap(reading.first, mark, match), mark) for mark, match in told if reading.first)
        best = min(gaps, key=lambda one: (one[0], one[1].time.start), default=None)
        if best:
            nearest[reading] = best
    chosen = _nearest({reading: gap for reading, (gap, _) in nearest.items()})
    if chosen is None:
        return None
    mark = nearest[chosen][1]
    reason = f"it tells of “{mark.word}”, near which only {long(chosen)} lies"
    return Verdict(chosen, reason, (Evidence(article, mark.time.start, mark.time.end, mark.word),), "near")


def _nearest(gaps: dict[When, int]) -> When | None:
    """Choose the reading that is near, where each other is far."""
    ordered = sorted(gaps.items(), key=lambda one: one[1])
    if len(ordered) < 2 or ordered[0][1] > _CLOSE or ordered[1][1] < _TIMES * max(ordered[0][1], _LEAST):
        return None
    return ordered[0][0]


def _upto(found: Iterator[re.Match[str]]) -> Iterator[re.Match[str]]:
    return (match for match, _ in zip(found, range(_MOST), strict=False))


def _length(written: Iterable[tuple[int, int, int]], *, day_first: bool) -> int:
    """Days from the first to the last of numeric dates."""
    own = [date(year, two, one) if day_first else date(year, one, two) for one, two, year in written]
    return (max(own) - min(own)).days


def _day_of(mark: Mark) -> re.Match[str] | None:
    """Read a day that no figures alone give; without its year only where it is told as past or to come.

    Else it may come every year: "open daily except on 9 March".
    """
    is_named = mark.time.type in {"DATE", "TIME"} and not _NUMERIC.search(mark.word)
    match = _OF_YEAR.fullmatch(mark.time.value) if is_named else None
    return match if match and (mark.lean or match[1] != "XXXX") else None


def _gap(day: date, mark: Mark, match: re.Match[str]) -> int:
    """Days between a day and what is told; what has no year lies on the side that its sentence looks to."""
    year, month, number = match[1], int(match[2]), int(match[3])
    years = (day.year - 1, day.year, day.year + 1) if year == "XXXX" else (int(year),)
    gaps = [(own - day).days for one in years if (own := _calendar(one, month, number))]
    if year == "XXXX":
        gaps = [gap for gap in gaps if gap * mark.lean >= 0]
    return min(map(abs, gaps), default=_OLDEST)


def _calendar(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _named_beside(passages: Iterable[Passage]) -> Iterator[tuple[Mark, Mark, int]]:
    """List "yesterday", "today", "tomorrow" with the day that is named right beside."""
    for passage in passages:
        for mark, beside in zip(passage.marks, passage.marks[1:], strict=False):
            offset = _DEICTIC.get(mark.word.lower())
            between = passage.tokens[mark.stop : beside.first]
            if offset is not None and len(between) <= 1 and all(token.norm in _BESIDE for token in between):
                yield mark, beside, offset


def _is_named(mark: Mark, day: date, offset: int) -> bool:
    """Tell whether a mark names the day that lies `offset` days from another."""
    try:
        own = day + timedelta(days=offset)
    except OverflowError:
        return False
    word = mark.word.split()[0].lower().rstrip(".,")
    match = _OF_YEAR.fullmatch(mark.time.value)
    if match is None:
        return WEEKDAYS.get(word) == own.weekday() and mark.time.rule == "weekday"
    return (int(match[2]), int(match[3])) == (own.month, own.day) and match[1] in {"XXXX", str(own.year)}
