"""Articles whose own page gives no day, what they tell that others tell too, and which of them must be dated again.

In: a connection, in a transaction where something is written. Out: rows of `trace` and `undated`; and what sure
articles tell alike. An article is sure where a day of its own page or a ruling is in force, never by other pages: so it
does not matter in which order articles are dated.
"""

import json
import sqlite3
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, Final

from throughline.ledger.hydrate import day
from throughline.model import Article, DateCard, Evidence, Sure, Told, Trace, TraceKind
from throughline.text.fold import squeeze

NARROWED = "story"  # the rule of a card that other pages narrowed (resolve.dating.lookback)
# Of an article's prints, what another that is taken for a copy of it shares at least (see resolve.copies). 40 of 1,200
# news articles that came last share this much with 7 undated ones, and some print with 128.
SHARED: Final = 0.1
_SHOWN = 60  # characters of a title that stands for an outlet


def keep(connection: sqlite3.Connection, key: int, own: DateCard, traces: Iterable[Trace]) -> None:
    """Keep an article's traces; where its own page gives no day, it is to be dated."""
    is_open = not own.when.is_day
    if is_open:
        connection.execute("INSERT INTO undated (article, is_stale) VALUES (?, 1)", (key,))
    connection.executemany(
        """INSERT INTO trace (article, kind, key, start, end, name, time_start, time_end, shift, is_open)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [(key, t.kind, t.key, *t.evidence[1:3], t.name, *_place(t.time), t.shift, int(is_open)) for t in traces],
    )


def stir(connection: sqlite3.Connection, keys: Iterable[int]) -> None:
    """Mark the undated articles on which articles bear that are new, or known since another day, or dated anew."""
    connection.execute(_STIR, (json.dumps(sorted(keys)),))


def stale(connection: sqlite3.Connection) -> list[str]:
    """The articles that must be dated again."""
    return [article for (article,) in connection.execute(_STALE)]


def settled(connection: sqlite3.Connection, article: str) -> None:
    """Note that an article was dated by all that there is."""
    connection.execute(_SETTLED, (article,))


def traces(connection: sqlite3.Connection, article: Article) -> tuple[Trace, ...]:
    """The traces of an article."""
    rows = connection.execute(_TRACES, (article.id,))
    return tuple(_trace(row, article.id, article.text) for row in rows)


def told(connection: sqlite3.Connection, article: str) -> list[Told]:
    """What sure articles tell that an article tells too."""
    found = []
    address = _address(connection, article)
    for row in connection.execute(_TOLD, (article, NARROWED)).fetchall():
        *own, text, first, last = row[: _WIDTH + 3]
        page = _sure(row[_WIDTH + 3 :], address)
        trace = _trace(own, page.article, text)
        is_day = first is not None and first == last
        found.append(Told(page, trace, _shifted(day(first), trace.shift) if is_day else None))
    return found


def sure(connection: sqlite3.Connection, article: str, others: Iterable[str]) -> dict[str, Sure]:
    """Those of some articles that are sure of their day, as they date an article."""
    address = _address(connection, article)
    rows = connection.execute(_SURE_OF, (json.dumps(sorted(others)), NARROWED))
    return {page.article: page for page in (_sure(row, address) for row in rows)}


def _address(connection: sqlite3.Connection, article: str) -> str | None:
    row = connection.execute(_ADDRESS, (article,)).fetchone()
    return row[0] if row else None


def _trace(row: Iterable[Any], article: str, text: str) -> Trace:
    kind, key, start, end, name, first, last, shift = row
    time = None if first is None else Evidence(article, first, last, text[first:last])
    return Trace(TraceKind(kind), key, Evidence(article, start, end, text[start:end]), name, time, shift)


def _sure(row: Iterable[Any], beside: str | None) -> Sure:
    """Make a page of its row. As a version of the one that it dates, it is known since its capture at the latest.

    For since when a version is known hangs on the days of the others: neither may wait for the other.
    """
    article, outlet, title, origin, published, known, address, latest = row
    known = max(known, latest) if address is not None and address == beside else known
    name = outlet or f"“{squeeze(title or article)[:_SHOWN]}”"
    return Sure(article, name, date.fromisoformat(published), date.fromisoformat(known), outlet, origin)


def _place(time: Evidence | None) -> tuple[int | None, int | None]:
    return (time.start, time.end) if time else (None, None)


def _shifted(value: date | None, count: int) -> date | None:
    try:
        return value + timedelta(count) if value else None
    except OverflowError:  # a hostile page's year 9999
        return None


_TRACE = """SELECT trace.kind, trace.key, trace.start, trace.end, trace.name,
    trace.time_start, trace.time_end, trace.shift"""
_TRACES = f"{_TRACE} FROM article CROSS JOIN trace ON trace.article = article.key WHERE id = ? ORDER BY trace.key"
_WIDTH = 8  # columns of a trace
_SURE = """article.id, article.outlet, article.title, article.origin, article.published_last, article.known,
    sketch.address, max(coalesce(page.captured, ''), coalesce(sketch.own, ''))"""
_BESIDE = """JOIN page ON page.key = article.page LEFT JOIN sketch ON sketch.article = article.key"""
_ADDRESS = "SELECT address FROM article CROSS JOIN sketch ON sketch.article = article.key WHERE article.id = ?"
_IS_SURE = """article.published_first = article.published_last AND article.published_rule <> ?2
    AND article.known IS NOT NULL AND article.published_edtf NOT LIKE '%~'"""
_TOLD = f"""
{_TRACE}, article.text, time.when_first, time.when_last, {_SURE}
FROM article AS own CROSS JOIN trace AS mine ON mine.article = own.key AND mine.kind <> '{TraceKind.ROW}'
    CROSS JOIN trace ON trace.kind = mine.kind AND trace.key = mine.key AND trace.article <> own.key
    CROSS JOIN article ON article.key = trace.article
    {_BESIDE} LEFT JOIN time
        ON time.article = trace.article AND time.start = trace.time_start AND time.end = trace.time_end
WHERE own.id = ?1 AND {_IS_SURE}
ORDER BY article.id, trace.start, trace.kind, trace.key
"""
_SURE_OF = f"""SELECT {_SURE} FROM json_each(?1) AS asked CROSS JOIN article ON article.id = asked.value {_BESIDE}
    WHERE {_IS_SURE}"""  # noqa: S608
_STALE = """SELECT article.id FROM undated CROSS JOIN article ON article.key = undated.article
    WHERE is_stale = 1 ORDER BY article.id"""
_SETTLED = "UPDATE undated SET is_stale = 0 WHERE article = (SELECT key FROM article WHERE id = ?)"
_STIR = f"""
UPDATE undated SET is_stale = 1 WHERE is_stale = 0 AND article IN (
    SELECT value FROM json_each(?1)
    UNION SELECT mine.article FROM json_each(?1) AS new CROSS JOIN trace ON trace.article = new.value
        CROSS JOIN trace AS mine ON mine.is_open = 1 AND mine.kind = trace.kind AND mine.key = trace.key
        WHERE trace.kind <> '{TraceKind.ROW}'
    UNION SELECT mine.article FROM json_each(?1) AS new CROSS JOIN print ON print.article = new.value
        CROSS JOIN print AS mine ON mine.print = print.print CROSS JOIN undated ON undated.article = mine.article
        GROUP BY new.value, mine.article
        HAVING count(*) >= CAST({SHARED} * (SELECT count(*) FROM print WHERE article = new.value) AS INTEGER)
    UNION SELECT mine.article FROM json_each(?1) AS new CROSS JOIN sketch ON sketch.article = new.value
        CROSS JOIN sketch AS mine ON mine.address = sketch.address CROSS JOIN undated ON undated.article = mine.article
)
"""  # noqa: S608
