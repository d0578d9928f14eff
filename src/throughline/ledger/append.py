"""Records to rows.

In: a connection in a transaction, and a verified `Reading`. Out: its rows, all of them. What each column means is said
in schema.sql; the columns that repeat what others say (known, who, speaker, actors, recipients) are made here only.
"""

import array
import json
import sqlite3
import sys
import zlib
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from throughline.ledger import margins, repeats, versions, whens
from throughline.ledger.counted import count_days, count_names
from throughline.ledger.gists import Gist, gists
from throughline.ledger.reading import Reading, all_of, parts
from throughline.model import (
    Article,
    Event,
    Figure,
    Findings,
    Link,
    Page,
    Participant,
    Problem,
    Ruling,
    Sketch,
    Span,
    Statement,
    Time,
    When,
)
from throughline.text.fold import fold_name
from throughline.text.gist import print_of

_NO_WHEN = (None, None, None, None, None, None)
_COMPRESSION = 6  # zlib's own balance: level 9 takes twice the time for 1 % less


def append(connection: sqlite3.Connection, reading: Reading, added: str) -> None:
    """Write a page and everything read from it."""
    page = _page(connection, reading.page, added)
    problems(connection, reading.problems, page, reading.page.source)
    article = None
    if reading.article is not None:
        article = _article(connection, reading.article, page)
        _findings(connection, reading.findings, article)
        _passages(connection, reading.article, reading.passages, article)
        told = gists(reading.article.text, reading.passages, reading.findings)
        _gists(connection, told, article)
        count_days(connection, article)
        if reading.sketch is not None:
            _sketch(connection, reading.sketch, article)
        repeats.note(connection, article)
    links(connection, reading.links)
    moved = versions.settle(connection, reading.links)
    if article is not None:
        repeats.settle(connection, article, moved)


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
        [(k.id, k.left, k.right, k.relation, k.weight, _list(k.reasons), _day(k.known)) for k in made],
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


def who(entity: str | None, name: str) -> str:
    """Return the key that mentions of one person or body are first grouped by."""
    return entity or _named(name)


@lru_cache(maxsize=50_000)
def _named(name: str) -> str:
    return "name:" + fold_name(name)


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
            _day(page.captured),
            json.dumps(said, ensure_ascii=True),
            added,
            zlib.compress(page.data, _COMPRESSION),
        ),
    )
    key = int(cursor.lastrowid or 0)
    source(connection, key, page.source)
    return key


def _article(connection: sqlite3.Connection, article: Article, page: int) -> int:
    card = article.published
    rivals = [dict(zip(_RIVAL, (*_when(r.when), r.reason), strict=True)) for r in card.rivals]
    cursor = connection.execute(
        """INSERT INTO article (id, page, known, title, outlet, authors, url, language, origin, dateline,
            published_edtf, published_first, published_last, published_grain, published_words, published_rule,
            reasons, rivals, text, subtitle, section, home, margin, guess, moment)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            article.id,
            page,
            _day(article.known),
            article.title,
            article.outlet,
            _list(article.authors),
            article.url,
            article.language,
            article.origin.name if article.origin else None,
            article.dateline,
            *_when(card.when),
            _list(card.reasons),
            json.dumps(rivals, ensure_ascii=False),
            article.text,
            article.subtitle,
            article.section,
            article.home,
            margins.dumps(article),
            json.dumps(whens.value(card.guess), ensure_ascii=False) if card.guess else None,
            card.moment,
        ),
    )
    key = int(cursor.lastrowid or 0)
    connection.executemany(
        "INSERT INTO block (article, ordinal, role, start, end) VALUES (?, ?, ?, ?, ?)",
        [(key, number, block.role, block.start, block.end) for number, block in enumerate(article.blocks)],
    )
    own = [("published", number, evidence) for number, evidence in enumerate(card.evidence)]
    if article.origin:
        own.append(("origin", 0, article.origin.evidence))
    connection.executemany(
        _PART, [(key, article.id, part, number, e.start, e.end, e.words, None, None) for part, number, e in own]
    )
    return key


_RIVAL = ("edtf", "first", "last", "grain", "words", "rule", "reason")
_PART = """INSERT INTO part (article, owner, part, ordinal, start, end, words, mention, name)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""


def _findings(connection: sqlite3.Connection, findings: Findings, article: int) -> None:
    keys = {mention.id: who(mention.entity, mention.name) for mention in findings.mentions}
    connection.executemany(
        """INSERT INTO mention (id, article, start, end, words, type, form, name, entity, who, rule)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            (m.id, article, *m.evidence[1:], m.type, m.form, m.name, m.entity, keys[m.id], m.rule)
            for m in findings.mentions
        ],
    )
    count_names(connection, article, ((keys[m.id], m.name, m.type) for m in findings.mentions))
    connection.executemany(
        """INSERT INTO time (id, article, start, end, words, type, value, when_edtf, when_first, when_last, when_grain,
            when_words, when_rule, rule, mod, anchor_start, anchor_end, anchor)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            (
                *(t.id, article, *t.evidence[1:], t.type, t.value, *_when(t.when), t.rule, t.mod),
                *(t.anchor[1:] if t.anchor else (None, None, None)),
            )
            for t in findings.times
        ],
    )
    connection.executemany(
        """INSERT INTO statement (id, article, start, end, words, mode, speaker, said_edtf, said_first, said_last,
            said_grain, said_words, said_rule, rule, print, is_thought)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            (
                *(s.id, article, *s.evidence[1:], s.mode, _key(s.source, keys), *_when(s.said), s.rule),
                *(content_print(s), s.is_thought),
            )
            for s in findings.statements
        ],
    )
    _figures(connection, findings.figures, article)
    _events(connection, findings.events, article, keys)
    connection.executemany(
        _PART,
        [
            (article, record.id, part, number, *evidence[1:], mention, name)
            for record in all_of(findings)
            if not isinstance(record, Time | Figure)
            for part, number, evidence, mention, name in parts(record)
        ],
    )


def content_print(statement: Statement) -> int:
    """Return what two prints of one statement's content share."""
    return print_of(" / ".join(piece.words for piece in statement.content))


def _figures(connection: sqlite3.Connection, figures: Iterable[Figure], article: int) -> None:
    connection.executemany(
        """INSERT INTO figure (id, article, start, end, words, low, high, approximate, unit, of_start, of_end, of,
            when_edtf, when_first, when_last, when_grain, when_words, when_rule, statement, rule, event)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            (
                f.id,
                article,
                *f.evidence[1:],
                f.amount.low,
                f.amount.high,
                int(f.amount.approximate),
                f.amount.unit,
                *(f.of[1:] if f.of else (None, None, None)),
                *_when(f.when),
                f.statement,
                f.rule,
                f.event,
            )
            for f in figures
        ],
    )


def _events(connection: sqlite3.Connection, events: Iterable[Event], article: int, keys: dict[str, str]) -> None:
    connection.executemany(
        """INSERT INTO event (id, article, start, end, words, trigger_start, trigger_end, trigger, type, status, actors,
            recipients, when_edtf, when_first, when_last, when_grain, when_words, when_rule, due_edtf, due_first,
            due_last, due_grain, due_words, due_rule, statement, rule)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            (
                e.id,
                article,
                *e.evidence[1:],
                *e.trigger[1:],
                e.type,
                e.status,
                _keys(e.actor, keys),
                _keys(e.recipient, keys),
                *_when(e.when),
                *_when(e.due),
                e.statement,
                e.rule,
            )
            for e in events
        ],
    )


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


def _gists(connection: sqlite3.Connection, found: Iterable[Gist], article: int) -> None:
    connection.executemany(
        """INSERT INTO gist (article, place, start, end, when_first, when_last, when_grain, print, length, stems)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            (
                article,
                *(gist.place, gist.start, gist.end),
                *((_day(gist.when.first), _day(gist.when.last), gist.when.grain) if gist.when else (None, None, None)),
                *(gist.print, gist.length, " ".join(gist.stems)),
            )
            for gist in found
        ],
    )


def _sketch(connection: sqlite3.Connection, sketch: Sketch, key: int) -> None:
    connection.execute(
        "INSERT INTO sketch (article, name, address, shingles, borrowed, own) VALUES (?, ?, ?, ?, ?, ?)",
        (key, sketch.name, sketch.address, packed(sketch.shingles), int(sketch.borrowed), _day(sketch.own)),
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


def _keys(people: Iterable[Participant], keys: dict[str, str]) -> str:
    return "; ".join(dict.fromkeys(key for one in people if (key := _key(one, keys))))


def _key(participant: Participant | None, keys: dict[str, str]) -> str | None:
    if participant is None:
        return None
    return keys[participant.mention] if participant.mention else who(None, participant.evidence.words)


def _when(when: When | None) -> tuple[str | None, ...]:
    if when is None:
        return _NO_WHEN
    return when.edtf, _day(when.first), _day(when.last), when.grain, when.words, when.rule


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _list(items: Iterable[str]) -> str:
    return json.dumps(list(items), ensure_ascii=False)
