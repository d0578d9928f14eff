"""Tellings that tell one thing, put together.

In: tellings in order of known. Out: groups, each opened by its earliest telling, its *anchor*. A telling looks back for
the group whose anchor it fits best and joins it, or opens its own; it never looks ahead (law 2), and only the anchor is
compared, so that groups don't creep from one event to the next through look-alikes. Tellings meet by day: those that
name one day meet those that name the same; news dated by its publication also meets what was told of the day before.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from throughline.chronicle.tellings import Telling, Told
from throughline.chronicle.words import overlap, stems

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


def grouped(told: Told, tellings: Iterable[Telling] | None = None) -> list[Group]:
    """Group all tellings, or those given, which must hold all that name the same days."""
    by_day: dict[Key, list[Group]] = {}
    groups: list[Group] = []
    for telling in told.tellings if tellings is None else tellings:
        mine = stems(told.sentence(telling))
        group = _best(telling, mine, _near(telling, by_day))
        if group is None:
            group = Group(telling, mine)
            groups.append(group)
            by_day.setdefault(_key(telling), []).append(group)
        group.tellings.append(telling)
    return groups


def _key(telling: Telling) -> Key:
    return (telling.days.first, telling.days.last) if telling.days else (None, None)


def _near(telling: Telling, by_day: Mapping[Key, Sequence[Group]]) -> Iterator[Group]:
    """Groups that the telling's days allow, nearest days first."""
    first, last = _key(telling)
    yield from by_day.get((first, last), ())
    if first and first == last:
        beside = first + _DAY if telling.is_sure else first - _DAY
        yield from (g for g in by_day.get((beside, beside), ()) if g.anchor.is_sure is not telling.is_sure)


def _best(telling: Telling, mine: frozenset[str], groups: Iterable[Group]) -> Group | None:
    best, best_fit = None, 0.0
    for group in groups:
        fit = _fit(telling, mine, group)
        if fit > best_fit:
            best, best_fit = group, fit
    return best


def _fit(telling: Telling, mine: frozenset[str], group: Group) -> float:
    """How well a telling fits a group: shared words above what the pair needs, or 0."""
    anchor = group.anchor
    if anchor.article == telling.article and anchor.start == telling.start:
        return 0.0  # two events of one sentence are two
    shared = overlap(mine, group.stems)
    return shared if shared >= _needed(telling, anchor) else 0.0


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
