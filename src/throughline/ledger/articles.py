"""Articles to rows, and back.

In: a connection, and an article or its key. Out: its row with its blocks and its own evidence; or the article, whole.
The column known is made here first: since when the article's date is known for certain (`versions` moves it on).
"""

import json
import sqlite3
from dataclasses import replace
from datetime import date
from typing import Any, Final

from throughline.ledger import columns, found, hydrate, margins, query, whens
from throughline.ledger.hydrate import Row
from throughline.model import Article, Block, Role

_RIVAL: Final = ("edtf", "first", "last", "grain", "words", "rule", "reason")


def write(connection: sqlite3.Connection, article: Article, page: int, since: date | None) -> int:
    """Write an article, whose date is known since a day if other pages give it; its key."""
    fixed = {
        "id": article.id,
        "page": page,
        "title": article.title,
        "outlet": article.outlet,
        "authors": columns.listed(article.authors),
        "url": article.url,
        "language": article.language,
        "origin": article.origin.name if article.origin else None,
        "dateline": article.dateline,
        "text": article.text,
        "subtitle": article.subtitle,
        "section": article.section,
        "home": article.home,
    }
    held = fixed | _dated(article, since)
    names, marks = ", ".join(held), ", ".join("?" * len(held))
    cursor = connection.execute(f"INSERT INTO article ({names}) VALUES ({marks})", tuple(held.values()))  # noqa: S608 - the names are ours
    key = int(cursor.lastrowid or 0)
    connection.executemany(
        "INSERT INTO block (article, ordinal, role, start, end) VALUES (?, ?, ?, ?, ?)",
        [(key, number, block.role, block.start, block.end) for number, block in enumerate(article.blocks)],
    )
    _own_parts(connection, article, key)
    return key


def redate(connection: sqlite3.Connection, key: int, article: Article, since: date | None) -> None:
    """Write an article's date anew, and what hangs on it in its own row. Its parts have been taken out before."""
    held = _dated(article, since)
    changes = ", ".join(f"{name} = ?" for name in held)
    connection.execute(f"UPDATE article SET {changes} WHERE key = ?", (*held.values(), key))  # noqa: S608 - the names are ours
    _own_parts(connection, article, key)


def _dated(article: Article, since: date | None) -> dict[str, Any]:
    """The columns that hang on an article's date."""
    card = article.published
    rivals = [dict(zip(_RIVAL, (*columns.when(r.when), r.reason), strict=True)) for r in card.rivals]
    names = (f"published_{name}" for name in ("edtf", "first", "last", "grain", "words", "rule"))
    last = card.when.last
    return dict(zip(names, columns.when(card.when), strict=True)) | {
        "known": columns.day(max(last, since or last) if last else None),
        "reasons": columns.listed(card.reasons),
        "rivals": json.dumps(rivals, ensure_ascii=False),
        "margin": margins.dumps(article),
        "guess": whens.dumps(card.guess),
        "moment": card.moment,
        "dated_since": columns.day(since),
    }


def _own_parts(connection: sqlite3.Connection, article: Article, key: int) -> None:
    own = [("published", number, evidence) for number, evidence in enumerate(article.published.evidence)]
    if article.origin:
        own.append(("origin", 0, article.origin.evidence))
    connection.executemany(
        found.PART, [(key, article.id, part, number, e.start, e.end, e.words, None, None) for part, number, e in own]
    )


def read(connection: sqlite3.Connection, key: int, blocks: str = query.BLOCKS) -> Article:
    """Read an article, whole; `blocks` asks for its blocks as they stand, or as they were first read."""

    def ask(sql: str) -> list[Row]:
        return connection.execute(sql, (key,)).fetchall()

    head = hydrate.head(connection.execute(hydrate.HEAD + query.FROM_HEAD, (json.dumps([key]),)).fetchone())
    (row,) = ask(query.ARTICLE)
    *own, guess, margin = row
    roles = tuple(Block(Role(role), start, end) for role, start, end in ask(blocks))
    bare = hydrate.article(head, own, roles)
    parts = connection.execute(hydrate.PART + query.PARTS_OF, (key, head.id)).fetchall()
    card = replace(bare.published, evidence=hydrate.card_evidence(head.id, parts), guess=whens.loads(guess))
    article = replace(bare, published=card, origin=hydrate.origin(head.id, head.origin, parts))
    return margins.complete(article, margin)
