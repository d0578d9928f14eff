"""What is derived when the story is read: never stored as truth, always computed as of a day."""

from dataclasses import dataclass
from datetime import date

from throughline.model.article import Note, Rival
from throughline.model.evidence import Evidence
from throughline.model.findings import Event, MentionType, Plover, Statement, Status
from throughline.model.links import Link, Problem
from throughline.model.setting import Setting
from throughline.model.when import When


@dataclass(frozen=True, slots=True)
class ActorRole:
    """An office or title that an actor is given, and from when to when pages give it.

    `since` and `until` are the days of the office itself, where the table of offices knows which one is meant; an end
    that lay ahead on the day asked about is not told.
    """

    words: str
    first: date | None
    last: date | None
    evidence: Evidence
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Joint:
    """Why another name is an actor's, or what a name stands for: its key, the name, the reason."""

    key: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Mentions that are one person or body. `mentions` counts them, `articles` the articles that hold them.

    `joined` says of every other key that it is made of why that one is the same; `stands_for` whom a metonym ("the
    Kremlin") may mean, which stays an actor of its own.
    """

    id: str
    name: str
    type: MentionType
    aliases: tuple[str, ...]
    roles: tuple[ActorRole, ...]
    mentions: int
    entity: str | None = None
    articles: int = 0
    joined: tuple[Joint, ...] = ()
    stands_for: tuple[Joint, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """A point in a happening's history: since `known`, pages give it this status.

    Where the day of the page that says so is not sure, `since` is the first day that it can be of, and `known` the
    last. `type` and `words` are those of the telling. A turn of another happening, one that this hangs on (the talks,
    without whose agreement they will leave), gives that one's id as `happening`.
    """

    known: date | None
    status: Status
    event: str
    since: date | None = None
    type: Plover | None = None
    words: Evidence | None = None
    happening: str | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """Events that are one. `reports` counts articles, `origins` independent ones; `headline` says it best.

    `events` are ids in the order they became known; it is empty where only a dated sentence tells it, and no finder
    knew its verb. `told` holds the articles' ids. `known` is the earliest.
    """

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
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a series. `when` is the days it is true of; `known`, since when it was known.

    `source` says whose figure it is: the speaker it is credited to, else the outlet. `scope`: the place it is told of.
    """

    figure: str
    when: When | None
    low: float | None
    high: float | None
    known: date | None
    approximate: bool = False
    evidence: Evidence | None = None
    reports: int = 1
    origins: int = 1
    source: str | None = None
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one quantity, in time order."""

    id: str
    of: str
    unit: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A due or conditional event and what became of it: met, missed, dropped, open or unknown.

    `awaited` are the words that must come about ("an agreement by Dec. 31"), where what is due is the condition of
    the event ("without an agreement by Dec. 31, they leave"); None where it is the event itself. `told` are the
    sentences that say what became of it, `known` is since when it is known, and `account` says so to people: what is
    told, or how many reports of which days are silent. `was` are the days it was due before a later report moved it.
    """

    id: str
    event: Event
    due: When | None
    condition: Evidence | None
    outcome: str
    outcome_event: str | None
    awaited: Evidence | None = None
    told: tuple[Evidence, ...] = ()
    known: date | None = None
    account: str = ""
    was: When | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a dispute: the words, who said so, who printed them, and since when they were known."""

    words: str
    evidence: Evidence
    outlet: str | None
    known: date | None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Dispute:
    """What contradicts what, side by side, without a verdict. `about` is figure, date, status or stance.

    `because` says to people why the sides can't all be so.
    """

    id: str
    about: str
    sides: tuple[Side, ...]
    because: str = ""


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
    """Entries in order of when, as known on `as_of` (None: all that the story holds).

    `total` counts the lines that the entries were chosen from.
    """

    as_of: date | None
    entries: tuple[Entry, ...]
    total: int = 0


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement with its speaker, if one is known, who printed it, and how many independent origins did.

    `copies` are the ids of statements in copies of the article, or near-verbatim elsewhere: one saying, counted once.
    """

    statement: Statement
    speaker: Actor | None
    known: date | None
    outlet: str | None
    reports: int
    origins: int
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """A happening that took a new turn: its entry as of the later day, and the turns since the earlier one."""

    entry: Entry
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Diff:
    """What a reader learned between two days: happenings, turns of older ones, points of series, sayings."""

    earlier: date | None
    later: date | None
    articles: tuple[str, ...]
    happenings: tuple[Entry, ...]
    turns: tuple[News, ...]
    figures: tuple[tuple[Series, Point], ...]
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet: its articles, how many are copies or later versions, whom it credits or cites, and how often.

    `outlet` is None for articles that no outlet is known of. `cites` counts origin credits ("Source: Sputnik") and
    relays of statements ("cited by Reuters"), most often first.
    """

    outlet: str | None
    articles: int
    copies: int
    first: date | None
    last: date | None
    undated: int
    cites: tuple[tuple[str, int], ...]
    versions: int = 0


@dataclass(frozen=True, slots=True)
class Descent:
    """What came of an article. `links`, earliest first, say of each heir what it is a copy or a later version of."""

    article: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of a paragraph that stayed ("="), were dropped ("-") or added ("+")."""

    sign: str
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """A paragraph that a version changed; `before` is None where it is new, `after` where it was dropped."""

    before: Evidence | None
    after: Evidence | None
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One capture of an article, and what it changed since the capture before (`earlier`; None for the first).

    `title_before` is that one's title where it was another; `gained` and `lost` are figures that only one of the two
    gives.
    """

    article: str
    address: str | None
    title: str | None
    outlet: str | None
    published: When
    known: date | None
    captured: date | None
    notes: tuple[Note, ...]
    earlier: str | None
    title_before: str | None
    changes: tuple[Change, ...]
    gained: tuple[Evidence, ...]
    lost: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that holds the words asked for."""

    evidence: Evidence
    outlet: str | None
    title: str | None
    known: date | None
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A labelled piece of an explanation: "actor", "due", "condition" ..., the words, and the record's id if any."""

    name: str
    words: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a record says what it says.

    `context` is the text around the evidence, cut at `before` and `after` the words; `reasons` deciding first;
    `rivals` are readings that lost; `would_change` says what else would have to be so for another answer.
    """

    id: str
    kind: str
    evidence: tuple[Evidence, ...]
    before: str
    after: str
    rule: str
    when: When | None
    reasons: tuple[str, ...]
    rivals: tuple[Rival, ...]
    parts: tuple[Part, ...]
    would_change: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """An article whose day is not certain: the days that it may be of, the likeliest, and the reasons that weigh most.

    `title` is what to call it before people: the outlet's name or the source where it has none.
    """

    article: str
    title: str
    when: When
    guess: When | None
    reason: str


@dataclass(frozen=True, slots=True)
class Overview:
    """What is in a story: counts by kind, the span of days, and what needs a person's eye.

    `undated` and `ambiguous` hold article ids: no day at all, and a day that had a rival reading or is an interval.
    `settings` are the user's outlets and sites that hold for pages added from now on; `doubts` say more of the articles
    that are undated or ambiguous.
    """

    as_of: date | None
    counts: tuple[tuple[str, int], ...]
    first: date | None
    last: date | None
    outlets: int
    undated: tuple[str, ...]
    ambiguous: tuple[str, ...]
    problems: tuple[Problem, ...]
    settings: tuple[Setting, ...] = ()
    doubts: tuple[Doubt, ...] = ()
