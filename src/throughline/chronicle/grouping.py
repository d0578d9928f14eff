"""Tellings that tell one thing, put together.

In: tellings in order of known. Out: groups, each opened by its earliest telling, its *anchor*. A telling looks back for
the group of its days whose anchor it fits best and joins it, or opens its own; it never looks ahead (law 2), and only
the anchor is compared, so that groups don't creep from one event to the next through look-alikes. Then groups of news
that only its publication dates look for the group of the day before that words name, and the other way round: papers
print what happened yesterday. So a group depends on the tellings of its own day and of the days beside it alone.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import chain

from throughline.chronicle.tellings import Telling, Told

# Shares of the smaller sentence's stems that the other must hold, by what else agrees. A telling of one event in other
# words shares about a third of its content words with another; two events of one day, type and actor share fewer.
SAME_WORDS = 0.75  # whatever else differs
SAME_TRIGGER = 0.3  # one verb, one actor
SAME_TYPE = 0.4  # one type, one actor
NO_ACTOR = 0.45  # one verb or type; one of them names no actor
NO_EVENT = 0.5  # one of them is a dated sentence without an event that a finder knew
_TRIGGER_STEM = 6
_SMALL = frozenset("the a an of in on at its his her their our this that".split())
_DAY = timedelta(days=1)

Key = tuple[date | None, date | None]


@dataclass(slots=True)
class Group:
    """Tellings of one happening, earliest first."""

    anchor: Telling
    tellings: list[Telling] = field(default_factory=list)

    @property
    def stems(self) -> frozenset[str]:
        """Stems of the anchor's sentence."""
        return self.anchor.stems


def grouped(told: Told) -> list[Group]:
    """Group all tellings; in order of their anchors."""
    by_day: dict[Key, _Day] = {}
    groups: list[Group] = []
    for telling in told.tellings:
        day = by_day.setdefault(_key(telling), _Day())
        group = _best(telling, day)
        if group is None:
            group = Group(telling)
            groups.append(group)
            day.add(group)
        group.tellings.append(telling)
    rank = {telling.id: number for number, telling in enumerate(told.tellings)}
    return _joined(groups, rank)


class _Day:
    """Groups of one span of days, found by the stems that they share with a sentence."""

    def __init__(self) -> None:
        self._groups: list[Group] = []
        self._sizes: list[int] = []
        self._holders: dict[str, list[int]] = {}

    def add(self, group: Group) -> None:
        self._groups.append(group)

    def _index(self) -> None:
        """Take in the groups that were added since: most days are never asked."""
        for number in range(len(self._sizes), len(self._groups)):
            held = self._groups[number].stems
            for stem in held:
                self._holders.setdefault(stem, []).append(number)
            self._sizes.append(len(held))

    def alike(self, mine: frozenset[str]) -> Iterator[tuple[Group, float]]:
        """Groups that share enough to be worth a look, earliest first, with the share of the smaller set."""
        if not self._groups:
            return
        self._index()
        holders, sizes, size = self._holders, self._sizes, len(mine)
        shared = Counter(chain.from_iterable([holders[stem] for stem in mine if stem in holders]))
        near = [
            (number, count / smaller)
            for number, count in shared.items()
            if count >= SAME_TRIGGER * (smaller := min(size, sizes[number]))
        ]
        near.sort()
        for number, share in near:
            yield self._groups[number], share


def _key(telling: Telling) -> Key:
    return (telling.days.first, telling.days.last) if telling.days else (None, None)


def _joined(groups: Sequence[Group], rank: Mapping[str, int]) -> list[Group]:
    """Join news dated by its publication and tellings that name the day before; the later joins the earlier."""
    named: dict[date, _Day] = {}
    printed: dict[date, _Day] = {}
    joined: dict[str, Group] = {}
    kept: list[Group] = []
    for group in groups:
        day, last = _key(group.anchor)
        if day is None or day != last:
            kept.append(group)
            continue
        own, others = (named, printed) if group.anchor.is_sure else (printed, named)
        other = _best(group.anchor, others.get(_beside(day, group.anchor)))
        own.setdefault(day, _Day()).add(group)
        if other is None:
            kept.append(group)
            continue
        first = joined.get(other.anchor.id, other)
        joined[group.anchor.id] = first
        first.tellings = sorted(first.tellings + group.tellings, key=lambda t: rank[t.id])
    return kept


def _beside(day: date, anchor: Telling) -> date:
    """The day on which the other kind of telling tells of this one's; itself at the ends of the calendar."""
    if day in {date.min, date.max}:
        return day
    return day + _DAY if anchor.is_sure else day - _DAY


def _best(telling: Telling, day: _Day | None) -> Group | None:
    """The group whose anchor shares most with the telling, of those that share as much as the pair needs."""
    best, best_share = None, 0.0
    for group, share in day.alike(telling.stems) if day else ():
        anchor = group.anchor
        if share <= best_share or (anchor.article == telling.article and anchor.start == telling.start):
            continue  # two events of one sentence are two
        if share >= _needed(telling, anchor):
            best, best_share = group, share
    return best


def verb(telling: Telling) -> str:
    """The stem of the word that tells it."""
    return telling.trigger[:_TRIGGER_STEM]


def _needed(left: Telling, right: Telling) -> float:
    if left.event is None or right.event is None:
        return NO_EVENT
    same_trigger = verb(left) == verb(right)
    if not same_trigger and (left.type is None or left.type is not right.type):
        return SAME_WORDS
    if left.recipients and right.recipients and not _meet(left.recipients, right.recipients):
        return SAME_WORDS
    if left.actors and right.actors:
        if not _meet(left.actors, right.actors):
            return SAME_WORDS
        return SAME_TRIGGER if same_trigger else SAME_TYPE
    return NO_ACTOR


def _meet(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether one who takes part in both tellings is named, by one name or by more words of it."""
    names, others = ([_words(key) for key in keys] for keys in (left, right))
    return any(one <= two or two <= one for one in names for two in others)


@cache
def _words(key: str) -> frozenset[str]:
    """The words of a name that a phrase goes by, small ones left out; of a table's key, the key."""
    return frozenset(key.removeprefix("name:").split()) - _SMALL or frozenset((key,))
