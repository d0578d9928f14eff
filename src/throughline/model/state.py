"""Where things stand, and who stands where: derived when the story is read, as of a day."""

from dataclasses import dataclass
from datetime import date

from throughline.model.evidence import Evidence
from throughline.model.findings import Figure
from throughline.model.record import Actor, Deadline, Dispute, Doubt, Entry, Series
from throughline.model.when import When


@dataclass(frozen=True, slots=True)
class Stance:
    """What somebody said on a matter, once. `holds` says it to people: "refuses: “step down”".

    `evidence` is the sentence, `statement` the id of the statement it stands in; `reports` counts the articles that
    give the same stance on the same day of publication. `was` is the sentence of the stance before it that this one
    can't stand beside: the speaker has changed it.
    """

    holds: str
    evidence: Evidence
    statement: str
    known: date | None
    outlet: str | None
    reports: int = 1
    was: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """What an actor has said on one matter, in order of since when it is known. `about` names whom it is about."""

    id: str
    actor: Actor
    matter: str
    about: tuple[str, ...]
    stances: tuple[Stance, ...]

    @property
    def has_changed(self) -> bool:
        """Whether a later stance excludes an earlier one."""
        return any(stance.was is not None for stance in self.stances)


@dataclass(frozen=True, slots=True)
class Standing:
    """A line of a state of play: an entry, and the days of publication of the last report that tells it.

    `is_decided`: what is planned has been decided, agreed or voted, as the line says.
    """

    entry: Entry
    told: When | None
    is_decided: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """Where things stand: what is due, under way, planned and asked for, what happened lately, what is not known.

    `deadlines` are open, the soonest first; `standing` is under way, planned or asked for, the weightiest first;
    `figures` are the latest of the series that are still told of. `happened` came about, was decided or came to
    nothing lately; `positions` are who said lately where they stand; `settled` are deadlines whose day came lately;
    `untold` are plans whose day has passed and of which no report says whether. `news` are the days of the latest
    report of all, `reports` and `outlets` count what the page rests on, `since` is the day from which on something
    counts as told lately. `perhaps` are the pages that may have been known by the day but were not for certain: left
    out, or, where `is_maybe`, counted in.
    """

    as_of: date | None
    deadlines: tuple[Deadline, ...]
    standing: tuple[Standing, ...]
    figures: tuple[tuple[Series, Figure], ...]
    happened: tuple[Standing, ...] = ()
    settled: tuple[Deadline, ...] = ()
    untold: tuple[Standing, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    news: When | None = None
    since: date | None = None
    reports: int = 0
    outlets: int = 0
    perhaps: tuple[Doubt, ...] = ()
    is_maybe: bool = False
    positions: tuple[Position, ...] = ()
