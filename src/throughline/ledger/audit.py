"""Checking every law that can be checked on a file.

In: a story's path. Out: a `Problem` for every breach; none for a sound file. Nothing is changed. Proved are the file's
own soundness, that every record's words stand at its place (law 1), that findings rest on readable blocks (law 7), that
ids are hashes of what they name (law 4), that days of knowing follow from the dates (law 2) these from the pages and
rulings (law 9), that every record named is there, and that full text search knows just the sentences that there are.
"""

import json
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from throughline.errors import NotAStory
from throughline.ledger import alike, datings, repeats
from throughline.ledger.counted import acronym, sound
from throughline.ledger.file import connect_reader, guarded
from throughline.ledger.found import who
from throughline.ledger.hydrate import day
from throughline.ledger.reading import touches
from throughline.ledger.versions import SINCE
from throughline.model import READABLE, Declared, Problem, Severity, content_id, page_of
from throughline.text.gist import print_of

_ADVICE: Final = "restore the file from a copy, or make it anew from the same pages with `throughline add`"
_FINDINGS: Final = ("mention", "time", "statement", "figure", "event")
Row = tuple[Any, ...]


def audit(path: Path) -> list[Problem]:
    """Check a story; StoryError where there is none to check."""
    with closing(connect_reader(path)) as connection:
        try:
            with guarded(path):
                broken = list(_file(connection))
                if not broken:
                    broken = [
                        *_pages(connection),
                        *_articles(connection),
                        *datings.breaches(connection),
                        *_links(connection),
                    ]
                    broken += [] if broken else _search(connection)
        except NotAStory as error:
            broken = [("the file", str(error))]
    return [
        Problem(content_id("problem", "audit", where, what), f"{path}: {where}", what, Severity.ERROR, _ADVICE)
        for where, what in broken
    ]


def _file(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    for (said,) in connection.execute("PRAGMA integrity_check"):
        if said != "ok":
            yield "the file", str(said)
    for table, row, other, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"{table} {row}", f"names a {other} that is not there"


def _pages(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    rows = connection.execute("SELECT key, id, media_type, size, captured, declared, data FROM page")
    for key, name, media_type, size, captured, declared, packed in rows:
        try:
            data = zlib.decompress(packed)
        except zlib.error as error:
            yield name, f"its bytes can't be unpacked: {error}"
            continue
        again = page_of(data, media_type, "", Declared(**json.loads(declared)), day(captured))
        if again.id != name or len(data) != size:
            yield name, f"its bytes are not those that were captured: they make {again.id}"
        if not connection.execute("SELECT 1 FROM page_source WHERE page = ?", (key,)).fetchone():
            yield name, "nothing says where it was found"


def _articles(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    rows = connection.execute(
        f"""SELECT article.key, article.id, page.id, known, {SINCE}, text
        FROM article JOIN page ON page.key = article.page
            LEFT JOIN sketch ON sketch.article = article.key"""  # noqa: S608 - the words are ours
    )
    for key, name, page, known, since, text in rows:
        if name != content_id("article", page):
            yield name, f"its id does not follow from {page}"
        if known != since:
            yield name, f"it is said to be known since {known}, but its days and its earlier versions make it {since}"
        blocks = connection.execute(
            "SELECT role, start, end FROM block WHERE article = ? ORDER BY ordinal", (key,)
        ).fetchall()
        yield from _blocks(name, text, blocks)
        closed = [(start, end) for role, start, end in blocks if role not in READABLE]
        yield from _evidence(connection, key, (name, text), closed)
        if repeats.breaches(connection, key):
            yield name, "what is taken for furniture is not what its outlet repeats"
        yield from _references(connection, key, name)
        yield from _gists(connection, key, (name, text))
        for telling in alike.astray(connection, key, name):
            yield telling, f"it is compared with others as a telling of {name}, which tells no such thing there"


def _blocks(name: str, text: str, blocks: list[Row]) -> Iterator[tuple[str, str]]:
    after = 0
    for role, start, end in blocks:
        if not after <= start <= end <= len(text) or text[after:start].strip():
            yield name, f"the {role} block at {start}..{end} is out of place"
            return
        after = end
    if text[after:].strip():
        yield name, f"no block says what the text from {after} is for"


def _evidence(
    connection: sqlite3.Connection, key: int, article: tuple[str, str], closed: list[tuple[int, int]]
) -> Iterator[tuple[str, str]]:
    name, text = article
    starts = [start for start, _ in closed]
    rows = connection.execute(_EVIDENCE, {"article": key}).fetchall()
    found = set(connection.execute(_ON_FURNITURE, {"article": key}))  # search may find them
    own = {(start, end) for owner, start, end, _ in rows if owner == name}  # its day and its credit: "Source: Sputnik"
    for owner, start, end, words in rows:
        if not 0 <= start < end or (words is not None and text[start:end] != words):
            yield owner, f"{words!r} does not stand at {start}..{end} of {name}, but {text[start:end]!r}"
        elif (start, end) not in own and (owner, start, end) not in found and touches(closed, starts, start, end):
            yield owner, f"it rests on a block that may not be read, at {start}..{end} of {name}"


def _references(connection: sqlite3.Connection, key: int, name: str) -> Iterator[tuple[str, str]]:
    ids = {name} | {row[0] for row in connection.execute(_IDS, {"article": key})}
    for owner, named in connection.execute(_NAMED, {"article": key}):
        if owner not in ids or (named is not None and named not in ids):
            yield owner, f"it names {named}, which is not in {name}"
    people = connection.execute("SELECT id, entity, name, who FROM mention WHERE article = ?", (key,))
    for mention, entity, full, kept in people:
        if kept != who(entity, full):
            yield mention, f"it is grouped by {kept}, not by {who(entity, full)}"
    if connection.execute(_MISCOUNTED, {"article": key}).fetchone():
        yield name, "the names counted are not those of its mentions"


def _gists(connection: sqlite3.Connection, key: int, article: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """What is kept to be quick follows from what is kept to be true."""
    name, text = article
    if connection.execute(_UNCOUNTED, {"article": key}).fetchone():
        yield name, "the days that it names are not all counted"
    for start, end, kept in connection.execute("SELECT start, end, print FROM gist WHERE article = ?", (key,)):
        if kept != print_of(text[start:end]):
            yield name, f"the print of its sentence at {start}..{end} is not that of its words"
    for who_of, full, kind, *kept in connection.execute(_JOINED_BY, (key,)):
        if kept != [sound(full), acronym(who_of, kind)]:
            yield name, f"{full} is joined by {' and '.join(map(repr, kept))}, which its words do not give"


def _links(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    days = dict(connection.execute("SELECT id, known FROM article").fetchall())
    for name, left, right, relation, known in connection.execute("SELECT id, left, right, relation, known FROM link"):
        if name != content_id("link", relation, left, right):
            yield name, f"its id does not follow from what it joins: {left} {relation} {right}"
        if left in days and right in days:
            ends = (days[left], days[right])
            since = None if None in ends else max(ends)
            if known != since:
                yield name, f"it is said to be known since {known}, but its ends since {since}"
        elif not (_is_there(connection, left) and _is_there(connection, right)):
            yield name, f"it joins {left} and {right}, which are not both there"


def _is_there(connection: sqlite3.Connection, name: str) -> bool:
    return connection.execute(_ANY, {"id": name}).fetchone() is not None


def _search(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Compare full text search with the sentences, by indexing them anew beside the file.

    SQLite's own check would take the writer's place for as long as it lasts.
    """
    connection.execute("PRAGMA query_only = OFF")  # for the temporary tables; nothing else is written
    for statement in _INDEX_ANEW:
        connection.execute(statement)
    for key, text in connection.execute("SELECT key, text FROM article"):
        places = connection.execute("SELECT key, start, end FROM passage WHERE article = ?", (key,))
        connection.executemany(
            "INSERT INTO temp.anew (rowid, words) VALUES (?, ?)",
            [(passage, text[start:end]) for passage, start, end in places],
        )
    for difference, what in _SEARCH_DIFFERS:
        (count,) = connection.execute(difference).fetchone()
        if count:
            yield "search", f"{count} {what}"


# The same words and tokeniser as passage_index in schema.sql.
_INDEX_ANEW: Final = (
    """CREATE VIRTUAL TABLE temp.anew USING fts5 (words, content = '',
        tokenize = 'porter unicode61 remove_diacritics 2')""",
    "CREATE VIRTUAL TABLE temp.kept_terms USING fts5vocab ('main', 'passage_index', 'row')",
    "CREATE VIRTUAL TABLE temp.anew_terms USING fts5vocab ('temp', 'anew', 'row')",
)
_SEARCH_DIFFERS: Final = (
    (
        """SELECT count(*) FROM (SELECT id, sz FROM temp.anew_docsize EXCEPT SELECT id, sz FROM
            main.passage_index_docsize)""",
        "sentences can't be found, or not by all their words",
    ),
    (
        "SELECT count(*) FROM (SELECT id FROM main.passage_index_docsize EXCEPT SELECT id FROM temp.anew_docsize)",
        "sentences are found that are not there",
    ),
    (
        """SELECT count(*) FROM (SELECT term, doc, cnt FROM temp.anew_terms EXCEPT SELECT term, doc, cnt FROM
            temp.kept_terms)""",
        "words are in other sentences than search has them",
    ),
)


_EVIDENCE: Final = "\nUNION ALL ".join(
    (
        *(f"SELECT id, start, end, words FROM {table} WHERE article = :article" for table in _FINDINGS),  # noqa: S608
        "SELECT id, trigger_start, trigger_end, trigger FROM event WHERE article = :article",
        "SELECT id, anchor_start, anchor_end, anchor FROM time WHERE article = :article AND anchor IS NOT NULL",
        "SELECT id, of_start, of_end, of FROM figure WHERE article = :article AND of IS NOT NULL",
        "SELECT owner, start, end, words FROM part WHERE article = :article",
        "SELECT 'a sentence', start, end, NULL FROM passage WHERE article = :article",
    )
)
_ON_FURNITURE: Final = """
SELECT 'a sentence', passage.start, passage.end FROM passage JOIN repeat ON repeat.article = passage.article
    JOIN block ON block.article = repeat.article AND block.ordinal = repeat.ordinal
        AND block.start < passage.end AND passage.start < block.end
WHERE passage.article = :article
"""
_IDS: Final = "\nUNION ALL ".join(f"SELECT id FROM {table} WHERE article = :article" for table in _FINDINGS)  # noqa: S608
_NAMED: Final = """
SELECT owner, mention FROM part WHERE article = :article
UNION ALL SELECT id, statement FROM figure WHERE article = :article
UNION ALL SELECT id, event FROM figure WHERE article = :article
UNION ALL SELECT id, statement FROM event WHERE article = :article
"""
_MISCOUNTED: Final = """
WITH counted (who, name, type, mentions) AS (
    SELECT who, name, type, count(*) FROM mention WHERE article = :article GROUP BY who, name, type
), kept (who, name, type, mentions) AS (SELECT who, name, type, mentions FROM named WHERE article = :article)
SELECT 1 WHERE EXISTS (SELECT * FROM counted EXCEPT SELECT * FROM kept)
    OR EXISTS (SELECT * FROM kept EXCEPT SELECT * FROM counted)
"""
_JOINED_BY: Final = "SELECT DISTINCT who, name, type, frame, initials FROM named WHERE article = ?"
_UNCOUNTED: Final = """
SELECT 1 FROM gist WHERE article = :article AND when_first IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM span WHERE span.article = :article AND first = when_first AND last = when_last
)
"""
_ANY: Final = "\nUNION ALL ".join(f"SELECT 1 FROM {table} WHERE id = :id" for table in ("article", *_FINDINGS))  # noqa: S608
