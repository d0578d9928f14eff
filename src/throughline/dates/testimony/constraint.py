"""A small constraint problem: which days a page may have been published on.

In: constraints, each a set of day windows with a strength, a reason for a person and the words it rests on. Out: the
days left when they are all put on, strongest first; one that would leave no day is dropped, and said to be. Hints
bound nothing: they only say which of the days left is likeliest (`guess`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from throughline.model import Evidence

Window = tuple[date, date]


class Strength(IntEnum):
    """How sure a constraint is. A weaker one gives way."""

    GIVEN = 4  # a page is not younger than its capture
    CERTAIN = 3  # a page is not older than what it reports
    LIKELY = 2  # what is still ahead has not passed; who speaks in an office holds it
    POSSIBLE = 1  # reckoning from round numbers
    HINT = 0  # what is mostly so: it leads a guess and rules nothing out


@dataclass(frozen=True, slots=True)
class Constraint:
    """Days on which a page may have been published, why, and the words that say so.

    `recurs`: its windows come again every so many years, so that it says nothing until both ends are known. `rule`
    names what read it. `weight` is how much a hint speaks for its days, beside other hints.
    """

    windows: tuple[Window, ...]
    strength: Strength
    reason: str
    evidence: Evidence | None = None
    recurs: bool = False
    rule: str = ""
    weight: float = 1.0

    def allows(self, day: date) -> bool:
        """Tell whether the page may be of a day."""
        return any(first <= day <= last for first, last in self.windows)


@dataclass(frozen=True, slots=True)
class Solution:
    """The days left (none known when empty), what they rest on, and what was dropped."""

    windows: tuple[Window, ...]
    used: tuple[Constraint, ...]
    dropped: tuple[Constraint, ...]

    @property
    def hull(self) -> Window:
        """The first and the last day left."""
        return self.windows[0][0], self.windows[-1][1]


ALWAYS: Window = (date.min, date.max)


def not_before(day: date) -> tuple[Window, ...]:
    """That day and all after it."""
    return ((day, date.max),)


def not_after(day: date) -> tuple[Window, ...]:
    """That day and all before it."""
    return ((date.min, day),)


def joined(windows: Iterable[Window]) -> tuple[Window, ...]:
    """Join windows that meet, in order."""
    found: list[Window] = []
    for first, last in sorted(windows):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return tuple(found)


def solve(constraints: Iterable[Constraint]) -> Solution:
    """Put constraints on, strongest first; among equals the one that leaves most days first, so fewest are dropped."""
    windows: tuple[Window, ...] = (ALWAYS,)
    used: list[Constraint] = []
    dropped: list[Constraint] = []
    for constraint in sorted((c for c in constraints if c.strength is not Strength.HINT), key=_order):
        if constraint.recurs and not (windows[0][0] > date.min and windows[-1][1] < date.max):
            continue
        left = _meet(windows, constraint.windows)
        if not left:
            dropped.append(constraint)
        elif left != windows:
            windows = left
            used.append(constraint)
    return Solution(windows, _needed(used), tuple(dropped))


def _order(constraint: Constraint) -> tuple[bool, int, int, str]:
    days = sum((last - first).days for first, last in constraint.windows)
    return constraint.recurs, -constraint.strength, -days, constraint.reason


def _meet(one: Sequence[Window], two: Sequence[Window]) -> tuple[Window, ...]:
    return tuple(
        (max(a_first, b_first), min(a_last, b_last))
        for a_first, a_last in one
        for b_first, b_last in two
        if a_first <= b_last and b_first <= a_last
    )


def _needed(used: Sequence[Constraint]) -> tuple[Constraint, ...]:
    """Leave out constraints that change nothing once the others are put on: a person's time is dear."""
    ends = _ends(used)
    kept = list(used)
    for constraint in reversed(used):
        others = [c for c in kept if c is not constraint]
        if _ends(others) == ends:
            kept = others
    return tuple(kept)


def _ends(constraints: Sequence[Constraint]) -> Window:
    windows: tuple[Window, ...] = (ALWAYS,)
    for constraint in constraints:
        windows = _meet(windows, constraint.windows)
    return windows[0][0], windows[-1][1]
