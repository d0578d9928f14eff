"""Reading a story as of a day.

In: a story file and a day. Out: what a reader could know by that day, as records and as light rows. Law 2 is kept here
for everything stored: an article that was not certainly published by the day, and all that rests on it, is not there.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from throughline.errors import QueryError
from throughline.ledger import articles, held, hydrate, query, whens
from throughline.ledger.bulk import unswept
from throughline.ledger.file import connect_reader, guarded
from throughline.ledger.hydrate import Parts, Row
from throughline.ledger.reading import Reading
from throughline.ledger.rows import (
    Counts,
    EventRow,
    FigureRow,
    GistRow,
    Head,
    Named,
    Passage,
    RoleRow,
    SentenceRow,
    SpanRow,
    StatementRow,
    TimeRow,
)
from throughline.ledger.rulings import Decided, decided, idle
from throughline.model import (
    Article,
    Event,
    Evidence,
    Figure,
    Finding,
    Link,
    Mention,
    MentionType,
    Page,
    Problem,
    Relation,
    Ruling,
    Statement,
    Time,
    When,
)

Ids = Collection[str] | None
Spans = Collection[tuple[date, date]]
_Record = TypeVar("_Record")


class View:
    """What a reader could know by a day; one unchanging snapshot of the file, until `close`.

    Every list is in a fixed order that does not depend on the order in which pages were added: by `known`
    (undated last), article id, place, id. `articles` and `ids` filter; None means all. Keep a view no longer than an
    answer takes: while it is open, the file's log can't be shortened.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection, as_of: date | None, *, maybe: bool) -> None:
        self.path = path
        self.as_of = as_of
        self.maybe = maybe
        self._connection = connection
        self._days: dict[str, object] = {"day": None if as_of is None else as_of.isoformat(), "maybe": maybe}
        # Keys of the visible articles in order, with their ids; and back.
        self._visible: dict[int, str] = dict(self._all(query.VISIBLE, self._days))
        self._keys = {article: key for key, article in self._visible.items()}
        self._rank = {article: number for number, article in enumerate(self._keys)}

    def heads(self) -> dict[str, Head]:
        """Every visible article without its text, by id, in order."""
        rows = self._all(hydrate.HEAD + query.FROM_HEAD, (self._asked(None),))
        found = {row[0]: hydrate.head(row) for row in rows}
        return {article: found[article] for article in self._keys}

    def article(self, article_id: str) -> Article:
        """One article, whole. QueryError where the view has none of that id."""
        key = self._keys.get(article_id)
        if key is None:
            raise QueryError(f"there is no article {article_id} {self._here()}")
        with guarded(self.path):
            return articles.read(self._connection, key)

    def held(self, article_id: str) -> Reading | None:
        """An article as it was read, with what a reader saw; None where the file has none of that id."""
        with guarded(self.path):
            return held.read(self._connection, article_id)

    def leanings(self, articles: Ids = None) -> dict[str, tuple[When | None, list[str]]]:
        """The likeliest days of articles, and the reasons for their dates, by id."""
        rows = self._all(query.LEANINGS, (self._asked(articles),))
        return {self._visible[key]: (whens.loads(guess), json.loads(reasons)) for key, guess, reasons in rows}

    def texts(self, articles: Ids = None) -> dict[str, str]:
        """The texts of articles, by id."""
        return {self._visible[key]: text for key, text in self._all(query.TEXTS, (self._asked(articles),))}

    def page(self, page_id: str) -> Page:
        """One page with its bytes. QueryError where the file has none of that id."""
        if not self._all(query.PAGE, (page_id,)):
            raise QueryError(f"there is no page {page_id} in {self.path}: `throughline status` lists what there is")
        with guarded(self.path):
            return held.page(self._connection, page_id)

    def mentions(self, articles: Ids = None, ids: Ids = None) -> list[Mention]:
        """Mentions as whole records."""
        return self._records(query.MENTION, hydrate.MENTION, hydrate.mention, articles, ids)

    def times(self, articles: Ids = None, ids: Ids = None) -> list[Time]:
        """Time expressions as whole records."""
        return self._records(query.TIME, hydrate.TIME, hydrate.time, articles, ids)

    def statements(self, articles: Ids = None, ids: Ids = None) -> list[Statement]:
        """Statements as whole records."""
        return self._records(query.STATEMENT, hydrate.STATEMENT, hydrate.statement, articles, ids)

    def figures(self, articles: Ids = None, ids: Ids = None) -> list[Figure]:
        """Figures as whole records."""
        return self._records(query.FIGURE, hydrate.FIGURE, hydrate.figure, articles, ids)

    def events(self, articles: Ids = None, ids: Ids = None) -> list[Event]:
        """Events as whole records."""
        return self._records(query.EVENT, hydrate.EVENT, hydrate.event, articles, ids)

    def finding(self, finding_id: str) -> Finding:
        """One finding of any kind. QueryError where the view has none of that id."""
        one = (finding_id,)
        found: list[Finding] = [
            *self.events(ids=one),
            *self.statements(ids=one),
            *self.figures(ids=one),
            *self.mentions(ids=one),
            *self.times(ids=one),
        ]
        if not found:
            raise QueryError(f"there is no finding {finding_id} {self._here()}")
        return found[0]

    @unswept()
    def event_rows(self, within: Collection[GistRow] | None = None) -> list[EventRow]:
        """Events, light: all of them, or those of some sentences."""
        if within is None:
            rows = list(self._rows(query.EVENT, hydrate.EVENT_ROW))
        else:
            places = json.dumps([(self._keys[gist.article], gist.start, gist.end) for gist in within])
            rows = self._placed(self._all(hydrate.EVENT_ROW + query.EVENTS_WITHIN, (places,)))
        return [hydrate.event_row(article, row) for article, row in rows]

    def gists(self, articles: Ids = None) -> list[GistRow]:
        """The sentences that hold an event or name days."""
        return self._gists(query.GISTS, self._asked(articles))

    def gists_of_days(self, told: Spans, printed: Spans, opening: int) -> list[GistRow]:
        """Those that name exactly one of the spans `told`, and the opening ones of articles of the spans `printed`."""
        asked = (
            json.dumps([(first.isoformat(), last.isoformat()) for first, last in days]) for days in (told, printed)
        )
        return self._gists(query.GISTS_OF_DAYS, *asked, opening)

    def gists_printed(self, prints: Collection[int]) -> list[GistRow]:
        """Those that have one of some prints."""
        return self._gists(query.GISTS_PRINTED, json.dumps(sorted(prints)))

    def gists_holding(self, words: str) -> list[GistRow]:
        """Those that hold all of the words, as `search` finds them."""
        return self._gists(query.GISTS_HOLDING, query.full_text(words))

    def spans(self, later: int) -> list[SpanRow]:
        """For all spans of days that anything names: the articles, and those known `later` days after or more."""
        rows = self._all(query.SPANS, (self._asked(None), f"+{later} days"))
        return [SpanRow(date.fromisoformat(first), date.fromisoformat(last), *counts) for first, last, *counts in rows]

    @unswept()
    def statement_rows(self) -> list[StatementRow]:
        """All statements, light."""
        rows = self._rows(query.STATEMENT, hydrate.STATEMENT_ROW)
        return [hydrate.statement_row(article, row) for article, row in rows]

    def statements_by(self, keys: Collection[str]) -> list[StatementRow]:
        """Statements of some speakers, light."""
        return self._statements(query.STATEMENTS_BY, json.dumps(sorted(keys)))

    def statements_holding(self, words: str) -> list[StatementRow]:
        """Statements that stand in a sentence that holds all of the words, light."""
        return self._statements(query.STATEMENTS_HOLDING, query.full_text(words))

    def newest_statements(self, top: int, *, thoughts: bool) -> tuple[list[StatementRow], int]:
        """The `top` things that were said (or thought) last, in all their prints, light; and how many there are."""
        prints = self._all(query.NEWEST_PRINTS, (self._asked(None), top, thoughts))
        rows = self._statements(query.STATEMENTS_PRINTED, json.dumps([number for number, _ in prints]))
        return rows, prints[0][1] if prints else 0

    def speakers(self, statements: Ids) -> dict[str, str]:
        """The keys of those who made some statements, by the statement's id."""
        return dict(self._all(query.SPEAKERS, (json.dumps(list(statements or ())),)))

    def _statements(self, sql: str, asked: str) -> list[StatementRow]:
        rows = self._placed(self._all(hydrate.STATEMENT_ROW + sql, (asked,)))
        return [hydrate.statement_row(article, row) for article, row in rows]

    @unswept()
    def figure_rows(self) -> list[FigureRow]:
        """All figures, light."""
        return [hydrate.figure_row(article, row) for article, row in self._rows(query.FIGURE, hydrate.FIGURE_ROW)]

    @unswept()
    def time_rows(self) -> list[TimeRow]:
        """All time expressions that cover days, light."""
        rows = self._rows(query.TIME, hydrate.TIME_ROW)
        return [light for article, row in rows for light in hydrate.time_rows(article, row)]

    @unswept()
    def sentences(self, articles: Ids = None) -> list[SentenceRow]:
        """The sentences of the readable blocks."""
        asked = self._asked(articles)
        texts: dict[int, str] = dict(self._all(query.TEXTS, (asked,)))
        places: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for key, start, end in self._all(query.PASSAGES, (asked,)):
            places[key].append((start, end))
        return [
            SentenceRow(article, index, start, end, texts[key][start:end])
            for key, article in self._visible.items()
            for index, (start, end) in enumerate(sorted(places.get(key, ())))
        ]

    @unswept()
    def roles(self, keys: Collection[str] | None = None) -> list[RoleRow]:
        """The role words that pages give people, by the mention's key; `keys`: only theirs."""
        asked = None if keys is None else json.dumps(sorted(keys))
        return [
            RoleRow(key, Evidence(article, start, end, words), hydrate.day(known))
            for key, article, start, end, words, known in self._all(query.ROLES, (self._asked(None), asked))
        ]

    def names(self, keys: Collection[str] | None = None) -> list[Named]:
        """What mentions name, counted by key, name and type; pronouns count under the name they carry.

        With `keys`, only their names and those that `names_alike` gives.
        """
        if keys is None:
            return self._names(query.NAMES, (self._asked(None),))
        return self._names(query.NAMES_NEAR, {"keys": json.dumps(list(keys)), **self._days})

    def names_alike(self, keys: Collection[str]) -> list[Named]:
        """Names of whoever may be one of the people among some keys: they share a last word."""
        return self._names(query.NAMES_ALIKE, {"keys": json.dumps(list(keys)), **self._days})

    @unswept()
    def _names(self, sql: str, asked: tuple[object, ...] | dict[str, object]) -> list[Named]:
        return [
            Named(key, name, MentionType(kind), mentions, articles, hydrate.day(first), hydrate.day(last))
            for key, name, kind, mentions, articles, first, last in self._all(sql, asked)
        ]

    def names_like(self, word: str) -> list[tuple[str, str]]:
        """Keys and names that may hold a folded word: whoever asks looks closer."""
        return [(key, name) for key, name in self._all(query.NAMES_LIKE, (f"%{word}%",))]

    def links(self, relation: Relation | None = None) -> list[Link]:
        """Links whose two ends are visible."""
        return hydrate.links(self._all(query.LINKS, {"relation": relation, **self._days}))

    def search(self, words: str, limit: int | None = 50) -> list[Passage]:
        """Sentences that hold all of the words ("quoted words" in a row), oldest first, undated last.

        Word forms are folded ("soldier" finds "soldiers"). QueryError where there is no word to look for.
        """
        asked = {"words": query.full_text(words), "limit": -1 if limit is None else limit, **self._days}
        return [
            Passage(Evidence(article, start, end, found), hydrate.day(known))
            for article, start, end, found, known in self._all(query.SEARCH, asked)
        ]

    def problems(self) -> list[Problem]:
        """Problems of visible articles' pages, and all that belong to no article."""
        found = hydrate.problems(self._all(query.PROBLEMS, self._days))
        return found + (self._idle_rulings() if self.as_of is None else [])

    def _idle_rulings(self) -> list[Problem]:
        """Rulings about what is not there, or no longer (law 9). What is missing today tells nothing of a past day."""
        there = {name for (name,) in self._all(query.TARGETS, ())}
        return idle(self.rulings(), there)

    def rulings(self) -> list[Ruling]:
        """Rulings, in the order in which they were made."""
        return hydrate.rulings(self._all(query.RULINGS, ()))

    def decided(self) -> Decided:
        """What the rulings that stand decide; they hold whatever day is asked about."""
        return decided(self.rulings())

    def counts(self) -> Counts:
        """How many of each the view holds."""
        (pages,) = self._all(query.COUNT_PAGES, self._days)[0]
        (undated,) = self._all(query.COUNT_UNDATED, self._days)[0]
        mentions, times, statements, figures, events = (self._all(q, self._days)[0][0] for q in query.COUNT_FINDINGS)
        findings = (mentions, times, statements, figures, events)
        others = (len(self.links()), len(self.problems()), len(self.rulings()))
        return Counts(pages, len(self._visible), undated, *findings, *others)

    def close(self) -> None:
        """Let go of the snapshot and the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        """Use with `with`."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()

    @unswept()
    def _records(
        self,
        source: query.Source,
        columns: str,
        make: Callable[[str, Row, Parts], _Record],
        articles: Ids,
        ids: Ids,
    ) -> list[_Record]:
        rows = list(self._rows(source, columns, articles, ids))
        if not rows:
            return []
        keys = list({self._keys[article] for article, _ in rows})
        parts = self._parts(keys) if source.has_parts else {}
        return [make(article, row, parts) for article, row in rows]

    def _rows(
        self, source: query.Source, columns: str, articles: Ids = None, ids: Ids = None
    ) -> Iterator[tuple[str, Row]]:
        """Yield (article id, row) in the order that the class promises. Rows open with id, start, end."""
        if ids is not None:
            allowed = None if articles is None else set(articles)
            rows = self._all(columns + source.by_id, (json.dumps(list(dict.fromkeys(ids))),))
            rows = [r for r in rows if r[-1] in self._visible and (allowed is None or self._visible[r[-1]] in allowed)]
        else:
            rows = self._all(columns + source.by_article, (self._asked(articles),))
        return iter(self._placed(rows))

    def _placed(self, rows: Iterable[Row]) -> list[tuple[str, Row]]:
        """Rows that end with their article's key, in order; those of articles that do not show are left out."""
        visible, rank = self._visible, self._rank
        placed = [(visible[row[-1]], row[:-1]) for row in rows if row[-1] in visible]
        placed.sort(key=lambda one: (rank[one[0]], one[1][1], one[1][2], one[1][0]))
        return placed

    @unswept()
    def _gists(self, sql: str, *values: object) -> list[GistRow]:
        """Gists of visible articles, by article in order and place."""
        visible, rank = self._visible, self._rank
        rows = [row for row in self._all(hydrate.GIST + sql, values) if row[0] in visible]
        rows.sort(key=lambda row: (rank[visible[row[0]]], row[1]))
        return [hydrate.gist_row(visible[row[0]], row[1:]) for row in rows]

    def _parts(self, keys: list[int]) -> dict[str, list[Row]]:
        parts: dict[str, list[Row]] = defaultdict(list)
        for row in self._all(hydrate.PART + query.FROM_PART, (json.dumps(keys),)):
            parts[row[0]].append(row)
        return parts

    def _asked(self, articles: Ids) -> str:
        """The keys of the visible ones among the articles, as JSON."""
        if articles is None:
            return json.dumps(list(self._visible))
        return json.dumps([self._keys[article] for article in dict.fromkeys(articles) if article in self._keys])

    def _all(self, sql: str, values: tuple[object, ...] | dict[str, object]) -> list[Row]:
        with guarded(self.path):
            return self._connection.execute(sql, values).fetchall()

    def _here(self) -> str:
        return f"in {self.path}" if self.as_of is None else f"in {self.path} that was known by {self.as_of}"


def open_view(path: Path, as_of: date | None = None, *, maybe: bool = False) -> View:
    """Open a story for reading.

    `as_of` None shows everything, undated articles too; a day shows what was published for certain by then
    (`published.last <= as_of`), with `maybe` what may have been (`published.first <= as_of` or unknown).
    """
    connection = connect_reader(path)
    try:
        return View(path, connection, as_of, maybe=maybe)
    except BaseException:
        connection.close()
        raise
