"""Tellings that are likely of one happening: their days, by which they find each other, and the pairs.

In: a connection in a transaction, an article's key, its tellings and the pairs that were judged. Out: rows of integers;
and back. A telling goes by the 64 bits of its id. What made a pair likely is not kept: it follows from the two tales.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from throughline.ledger.reading import Dated, Near, Reach
from throughline.ledger.rows import Alike
from throughline.ledger.snapshot import Snapshot
from throughline.model import content_id

_STEPS: Final = 1000  # of how likely a pair is
_HALF, _WHOLE = 1 << 63, 1 << 64


def keep(connection: sqlite3.Connection, article: int, told: Sequence[Dated], pairs: Iterable[Alike]) -> None:
    """Keep an article's tellings, and their pairs with those that are there."""
    for one in told:
        cursor = connection.execute(
            """INSERT INTO telling (id, article, start, is_sentence, first, last, told, is_named)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
            (number(one.id), article, one.start, one.is_sentence, one.first, one.last, one.told, one.is_named),
        )
        connection.executemany(
            "INSERT OR IGNORE INTO root (root, is_fine, first, last, told, telling) VALUES (?, ?, ?, ?, ?, ?)",
            [(root, one.is_fine, one.first, one.last, one.told, cursor.lastrowid) for root in one.roots],
        )
    connection.executemany(
        """INSERT OR IGNORE INTO alike (one, other, likely) SELECT min(one.key, other.key), max(one.key, other.key), ?
            FROM telling AS one CROSS JOIN telling AS other WHERE one.id = ? AND other.id = ?""",
        [(round(likely * _STEPS), number(left), number(right)) for left, right, likely in pairs],
    )


def take(connection: sqlite3.Connection, article: int) -> None:
    """Take an article's tellings out of the file, with their pairs."""
    for statement in _TAKE:
        connection.execute(statement, (article,))


def near(connection: sqlite3.Connection, article: str, told: Sequence[Dated], reach: Reach) -> list[Near]:
    """Tellings of other articles with a root and days of some of these; whoever asks looks closer."""
    asked = {(root, *each) for one in told for each in _sought(one, reach) for root in one.roots}
    values = {"own": article, "asked": json.dumps(sorted(asked)), "fresh": reach.fresh, "beside": reach.beside}
    rows = connection.execute(_NEAR, values).fetchall()
    return [
        Near(_name(name, is_sentence), key, start, bool(is_sentence), first, last, told, bool(is_named))
        for key, name, start, is_sentence, first, last, told, is_named in rows
    ]


def _late(one: Dated, reach: Reach) -> int:
    """The day on which an article looks back on it; 0 where it tells of it as news."""
    return one.told if one.told - one.last > reach.fresh else 0


def _sought(one: Dated, reach: Reach) -> Iterator[tuple[int, int, int, int, int]]:
    """What is looked for by root: whether of few days, its first day from and to, its last day from; and `_late`."""
    late = _late(one, reach)
    if one.last - one.first > reach.loose:
        yield 0, one.first, one.first, one.last, late
        return
    yield 0, one.first - reach.loose, one.last, one.first, late
    yield 1, one.first - reach.fine + 1, one.last, one.first, late


def tale(connection: sqlite3.Connection, article: int) -> tuple[str, bytes]:
    """An article's id and what it tells, packed; empty where nothing was taken down."""
    row = connection.execute(
        "SELECT id, data FROM article LEFT JOIN tale ON tale.article = article.key WHERE article.key = ?", (article,)
    ).fetchone()
    return row[0], row[1] or b""


def astray(connection: sqlite3.Connection, article: int, name: str) -> list[str]:
    """The ids of an article's tellings that are neither its events, at their triggers, nor its sentences."""
    told = connection.execute("SELECT id, is_sentence, start FROM telling WHERE article = ?", (article,)).fetchall()
    sentences = connection.execute("SELECT start, end FROM passage WHERE article = ?", (article,)).fetchall()
    there = {(content_id("telling", name, start, end), start) for start, end in sentences}
    there |= set(connection.execute(_EVENTS, (article,)).fetchall())
    return [full for bits, kind, start in told if ((full := _name(bits, kind)), start) not in there]


def pairs(shown: Snapshot, tellings: Iterable[str] | None) -> list[Alike]:
    """The pairs both of whose articles show; with `tellings`, those with both ends among them."""
    if tellings is None:
        told, made = shown.all(_TELLINGS), shown.all("SELECT one, other, likely FROM alike")
    else:
        told = shown.all(_TELLINGS_OF, (json.dumps(sorted({number(one) for one in tellings})),))
        made = shown.all(_PAIRS_OF, (json.dumps([key for key, *_ in told]),))
    closed = {key for (key,) in shown.all(_ON_FURNITURE)}
    names = {
        key: _name(bits, kind) for key, bits, kind, article in told if article in shown.visible and key not in closed
    }
    found = ((names[one], names[other], likely) for one, other, likely in made if one in names and other in names)
    return sorted(Alike(min(one, other), max(one, other), likely / _STEPS) for one, other, likely in found)


def number(telling: str) -> int:
    """The 64 bits of an id, as SQLite holds them."""
    bits = int(telling.rpartition("-")[2], 16)
    return bits - _WHOLE if bits >= _HALF else bits


def _name(bits: int, is_sentence: int) -> str:
    return f"{'telling' if is_sentence else 'event'}-{bits % _WHOLE:016x}"


_TAKE: Final = (
    "DELETE FROM alike WHERE one IN (SELECT key FROM telling WHERE article = ?)",
    "DELETE FROM alike WHERE other IN (SELECT key FROM telling WHERE article = ?)",
    "DELETE FROM root WHERE telling IN (SELECT key FROM telling WHERE article = ?)",
    "DELETE FROM telling WHERE article = ?",
)
_NEAR: Final = """
WITH near (key) AS (
    SELECT DISTINCT root.telling FROM json_each(:asked) AS asked CROSS JOIN root
        ON root.root = asked.value ->> 0 AND root.is_fine = asked.value ->> 1
            AND root.first >= asked.value ->> 2 AND root.first <= asked.value ->> 3 AND root.last >= asked.value ->> 4
    WHERE asked.value ->> 5 = 0 OR told - last <= :fresh OR abs(told - (asked.value ->> 5)) <= :beside
)
SELECT telling.article, telling.id, start, is_sentence, first, last, told, is_named
FROM near CROSS JOIN telling ON telling.key = near.key
WHERE telling.article IS NOT (SELECT key FROM article WHERE id = :own)
"""
_EVENTS: Final = """
SELECT id, trigger_start FROM event WHERE article = ?1
UNION SELECT row ->> 'id', row ->> 'trigger_start' FROM aside WHERE article = ?1 AND kind = 'event'
"""
_TELLINGS: Final = "SELECT key, id, is_sentence, article FROM telling"
_TELLINGS_OF: Final = """
SELECT telling.key, telling.id, is_sentence, article
FROM json_each(?) AS asked CROSS JOIN telling ON telling.id = asked.value
"""
_PAIRS_OF: Final = "SELECT one, other, likely FROM json_each(?) AS asked CROSS JOIN alike ON one = asked.value"
_ON_FURNITURE: Final = """
SELECT telling.key FROM repeat CROSS JOIN block ON block.article = repeat.article AND block.ordinal = repeat.ordinal
    CROSS JOIN telling ON telling.article = block.article AND block.start <= telling.start AND telling.start < block.end
"""
