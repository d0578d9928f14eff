"""A happening with all that tells it: derived when the story is read, as of a day."""

from dataclasses import dataclass
from datetime import date

from throughline.model.dossier import Whom
from throughline.model.evidence import Evidence
from throughline.model.findings import Plover, Status
from throughline.model.record import Dispute, Entry
from throughline.model.when import When


@dataclass(frozen=True, slots=True)
class Account:
    """A telling of a happening: a sentence of an article, and what it says.

    `event` is the id of the event, or of the telling where only a day was found in the sentence; `since` and `known`
    as in `Turn`. `when` has the words it was read from, where the sentence gives the day. `speaker` is who says so, by
    the article's own words. `voice` is the origin it counts for, by its name in `Card.voices`; `printed` are the
    articles that print the sentence again.
    """

    event: str
    evidence: Evidence
    outlet: str | None
    known: date | None
    since: date | None
    status: Status
    type: Plover | None
    when: When | None
    due: When | None
    condition: Evidence | None
    speaker: str | None
    voice: str | None
    printed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """An independent origin: its name, and the articles that have the happening from it, its own among them or not.

    `name` is None where it is an article of no known outlet: the first of these.
    """

    name: str | None
    articles: tuple[str, ...]
    is_own: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A happening and all that tells it: `accounts` in order of known, `voices` by how many have it from them.

    `whom` are those of its actors and recipients that the story knows, `hangs_on` the happenings that it hangs on,
    `disputes` those of which one of its sentences is a side.
    """

    entry: Entry
    whom: tuple[Whom, ...]
    accounts: tuple[Account, ...]
    voices: tuple[Voice, ...]
    hangs_on: tuple[Entry, ...] = ()
    disputes: tuple[Dispute, ...] = ()
