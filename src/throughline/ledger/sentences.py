"""Sentences out of a snapshot: what they are about, what they say, and the days that are named.

In: a `Snapshot`. Out: light rows, by article in the snapshot's order and by place.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from secrets import token_hex
from typing import TypeAlias

from throughline.ledger import hydrate, query
from throughline.ledger.bulk import unswept
from throughline.ledger.rows import FoundRow, GistRow, Passage, SentenceRow, SpanRow
from throughline.ledger.snapshot import Ids, Snapshot
from throughline.model import Evidence, Span

_HELD = frozenset({"event", "statement", "figure"})
Spans: TypeAlias = Collection[tuple[date, date]]


@unswept()
def gists(shown: Snapshot, sql: str, *values: object) -> list[GistRow]:
    """The gists that a question finds."""
    visible, rank = shown.visible, shown.rank
    rows = [row for row in shown.all(hydrate.GIST + sql, values) if row[0] in visible]
    rows.sort(key=lambda row: (rank[visible[row[0]]], row[1]))
    struck = shown.overruled.struck
    found = [hydrate.gist_row(visible[row[0]], row[1:]) for row in rows]
    return (
        found
        if not struck
        else [gist._replace(when=None) if (shown.keys[gist.article], gist.start) in struck else gist for gist in found]
    )


def gists_of_days(shown: Snapshot, told: Spans, printed: Spans, opening: int) -> list[GistRow]:
    """Those that name exactly one of the spans `told`, and the opening ones of articles of the spans `printed`."""
    asked = (json.dumps([(first.isoformat(), last.isoformat()) for first, last in days]) for days in (told, printed))
    return gists(shown, query.GISTS_OF_DAYS, *asked, opening)


def spans(shown: Snapshot, later: int) -> list[SpanRow]:
    """For all spans of days that anything names: the articles, and those known `later` days after or more."""
    rows = shown.all(query.SPANS, (shown.asked(), f"+{later} days"))
    return [SpanRow(date.fromisoformat(first), date.fromisoformat(last), *counts) for first, last, *counts in rows]


@unswept()
def sentences(shown: Snapshot, articles: Ids) -> list[SentenceRow]:
    """The sentences of the readable blocks."""
    asked = shown.asked(articles)
    texts: dict[int, str] = dict(shown.all(query.TEXTS, (asked,)))
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for key, start, end in shown.all(query.PASSAGES, (asked,)):
        places[key].append((start, end))
    return [
        SentenceRow(article, index, start, end, texts[key][start:end])
        for key, article in shown.visible.items()
        for index, (start, end) in enumerate(sorted(places.get(key, ())))
    ]


def search(shown: Snapshot, words: str, limit: int | None) -> list[Passage]:
    """Sentences that hold all of the words, oldest first, undated last; QueryError where there is none to look for."""
    asked = {"words": query.full_text(words), "limit": -1 if limit is None else limit, **shown.days}
    return [
        Passage(Evidence(article, start, end, found), hydrate.day(known))
        for article, start, end, found, known in shown.all(query.SEARCH, asked)
    ]


def found(shown: Snapshot, words: str, most: int) -> list[FoundRow]:
    """Sentences that hold all of the words, light, oldest first; `most` are looked at."""
    rows = shown.placed(shown.all(query.FOUND, (query.full_text(words), most)))
    return [FoundRow(key, article, start, end) for article, (key, start, end) in rows]


def marked(shown: Snapshot, words: str, keys: Collection[int]) -> dict[int, tuple[Span, ...]]:
    """Where in some sentences that were found the words stand, from the sentence's start; by the sentence's key."""
    mark = token_hex(16)  # no page can have foreseen it
    asked = (query.full_text(words), json.dumps(list(keys)), mark)
    return {key: tuple(_spans(told.split(mark))) for key, told in shown.all(query.MARKED, asked)}


def _spans(pieces: Iterable[str]) -> Iterator[Span]:
    """The places of every other piece, in the whole."""
    at = 0
    for number, piece in enumerate(pieces):
        if number % 2:
            yield Span(at, at + len(piece))
        at += len(piece)


def holding(shown: Snapshot, keys: Collection[int], kind: str) -> set[int]:
    """Which of some sentences hold an event, a statement or a figure."""
    if kind not in _HELD:
        raise ValueError(kind)
    return {key for (key,) in shown.all(query.HOLDING.format(kind), (json.dumps(list(keys)),))}
