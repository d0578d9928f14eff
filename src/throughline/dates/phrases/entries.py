"""Lists whose entries open with their day: "February 24 - Rebels take Larno .", the year of each that names none.

In: the sentences of a text with the letters of their tokens, and the day of writing, if anyone knows it. Out: for the
sentences that open an entry, the day of it. Entries stand in order, forwards or backwards, also across a new year; a
year that one of them names, or a heading between them, holds for those beside it. Where none does, the list is the
last one that is over, or nearly: its verbs are in the present tense whatever it tells of.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from throughline.dates.phrases.symbols import OTHER
from throughline.dates.words import MONTHS
from throughline.model import Token
from throughline.text.numbers import read_ordinal, word_value

_FEWEST = 3  # entries before they are a list ...
_APART = 12  # ... with at most so many sentences from one to the next
_ASTRAY = 90  # days that an entry may stand out of order; more is a new year
_AHEAD = 4  # a day to come counts as much as so many that are past: lists tell mostly of what was
_DASH = "-"
_DASHES = frozenset((_DASH, "\N{EN DASH}", "\N{EM DASH}"))
_MARKS = _DASHES | {"--", "---", ":", "|"}
_NEW_YEAR = 183  # days back that are rather a step into the next year
_YEARS_AROUND = 2  # years from the day of writing to the beginning of a list that names none
_LEAP = 2000  # a year with all the days that there are
_END = re.compile("W|M|[do]f?M|D")  # letters of a date: after a mark it ends a range, "May 5 - June 3"
_BULLET = 2  # tokens that are no words before an entry's day
_PLACES = (date(_LEAP, 1, 1).toordinal(), date(_LEAP, 12, 31).toordinal())
# A day with its month, and a year or none; or a heading: a year, alone or after its month.
_DAY = re.compile(r"(?:W,?)?(?:(?P<month>M)t?(?P<day>[do])|t?(?P<day2>[do])f?(?P<month2>M))(?:,?(?P<year>Y))?")
_YEAR = re.compile(r"M?,?(?P<year>Y)")

Opening = tuple[int, date]  # the token of a sentence that an entry opens with, and its day


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry, or a heading with a year alone: its place, and as much of its day as it names."""

    sentence: int
    token: int
    month: int
    number: int
    year: int | None
    mark: str = ""
    is_heading: bool = False

    @property
    def place(self) -> int:
        """Its day's place in a year."""
        return date(_LEAP, self.month, self.number).toordinal()


def entry_days(lines: Sequence[tuple[Sequence[Token], str]], now: date | None) -> Mapping[int, Sequence[Opening]]:
    """Tell the days of the entries that each sentence opens, in order, by the sentence's place."""
    found = [entry for index, (own, letters) in enumerate(lines) for entry in _entries(index, own, letters)]
    told: dict[int, list[Opening]] = {}
    for run in _runs(found):
        for entry, day in _placed(run, now):
            told.setdefault(entry.sentence, []).append((entry.token, day))
    return {sentence: sorted(openings) for sentence, openings in told.items()}


def _entries(index: int, tokens: Sequence[Token], letters: str) -> Iterator[_Entry]:
    """Yield the entries that a sentence opens; where the lines of a list have run into one, there are several."""
    first = next((i for i, token in enumerate(tokens[:_BULLET]) if token.text[0].isalnum()), _BULLET)
    heading = _YEAR.match(letters, first)
    if heading is not None and all(token.norm in _MARKS for token in tokens[heading.end() :]):
        yield _Entry(index, first, 1, 1, int(tokens[heading.start("year")].norm), is_heading=True)
        return
    days = [day for day in _DAY.finditer(letters) if _opens(tokens, letters, day, first)]
    if len(days) > 1 or (days and days[0].start() == first):
        for day in days:
            which = "2" if day["day2"] else ""
            ordinal = read_ordinal(tokens, day.start("day" + which))
            number = ordinal[0] if ordinal else int(word_value(tokens[day.start("day" + which)].norm) or 0)
            month = MONTHS[tokens[day.start("month" + which)].norm.rstrip(".")]
            year = int(tokens[day.start("year")].norm) if day["year"] else None
            if _day(year or _LEAP, month, number):
                mark = tokens[day.end()].norm[0] if day.end() < len(tokens) else ""
                yield _Entry(index, day.start(), month, number, year, _DASH if mark in _DASHES else mark)


def _opens(tokens: Sequence[Token], letters: str, day: re.Match[str], first: int) -> bool:
    """Tell an entry's day from one in running text: a mark stands after it, or nothing, and no "on" before."""
    start, stop = day.span()
    if start > first and (letters[start - 1] != OTHER or stop >= len(tokens)):
        return False
    return stop >= len(tokens) or (tokens[stop].norm in _MARKS and not _END.match(letters, stop + 1))


def _runs(found: Sequence[_Entry]) -> Iterator[Sequence[_Entry]]:
    """Part the entries into lists, each with marks of one kind; what is no list is left out."""
    for mark in sorted({entry.mark for entry in found if not entry.is_heading}):
        alike = [entry for entry in found if entry.is_heading or entry.mark == mark]
        cuts = [i for i, (one, two) in enumerate(pairwise(alike), 1) if two.sentence - one.sentence > _APART]
        for start, stop in pairwise((0, *cuts, len(alike))):
            if _is_list(alike[start:stop]):
                yield alike[start:stop]


def _is_list(run: Sequence[_Entry]) -> bool:
    return sum(not entry.is_heading for entry in run) >= _FEWEST


def _placed(run: Sequence[_Entry], now: date | None) -> Sequence[tuple[_Entry, date]]:
    """Give each entry of a list its day."""
    is_forward = _is_forward(run)
    known = next((place for place, entry in enumerate(run) if entry.year), None)
    if known is not None:
        return _through(run, known, is_forward=is_forward)
    if now is None:
        return ()
    years = range(max(now.year - _YEARS_AROUND, 1), min(now.year + _YEARS_AROUND, date.max.year) + 1)
    tries = (list(_walk(run, year, run[0].place, is_forward=is_forward)) for year in years)
    return min((told for told in tries if told), key=lambda told: _cost([day for _, day in told], now), default=())


def _is_forward(run: Sequence[_Entry]) -> bool:
    """Tell whether a list tells the oldest first: by the years in it, or by most steps from one day to the next."""
    years = [entry.year for entry in run if entry.year]
    if years and years[0] != years[-1]:
        return years[0] < years[-1]
    steps = [two.place - one.place for one, two in pairwise(run) if not (one.is_heading or two.is_heading)]
    return 2 * sum(step >= 0 or step < -_NEW_YEAR for step in steps) >= len(steps)


def _cost(told: Sequence[date], now: date) -> float:
    """Tell how far a list lies from the day of writing: by its end if it is over, else by what is yet to come."""
    last = max(told)
    if last <= now:
        return (now - last).days
    return _AHEAD * sum(max((day - now).days, 0) for day in told) / len(told)


def _through(run: Sequence[_Entry], known: int, *, is_forward: bool) -> Sequence[tuple[_Entry, date]]:
    """Go through a list from an entry whose year is known, to its end and back to its beginning."""
    own = run[known]
    year, place = own.year or 1, own.place
    if own.is_heading:  # what stands before it is of the year before, in a list that runs backwards of the one after
        year, place = (year - 1, _PLACES[-1]) if is_forward else (year + 1, _PLACES[0])
    before = _walk(run[known - 1 :: -1] if known else (), year, place, is_forward=not is_forward)
    return [*before, *_walk(run[known:], own.year or 1, own.place, is_forward=is_forward)]


def _walk(run: Sequence[_Entry], year: int, place: int, *, is_forward: bool) -> Iterator[tuple[_Entry, date]]:
    """Go on from a day, and yield each entry with its day."""
    for entry in run:
        if entry.year:
            year = entry.year
            place = _PLACES[-1] if entry.is_heading and not is_forward else entry.place
        else:
            if is_forward and place - entry.place > _ASTRAY:
                year += 1
            elif not is_forward and entry.place - place > _ASTRAY:
                year -= 1
            place = entry.place
        day = None if entry.is_heading else _day(year, entry.month, entry.number)
        if day is not None:
            yield entry, day


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
