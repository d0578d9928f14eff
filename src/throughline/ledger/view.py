"""Reading a story as of a day.

In: a story file and a day. Out: what a reader could know by that day, as records and as light rows. Law 2 is kept here
for everything stored: an article that was not certainly published by the day, and all that rests on it, is not there.
"""

import json
import sqlite3
from collections.abc import Collection, Sequence
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from throughline.errors import QueryError
from throughline.ledger import (
    alike,
    articles,
    findings,
    held,
    hydrate,
    names,
    overruled,
    query,
    sentences,
    texts,
)
from throughline.ledger.file import connect_reader, guarded
from throughline.ledger.memory import Shelf
from throughline.ledger.reading import Reading
from throughline.ledger.rows import (
    Alike,
    Counts,
    EventRow,
    FigureRow,
    FoundRow,
    GistRow,
    Head,
    MentionRow,
    Named,
    Passage,
    RoleRow,
    SentenceRow,
    SpanRow,
    StatementRow,
    TimeRow,
)
from throughline.ledger.rulings import Decided, decided, idle, traced
from throughline.ledger.sentences import Spans
from throughline.ledger.snapshot import Ids, Snapshot
from throughline.model import (
    Article,
    Event,
    Figure,
    Finding,
    Link,
    Mention,
    Page,
    Parse,
    Problem,
    Relation,
    Ruling,
    Span,
    Statement,
    Time,
    When,
)


class View:
    """What a reader could know by a day; one unchanging snapshot of the file, until `close`.

    Every list is in a fixed order that does not depend on the order in which pages were added: by `known`
    (undated last), article id, place, id. `articles` and `ids` filter; None means all. Keep a view no longer than an
    answer takes: while it is open, the file's log can't be shortened.
    """

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        as_of: date | None,
        *,
        maybe: bool,
        rulings: Sequence[Ruling] | None = None,
        shelf: Shelf | None = None,
    ) -> None:
        self.path = path
        self.shelf = shelf or Shelf()  # for what is worked out of it and asked for again
        self.as_of = as_of
        self.maybe = maybe
        self._connection = connection
        self._shown = Snapshot(path, connection, as_of, maybe=maybe)
        self._rulings = hydrate.rulings(self._shown.all(query.RULINGS)) if rulings is None else list(rulings)
        self._decided = decided(self._rulings)
        self._shown.overrule(self._decided)

    def heads(self) -> dict[str, Head]:
        """Every visible article without its text, by id, in order."""
        return self.shelf.once("heads", self._heads)

    def _heads(self) -> dict[str, Head]:
        rows = self._shown.all(hydrate.HEAD + query.FROM_HEAD, (self._shown.asked(),))
        found = {row[0]: hydrate.head(row) for row in rows}
        return {article: found[article] for article in self._shown.keys}

    def article(self, article_id: str) -> Article:
        """One article, whole. QueryError where the view has none of that id."""
        key = self._shown.keys.get(article_id)
        if key is None:
            raise QueryError(f"there is no article {article_id} {self._shown.here()}")
        with guarded(self.path):
            return articles.read(self._connection, key)

    def held(self, article_id: str) -> Reading | None:
        """An article as it was read, with what a reader saw; None where the file has none of that id."""
        with guarded(self.path):
            return held.read(self._connection, article_id)

    def leanings(self, articles: Ids = None) -> dict[str, tuple[When | None, list[str]]]:
        """The likeliest days of articles, and the reasons for their dates, by id."""
        return texts.leanings(self._shown, articles)

    def texts(self, articles: Ids = None) -> dict[str, str]:
        """The texts of articles, by id."""
        return texts.texts(self._shown, articles)

    def parses(self, articles: Ids = None) -> dict[str, Parse]:
        """What a reader saw in articles, by id: words and grammar; articles of which nothing was kept are left out."""
        return texts.seen(self._shown, articles)

    def claims(self, articles: Ids = None) -> dict[str, bytes]:
        """What articles claim, packed, by id.

        Left out are those that were read before claims were kept, and those of which a person says otherwise who is
        named or who speaks in them: there it is to be found anew.
        """
        return texts.claims(self._shown, articles)

    def furniture(self, articles: Ids = None) -> dict[str, list[Span]]:
        """The blocks that articles share with others of their outlet, by id: what they say is nobody's news."""
        return texts.furniture(self._shown, articles)

    def mentioned(self, articles: Ids = None) -> list[MentionRow]:
        """All mentions, light."""
        return findings.mentioned(self._shown, articles)

    def page(self, page_id: str) -> Page:
        """One page with its bytes. QueryError where the file has none of that id."""
        if not self._shown.all(query.PAGE, (page_id,)):
            raise QueryError(f"there is no page {page_id} in {self.path}: `throughline status` lists what there is")
        with guarded(self.path):
            return held.page(self._connection, page_id)

    def arrived(self, page_id: str) -> datetime:
        """When a page was put into the file (UTC): for audit and archives, never for dating."""
        return datetime.fromisoformat(self._shown.all(query.ARRIVED, (page_id,))[0][0])

    def mentions(self, articles: Ids = None, ids: Ids = None) -> list[Mention]:
        """Mentions as whole records."""
        return findings.records(self._shown, findings.MENTIONS, articles, ids)

    def times(self, articles: Ids = None, ids: Ids = None) -> list[Time]:
        """Time expressions as whole records."""
        return findings.records(self._shown, findings.TIMES, articles, ids)

    def statements(self, articles: Ids = None, ids: Ids = None) -> list[Statement]:
        """Statements as whole records."""
        return findings.records(self._shown, findings.STATEMENTS, articles, ids)

    def figures(self, articles: Ids = None, ids: Ids = None) -> list[Figure]:
        """Figures as whole records."""
        return findings.records(self._shown, findings.FIGURES, articles, ids)

    def events(self, articles: Ids = None, ids: Ids = None) -> list[Event]:
        """Events as whole records."""
        return findings.records(self._shown, findings.EVENTS, articles, ids)

    def finding(self, finding_id: str) -> Finding:
        """One finding of any kind. QueryError where the view has none of that id."""
        return findings.finding(self._shown, finding_id)

    def event_rows(self, within: Collection[GistRow] | None = None) -> list[EventRow]:
        """Events, light: all of them, or those of some sentences."""
        return findings.event_rows(self._shown, within)

    def gists(self, articles: Ids = None) -> list[GistRow]:
        """The sentences that hold an event or name days."""
        return sentences.gists(self._shown, query.GISTS, self._shown.asked(articles))

    def gists_of_days(self, told: Spans, printed: Spans, opening: int) -> list[GistRow]:
        """Those that name exactly one of the spans `told`, and the opening ones of articles of the spans `printed`."""
        return sentences.gists_of_days(self._shown, told, printed, opening)

    def gists_printed(self, prints: Collection[int]) -> list[GistRow]:
        """Those that have one of some prints."""
        return sentences.gists(self._shown, query.GISTS_PRINTED, json.dumps(sorted(prints)))

    def gists_holding(self, words: str) -> list[GistRow]:
        """Those that hold all of the words, as `search` finds them."""
        return sentences.gists(self._shown, query.GISTS_HOLDING, query.full_text(words))

    def articles_ahead(self, day: date) -> set[str]:
        """Articles in which something is due, or planned, for a day or later."""
        return texts.ahead(self._shown, day)

    def spans(self, later: int) -> list[SpanRow]:
        """For all spans of days that anything names: the articles, and those known `later` days after or more."""
        return sentences.spans(self._shown, later)

    def statement_rows(self) -> list[StatementRow]:
        """All statements, light."""
        return findings.statement_rows(self._shown)

    def statements_by(self, keys: Collection[str]) -> list[StatementRow]:
        """Statements of some speakers, light."""
        return findings.statements(self._shown, query.STATEMENTS_BY, json.dumps(sorted(keys)))

    def statements_holding(self, words: str) -> list[StatementRow]:
        """Statements that stand in a sentence that holds all of the words, light."""
        return findings.statements(self._shown, query.STATEMENTS_HOLDING, query.full_text(words))

    def newest_statements(self, top: int, *, thoughts: bool) -> tuple[list[StatementRow], int]:
        """The `top` things that were said (or thought) last, in all their prints, light; and how many there are."""
        return findings.newest_statements(self._shown, top, thoughts=thoughts)

    def speakers(self, statements: Ids) -> dict[str, str]:
        """The keys of those who made some statements, by the statement's id."""
        return findings.speakers(self._shown, statements)

    def passed_on(self, articles: Ids = None) -> dict[str, str]:
        """By whom articles have what they state, by the statement's id: a name, or the key of a body.

        That is whoever passed it on, the one nearest to its source, or else a body that is its source itself.
        """
        return findings.passed_on(self._shown, articles)

    def relays(self) -> list[tuple[str, str]]:
        """The names of all who passed statements on, each with its article's id."""
        return findings.relays(self._shown)

    def figure_rows(self) -> list[FigureRow]:
        """All figures, light."""
        return findings.figure_rows(self._shown)

    def time_rows(self) -> list[TimeRow]:
        """All time expressions that cover days, light."""
        return findings.time_rows(self._shown)

    def sentences(self, articles: Ids = None) -> list[SentenceRow]:
        """The sentences of the readable blocks."""
        return sentences.sentences(self._shown, articles)

    def roles(self, keys: Collection[str] | None = None) -> list[RoleRow]:
        """The role words that pages give people, by the mention's key; `keys`: only theirs."""
        return names.roles(self._shown, keys)

    def names(self, keys: Collection[str] | None = None) -> list[Named]:
        """What mentions name, counted by key, name and type; pronouns count under the name they carry.

        With `keys`, only their names and those that `names_alike` gives.
        """
        if keys is None:
            return self.shelf.once("names", lambda: names.names(self._shown, None))
        return names.names(self._shown, keys)

    def names_of(self, keys: Collection[str]) -> list[Named]:
        """The names of some keys alone, counted."""
        return names.names_of(self._shown, keys)

    def names_alike(self, keys: Collection[str]) -> list[Named]:
        """Names of whoever may be one of those among some keys: their last words may be spellings of one."""
        return names.alike(self._shown, keys)

    def named_in(self, keys: Collection[str]) -> dict[str, frozenset[int]]:
        """In which articles, each by a number of its own in this view, keys are named."""
        return names.named_in(self._shown, keys)

    def first_named(self, keys: Collection[str]) -> dict[str, str]:
        """The article in which each key is named first, in order of known."""
        return names.first_named(self._shown, keys)

    def names_like(self, word: str) -> list[tuple[str, str]]:
        """Keys and names that may hold a folded word: whoever asks looks closer."""
        return [(key, name) for key, name in self._shown.all(query.NAMES_LIKE, (f"%{word}%",))]

    def links(self, relation: Relation | None = None) -> list[Link]:
        """Links whose two ends are visible."""
        return hydrate.links(self._shown.all(query.LINKS, {"relation": relation, **self._shown.days}))

    def alike(self, tellings: Collection[str] | None = None) -> list[Alike]:
        """Pairs of visible tellings that are likely of one happening; with `tellings`, those with both ends in it."""
        return alike.pairs(self._shown, tellings)

    def search(self, words: str, limit: int | None = 50) -> list[Passage]:
        """Sentences that hold all of the words ("quoted words" in a row), oldest first, undated last.

        Word forms are folded ("soldier" finds "soldiers"). QueryError where there is no word to look for.
        """
        return sentences.search(self._shown, words, limit)

    def found(self, words: str, most: int) -> list[FoundRow]:
        """The same, light: of at most `most` sentences."""
        return sentences.found(self._shown, words, most)

    def marked(self, words: str, keys: Collection[int]) -> dict[int, tuple[Span, ...]]:
        """Where in sentences that `found` gave the words stand, from the sentence's start; by the sentence's key."""
        return sentences.marked(self._shown, words, keys)

    def holding(self, keys: Collection[int], kind: str) -> set[int]:
        """Which of these sentences hold an "event", a "statement" or a "figure"."""
        return sentences.holding(self._shown, keys, kind)

    def problems(self) -> list[Problem]:
        """Problems of visible articles' pages, and all that belong to no article."""
        found = hydrate.problems(self._shown.all(query.PROBLEMS, self._shown.days))
        return found + (self._idle_rulings() if self.as_of is None else [])

    def _idle_rulings(self) -> list[Problem]:
        """Rulings about what is not there, or no longer (law 9). What is missing today tells nothing of a past day."""
        return idle(self._rulings, overruled.there(self._connection, traced(self._rulings)))

    def rulings(self) -> list[Ruling]:
        """Rulings, in the order in which they were made."""
        return list(self._rulings)

    def decided(self) -> Decided:
        """What the rulings that stand decide; they hold whatever day is asked about."""
        return self._decided

    def under(self, rulings: Sequence[Ruling]) -> "View":
        """The same of the same day, had these rulings been made and no others. Close it, too."""
        return open_view(self.path, self.as_of, maybe=self.maybe, rulings=rulings)

    def counts(self) -> Counts:
        """How many of each the view holds."""
        (pages,) = self._shown.all(query.COUNT_PAGES, self._shown.days)[0]
        (undated,) = self._shown.all(query.COUNT_UNDATED, self._shown.days)[0]
        mentions, times, statements, figures, events = (
            self._shown.all(asked, self._shown.days)[0][0] for asked in query.COUNT_FINDINGS
        )
        found = (mentions, times, statements, figures, events)
        others = (len(self.links()), len(self.problems()), len(self.rulings()))
        return Counts(pages, len(self._shown.visible), undated, *found, *others)

    def close(self) -> None:
        """Let go of the snapshot and the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        """Use with `with`."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()


def open_view(
    path: Path,
    as_of: date | None = None,
    *,
    maybe: bool = False,
    rulings: Sequence[Ruling] | None = None,
    shelf: Shelf | None = None,
) -> View:
    """Open a story for reading.

    `as_of` None shows everything, undated articles too; a day shows what was published for certain by then
    (`published.last <= as_of`), with `maybe` what may have been (`published.first <= as_of` or unknown). `rulings`: as
    if these stood in the story, and not its own; what they make of dates is as it is. `shelf`: what was worked out of
    this state of the file as of that day, by its own rulings.
    """
    connection = connect_reader(path)
    try:
        return View(path, connection, as_of, maybe=maybe, rulings=rulings, shelf=shelf)
    except BaseException:
        connection.close()
        raise
