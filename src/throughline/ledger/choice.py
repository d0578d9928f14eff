"""Sentences chosen by the days they name, with what was found in them: for a pile too large to read whole.

In: a view, and spans of days, days of publication or words. Out: counts of days; sentences; the light rows that stand
in them, all of them, so that whoever reads a sentence reads it as in the whole pile.
"""

# ruff: noqa: SLF001 - a part of View that stands in a file of its own

import json
from collections.abc import Collection, Mapping
from datetime import date
from typing import Final, NamedTuple

from throughline.ledger import hydrate, query
from throughline.ledger.rows import EventRow, Named, SentenceRow, TimeRow
from throughline.ledger.view import View
from throughline.model import MentionType

Span = tuple[date, date]


class SpanRow(NamedTuple):
    """Days that something names: how many articles do or are of that day, and how many were known `later` days on."""

    first: date
    last: date
    articles: int
    later: int


class Chosen(NamedTuple):
    """Some sentences and all that was found in them."""

    sentences: list[SentenceRow]
    events: list[EventRow]
    times: list[TimeRow]


# `shown` are the visible articles, `named` is whatever has days of its own.
_SPANS: Final = """
WITH named (article, first, last) AS (
    SELECT article, when_first, when_last FROM time UNION ALL SELECT article, when_first, when_last FROM event
    UNION ALL SELECT key, published_first, published_last FROM article
)
SELECT first, last, count(DISTINCT article), count(DISTINCT iif(known >= date(last, :later), article, NULL))
FROM named JOIN article AS shown ON shown.key = named.article
WHERE first IS NOT NULL AND last IS NOT NULL AND shown.key IN (SELECT value FROM json_each(:keys)) GROUP BY first, last
"""
_NAMING: Final = """
WITH asked (days) AS (SELECT value FROM json_each(:days)), named (article, start) AS (
    SELECT article, start FROM time WHERE when_first || when_last IN asked
    UNION SELECT article, start FROM event WHERE when_first || when_last IN asked
)
SELECT DISTINCT passage.key FROM named
    CROSS JOIN passage ON passage.article = named.article AND passage.start <= named.start AND named.start < passage.end
WHERE named.article IN (SELECT value FROM json_each(:keys))
"""
_OPENING: Final = """
WITH numbered (key, number) AS (
    SELECT passage.key, row_number() OVER (PARTITION BY passage.article ORDER BY passage.start)
    FROM article AS shown CROSS JOIN passage ON passage.article = shown.key
    WHERE shown.known IN (SELECT value FROM json_each(:days)) AND shown.key IN (SELECT value FROM json_each(:keys))
)
SELECT key FROM numbered WHERE number <= :opening
"""
# The passages of an article are written in order and at once, so their keys count them.
_SENTENCES: Final = """
SELECT passage.article, passage.key - (SELECT min(key) FROM passage AS other WHERE other.article = passage.article),
    passage.start, passage.end, substr(text, passage.start + 1, passage.end - passage.start)
FROM json_each(:keys) AS asked CROSS JOIN passage ON passage.key = asked.value
    CROSS JOIN article ON article.key = passage.article
"""
_WITHIN: Final = """, f.article FROM json_each(:keys) AS asked CROSS JOIN passage ON passage.key = asked.value
    CROSS JOIN {table} AS f ON f.article = passage.article AND f.start >= passage.start AND f.start < passage.end
"""
_HOLDING: Final = """
SELECT passage.key FROM passage_index CROSS JOIN passage ON passage.key = passage_index.rowid
WHERE passage_index MATCH :words AND passage.article IN (SELECT value FROM json_each(:keys))
"""


# +who: one pass over the table; an article times a name look-ups cost ten passes.
_NAMES: Final = """
SELECT who, name, type, sum(mentions), count(DISTINCT article), min(known), max(known)
FROM named JOIN article ON article.key = named.article
WHERE +who IN (SELECT value FROM json_each(:who)) AND article.key IN (SELECT value FROM json_each(:keys))
GROUP BY who, name, type ORDER BY who, name, type
"""


def spans(view: View, later: int) -> list[SpanRow]:
    """Count, for all spans of days that anything names, the articles; and those known `later` days after or more."""
    rows = _rows(view, _SPANS, {"keys": view._asked(None), "later": f"+{later} days"})
    return [SpanRow(date.fromisoformat(first), date.fromisoformat(last), *counts) for first, last, *counts in rows]


def naming(view: View, days: Collection[Span], published: Collection[date], opening: int) -> Chosen:
    """Choose sentences that name exactly one of the spans, and the opening ones of articles published on a day."""
    keys = view._asked(None)
    asked = json.dumps([first.isoformat() + last.isoformat() for first, last in days])
    found = {key for (key,) in _rows(view, _NAMING, {"keys": keys, "days": asked})}
    news = {"keys": keys, "days": json.dumps([day.isoformat() for day in published]), "opening": opening}
    return _chosen(view, found | {key for (key,) in _rows(view, _OPENING, news)})


def names(view: View, keys: Collection[str]) -> list[Named]:
    """What the articles call some people and places, by their keys."""
    rows = _rows(view, _NAMES, {"keys": view._asked(None), "who": json.dumps(sorted(keys))})
    return [
        Named(key, name, MentionType(kind), mentions, count, hydrate.day(first), hydrate.day(last))
        for key, name, kind, mentions, count, first, last in rows
    ]


def holding(view: View, words: str) -> Chosen:
    """Choose sentences that hold all of the words."""
    rows = _rows(view, _HOLDING, {"keys": view._asked(None), "words": query.full_text(words)})
    return _chosen(view, [key for (key,) in rows])


def _chosen(view: View, passages: Collection[int]) -> Chosen:
    asked = {"keys": json.dumps(sorted(passages))}
    visible = view._visible
    sentences = [SentenceRow(visible[key], *rest) for key, *rest in _rows(view, _SENTENCES, asked)]
    events = _rows(view, hydrate.EVENT_ROW + _WITHIN.format(table="event"), asked)
    times = _rows(view, hydrate.TIME_ROW + _WITHIN.format(table="time"), asked)
    return Chosen(
        sorted(sentences, key=lambda row: (row.article, row.start)),
        [hydrate.event_row(visible[row[-1]], row[:-1]) for row in events],
        [light for row in times for light in hydrate.time_rows(visible[row[-1]], row[:-1])],
    )


def _rows(view: View, sql: str, values: Mapping[str, object]) -> list[hydrate.Row]:
    return view._all(sql, dict(values))
