"""Lines that an outlet repeats from page to page: appeals for subscribers, credits, what it says of itself.

In: a connection in a transaction that has written an article and its links. Out: rows of `line`, and the blocks that
are furniture settled (see aside.py), of this article and of all that it bears on. A block is *seen* where articles of
the same outlet had it before, on DAYS different days, the first of them AGE days before; copies and versions of its own
article do not count, nor do undated ones. What is seen is furniture where it stands in a run from the top or to the
bottom of its article: agencies repeat their background too, but inside. What is furniture in an article is so in its
copies and versions. Nothing of this looks ahead: it rests on what was known before the article was published, so that
the order of arrival changes nothing (laws 2 and 3).

Measured on 2,939 articles of six outlets, 2008 to 2011 (Timeline17, one block a sentence): of 115,691 readable blocks
214 are taken, 24 different ones, all furniture when read. Without AGE it were 360, and half of the others a box of
background that stood in one week's reports; of 162 that are seen inside an article, most are background.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import takewhile
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from throughline.ledger import aside
from throughline.model import READABLE, Relation
from throughline.text.fold import fold_name
from throughline.text.gist import letters, print_of

DAYS: Final = 3  # on two days alike is an update of a report; see above
AGE: Final = 14
LEAST: Final = 6  # words of one line at least in a run: shorter runs are bits of sentences cut wrong ("BP Plc (BP.")
MOST: Final = 0.5  # of an article's text: a page that is nearly all alike is a notice, and it is news that it is there


class _Line(NamedTuple):
    article: int
    ordinal: int
    print: int
    first: str
    family: int
    seen: int


def note(connection: sqlite3.Connection, key: int) -> None:
    """Note the lines of an article that has an outlet and a day."""
    home, url, name, first, known, own = connection.execute(_CARD, (key,)).fetchone()
    outlet = _outlet(home, url, name)
    if not outlet or first is None or known is None:
        return
    family = print_of(own)
    rows = [
        (key, ordinal, print_of(f"{outlet} {words}"), known, first, family)
        for ordinal, words in _blocks(connection, key, _READ)
        if words
    ]
    connection.executemany(
        "INSERT INTO line (article, ordinal, print, known, first, family, seen) VALUES (?, ?, ?, ?, ?, ?, 0)", rows
    )


def settle(connection: sqlite3.Connection, key: int, moved: dict[int, str | None]) -> None:
    """Settle what an article that has come bears on, and those whose day of knowing has moved since."""
    for article in moved:
        connection.execute(_MOVED, (article,))
    fresh = _again(connection, _shared(connection, _OWN, key))
    fresh |= _again(connection, _shared(connection, _UNSEEN_AFTER, key))
    for article in moved:
        fresh |= _again(connection, _shared(connection, _LIKE, article))
    open_ = sorted({key, *moved, *fresh})
    while open_:  # it ends: what is copied is earlier than its copies
        article = open_.pop()
        if aside.settle(connection, article, _furniture(connection, article)):
            open_ += [left for (left,) in connection.execute(_COPIES, (article,))]


def forget(connection: sqlite3.Connection, key: int) -> list[_Line]:
    """Take an article's lines and furniture out; gives the lines of others that are like its own."""
    like = [line for line in _shared(connection, _LIKE, key) if line.article != key]
    aside.settle(connection, key, ())
    connection.execute("DELETE FROM line WHERE article = ?", (key,))
    return like


def settle_again(
    connection: sqlite3.Connection,
    key: int,
    noted: Iterable[_Line],
    moved: dict[int, str | None],
    joined: Iterable[str],
) -> None:
    """Settle what an article bears on whose date is another now: `noted` as `forget` gave it, `joined` by links."""
    met = connection.execute(_KEYS, (json.dumps(sorted(joined)),)).fetchall()
    touched = dict.fromkeys((one for (one,) in met), None) | moved
    touched |= dict.fromkeys(_again(connection, noted), None)
    settle(connection, key, touched)


def derive(connection: sqlite3.Connection) -> None:
    """Derive the lines and the furniture of all articles, in a file that was written when none were kept."""
    keys = [key for (key,) in connection.execute("SELECT key FROM article ORDER BY key")]
    for key in keys:
        note(connection, key)
        settle(connection, key, {})


def breaches(connection: sqlite3.Connection, article: int) -> bool:
    """Tell whether an article's furniture is another than follows from the lines of its outlet."""
    lines = _shared(connection, _OF, article)
    readable = {ordinal for ordinal, _ in _blocks(connection, article, _READ)}
    if any(line.ordinal not in readable for line in lines):
        return True
    kept = {ordinal for (ordinal,) in connection.execute("SELECT ordinal FROM repeat WHERE article = ?", (article,))}
    kin = _kin(connection, article)
    return (
        any(_is_seen(connection, line, kin) != line.seen for line in lines) or _furniture(connection, article) != kept
    )


def _shared(connection: sqlite3.Connection, which: str, article: int) -> list[_Line]:
    return [_Line(*row) for row in connection.execute(which, (article,))]


def _again(connection: sqlite3.Connection, lines: Iterable[_Line]) -> set[int]:
    """See anew which lines were seen; gives the articles of those where that changed."""
    changed = set()
    linked: dict[int, str] = {}
    for line in lines:
        if line.article not in linked:
            linked[line.article] = _kin(connection, line.article)
        seen = _is_seen(connection, line, linked[line.article])
        if seen != line.seen:
            connection.execute(
                "UPDATE line SET seen = ? WHERE article = ? AND ordinal = ?", (seen, line.article, line.ordinal)
            )
            changed.add(line.article)
    return changed


def _kin(connection: sqlite3.Connection, article: int) -> str:
    """An article with its copies, its versions, and what it is one of, as JSON."""
    return json.dumps([article, *(other for (other,) in connection.execute(_KIN, (article,)))])


def _is_seen(connection: sqlite3.Connection, line: _Line, kin: str) -> bool:
    asked = {"print": line.print, "first": line.first, "family": line.family, "kin": kin, "days": DAYS}
    days, families, since = connection.execute(_SEEN, asked).fetchone()
    if min(days, families) < DAYS:
        return False
    return date.fromisoformat(since) + timedelta(AGE) <= date.fromisoformat(line.first)


class _Block(NamedTuple):
    ordinal: int
    words: str
    seen: bool


def _furniture(connection: sqlite3.Connection, article: int) -> set[int]:
    """The blocks of an article that are furniture, by ordinal."""
    seen = {ordinal for (ordinal,) in connection.execute(_SEEN_OF, (article,))}
    inherited = set(_inherited(connection, article))
    if not seen and not inherited:
        return set()
    blocks = [_Block(number, words, number in seen) for number, words in _blocks(connection, article, _READ)]
    run = {*_run(blocks), *_run(blocks[::-1])}
    if sum(len(one.words) for one in run) > MOST * sum(len(one.words) for one in blocks):
        run = set()
    return {one.ordinal for one in run} | {one.ordinal for one in blocks if one.words in inherited}


def _run(blocks: Sequence[_Block]) -> list[_Block]:
    run = list(takewhile(lambda one: one.seen, blocks))
    return run if any(one.words.count(" ") + 1 >= LEAST for one in run) else []


def _inherited(connection: sqlite3.Connection, article: int) -> Iterator[str]:
    """Furniture of what an article is a copy or a version of."""
    for (other,) in connection.execute(_ORIGINALS, (article,)).fetchall():
        yield from (words for _, words in _blocks(connection, other, _REPEATED))


def _blocks(connection: sqlite3.Connection, article: int, which: str) -> list[tuple[int, str]]:
    return [(ordinal, letters(words)) for ordinal, words in connection.execute(which, (article,))]


def _outlet(home: str | None, url: str | None, name: str | None) -> str | None:
    """What tells outlets apart: their home, else the host of the page's address, else their name."""
    if home:
        return home.casefold()
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        host = None
    return host.removeprefix("www.") if host else fold_name(name or "") or None


def _words(many: Collection[str]) -> str:
    return "(" + ", ".join(f"'{one}'" for one in sorted(many)) + ")"


_JOINED = f"relation IN {_words((Relation.COPY_OF, Relation.UPDATES))}"
_COLUMNS = "SELECT line.article, line.ordinal, line.print, line.first, line.family, line.seen"
_CARD = """
SELECT home, url, outlet, published_first, known, coalesce(address, id)
FROM article LEFT JOIN sketch ON sketch.article = article.key WHERE article.key = ?
"""
_KEYS = "SELECT key FROM article WHERE id IN (SELECT value FROM json_each(?))"
_MOVED = "UPDATE line SET known = (SELECT known FROM article WHERE key = line.article) WHERE article = ?"
# Lines of an article that others have too; lines of others that it may be the third to show; all that are like its own.
_OF = f"{_COLUMNS} FROM line WHERE article = ?"
_OWN = f"""{_COLUMNS} FROM line WHERE article = ?1
    AND EXISTS (SELECT 1 FROM line AS other WHERE other.print = line.print AND other.article <> ?1)"""  # noqa: S608 - the words are ours
_UNSEEN_AFTER = f"""{_COLUMNS} FROM line AS own CROSS JOIN line
    ON line.print = own.print AND line.seen = 0 AND line.first > own.known AND line.article <> own.article
    WHERE own.article = ?1"""
_LIKE = f"{_COLUMNS} FROM line AS own CROSS JOIN line ON line.print = own.print WHERE own.article = ?1"
_SEEN_OF = "SELECT ordinal FROM line WHERE article = ? AND seen"
# How many days, of how many articles (DAYS are enough), and since when; kin: the article, its copies and versions.
_BEFORE = """FROM line WHERE print = :print AND known < :first AND family <> :family
    AND article NOT IN (SELECT value FROM json_each(:kin))"""
_SEEN = f"""SELECT (SELECT count(*) FROM (SELECT DISTINCT known {_BEFORE} LIMIT :days)),
    (SELECT count(*) FROM (SELECT DISTINCT family {_BEFORE} LIMIT :days)), (SELECT min(known) {_BEFORE})"""  # noqa: S608
_KIN = f"""
SELECT other.key FROM article CROSS JOIN link ON link.left = article.id CROSS JOIN article AS other
    ON other.id = link.right WHERE article.key = ?1 AND {_JOINED}
UNION SELECT other.key FROM article CROSS JOIN link ON link.right = article.id CROSS JOIN article AS other
    ON other.id = link.left WHERE article.key = ?1 AND {_JOINED}
"""  # noqa: S608
_ORIGINALS = f"""
SELECT other.key FROM article CROSS JOIN link ON link.left = article.id CROSS JOIN article AS other
    ON other.id = link.right AND other.known <= article.known
WHERE article.key = ? AND {_JOINED} AND EXISTS (SELECT 1 FROM repeat WHERE repeat.article = other.key)
"""  # noqa: S608
_COPIES = f"""
SELECT other.key FROM article CROSS JOIN link ON link.right = article.id CROSS JOIN article AS other
    ON other.id = link.left WHERE article.key = ? AND {_JOINED}
"""  # noqa: S608
_WORDS_OF = "SELECT block.ordinal, substr(text, start + 1, end - start) FROM article CROSS JOIN block"
_READ = f"""{_WORDS_OF} ON block.article = article.key
    LEFT JOIN repeat ON repeat.article = block.article AND repeat.ordinal = block.ordinal
WHERE article.key = ? AND coalesce(repeat.role, block.role) IN {_words(READABLE)} ORDER BY block.ordinal
"""
_REPEATED = f"""{_WORDS_OF} ON block.article = article.key
    CROSS JOIN repeat ON repeat.article = block.article AND repeat.ordinal = block.ordinal WHERE article.key = ?
"""
