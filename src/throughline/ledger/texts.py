"""Articles out of a snapshot, part by part: their texts, what a reader saw in them, what they claim, their days.

In: a `Snapshot`. Out: parts by article id. Invariant: an article that does not show on the snapshot's day has none.
"""

import json
from datetime import date

from throughline.ledger import parses, query, whens
from throughline.ledger.hydrate import Row
from throughline.ledger.snapshot import Ids, Snapshot
from throughline.model import Parse, Span, When


def _rows(shown: Snapshot, sql: str, articles: Ids) -> list[Row]:
    return shown.all(sql, (shown.asked(articles),))


def leanings(shown: Snapshot, articles: Ids) -> dict[str, tuple[When | None, list[str]]]:
    """The likeliest days of articles, and the reasons for their dates."""
    rows = _rows(shown, query.LEANINGS, articles)
    return {shown.visible[key]: (whens.loads(guess), json.loads(reasons)) for key, guess, reasons in rows}


def texts(shown: Snapshot, articles: Ids) -> dict[str, str]:
    """The texts of articles."""
    return {shown.visible[key]: text for key, text in _rows(shown, query.TEXTS, articles)}


def seen(shown: Snapshot, articles: Ids) -> dict[str, Parse]:
    """What a reader saw in articles; those of which nothing was kept are left out."""
    rows = _rows(shown, query.PARSES, articles)
    found = {shown.visible[key]: parses.unpacked(data, text) for key, data, text in rows}
    return {article: parse for article, parse in found.items() if parse is not None}


def claims(shown: Snapshot, articles: Ids) -> dict[str, bytes]:
    """What articles claim, packed; not where a person says otherwise who is named or who speaks in them."""
    renamed = shown.overruled.renamed
    return {shown.visible[key]: data for key, data in _rows(shown, query.CLAIMS, articles) if key not in renamed}


def furniture(shown: Snapshot, articles: Ids) -> dict[str, list[Span]]:
    """The blocks that articles share with others of their outlet."""
    found: dict[str, list[Span]] = {}
    for start, end, key in _rows(shown, query.FURNITURE, articles):
        found.setdefault(shown.visible[key], []).append(Span(start, end))
    return found


def ahead(shown: Snapshot, day: date) -> set[str]:
    """Articles in which something is due, or planned, for a day or later."""
    rows = shown.all(query.ARTICLES_AHEAD, (day.isoformat(),))
    return {shown.visible[key] for (key,) in rows if key in shown.visible}
