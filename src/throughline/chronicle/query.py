"""What is asked of the chronicle.

In: days as people give them. Out: `Query`. Invariant: days that run backwards are refused, never turned round.
"""

from dataclasses import dataclass
from datetime import date

from throughline.errors import QueryError
from throughline.model import Plover, Status, When


@dataclass(frozen=True, slots=True)
class Query:
    """Which entries to give. Every part that is None asks for nothing.

    `start` and `end` bound `when` (both included); `about` is a name or words of the line; `top` is how many entries
    at most, the weightiest kept (0: all); `days` how many distinct days at most; `per_day` how many entries a day;
    `status` is the latest known; `outlet` has told it, by its whole name.
    """

    start: date | None = None
    end: date | None = None
    about: str | None = None
    type: Plover | None = None
    top: int | None = None
    days: int | None = None
    per_day: int | None = None
    status: Status | None = None
    outlet: str | None = None


def between(start: When | None, end: When | None) -> tuple[date | None, date | None]:
    """The first day and the last that are asked for; of vague days, all. QueryError where the first comes after."""
    first, last = start.first if start else None, end.last if end else None
    if first and last and first > last:
        raise QueryError(f"{first} is after {last}: give the earlier day first")
    return first, last
