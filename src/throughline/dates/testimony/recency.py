"""What mostly tells how new a page is: the newest year that it names, "post-2011", days without a year, weekdays.

In: passages, and the whole text for its footer. Out: hints, which bound nothing. Of pages that name years, the newest
is mostly their own year or the one before.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from throughline.dates import days
from throughline.dates.testimony import clause, yearless
from throughline.dates.testimony.constraint import Constraint, Strength, Window
from throughline.dates.testimony.passages import Mark, Passage
from throughline.dates.words import WEEKDAYS
from throughline.model import Evidence

_NAMED = re.compile(r"(\d{4})(?:-.*)?")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|[Cc]opyright)[^\n]{0,20}?(?:\d{4} ?[-–] ?)?((?:19|20)\d\d)(?!\d)")
_MOST_COPYRIGHT = 20_000  # characters at the end of a text where a footer stands
_AHEAD_OF = frozenset("by until till before through".split())
# Log odds of a page's year by the newest that it names, against any year of thirty (500 pages): where it is named but
# once, without a month, and where it is named more often or with one.
_ONCE = ((0, 2.0), (1, 1.5), (2, 1.2), (3, 1.0), (4, 0.7), (-1, 0.5))
_OFTEN = ((0, 3.0), (1, 1.5), (2, 0.7), (3, 0.3), (-1, 0.7))
_NEAREST = 2
_BEFORE = -2.0  # of all years before that
# ... and by the year of its footer, which is the page's own on one half, and a later one where it is kept up to date.
_FOOTED = ((0, 2.8), (-1, 1.9), (-2, 1.0), (-3, 1.0), (-4, 1.0))
_AFTER = -2.0
_TOLD = 30  # days: what is told without a year is mostly younger
_SECOND = 2  # days after the latest weekday told as past by which most pages were written: 6 in 7 of 260
_LEAST_GAP = 4  # days without a weekday of its own after the latest, so that it is clear which is the latest


def hints(passages: Sequence[Passage], article: str, text: str) -> Iterator[Constraint]:
    """Yield what speaks for some days more than for others."""
    yield from _newest(passages, article, text)
    yield from _footer(article, text)
    for mark in yearless.told(passages):
        yield _recent(mark, article, text)


def weekdays(passages: Sequence[Passage], article: str, text: str, span: Window) -> tuple[Constraint, ...]:
    """Read the weekdays of what has just happened, within a span: on which days of the week a page may be written.

    One hint, that it was written on the latest of them or the day after, and one constraint that allows three days.
    """
    found = {
        day: mark for passage in passages for mark in passage.marks if (day := _weekday(passage, mark)) is not None
    }
    latest = _latest(sorted(found))
    if latest is None:
        return ()
    mark = found[latest]
    cited = Evidence(article, mark.time.start, mark.time.end, text[mark.time.start : mark.time.end])
    names = [*_NAMES, *_NAMES]
    told = ", ".join(_NAMES[day] for day in sorted(found, key=lambda day: (day - latest - 1) % 7))
    reason = f"it tells of {told} as just past, so it was likely written on a {names[latest]} or {names[latest + 1]}"
    near, far = _weekly(latest, 1, span), _weekly(latest, 1 + _SECOND, span)
    if not near or not far:
        return ()
    return (
        Constraint(near, Strength.HINT, reason, cited, recurs=True, rule="weekdays", weight=0.1),
        Constraint(far, Strength.POSSIBLE, reason, cited, recurs=True, rule="weekdays"),
    )


_NAMES = tuple(name.capitalize() for name in WEEKDAYS if name.endswith("day"))


def _weekday(passage: Passage, mark: Mark) -> int | None:
    """Read "on Friday" told as past; "last Friday" and "every Friday" are others."""
    word = passage.tokens[mark.first].norm.rstrip(".")
    is_plain = word in WEEKDAYS and mark.time.value.startswith("XXXX-WXX-") and mark.time.type in {"DATE", "TIME"}
    is_past = mark.lean < 0 or clause.tells_past(passage, mark)
    return WEEKDAYS[word] if is_plain and is_past else None


def _latest(told: Sequence[int]) -> int | None:
    """Choose the weekday after which the longest gap lies: there the page was written."""
    if not told:
        return None
    gaps = [((after - day) % 7 or 7, day) for day, after in pairwise([*told, told[0]])]
    longest, latest = max(gaps)
    return latest if longest >= _LEAST_GAP else None


def _weekly(weekday: int, more: int, span: Window) -> tuple[Window, ...]:
    """List the windows from a weekday to so many days later that lie in a span."""
    first = days.shift_days(span[0], -((span[0].weekday() - weekday) % 7))
    found = []
    while first <= span[1]:
        found.append((first, days.shift_days(first, more)))
        first += timedelta(days=7)
    return tuple(found)


def _newest(passages: Sequence[Passage], article: str, text: str) -> Iterator[Constraint]:
    """Read the newest year that is not told as still to come."""
    named: dict[int, list[Mark]] = {}
    for passage in passages:
        for mark in passage.marks:
            match = _NAMED.fullmatch(mark.time.value)
            if match and int(match[1]) in yearless.YEARS and mark.before not in _AHEAD_OF and mark.lean <= 0:
                named.setdefault(int(match[1]), []).append(mark)
    if not named:
        return
    year = max(named)
    mark = named[year][0]
    cited = Evidence(article, mark.time.start, mark.time.end, text[mark.time.start : mark.time.end])
    reason = f"“{cited.words}” is the newest year that it names, and most pages name none newer than their own"
    is_often = len(named[year]) > 1 or any(len(one.time.value) > len("2012") for one in named[year])
    odds = _OFTEN if is_often else _ONCE
    yield from _spread(year, odds, reason, cited, "newest year")
    if year - _NEAREST > yearless.YEARS.start:
        window = (date(yearless.YEARS.start, 1, 1), date(year - _NEAREST, 12, 31))
        yield Constraint((window,), Strength.HINT, reason, cited, rule="newest year", weight=_BEFORE)


def _spread(
    year: int, odds: Sequence[tuple[int, float]], reason: str, cited: Evidence, rule: str
) -> Iterator[Constraint]:
    """Hint at the years around one."""
    for offset, weight in odds:
        window = (date(year + offset, 1, 1), date(year + offset, 12, 31))
        yield Constraint((window,), Strength.HINT, reason, cited, rule=rule, weight=weight)


def _footer(article: str, text: str) -> Iterator[Constraint]:
    """Read the last year of a footer's copyright: the page was made by then."""
    start = max(len(text) - _MOST_COPYRIGHT, 0)
    found = [m for m in _COPYRIGHT.finditer(text, start) if int(m[1]) in yearless.YEARS]
    if found:
        match = found[-1]
        cited = Evidence(article, match.start(), match.end(), match.group())
        year = int(match[1])
        reason = f"its footer says “{cited.words}”"
        yield from _spread(year, _FOOTED, reason, cited, "footer")
        window = (date(year + 1, 1, 1), date(yearless.YEARS.stop, 12, 31))
        yield Constraint((window,), Strength.HINT, reason, cited, rule="footer", weight=_AFTER)


def _recent(mark: Mark, article: str, text: str) -> Constraint:
    cited = Evidence(article, mark.time.start, mark.time.end, text[mark.time.start : mark.time.end])
    windows = tuple((own, days.shift_days(own, _TOLD)) for own in yearless.each_year(mark))
    reason = f"it tells of “{cited.words}” without a year, as one does of what is new"
    return Constraint(windows, Strength.HINT, reason, cited, recurs=True, rule="new day", weight=0.5)
