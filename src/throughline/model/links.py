"""What joins records, what people decide, and what went wrong."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Relation(StrEnum):
    """How two records are joined."""

    SAME = "same"
    NOT_SAME = "not same"
    COPY_OF = "copy of"
    UPDATES = "updates"
    CONTRADICTS = "contradicts"


@dataclass(frozen=True, slots=True)
class Link:
    """A decision about a pair. `left` is the later one ("left is a copy of right"); `weight` is in (0, 1].

    `reasons` are for a person. `known` is since when a reader could know it: the later of the two articles'
    days, None while one of them is undated.
    """

    id: str
    left: str
    right: str
    relation: Relation
    weight: float
    reasons: tuple[str, ...]
    known: date | None


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person decided about a record, when (UTC) and why. Rulings are only ever added."""

    id: str
    target: str
    verdict: str
    value: str
    reason: str
    author: str
    made: datetime


class Severity(StrEnum):
    """How bad a problem is."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read or does not fit: where, what, how bad, and what to do about it.

    `page` is the id of the page it concerns, where its bytes are kept; None where there was nothing to keep.
    """

    id: str
    where: str
    what: str
    severity: Severity
    advice: str
    page: str | None = None
