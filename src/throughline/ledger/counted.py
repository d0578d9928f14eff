"""What is counted of an article's findings, so that a view need not read them all: names, and spans of days.

In: a connection in a transaction, an article's key. Out: rows of `named` and `span` in place of those that were there.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable

from throughline.text.fold import fold_name
from throughline.text.surnames import surname


def count_names(connection: sqlite3.Connection, article: int, mentions: Iterable[tuple[str, str, str]]) -> None:
    """Count mentions, each given by its key, name and type."""
    connection.execute("DELETE FROM named WHERE article = ?", (article,))
    connection.executemany(
        "INSERT INTO named (article, who, name, type, mentions, last) VALUES (?, ?, ?, ?, ?, ?)",
        [(article, *key, times, surname(fold_name(key[1]))) for key, times in Counter(mentions).items()],
    )


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
