"""One version of one article: its text, whole, with a role for every block of it."""

from dataclasses import dataclass
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
    """

    when: When
    evidence: tuple[Evidence, ...] = ()
    reasons: tuple[str, ...] = ()
    rivals: tuple[Rival, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Who the page says the report comes from: "Source: Sputnik", "(Reuters)"."""

    name: str
    evidence: Evidence


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

    @property
    def known(self) -> date | None:
        """Since when a reader could certainly know what the article says; None while nobody knows."""
        return self.published.when.last

    def evidence(self, start: int, end: int) -> Evidence:
        """Cut an `Evidence` out of the text."""
        return Evidence(self.id, start, end, self.text[start:end])

    def readable(self) -> tuple[Span, ...]:
        """The blocks that findings may rest on."""
        return tuple(Span(b.start, b.end) for b in self.blocks if b.is_readable)
