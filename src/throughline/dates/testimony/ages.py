"""Reckonings: how long ago dated things are, and how far off dated deadlines.

In: passages. Out: constraints from "over the last seven years" beside "began in 2004", "the tenth anniversary of the
2003 invasion", "a decade after the 2003 war", "less than one month" before a deadline, "last year, in 2010".
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from throughline.dates import days
from throughline.dates.testimony import clause, yearless
from throughline.dates.testimony.constraint import Constraint, Strength, Window, not_before
from throughline.dates.testimony.passages import Mark, Passage
from throughline.model import Evidence, Grain

_BEGAN = frozenset("began begun started launched established founded created opened formed deployed introduced".split())
_ROUND_UP = 1  # years: "seven years" after 2004 is said in 2011, and until the eighth is full
_NEAR = 1  # passages between a beginning and a length that are of one thing
_LENGTHS = range(2, 60)
_ROUND = 10  # years: "the last 10 years" is often a round number
_EARLY = 120  # days before an anniversary when it is first spoken of
_LATE = 60
_ORDINALS = {
    word: number
    for number, words in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
        fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split(),
        start=1,
    )
    for word in (words,)
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "one-year": 1, "centenary": 100}
_ORDINAL_NUMBER = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SOON = 3  # the part of the time left in which it is likeliest said
_LEFT = frozenset("to before until left remaining".split())
_HAS = frozenset("has have had with".split())
_UNITS = {"D": Grain.DAY, "W": Grain.WEEK, "M": Grain.MONTH}


def constraints(passages: Sequence[Passage], article: str, text: str) -> Iterator[Constraint]:
    """Yield what the passages reckon."""
    yield from _since_it_began(passages, article, text)
    yield from _time_left(passages, article, text)
    for passage in passages:
        yield from _anniversary(passage, article, text)
        yield from _long_after(passage, article, text)
        yield from _last_year(passage, article, text)


def _cite(mark: Mark, article: str, text: str) -> Evidence:
    return Evidence(article, mark.time.start, mark.time.end, text[mark.time.start : mark.time.end])


def _years(first: int, last: int) -> Window:
    return date(first, 1, 1), date(last, 12, 31)


def _since_it_began(passages: Sequence[Passage], article: str, text: str) -> Iterator[Constraint]:
    """Read "over the last seven years" near the one year in which something "began"."""
    starts = [(n, m) for n, p in enumerate(passages) for m in p.marks if _is_start(p, m)]
    lengths = [(n, m, int(y[1])) for n, p in enumerate(passages) for m in p.marks if (y := _lasting(m))]
    if len({m.time.value for _, m in starts}) != 1 or len(lengths) != 1:
        return
    (at, start), (other, length, count) = starts[0], lengths[0]
    if abs(at - other) > _NEAR or count not in _LENGTHS or count % _ROUND == 0:
        return
    began = int(start.time.value)
    cited = _cite(length, article, text)
    reason = (
        f"“{cited.words}” since “{_cite(start, article, text).words}” makes it {began + count}, "
        f"or {began + count + _ROUND_UP} until the next is full"
    )
    window = _years(began + count, began + count + _ROUND_UP)
    yield Constraint((window,), Strength.POSSIBLE, reason, cited, rule="years since a beginning")


def _is_start(passage: Passage, mark: Mark) -> bool:
    return (
        _YEAR.fullmatch(mark.time.value) is not None
        and mark.before == "in"
        and any(t.norm in _BEGAN for t in passage.tokens[max(mark.first - 4, 0) : mark.first])
    )


def _lasting(mark: Mark) -> re.Match[str] | None:
    """Match "the last seven years", which run up to now."""
    words = mark.word.lower().split()
    is_up_to_now = len(words) > 2 and words[0] == "the" and words[1] in {"last", "past"}
    return re.fullmatch(r"P(\d{1,2})Y", mark.time.value) if is_up_to_now else None


def _anniversary(passage: Passage, article: str, text: str) -> Iterator[Constraint]:
    """Read "the tenth anniversary of the 2003 invasion"."""
    words = [t.norm for t in passage.tokens] if passage.marks else []
    for index, word in enumerate(words[1:], start=1):
        if word != "anniversary" or words[index + 1 : index + 2] != ["of"]:
            continue
        count = _ordinal(words[index - 1])
        if count is None:
            continue
        mark = next((m for m in passage.marks if index < m.first <= index + 8), None)
        if mark is None or not _YEAR.match(mark.time.value) or mark.time.when is None or mark.time.when.first is None:
            continue
        first = mark.time.when.first
        year = first.year + count
        if year > yearless.YEARS.stop:
            continue
        start = passage.tokens[index - 1].start
        cited = Evidence(article, start, mark.time.end, text[start : mark.time.end])
        last = days.shift_days(days.shift_months(mark.time.when.last or first, 12 * count), _LATE)
        window = (days.shift_days(days.shift_months(first, 12 * count), -_EARLY), last)
        reason = f"“{cited.words}” is in {year}"
        yield Constraint((window,), Strength.HINT, reason, cited, rule="anniversary", weight=5.0)


def _ordinal(word: str) -> int | None:
    match = _ORDINAL_NUMBER.fullmatch(word)
    return int(match[1]) if match else _ORDINALS.get(word)


def _long_after(passage: Passage, article: str, text: str) -> Iterator[Constraint]:
    """Read "a decade after the 2003 invasion" and "five years on from 2011": that long has passed."""
    for length, mark in pairwise(passage.marks):
        years = re.fullmatch(r"P(\d{1,2})Y", length.time.value)
        between = [t.norm for t in passage.tokens[length.stop : mark.first]]
        if years is None or not _YEAR.fullmatch(mark.time.value) or len(between) > 4 or not between:
            continue
        if between[0] not in {"after", "on", "since"} or length.lean > 0:
            continue
        year = int(mark.time.value) + int(years[1])
        if length.time.mod:  # "nearly", "more than"
            year -= 1
        if year > yearless.YEARS.stop:
            continue
        cited = Evidence(article, length.time.start, mark.time.end, text[length.time.start : mark.time.end])
        reason = f"“{cited.words}” makes it {year}"
        yield Constraint((_years(year, year),), Strength.HINT, reason, cited, rule="years after", weight=4.5)


def _time_left(passages: Sequence[Passage], article: str, text: str) -> Iterator[Constraint]:
    """Read "has less than one month to complete the talks" after "without an agreement by Dec. 31"."""
    due: Mark | None = None
    for passage in passages:
        for mark in passage.marks:
            left = re.fullmatch(r"P(\d{1,2})([DWM])", mark.time.value)
            after = passage.tokens[mark.stop].norm if mark.stop < len(passage.tokens) else ""
            is_left = left and mark.time.mod == "LESS_THAN" and mark.before in _HAS and after in _LEFT
            if is_left and left and due is not None:
                yield from _before(due, int(left[1]), _UNITS[left[2]], mark, article, text)
            if mark.before in {"by", "until", "before"} and clause.awaits(passage, mark):
                due = mark


def _before(due: Mark, count: int, unit: Grain, mark: Mark, article: str, text: str) -> Iterator[Constraint]:
    """Put a page less than so many units before a deadline, in each year if it has none, and likely soon after that."""
    cited, last = _cite(mark, article, text), _cite(due, article, text)
    when = due.time.when
    ends = [when.last] if when is not None and when.last is not None else yearless.each_year(due)
    windows = tuple((days.shift_days(days.step(own, unit, -count), 1), own) for own in ends)
    if not windows:
        return
    reason = f"“{cited.words}” is left until “{last.words}”: it was written in that time"
    is_known = len(windows) == 1
    bound = not_before(windows[0][0]) if is_known else windows
    yield Constraint(bound, Strength.LIKELY, reason, cited, recurs=not is_known, rule="time left")
    soon = tuple((first, days.shift_days(first, (own - first).days // _SOON)) for first, own in windows)
    fresh = f"“{cited.words}” is said when it has just come to that"
    yield Constraint(soon, Strength.HINT, fresh, cited, recurs=True, rule="time left")


def _last_year(passage: Passage, article: str, text: str) -> Iterator[Constraint]:
    """Read "last year, in 2010" and "this year's 2012 election": the year of the page itself."""
    for one, two in pairwise(passage.marks):
        between = [t.norm for t in passage.tokens[one.stop : two.first]]
        if len(between) > 2 or (between and not set(between) <= {",", "in", "(", "'s", "’s", "-"}) or not between:
            continue
        for named, said in ((one, two), (two, one)):
            offset = {"this year": 0, "last year": 1, "next year": -1}.get(said.word.lower())
            if offset is not None and _YEAR.fullmatch(named.time.value):
                year = int(named.time.value) + offset
                cited = Evidence(article, one.time.start, two.time.end, text[one.time.start : two.time.end])
                reason = f"“{cited.words}” is said in {year}"
                yield Constraint((_years(year, year),), Strength.LIKELY, reason, cited, rule="this or last year")
