"""A story as the desk asks it: every answer is worked out once, and kept until the file changes.

In: a story, and a question with its key. Out: the story's own answer. Invariants: an answer is never older than the
file; two who ask the same at once wait for one working out; nothing is kept that could not be worked out again.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from datetime import date
from threading import Lock
from typing import Any, TypeVar, cast

from throughline.asked import Clock
from throughline.chronicle.query import Query
from throughline.ledger.memory import Memory
from throughline.ledger.rows import Head
from throughline.model import (
    Actor,
    Capture,
    Card,
    Chronicle,
    Deadline,
    Descent,
    Diff,
    Dispute,
    Dossier,
    Evidence,
    Explanation,
    Hit,
    Moves,
    Overview,
    Position,
    Saying,
    Series,
    Source,
    State,
    Version,
)
from throughline.notebook.listing import Listing
from throughline.story import Story
from throughline.web.span import Span, span

_T = TypeVar("_T")
_KEPT = 64  # answers; the largest, the actors of 4,000 articles, is some 40 MB


class Desk:
    """The questions that screens ask. Each method is a verb of `Story`, with the clock first."""

    def __init__(self, story: Story) -> None:
        self.story = Story(story.path, Memory())
        self._lock = Lock()
        self._stamp: Hashable = None
        self._answers: OrderedDict[Hashable, Future[Any]] = OrderedDict()

    def answer(self, key: Hashable, question: Callable[[], _T]) -> _T:
        """Give the answer kept under `key`, or work it out; a failure is raised to all who wait, and not kept."""
        with self._lock:
            stamp = self.story.stamp()
            if stamp != self._stamp:
                self._answers.clear()
                self._stamp = stamp
            kept = self._answers.get(key)
            mine = kept is None
            if kept is None:
                kept = self._answers[key] = Future()
            self._answers.move_to_end(key)
            while len(self._answers) > _KEPT:
                self._answers.popitem(last=False)
        if mine:
            try:
                kept.set_result(question())
            except BaseException as error:  # noqa: BLE001 - raised below, and to all who wait
                kept.set_exception(error)
                with self._lock:
                    if self._answers.get(key) is kept:
                        del self._answers[key]
        return cast("_T", kept.result())

    def _ask(self, verb: str, clock: Clock, *words: Hashable, **named: Hashable) -> Any:  # noqa: ANN401 - the verb's own
        key = (verb, clock.day, clock.maybe, words, tuple(sorted(named.items())))
        ask = getattr(self.story, verb)
        return self.answer(key, lambda: ask(*words, **named, as_of=clock.day, maybe=clock.maybe))

    def span(self) -> Span | None:
        """The days on which the story's pages became known; None where no page has a day."""
        return self.answer("span", lambda: span(self.articles(Clock()).values()))

    def status(self, clock: Clock) -> Overview:
        """What is in it."""
        return cast("Overview", self._ask("status", clock))

    def articles(self, clock: Clock) -> dict[str, Head]:
        """Every article without its text, by id."""
        return cast("dict[str, Head]", self._ask("articles", clock))

    def article(self, clock: Clock, record: str) -> Dossier:
        """An article with all that was found in it."""
        return cast("Dossier", self._ask("article", clock, record))

    def capture(self, clock: Clock, record: str) -> Capture:
        """The page that an article was read from. It is not kept: pages are large, and seldom asked for."""
        return self.story.capture(record, as_of=clock.day, maybe=clock.maybe)

    def compare(self, clock: Clock, earlier: str, later: str) -> Version:
        """What one article changed since another."""
        return cast("Version", self._ask("compare", clock, earlier, later))

    def chronicle(self, clock: Clock, query: Query | None = None) -> Chronicle:
        """The dated record."""
        return cast("Chronicle", self._ask("chronicle", clock, query or Query()))

    def happening(self, clock: Clock, record: str) -> Card:
        """A happening with every telling of it."""
        return cast("Card", self._ask("happening", clock, record))

    def state(self, clock: Clock) -> State:
        """Where things stand."""
        return cast("State", self._ask("state", clock))

    def diff(self, earlier: date, later: date, *, maybe: bool = False) -> Diff:
        """What a reader learned between two days."""
        return self.answer(("diff", earlier, later, maybe), lambda: self.story.diff(earlier, later, maybe=maybe))

    def said(
        self,
        clock: Clock,
        by: str | Actor | None = None,
        about: str | None = None,
        top: int | None = None,
        *,
        thoughts: bool = False,
    ) -> Listing[Saying]:
        """Statements, the newest last."""
        return cast("Listing[Saying]", self._ask("said", clock, by, about, top, thoughts=thoughts))

    def positions(self, clock: Clock, by: str | Actor | None = None, about: str | None = None) -> tuple[Position, ...]:
        """What each actor has said on a matter."""
        return cast("tuple[Position, ...]", self._ask("positions", clock, by, about))

    def actors(self, clock: Clock, about: str | None = None) -> tuple[Actor, ...]:
        """People and bodies."""
        return cast("tuple[Actor, ...]", self._ask("actors", clock, about))

    def named(self, clock: Clock, found: tuple[Actor, ...]) -> dict[str, Evidence]:
        """Where actors are first named, by the actor's id."""
        return cast("dict[str, Evidence]", self._ask("named", clock, found))

    def figures(self, clock: Clock, of: str | None = None) -> tuple[Series, ...]:
        """Series of figures."""
        return cast("tuple[Series, ...]", self._ask("figures", clock, of))

    def deadlines(self, clock: Clock) -> tuple[Deadline, ...]:
        """What was due, and what became of it."""
        return cast("tuple[Deadline, ...]", self._ask("deadlines", clock))

    def disputes(self, clock: Clock) -> tuple[Dispute, ...]:
        """What contradicts what."""
        return cast("tuple[Dispute, ...]", self._ask("disputes", clock))

    def sources(self, clock: Clock) -> tuple[Source, ...]:
        """Outlets."""
        return cast("tuple[Source, ...]", self._ask("sources", clock))

    def lineage(self, clock: Clock) -> tuple[Descent, ...]:
        """What came of articles."""
        return cast("tuple[Descent, ...]", self._ask("lineage", clock))

    def versions(self, clock: Clock, which: str | None = None) -> tuple[Version, ...]:
        """What later versions of an article changed."""
        return cast("tuple[Version, ...]", self._ask("versions", clock, which))

    def search(self, clock: Clock, words: str, limit: int = 20) -> tuple[Hit, ...]:
        """Passages that hold the words."""
        return cast("tuple[Hit, ...]", self._ask("search", clock, words, limit))

    def why(self, clock: Clock, record: str) -> Explanation:
        """Why a record says what it says."""
        return cast("Explanation", self._ask("why", clock, record))

    def moved(self, ruling: str) -> Moves:
        """What a ruling moved or changed."""
        return self.answer(("moved", ruling), lambda: self.story.moved(ruling))
