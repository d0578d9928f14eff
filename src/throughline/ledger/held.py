"""An article as it was first read, out of the file: what is needed to anchor it to another day.

In: a connection and an article's id. Out: a `Reading` with the page, the article in the roles that it was read with,
its sentences, what a reader saw, and where its date comes from; without what was found in it.
"""

import json
import sqlite3
import zlib

from throughline.ledger import articles, cards, query
from throughline.ledger.hydrate import day
from throughline.ledger.reading import Reading
from throughline.model import Declared, Page, Span


def read(connection: sqlite3.Connection, article_id: str) -> Reading | None:
    """Read an article for anchoring; None where there is none of that id."""
    row = connection.execute(_KEYS, (article_id,)).fetchone()
    if row is None:
        return None
    key, page_id, since, seen, told = row
    article = articles.read(connection, key, query.BLOCKS_AS_READ)
    sentences = connection.execute("SELECT start, end FROM passage WHERE article = ? ORDER BY key", (key,))
    return Reading(
        page(connection, page_id),
        article,
        passages=tuple(Span(*place) for place in sentences),
        parse=seen or b"",
        dating=cards.kept(connection, key, article),
        since=day(since),
        tale=told or b"",
    )


def page(connection: sqlite3.Connection, page_id: str) -> Page:
    """Read a page that is there, with its bytes."""
    source, media_type, captured, declared, data = connection.execute(query.PAGE, (page_id,)).fetchone()
    return Page(page_id, source, media_type, zlib.decompress(data), day(captured), Declared(**json.loads(declared)))


_KEYS = """
SELECT article.key, page.id, dated_since, parse.data, tale.data FROM article JOIN page ON page.key = article.page
    LEFT JOIN parse ON parse.article = article.key LEFT JOIN tale ON tale.article = article.key WHERE article.id = ?
"""
