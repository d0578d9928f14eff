"""What rulings decide, laid over the tables of a story for one reader.

In: a reader's connection and what standing rulings decide. Out: temporary views of the reader's own, under the names of
the tables: whoever asks for events finds those that nobody rejected, and a statement's speaker is the one ruled. The
file is not touched, so a ruling that is taken back leaves no trace. Nothing is laid over where nothing is ruled.

What is ruled of one print holds for all: an event, a statement or a figure that stands in the same words elsewhere is
rejected, or given to a speaker, with it. A rejected mention names nobody: it counts for no actor, and an event or
statement keeps its words without it. A rejected event takes the day of its sentence with it; what is told in a rejected
statement is told by the page itself.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from throughline.ledger.found import who
from throughline.ledger.rulings import KEPT, Decided, of_any
from throughline.model import MentionType, content_id

_PLAIN: Final = ("mention", "link")
_SAID: Final = ("event", "figure")


class Less(NamedTuple):
    """By how many mentions, and articles, a name counts less."""

    mentions: int
    articles: int


@dataclass(frozen=True, slots=True)
class Overruled:
    """What the views can't say. `struck`: sentences (article key, start) whose day is gone with an event.

    `less`: names, by key, name and type, some mentions of which are rejected; `renamed`: the keys of articles of which
    it is decided who is named, or who speaks, in them.
    """

    struck: frozenset[tuple[int, int]] = frozenset()
    less: Mapping[tuple[str, str, MentionType], Less] = field(default_factory=dict)
    renamed: frozenset[int] = frozenset()


def lay(connection: sqlite3.Connection, made: Decided, visible: Mapping[int, str]) -> Overruled:
    """Lay what is decided over the tables, for as long as the connection lasts."""
    kinds = {name.partition("-")[0] for name in made.rejected}
    if not made.speakers and not kinds & {*_PLAIN, *_SAID, "statement"}:
        return Overruled()
    shown = (json.dumps(list(visible)),)
    connection.execute("PRAGMA query_only = OFF")  # the temporary tables are the connection's own
    try:
        connection.execute("CREATE TEMP TABLE rejected (id TEXT PRIMARY KEY) WITHOUT ROWID")
        connection.executemany("INSERT INTO rejected VALUES (?)", [(name,) for name in made.rejected])
        for kind in kinds.intersection(_TWINS):
            connection.execute(f"INSERT OR IGNORE INTO rejected {_TWINS[kind]}", shown)
        for kind in kinds.intersection(_PLAIN):
            _shadow(connection, kind, {})
        changed: dict[str, dict[str, str]] = {kind: {} for kind in _SAID if kind in kinds}
        changed |= {"statement": {}} if "statement" in kinds or made.speakers else {}
        if "statement" in kinds:
            for kind in _SAID:
                changed[kind] = {"statement": f"CASE WHEN statement NOT IN {_REJECTED} THEN statement END"}
        if made.speakers:
            connection.execute("CREATE TEMP TABLE speaks (id TEXT PRIMARY KEY, who TEXT) WITHOUT ROWID")
            connection.executemany("INSERT INTO speaks VALUES (?, ?)", made.speakers.items())
            connection.execute(f"INSERT OR IGNORE INTO speaks {_SPEAKING_TWINS}", shown)
        if "mention" in kinds:
            _unname(connection, changed)
        if made.speakers:
            own = changed["statement"].get("speaker", "speaker")
            ruled = "(SELECT who FROM speaks WHERE speaks.id = held.id)"
            changed["statement"]["speaker"] = f"coalesce({ruled}, {own})"
        for kind, columns in changed.items():
            _shadow(connection, kind, columns)
    finally:
        connection.execute("PRAGMA query_only = ON")
    struck = connection.execute(_STRUCK).fetchall() if "event" in kinds else ()
    less = _less(connection, visible) if "mention" in kinds else {}
    return Overruled(frozenset(struck), less, frozenset(_renamed(connection, kinds, has_speakers=bool(made.speakers))))


def _renamed(connection: sqlite3.Connection, kinds: Collection[str], *, has_speakers: bool) -> Iterator[int]:
    """The articles of which it is decided who is named, or who speaks, in them."""
    decided = [("mention", "rejected")] if "mention" in kinds else []
    decided += [("statement", "rejected")] if "statement" in kinds else []
    decided += [("statement", "speaks")] if has_speakers else []
    for table, ruled in decided:
        yield from (key for (key,) in connection.execute(_OF_ARTICLES.format(table, ruled)))


def _shadow(connection: sqlite3.Connection, table: str, columns: Mapping[str, str]) -> None:
    """Put a view in a table's place: without what is rejected, some columns said anew."""
    named = [row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")]
    shown = ", ".join(f'{columns.get(name, name)} AS "{name}"' for name in named)
    kept = f"id NOT IN {_REJECTED}" if "id" in named else "1"
    connection.execute(f"CREATE TEMP VIEW {table} AS SELECT {shown} FROM main.{table} AS held WHERE {kept}")  # noqa: S608


def _unname(connection: sqlite3.Connection, changed: dict[str, dict[str, str]]) -> None:
    """Leave rejected mentions out of whatever names them."""
    people: dict[str, dict[str, list[str]]] = defaultdict(lambda: {"actor": [], "recipient": [], "source": []})
    for owner, part, words, key, is_rejected in connection.execute(_PARTS).fetchall():
        kept = people[owner]
        if not is_rejected and part in kept:
            kept[part].append(key or who(None, words))
    connection.execute("CREATE TEMP TABLE unnamed (id TEXT PRIMARY KEY, actors, recipients, speaker) WITHOUT ROWID")
    connection.executemany(
        "INSERT INTO unnamed VALUES (?, ?, ?, ?)",
        [
            (
                owner,
                *("; ".join(dict.fromkeys(kept[part])) for part in ("actor", "recipient")),
                next(iter(kept["source"]), None),
            )
            for owner, kept in people.items()
        ],
    )
    for table, columns in (("event", ("actors", "recipients")), ("statement", ("speaker",))):
        for column in columns:
            changed.setdefault(table, {})[column] = (
                f"CASE WHEN id IN (SELECT id FROM unnamed) THEN"  # noqa: S608
                f" (SELECT {column} FROM unnamed WHERE unnamed.id = held.id) ELSE {column} END"
            )
    changed["part"] = {"mention": f"CASE WHEN mention NOT IN {_REJECTED} THEN mention END"}


def _less(connection: sqlite3.Connection, visible: Mapping[int, str]) -> dict[tuple[str, str, MentionType], Less]:
    found: dict[tuple[str, str, MentionType], Less] = {}
    for article, key, name, kind, gone, held in connection.execute(_GONE):
        if article in visible:
            name_of = (key, name, MentionType(kind))
            before = found.get(name_of, Less(0, 0))
            found[name_of] = Less(before.mentions + gone, before.articles + (gone >= held))
    return found


def there(connection: sqlite3.Connection, names: Collection[str]) -> set[str]:
    """Which of some records are in the story, rejected or not: those that have rows, actors by a key, and tellings."""
    kinds = {name.partition("-")[0] for name in names}
    asked = json.dumps(sorted(names))
    found = {name for kind in kinds.intersection(KEPT) for (name,) in connection.execute(_HELD.format(kind), (asked,))}
    if "actor" in kinds:
        found |= {content_id("actor", key) for (key,) in connection.execute("SELECT DISTINCT who FROM main.named")}
    if kinds & {"telling", "happening", "deadline"}:
        tellings = {content_id("telling", *place) for place in connection.execute(_PLACES)}
        members = tellings | {name for (name,) in connection.execute("SELECT id FROM main.event")}
        found |= tellings | of_any("happening", members) | of_any("deadline", members)
        found |= of_any("deadline", members, "condition")
    return found.intersection(names)


_HELD: Final = "SELECT kept.id FROM json_each(?) AS asked CROSS JOIN main.{} AS kept ON kept.id = asked.value"
_PLACES: Final = (
    "SELECT article.id, gist.start, gist.end FROM main.gist CROSS JOIN article ON article.key = gist.article"
)
_REJECTED: Final = "(SELECT rejected.id FROM rejected)"
# Every part of whatever names a rejected mention, with the keys of the mentions, and whether they are rejected.
_PARTS: Final = f"""
SELECT part.owner, part.part, part.words, mention.who, mention.id IN {_REJECTED}
FROM (
    SELECT DISTINCT naming.article, naming.owner FROM rejected CROSS JOIN main.mention AS gone ON gone.id = rejected.id
        CROSS JOIN main.part AS naming ON naming.article = gone.article AND naming.mention = gone.id
) AS owners CROSS JOIN main.part AS part ON part.article = owners.article AND part.owner = owners.owner
    LEFT JOIN main.mention AS mention ON mention.id = part.mention
ORDER BY part.owner, part.part, part.ordinal
"""  # noqa: S608 - the words are ours
# The same words elsewhere, the same thing read in them. Short sentences are written twice by chance. What does not show
# has no say: what is known as of a day does not hang on what came later (law 2).
_PRINT_WORDS: Final = 8


def _printed(table: str, alike: str) -> str:
    """The twins of rejected rows in other prints of their sentences; `alike`: what makes two of a sentence one."""
    return f"""
SELECT twin.id FROM rejected CROSS JOIN main.{table} AS gone ON gone.id = rejected.id
    CROSS JOIN main.gist AS own ON own.article = gone.article AND own.start <= gone.start AND gone.start < own.end
    CROSS JOIN main.gist AS again ON again.print = own.print AND again.length >= {_PRINT_WORDS}
    CROSS JOIN main.{table} AS twin ON twin.article = again.article AND twin.start >= again.start
        AND twin.start < again.end AND {alike}
WHERE gone.article IN (SELECT value FROM json_each(?))
"""  # noqa: S608 - the words are ours


def _said_again(ruled: str, columns: str = "") -> str:
    """The twins of statements that are ruled on, with what is ruled: the same content, by the same words' speaker."""
    return f"""
SELECT twin.id{columns} FROM {ruled} CROSS JOIN main.statement AS gone ON gone.id = {ruled}.id
    CROSS JOIN main.statement AS twin ON twin.print = gone.print AND twin.speaker IS gone.speaker
WHERE twin.words = gone.words AND gone.article IN (SELECT value FROM json_each(?))
"""  # noqa: S608 - the words are ours


_TWINS: Final = {
    "event": _printed("event", "twin.trigger = gone.trigger AND twin.type IS gone.type"),
    "statement": _said_again("rejected"),
    "figure": _printed("figure", "twin.words = gone.words AND twin.of IS gone.of"),
}
_SPEAKING_TWINS: Final = _said_again("speaks", ", speaks.who")
_GONE: Final = """
SELECT gone.article, gone.who, gone.name, gone.type, count(*), max(named.mentions)
FROM rejected CROSS JOIN main.mention AS gone ON gone.id = rejected.id
    CROSS JOIN main.named ON named.article = gone.article AND named.who = gone.who AND named.name = gone.name
        AND named.type = gone.type
GROUP BY 1, 2, 3, 4
"""
_OF_ARTICLES: Final = "SELECT DISTINCT article FROM {1} CROSS JOIN main.{0} AS held ON held.id = {1}.id"
_STRUCK: Final = """
SELECT gist.article, gist.start FROM rejected CROSS JOIN main.event AS gone ON gone.id = rejected.id
    CROSS JOIN main.gist ON gist.article = gone.article AND gist.start <= gone.start AND gone.start < gist.end
"""
