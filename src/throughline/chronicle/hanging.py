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
from throughline.chronicle.deeds import families, families_in
from throughline.chronicle.pairs import meet, verb
from throughline.chronicle.tellings import Telling
from throughline.chronicle.turns import LATE, MATTER, TALKS, common_matter
from throughline.ledger.view import View
from throughline.model import Status
from throughline.text.gist import stems

_TALKING = "talks"
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
            found[event.id] = stems(words[waits.start :])
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
        if other.line == held.line:
            continue
        common = common_matter(plan, other.telling)
        if (plan.article, plan.start) == (other.telling.article, other.telling.start):
            yield _HERE, common, -other.line
        elif common >= MATTER and _is_of_its_time(plan, other.telling) and _is_kin(plan, other.telling):
            yield (_NEAR if plan.article == other.telling.article else _ELSEWHERE), common, -other.line


def _is_of_its_time(plan: Telling, other: Telling) -> bool:
    if plan.known is None or other.known is None:
        return plan.article == other.article
    return abs(plan.known - other.known) <= LATE


def _is_kin(plan: Telling, other: Telling) -> bool:
    """Whether one who takes part in both is told, or who takes part in either is not."""
    mine, others = plan.actors | plan.recipients, other.actors | other.recipients
    return not mine or not others or meet(mine, others)
