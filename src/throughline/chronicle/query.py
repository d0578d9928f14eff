"""What is asked of the chronicle."""

from dataclasses import dataclass
from datetime import date

from throughline.model import Plover, Status


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
