"""Which happenings tell where a story stands: what came about lately, what is under way, planned and asked for.

In: a reading and the groups of its tellings. Out: `Line`s with their weight. A line stands alone, names who acts or
whom it befalls, and is of the story; narration ("stragglers were leaving") and what a speaker says of himself in
passing ("we are determined") are none.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from throughline.chronicle.grouping import Group
from throughline.chronicle.happenings import Reading, current, happening_status, line_of, standing
from throughline.chronicle.headlines import fitness
from throughline.chronicle.outcomes import Outcomes
from throughline.chronicle.outlook import is_decision, is_forecast, is_meant, is_no_line, was_going_on
from throughline.chronicle.query import Query
from throughline.chronicle.ranking import Weights
from throughline.chronicle.recent import Now, back
from throughline.chronicle.subject import ABOUT, Subject
from throughline.chronicle.tellings import Telling
from throughline.model import Status, When

ALONE = 0.75  # fitness of a line that a reader understands without the sentence before it
_REPEAT, _SHARED = 0.5, 4  # share of the smaller line's stems, and number of them, from which two tell the same
_DECIDED = 1.5  # what a decision gains over a step: it says what comes next
_BARE = 0.5  # what a line without a PLOVER type keeps: most such verbs change nothing
_FRESH = 3  # days after which a line weighs half
_REMEMBERED = timedelta(days=366)  # plans that nobody has told of for longer are forgotten
_FORESEEN = timedelta(days=730)  # who says what will be in ten years plans nothing
_COARSE = timedelta(days=31)  # days of a longer span date nothing that happened lately
_ENDED = frozenset({Status.HAPPENED, Status.NOT_HAPPENED, Status.DENIED})
_AHEAD = frozenset({Status.PLANNED, Status.CONDITIONAL})
_SMALL = frozenset("the a an my our their his her its this that these those some more most many all one two".split())


@dataclass(frozen=True, slots=True)
class Line:
    """A group as a line of the page. `told` is the report that tells it last."""

    group: Group
    head: Telling
    status: Status
    weight: float
    told: Telling
    is_decided: bool


class Lines:
    """The lines of a page, each chosen once: what one section tells, no other tells again."""

    def __init__(self, read: Reading, groups: Sequence[Group], time: Now, subject: Subject) -> None:
        self._read = read
        self._time = time
        self._outcomes = Outcomes(read, time.end)
        self._subject = subject
        self._dated = _days_of_sentences(groups)
        recent = [group for group in groups if self._is_told_lately(group) or self._is_ahead(group)]
        weights = Weights(read, recent, Query(start=date.min))
        self._lines = sorted(
            (line for group in recent if (line := self._line(group, weights.line(group).weight)) is not None),
            key=lambda line: (-line.weight, line.head.id),
        )
        self._told: list[frozenset[str]] = []

    def take(self, wanted: Iterable[Line], top: int) -> tuple[Line, ...]:
        """The weightiest of some lines that tell nothing told already."""
        chosen: list[Line] = []
        for line in wanted:
            if len(chosen) < top and not any(_is_repeat(line.head.stems, told) for told in self._told):
                self._told.append(line.head.stems)
                chosen.append(line)
        return tuple(chosen)

    def tell(self, stems: frozenset[str]) -> None:
        """Take what is told elsewhere on the page as told."""
        self._told.append(stems)

    def happened(self) -> Iterator[Line]:
        """What came about, came to nothing or was decided lately."""
        for line in self._lines:
            if (line.is_decided or line.status in _ENDED) and self._is_of_late(line):
                yield line

    def ongoing(self) -> Iterator[Line]:
        """What is under way; what a report saw going on upon a day is over."""
        for line in self._lines:
            if line.status is not Status.ONGOING or self._is_over(line) or self._is_of_then(line):
                continue
            if not self._has_failed(line):
                yield line

    def planned(self) -> Iterator[Line]:
        """What lies ahead, and has not been told as done."""
        for line in self._lines:
            if line.status is not Status.PLANNED or line.is_decided or self._is_over(line):
                continue
            if self._is_intended(line) and not self._is_done(line) and not self._has_failed(line):
                yield line

    def requested(self) -> Iterator[Line]:
        """What somebody asks for, and has not got."""
        for line in self._lines:
            if line.status is not Status.REQUESTED or self._is_of_then(line):
                continue
            if not self._is_done(line) and not self._has_failed(line):
                yield line

    def passed(self) -> Iterator[Line]:
        """What was planned for days that are over."""
        for line in self._lines:
            last = _last_day(line.group)
            if line.status in _AHEAD and last is not None and self._time.since <= last < self._time.end:
                yield line

    def _is_of_then(self, line: Line) -> bool:
        """Whether its sentence tells of days before lately, or of what "was" going on and no speaker says is."""
        then = self._dated.get((line.head.article, line.head.start))
        if then is not None and then < self._time.since:
            return True
        is_past = line.status is Status.ONGOING and line.head.statement is None
        return is_past and was_going_on(self._read.told.sentence(line.head))

    def _is_intended(self, line: Line) -> bool:
        """Whether somebody will do it, by the words before it, within a time that plans are made for."""
        last = _last_day(line.group)
        if last is not None and last - self._time.end > _FORESEEN:
            return False
        words = self._read.told.sentence(line.head)
        return not self._is_of_then(line) and not is_forecast(words) and is_meant(words, line.head.trigger)

    def _has_failed(self, line: Line) -> bool:
        """Whether it came to nothing since: talks that broke down are not under way."""
        return self._outcomes.has_failed(line.head)

    def _is_over(self, line: Line) -> bool:
        """Whether the day that its words set is over."""
        last = _last_day(line.group)
        return last is not None and last < (self._time.latest if line.status is Status.ONGOING else self._time.end)

    def _is_done(self, line: Line) -> bool:
        """Whether a later report tells it as done."""
        return self._outcomes.is_done(line.head)

    def _is_told_lately(self, group: Group) -> bool:
        return any(map(self._is_lately, group.tellings))

    def _is_ahead(self, group: Group) -> bool:
        """Whether it was set for days that came lately or are still to come, whenever it was told."""
        last = _last_day(group)
        if last is None or last < self._time.since or happening_status(group) not in _AHEAD:
            return False
        return max(map(self._day, group.tellings)) >= back(self._time.end, _REMEMBERED)

    def _day(self, telling: Telling) -> date:
        return self._time.seen(telling.known) or date.min

    def _line(self, group: Group, weight: float) -> Line | None:
        """A group as a line of the page, if one of its sentences can stand there."""
        head = self._head(group)
        if head is None:
            return None
        words = self._read.told.sentence(head)
        told = max(group.tellings, key=lambda telling: (self._day(telling), telling.id))
        is_decided = head.status is Status.PLANNED and is_decision(words, head.trigger)
        weight *= self._subject.share(words) * (1.0 if head.type else _BARE) * (_DECIDED if is_decided else 1.0)
        return Line(group, head, head.status, weight / (1 + self._age(head, told) / _FRESH), told, is_decided)

    def _head(self, group: Group) -> Telling | None:
        """The telling that says it best of those that give its latest status and can stand alone."""
        best: tuple[float, str, Telling] | None = None
        for telling in current(group.tellings):
            if telling.event is None or not self._is_named(telling):
                continue
            words = line_of(self._read, telling).words
            if is_no_line(words) or fitness(words) < ALONE or self._subject.share(words) < ABOUT:
                continue
            rated = (standing(self._read, telling) * (1 + self._is_lately(telling)), telling.id, telling)
            best = max(best, rated) if best else rated
        return best[-1] if best else None

    def _is_lately(self, telling: Telling) -> bool:
        return self._day(telling) >= self._time.since

    def _age(self, head: Telling, told: Telling) -> int:
        """How many days ago it was; of what is still to come, how many days ago it was told."""
        day = self._day(told)
        if head.status in _ENDED and head.days and head.days.last:
            day = min(day, head.days.last)
        return max(0, (self._time.latest - day).days)

    def _is_named(self, head: Telling) -> bool:
        """Whether somebody with a name acts, or it befalls one."""
        return any(_is_name(self._read, key) for key in head.actors | head.recipients)

    def _is_of_late(self, line: Line) -> bool:
        """Whether its days were lately; where only the report is dated, whether it was that report's news."""
        days, term = line.head.days, line.head.due
        if term is not None and term.last is not None and term.last >= self._time.end:
            return True  # "extended until the end of the year" holds
        if line.is_decided:
            return self._day(line.told) >= self._time.since
        if days is None or days.first is None or days.last is None or days.last - days.first > _COARSE:
            return False
        return self._time.since <= days.last and days.first <= self._time.end


def _is_repeat(mine: frozenset[str], told: frozenset[str]) -> bool:
    shared = len(mine & told)
    return shared >= min(_SHARED, len(mine), len(told)) and shared >= _REPEAT * min(len(mine), len(told))


def _days_of_sentences(groups: Iterable[Group]) -> dict[tuple[str, int], date]:
    """The last day that a sentence names for anything told in it."""
    found: dict[tuple[str, int], date] = {}
    for telling in (telling for group in groups for telling in group.tellings):
        if telling.is_sure and telling.days and telling.days.last:
            place = (telling.article, telling.start)
            found[place] = max(telling.days.last, found.get(place, date.min))
    return found


def told_on(read: Reading, telling: Telling) -> When:
    """The days on which the report of a telling was published."""
    return read.origins.heads[telling.article].published


def _is_name(read: Reading, key: str) -> bool:
    if not key.startswith("name:"):
        return True
    words = read.who.name(key).split()
    return any(word[:1].isupper() and word.casefold() not in _SMALL for word in words)


def _last_day(group: Group) -> date | None:
    """The last of the days that something is set for, by its words."""
    ends = [t.days.last for t in group.tellings if t.is_sure and t.days and t.days.last]
    ends += [t.due.last for t in group.tellings if t.due and t.due.last]
    return max(ends, default=None)
