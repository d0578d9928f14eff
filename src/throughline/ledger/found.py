"""What was found in an article, to rows.

In: a connection in a transaction, an article's key and its findings. Out: their rows; the columns that repeat what
others say (who, speaker, actors, recipients, print) are made here only.
"""

import sqlite3
from collections.abc import Iterable
from functools import lru_cache

from throughline.ledger import columns
from throughline.ledger.counted import count_names
from throughline.ledger.gists import Gist
from throughline.ledger.reading import all_of, parts
from throughline.model import Event, Figure, Findings, Participant, Statement, Time
from throughline.text.fold import fold_name
from throughline.text.gist import print_of

PART = """INSERT INTO part (article, owner, part, ordinal, start, end, words, mention, name)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"""


def write(connection: sqlite3.Connection, findings: Findings, article: int) -> None:
    """Write findings."""
    keys = keys_of(findings)
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
                *(t.id, article, *t.evidence[1:], t.type, t.value, *columns.when(t.when), t.rule, t.mod),
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
                *(s.id, article, *s.evidence[1:], s.mode, key_of(s.source, keys), *columns.when(s.said), s.rule),
                *(content_print(s), s.is_thought),
            )
            for s in findings.statements
        ],
    )
    _figures(connection, findings.figures, article)
    _events(connection, findings.events, article, keys)
    connection.executemany(
        PART,
        [
            (article, record.id, part, number, *evidence[1:], mention, name)
            for record in all_of(findings)
            if not isinstance(record, Time | Figure)
            for part, number, evidence, mention, name in parts(record)
        ],
    )


def take(connection: sqlite3.Connection, article: int) -> None:
    """Take all findings of an article out of the file, with what is counted of them."""
    for table in ("mention", "named", "time", "statement", "figure", "event", "part", "gist", "span"):
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))  # noqa: S608 - the names are ours


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
                *columns.when(f.when),
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
                *columns.when(e.when),
                *columns.when(e.due),
                e.statement,
                e.rule,
            )
            for e in events
        ],
    )


def write_gists(connection: sqlite3.Connection, found: Iterable[Gist], article: int) -> None:
    """Write gists."""
    connection.executemany(
        """INSERT INTO gist (article, place, start, end, when_first, when_last, when_grain, print, length, stems)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            (
                article,
                *(gist.place, gist.start, gist.end),
                *(
                    (columns.day(gist.when.first), columns.day(gist.when.last), gist.when.grain)
                    if gist.when
                    else (None, None, None)
                ),
                *(gist.print, gist.length, " ".join(gist.stems)),
            )
            for gist in found
        ],
    )


def keys_of(findings: Findings) -> dict[str, str]:
    """The keys of mentions, by their ids."""
    return {mention.id: who(mention.entity, mention.name) for mention in findings.mentions}


def who(entity: str | None, name: str) -> str:
    """Return the key that mentions of one person or body are first grouped by."""
    return entity or _named(name)


@lru_cache(maxsize=50_000)
def _named(name: str) -> str:
    return "name:" + fold_name(name)


def _keys(people: Iterable[Participant], keys: dict[str, str]) -> str:
    return "; ".join(dict.fromkeys(key for one in people if (key := key_of(one, keys))))


def key_of(participant: Participant | None, keys: dict[str, str]) -> str | None:
    """The key of whoever takes part, given those of mentions."""
    if participant is None:
        return None
    return keys[participant.mention] if participant.mention else who(None, participant.evidence.words)
