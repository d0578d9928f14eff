"""What is derived when the story is read: never stored as truth, always computed as of a day."""

from dataclasses import dataclass
from datetime import date

from throughline.model.evidence import Evidence
from throughline.model.findings import Event, Figure, MentionType, Plover, Status
from throughline.model.when import When


@dataclass(frozen=True, slots=True)
class ActorRole:
    """An office or title that an actor is given, and from when to when pages give it."""

    words: str
    first: date | None
    last: date | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Actor:
    """Mentions that are one person or body. `mentions` counts them."""

    id: str
    name: str
    type: MentionType
    aliases: tuple[str, ...]
    roles: tuple[ActorRole, ...]
    mentions: int


@dataclass(frozen=True, slots=True)
class Turn:
    """A point in a happening's history: since `known`, pages give it this status."""

    known: date | None
    status: Status
    event: str


@dataclass(frozen=True, slots=True)
class Happening:
    """Events that are one. `reports` counts articles, `origins` independent ones; `headline` says it best."""

    id: str
    type: Plover | None
    headline: Evidence
    when: When | None
    status: Status
    events: tuple[str, ...]
    reports: int
    origins: int
    known: date | None
    history: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a series. `when` is the days it is true of; `known`, since when it was known."""

    figure: str
    when: When | None
    low: float | None
    high: float | None
    known: date | None


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one quantity, in time order."""

    id: str
    of: str
    unit: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A due or conditional event and what became of it: met, missed, dropped, open or unknown."""

    id: str
    event: Event
    due: When | None
    condition: Evidence | None
    outcome: str
    outcome_event: str | None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a dispute: the words, who printed them, and since when they were known."""

    words: str
    evidence: Evidence
    outlet: str | None
    known: date | None


@dataclass(frozen=True, slots=True)
class Dispute:
    """What contradicts what, side by side, without a verdict. `about` is figure, date, status or stance."""

    id: str
    about: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated line of the chronicle: a happening, with the outlets that told it."""

    happening: Happening
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    due: When | None
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chronicle:
    """Entries in order of when, as known on `as_of` (None: all that the story holds)."""

    as_of: date | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class State:
    """What stands: open deadlines, what is ongoing or planned, the latest of each series."""

    as_of: date | None
    deadlines: tuple[Deadline, ...]
    standing: tuple[Entry, ...]
    figures: tuple[tuple[Series, Figure], ...]
