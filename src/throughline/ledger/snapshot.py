"""One unchanging state of a story file, and which of its articles show on a day.

In: a reader's connection and a day. Out: rows of the articles that show, in the order that a view promises: by
`known` (undated last), article id, place, id.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeAlias

from throughline.ledger import query
from throughline.ledger.file import guarded
from throughline.ledger.hydrate import Row
from throughline.ledger.overruled import Overruled, lay
from throughline.ledger.rulings import Decided

Ids: TypeAlias = Collection[str] | None
Values: TypeAlias = tuple[object, ...] | dict[str, object]


class Snapshot:
    """A connection, the day that it is asked about, and the articles that show. `keys` and `visible` map both ways."""

    def __init__(self, path: Path, connection: sqlite3.Connection, as_of: date | None, *, maybe: bool) -> None:
        self.path = path
        self.as_of = as_of
        self.connection = connection
        self.days: dict[str, object] = {"day": None if as_of is None else as_of.isoformat(), "maybe": maybe}
        self.visible: dict[int, str] = dict(self.all(query.VISIBLE, self.days))
        self.keys = {article: key for key, article in self.visible.items()}
        self.rank = {article: number for number, article in enumerate(self.keys)}
        self.overruled = Overruled()

    def overrule(self, made: Decided) -> None:
        """Show from here on what people decided, and not what they rejected."""
        with guarded(self.path):
            self.overruled = lay(self.connection, made, self.visible)

    def all(self, sql: str, values: Values = ()) -> list[Row]:
        """Every row that a question finds."""
        with guarded(self.path):
            return self.connection.execute(sql, values).fetchall()

    def asked(self, articles: Ids = None) -> str:
        """The keys of those among the articles that show, as JSON; of all for None."""
        if articles is None:
            return json.dumps(list(self.visible))
        return json.dumps([self.keys[article] for article in dict.fromkeys(articles) if article in self.keys])

    def rows(
        self, source: query.Source, columns: str, articles: Ids = None, ids: Ids = None
    ) -> Iterator[tuple[str, Row]]:
        """Yield (article id, row) of a table of findings, in order. Rows open with id, start, end."""
        if ids is not None:
            allowed = None if articles is None else set(articles)
            rows = self.all(columns + source.by_id, (json.dumps(list(dict.fromkeys(ids))),))
            rows = [r for r in rows if r[-1] in self.visible and (allowed is None or self.visible[r[-1]] in allowed)]
        else:
            rows = self.all(columns + source.by_article, (self.asked(articles),))
        return iter(self.placed(rows))

    def placed(self, rows: Iterable[Row]) -> list[tuple[str, Row]]:
        """Rows that end with their article's key, in order; those of articles that do not show are left out."""
        visible, rank = self.visible, self.rank
        placed = [(visible[row[-1]], row[:-1]) for row in rows if row[-1] in visible]
        placed.sort(key=lambda one: (rank[one[0]], one[1][1], one[1][2], one[1][0]))
        return placed

    def here(self) -> str:
        """What was asked, for messages."""
        return f"in {self.path}" if self.as_of is None else f"in {self.path} that was known by {self.as_of}"
