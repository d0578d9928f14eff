"""Whether a line is so now: told lately as news, under way, planned or asked for, and not overtaken since.

In: a reading, when the present is, and lines. Out: yes or no, for each section of a page. Where no report says that
something ended, it is taken to stand only if the last days' reports tell it; what only older ones tell may be over.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from throughline.chronicle.grouping import Group
from throughline.chronicle.happenings import Reading
from throughline.chronicle.outcomes import Outcomes
from throughline.chronicle.outlook import (
    is_ahead,
    is_asked,
    is_forecast,
    is_lasting,
    is_meant,
    is_of_years_before,
    is_possible,
    is_since,
    is_state,
    is_thing,
    is_under_way,
    was_going_on,
)
from throughline.chronicle.recent import Now
from throughline.chronicle.tellings import OPENING, Telling
from throughline.model import Plover, Status

_FORESEEN = timedelta(days=730)  # who says what will be in ten years plans nothing
_COARSE = timedelta(days=8)  # days of a longer span date nothing that happened lately
_BRIEF = frozenset({Plover.CONSULT, Plover.PROTEST})  # what goes on for a day: visits, marches
_QUOTES = ("``", '"', "“", "'")
ENDED = frozenset({Status.HAPPENED, Status.NOT_HAPPENED, Status.DENIED})
AHEAD = frozenset({Status.PLANNED, Status.CONDITIONAL})


@dataclass(frozen=True, slots=True)
class Line:
    """A group as a line of the page. `told` is the report that tells it last."""

    group: Group
    head: Telling
    status: Status
    weight: float
    told: Telling
    is_decided: bool


class Present:
    """What is so at a time, among the tellings of some groups."""

    def __init__(self, read: Reading, groups: Iterable[Group], time: Now) -> None:
        self._read = read
        self._time = time
        self._outcomes = Outcomes(read, time.end)
        self._dated = _days_of_sentences(groups)

    def has_happened(self, line: Line) -> bool:
        """Whether it came about, came to nothing or was decided lately."""
        return (line.is_decided or line.status in ENDED) and self._is_of_late(line)

    def is_ongoing(self, line: Line) -> bool:
        """Whether it is under way by the latest reports; what one saw going on upon a day is over."""
        if line.status is not Status.ONGOING or self._is_over(line) or self._is_of_then(line):
            return False
        last = self._time.latest if line.head.type in _BRIEF else self._time.fresh
        is_now = self.day(line.told) >= last and is_under_way(self._words(line), line.head.trigger)
        return is_now and not self._outcomes.has_failed(line.head)

    def is_planned(self, line: Line) -> bool:
        """Whether it lies ahead, and has not been told as done."""
        if line.status is not Status.PLANNED or line.is_decided or self._is_over(line):
            return False
        if not self._is_intended(line) or self._is_through(line):
            return False
        is_dated = self._is_dated(line) and self.day(line.told) >= self._time.since
        return is_dated or self._still_stands(line)

    def is_requested(self, line: Line) -> bool:
        """Whether somebody asks for it, and has not got it."""
        if line.status is not Status.REQUESTED or self._is_of_then(line) or not self._is_fresh(line):
            return False
        return is_asked(self._words(line), line.head.trigger) and not self._is_through(line)

    def has_passed(self, line: Line) -> bool:
        """Whether it was planned for days that are over."""
        last = last_day(line.group)
        return line.status in AHEAD and last is not None and self._time.since <= last < self._time.end

    def day(self, telling: Telling) -> date:
        """Since when a telling counts as known."""
        return self._time.seen(telling.known) or date.min

    def _words(self, line: Line) -> str:
        return self._read.told.sentence(line.head)

    def _is_through(self, line: Line) -> bool:
        """Whether a later report tells it as done, or as come to nothing."""
        return self._outcomes.is_done(line.head) or self._outcomes.has_failed(line.head)

    def _is_dated(self, line: Line) -> bool:
        """Whether it has a day by which it will be done; "stays until September" is how long it lasts."""
        is_term = line.head.due is not None and is_lasting(self._words(line))
        return last_day(line.group) is not None and not is_term

    def _is_fresh(self, line: Line) -> bool:
        return self.day(line.told) >= self._time.fresh

    def _still_stands(self, line: Line) -> bool:
        """Whether a plan without a day was told in the last days, and nothing later may tell of it."""
        told = self.day(line.told)
        return self._is_fresh(line) and (told == self._time.end or not self._outcomes.is_told_of(line.told, told))

    def _is_of_then(self, line: Line) -> bool:
        """Whether its sentence tells of days before lately, or of what "was" going on and no speaker says is."""
        then = self._dated.get((line.head.article, line.head.start))
        if then is not None and then[1] < self._time.since:
            return True
        is_past = line.status is Status.ONGOING and line.head.statement is None
        return is_past and was_going_on(self._words(line))

    def _is_intended(self, line: Line) -> bool:
        """Whether somebody will do it, by the words before it, within a time that plans are made for."""
        last = last_day(line.group)
        if last is not None and last - self._time.end > _FORESEEN:
            return False
        words = self._words(line)
        if words.lstrip().startswith(_QUOTES):
            return False  # a quotation that opens a sentence says what its speaker thinks will be
        return not self._is_of_then(line) and not is_forecast(words) and is_meant(words, line.head.trigger)

    def _is_over(self, line: Line) -> bool:
        """Whether the day that its words set is over."""
        last = last_day(line.group)
        return last is not None and last < (self._time.latest if line.status is Status.ONGOING else self._time.end)

    def _is_of_late(self, line: Line) -> bool:
        """Whether its days were lately; where only the report is dated, whether it was that report's news."""
        days, term = line.head.days, line.head.due
        if term is not None and term.last is not None and term.last >= self._time.end:
            return True  # "extended until the end of the year" holds
        if is_of_years_before(self._words(line), self._time.since.year):
            return False
        if line.is_decided:  # and not done
            return self.day(line.told) >= self._time.since and not self._outcomes.is_done(line.head)
        if self._is_overtaken(line) or is_ahead(self._words(line), line.head.trigger):
            return False
        if not line.head.is_sure:
            return self._is_fresh(line) and self._is_news(line)
        if days is None or days.first is None or days.last is None or days.last - days.first > _COARSE:
            return False
        if line.head.known and days.first > line.head.known:
            return False  # told as done before its day: the day is another's
        is_great = line.head.place < OPENING and (line.head.type is not None or len(line.group.tellings) > 1)
        since = self._time.since if is_great else self._time.fresh
        return since <= days.last and days.first <= self._time.end

    def _is_overtaken(self, line: Line) -> bool:
        """Whether its sentence looks ahead to a day that is over."""
        named = self._dated.get((line.head.article, line.head.start))
        known = line.head.known
        return named is not None and known is not None and known < named[0] < self._time.latest

    def _is_news(self, line: Line) -> bool:
        """Whether what no day is told of is the news of its article: in its opening, or just come about."""
        words = self._words(line)
        if is_state(words, line.head.trigger) or is_thing(words, line.head.trigger) or is_possible(words):
            return False
        return line.head.place < OPENING or (bool(line.head.statement) and is_since(words, line.head.trigger))


def _days_of_sentences(groups: Iterable[Group]) -> dict[tuple[str, int], tuple[date, date]]:
    """The last days that a sentence names for anything told in it."""
    found: dict[tuple[str, int], tuple[date, date]] = {}
    for telling in (telling for group in groups for telling in group.tellings):
        if telling.is_sure and telling.days and telling.days.last:
            place = (telling.article, telling.start)
            mine = (telling.days.first or date.min, telling.days.last)
            found[place] = max(mine, found.get(place, mine), key=lambda days: days[1])
    return found


def last_day(group: Group) -> date | None:
    """The last of the days that something is set for, by its words."""
    ends = [t.days.last for t in group.tellings if t.is_sure and t.days and t.days.last]
    ends += [t.due.last for t in group.tellings if t.due and t.due.last]
    return max(ends, default=None)
