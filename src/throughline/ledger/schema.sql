-- A Throughline story: one SQLite file. Open it in any SQLite browser; write to it only through Throughline.
--
-- What is stored are pages as they were captured, articles read from them, what the articles say with the exact words
-- and where they stand, links between records, and a person's rulings. Happenings, actors, series and the chronicle are
-- computed when asked for and never stored.
--
-- "key" is a number for use inside this file only. "id" is a hash of the content: the same on every machine.
-- "start" and "end" count code points of article.text, end not included; "words" is exactly the text there:
--     substr(article.text, start + 1, end - start) = words
-- A date is four columns and its reading: edtf (ISO 8601-2), first and last day (NULL: open or unknown), grain
-- (how fine the words are), words (that it was read from), rule (that read them).
-- Days are text, "2011-12-02". Lists are JSON.

-- Pages ---------------------------------------------------------------------------------------------------------------

-- What was captured, unchanged. data: the page's bytes, compressed with zlib (RFC 1950).
CREATE TABLE page (
    key         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    media_type  TEXT NOT NULL,
    size        INTEGER NOT NULL,          -- bytes before compression
    captured    TEXT,                      -- day of capture, where anyone knows it
    declared    TEXT NOT NULL DEFAULT '{}',-- what the user or a container said of the page: title, outlet, url, ...
    added       TEXT NOT NULL,             -- when it was put in here (UTC); for audit, never for dating
    data        BLOB NOT NULL
) STRICT;

-- Every place where these bytes were found. The first in alphabetical order is the one shown.
CREATE TABLE page_source (
    page        INTEGER NOT NULL REFERENCES page (key),
    source      TEXT NOT NULL,
    PRIMARY KEY (page, source)
) STRICT, WITHOUT ROWID;

-- Articles ------------------------------------------------------------------------------------------------------------

-- One version of one article. known: since when a reader could know for certain what it says: published_last, or, where
-- an earlier version of it is in the story, the day of its own (sketch.own, or its capture: see versions.py).
CREATE TABLE article (
    key              INTEGER PRIMARY KEY,
    id               TEXT NOT NULL UNIQUE,
    page             INTEGER NOT NULL REFERENCES page (key),
    known            TEXT,
    title            TEXT,
    outlet           TEXT,
    authors          TEXT NOT NULL,        -- JSON list
    url              TEXT,
    language         TEXT,
    origin           TEXT,                 -- whom the page credits: "Source: Sputnik"; the words are in part
    dateline         TEXT,
    published_edtf   TEXT NOT NULL,
    published_first  TEXT,
    published_last   TEXT,
    published_grain  TEXT NOT NULL,
    published_words  TEXT NOT NULL,
    published_rule   TEXT NOT NULL,
    reasons          TEXT NOT NULL,        -- why this date, for people; JSON list, the deciding one first
    rivals           TEXT NOT NULL,        -- the readings that lost, and why; JSON list
    text             TEXT NOT NULL,
    subtitle         TEXT,
    section          TEXT,                 -- of the outlet: "World", "Business"
    home             TEXT,                 -- the outlet's home: "example.org"
    margin           TEXT NOT NULL DEFAULT '{}',-- the newsroom's notes and the readers' comments; JSON
    guess            TEXT,                 -- the likeliest days within published; JSON; nothing is known by it
    moment           TEXT,                 -- the time of day, where one is given: ISO 8601 with its zone
    dated_since      TEXT                  -- the day of the other pages that date it, where they do; known is no earlier
) STRICT;
CREATE INDEX article_page ON article (page);
CREATE INDEX article_known ON article (known);
CREATE INDEX article_published ON article (published_last, published_first);

-- What each part of the text is for: title, byline, dateline, body, caption, quote, list, related, comment, boilerplate.
-- Findings rest on body, quote and list only.
CREATE TABLE block (
    article     INTEGER NOT NULL REFERENCES article (key),
    ordinal     INTEGER NOT NULL,
    role        TEXT NOT NULL,
    start       INTEGER NOT NULL,
    end         INTEGER NOT NULL,
    PRIMARY KEY (article, ordinal)
) STRICT, WITHOUT ROWID;

-- Each readable block as a hash of its outlet and its words, by which lines are known that an outlet repeats. Only of
-- articles that have both an outlet and a day. known, first: the article's (since when it was known, the first day it
-- may have been published). family: a hash of its address. seen: 1 where earlier articles of the outlet had the line too.
CREATE TABLE line (
    article     INTEGER NOT NULL REFERENCES article (key),
    ordinal     INTEGER NOT NULL,
    print       INTEGER NOT NULL,
    known       TEXT NOT NULL,
    first       TEXT NOT NULL,
    family      INTEGER NOT NULL,
    seen        INTEGER NOT NULL,
    PRIMARY KEY (article, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX line_print ON line (print, known, family, article);
CREATE INDEX line_unseen ON line (print, first) WHERE seen = 0;

-- Blocks that are taken for boilerplate because their outlet repeats them, with the role that they have otherwise.
CREATE TABLE repeat (
    article     INTEGER NOT NULL REFERENCES article (key),
    ordinal     INTEGER NOT NULL,
    role        TEXT NOT NULL,
    PRIMARY KEY (article, ordinal)
) STRICT, WITHOUT ROWID;

-- The findings that rest on them: rows of other tables, as JSON objects, that no view shows.
CREATE TABLE aside (
    key         INTEGER PRIMARY KEY,
    article     INTEGER NOT NULL REFERENCES article (key),
    kind        TEXT NOT NULL,             -- the table
    row         TEXT NOT NULL
) STRICT;
CREATE INDEX aside_article ON aside (article);

-- Where the date of an article comes from, if not from its own page alone. own: the card of its own page. narrowed: what
-- other pages of the story make of it, known since the day since. A standing ruling (see ruling) goes over both; the
-- columns of article always hold what is in force. Cards are JSON; their evidence is start and end.
CREATE TABLE dating (
    article     INTEGER PRIMARY KEY REFERENCES article (key),
    own         TEXT NOT NULL,
    narrowed    TEXT,
    since       TEXT
) STRICT;

-- What a reader saw in an article: words, grammar, names, attributions, packed (parses.py). By this what it says is
-- anchored to another day without being read again.
CREATE TABLE parse (
    article     INTEGER PRIMARY KEY REFERENCES article (key),
    data        BLOB NOT NULL
) STRICT;

-- What an article tells that others may tell too: a deed that befalls a person once, a sentence with one weekday, quoted
-- words; and the last of a row of weekdays. key: what they find each other by. time_start, time_end: the words that give
-- its day; shift: days from there. is_open: 1 where the article's own page gives no day. (resolve/dating/traces.py)
CREATE TABLE trace (
    article     INTEGER NOT NULL REFERENCES article (key),
    kind        TEXT NOT NULL,
    key         INTEGER NOT NULL,
    start       INTEGER NOT NULL,
    end         INTEGER NOT NULL,
    name        TEXT NOT NULL,
    time_start  INTEGER,
    time_end    INTEGER,
    shift       INTEGER NOT NULL,
    is_open     INTEGER NOT NULL,
    PRIMARY KEY (article, kind, key, start)
) STRICT, WITHOUT ROWID;
CREATE INDEX trace_key ON trace (kind, key);
CREATE INDEX trace_open ON trace (kind, key) WHERE is_open = 1;

-- Articles whose own page gives no day. is_stale: 1 where something has come since that bears on when they were published.
CREATE TABLE undated (
    article     INTEGER PRIMARY KEY REFERENCES article (key),
    is_stale    INTEGER NOT NULL
) STRICT;

-- What an article tells of happenings, packed (resolve/happenings/packed.py): by this the same ones are known elsewhere.
CREATE TABLE tale (
    article     INTEGER PRIMARY KEY REFERENCES article (key),
    data        BLOB NOT NULL
) STRICT;

-- Each event of it that has days, and each other sentence. id: the 64 bits of the event's id, or of the sentence's hash.
-- start: of the trigger, or the sentence. first, last: the days on which it can have been, 1 being 1 January of year 1;
-- is_named: 1 where words give them. told: the last day of the article's publication, 0 where that is unknown.
CREATE TABLE telling (
    key         INTEGER PRIMARY KEY,
    id          INTEGER NOT NULL UNIQUE,
    article     INTEGER NOT NULL REFERENCES article (key),
    start       INTEGER NOT NULL,
    is_sentence INTEGER NOT NULL,
    first       INTEGER NOT NULL,
    last        INTEGER NOT NULL,
    told        INTEGER NOT NULL,
    is_named    INTEGER NOT NULL
) STRICT;
CREATE INDEX telling_article ON telling (article);

-- Tellings by the root of their word, a hash, and their days: so they find each other. is_fine: 1 where they are few.
-- first, last, told: as in telling.
CREATE TABLE root (
    root        INTEGER NOT NULL,
    is_fine     INTEGER NOT NULL,
    first       INTEGER NOT NULL,
    last        INTEGER NOT NULL,
    told        INTEGER NOT NULL,
    telling     INTEGER NOT NULL REFERENCES telling (key),
    PRIMARY KEY (root, is_fine, first, last, told, telling)
) STRICT, WITHOUT ROWID;
CREATE INDEX root_telling ON root (telling);

-- Pairs of tellings that are likely of one happening. likely: how likely, in thousandths.
CREATE TABLE alike (
    one         INTEGER NOT NULL REFERENCES telling (key),
    other       INTEGER NOT NULL REFERENCES telling (key),
    likely      INTEGER NOT NULL,
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX alike_other ON alike (other);

-- What it claims, for or against what, packed (annotate/claims/packed.py): by this disputes and positions are known.
CREATE TABLE claim (
    article     INTEGER PRIMARY KEY REFERENCES article (key),
    data        BLOB NOT NULL
) STRICT;

-- Findings: what an article says --------------------------------------------------------------------------------------

-- A name, nominal or pronoun. name: the fullest name this article gives the same one. entity: key of a compiled table.
-- who: what mentions of one person or body are first grouped by: the entity, else "name:" and the folded name.
CREATE TABLE mention (
    key         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    article     INTEGER NOT NULL REFERENCES article (key),
    start       INTEGER NOT NULL,
    end         INTEGER NOT NULL,
    words       TEXT NOT NULL,
    type        TEXT NOT NULL,
    form        TEXT NOT NULL,
    name        TEXT NOT NULL,
    entity      TEXT,
    who         TEXT NOT NULL,
    rule        TEXT NOT NULL
) STRICT;
CREATE INDEX mention_article ON mention (article);

-- Who and what each article names, and how often: the mentions, counted.
CREATE TABLE named (
    article     INTEGER NOT NULL REFERENCES article (key),
    who         TEXT NOT NULL,
    name        TEXT NOT NULL,
    type        TEXT NOT NULL,
    mentions    INTEGER NOT NULL,
    frame       TEXT NOT NULL,             -- what spellings of its last word share, titles left out: surnames join by it
    initials    TEXT NOT NULL,             -- of a body's full name that no table knows: what an acronym joins by
    PRIMARY KEY (article, who, name, type)
) STRICT, WITHOUT ROWID;
CREATE INDEX named_who ON named (who, type, frame, mentions);
CREATE INDEX named_frame ON named (frame, type, who, name, article, mentions);
CREATE INDEX named_initials ON named (initials, who) WHERE initials <> '';

-- A time expression: TIMEX3 type, value and mod, and the days it covers, if any. anchor: the words of what it is
-- counted from, where that is something told: "the strike" in "a day after the strike".
CREATE TABLE time (
    key         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    article     INTEGER NOT NULL REFERENCES article (key),
    start       INTEGER NOT NULL,
    end         INTEGER NOT NULL,
    words       TEXT NOT NULL,
    type        TEXT NOT NULL,
    value       TEXT NOT NULL,
    when_edtf   TEXT,
    when_first  TEXT,
    when_last   TEXT,
    when_grain  TEXT,
    when_words  TEXT,
    when_rule   TEXT,
    rule        TEXT NOT NULL,
    mod         TEXT NOT NULL DEFAULT '',  -- BEFORE AFTER START MID END APPROX MORE_THAN ...
    anchor_start INTEGER,
    anchor_end  INTEGER,
    anchor      TEXT
) STRICT;
CREATE INDEX time_article ON time (article);

-- An attribution. Its source, cue, content and relays are in part. speaker: mention.who of its source.
CREATE TABLE statement (
    key         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    article     INTEGER NOT NULL REFERENCES article (key),
    start       INTEGER NOT NULL,
    end         INTEGER NOT NULL,
    words       TEXT NOT NULL,
    mode        TEXT NOT NULL,
    speaker     TEXT,
    said_edtf   TEXT,
    said_first  TEXT,
    said_last   TEXT,
    said_grain  TEXT,
    said_words  TEXT,
    said_rule   TEXT,
    rule        TEXT NOT NULL,
    print       INTEGER NOT NULL,          -- a number that the same content shares wherever it is printed
    is_thought  INTEGER NOT NULL DEFAULT 0 -- 1: not said, but thought, hoped, wanted or planned
) STRICT;
CREATE INDEX statement_article ON statement (article);
CREATE INDEX statement_print ON statement (print);

-- An amount in context. low and high: both ends included, NULL where open. of: the counted words.
CREATE TABLE figure (
    key         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    article     INTEGER NOT NULL REFERENCES article (key),
    start       INTEGER NOT NULL,
    end         INTEGER NOT NULL,
    words       TEXT NOT NULL,
    low         REAL,
    high        REAL,
    approximate INTEGER NOT NULL,
    unit        TEXT NOT NULL,
    of          TEXT,
    of_start    INTEGER,
    of_end      INTEGER,
    when_edtf   TEXT,
    when_first  TEXT,
    when_last   TEXT,
    when_grain  TEXT,
    when_words  TEXT,
    when_rule   TEXT,
    statement   TEXT,                      -- statement.id, where it stands in one
    rule        TEXT NOT NULL,
    event       TEXT                       -- event.id, where the counted take part in one
) STRICT;
CREATE INDEX figure_article ON figure (article);

-- Something that happened, is planned, asked for, denied or called off. words: the sentence; trigger: the word.
-- actors, recipients: mention.who of each, parted by "; " (the words themselves are in part).
CREATE TABLE event (
    key           INTEGER PRIMARY KEY,
    id            TEXT NOT NULL UNIQUE,
    article       INTEGER NOT NULL REFERENCES article (key),
    start         INTEGER NOT NULL,
    end           INTEGER NOT NULL,
    words         TEXT NOT NULL,
    trigger       TEXT NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_end   INTEGER NOT NULL,
    type          TEXT,                    -- PLOVER, NULL where none fits
    status        TEXT NOT NULL,           -- happened ongoing planned requested conditional denied not_happened
    actors        TEXT NOT NULL,
    recipients    TEXT NOT NULL,
    when_edtf     TEXT,
    when_first    TEXT,
    when_last     TEXT,
    when_grain    TEXT,
    when_words    TEXT,
    when_rule     TEXT,
    due_edtf      TEXT,
    due_first     TEXT,
    due_last      TEXT,
    due_grain     TEXT,
    due_words     TEXT,
    due_rule      TEXT,
    statement     TEXT,                    -- statement.id, where it stands in one
    rule          TEXT NOT NULL
) STRICT;
CREATE INDEX event_article ON event (article, start);
CREATE INDEX event_when ON event (when_first, when_last) WHERE when_first IS NOT NULL;

-- All further evidence of a record. owner: its id. part: what the words are to it:
--   of an article    published (rests its date), origin
--   of a mention     role
--   of a statement   source, cue, content (in pieces), relay (who passed it on, nearest the source first)
--   of an event      actor, recipient, place, condition
CREATE TABLE part (
    key         INTEGER PRIMARY KEY,
    article     INTEGER NOT NULL REFERENCES article (key),
    owner       TEXT NOT NULL,
    part        TEXT NOT NULL,
    ordinal     INTEGER NOT NULL,
    start       INTEGER NOT NULL,
    end         INTEGER NOT NULL,
    words       TEXT NOT NULL,
    mention     TEXT,                      -- mention.id, where one was found there
    name        TEXT                       -- of a relay or an origin
) STRICT;
CREATE INDEX part_article ON part (article);
CREATE INDEX part_role ON part (article) WHERE part = 'role';

-- What joins records, what people decide, what went wrong -------------------------------------------------------------

-- left (the later) is a copy of, updates, contradicts, is the same as or is not the same as right. Ids of records.
-- known: since when a reader could know it; NULL while one of the two is undated.
CREATE TABLE link (
    key         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    left        TEXT NOT NULL,
    right       TEXT NOT NULL,
    relation    TEXT NOT NULL,
    weight      REAL NOT NULL,
    reasons     TEXT NOT NULL,             -- for people; JSON list
    known       TEXT
) STRICT;
CREATE INDEX link_left ON link (left);
CREATE INDEX link_right ON link (right);

-- What a person decided about a record, when (UTC) and why. Only ever added.
CREATE TABLE ruling (
    key         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    target      TEXT NOT NULL,
    verdict     TEXT NOT NULL,
    value       TEXT NOT NULL,
    reason      TEXT NOT NULL,
    author      TEXT NOT NULL,
    made        TEXT NOT NULL
) STRICT;

-- What could not be read or does not fit. place: where; NULL: the page itself, wherever it was found.
CREATE TABLE problem (
    key         INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    page        INTEGER REFERENCES page (key),
    place       TEXT,
    what        TEXT NOT NULL,
    severity    TEXT NOT NULL,             -- note warning error
    advice      TEXT NOT NULL
) STRICT;
CREATE INDEX problem_page ON problem (page);

-- For finding things --------------------------------------------------------------------------------------------------

-- The shingles of an article's body: hashes of every five words in a row (32 bits each, little-endian, sorted),
-- by which copies are judged. name: what to call the article before people. address: its url, folded.
-- borrowed: 1 where the page credits another outlet; of two copies of one day it is the later.
-- own: since when the text was known if it is a later version: the day of its note of change, else of its capture.
CREATE TABLE sketch (
    article     INTEGER PRIMARY KEY REFERENCES article (key),
    name        TEXT NOT NULL,
    address     TEXT,
    shingles    BLOB NOT NULL,
    borrowed    INTEGER NOT NULL,
    own         TEXT
) STRICT;
CREATE INDEX sketch_address ON sketch (address) WHERE address IS NOT NULL;

-- The shingles picked to look each other up by.
CREATE TABLE print (
    print       INTEGER NOT NULL,
    article     INTEGER NOT NULL REFERENCES article (key),
    PRIMARY KEY (print, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX print_article ON print (article);

-- The sentences of the readable blocks.
CREATE TABLE passage (
    key         INTEGER PRIMARY KEY,
    article     INTEGER NOT NULL REFERENCES article (key),
    start       INTEGER NOT NULL,
    end         INTEGER NOT NULL
) STRICT;
CREATE INDEX passage_article ON passage (article);

-- The gist of every sentence that holds an event or names days, worked out from the article alone. place: its number
-- among the article's passages, from 0, those on repeated blocks left out. when: the finest days it names. print: shared
-- with the same words elsewhere.
CREATE TABLE gist (
    article     INTEGER NOT NULL REFERENCES article (key),
    place       INTEGER NOT NULL,
    start       INTEGER NOT NULL,
    end         INTEGER NOT NULL,
    when_first  TEXT,
    when_last   TEXT,
    when_grain  TEXT,
    print       INTEGER NOT NULL,
    length      INTEGER NOT NULL,          -- words
    stems       TEXT NOT NULL,             -- the beginnings of its content words, parted by spaces
    PRIMARY KEY (article, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX gist_when ON gist (when_first, when_last) WHERE when_first IS NOT NULL;
CREATE INDEX gist_print ON gist (print);

-- Every span of days that an article names or is of, once.
CREATE TABLE span (
    first       TEXT NOT NULL,
    last        TEXT NOT NULL,
    article     INTEGER NOT NULL REFERENCES article (key),
    PRIMARY KEY (first, last, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX span_article ON span (article);

CREATE VIEW passage_words (key, words) AS
    SELECT passage.key, substr(article.text, passage.start + 1, passage.end - passage.start)
    FROM passage JOIN article ON article.key = passage.article;

-- Full text over them: SELECT words FROM passage_index WHERE passage_index MATCH 'withdraw* AND iraq'
CREATE VIRTUAL TABLE passage_index USING fts5 (
    words, content = 'passage_words', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2'
);

-- For reading in a browser --------------------------------------------------------------------------------------------

-- Who said what, through whom it came to us, and since when it is known.
CREATE VIEW said (known, outlet, speaker, cue, content, mode, statement) AS
    SELECT article.known, article.outlet,
        (SELECT words FROM part WHERE part.article = statement.article AND owner = statement.id AND part = 'source'),
        (SELECT words FROM part WHERE part.article = statement.article AND owner = statement.id AND part = 'cue'),
        (SELECT group_concat(words, ' ... ') FROM part
            WHERE part.article = statement.article AND owner = statement.id AND part = 'content'),
        statement.mode, statement.id
    FROM statement JOIN article ON article.key = statement.article;

-- What the articles say happened or is to happen, one line an event.
CREATE VIEW told (known, outlet, "when", due, type, status, actors, recipients, words, event) AS
    SELECT article.known, article.outlet, event.when_edtf, event.due_edtf, event.type, event.status, event.actors,
        event.recipients, event.words, event.id
    FROM event JOIN article ON article.key = event.article;

-- What the user says ---------------------------------------------------------------------------------------------------

-- The user's files of outlets and sites, whole: "outlets.tsv", "sites.toml". Only ever added: of each name the newest
-- holds, for pages whose key is above after. So every page can be read again by what it was read by.
CREATE TABLE setting (
    key         INTEGER PRIMARY KEY,
    name        TEXT NOT NULL,
    content     TEXT NOT NULL,
    after       INTEGER NOT NULL
) STRICT;

-- Housekeeping --------------------------------------------------------------------------------------------------------

-- The steps by which this file came to its present form.
CREATE TABLE migration (
    number      INTEGER PRIMARY KEY,
    name        TEXT NOT NULL,
    applied     TEXT NOT NULL
) STRICT;
