"""Turns of one happening on different days: a plan, its repeats, and what became of it.

In: groups of tellings of one time each, in order of since when they are known. Out: the same, those joined that tell
one deed at different points of its history: "will leave by 31 December" (known 5 December), "is leaving" (12), "left on
the 20th". A group looks back for one whose deed still lay ahead: told with the same verb or one of its family, done by
and to the same, about the same matter, in time. One deed is done on one day: what is done on other days are other deeds
of the kind, and stay apart.
"""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from throughline.chronicle.deeds import families_in, is_partial, timeless
from throughline.chronicle.pairs import WEEK, differ, meet, shared, stem_of, verb
from throughline.chronicle.tellings import Telling
from throughline.model import Plover, Status
from throughline.text.gist import stems

Tellings = Sequence[Telling]

# What a plan and a later telling of its deed share, as a share of the smaller sentence's stems. Of 35 histories so made
# in two stories of the oil spill, 27 were read as one deed. What missed were verbs of no type, done by things
# ("leaking", "happen"), and what had happened before the plan and was told after it, without a day: both need more.
SAME_VERB, SAME_FAMILY = 0.3, 0.45
UNTYPED, UNNAMED = 0.4, 0.5  # verbs without a type; done by nobody that a table knows
SAME_TALKS = 0.15  # talks between the same two
NO_DAY = 0.1  # more, where nobody says how long ago it was done
BOTH = 0.1  # less, where both who does it and to whom are the same
MATTER = 2  # stems of the matter that they share at least
LATE = timedelta(days=92)  # what is done a quarter of a year after its day is told as another deed
SLIPPED = timedelta(days=31)  # a plan for a day of its own is told of as late for a month, and then as another
_AHEAD: Final = frozenset({Status.PLANNED, Status.CONDITIONAL, Status.REQUESTED})
# What goes on until it comes to something: talks and withdrawals; strikes and protests only go on.
_PROCESSES: Final = frozenset({Plover.CONSULT, Plover.AGREE, Plover.RETREAT})
TALKS: Final = stems("negotiation negotiations negotiate negotiated talks agree agreed agreement accord deal treaty")
_TALKING: Final = "talks"
_TAKING_PLACE: Final = frozenset({Status.HAPPENED, Status.ONGOING})
_DAY = timedelta(days=1)


def turned(groups: Sequence[Tellings], apart: AbstractSet[frozenset[str]] = frozenset()) -> list[list[Telling]]:
    """Join groups of one deed, save those with tellings that are ruled apart; each in order of known.

    `apart` holds pairs of tellings' ids.
    """
    held = _Open(_Parties(groups))
    lines: list[_Line] = []
    for group in groups:
        before = (each for each in held.before(group) if not (apart and _is_ruled(each[1], group, apart)))
        found = max(before, key=lambda each: (each[0], -each[1].number), default=None)
        if found is None:
            line = _Line(len(lines))
            lines.append(line)
        else:
            line = found[1]
        line.add(group)
        held.add(line, group)
    return [line.tellings for line in lines]


def _is_ruled(line: "_Line", group: Tellings, apart: AbstractSet[frozenset[str]]) -> bool:
    return any(frozenset((one.id, other.id)) in apart for one in line.tellings for other in group)


class _Line:
    """Groups that are one so far. `done`: the days on which it was done, if it is known to be."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.tellings: list[Telling] = []
        self.done: tuple[date, date] | None = None

    def add(self, group: Tellings) -> None:
        self.tellings.extend(group)
        self.done = self.done or _done(group)

    def takes(self, group: Tellings) -> bool:
        """Whether what a group tells can be of this line: not done yet, or done on the same days."""
        if self.done is None:
            return True
        days = _done(group)
        return days is not None and days[0] <= self.done[1] + _DAY and self.done[0] <= days[1] + _DAY


class _Plan(NamedTuple):
    """A telling of what is open, the last day that a later turn of it can be of, and its line."""

    reach: date
    telling: Telling
    line: _Line


def _latest(plan: _Plan) -> date:
    return plan.reach


class _Open:
    """Tellings of what lies ahead or goes on, by the verb and the families that they go by."""

    def __init__(self, parties: "_Parties") -> None:
        self._held: dict[str | int, list[_Plan]] = {}
        self._parties = parties

    def add(self, line: _Line, group: Tellings) -> None:
        for telling in group:
            if telling.known is not None and is_open(telling):
                plan = _Plan(_reach(telling, telling.known), telling, line)
                for key in _deeds(telling.trigger):
                    insort(self._held.setdefault(key, []), plan, key=_latest)

    def before(self, group: Tellings) -> Iterator[tuple[float, _Line]]:
        """Lines that a group may be a turn of, with how much speaks for it."""
        for telling in group:
            if telling.event is None or telling.known is None:
                continue
            held = telling.stems
            day = (telling.status in _TAKING_PLACE and _span(telling)[0]) or telling.known
            for key in _deeds(telling.trigger):
                plans = self._held.get(key, [])
                for _, plan, line in plans[bisect_left(plans, day, key=_latest) :]:
                    if len(held & plan.stems) >= MATTER:
                        value = _fit(plan, telling, self._parties)
                        if value and line.takes(group):
                            yield value, line


def common_matter(left: Telling, right: Telling) -> int:
    """How many stems of the matter two sentences share: deeds, numbers and the calendar left out."""
    common = left.stems & right.stems
    return sum(1 for stem in timeless(common) if not families_in((stem,))) if len(common) >= MATTER else 0


def is_open(telling: Telling) -> bool:
    """Whether what it tells is not done yet."""
    if telling.event is None:
        return False
    return telling.status in _AHEAD or (telling.status is Status.ONGOING and telling.type in _PROCESSES)


@lru_cache(maxsize=4096)
def _deeds(trigger: str) -> frozenset[str | int]:
    """What a deed goes by: its verb, the families of the verb; all talks are of one family, with what they lead to."""
    words = stems(trigger)
    return frozenset((stem_of(trigger), *families_in(words), *((_TALKING,) if words & TALKS else ())))


def _fit(plan: Telling, telling: Telling, parties: "_Parties") -> float:
    """How well a telling tells a later turn of what another told as open; 0 where it does not."""
    if (plan.article, plan.start) == (telling.article, telling.start) or common_matter(plan, telling) < MATTER:
        return 0.0
    if not _in_time(plan, telling) or differ(plan, telling):
        return 0.0
    same = _common(parties.of(plan), parties.of(telling))
    share = shared(plan, telling)
    return share + len(same) if same and share >= _needed(plan, telling, same) else 0.0


def _needed(plan: Telling, telling: Telling, same: AbstractSet[str]) -> float:
    if len(same) > 1 and stems(plan.trigger) & TALKS and stems(telling.trigger) & TALKS:
        return SAME_TALKS
    more = NO_DAY if telling.status in _TAKING_PLACE and _span(telling)[0] is None else 0.0
    more -= BOTH if len(same) > 1 else 0.0
    if plan.type is None and telling.type is None:
        is_known = any(not key.startswith("name:") for key in same)
        return more + (UNTYPED if is_known else UNNAMED)
    return more + (SAME_VERB if verb(plan) == verb(telling) else SAME_FAMILY)


def _reach(plan: Telling, known: date) -> date:
    """The last day that a later turn of a plan can be of."""
    first, last = _span(plan)
    is_of_days = plan.is_sure and first is not None and last is not None and last - first <= WEEK
    return _later((plan.due.last if plan.due else None) or last or known, SLIPPED if is_of_days else LATE)


def _in_time(plan: Telling, telling: Telling) -> bool:
    """Whether what a telling tells came after what was open was told; that it is in reach is known."""
    if plan.known is None or telling.known is None:
        return False
    if (telling.known, telling.since or date.min) < (plan.known, plan.since or date.min):
        return False
    if telling.status not in _TAKING_PLACE:
        return True
    begins, _ = _span(telling)
    if begins is None:  # nobody says how long ago it was
        return telling.known > plan.known and not is_partial(telling)
    return begins >= _earlier(_span(plan)[0] or plan.since or plan.known)


def _span(telling: Telling) -> tuple[date | None, date | None]:
    return (telling.days.first, telling.days.last) if telling.days else (None, None)


def _done(group: Tellings) -> tuple[date, date] | None:
    """The days on which a group's deed was done, where they are known to a week."""
    for telling in group:
        first, last = _span(telling)
        if telling.status is Status.HAPPENED and first and last and last - first <= WEEK:
            return first, last
    return None


class _Parties:
    """Who takes part in tellings; where one names nobody, whoever takes part in what else its sentence tells."""

    def __init__(self, groups: Sequence[Tellings]) -> None:
        self._here: dict[tuple[str, int], list[Telling]] = {}
        for telling in (telling for group in groups for telling in group):
            self._here.setdefault((telling.article, telling.start), []).append(telling)

    def of(self, telling: Telling) -> frozenset[str]:
        """The keys of those who take part in a telling."""
        own = telling.actors | telling.recipients
        return own or frozenset[str]().union(
            *(t.actors | t.recipients for t in self._here[telling.article, telling.start])
        )


def _common(left: frozenset[str], right: frozenset[str]) -> frozenset[str]:
    """Who takes part in both: of the fewer, those whose names are in others' or hold them."""
    few, many = sorted((left, right), key=len)
    return frozenset(key for key in few if meet(frozenset((key,)), many))


def _later(day: date, by: timedelta) -> date:
    return min(day, date.max - by) + by


def _earlier(day: date) -> date:
    return max(day, date.min + _DAY) - _DAY
