"""Light rows: what the chronicle groups, counts and lists without making whole records of it.

In: rows of the story file. Out: named tuples. Whole records of the few that are shown come from `View`.

A *key* says who is meant, as far as one page can tell: the compiled table's key where one knows the name
("state:IRQ", "body:nato"), else "name:" and the folded name ("name:anders fogh rasmussen").
"""

from datetime import date
from typing import NamedTuple

from throughline.model import Evidence, Grain, MentionForm, MentionType, Plover, Status, When


class Head(NamedTuple):
    """An article without its text and blocks. `known`: since when a reader could know it; `origin`: a name.

    `captured` is the day of the page's capture, where anyone knows it; `since` that on which other pages of the story
    made its date known, where they did; `likeliest` the best guess of a page whose day is not sure, where it names one.
    """

    id: str
    page: str
    source: str
    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    url: str | None
    language: str | None
    published: When
    known: date | None
    origin: str | None
    captured: date | None = None
    since: date | None = None
    likeliest: date | None = None

    @property
    def is_later(self) -> bool:
        """Whether it is a later version of an article, known since a day of its own."""
        last = self.published.last
        return self.known != (max(last, self.since or last) if last else None)

    @property
    def written(self) -> When:
        """The days that it was written on: those of publication; of a later version, up to when it was known."""
        if not self.is_later or self.published.first == self.known:
            return self.published
        return When(self.published.first, self.known, Grain.INTERVAL)

    @property
    def about(self) -> When:
        """The days that its news is of: `written`, or about the likeliest day that the page names within."""
        if self.likeliest is None or self.is_later or self.published.is_day:
            return self.written
        return When(self.likeliest, self.likeliest, Grain.DAY, approximate=True)


class Days(NamedTuple):
    """A `When` without its words: enough to sort and to compare."""

    first: date | None
    last: date | None
    grain: Grain


class EventRow(NamedTuple):
    """An event for grouping. `start`, `end`: its sentence in the article; `trigger`: the words of the trigger."""

    id: str
    article: str
    start: int
    end: int
    trigger: str
    type: Plover | None
    status: Status
    when: Days | None
    due: Days | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    statement: str | None


class StatementRow(NamedTuple):
    """A statement for filtering. `speaker` is the source's key, None where nobody is named as its source.

    `print` is a number that the same content shares wherever it is printed.
    """

    id: str
    article: str
    start: int
    end: int
    speaker: str | None
    print: int
    is_thought: bool


class FigureRow(NamedTuple):
    """A figure for making series. `of`: the counted words as they stand; `deed`: the word for what befell them."""

    id: str
    article: str
    start: int
    end: int
    low: float | None
    high: float | None
    approximate: bool
    unit: str
    of: str | None
    when: Days | None
    statement: str | None
    deed: str | None


class MentionRow(NamedTuple):
    """A mention: where it stands, and the key of who or what is meant."""

    article: str
    start: int
    end: int
    key: str
    form: MentionForm


class TimeRow(NamedTuple):
    """A time expression that covers days."""

    id: str
    article: str
    start: int
    end: int
    when: Days


class SentenceRow(NamedTuple):
    """A readable sentence. `index` counts them within the article, from 0."""

    article: str
    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody asks of a row
    start: int
    end: int
    words: str


class GistRow(NamedTuple):
    """A sentence that holds an event or names `when`. `place` counts the article's readable sentences, from 0.

    `print` is a number that it shares with the same words printed elsewhere; `length` counts its words.
    """

    article: str
    place: int
    start: int
    end: int
    when: Days | None
    print: int
    length: int
    stems: frozenset[str]


class SpanRow(NamedTuple):
    """Days that something names: how many articles do or are of that day, and how many were known `later` days on."""

    first: date
    last: date
    articles: int
    later: int


class RoleRow(NamedTuple):
    """The role words beside a mention, by the mention's key."""

    key: str
    evidence: Evidence
    known: date | None


class Named(NamedTuple):
    """Everyone and every place of one key, name and type in the visible articles, counted.

    `first`, `last`: the earliest and latest `known` of the articles that mention it; None where all are undated.
    """

    key: str
    name: str
    type: MentionType
    mentions: int
    articles: int
    first: date | None
    last: date | None


class Alike(NamedTuple):
    """Two tellings that are likely of one happening, and how likely. `left` and `right` are their ids, sorted.

    A telling's id is its event's, or, of a dated sentence without an event, `content_id("telling", article, start,
    end)`.
    """

    left: str
    right: str
    likely: float


class Passage(NamedTuple):
    """A sentence that a search found."""

    evidence: Evidence
    known: date | None


class FoundRow(NamedTuple):
    """A sentence that holds words, light. `key` is its own in this file."""

    key: int
    article: str
    start: int
    end: int


class Counts(NamedTuple):
    """How many of each the view holds."""

    pages: int
    articles: int
    undated: int
    mentions: int
    times: int
    statements: int
    figures: int
    events: int
    links: int
    problems: int
    rulings: int
