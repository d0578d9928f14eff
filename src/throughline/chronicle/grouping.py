"""Tellings that tell one thing, put together.

In: tellings in order of known. Out: groups, each opened by its earliest telling, its *anchor*. A telling looks back for
the group whose anchor it fits best and joins it, or opens its own; it never looks ahead (law 2), and only the anchor is
compared, so that groups don't creep from one event to the next through look-alikes. Tellings meet by day: those that
name one day meet those that name the same; news dated by its publication also meets what was told of the day before.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from throughline.chronicle.tellings import Telling, Told
from throughline.chronicle.words import stems

# Shares of the smaller sentence's stems that the other must hold, by what else agrees. A telling of one event in other
# words shares about a third of its content words with another; two events of one day, type and actor share fewer.
SAME_WORDS = 0.75  # whatever else differs
SAME_TRIGGER = 0.3  # one verb, one actor
SAME_TYPE = 0.4  # one type, one actor
NO_ACTOR = 0.45  # one verb or type; one of them names no actor
NO_EVENT = 0.5  # one of them is a dated sentence without an event that a finder knew
_TRIGGER_STEM = 6
_DAY = timedelta(days=1)

Key = tuple[date | None, date | None]


@dataclass(slots=True)
class Group:
    """Tellings of one happening, earliest first."""

    anchor: Telling
    stems: frozenset[str]
    tellings: list[Telling] = field(default_factory=list)


def grouped(told: Told) -> list[Group]:
    """Group all tellings."""
    by_day: dict[Key, _Day] = {}
    groups: list[Group] = []
    for telling in told.tellings:
        mine = stems(told.sentence(telling))
        group = _best(telling, mine, _near(telling, by_day))
        if group is None:
            group = Group(telling, mine)
            groups.append(group)
            by_day.setdefault(_key(telling), _Day()).add(group)
        group.tellings.append(telling)
    return groups


class _Day:
    """Groups of one span of days, found by the stems that they share with a sentence."""

    def __init__(self) -> None:
        self._groups: list[Group] = []
        self._holders: dict[str, list[int]] = {}

    def add(self, group: Group) -> None:
        for stem in group.stems:
            self._holders.setdefault(stem, []).append(len(self._groups))
        self._groups.append(group)

    def alike(self, mine: frozenset[str]) -> Iterator[tuple[Group, float]]:
        """Groups that share enough to be worth a look, earliest first, with the share of the smaller set."""
        shared: Counter[int] = Counter()
        for stem in mine:
            shared.update(self._holders.get(stem, ()))
        for number in sorted(shared):
            group = self._groups[number]
            share = shared[number] / min(len(mine), len(group.stems))
            if share >= SAME_TRIGGER:
                yield group, share


def _key(telling: Telling) -> Key:
    return (telling.days.first, telling.days.last) if telling.days else (None, None)


def _near(telling: Telling, by_day: Mapping[Key, _Day]) -> Iterator[_Day]:
    """Days that the telling's days allow: its own, and beside news dated by publication the day that words name."""
    first, last = _key(telling)
    if (first, last) in by_day:
        yield by_day[first, last]
    if first and first == last:
        beside = first + _DAY if telling.is_sure else first - _DAY
        if (beside, beside) in by_day:
            yield by_day[beside, beside]


def _best(telling: Telling, mine: frozenset[str], days: Iterable[_Day]) -> Group | None:
    """The group whose anchor shares most with the telling, of those that share as much as the pair needs."""
    best, best_share = None, 0.0
    for day in days:
        for group, share in day.alike(mine):
            anchor = group.anchor
            if anchor.article == telling.article and anchor.start == telling.start:
                continue  # two events of one sentence are two
            is_beside = _key(anchor) != _key(telling)
            if is_beside and anchor.is_sure is telling.is_sure:
                continue
            if share > best_share and share >= _needed(telling, anchor):
                best, best_share = group, share
    return best


def _needed(left: Telling, right: Telling) -> float:
    if left.event is None or right.event is None:
        return NO_EVENT
    same_trigger = left.trigger[:_TRIGGER_STEM] == right.trigger[:_TRIGGER_STEM]
    if not same_trigger and (left.type is None or left.type is not right.type):
        return SAME_WORDS
    if left.recipients and right.recipients and not left.recipients & right.recipients:
        return SAME_WORDS
    if left.actors and right.actors:
        if not left.actors & right.actors:
            return SAME_WORDS
        return SAME_TRIGGER if same_trigger else SAME_TYPE
    return NO_ACTOR
