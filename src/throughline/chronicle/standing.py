"""Which happenings tell where a story stands: what came about lately, what is under way, planned and asked for.

In: a reading and the groups of its tellings. Out: `Line`s with their weight. A line stands alone, names who acts or
whom it befalls, and is of the story; narration ("stragglers were leaving") and what a speaker says of himself in
passing ("we are determined") are none.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from throughline.chronicle.essays import Essays
from throughline.chronicle.grouping import Group
from throughline.chronicle.happenings import Reading, current, happening_status, line_of, standing
from throughline.chronicle.headlines import fitness
from throughline.chronicle.outlook import is_aside, is_decision, is_no_line
from throughline.chronicle.present import AHEAD, ENDED, Line, Present, last_day
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
_DEEP = 25  # sentences down an article from which what is so, or meant, is background
_SMALL = frozenset("the a an my our their his her its this that these those some more most many all one two".split())


class Lines:
    """The lines of a page, each chosen once: what one section tells, no other tells again."""

    def __init__(self, read: Reading, groups: Sequence[Group], time: Now, subject: Subject, essays: Essays) -> None:
        self._read = read
        self._time = time
        self._present = Present(read, groups, time)
        self._subject = subject
        self._essays = essays
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
        return filter(self._present.has_happened, self._lines)

    def ongoing(self) -> Iterator[Line]:
        """What is under way."""
        return filter(self._present.is_ongoing, self._lines)

    def planned(self) -> Iterator[Line]:
        """What lies ahead."""
        return filter(self._present.is_planned, self._lines)

    def requested(self) -> Iterator[Line]:
        """What somebody asks for."""
        return filter(self._present.is_requested, self._lines)

    def passed(self) -> Iterator[Line]:
        """What was planned for days that are over."""
        return filter(self._present.has_passed, self._lines)

    def _is_told_lately(self, group: Group) -> bool:
        return any(map(self._is_lately, group.tellings))

    def _is_ahead(self, group: Group) -> bool:
        """Whether it was set for days that came lately or are still to come, whenever it was told."""
        last = last_day(group)
        if last is None or last < self._time.since or happening_status(group) not in AHEAD:
            return False
        return max(map(self._present.day, group.tellings)) >= back(self._time.end, _REMEMBERED)

    def _line(self, group: Group, weight: float) -> Line | None:
        """A group as a line of the page, if one of its sentences can stand there."""
        head = self._head(group)
        if head is None:
            return None
        words = self._read.told.sentence(head)
        told = max(group.tellings, key=lambda telling: (self._present.day(telling), telling.id))
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
            if is_aside(words, telling.trigger, is_sure=telling.is_sure) or self._is_background(telling):
                continue
            rated = (standing(self._read, telling) * (1 + self._is_lately(telling)), telling.id, telling)
            best = max(best, rated) if best else rated
        return best[-1] if best else None

    def _is_background(self, telling: Telling) -> bool:
        """Whether it stands deep in an article and no day of its own makes it news, or on a page that argues."""
        is_deep = telling.place >= _DEEP and not (telling.is_sure or telling.due)
        return is_deep or self._essays.hold(telling.article)

    def _is_lately(self, telling: Telling) -> bool:
        return self._present.day(telling) >= self._time.since

    def _age(self, head: Telling, told: Telling) -> int:
        """How many days ago it was; of what is still to come, how many days ago it was told."""
        day = self._present.day(told)
        if head.status in ENDED and head.days and head.days.last:
            day = min(day, head.days.last)
        return max(0, (self._time.latest - day).days)

    def _is_named(self, head: Telling) -> bool:
        """Whether somebody with a name acts, or it befalls one."""
        return any(_is_name(self._read, key) for key in head.actors | head.recipients)


def _is_repeat(mine: frozenset[str], told: frozenset[str]) -> bool:
    shared = len(mine & told)
    return shared >= min(_SHARED, len(mine), len(told)) and shared >= _REPEAT * min(len(mine), len(told))


def told_on(read: Reading, telling: Telling) -> When:
    """The days on which the report of a telling was published."""
    return read.origins.heads[telling.article].published


def _is_name(read: Reading, key: str) -> bool:
    if not key.startswith("name:"):
        return True
    words = read.who.name(key).split()
    return any(word[:1].isupper() and word.casefold() not in _SMALL for word in words)
