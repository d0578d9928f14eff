"""What an exporter is given: everything that a story holds as of a day.

In: whoever asks (story.py) fills it from one view of the ledger and the record derived from it. Out: nothing;
exporters only read it. Invariant: everything in it could be known on `as_of`. The iterables are walked once at most
and may be lazy, so that an exporter pays only for what it writes.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from throughline.errors import QueryError
from throughline.ledger.rows import Head
from throughline.model import (
    Actor,
    Article,
    Deadline,
    Dispute,
    Entry,
    Event,
    Evidence,
    Figure,
    Happening,
    Mention,
    Page,
    Problem,
    Ruling,
    Series,
    Statement,
    Time,
)


def _no_article(article: str) -> Article:
    raise QueryError(f"there is no article {article} here")


def _no_page(page: str) -> tuple[Page, datetime]:
    raise QueryError(f"there is no page {page} here")


def _no_places(events: Sequence[str]) -> Sequence[Evidence]:  # noqa: ARG001 - the shape of an answer
    return ()


def _nobody(record: str) -> str | None:  # noqa: ARG001 - the shape of an answer
    return None


@dataclass(frozen=True, slots=True)
class Holdings:
    """A story's content and record as of a day (None: all of it); with `maybe`, also what may have been known then.

    `heads` is keyed by article, `copies` maps a copy to the article it copies, `versions` a later version
    of an article to the one before, `actor_of` gives a mention's actor, `speaker_of` that of a
    statement whose speaker was ruled, `article_of` an article, whole, `tellings` where events are told,
    `page_of` a page with its bytes, and when it reached the story.
    `rulings` are all that were ever made, each with words for what it is about.
    """

    name: str
    as_of: date | None = None
    maybe: bool = False
    heads: Mapping[str, Head] = field(default_factory=dict)
    copies: Mapping[str, str] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)
    actor_of: Callable[[str], str | None] = _nobody
    speaker_of: Callable[[str], str | None] = _nobody
    article_of: Callable[[str], Article] = _no_article
    tellings: Callable[[Sequence[str]], Sequence[Evidence]] = _no_places
    page_of: Callable[[str], tuple[Page, datetime]] = _no_page
    articles: Iterable[Article] = ()
    mentions: Iterable[Mention] = ()
    times: Iterable[Time] = ()
    statements: Iterable[Statement] = ()
    events: Iterable[Event] = ()
    figures: Iterable[Figure] = ()
    actors: Iterable[Actor] = ()
    happenings: Iterable[Happening] = ()
    entries: Iterable[Entry] = ()
    series: Iterable[Series] = ()
    deadlines: Iterable[Deadline] = ()
    disputes: Iterable[Dispute] = ()
    problems: Iterable[Problem] = ()
    rulings: Iterable[tuple[Ruling, str]] = ()

    def known(self, article: str) -> date | None:
        """Since when an article's content was known for certain."""
        return self.heads[article].known if article in self.heads else None
