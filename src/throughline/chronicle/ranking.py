"""Which days and which lines weigh most, when a chronicle must be short.

In: groups of tellings. Out: a weight for every day and every line. A day weighs what articles tell of it, each article
once: those that name it, those whose news it was, and, double, those that still name it a week and more later; less,
where it was long before the first article (background) or beside a greater day. A line weighs by how much of what is
told of its day it holds (the mean share of the day's sentences that hold each of its words, the rarer words first), by
how many stand behind it, how well it reads alone, and whether it happened. Words are counted in the view alone, so that
a chronicle as of a day knows no words of later days (law 2).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import log

from throughline.chronicle.days import begin, chronologies, day_of, likely, nearness, weights_of_days
from throughline.chronicle.grouping import Group
from throughline.chronicle.happenings import Reading, current, days_of, horizon, standing
from throughline.chronicle.news import News
from throughline.chronicle.query import Query
from throughline.chronicle.tellings import AHEAD, Telling
from throughline.chronicle.topic import Topic

ENTRY = 1.5  # a sentence of a chronology, which an editor wrote for its day
PASSED = 0.3  # a plan whose day is over


@dataclass(frozen=True, slots=True)
class Line:
    """A group as a line: the telling that says it best, its stems, its day (None: no single day) and its weight."""

    group: Group
    head: Telling
    stems: frozenset[str]
    day: date | None
    weight: float


class Weights:
    """Weights of the days and lines of some groups."""

    def __init__(self, read: Reading, groups: Sequence[Group], asked: Query) -> None:
        self._read = read
        self._begins = None if asked.start or asked.end else begin(read)
        self._tellings = [telling for group in groups for telling in group.tellings]
        self._topic = Topic(self._tellings, read.told.prints)
        self._news = News(read, self._tellings)
        self._entries = chronologies(read, self._tellings)
        self._now = horizon(read)

    def days(self) -> dict[date, float]:
        """The weight of every day that anything is told of."""
        return weights_of_days(self._read, self._tellings, self._topic, self._entries, self._begins)

    def line(self, group: Group) -> Line:
        """A group as a weighted line."""
        weight, head = max(((self._worth(t), t) for t in current(group.tellings)), key=lambda pair: pair[0])
        voices = {self._read.origins.voice(t.article) for t in group.tellings}
        weight *= (1 + log(len(voices))) * likely(group.tellings[-1]) * self._topic.share(head)
        when = days_of(self._read, group.tellings)
        day = when.first if when and when.first == when.last else None
        last = (when.last or when.first) if when else None
        weight *= nearness(last, self._begins) if last else 1.0
        return Line(group, head, head.stems, day, weight)

    def _worth(self, telling: Telling) -> float:
        worth = standing(self._read, telling) * self._news.centrality(telling.stems, day_of(telling))
        worth *= ENTRY if telling.id in self._entries else 1.0
        return worth * (PASSED if self._has_passed(telling) else 1.0)

    def _has_passed(self, telling: Telling) -> bool:
        """Whether it looks ahead to a day that is over: what happened then is the news of that day."""
        day = day_of(telling)
        return telling.status in AHEAD and day is not None and self._now is not None and day <= self._now
