"""The questions that a view asks of the file, as SQL; and a person's search words made safe for full text search.

`:day` NULL shows everything; else an article shows when it was known by the day, or may have been with `:maybe`.
"""

import re
from typing import Final, NamedTuple

from throughline.errors import QueryError

VISIBLE: Final = """
SELECT key, id FROM article
WHERE :day IS NULL OR known <= :day OR (:maybe AND (published_first IS NULL OR published_first <= :day))
ORDER BY known IS NULL, known, id
"""


class Source(NamedTuple):
    """How the findings of one table are come by: through their articles, or through their ids (JSON lists)."""

    by_article: str
    by_id: str
    has_parts: bool


# CROSS JOIN keeps SQLite to this order: from what is asked for to the rows, by index.
MENTION: Final = Source(
    ", f.article FROM json_each(?) AS asked CROSS JOIN mention AS f ON f.article = asked.value",
    ", f.article FROM json_each(?) AS asked CROSS JOIN mention AS f ON f.id = asked.value",
    has_parts=True,
)
TIME: Final = Source(
    ", f.article FROM json_each(?) AS asked CROSS JOIN time AS f ON f.article = asked.value",
    ", f.article FROM json_each(?) AS asked CROSS JOIN time AS f ON f.id = asked.value",
    has_parts=False,
)
STATEMENT: Final = Source(
    ", f.article FROM json_each(?) AS asked CROSS JOIN statement AS f ON f.article = asked.value",
    ", f.article FROM json_each(?) AS asked CROSS JOIN statement AS f ON f.id = asked.value",
    has_parts=True,
)
STATEMENTS_PRINTED: Final = ", f.article FROM json_each(?) AS asked CROSS JOIN statement AS f ON f.print = asked.value"
STATEMENTS_BY: Final = ", f.article FROM statement AS f WHERE speaker IN (SELECT value FROM json_each(?))"
STATEMENTS_HOLDING: Final = """, f.article
FROM passage_index CROSS JOIN passage ON passage.key = passage_index.rowid
    CROSS JOIN statement AS f ON f.article = passage.article AND f.start < passage.end AND f.end > passage.start
WHERE passage_index MATCH ? GROUP BY f.key
"""
SPEAKERS: Final = "SELECT id, speaker FROM statement WHERE id IN (SELECT value FROM json_each(?)) AND speaker <> ''"
# Of statements of articles: who passed them on, nearest their source; and the bodies that made some.
RELAYS: Final = """
SELECT owner, name FROM json_each(?) AS asked CROSS JOIN part ON part.article = asked.value
WHERE part = 'relay' AND ordinal = 0
"""
# All of them, by the place of the statement.
ALL_RELAYS: Final = """
SELECT statement.id, statement.start, statement.end, part.name, part.article
FROM json_each(?) AS asked CROSS JOIN part ON part.article = asked.value AND part.part = 'relay'
    CROSS JOIN statement ON statement.id = part.owner
ORDER BY part.ordinal
"""
BODIES: Final = """
SELECT statement.id, speaker FROM json_each(?) AS asked CROSS JOIN statement ON statement.article = asked.value
WHERE speaker >= 'body:' AND speaker < 'body;'
"""
# What was first said last (?1: in visible articles; ?2: how many; ?3: thoughts too), and how many things there are.
NEWEST_PRINTS: Final = """
SELECT print, count(*) OVER () FROM statement CROSS JOIN article ON article.key = statement.article
WHERE statement.article IN (SELECT value FROM json_each(?1)) AND is_thought <= ?3
GROUP BY print ORDER BY coalesce(min(known), '') DESC, min(article.id || statement.id) LIMIT ?2
"""
FIGURE: Final = Source(
    ", f.article FROM json_each(?) AS asked CROSS JOIN figure AS f ON f.article = asked.value",
    ", f.article FROM json_each(?) AS asked CROSS JOIN figure AS f ON f.id = asked.value",
    has_parts=False,
)
EVENT: Final = Source(
    ", f.article FROM json_each(?) AS asked CROSS JOIN event AS f ON f.article = asked.value",
    ", f.article FROM json_each(?) AS asked CROSS JOIN event AS f ON f.id = asked.value",
    has_parts=True,
)
FROM_PART: Final = """
FROM json_each(?) AS asked CROSS JOIN part ON part.article = asked.value
ORDER BY owner, part, ordinal
"""
PARTS_OF: Final = " FROM part WHERE article = ? AND owner = ? ORDER BY part, ordinal"
FROM_HEAD: Final = """
FROM json_each(?) AS asked CROSS JOIN article ON article.key = asked.value CROSS JOIN page ON page.key = article.page
"""
ARTICLE: Final = """
SELECT text, dateline, reasons, rivals, subtitle, section, home, moment, guess, margin FROM article WHERE key = ?
"""
BLOCKS: Final = "SELECT role, start, end FROM block WHERE article = ? ORDER BY ordinal"
BLOCKS_AS_READ: Final = """
SELECT coalesce(repeat.role, block.role), start, end
FROM block LEFT JOIN repeat ON repeat.article = block.article AND repeat.ordinal = block.ordinal
WHERE block.article = ? ORDER BY block.ordinal
"""
PAGE: Final = """
SELECT (SELECT min(source) FROM page_source WHERE page_source.page = page.key), media_type, captured, declared, data
FROM page WHERE id = ?
"""
ARRIVED: Final = "SELECT added FROM page WHERE id = ?"
PASSAGES: Final = """
SELECT asked.value, start, end FROM json_each(?) AS asked CROSS JOIN passage ON passage.article = asked.value
"""
TEXTS: Final = "SELECT article.key, text FROM json_each(?) AS asked CROSS JOIN article ON article.key = asked.value"
PARSES: Final = """
SELECT article.key, parse.data, text FROM json_each(?) AS asked
CROSS JOIN article ON article.key = asked.value JOIN parse ON parse.article = article.key
"""
CLAIMS: Final = """
SELECT claim.article, data FROM json_each(?) AS asked CROSS JOIN claim ON claim.article = asked.value
"""
FURNITURE: Final = """
SELECT start, end, block.article FROM json_each(?) AS asked CROSS JOIN repeat ON repeat.article = asked.value
    CROSS JOIN block ON block.article = repeat.article AND block.ordinal = repeat.ordinal
"""
MENTIONED: Final = """
SELECT mention.id, start, end, who, form, mention.article
FROM json_each(?) AS asked CROSS JOIN mention ON mention.article = asked.value
"""
LEANINGS: Final = """
SELECT article.key, guess, reasons
FROM json_each(?) AS asked CROSS JOIN article ON article.key = asked.value
"""
ROLES: Final = """
SELECT mention.who, article.id, part.start, part.end, part.words, article.known
FROM json_each(?1) AS asked CROSS JOIN part ON part.article = asked.value CROSS JOIN mention ON mention.id = part.owner
    CROSS JOIN article ON article.key = asked.value
WHERE part.part = 'role' AND (?2 IS NULL OR mention.who IN (SELECT value FROM json_each(?2)))
ORDER BY article.known IS NULL, article.known, article.id, part.start, mention.id
"""
GISTS: Final = " FROM json_each(?) AS asked CROSS JOIN gist ON gist.article = asked.value"
GISTS_PRINTED: Final = " FROM json_each(?) AS asked CROSS JOIN gist ON gist.print = asked.value"
# What names exactly one of some spans of days (?1), or opens (?3: with so many sentences) an article of some (?2).
GISTS_OF_DAYS: Final = """
FROM (
    WITH told (first, last) AS (SELECT value ->> 0, value ->> 1 FROM json_each(?1)),
        printed (first, last) AS (SELECT value ->> 0, value ->> 1 FROM json_each(?2))
    SELECT gist.article, gist.place FROM told CROSS JOIN gist ON when_first = first AND when_last = last
    UNION SELECT gist.article, gist.place
        FROM told CROSS JOIN event ON event.when_first = told.first AND event.when_last = told.last
            CROSS JOIN gist ON gist.article = event.article AND gist.start <= event.start AND event.start < gist.end
    UNION SELECT gist.article, gist.place
        FROM printed CROSS JOIN article ON published_last = last AND published_first = first
            CROSS JOIN gist ON gist.article = article.key AND gist.place < ?3
) AS chosen CROSS JOIN gist ON gist.article = chosen.article AND gist.place = chosen.place
"""
GISTS_HOLDING: Final = """
FROM passage_index CROSS JOIN passage ON passage.key = passage_index.rowid
    CROSS JOIN gist ON gist.article = passage.article AND gist.start = passage.start
WHERE passage_index MATCH ?
"""
EVENTS_WITHIN: Final = """, f.article FROM json_each(?) AS asked CROSS JOIN event AS f
    ON f.article = asked.value ->> 0 AND f.start >= asked.value ->> 1 AND f.start < asked.value ->> 2
"""
# How many articles name a span of days or are of it (?1: the visible ones), and how many of them ?2 days on or later.
SPANS: Final = """
SELECT first, last, count(*), coalesce(sum(known >= date(last, ?2)), 0)
FROM span CROSS JOIN article ON article.key = span.article
WHERE span.article IN (SELECT value FROM json_each(?1)) GROUP BY first, last
"""
NAMES: Final = """
SELECT who, name, named.type, sum(mentions), count(*), min(known), max(known)
FROM json_each(?) AS asked CROSS JOIN article ON article.key = asked.value
    CROSS JOIN named ON named.article = article.key
GROUP BY who, name, named.type ORDER BY who, name, named.type
"""
# Names, counted in the articles that show.
_COUNTED: Final = """
SELECT who, name, found.type, sum(mentions), count(*), min(known), max(known)
FROM found CROSS JOIN article ON article.key = found.article
WHERE :day IS NULL OR known <= :day OR (:maybe AND (published_first IS NULL OR published_first <= :day))
GROUP BY who, name, found.type ORDER BY who, name, found.type
"""
_NAMES_OF: Final = """
    SELECT article, who, name, named.type, mentions
    FROM json_each(:keys) AS asked CROSS JOIN named INDEXED BY named_who ON who = asked.value
"""
# Of people, bodies and places whose last words may be spellings of those of some keys' names.
_NAMES_ALIKE: Final = """
    SELECT named.article, who, name, named.type, mentions
    FROM (
        SELECT DISTINCT frame FROM json_each(:near) AS asked CROSS JOIN named INDEXED BY named_who
            ON who = asked.value AND named.type IN ('person', 'organisation', 'place') WHERE frame <> ''
    ) AS sound CROSS JOIN named INDEXED BY named_frame
        ON named.frame = sound.frame AND named.type IN ('person', 'organisation', 'place')
"""
NAMES_OF: Final = f"WITH found AS ({_NAMES_OF}) {_COUNTED}"
NAMES_ALIKE: Final = f"WITH found AS ({_NAMES_ALIKE}) {_COUNTED}"
NAMES_NEAR: Final = f"WITH found AS ({_NAMES_OF} UNION {_NAMES_ALIKE}) {_COUNTED}"
# Keys of names of more than one word: those that go on where one asked for ends, and of bodies with some initials.
NAMES_BEGUN: Final = """
SELECT DISTINCT who FROM json_each(?) AS asked CROSS JOIN named INDEXED BY named_who
    ON who > asked.value || ' ' AND who < asked.value || '!'
"""
NAMES_OF_BODIES: Final = """
SELECT DISTINCT who FROM json_each(?) AS asked CROSS JOIN named INDEXED BY named_initials
    ON initials = asked.value AND initials <> ''
"""
NAMED_IN: Final = """
SELECT who, named.article FROM json_each(?) AS asked CROSS JOIN named INDEXED BY named_who ON who = asked.value
WHERE named.article IN (SELECT value FROM json_each(?))
"""
# LIKE folds the case of ASCII letters only: names with others are all given.
NAMES_LIKE: Final = "SELECT DISTINCT who, name FROM named WHERE name LIKE ? OR name GLOB '*[^ -~]*'"
# An end that is an article must be visible; a link between other records goes by its own day.
LINKS: Final = """
WITH shown (id) AS (
    SELECT id FROM article
    WHERE :day IS NULL OR known <= :day OR (:maybe AND (published_first IS NULL OR published_first <= :day))
)
SELECT id, left, right, relation, weight, reasons, known FROM link
WHERE (:relation IS NULL OR relation = :relation)
    AND (:day IS NULL OR known <= :day OR (:maybe AND left IN shown AND right IN shown))
ORDER BY known IS NULL, known, id
"""
SEARCH: Final = """
SELECT article.id, passage.start, passage.end,
    substr(article.text, passage.start + 1, passage.end - passage.start), article.known
FROM passage_index CROSS JOIN passage ON passage.key = passage_index.rowid
    CROSS JOIN article ON article.key = passage.article
WHERE passage_index MATCH :words
    AND (:day IS NULL OR known <= :day OR (:maybe AND (published_first IS NULL OR published_first <= :day)))
ORDER BY known IS NULL, known, article.id, passage.start LIMIT :limit
"""
# At most ?2 sentences that hold words, light.
FOUND: Final = """
SELECT passage.key, passage.start, passage.end, passage.article
FROM passage_index CROSS JOIN passage ON passage.key = passage_index.rowid WHERE passage_index MATCH ?1 LIMIT ?2
"""
# Of some of them (?2), their words with every match between two marks (?3).
MARKED: Final = """
SELECT rowid, highlight(passage_index, 0, ?3, ?3) FROM passage_index
WHERE passage_index MATCH ?1 AND rowid IN (SELECT value FROM json_each(?2))
"""
# Which of some sentences hold a finding of a table.
HOLDING: Final = """
SELECT DISTINCT passage.key FROM json_each(?) AS asked CROSS JOIN passage ON passage.key = asked.value
CROSS JOIN {} AS f ON f.article = passage.article AND f.start < passage.end AND f.end > passage.start
"""
PROBLEMS: Final = """
SELECT problem.id, coalesce(place, (SELECT min(source) FROM page_source WHERE page_source.page = page.key)), what,
    severity, advice, page.id
FROM problem LEFT JOIN page ON page.key = problem.page LEFT JOIN article ON article.page = page.key
WHERE :day IS NULL OR article.key IS NULL OR known <= :day
    OR (:maybe AND (published_first IS NULL OR published_first <= :day))
ORDER BY known IS NULL, known, problem.id
"""
RULINGS: Final = "SELECT id, target, verdict, value, reason, author, made FROM ruling ORDER BY made, id"
COUNT_PAGES: Final = """
SELECT count(*) FROM page LEFT JOIN article ON article.page = page.key
WHERE :day IS NULL OR article.key IS NULL OR known <= :day
    OR (:maybe AND (published_first IS NULL OR published_first <= :day))
"""
COUNT_UNDATED: Final = """
SELECT count(*) FROM article
WHERE known IS NULL AND (:day IS NULL OR (:maybe AND (published_first IS NULL OR published_first <= :day)))
"""
COUNT_FINDINGS: Final = tuple(
    f"""
SELECT count(*) FROM {table}
WHERE :day IS NULL OR article IN (
    SELECT key FROM article
    WHERE known <= :day OR (:maybe AND (published_first IS NULL OR published_first <= :day))
)"""  # noqa: S608 - the names are ours
    for table in ("mention", "time", "statement", "figure", "event")
)

_ASKED = re.compile(r'"([^"]*)"?|([^\s"]+)')
_WORD = re.compile(r"[^\W_]+")


def full_text(words: str) -> str:
    """Make an FTS5 query of a person's words: all must stand in one sentence, "quoted ones" in a row.

    A word of several parts ("al-Maliki", "don't") is a row of its parts; a star after a word stands for any ending.

    >>> full_text('NATO "long term" withdr*')
    '"NATO" AND "long term" AND "withdr"*'
    """
    terms = []
    for match in _ASKED.finditer(words.replace("“", '"').replace("”", '"')):
        asked = match[1] if match[1] is not None else match[2]
        found = " ".join(_WORD.findall(asked))
        if found:
            terms.append(f'"{found}"' + ("*" if asked.endswith("*") else ""))
    if not terms:
        raise QueryError(f"there is no word to look for in {words!r}: give one or more words")
    return " AND ".join(terms)


ARTICLES_AHEAD: Final = """
SELECT DISTINCT article FROM event
WHERE due_last >= ?1 OR (when_last >= ?1 AND status IN ('planned', 'conditional'))
"""
