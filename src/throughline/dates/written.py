"""A date as pages write it outside sentences: in a masthead, a meta tag, a feed, an address.

In: a free string. Out: every reading of the first date in it: none, one, or two where the order of day and month
is open ("05-03-2018"). The day is the one written, in the zone it was written in. A weekday beside an open date
settles it when it can.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from throughline.dates import days, foreign
from throughline.dates.published.labels import fold
from throughline.dates.words import MONTHS, WEEKDAYS
from throughline.model import When

_WEEKDAY = 14  # characters before a date in which its weekday stands: "Wednesday, "
_LONGEST = 300  # a date stands in the first words of such a string; the rest is not looked at
_PIVOT = 70  # two-digit years: 70 to 99 are of the last century (the web is younger)
_EARLIEST, _LATEST = 1500, 2199  # years that a page can be about; others are numbers of something else
_MONTHS_OF_YEAR = 12
_ALL_MONTHS = foreign.MONTHS | MONTHS
_LETTER = "a-zıα-ωа-џґא-תء-ي"  # folded letters of the alphabets that months are written in
_NAME = rf"(?P<month>[{_LETTER}]{{2,14}})\.?"
# A year ends where its digits do, or where the next date begins: "21. Januar 202221. Januar 2022" is two times printed
# without a space, as weblogs do with the days of publication and of change.
_END = r"(?!\d(?!\d?(?:[./-]\d{1,2}[./-]\d|\.?\s[^\W\d]{3})))"
_YEAR = rf"(?P<year>\d{{4}}){_END}"
_GAP = r"[\s,./-]{1,3}"

_Reader = Callable[[re.Match[str], str | None], Iterator[When]]


def read_day(words: str, order: str | None = None) -> tuple[When, ...]:
    """Read the first date in `words`; two readings when day and month may be either way round.

    `order` ("dmy", "mdy", "ymd") says how the page writes numeric dates; None when nobody knows.

    >>> [when.edtf for when in read_day("05-03-2018")]
    ['2018-03-05', '2018-05-03']
    """
    text = fold(words[:_LONGEST])
    best: tuple[int, tuple[When, ...]] | None = None
    for pattern, reader in _FORMS:
        for match in pattern.finditer(text):
            if best is not None and match.start() >= best[0]:
                break
            readings = tuple(days.named(when, words.strip()[:_LONGEST], "written") for when in reader(match, order))
            if readings:
                best = match.start(), readings
                break
    return _agree_with_weekday(best[1], text) if best else ()


@dataclass(frozen=True, slots=True)
class Written:
    """A date in a string: its readings, and the characters `start` to `end` that it stands on."""

    readings: tuple[When, ...]
    start: int
    end: int


def read_days(words: str, order: str | None = None) -> tuple[Written, ...]:
    """Read every date in `words` that has a year, in the order they stand; none overlaps another.

    >>> [(one.start, one.readings[0].edtf) for one in read_days("Posted 5 March 2018, updated 7 March 2018")]
    [(7, '2018-03-05'), (29, '2018-03-07')]
    """
    text = fold(words[:_LONGEST])
    found: list[Written] = []
    for pattern, reader in _FORMS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < other.end and other.start < end for other in found):
                continue
            named = words[start:end].strip()
            readings = tuple(days.named(when, named, "written") for when in reader(match, order))
            if readings:
                found.append(Written(_agree_with_weekday(readings, text[max(0, start - _WEEKDAY) : start]), start, end))
    return tuple(sorted(found, key=lambda one: one.start))


def _agree_with_weekday(readings: tuple[When, ...], text: str) -> tuple[When, ...]:
    if len(readings) < 2:
        return readings
    named = {WEEKDAYS[word] for word in re.findall(r"[a-z]+", text) if word in WEEKDAYS}
    agreeing = tuple(r for r in readings if r.first and r.first.weekday() in named)
    return agreeing or readings


def _full_year(digits: str) -> int:
    value = int(digits)
    return value if len(digits) > 2 else value + (1900 if value >= _PIVOT else 2000)


def _on(year: int, month: int, day: int) -> Iterator[When]:
    if not _EARLIEST <= year <= _LATEST:
        return
    try:
        yield days.day(datetime(year, month, day, tzinfo=UTC).date())
    except ValueError:
        return


def _year_first(match: re.Match[str], order: str | None) -> Iterator[When]:
    del order
    yield from _on(int(match["year"]), int(match["month"]), int(match["day"]))


def _year_last(match: re.Match[str], order: str | None) -> Iterator[When]:
    """Read day and month in the order given, or both ways; a dotted date is day first wherever dots are used."""
    one, two, year = int(match["one"]), int(match["two"]), _full_year(match["year"])
    if order == "ymd" and len(match["year"]) == 2:
        yield from _on(_full_year(match["one"]), two, int(match["year"]))
        return
    if order == "dmy" or (order is None and match["mark"] == "."):
        yield from (
            _on(year, two, one) if two <= _MONTHS_OF_YEAR else _on(year, one, two)
        )  # "06.18.2025" has no 18th month
        return
    if order == "mdy":
        yield from _on(year, one, two)
        return
    yield from _on(year, two, one)
    if one != two:
        yield from _on(year, one, two)


def _named_month(match: re.Match[str], order: str | None) -> Iterator[When]:
    del order
    month = _ALL_MONTHS.get(match["month"])
    if month is not None:
        year = match["year"] or match.groupdict()["short"]
        yield from _on(_full_year(year), month, int(match["day"]))


def _month_only(match: re.Match[str], order: str | None) -> Iterator[When]:
    del order
    month = _ALL_MONTHS.get(match["month"])
    if month is not None and _EARLIEST <= int(match["year"]) <= _LATEST:
        yield days.month(int(match["year"]), month)


def _year_only(match: re.Match[str], order: str | None) -> Iterator[When]:
    del order
    if _EARLIEST <= int(match["year"]) <= _LATEST:
        yield days.year(int(match["year"]))


def _since_epoch(match: re.Match[str], order: str | None) -> Iterator[When]:
    """Read seconds or milliseconds since 1970, as scripts of pages write them."""
    del order
    seconds = int(match["seconds"][:10])
    yield days.day(datetime.fromtimestamp(seconds, UTC).date())


_FORMS: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(pattern, re.ASCII), reader)
    for pattern, reader in (
        (
            r"(?<!\d)(?P<year>\d{4})\s?[-/.年\u1102]\s?(?P<month>\d{1,2})\s?[-/.月\u110b]\s?(?P<day>\d{1,2})(?!\d)",
            _year_first,
        ),
        (r"(?<!\d)(?P<year>[12]\d{3})(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)", _year_first),
        (
            rf"(?<![\d./-])(?P<one>\d{{1,2}})\s?(?P<mark>[-/.])\s?(?P<two>\d{{1,2}})\s?(?P=mark)\s?(?P<year>\d{{4}}(?={_END}(?![./-]\d))|(?:\d{{4}}|\d{{2}})(?![\d./-]*\d))",
            _year_last,
        ),
        (
            rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º)?{_GAP}(?:(?:of|de|the){_GAP}|d['’])?{_NAME}(?:{_GAP}(?:de|del){_GAP}|{_GAP})(?:(?P<year>\d{{4}}){_END}|['’]?(?P<short>\d\d)(?=$|\s))",
            _named_month,
        ),
        (rf"(?<!\d)(?P<year>(?:19|20)\d\d){_GAP}{_NAME}{_GAP}(?P<day>\d{{1,2}})(?!\d)", _named_month),
        (
            rf"(?<![{_LETTER}]){_NAME}{_GAP}(?:the\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_GAP}(?:\d\d?:\d\d\s)?{_YEAR}",
            _named_month,
        ),
        (rf"(?<![{_LETTER}])(?<!\d[\s./-])(?<!\d\.\s){_NAME}{_GAP}{_YEAR}", _month_only),
        (r"^\s*(?P<year>\d{4})\s*$", _year_only),
        (r"^\s*(?P<seconds>1\d{9}(?:\d{3})?)\s*$", _since_epoch),
    )
)
