"""Findings that rest on furniture, set aside: kept, and out of every view's sight.

In: a connection in a transaction, an article's key, and which of its blocks are furniture. Out: these blocks are
boilerplate, what rests on them is in `aside` instead of its own table, and what is counted is counted anew. A block
that is furniture no longer gets its role and its findings back just as they were. Sentences stay where they are: search
finds them still.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable
from typing import Any, Final

from throughline.ledger.counted import count_days, count_names
from throughline.model import Role

KINDS: Final = ("mention", "time", "statement", "figure", "event", "part", "gist")


def settle(connection: sqlite3.Connection, article: int, furniture: Collection[int]) -> bool:
    """Make these blocks of an article, and no others, furniture; False where they are already."""
    kept = connection.execute("SELECT ordinal FROM repeat WHERE article = ?", (article,))
    if set(furniture) == {ordinal for (ordinal,) in kept}:
        return False
    _put_back(connection, article)
    _set_aside(connection, article, furniture)
    mentions = connection.execute("SELECT who, name, type FROM mention WHERE article = ? ORDER BY key", (article,))
    count_names(connection, article, mentions.fetchall())
    count_days(connection, article)
    return True


def _put_back(connection: sqlite3.Connection, article: int) -> None:
    _count_places(connection, article, "+")
    connection.execute(
        """UPDATE block SET role = repeat.role FROM repeat
        WHERE block.article = ?1 AND repeat.article = ?1 AND repeat.ordinal = block.ordinal""",
        (article,),
    )
    connection.execute("DELETE FROM repeat WHERE article = ?", (article,))
    for kind, row in connection.execute("SELECT kind, row FROM aside WHERE article = ?", (article,)).fetchall():
        held: dict[str, Any] = json.loads(row)
        columns, marks = ", ".join(f'"{name}"' for name in held), ", ".join("?" * len(held))
        connection.execute(f"INSERT INTO {kind} ({columns}) VALUES ({marks})", tuple(held.values()))  # noqa: S608
    connection.execute("DELETE FROM aside WHERE article = ?", (article,))


def _set_aside(connection: sqlite3.Connection, article: int, furniture: Iterable[int]) -> None:
    for statement in _MAKE_FURNITURE:
        connection.execute(
            statement, {"article": article, "those": json.dumps(sorted(furniture)), "role": Role.BOILERPLATE}
        )
    owners = {owner for (owner,) in connection.execute(_RESTING, {"article": article})}
    while more := {one for one, other in connection.execute(_NAMING, (article,)) if other in owners} - owners:
        owners |= more
    names = json.dumps(sorted(owners))
    for kind in KINDS:
        _move(connection, kind, article, names)
    _count_places(connection, article, "-")


def _count_places(connection: sqlite3.Connection, article: int, sign: str) -> None:
    """Count an article's sentences without those of its furniture ("-"), or with them again: news is what opens it."""
    passed = f"""SELECT count(*) FROM passage
        WHERE passage.article = gist.article AND passage.start < gist.start AND {_rests("passage")}"""  # noqa: S608
    # Through numbers below nothing, since no two sentences may have one place even for a moment.
    for change in (f"-1 - (place {sign} ({passed}))", "-1 - place"):
        connection.execute(f"UPDATE gist SET place = {change} WHERE article = :article", {"article": article})  # noqa: S608


def _move(connection: sqlite3.Connection, kind: str, article: int, owners: str) -> None:
    """Move the rows of one table: those of some owners, or, of gists, those that stand on furniture."""
    asked = {"article": article, "those": owners}
    name = "owner" if kind == "part" else "id"
    where = _rests("gist") if kind == "gist" else f"{name} IN (SELECT value FROM json_each(:those))"  # noqa: S608
    cursor = connection.execute(f"SELECT * FROM {kind} WHERE article = :article AND {where}", asked)  # noqa: S608
    columns = [column[0] for column in cursor.description]
    rows = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    for row in rows:
        row.pop("key", None)  # another row may have it by the time that this one comes back
    connection.executemany(
        "INSERT INTO aside (article, kind, row) VALUES (?, ?, ?)", [(article, kind, json.dumps(row)) for row in rows]
    )
    connection.execute(f"DELETE FROM {kind} WHERE article = :article AND {where}", asked)  # noqa: S608


def _rests(table: str) -> str:
    """The condition that a row's words stand on furniture."""
    return f"""EXISTS (
        SELECT 1 FROM repeat JOIN block ON block.article = repeat.article AND block.ordinal = repeat.ordinal
        WHERE repeat.article = :article AND block.start < {table}.end AND {table}.start < block.end
    )"""  # noqa: S608 - the names are ours


_MAKE_FURNITURE = (
    """INSERT INTO repeat (article, ordinal, role) SELECT article, ordinal, role FROM block
        WHERE article = :article AND ordinal IN (SELECT value FROM json_each(:those))""",
    """UPDATE block SET role = :role
        WHERE article = :article AND ordinal IN (SELECT value FROM json_each(:those))""",
)
# Whose words, or whose parts' words, stand on furniture; the article's own day and credit may.
_RESTING = "\nUNION ".join(
    (
        *(
            f"SELECT id FROM {table} WHERE article = :article AND {_rests(table)}"  # noqa: S608 - the names are ours
            for table in ("mention", "time", "statement", "figure", "event")
        ),
        f"""SELECT owner FROM part WHERE article = :article AND {_rests("part")}
            AND owner NOT IN (SELECT id FROM article WHERE key = :article)""",  # noqa: S608
    )
)
# Who names whom among an article's findings.
_NAMING = """
SELECT owner, mention FROM part WHERE article = ?1 AND mention IS NOT NULL
UNION SELECT id, statement FROM figure WHERE article = ?1 AND statement IS NOT NULL
UNION SELECT id, event FROM figure WHERE article = ?1 AND event IS NOT NULL
UNION SELECT id, statement FROM event WHERE article = ?1 AND statement IS NOT NULL
"""
