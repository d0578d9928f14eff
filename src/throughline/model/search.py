"""What a search finds: passages with the words marked, and how they may be narrowed."""

from dataclasses import dataclass

from throughline.model.evidence import Span
from throughline.model.record import Hit


@dataclass(frozen=True, slots=True)
class Found:
    """A passage, and where in its article's text the words stand that were looked for."""

    hit: Hit
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow a search: what it goes by (outlet, published or kind), the value, how many passages have it."""

    of: str
    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Results:
    """Some of the passages that hold words, oldest first. `total` counts all that are left when narrowed.

    `is_all` is False where more passages hold the words than were looked at: counts are of those that were.
    """

    words: str
    total: int
    found: tuple[Found, ...]
    facets: tuple[Facet, ...]
    is_all: bool = True
