"""Since when later versions of an article were known.

In: a connection in a transaction that has written an article and its links. Out: `article.known` and `link.known` of
all that the new links bear on. A later version is known from its own day (`sketch.own`) where an earlier one that was
known by then is in the story, or from its capture where that one was captured since; alone, or as the first, it is
known from its publication. Which of two versions is the later follows from the pair, so that neither the order of
arrival nor what comes to be known later moves a day (laws 2 and 3): whoever sees a version on a day sees what makes it
one.
"""

import json
import sqlite3
from collections.abc import Iterable

from throughline.model import Link, Relation, content_id

LAST_DAY = "9999-12-31"


def settle(connection: sqlite3.Connection, links: Iterable[Link]) -> dict[int, str | None]:
    """Settle the days that links bear on; gives the articles whose day moved, by key, with the day they had."""
    made = tuple(links)
    later = (link.left for link in made if link.relation is Relation.UPDATES)
    return _settle(connection, later, {end for link in made for end in (link.left, link.right)})


def unlink(connection: sqlite3.Connection, article: str) -> set[str]:
    """Take an article's links to copies and versions out; gives the ids of those that it was joined to."""
    joined = {end for row in connection.execute(_JOINED, (article,)) for end in row}
    connection.execute(f"DELETE FROM link WHERE left = ?1 AND {_KINDS}", (article,))  # noqa: S608 - the words are ours
    connection.execute(f"DELETE FROM link WHERE right = ?1 AND {_KINDS}", (article,))  # noqa: S608
    return joined


def settle_all(connection: sqlite3.Connection, articles: Iterable[str]) -> dict[int, str | None]:
    """Settle the days of some articles and of all that hang on them; gives those that moved, as `settle` does."""
    named = sorted(articles)
    return _settle(connection, named, set(named))


def derive(connection: sqlite3.Connection) -> None:
    """Derive the days of all versions anew, in a file that was written when they had none.

    Which of two is the later was decided otherwise then: it is decided again.
    """
    connection.execute(_OWN)
    turns = {row[0]: tuple(day or LAST_DAY for day in row[1:]) for row in connection.execute(_TURNS)}
    met = connection.execute(f"SELECT key, left, right FROM link WHERE relation = '{Relation.UPDATES}'").fetchall()  # noqa: S608
    for key, *ends in met:
        right, left = sorted(ends, key=lambda one: (turns.get(one, ()), one))
        name = content_id("link", Relation.UPDATES, left, right)
        connection.execute("UPDATE link SET id = ?, left = ?, right = ? WHERE key = ?", (name, left, right, key))
    ends = {end for _, *ends in met for end in ends}
    _settle(connection, sorted(ends), ends)


def _settle(connection: sqlite3.Connection, later: Iterable[str], touched: set[str]) -> dict[int, str | None]:
    moved: dict[int, str | None] = {}
    open_ = list(dict.fromkeys(later))
    while open_:  # it ends: what is later never comes round to what is earlier
        article = open_.pop()
        row = connection.execute(_DAYS, (article,)).fetchone()
        if row is None or row[1] == row[2]:
            continue
        key, known, now = row
        connection.execute("UPDATE article SET known = ? WHERE key = ?", (now, key))
        moved.setdefault(key, known)
        touched.add(article)
        open_ += [left for (left,) in connection.execute(_LATER, (article,))]
    if touched:
        connection.execute(_LINKS, (json.dumps(sorted(touched)),))
    return moved


_KINDS = f"relation IN ('{Relation.COPY_OF}', '{Relation.UPDATES}')"
_JOINED = f"""SELECT left, right FROM link WHERE left = ?1 AND {_KINDS}
    UNION SELECT left, right FROM link WHERE right = ?1 AND {_KINDS}"""  # noqa: S608
# Earlier versions of an article, and the latest day that a version can have come on.
_EARLIER = f"""SELECT 1 FROM link CROSS JOIN article AS earlier ON earlier.id = link.right
    CROSS JOIN page AS its_page ON its_page.key = earlier.page
    WHERE link.left = article.id AND relation = '{Relation.UPDATES}'"""  # noqa: S608 - the word is ours
_LATEST = "max(page.captured, coalesce(published_last, ''))"
# The day that follows from an article's versions. An earlier one that was captured after the note of change shows that
# the text changed again since. And no day is known before the pages that give it are.
SINCE = f"""max(CASE
    WHEN EXISTS ({_EARLIER} AND its_page.captured >= own AND earlier.known <= {_LATEST}) THEN {_LATEST}
    WHEN EXISTS ({_EARLIER} AND earlier.known <= own) THEN own
    ELSE published_last END, coalesce(dated_since, ''))"""
_DAYS = f"""
SELECT article.key, known, {SINCE}
FROM article JOIN page ON page.key = article.page LEFT JOIN sketch ON sketch.article = article.key WHERE article.id = ?
"""  # noqa: S608
_LATER = f"SELECT left FROM link WHERE right = ? AND relation = '{Relation.UPDATES}'"  # noqa: S608
# max of two days is NULL where one of them is.
_LINKS = """
UPDATE link SET known = max(
    (SELECT known FROM article WHERE article.id = link.left), (SELECT known FROM article WHERE article.id = link.right)
)
WHERE key IN (
    SELECT link.key FROM json_each(?1) AS asked CROSS JOIN link ON link.left = asked.value
    UNION SELECT link.key FROM json_each(?1) AS asked CROSS JOIN link ON link.right = asked.value
) AND left IN (SELECT id FROM article) AND right IN (SELECT id FROM article)
"""
# As resolve.copies has it; no note of change was kept before.
_OWN = """
UPDATE sketch SET own = nullif(max(coalesce(published_last, ''), coalesce(captured, '')), '')
FROM article JOIN page ON page.key = article.page WHERE article.key = sketch.article
"""
_TURNS = """
SELECT article.id, coalesce(captured, own), own
FROM sketch JOIN article ON article.key = sketch.article JOIN page ON page.key = article.page
"""
