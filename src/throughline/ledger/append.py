"""Records to rows.

In: a connection in a transaction, and a verified `Reading`. Out: its rows, all of them, or those that hang on its date
written anew. What each column means is said in schema.sql.
"""

import array
import json
import sqlite3
import sys
import zlib
from collections.abc import Iterable

from throughline.ledger import alike, articles, cards, columns, found, repeats, undated, versions
from throughline.ledger.counted import count_days
from throughline.ledger.gists import gists
from throughline.ledger.reading import Reading
from throughline.model import Article, Link, Page, Problem, Ruling, Sketch, Span

_COMPRESSION = 6  # zlib's own balance: level 9 takes twice the time for 1 % less


def append(connection: sqlite3.Connection, reading: Reading, added: str) -> None:
    """Write a page and everything read from it."""
    page = _page(connection, reading.page, added)
    problems(connection, reading.problems, page, reading.page.source)
    article = None
    if reading.article is not None:
        article = articles.write(connection, reading.article, page, reading.since)
        _passages(connection, reading.article, reading.passages, article)
        if reading.sketch is not None:
            _sketch(connection, reading.sketch, article)
        if reading.parse:
            connection.execute("INSERT INTO parse (article, data) VALUES (?, ?)", (article, reading.parse))
        if reading.tale:
            connection.execute("INSERT INTO tale (article, data) VALUES (?, ?)", (article, reading.tale))
        cards.keep(connection, article, reading.dating)
        _findings(connection, reading, article)
        alike.keep(connection, article, reading.told, reading.alike)
        own = reading.dating.own if reading.dating else reading.article.published
        undated.keep(connection, article, own, reading.traces)
        repeats.note(connection, article)
    links(connection, reading.links)
    moved = versions.settle(connection, reading.links)
    if article is not None:
        repeats.settle(connection, article, moved)
        undated.stir(connection, {article, *moved})


def redate(connection: sqlite3.Connection, key: int, reading: Reading) -> frozenset[int]:
    """Write anew all that hangs on an article's date: its own row, its findings, its links, and what rests on those.

    Gives the articles that are known since another day now.
    """
    article = reading.article
    if article is None:
        return frozenset()
    (page,) = connection.execute("SELECT page FROM article WHERE key = ?", (key,)).fetchone()
    problems(connection, reading.problems, page, reading.page.source)
    noted = repeats.forget(connection, key)
    found.take(connection, key)
    alike.take(connection, key)
    articles.redate(connection, key, article, reading.since)
    cards.keep(connection, key, reading.dating)
    _findings(connection, reading, key)
    alike.keep(connection, key, reading.told, reading.alike)
    if reading.sketch is not None:
        connection.execute("UPDATE sketch SET own = ? WHERE article = ?", (columns.day(reading.sketch.own), key))
    joined = versions.unlink(connection, article.id)
    links(connection, reading.links)
    joined |= {end for link in reading.links for end in (link.left, link.right)} | {article.id}
    moved = versions.settle_all(connection, joined)
    repeats.note(connection, key)
    repeats.settle_again(connection, key, noted, moved, joined)
    return frozenset(moved)


def _findings(connection: sqlite3.Connection, reading: Reading, key: int) -> None:
    found.write(connection, reading.findings, key)
    text = reading.article.text if reading.article else ""
    if reading.claims:
        connection.execute("INSERT OR REPLACE INTO claim (article, data) VALUES (?, ?)", (key, reading.claims))
    found.write_gists(connection, gists(text, reading.passages, reading.findings), key)
    count_days(connection, key)


def problems(
    connection: sqlite3.Connection, found: Iterable[Problem], page: int | None = None, source: str | None = None
) -> None:
    """Write problems; one that is about the page itself is shown wherever the page is."""
    connection.executemany(
        "INSERT OR IGNORE INTO problem (id, page, place, what, severity, advice) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (p.id, page, None if page and p.where == source else plain(p.where), plain(p.what), p.severity, p.advice)
            for p in found
        ],
    )


def links(connection: sqlite3.Connection, made: Iterable[Link]) -> None:
    """Write links."""
    connection.executemany(
        "INSERT OR IGNORE INTO link (id, left, right, relation, weight, reasons, known) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(k.id, k.left, k.right, k.relation, k.weight, columns.listed(k.reasons), columns.day(k.known)) for k in made],
    )


def ruling(connection: sqlite3.Connection, made: Ruling) -> None:
    """Write a ruling."""
    connection.execute(
        "INSERT OR IGNORE INTO ruling (id, target, verdict, value, reason, author, made) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (made.id, made.target, made.verdict, made.value, made.reason, made.author, made.made.isoformat()),
    )


def source(connection: sqlite3.Connection, page: int, place: str) -> None:
    """Write one more place where a page was found."""
    connection.execute("INSERT OR IGNORE INTO page_source (page, source) VALUES (?, ?)", (page, plain(place)))


def plain(text: str) -> str:
    """Make text fit to keep: half characters, as undecodable file names have them, become "?"."""
    return text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text


def _page(connection: sqlite3.Connection, page: Page, added: str) -> int:
    declared = page.declared
    said = {
        name: value
        for name in ("title", "outlet", "url", "published", "date_order", "language")
        if (value := getattr(declared, name)) is not None
    }
    cursor = connection.execute(
        "INSERT INTO page (id, media_type, size, captured, declared, added, data) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            page.id,
            page.media_type,
            len(page.data),
            columns.day(page.captured),
            json.dumps(said, ensure_ascii=True),
            added,
            zlib.compress(page.data, _COMPRESSION),
        ),
    )
    key = int(cursor.lastrowid or 0)
    source(connection, key, page.source)
    return key


def _passages(connection: sqlite3.Connection, article: Article, passages: Iterable[Span], key: int) -> None:
    (last,) = connection.execute("SELECT coalesce(max(key), 0) FROM passage").fetchone()
    numbered = list(enumerate(passages, start=int(last) + 1))
    connection.executemany(
        "INSERT INTO passage (key, article, start, end) VALUES (?, ?, ?, ?)",
        [(number, key, start, end) for number, (start, end) in numbered],
    )
    connection.executemany(
        "INSERT INTO passage_index (rowid, words) VALUES (?, ?)",
        [(number, article.text[start:end]) for number, (start, end) in numbered],
    )


def _sketch(connection: sqlite3.Connection, sketch: Sketch, key: int) -> None:
    connection.execute(
        "INSERT INTO sketch (article, name, address, shingles, borrowed, own) VALUES (?, ?, ?, ?, ?, ?)",
        (key, sketch.name, sketch.address, packed(sketch.shingles), int(sketch.borrowed), columns.day(sketch.own)),
    )
    connection.executemany(
        "INSERT INTO print (print, article) VALUES (?, ?)", [(number, key) for number in sorted(sketch.prints)]
    )


def packed(numbers: Iterable[int]) -> bytes:
    """Pack numbers below 2**32: sorted, four bytes each, the lowest first."""
    packing = array.array("I", sorted(numbers))
    if sys.byteorder == "big":
        packing.byteswap()
    return packing.tobytes()


def unpacked(data: bytes) -> frozenset[int]:
    """Undo `packed`."""
    packing = array.array("I")
    packing.frombytes(data)
    if sys.byteorder == "big":
        packing.byteswap()
    return frozenset(packing)
