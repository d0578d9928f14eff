"""Which days and which lines weigh most, when a chronicle must be short.

In: groups of tellings. Out: a weight for every day and every line. A day weighs what independent voices tell of it:
those who name it, and those whose news it was. A line weighs by how many stand behind it, how central its words are to
what is told of its day, how well it reads alone, and whether it happened. Word counts come from the view alone, so that
a chronicle as of a day knows no words of later days (law 2).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log, sqrt

from throughline.chronicle.grouping import Group
from throughline.chronicle.happenings import Reading, reporters, standing
from throughline.chronicle.tellings import Telling
from throughline.chronicle.words import stems
from throughline.model import Status

NAMED, NEWS = 1.0, 0.5  # what a day weighs more by an article that names it, and by one whose news it was
_STATUS = {
    Status.HAPPENED: 1.0, Status.ONGOING: 0.9, Status.NOT_HAPPENED: 0.9, Status.DENIED: 0.8, Status.REQUESTED: 0.8,
    Status.PLANNED: 0.5, Status.CONDITIONAL: 0.4,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A group as a line: the telling that says it best, its stems, its day (None: no single day) and its weight."""

    group: Group
    head: Telling
    stems: frozenset[str]
    day: date | None
    weight: float


def day_of(telling: Telling) -> date | None:
    """The one day that a telling is about, if it is one day."""
    days = telling.days
    return days.first if days and days.first == days.last else None


def day_weights(read: Reading, groups: Iterable[Group]) -> dict[date, float]:
    """Weight of every day that anything is told of: each voice counts once a day, with the best it has."""
    best_of: dict[tuple[date, str], float] = {}
    for group in groups:
        for telling in group.tellings:
            day = day_of(telling)
            if day is None:
                continue
            worth = (NAMED if telling.is_sure else NEWS) * _STATUS[telling.status]
            for article in (telling.article, *read.told.prints.get(telling.id, ())):
                key = (day, article)
                best_of[key] = max(worth, best_of.get(key, 0.0))
    weights: dict[date, float] = {}
    for (day, _), worth in best_of.items():
        weights[day] = weights.get(day, 0.0) + worth
    return weights


def lines(read: Reading, groups: Sequence[Group]) -> list[Line]:
    """Every group as a weighted line."""
    central = _Centrality(read, groups)
    found = []
    for group in groups:
        rated = [(standing(read, t) * central.of(t), t) for t in group.tellings]
        worth, head = max(rated, key=lambda pair: pair[0])
        told_by = {read.origins.voice(t.article) for t in group.tellings}
        backing = log(1 + len(told_by)) + log(1 + len(reporters(read, group))) / 4
        weight = worth * (1 + backing) * _STATUS[group.tellings[-1].status]
        found.append(Line(group, head, central.stems(head), day_of(group.anchor), weight))
    return found


class _Centrality:
    """How much of what is told of a day a sentence holds."""

    def __init__(self, read: Reading, groups: Sequence[Group]) -> None:
        self._read = read
        self._stems: dict[tuple[str, int], frozenset[str]] = {}
        everywhere: Counter[str] = Counter()
        self._by_day: dict[date | None, Counter[str]] = {}
        for group in groups:
            for telling in group.tellings:
                mine = self.stems(telling)
                everywhere.update(mine)
                self._by_day.setdefault(day_of(telling), Counter()).update(mine)
        total = max(1, len(self._stems))
        self._rarity: Mapping[str, float] = {stem: log(1 + total / n) for stem, n in everywhere.items()}

    def stems(self, telling: Telling) -> frozenset[str]:
        place = (telling.article, telling.start)
        if place not in self._stems:
            self._stems[place] = stems(self._read.told.words[place])
        return self._stems[place]

    def of(self, telling: Telling) -> float:
        today, mine = self._by_day[day_of(telling)], self.stems(telling)
        if not mine:
            return 0.0
        return sum(log(1 + today[stem]) * self._rarity[stem] for stem in mine) / sqrt(len(mine))
