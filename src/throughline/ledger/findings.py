"""Findings out of a snapshot: as whole records, and as light rows.

In: a `Snapshot`. Out: records of the model with their parts, or the named tuples of `rows`, in the snapshot's order.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Collection
from typing import Final, Generic, NamedTuple, TypeVar

from throughline.errors import QueryError
from throughline.ledger import hydrate, query
from throughline.ledger.bulk import unswept
from throughline.ledger.hydrate import Parts, Row
from throughline.ledger.rows import EventRow, FigureRow, GistRow, MentionRow, StatementRow, TimeRow
from throughline.ledger.snapshot import Ids, Snapshot
from throughline.model import Event, Figure, Finding, Mention, MentionForm, Statement, Time

_Record = TypeVar("_Record")


class Kind(NamedTuple, Generic[_Record]):
    """A kind of finding: where its rows are, which columns are asked for, and how a record is made of them."""

    source: query.Source
    columns: str
    make: Callable[[str, Row, Parts], _Record]


MENTIONS: Final = Kind[Mention](query.MENTION, hydrate.MENTION, hydrate.mention)
TIMES: Final = Kind[Time](query.TIME, hydrate.TIME, hydrate.time)
STATEMENTS: Final = Kind[Statement](query.STATEMENT, hydrate.STATEMENT, hydrate.statement)
FIGURES: Final = Kind[Figure](query.FIGURE, hydrate.FIGURE, hydrate.figure)
EVENTS: Final = Kind[Event](query.EVENT, hydrate.EVENT, hydrate.event)


@unswept()
def records(shown: Snapshot, kind: Kind[_Record], articles: Ids = None, ids: Ids = None) -> list[_Record]:
    """Whole records of a kind."""
    rows = list(shown.rows(kind.source, kind.columns, articles, ids))
    if not rows:
        return []
    keys = list({shown.keys[article] for article, _ in rows})
    parts = _parts(shown, keys) if kind.source.has_parts else {}
    return [kind.make(article, row, parts) for article, row in rows]


def _parts(shown: Snapshot, keys: list[int]) -> dict[str, list[Row]]:
    parts: dict[str, list[Row]] = defaultdict(list)
    for row in shown.all(hydrate.PART + query.FROM_PART, (json.dumps(keys),)):
        parts[row[0]].append(row)
    return parts


def finding(shown: Snapshot, finding_id: str) -> Finding:
    """One finding of any kind; QueryError where none of that id shows."""
    one = (finding_id,)
    found: list[Finding] = [
        *records(shown, EVENTS, ids=one),
        *records(shown, STATEMENTS, ids=one),
        *records(shown, FIGURES, ids=one),
        *records(shown, MENTIONS, ids=one),
        *records(shown, TIMES, ids=one),
    ]
    if not found:
        raise QueryError(f"there is no finding {finding_id} {shown.here()}")
    return found[0]


@unswept()
def event_rows(shown: Snapshot, within: Collection[GistRow] | None) -> list[EventRow]:
    """Events, light: all of them, or those of some sentences."""
    if within is None:
        rows = list(shown.rows(query.EVENT, hydrate.EVENT_ROW))
    else:
        places = json.dumps([(shown.keys[gist.article], gist.start, gist.end) for gist in within])
        rows = shown.placed(shown.all(hydrate.EVENT_ROW + query.EVENTS_WITHIN, (places,)))
    return [hydrate.event_row(article, row) for article, row in rows]


@unswept()
def statement_rows(shown: Snapshot) -> list[StatementRow]:
    """All statements, light."""
    rows = shown.rows(query.STATEMENT, hydrate.STATEMENT_ROW)
    return [hydrate.statement_row(article, row) for article, row in rows]


def statements(shown: Snapshot, sql: str, asked: str) -> list[StatementRow]:
    """The statements that a question finds, light."""
    rows = shown.placed(shown.all(hydrate.STATEMENT_ROW + sql, (asked,)))
    return [hydrate.statement_row(article, row) for article, row in rows]


def newest_statements(shown: Snapshot, top: int, *, thoughts: bool) -> tuple[list[StatementRow], int]:
    """The `top` things that were said (or thought) last, in all their prints, light; and how many there are."""
    prints = shown.all(query.NEWEST_PRINTS, (shown.asked(), top, thoughts))
    rows = statements(shown, query.STATEMENTS_PRINTED, json.dumps([number for number, _ in prints]))
    return rows, prints[0][1] if prints else 0


def speakers(shown: Snapshot, statements: Ids) -> dict[str, str]:
    """The keys of those who made some statements, by the statement's id."""
    return dict(shown.all(query.SPEAKERS, (json.dumps(list(statements or ())),)))


def passed_on(shown: Snapshot, articles: Ids) -> dict[str, str]:
    """Whoever passed statements on, the one nearest to the source, or else a body that is its source; by statement."""
    asked = shown.asked(articles)
    return {**dict(shown.all(query.BODIES, (asked,))), **dict(shown.all(query.RELAYS, (asked,)))}


def relays(shown: Snapshot) -> list[tuple[str, str]]:
    """The names of all who passed statements on, each with its article's id."""
    rows = shown.placed(shown.all(query.ALL_RELAYS, (shown.asked(),)))
    return [(article, row[3]) for article, row in rows]


def mentioned(shown: Snapshot, articles: Ids) -> list[MentionRow]:
    """All mentions, light."""
    rows = shown.placed(shown.all(query.MENTIONED, (shown.asked(articles),)))
    return [MentionRow(article, start, end, key, MentionForm(form)) for article, (_, start, end, key, form) in rows]


@unswept()
def figure_rows(shown: Snapshot) -> list[FigureRow]:
    """All figures, light."""
    return [hydrate.figure_row(article, row) for article, row in shown.rows(query.FIGURE, hydrate.FIGURE_ROW)]


@unswept()
def time_rows(shown: Snapshot) -> list[TimeRow]:
    """All time expressions that cover days, light."""
    rows = shown.rows(query.TIME, hydrate.TIME_ROW)
    return [light for article, row in rows for light in hydrate.time_rows(article, row)]
