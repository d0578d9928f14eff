"""What is counted of an article's findings, so that a view need not read them all: names, and spans of days.

In: a connection in a transaction, an article's key. Out: rows of `named` and `span` in place of those that were there.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable

from throughline.text.fold import fold_name
from throughline.text.spellings import frame
from throughline.text.surnames import initials, surname

_BODY = "organisation"
_UNKNOWN = "name:"  # how the keys of those begin whom no table knows


def count_names(connection: sqlite3.Connection, article: int, mentions: Iterable[tuple[str, str, str]]) -> None:
    """Count mentions, each given by its key, name and type."""
    connection.execute("DELETE FROM named WHERE article = ?", (article,))
    connection.executemany(
        "INSERT INTO named (article, who, name, type, mentions, frame, initials) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(article, *key, times, sound(key[1]), acronym(key[0], key[2])) for key, times in Counter(mentions).items()],
    )


def sound(name: str) -> str:
    """What the spellings of a name's last word share; "" where titles are all."""
    return frame(surname(fold_name(name)))


def acronym(key: str, kind: str) -> str:
    """The initials of a body's full name, by its key; "" of a short one, and of others."""
    return initials(key.removeprefix(_UNKNOWN)) if kind == _BODY and key.startswith(_UNKNOWN) else ""


def count_days(connection: sqlite3.Connection, article: int) -> None:
    """Note every span of days that an article is of, or that its events and gists name."""
    connection.execute("DELETE FROM span WHERE article = ?", (article,))
    connection.execute(_DAYS, {"article": article})


_DAYS = """
INSERT INTO span (first, last, article)
SELECT first, last, :article FROM (
    SELECT published_first AS first, published_last AS last FROM article WHERE key = :article
    UNION SELECT when_first, when_last FROM event WHERE article = :article
    UNION SELECT when_first, when_last FROM gist WHERE article = :article
) WHERE first IS NOT NULL AND last IS NOT NULL
"""
