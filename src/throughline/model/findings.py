"""What an article says: mentions, times, statements, figures, events. Each rests on evidence in its article.

Ids are hashes of the kind, the evidence and whatever tells two findings at one place apart. `rule` names the
finder that made the record.
"""

from dataclasses import dataclass
from enum import StrEnum

from throughline.model.evidence import Evidence
from throughline.model.when import When


class MentionType(StrEnum):
    """What a mention is a mention of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    PLACE = "place"
    NATIONALITY = "nationality"
    GROUP = "group"
    FACILITY = "facility"
    PRODUCT = "product"
    OTHER = "other"


class MentionForm(StrEnum):
    """How it is mentioned."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, nominal or pronoun for somebody or some place.

    `name` is the fullest name that this article gives the same one ("He" and "Rasmussen" both carry "Anders
    Fogh Rasmussen"); for an unnamed source it is the nominal itself ("an alliance official"). `entity` is the
    key of a compiled table ("state:IRQ", "body:nato", "person:...") where one knows the name, else None.
    `role` is the words of an office or title beside the name ("NATO Secretary-General").
    """

    id: str
    evidence: Evidence
    type: MentionType
    form: MentionForm
    name: str
    entity: str | None = None
    role: Evidence | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: TIMEX3 type (DATE, TIME, DURATION, SET) and value, and the days it covers, if any.

    `when` is None for sets, for lengths from no day, and for an expression that nothing anchors ("Monday" on a page
    whose date is not known). `mod` is TIMEX3's: BEFORE, AFTER, ON_OR_BEFORE, ON_OR_AFTER, START, MID, END, APPROX,
    LESS_THAN, MORE_THAN, EQUAL_OR_LESS, EQUAL_OR_MORE, or nothing. `anchor` are the words of what it is counted
    from, where it is counted from something told: "the strike" in "a day after the strike".
    """

    id: str
    evidence: Evidence
    type: str
    value: str
    when: When | None
    rule: str = ""
    mod: str = ""
    anchor: Evidence | None = None


class Mode(StrEnum):
    """Whether a statement gives the words, the sense, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody in a finding: the words, and the mention's id where one was found there."""

    evidence: Evidence
    mention: str | None = None


@dataclass(frozen=True, slots=True)
class Relay:
    """One who passed a statement on ("cited by Reuters"): the name, the words, and the mention if found."""

    name: str
    evidence: Evidence
    mention: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution: who said (source), the word that says so (cue), what was said (content, in pieces).

    `evidence` covers all of it. `chain` lists those between the source and the article, nearest the source
    first. `said` is when the words were spoken. `is_thought`: not said, but thought, hoped, wanted or planned, as
    the article tells it.
    """

    id: str
    evidence: Evidence
    source: Participant | None
    cue: Evidence | None
    content: tuple[Evidence, ...]
    mode: Mode
    chain: tuple[Relay, ...] = ()
    said: When | None = None
    rule: str = ""
    is_thought: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """How many: both ends included, `low == high` for a plain number; None for an open end ("more than 5,000").

    `unit` is "" for counted things, else a unit ("USD", "percent", "km").
    """

    low: float | None
    high: float | None
    approximate: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount in context: how many of what (`of`: the counted words), when, in which statement (its id).

    `event` is the id of the event that the counted take part in ("killed" of "14 people were killed").
    """

    id: str
    evidence: Evidence
    amount: Amount
    of: Evidence | None
    when: When | None = None
    statement: str | None = None
    rule: str = ""
    event: str | None = None


class Plover(StrEnum):
    """The PLOVER event types (Open Event Data Alliance, 2018 onwards)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Status(StrEnum):
    """Whether an event took place, as this article has it."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    REQUESTED = "requested"
    CONDITIONAL = "conditional"
    DENIED = "denied"
    NOT_HAPPENED = "not_happened"

    @property
    def words(self) -> str:
        """As people say it: "not happened"."""
        return self.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, is planned, asked for, denied or called off.

    `evidence` is the sentence that says it, `trigger` the word; `type` is None where no PLOVER type fits.
    `when` is when it happens, `due` the day it must be done by, `condition` the words it hangs on, and
    `statement` the id of the statement it stands in, if any.
    """

    id: str
    evidence: Evidence
    trigger: Evidence
    type: Plover | None
    status: Status
    actor: tuple[Participant, ...] = ()
    recipient: tuple[Participant, ...] = ()
    place: tuple[Participant, ...] = ()
    when: When | None = None
    due: When | None = None
    condition: Evidence | None = None
    statement: str | None = None
    rule: str = ""


Finding = Mention | Time | Statement | Figure | Event


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found in one article, in text order. A finder gets those made before it."""

    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
