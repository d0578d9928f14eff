"""What a page's own words say of the day it was written: what it reports as past, and what it still awaits.

In: passages. Out: constraints. A page is not older than a day that it tells of in the past tense; it is not younger
than a deadline or a day that it says is ahead.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from throughline.dates.phrases.tense import SCHEDULED
from throughline.dates.testimony import clause, yearless
from throughline.dates.testimony.constraint import Constraint, Strength, not_after, not_before
from throughline.dates.testimony.passages import Mark, Passage
from throughline.model import Evidence, Grain

_NAMED = re.compile(r"\d{4}(?:-(?:\d\d(?:-\d\d)?|Q\d|SP|SU|FA|WI))?")
_ADVERBIAL = frozenset("in on since of , during".split())  # "the 2014 elections" says nothing of tense
_DEADLINE = frozenset("by until till".split())
_TWICE = 2  # times that a year is told as past in looser words, and never otherwise: then it is past
# Forecasts live on: "expected to reach $80 billion by 2026" is still told in 2027.
_FORECASTS = frozenset(
    """expected projected forecast forecasts estimated predicted predicts anticipated estimates projects expects
    grow reach hit exceed surpass % percent billion million trillion billions millions""".split()
)
_EXTENDED = frozenset("extend extends extended extending prolonged renewed extension".split())
_DATES = frozenset("date dates deadline target as".split())
_AMENDED = frozenset("amended corrected updated revised modified edited".split())  # the page itself, later
_LONGEST_EXTENSION = 2  # years: mandates and missions are prolonged by one, seldom two
_CLAUSE = 12  # tokens before a deadline among which its verb stands
_FIRST = 1980  # no page on the web is older


def constraints(passages: Sequence[Passage], article: str, text: str) -> Iterator[Constraint]:
    """Yield what the passages say."""
    settled = _settled(passages)
    for passage in passages:
        for mark in passage.marks:
            cited = _cite(mark, article, text)
            yield from _past(passage, mark, cited, settled)
            yield from _deadline(passage, mark, cited)
            yield from _scheduled(passage, mark, cited)
            yield from _will_be(passage, mark, cited)
    yield from yearless.constraints(passages, article, text)


def _settled(passages: Sequence[Passage]) -> frozenset[int]:
    """The years that a page tells of as past again and again in sentences that look nowhere ahead."""
    past: Counter[int] = Counter()
    others: Counter[int] = Counter()
    for passage in passages:
        if not passage.marks:
            continue
        looks_back = not clause.looks_ahead(passage)
        for mark in passage.marks:
            when = mark.time.when
            if when is not None and when.first is not None and _NAMED.fullmatch(mark.time.value):
                is_past = looks_back and mark.lean < 0 and mark.before in _ADVERBIAL and _is_of_a_day(passage, mark)
                (past if is_past else others)[when.first.year] += 1
    return frozenset(year for year, count in past.items() if count >= _TWICE and not others[year])


def _cite(mark: Mark, article: str, text: str) -> Evidence:
    start = mark.time.start
    return Evidence(article, start, mark.time.end, text[start : mark.time.end])


def _past(passage: Passage, mark: Mark, cited: Evidence, settled: frozenset[int]) -> Iterator[Constraint]:
    """Read "in 2003", "on 5 March 2003" told in the past tense."""
    when = mark.time.when
    if when is None or when.first is None or not _NAMED.fullmatch(mark.time.value) or mark.before not in _ADVERBIAL:
        return
    if mark.lean >= 0 or _says(passage, mark, _AMENDED) or not _is_of_a_day(passage, mark):
        return
    if clause.tells_past(passage, mark) or when.first.year in settled:
        reason = f"it tells of “{cited.words}” as past, so it is not older than {when.first}"
        yield Constraint(not_before(when.first), Strength.CERTAIN, reason, cited, rule="told as past")


def _is_of_a_day(passage: Passage, mark: Mark) -> bool:
    """Leave out "the best of 2024" and "a court date of 22 March": what is of a year or a date may be to come."""
    if mark.before != "of":
        return True
    head = passage.tokens[mark.first - 2].norm if mark.first > 1 else ""
    return not re.fullmatch(r"\d{4}", mark.time.value) and head not in _DATES


def _deadline(passage: Passage, mark: Mark, cited: Evidence) -> Iterator[Constraint]:
    """Read "by 2012", "until the end of 2009" where it is still to come, and extensions "until" a day."""
    when = mark.time.when
    if when is None or when.last is None or when.first is not None or mark.before not in _DEADLINE:
        return
    last = when.last
    if last.year < _FIRST:
        return
    words = f"{mark.before} {cited.words}"
    if any(t.norm in _FORECASTS for t in passage.tokens):
        return
    if mark.before == "by" and when.grain is Grain.YEAR and cited.words.isdecimal():
        last = date(last.year - 1, 12, 31)  # within the year itself one says "by the end of the year"
    if clause.awaits(passage, mark):
        reason = f"“{words}” is still ahead of it, so it is not younger than {last}"
        yield Constraint(not_after(last), Strength.LIKELY, reason, cited, rule="awaited")
    elif mark.before != "by" and _says(passage, mark, _EXTENDED):
        reason = f"it tells of an extension “{words}”: that was granted not long before it, and is not yet over"
        window = (date(last.year - _LONGEST_EXTENSION + 1, 1, 1), last)
        yield Constraint((window,), Strength.HINT, reason, cited, rule="extension", weight=4.5)


def _says(passage: Passage, mark: Mark, words: frozenset[str]) -> bool:
    return any(t.norm in words for t in passage.tokens[max(mark.first - _CLAUSE, 0) : mark.first])


def _scheduled(passage: Passage, mark: Mark, cited: Evidence) -> Iterator[Constraint]:
    """Read "ends on 31 December 2015": a day fixed to come."""
    when = mark.time.when
    if when is None or when.last is None or mark.before != "on" or str(when.last.year) not in cited.words:
        return  # a day without its year says nothing of the year of the page
    verb = mark.first - 2
    if verb >= 0 and passage.tokens[verb].norm in SCHEDULED and when.last.year >= _FIRST:
        reason = f"“{passage.tokens[verb].text} on {cited.words}” is still ahead of it, so it is not younger"
        yield Constraint(not_after(when.last), Strength.LIKELY, reason, cited, rule="scheduled")


def _will_be(passage: Passage, mark: Mark, cited: Evidence) -> Iterator[Constraint]:
    """Read "will be held in June 2014"."""
    when = mark.time.when
    if when is None or when.last is None or mark.before not in {"in", "on", ","} or mark.lean < 0:
        return
    if _NAMED.fullmatch(mark.time.value) and when.last.year >= _FIRST and clause.will_be(passage, mark):
        words = f"{mark.before} {cited.words}".removeprefix(", ")
        reason = f"it says what will be “{words}”, so it is not younger than {when.last}"
        yield Constraint(not_after(when.last), Strength.LIKELY, reason, cited, rule="announced")
