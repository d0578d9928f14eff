"""Whether the dates in force follow from the pages, what other pages say, and the rulings that hold (laws 4 and 9).

In: a connection. Out: what does not follow, by article. A ruling's own words are read again, none of the pages is.
"""

import sqlite3
from collections.abc import Iterator

from throughline.dates.published import ruled
from throughline.ledger import articles, cards, hydrate, parses, query, rulings
from throughline.model import Ruling


def breaches(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Yield the ids of articles whose date is not the one that should be in force, and what is amiss."""
    made = hydrate.rulings(connection.execute(query.RULINGS).fetchall())
    about = {ruling.target for ruling in rulings.standing(made) if ruling.verdict == rulings.DATE}
    for key, name, since in connection.execute(_DATED).fetchall():
        yield from _breach(connection, (key, name, since), made)
        about.discard(name)
    for (name,) in connection.execute("SELECT id FROM article").fetchall():
        if name in about:
            yield name, "a ruling dates it, and is not in force"
    for name, text, data in connection.execute(_PARSED):
        if parses.unpacked(data, text) is None:
            yield name, "what was seen in it can't be unpacked"


def _breach(
    connection: sqlite3.Connection, row: tuple[int, str, str | None], made: list[Ruling]
) -> Iterator[tuple[str, str]]:
    key, name, since = row
    article = articles.read(connection, key)
    dating = cards.kept(connection, key, article)
    card, known = dating.narrowed or dating.own, dating.since
    ruling = rulings.date_ruling(made, name)
    if ruling is not None:
        card, known = ruled.card(dating.own, ruling), None
    if article.published != card:
        yield name, f"it is dated {article.published.when.edtf}, but what dates it makes it {card.when.edtf}"
    if (known.isoformat() if known else None) != since:
        yield name, f"its date is said to be known since {since}, but what dates it is since {known}"


_DATED = "SELECT key, id, dated_since FROM article JOIN dating ON dating.article = article.key"
_PARSED = "SELECT id, text, data FROM article JOIN parse ON parse.article = article.key"
