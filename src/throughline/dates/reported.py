"""What a page's own words say of the day it was written: what it reports as past, and what it still awaits.

In: passages. Out: constraints. A page is not older than a day it tells of in the past tense; it is not younger than a
deadline that it says is ahead; days named without a year lie within half a year of it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from throughline.dates import days
from throughline.dates.constraint import Constraint, Strength, Window, not_after, not_before
from throughline.dates.passages import Mark, Passage
from throughline.dates.tense import SCHEDULED
from throughline.dates.words import WEEKDAYS
from throughline.model import Evidence, Grain, When

_NAMED = frozenset(("day and month", "month and year", "year", "full date", "season and year", "days of a month"))
_ADVERBIAL = frozenset("in on since of , during".split())  # "the 2014 elections" says nothing of tense
_DEADLINE = frozenset("by until till".split())
_AHEAD = frozenset("will 'll would shall should must may might can could".split())
_PAST_AUXILIARY = frozenset("was were had been did".split())
_CLAUSE = 12  # tokens before a deadline among which its verb stands
_YEARS = range(1980, 2061)  # the years that a page on the web can be of
_HALF_YEAR = 183  # days: news names the year of what is further off
_EXTENDED = frozenset("extend extends extended extending prolonged renewed extension".split())
_BEGAN = frozenset(
    """began begun start started launched established founded created opened formed deployed set since beginning
    introduced invaded""".split()
)
_ROUND_UP = 1  # years: "seven years" after 2004 is said in 2011, and until the eighth is full

_Cite = partial[Evidence]


def constraints(passages: Sequence[Passage], article: str, text: str) -> Iterator[Constraint]:
    """Yield what the passages say."""
    awaited = _awaited(passages)
    for passage in passages:
        for mark in passage.marks:
            cited = _cite(mark, article, text)
            if mark.time.when and mark.time.when.first and mark.time.when.first.year not in awaited:
                yield from _past(mark, cited)
            yield from _deadline(passage, mark, cited)
            yield from _scheduled(passage, mark, cited)
            yield from _yearless(passage, mark, cited)
    yield from _reckoned(passages, article, text)


def _awaited(passages: Sequence[Passage]) -> frozenset[int]:
    """The years that a page speaks of at least as often without a past tense as with one: it may be before them."""
    balance: Counter[int] = Counter()
    for passage in passages:
        for mark in passage.marks:
            when = mark.time.when
            if when is not None and when.first is not None and mark.time.rule in _NAMED:
                balance[when.first.year] += -1 if mark.lean < 0 else 1
    return frozenset(year for year, excess in balance.items() if excess >= 0)


def _cite(mark: Mark, article: str, text: str) -> Evidence:
    start = mark.time.start
    return Evidence(article, start, mark.time.end, text[start : mark.time.end])


def _past(mark: Mark, cited: Evidence) -> Iterator[Constraint]:
    """Read "in 2003", "on 5 March 2003" told in the past tense."""
    when = mark.time.when
    if when is None or when.first is None or mark.time.rule not in _NAMED or mark.before not in _ADVERBIAL:
        return
    if mark.lean < 0:
        yield Constraint(not_before(when.first), Strength.CERTAIN, f"it tells of “{cited.words}” as past", cited)


def _deadline(passage: Passage, mark: Mark, cited: Evidence) -> Iterator[Constraint]:
    """Read "by 2012", "until the end of 2009" where it is still to come."""
    when = mark.time.when
    if when is None or when.last is None or when.first is not None or mark.before not in _DEADLINE:
        return
    words = f"{mark.before} {cited.words}"
    last = when.last
    if last.year < _YEARS.start:
        return
    if mark.before == "by" and when.grain is Grain.YEAR and cited.words.isdecimal():
        last = date(last.year - 1, 12, 31)  # within the year itself one says "by the end of the year"
    if _is_ahead(passage, mark):
        yield Constraint(not_after(last), Strength.LIKELY, f"“{words}” is still ahead of it", cited)
    elif mark.before != "by" and _says(passage, mark, _EXTENDED):
        yield Constraint(
            not_after(last), Strength.POSSIBLE, f"it tells of an extension “{words}”, which is still ahead", cited
        )


def _scheduled(passage: Passage, mark: Mark, cited: Evidence) -> Iterator[Constraint]:
    """Read "ends on 31 December 2015": a day fixed to come."""
    when = mark.time.when
    if when is None or when.last is None or mark.before != "on" or str(when.last.year) not in cited.words:
        return  # a day without its year says nothing of the year of the page
    verb = mark.first - 2
    if verb >= 0 and passage.tokens[verb].norm in SCHEDULED and when.last.year >= _YEARS.start:
        reason = f"“{passage.tokens[verb].text} on {cited.words}” is still ahead of it"
        yield Constraint(not_after(when.last), Strength.LIKELY, reason, cited)


def _is_ahead(passage: Passage, mark: Mark) -> bool:
    """Tell whether the clause before looks ahead: a modal or an infinitive that no past auxiliary governs."""
    clause = [t.norm for t in passage.tokens[max(mark.first - 1 - _CLAUSE, 0) : mark.first - 1]]
    for index in range(len(clause) - 1, -1, -1):
        is_infinitive = clause[index] == "to" and index + 1 < len(clause) and _is_verb_like(clause[index + 1])
        if clause[index] in _AHEAD or is_infinitive:
            return not _PAST_AUXILIARY.intersection(clause[max(index - 4, 0) : index])
    return False


def _is_verb_like(word: str) -> bool:
    """After "to", a word that is neither an article nor a number is taken for a verb."""
    return word.isalpha() and word not in {"the", "a", "an", "its", "his", "their", "her", "this"}


def _says(passage: Passage, mark: Mark, words: frozenset[str]) -> bool:
    return any(t.norm in words for t in passage.tokens[max(mark.first - _CLAUSE, 0) : mark.first])


_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)(?:/XXXX-(\d\d)-(\d\d))?")


def _yearless(passage: Passage, mark: Mark, cited: Evidence) -> Iterator[Constraint]:
    """Read "on Dec. 12" (past) and "by Dec. 31" (ahead): which half of a year, and with a weekday, which years."""
    match = _YEARLESS.fullmatch(mark.time.value)
    if match is None:
        return
    weekday = _weekday(passage, mark)
    awaits = mark.before in _DEADLINE or mark.lean > 0
    if not awaits and mark.lean == 0:
        return
    month, number = int(match[1]), int(match[2])
    windows = tuple(_windows(month, number, weekday, 1 if awaits else -1))
    if not windows:
        return
    told = f"awaits “{cited.words}”" if awaits else f"tells of “{cited.words}” as past"
    strength = Strength.LIKELY if weekday is None else Strength.CERTAIN
    yield Constraint(windows, strength, f"it {told}, without a year", cited, recurs=True)


def _weekday(passage: Passage, mark: Mark) -> int | None:
    words = [t.norm.rstrip(".") for t in passage.tokens[mark.first : mark.stop]]
    return next((WEEKDAYS[word] for word in words if word in WEEKDAYS), None)


def _windows(month: int, number: int, weekday: int | None, way: int) -> Iterator[Window]:
    for year in _YEARS:
        try:
            day = date(year, month, number)
        except ValueError:
            continue
        if weekday is None or day.weekday() == weekday:
            other = days.shift_days(day, -way * _HALF_YEAR)
            yield (min(day, other), max(day, other))


def _reckoned(passages: Sequence[Passage], article: str, text: str) -> Iterator[Constraint]:
    """Read "over the last seven years" beside the one year in which something "began"."""
    starts = {
        mark.time.when.first.year: mark
        for passage in passages
        for mark in passage.marks
        if _is_start(passage, mark) and mark.time.when and mark.time.when.first
    }
    lengths = [
        (int(years[1]), mark)
        for passage in passages
        for mark in passage.marks
        if mark.time.rule == "up to now" and (years := re.fullmatch(r"P(\d{1,2})Y", mark.time.value))
    ]
    if len(starts) != 1 or len(lengths) != 1:
        return
    (began, mark), (count, length) = next(iter(starts.items())), lengths[0]
    cited = _cite(length, article, text)
    first, last = date(began + count, 1, 1), date(began + count + _ROUND_UP, 12, 31)
    yield Constraint(
        ((first, last),),
        Strength.POSSIBLE,
        f"“{cited.words}” since “{_cite(mark, article, text).words}” makes it {began + count} or a year later",
        cited,
    )


def _is_start(passage: Passage, mark: Mark) -> bool:
    when: When | None = mark.time.when
    return (
        when is not None
        and when.grain is Grain.YEAR
        and mark.time.rule == "year"
        and mark.before in {"in", "since"}
        and any(t.norm in _BEGAN for t in passage.tokens[max(mark.first - 4, 0) : mark.first])
    )
