"""One version of one article: its text, whole, with a role for every block of it."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from throughline.model.evidence import Evidence, Span
from throughline.model.when import When


class Role(StrEnum):
    """What a block of a page is for. Only READABLE roles may carry findings (law 7)."""

    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    QUOTE = "quote"
    LIST = "list"
    RELATED = "related"
    COMMENT = "comment"
    BOILERPLATE = "boilerplate"


READABLE = frozenset({Role.BODY, Role.QUOTE, Role.LIST})


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text with one role. Blocks are in order, do not overlap, and between them is only white space."""

    role: Role
    start: int
    end: int

    @property
    def is_readable(self) -> bool:
        """Whether findings may rest on it."""
        return self.role in READABLE


@dataclass(frozen=True, slots=True)
class Rival:
    """A reading of a date that lost, and why, in words for a person."""

    when: When
    reason: str


@dataclass(frozen=True, slots=True)
class DateCard:
    """A publication date with its reasons.

    `reasons` are sentences for a person, the deciding one first; `evidence` holds the places in the article's
    text that they rest on (a date from markup or a container has none: its words are in `when.words`).

    `when` is what is certain: one day, or an interval that holds it. `guess` is the likeliest day (or month, or year)
    within an interval, for people who need one: nothing is known by it. `moment` is the time of day where one is
    given, with its zone as far as the page names it: ISO 8601, "2018-03-05T22:04+01:00".
    """

    when: When
    evidence: tuple[Evidence, ...] = ()
    reasons: tuple[str, ...] = ()
    rivals: tuple[Rival, ...] = ()
    guess: When | None = None
    moment: str | None = None

    @property
    def anchor(self) -> When:
        """The day or days that the page's words are counted from.

        That is `when`; where it is no day, a guess that the page itself names as a day, about: such a guess is right
        on five of six pages, and a record of all that a page tells would be lost without it. See days-of-pages.md.
        """
        guess = self.guess
        if self.when.is_day or guess is None or not guess.is_day or not guess.words:
            return self.when
        return replace(guess, approximate=True)


@dataclass(frozen=True, slots=True)
class Origin:
    """Who the page says the report comes from: "Source: Sputnik", "(Reuters)"."""

    name: str
    evidence: Evidence


class NoteKind(StrEnum):
    """What a newsroom's note about its own article does."""

    UPDATE = "update"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Note:
    """What the newsroom says of its own article: that it was updated or corrected, and when, if it says."""

    kind: NoteKind
    evidence: Evidence
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """What a reader wrote below an article. `start` and `end` hold its words alone, in blocks of role comment."""

    start: int
    end: int
    author: Evidence | None = None
    posted: When | None = None


@dataclass(frozen=True, slots=True)
class Article:
    r"""One article as one page told it. `text` is all of the page's text; `blocks` say what each part is.

    Plain text is kept as it stands (hard wraps and PTB tokens included), with line ends as "\\n" and NUL
    removed; HTML is rendered block by block, parted by an empty line.
    """

    id: str
    page: str
    source: str
    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    url: str | None
    language: str | None
    published: DateCard
    origin: Origin | None
    dateline: str | None
    text: str
    blocks: tuple[Block, ...]
    subtitle: str | None = None
    section: str | None = None
    home: str | None = None
    notes: tuple[Note, ...] = ()
    comments: tuple[Comment, ...] = ()

    @property
    def known(self) -> date | None:
        """Since when a reader could know it for certain, as far as its own page tells; None while nobody knows."""
        return self.published.when.last

    def evidence(self, start: int, end: int) -> Evidence:
        """Cut an `Evidence` out of the text."""
        return Evidence(self.id, start, end, self.text[start:end])

    def readable(self) -> tuple[Span, ...]:
        """The blocks that findings may rest on."""
        return tuple(Span(b.start, b.end) for b in self.blocks if b.is_readable)
