"""All that the record holds of one article: what a person needs in order to check it against the page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from throughline.model.article import Article
from throughline.model.findings import Event, Figure, Finding, Mention, Statement, Time
from throughline.model.links import Link


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom words of an article mean: an actor's id, and the name that people know the actor by."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """An article with everything that was found in it, as known on a day.

    `known` is since when a reader could know it; `since`, since when other pages make its date known, where they do.
    `whom` says of the statements, by their ids, who makes them, and of the mentions that take part in anything whom
    they mean; who is only described ("officials") is not in it. `links` join the article with copies and versions.
    """

    article: Article
    known: date | None = None
    since: date | None = None
    captured: date | None = None
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    times: tuple[Time, ...] = ()
    mentions: tuple[Mention, ...] = ()
    whom: Mapping[str, Whom] = field(default_factory=lambda: MappingProxyType({}))
    links: tuple[Link, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All of them, kind by kind."""
        return (*self.statements, *self.events, *self.figures, *self.times, *self.mentions)


@dataclass(frozen=True, slots=True)
class Capture:
    """A page as it was captured, its bytes read as text and never as markup.

    `doubt` says what makes that reading uncertain, where something does; `size` counts the bytes.
    """

    page: str
    source: str
    media_type: str
    captured: date | None
    size: int
    text: str
    doubt: str | None = None
