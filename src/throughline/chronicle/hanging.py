"""What hangs on what: an event whose condition waits for another happening hangs on that one.

In: tellings by happening, and the view that holds the conditions of their events. Out: for happenings that hang on
others, which. "Without an agreement by 31 December they will have to leave": the withdrawal hangs on the talks. What a
condition waits for names the other's deed: by its verb, by one of its family, or, where it is an agreement, by the
talks that lead to one. Of several the nearest is meant: told in the condition's sentence, else in its article, else in
another about the same matter and the same people, at about the same time.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from throughline.chronicle.conditions import awaited
from throughline.chronicle.deeds import families, families_in, timeless
from throughline.chronicle.pairs import meet, verb
from throughline.chronicle.tellings import Telling
from throughline.chronicle.turns import LATE, MATTER, TALKS, common_matter
from throughline.ledger.view import View
from throughline.model import Status
from throughline.text.gist import stems

_TALKING = "talks"
MOST = 0.6  # of the stems of what a condition waits for, those that a sentence about it holds at least
_HERE, _NEAR, _ELSEWHERE = 3, 2, 1  # in the condition's sentence, in its article, in another


class _Held(NamedTuple):
    """A telling and the number of the happening that it is of."""

    line: int
    telling: Telling


def hung(view: View, lines: Sequence[Sequence[Telling]]) -> dict[int, tuple[int, ...]]:
    """The numbers of the happenings that others hang on, by the number of the one that hangs, in order."""
    hanging = [
        _Held(number, telling)
        for number, line in enumerate(lines)
        for telling in line
        if telling.event and telling.status is Status.CONDITIONAL
    ]
    if not hanging:
        return {}
    waits = _waits(view, hanging)
    deeds = _by_deed(lines)
    found: dict[int, set[int]] = {}
    for held in hanging:
        named = waits.get(held.telling.event or "")
        nearest = max(_named(held, named, deeds), default=None) if named else None
        if nearest:
            found.setdefault(held.line, set()).add(-nearest[-1])
    return {line: tuple(sorted(others)) for line, others in found.items()}


def _waits(view: View, hanging: Sequence[_Held]) -> dict[str, frozenset[str]]:
    """The stems of what the conditions of events wait for."""
    found: dict[str, frozenset[str]] = {}
    for event in view.events(ids=[held.telling.event or "" for held in hanging]):
        words = event.condition.words if event.condition else ""
        waits = awaited(words)
        if waits:
            found[event.id] = timeless(stems(words[waits.start :]))
    return found


def _by_deed(lines: Sequence[Sequence[Telling]]) -> dict[str | int, list[_Held]]:
    """Tellings of events by their verbs, the families of these, and talks."""
    found: dict[str | int, list[_Held]] = {}
    for number, line in enumerate(lines):
        for telling in line:
            if telling.event:
                keys = {verb(telling), *families(telling), *((_TALKING,) if stems(telling.trigger) & TALKS else ())}
                for key in keys:
                    found.setdefault(key, []).append(_Held(number, telling))
    return found


def _named(
    held: _Held, named: frozenset[str], deeds: Mapping[str | int, Sequence[_Held]]
) -> Iterator[tuple[int, int, int]]:
    """Happenings that a condition's words name: how near, how much they share with it, and the number, negative."""
    plan = held.telling
    keys = {*named, *families_in(named), *((_TALKING,) if named & TALKS else ())}
    for other in (other for key in sorted(keys, key=str) for other in deeds.get(key, ())):
        telling = other.telling
        if other.line == held.line or not _is_of_its_time(plan, telling):
            continue
        is_talks = not stems(telling.trigger).isdisjoint(TALKS) and not named.isdisjoint(TALKS)
        if (plan.article, plan.start) == (telling.article, telling.start):
            if is_talks or telling.status is not Status.HAPPENED:
                yield _HERE, len(named & telling.stems), -other.line
        elif _is_meant(plan, telling) if is_talks else _holds(telling, named):
            near = _NEAR if plan.article == telling.article else _ELSEWHERE
            yield near, len(plan.stems & telling.stems), -other.line


def _holds(telling: Telling, named: frozenset[str]) -> bool:
    """Whether a sentence holds most of what a condition waits for: "a leak" is told of everywhere."""
    common = len(named & telling.stems)
    return common >= MATTER and common >= MOST * len(named)


def _is_of_its_time(plan: Telling, other: Telling) -> bool:
    if plan.known is None or other.known is None:
        return plan.article == other.article
    return abs(plan.known - other.known) <= LATE


def _is_meant(plan: Telling, talks: Telling) -> bool:
    """Whether talks are those that a condition means: on the same matter, and, in another article, of the same two."""
    mine, others = plan.actors | plan.recipients, talks.actors | talks.recipients
    is_near = plan.article == talks.article and not (mine and others)
    return common_matter(plan, talks) >= MATTER and (is_near or meet(mine, others))
