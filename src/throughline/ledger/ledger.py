"""Writing a story: one writer, one transaction a page.

In: `Reading`s. Out: rows; each page is in the file whole or not at all, whatever happens to the process. Adding a page
that is there already changes nothing but the list of places where it was found.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from throughline.errors import StoryError, StoryMissing
from throughline.ledger import alike, append, held, hydrate, query, settings, undated
from throughline.ledger.file import connect_writer, guarded
from throughline.ledger.lock import PATIENCE, Lock, acquire
from throughline.ledger.reading import Dated, Near, Reach, Reading, verify
from throughline.model import Article, Page, Problem, Ruling, Setting, Sketch, Sure, Told, Trace


class Ledger:
    """A story opened for writing. It holds the writer's lock until `close`."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: Lock) -> None:
        self.path = path
        self._connection = connection
        self._lock = lock

    @classmethod
    def create(cls, path: Path, patience: float = PATIENCE) -> Self:
        """Make a new story; StoryError where a file is there already."""
        if path.exists() and path.stat().st_size:
            raise StoryError(f"{path} is there already: open it, or choose another name")
        return cls._at(path, patience)

    @classmethod
    def open(cls, path: Path, patience: float = PATIENCE) -> Self:
        """Open a story to add to it; StoryMissing where there is none, StoryBusy while another process writes."""
        if not path.exists():
            raise StoryMissing(f"there is no story at {path}: check the path, or make one with `throughline add`")
        return cls._at(path, patience)

    @classmethod
    def _at(cls, path: Path, patience: float) -> Self:
        lock = acquire(path, patience)
        try:
            return cls(path, connect_writer(path), lock)
        except BaseException:
            lock.release()
            raise

    def has_page(self, page_id: str) -> bool:
        """Tell whether a page is in the story, read or not."""
        return self._page_key(page_id) is not None

    def found(self, page: Page) -> bool:
        """Note one more place where a page was found; False where the page is not in the story yet."""
        key = self._page_key(page.id)
        if key is None:
            return False
        place = append.plain(page.source)
        with guarded(self.path):
            row = self._connection.execute(
                "SELECT 1 FROM page_source WHERE page = ? AND source = ?", (key, place)
            ).fetchone()
        if row is None:
            with self._transaction():
                append.source(self._connection, key, place)
        return True

    def write(self, reading: Reading) -> bool:
        """Keep a page and all that was read from it; False where the page is there already.

        EvidenceError where a record's words are not in the article; nothing is written then.
        """
        if self.found(reading.page):
            return False
        verify(reading)
        with self._transaction():
            append.append(self._connection, reading, datetime.now(UTC).isoformat(timespec="seconds"))
        return True

    def note(self, problems: Iterable[Problem]) -> None:
        """Keep problems that belong to no page, or to one that is in the story already."""
        with self._transaction():
            for problem in problems:
                page = self._page_key(problem.page) if problem.page else None
                append.problems(self._connection, [problem], page, problem.where)

    def settle(self, given: Iterable[Setting]) -> tuple[Setting, ...]:
        """Keep what the user says of outlets and sites, where it is new; return all that holds from here on."""
        with self._transaction():
            settings.keep(self._connection, given)
            return settings.in_force(self._connection)

    def rulings(self) -> list[Ruling]:
        """Every ruling, in the order in which they were made."""
        with guarded(self.path):
            return hydrate.rulings(self._connection.execute(query.RULINGS).fetchall())

    def rule(self, ruling: Ruling, redated: Reading | None = None) -> None:
        """Keep a person's ruling, together with the article that it dates anew, as `redate` takes it."""
        if redated is not None:
            verify(redated)
        with self._transaction():
            append.ruling(self._connection, ruling)
            if redated is not None:
                undated.stir(self._connection, self._redate(redated))

    def held(self, article: str) -> Reading | None:
        """An article as it was read, for `redate`: with its `parse` and `dating`, without findings; None: not there."""
        with guarded(self.path):
            return held.read(self._connection, article)

    def redate(self, reading: Reading) -> None:
        """Put an article that is anchored to another day in the place of the same one.

        `reading` is what `held` gave, with another card, and what was found by it. EvidenceError as in `write`.
        """
        verify(reading)
        with self._transaction():
            own, *moved = self._redate(reading) or (0,)
            undated.stir(self._connection, set(moved) - {own})

    def _redate(self, reading: Reading) -> tuple[int, ...]:
        """Write it; gives its key, and those of the articles that are known since another day than before."""
        if reading.article is None:
            return ()
        (key,) = self._connection.execute("SELECT key FROM article WHERE id = ?", (reading.article.id,)).fetchone()
        return int(key), *append.redate(self._connection, int(key), reading)

    def alike(self, sketch: Sketch, shared: int) -> list[Sketch]:
        """Sketches of the articles that share so many prints with this one, or its address."""
        numbers = json.dumps(sorted(sketch.prints))
        with guarded(self.path):
            rows = self._connection.execute(_ALIKE, (numbers, max(shared, 1), sketch.address)).fetchall()
        return [_sketch(row) for row in rows if row[0] != sketch.article]

    def near(self, article: str, told: Sequence[Dated], reach: Reach) -> list[Near]:
        """Tellings of other articles that may be of the days of an article's own (see `ledger.alike`)."""
        with guarded(self.path):
            return alike.near(self._connection, article, told, reach)

    def tale(self, key: int) -> tuple[str, bytes]:
        """The id of an article, by its key, and what it tells, packed."""
        with guarded(self.path):
            return alike.tale(self._connection, key)

    def sketch(self, article: str) -> Sketch | None:
        """The sketch of an article, with its prints."""
        with guarded(self.path):
            row = self._connection.execute(_SKETCH, (article,)).fetchone()
            prints = self._connection.execute(_PRINTS, (article,)).fetchall()
        return replace(_sketch(row), prints=frozenset(number for (number,) in prints)) if row else None

    def stale(self) -> list[str]:
        """Undated articles on which something bears that has come since they were dated."""
        with guarded(self.path):
            return undated.stale(self._connection)

    def settled(self, article: str) -> None:
        """Note that an undated article was dated by all that there is."""
        with self._transaction():
            undated.settled(self._connection, article)

    def traces(self, article: Article) -> tuple[Trace, ...]:
        """What an article tells that others may tell too."""
        with guarded(self.path):
            return undated.traces(self._connection, article)

    def told(self, article: str) -> list[Told]:
        """What articles that are sure of their day tell that this one tells too."""
        with guarded(self.path):
            return undated.told(self._connection, article)

    def sure(self, article: str, others: Iterable[str]) -> dict[str, Sure]:
        """Those of some articles that are sure of their day, by id, as they date an article."""
        with guarded(self.path):
            return undated.sure(self._connection, article, others)

    def close(self) -> None:
        """Let go of the file and the lock."""
        try:
            with suppress(sqlite3.Error):  # the pages are safe in the file's log; SQLite moves them over next time
                self._connection.close()
        finally:
            self._lock.release()

    def __enter__(self) -> Self:
        """Use with `with`."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()

    def _page_key(self, page_id: str) -> int | None:
        with guarded(self.path):
            row = self._connection.execute("SELECT key FROM page WHERE id = ?", (page_id,)).fetchone()
        return int(row[0]) if row else None

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with guarded(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # SQLite has rolled back by itself when the disk is full
                    self._connection.execute("ROLLBACK")
                raise


_COLUMNS = """SELECT article.id, sketch.name, sketch.address, article.published_last,
    page.captured, sketch.shingles, sketch.borrowed, sketch.own"""
_ALIKE = f"""
WITH near (article) AS (
    SELECT article FROM print WHERE print IN (SELECT value FROM json_each(?1))
        GROUP BY article HAVING count(*) >= ?2
    UNION SELECT article FROM sketch WHERE address = ?3
)
{_COLUMNS}
FROM near CROSS JOIN sketch ON sketch.article = near.article CROSS JOIN article ON article.key = near.article
    CROSS JOIN page ON page.key = article.page
ORDER BY article.id
"""  # noqa: S608 - the words are ours
_SKETCH = f"""
{_COLUMNS}
FROM article CROSS JOIN sketch ON sketch.article = article.key CROSS JOIN page ON page.key = article.page
WHERE article.id = ?
"""
_PRINTS = "SELECT print FROM article CROSS JOIN print ON print.article = article.key WHERE article.id = ?"


def _sketch(row: tuple[Any, ...]) -> Sketch:
    article, name, address, last, captured, shingles, borrowed, own = row
    kept = append.unpacked(shingles)
    return Sketch(article, name, address, _day(last), _day(captured), kept, frozenset(), bool(borrowed), _day(own))


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
