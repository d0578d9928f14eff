"""Where an article's date comes from, when its own page is not all that speaks for it.

In: a connection, an article's key. Out: a `Dating`: the card of its own page, and that of other pages of the story.
Both are kept whole, so that what is taken back leaves no trace. An article that its own page dates has no row.
"""

import json
import sqlite3
from typing import Any

from throughline.ledger import columns, whens
from throughline.ledger.hydrate import day
from throughline.ledger.reading import Dating
from throughline.model import UNKNOWN, Article, DateCard, Rival


def keep(connection: sqlite3.Connection, key: int, dating: Dating | None) -> None:
    """Keep where an article's date comes from; None: from its own page."""
    connection.execute("DELETE FROM dating WHERE article = ?", (key,))
    if dating is not None:
        connection.execute(
            "INSERT INTO dating (article, own, narrowed, since) VALUES (?, ?, ?, ?)",
            (key, _dumps(dating.own), _dumps(dating.narrowed), columns.day(dating.since)),
        )


def kept(connection: sqlite3.Connection, key: int, article: Article) -> Dating:
    """Where an article's date comes from."""
    row = connection.execute("SELECT own, narrowed, since FROM dating WHERE article = ?", (key,)).fetchone()
    if row is None:
        return Dating(article.published)
    own, narrowed, since = row
    return Dating(_loads(own, article) or article.published, _loads(narrowed, article), day(since))


def _dumps(card: DateCard | None) -> str | None:
    if card is None:
        return None
    held = {
        "when": whens.value(card.when),
        "evidence": [[one.start, one.end] for one in card.evidence],
        "reasons": card.reasons,
        "rivals": [[whens.value(rival.when), rival.reason] for rival in card.rivals],
        "guess": whens.value(card.guess),
        "moment": card.moment,
    }
    return json.dumps(held, ensure_ascii=False)


def _loads(text: str | None, article: Article) -> DateCard | None:
    if text is None:
        return None
    held: dict[str, Any] = json.loads(text)
    return DateCard(
        whens.read(held["when"]) or UNKNOWN,
        tuple(article.evidence(start, end) for start, end in held["evidence"]),
        tuple(held["reasons"]),
        tuple(Rival(whens.read(when) or UNKNOWN, reason) for when, reason in held["rivals"]),
        whens.read(held["guess"]),
        held["moment"],
    )
