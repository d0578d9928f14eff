"""Reading a story as of a day. (Signatures first; the body follows.)"""

from collections.abc import Collection
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from throughline.ledger.rows import Counts, EventRow, FigureRow, Head, Named, Passage, StatementRow
from throughline.model import (
    Article,
    Event,
    Figure,
    Finding,
    Link,
    Mention,
    Page,
    Problem,
    Relation,
    Ruling,
    Statement,
    Time,
)

Ids = Collection[str] | None


class View:
    """What a reader could know by a day; one unchanging snapshot of the file, until `close`.

    Every list is in a fixed order that does not depend on the order in which pages were added: by `known`
    (undated last), article id, place, id. `articles` and `ids` filter; None means all.
    """

    as_of: date | None
    maybe: bool

    def heads(self) -> dict[str, Head]:
        """Every visible article without its text, by id, in order."""
        raise NotImplementedError

    def article(self, article_id: str) -> Article:
        """One article, whole. QueryError where the view has none of that id."""
        raise NotImplementedError

    def page(self, page_id: str) -> Page:
        """One page with its bytes. QueryError where the file has none of that id."""
        raise NotImplementedError

    def mentions(self, articles: Ids = None, ids: Ids = None) -> list[Mention]:
        """Mentions as whole records."""
        raise NotImplementedError

    def times(self, articles: Ids = None, ids: Ids = None) -> list[Time]:
        """Time expressions as whole records."""
        raise NotImplementedError

    def statements(self, articles: Ids = None, ids: Ids = None) -> list[Statement]:
        """Statements as whole records."""
        raise NotImplementedError

    def figures(self, articles: Ids = None, ids: Ids = None) -> list[Figure]:
        """Figures as whole records."""
        raise NotImplementedError

    def events(self, articles: Ids = None, ids: Ids = None) -> list[Event]:
        """Events as whole records."""
        raise NotImplementedError

    def finding(self, finding_id: str) -> Finding:
        """One finding of any kind. QueryError where the view has none of that id."""
        raise NotImplementedError

    def event_rows(self) -> list[EventRow]:
        """All events, light."""
        raise NotImplementedError

    def statement_rows(self) -> list[StatementRow]:
        """All statements, light."""
        raise NotImplementedError

    def figure_rows(self) -> list[FigureRow]:
        """All figures, light."""
        raise NotImplementedError

    def names(self) -> list[Named]:
        """All that mentions name, counted by key, name and type; pronouns count under the name they carry."""
        raise NotImplementedError

    def links(self, relation: Relation | None = None) -> list[Link]:
        """Links whose two ends are visible."""
        raise NotImplementedError

    def search(self, words: str, limit: int | None = 50) -> list[Passage]:
        """Sentences that hold all of the words ("quoted words" in a row), oldest first, undated last."""
        raise NotImplementedError

    def problems(self) -> list[Problem]:
        """Problems of visible articles' pages, and all that belong to no dated article."""
        raise NotImplementedError

    def rulings(self) -> list[Ruling]:
        """Rulings, in the order in which they were made."""
        raise NotImplementedError

    def counts(self) -> Counts:
        """How many of each the view holds."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the snapshot and the file."""
        raise NotImplementedError

    def __enter__(self) -> Self:
        """Use with `with`."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()


def open_view(path: Path, as_of: date | None = None, *, maybe: bool = False) -> View:
    """Open a story for reading.

    `as_of` None shows everything, undated articles too; a day shows what was published for certain by then
    (`published.last <= as_of`), with `maybe` what may have been (`published.first <= as_of` or unknown).
    """
    raise NotImplementedError
