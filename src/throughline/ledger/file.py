"""The story file itself: opening it to write or to read, and SQLite's errors said as ours.

In: a path. Out: a connection in autocommit, or a StoryError or StorageError that says what to do. A file that is not
ours is never written to. A reader needs no lock and waits for nobody, but for the first that meets a file of an
earlier form: it brings the file up to the present one.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import quote

from throughline.errors import NewerStory, NotAStory, StorageError, StoryBusy, StoryMissing
from throughline.ledger import migrations
from throughline.ledger.lock import acquire

APPLICATION_ID: Final = 0x54686C6E  # "Thln"
_WAIT: Final = 10.0  # seconds to wait for SQLite's own locks, which are held for moments only
_NOT_OURS: Final = frozenset({sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FORMAT})
_BUSY: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})


def connect_writer(path: Path) -> sqlite3.Connection:
    """Open for writing; makes the file, or its tables, where there are none. The caller holds the lock."""
    with guarded(path):
        connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
    try:
        with guarded(path):
            if _is_blank(connection):
                connection.execute("PRAGMA journal_mode = WAL")
                migrations.create(connection, APPLICATION_ID)
            _check(connection, path)
            migrations.migrate(connection)
            # Safe against a killed process at every moment, and against a power cut up to the last seconds.
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA cache_size = -65536")
            connection.execute("PRAGMA wal_autocheckpoint = 4000")
    except BaseException:
        connection.close()
        raise
    return connection


def connect_reader(path: Path) -> sqlite3.Connection:
    """Open for reading one unchanging snapshot. A file that was begun but holds nothing yet reads as empty."""
    if not path.is_file():
        raise StoryMissing(f"there is no story at {path}: check the path, or make one with `throughline add`")
    connection = _connected(path)
    try:
        with guarded(path):
            if _is_blank(connection):
                connection.close()
                connection = sqlite3.connect(":memory:", isolation_level=None)
                migrations.create(connection, APPLICATION_ID)
            _check(connection, path)
            if _pragma(connection, "PRAGMA user_version") < migrations.VERSION:
                connection.close()
                _bring_up(path)
                connection = _connected(path)
            connection.execute("PRAGMA query_only = ON")
            connection.execute("PRAGMA cache_size = -65536")
            connection.execute("BEGIN")
            connection.execute("SELECT count(*) FROM migration").fetchone()  # takes the snapshot now
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def guarded(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into what we promise."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        if code in _NOT_OURS:
            raise NotAStory(f"{path} is no Throughline story, or is damaged ({error}): give another path") from error
        if code in _BUSY:
            raise StoryBusy(f"another process is writing to {path}: wait for it to end, then try again") from error
        if code == sqlite3.SQLITE_FULL:
            raise StorageError(f"no room left to write {path}: free some space and run it again; it goes on") from error
        if code in {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}:
            raise StorageError(f"{path} can't be written or read ({error}): check the disk and permissions") from error
        raise


def _bring_up(path: Path) -> None:
    """Give a file of an earlier form the present one; StorageError where it may not be written."""
    lock = acquire(path)
    try:
        connect_writer(path).close()
    finally:
        lock.release()


def _connected(path: Path) -> sqlite3.Connection:
    address = f"file:{quote(str(path.absolute()))}"
    with guarded(path):
        return _connect_reader(address, path)


def _connect_reader(address: str, path: Path) -> sqlite3.Connection:
    try:
        # Opened as if to write, so that the last one out can tidy away SQLite's own files; `query_only` is set next.
        connection = sqlite3.connect(f"{address}?mode=rw", uri=True, timeout=_WAIT, isolation_level=None)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as error:
        # On a read-only disk SQLite can't make the files by which readers and a writer keep out of each other's way.
        # Where no writer has left one, nobody writes, and none is needed.
        wal = path.with_name(path.name + "-wal")
        is_shut_out = error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}
        if not is_shut_out or (wal.exists() and wal.stat().st_size):
            raise
        return sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True, isolation_level=None)
    return connection


def _is_blank(connection: sqlite3.Connection) -> bool:
    """Tell whether nothing was ever put in: a new file, or one whose maker was killed at once."""
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return not tables and not _pragma(connection, "PRAGMA application_id")


def _check(connection: sqlite3.Connection, path: Path) -> None:
    if _pragma(connection, "PRAGMA application_id") != APPLICATION_ID:
        raise NotAStory(f"{path} is a database, but no Throughline story: give another path")
    version = _pragma(connection, "PRAGMA user_version")
    if version > migrations.VERSION:
        raise NewerStory(
            f"{path} was written by a later Throughline (its format is {version}, this one reads up to "
            f"{migrations.VERSION}): upgrade with `pip install --upgrade throughline`"
        )


def _pragma(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(pragma).fetchone()[0])
