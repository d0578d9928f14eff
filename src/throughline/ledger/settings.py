"""What a user says of outlets and sites, kept in the story: so that it is read anew as it was read.

In: a connection, and `Setting`s. Out: rows that are only ever added, and of each name the newest, which applies to the
pages added from then on.
"""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from throughline.ledger.file import connect_reader, guarded
from throughline.model import Setting


def keep(connection: sqlite3.Connection, given: Iterable[Setting]) -> None:
    """Keep settings that differ from those in force; within a transaction of the caller's."""
    known = {one.name: one.content for one in in_force(connection)}
    (pages,) = connection.execute("SELECT coalesce(max(key), 0) FROM page").fetchone()
    connection.executemany(
        "INSERT INTO setting (name, content, after) VALUES (?, ?, ?)",
        [(one.name, one.content, pages) for one in given if one.content != known.get(one.name, "")],
    )


def in_force(connection: sqlite3.Connection) -> tuple[Setting, ...]:
    """The newest of each name."""
    rows = connection.execute(
        """SELECT name, content, (SELECT count(*) FROM page WHERE page.key <= setting.after)
        FROM setting WHERE key IN (SELECT max(key) FROM setting GROUP BY name) ORDER BY name"""
    )
    return tuple(Setting(*row) for row in rows)


def stored(path: Path) -> tuple[Setting, ...]:
    """The settings of a story that is not being written to."""
    connection = connect_reader(path)
    try:
        with guarded(path):
            return in_force(connection)
    finally:
        connection.close()
