"""Which days and which lines weigh most, when a chronicle must be short.

In: groups of tellings. Out: a weight for every day and every line. A day weighs what articles tell of it, each article
once: those that name it, those whose news it was, and, double, those that still name it a week and more later; less,
where it was long before the first article (background) or beside a greater day. A line weighs by how much of what is
told of its day it holds (the mean share of the day's sentences that hold each of its words, the rarer words first), by
how many stand behind it, how well it reads alone, and whether it happened. Words are counted in the view alone, so that
a chronicle as of a day knows no words of later days (law 2).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from math import log, sqrt

from throughline.chronicle.grouping import Group
from throughline.chronicle.happenings import Reading, current, days_of, standing
from throughline.chronicle.query import Query
from throughline.chronicle.tellings import AHEAD, Telling
from throughline.chronicle.topic import Topic
from throughline.model import Status

# These weights were chosen by hand, round, on the ten development tasks of Timeline17, which decided between a few
# sizes and nothing finer; how little most of them matter there is in docs/decisions/chronicle-weights.md.
NAMED, NEWS = 1.0, 0.5  # an article that names a day; one whose undated news stands on its day of publication
REMEMBERED, LATER = 2.0, timedelta(days=7)  # a day that articles still name a week later counts double
ECHO = 0.1  # what a day loses of the weight of the greater of the days beside it, whose news runs on
_KEPT = 0.5  # of its own weight that it keeps at least
_MONTH, _DIM = timedelta(days=30), 0.1  # a day so long before the first article counts half; never less than that
ALONE = 5  # sentences more that a day's are counted as: what one of few says is not for that what all say
_LAST = date.max.toordinal()
_AHEAD = 0.5  # what is planned or hangs on a condition, beside what happened


@dataclass(frozen=True, slots=True)
class Line:
    """A group as a line: the telling that says it best, its stems, its day (None: no single day) and its weight."""

    group: Group
    head: Telling
    stems: frozenset[str]
    day: date | None
    weight: float


def _likely(status: Status) -> float:
    return _AHEAD if status in AHEAD else 1.0


def day_of(telling: Telling) -> date | None:
    """The one day that a telling is about, if it is one day."""
    days = telling.days
    return days.first if days and days.first == days.last else None


def _beside(weights: Mapping[date, float], day: date) -> float:
    """The weight of the greater of the days before and after one."""
    beside = (date.fromordinal(at) for at in (day.toordinal() - 1, day.toordinal() + 1) if 1 <= at <= _LAST)
    return max(weights.get(other, 0.0) for other in beside)


def _first(read: Reading) -> date | None:
    """The day of the earliest article."""
    return min((head.known for head in read.origins.heads.values() if head.known), default=None)


class Weights:
    """Weights of the days and lines of some groups."""

    def __init__(self, read: Reading, groups: Sequence[Group], asked: Query) -> None:
        self._read = read
        self._begins = None if asked.start or asked.end else _first(read)
        self._today: dict[date | None, Counter[str]] = {}
        self._sentences: Counter[date | None] = Counter()
        everywhere: Counter[str] = Counter()
        seen: set[tuple[date | None, str, int]] = set()
        tellings = [telling for group in groups for telling in group.tellings]
        self._topic = Topic(tellings)
        for telling in tellings:
            mine, day = telling.stems, day_of(telling)
            if (day, telling.article, telling.start) not in seen:
                seen.add((day, telling.article, telling.start))
                self._sentences[day] += 1
                self._today.setdefault(day, Counter()).update(mine)
                everywhere.update(mine)
        self._rarity = {stem: log(1 + len(seen) / count) for stem, count in everywhere.items()}

    def days(self, groups: Iterable[Group]) -> dict[date, float]:
        """The weight of every day that anything is told of."""
        best: dict[tuple[date, str], float] = {}
        for telling in (telling for group in groups for telling in group.tellings):
            day = day_of(telling)
            if day is not None:
                worth = (NAMED if telling.is_sure else NEWS) * _likely(telling.status) * self._topic.share(telling)
                worth *= self._nearness(day)
                if telling.known and telling.known - day >= LATER:
                    worth *= REMEMBERED
                for article in (telling.article, *self._read.told.prints.get(telling.id, ())):
                    best[day, article] = max(worth, best.get((day, article), 0.0))
        weights: dict[date, float] = {}
        for (day, _), worth in best.items():
            weights[day] = weights.get(day, 0.0) + worth
        return {day: max(_KEPT * weight, weight - ECHO * _beside(weights, day)) for day, weight in weights.items()}

    def line(self, group: Group) -> Line:
        """A group as a weighted line."""
        weight, head = max(((self._worth(t), t) for t in current(group.tellings)), key=lambda pair: pair[0])
        voices = {self._read.origins.voice(t.article) for t in group.tellings}
        weight *= (1 + log(len(voices))) * _likely(group.tellings[-1].status) * self._topic.share(head)
        when = days_of(self._read, group.tellings)
        day = when.first if when and when.first == when.last else None
        last = (when.last or when.first) if when else None
        weight *= self._nearness(last) if last else 1.0
        return Line(group, head, head.stems, day, weight)

    def _nearness(self, day: date) -> float:
        """What a day before the first article counts: what was long ago is background, unless days are asked for."""
        if self._begins is None or day >= self._begins:
            return 1.0
        return max(_DIM, _MONTH / (_MONTH + (self._begins - day)))

    def _worth(self, telling: Telling) -> float:
        return standing(self._read, telling) * self._centrality(telling.stems, day_of(telling))

    def _centrality(self, mine: AbstractSet[str], day: date | None) -> float:
        if not mine:
            return 0.0
        today, sentences = self._today[day], self._sentences[day] + ALONE
        return sum(today[stem] / sentences * self._rarity[stem] for stem in mine) / sqrt(len(mine))
