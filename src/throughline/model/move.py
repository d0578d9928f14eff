"""What a ruling moved or changed: the other half of "nothing is overwritten"."""

from dataclasses import dataclass

from throughline.model.evidence import Evidence
from throughline.model.links import Ruling
from throughline.model.when import When


@dataclass(frozen=True, slots=True)
class Move:
    """One record whose days another date of its page moved, or that came or went with it.

    `what` says which of its days: "published", "when", "due", "said". `status` is how its status changed ("planned to
    happened"), that it came ("found") or went ("no longer found"), or nothing.
    """

    record: str
    what: str
    evidence: Evidence | None
    before: When | None
    after: When | None
    status: str = ""


@dataclass(frozen=True, slots=True)
class Shift:
    """One record that a ruling changed, in words: as it was before, and as it is by it; None where it is not there."""

    record: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Moves:
    """A ruling, the article whose date it settles, if any, and all that moved, in text order, the article first.

    `shifts` are what another ruling than one on a date changed.
    """

    ruling: Ruling
    article: str | None
    moves: tuple[Move, ...]
    shifts: tuple[Shift, ...] = ()
