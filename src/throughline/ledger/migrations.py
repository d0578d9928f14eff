"""How a story file comes to its present form: named steps, each in a transaction and recorded in the file.

In: a connection. Out: the same, at VERSION. A new file gets `schema.sql`, which is always the present form, and counts
as having taken every step. To change the form: change `schema.sql`, and append a function to STEPS that does the same
to a file of the form before. Columns are only ever added at the end of a table.
"""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.resources import files

from throughline.ledger import repeats, versions
from throughline.ledger.counted import acronym, sound

Step = Callable[[sqlite3.Connection], None]


def first_form(connection: sqlite3.Connection) -> None:
    """Do nothing: every story file has at least the first form."""


def figures_name_events(connection: sqlite3.Connection) -> None:
    """Let a figure name the event that the counted take part in."""
    connection.execute("ALTER TABLE figure ADD COLUMN event TEXT")


def statements_tell_thoughts(connection: sqlite3.Connection) -> None:
    """Tell what is said from what is thought; what was read before is taken for said."""
    connection.execute("ALTER TABLE statement ADD COLUMN is_thought INTEGER NOT NULL DEFAULT 0")


def articles_have_margins(connection: sqlite3.Connection) -> None:
    """Keep an article's subtitle, section, the outlet's home, notes and comments; what was read before has none."""
    for column in ("subtitle TEXT", "section TEXT", "home TEXT", "margin TEXT NOT NULL DEFAULT '{}'"):
        connection.execute(f"ALTER TABLE article ADD COLUMN {column}")


def versions_and_repeats(connection: sqlite3.Connection) -> None:
    """Know later versions from their own day, and take for furniture what an outlet repeats: both derived anew."""
    connection.execute("ALTER TABLE sketch ADD COLUMN own TEXT")
    _add_dated_since(connection)  # by which days of knowing are derived today
    for statement in _OF_FORM_FIVE:
        connection.execute(statement)
    versions.derive(connection)
    repeats.derive(connection)


def settings_are_kept(connection: sqlite3.Connection) -> None:
    """Keep what a user says of outlets and sites; what was read before was read without."""
    connection.execute(
        """CREATE TABLE setting (
        key INTEGER PRIMARY KEY, name TEXT NOT NULL, content TEXT NOT NULL, after INTEGER NOT NULL
        ) STRICT"""
    )


def dates_have_guesses(connection: sqlite3.Connection) -> None:
    """Keep a date card's guess and time of day, and a time expression's mod and anchor; what was read has none."""
    for column in ("guess TEXT", "moment TEXT"):
        connection.execute(f"ALTER TABLE article ADD COLUMN {column}")
    for column in ("mod TEXT NOT NULL DEFAULT ''", "anchor_start INTEGER", "anchor_end INTEGER", "anchor TEXT"):
        connection.execute(f"ALTER TABLE time ADD COLUMN {column}")


def dates_can_be_ruled(connection: sqlite3.Connection) -> None:
    """Keep where a date comes from, and what a reader saw; what was read before is read again when it must be."""
    _add_dated_since(connection)
    connection.execute(
        """CREATE TABLE dating (
        article INTEGER PRIMARY KEY REFERENCES article (key), own TEXT NOT NULL, narrowed TEXT, since TEXT
        ) STRICT"""
    )
    connection.execute(
        "CREATE TABLE parse (article INTEGER PRIMARY KEY REFERENCES article (key), data BLOB NOT NULL) STRICT"
    )


def _add_dated_since(connection: sqlite3.Connection) -> None:
    columns = {name for _, name, *_ in connection.execute("PRAGMA table_info (article)")}
    if "dated_since" not in columns:
        connection.execute("ALTER TABLE article ADD COLUMN dated_since TEXT")


def articles_have_traces(connection: sqlite3.Connection) -> None:
    """Keep by what articles date each other; what was read before has none."""
    for statement in _OF_FORM_NINE:
        connection.execute(statement)


def found_by_article(connection: sqlite3.Connection) -> None:
    """Find an article's prints and spans without looking through those of all: both are asked for at every page."""
    for statement in _OF_FORM_TEN:
        connection.execute(statement)


def articles_have_tales(connection: sqlite3.Connection) -> None:
    """Keep what articles tell of happenings, and which are likely one; what was read before has none until rebuilt."""
    for statement in _OF_FORM_ELEVEN:
        connection.execute(statement)


def names_by_sound(connection: sqlite3.Connection) -> None:
    """Find names by how their last words sound, and bodies by their initials, without looking through those of all."""
    connection.create_function("sound", 1, sound, deterministic=True)
    connection.create_function("acronym", 2, acronym, deterministic=True)
    for statement in _OF_FORM_TWELVE:
        connection.execute(statement)


def articles_have_claims(connection: sqlite3.Connection) -> None:
    """Keep what articles claim; of what was read before it is found by the next `add`, and until then when asked."""
    connection.execute(
        "CREATE TABLE claim (article INTEGER PRIMARY KEY REFERENCES article (key), data BLOB NOT NULL) STRICT"
    )


STEPS: tuple[Step, ...] = (
    first_form, figures_name_events, statements_tell_thoughts, articles_have_margins, versions_and_repeats,
    settings_are_kept, dates_have_guesses, dates_can_be_ruled, articles_have_traces, found_by_article,
    articles_have_tales, names_by_sound, articles_have_claims,
)  # fmt: skip
VERSION = len(STEPS)


def create(connection: sqlite3.Connection, application_id: int) -> None:
    """Make all tables in one transaction: a process killed here leaves a blank file or a whole one."""
    schema = files("throughline.ledger").joinpath("schema.sql").read_text("utf-8")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    steps = "".join(
        f"INSERT INTO migration VALUES ({number}, '{step.__name__}', '{now}');\n"  # noqa: S608 - all three are ours
        for number, step in enumerate(STEPS, start=1)
    )
    marks = f"PRAGMA application_id = {application_id};\nPRAGMA user_version = {VERSION};\n"
    try:
        connection.executescript(f"BEGIN IMMEDIATE;\n{schema}\n{steps}{marks}COMMIT;")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def migrate(connection: sqlite3.Connection) -> None:
    """Take the steps that the file has not taken yet."""
    done = int(connection.execute("PRAGMA user_version").fetchone()[0])
    for number, step in enumerate(STEPS[done:], start=done + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            step(connection)
            now = datetime.now(UTC).isoformat(timespec="seconds")
            connection.execute("INSERT INTO migration VALUES (?, ?, ?)", (number, step.__name__, now))
            connection.execute(f"PRAGMA user_version = {number:d}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


_OF_FORM_FIVE = (
    "CREATE INDEX article_published ON article (published_last, published_first)",
    """CREATE TABLE line (
        article INTEGER NOT NULL REFERENCES article (key), ordinal INTEGER NOT NULL, print INTEGER NOT NULL,
        known TEXT NOT NULL, first TEXT NOT NULL, family INTEGER NOT NULL, seen INTEGER NOT NULL,
        PRIMARY KEY (article, ordinal)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX line_print ON line (print, known, family, article)",
    "CREATE INDEX line_unseen ON line (print, first) WHERE seen = 0",
    """CREATE TABLE repeat (
        article INTEGER NOT NULL REFERENCES article (key), ordinal INTEGER NOT NULL, role TEXT NOT NULL,
        PRIMARY KEY (article, ordinal)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE aside (
        key INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES article (key), kind TEXT NOT NULL,
        row TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX aside_article ON aside (article)",
)
_OF_FORM_NINE = (
    """CREATE TABLE trace (
        article INTEGER NOT NULL REFERENCES article (key), kind TEXT NOT NULL, key INTEGER NOT NULL,
        start INTEGER NOT NULL, end INTEGER NOT NULL, name TEXT NOT NULL, time_start INTEGER, time_end INTEGER,
        shift INTEGER NOT NULL, is_open INTEGER NOT NULL, PRIMARY KEY (article, kind, key, start)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX trace_key ON trace (kind, key)",
    "CREATE INDEX trace_open ON trace (kind, key) WHERE is_open = 1",
    "CREATE TABLE undated (article INTEGER PRIMARY KEY REFERENCES article (key), is_stale INTEGER NOT NULL) STRICT",
)
_OF_FORM_TEN = (
    "CREATE INDEX print_article ON print (article)",
    "CREATE INDEX span_article ON span (article)",
)
_OF_FORM_ELEVEN = (
    "CREATE TABLE tale (article INTEGER PRIMARY KEY REFERENCES article (key), data BLOB NOT NULL) STRICT",
    """CREATE TABLE telling (
        key INTEGER PRIMARY KEY, id INTEGER NOT NULL UNIQUE, article INTEGER NOT NULL REFERENCES article (key),
        start INTEGER NOT NULL, is_sentence INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
        told INTEGER NOT NULL, is_named INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX telling_article ON telling (article)",
    """CREATE TABLE root (
        root INTEGER NOT NULL, is_fine INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
        told INTEGER NOT NULL, telling INTEGER NOT NULL REFERENCES telling (key),
        PRIMARY KEY (root, is_fine, first, last, told, telling)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX root_telling ON root (telling)",
    """CREATE TABLE alike (
        one INTEGER NOT NULL REFERENCES telling (key), other INTEGER NOT NULL REFERENCES telling (key),
        likely INTEGER NOT NULL, PRIMARY KEY (one, other)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX alike_other ON alike (other)",
)
_OF_FORM_TWELVE = (
    "ALTER TABLE named RENAME TO named_before",
    """CREATE TABLE named (
        article INTEGER NOT NULL REFERENCES article (key), who TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,
        mentions INTEGER NOT NULL, frame TEXT NOT NULL, initials TEXT NOT NULL, PRIMARY KEY (article, who, name, type)
    ) STRICT, WITHOUT ROWID""",
    """INSERT INTO named SELECT article, who, name, type, mentions, sound(name), acronym(who, type)
        FROM named_before""",
    "DROP TABLE named_before",
    "CREATE INDEX named_who ON named (who, type, frame, mentions)",
    "CREATE INDEX named_frame ON named (frame, type, who, name, article, mentions)",
    "CREATE INDEX named_initials ON named (initials, who) WHERE initials <> ''",
)
