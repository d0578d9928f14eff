"""What can be asked of a story: its reading verbs, each answered from one view of the file.

In: a path, and questions. Out: records of the model, which display themselves in a notebook. Invariants: nothing is
open between two questions; each takes `as_of` (None: all that the story holds) and `maybe` (also what may have been
known by then).
"""

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from throughline.chronicle import (
    actors,
    card,
    deadlines,
    diff,
    disputes,
    dossier,
    entries,
    ids,
    labels,
    lineage,
    named,
    positions,
    review,
    ruled,
    said,
    search,
    series,
    sources,
    state,
    status,
    versions,
    why,
)
from throughline.chronicle.query import Query
from throughline.chronicle.search import Narrow
from throughline.dates.typed import typed
from throughline.errors import QueryError
from throughline.ledger import open_view
from throughline.ledger.bulk import unswept
from throughline.ledger.memory import Memory
from throughline.ledger.rows import Head
from throughline.ledger.rulings import in_force
from throughline.ledger.settings import stored
from throughline.ledger.view import View
from throughline.model import (
    Actor,
    Capture,
    Card,
    Deadline,
    Descent,
    Dispute,
    Dossier,
    Evidence,
    Hit,
    Matter,
    Position,
    Results,
    Ruling,
    Saying,
    Series,
    Source,
    Version,
    When,
)
from throughline.notebook.answers import Chronicle, Diff, Explanation, Overview, State
from throughline.notebook.listing import Listing

Day = str | date | When | None
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Clock:
    """As of when a question is asked: None is all that the story holds. `maybe`: also what may have been known."""

    as_of: When | None = None
    maybe: bool = False

    @property
    def day(self) -> date | None:
        """The last day of what may be known."""
        return self.as_of.last if self.as_of else None

    @property
    def named(self) -> dict[str, Any]:
        """The clock as a story's verbs take it."""
        return {"as_of": self.as_of, "maybe": self.maybe}


class Asked:
    """A story file that is only read. `Story` also adds to it."""

    def __init__(self, path: str | Path, memory: Memory | None = None) -> None:
        """`memory`: keep what questions gather for those that follow, as long as the file stays as it is."""
        self.path = Path(path)
        self._memory = memory

    def stamp(self) -> tuple[tuple[int, int], ...]:
        """Give what changes whenever the file does: times and sizes of it and of its log. An answer is good as long."""
        found = []
        for file in (self.path, self.path.with_name(self.path.name + "-wal")):
            with suppress(FileNotFoundError):  # the log goes when a writer ends, at any moment
                found.append(file.stat())
        return tuple((one.st_mtime_ns, one.st_size) for one in found if one.st_size)

    def status(self, *, as_of: Day = None, maybe: bool = False) -> Overview:
        """Say what is in it, what could not be read, what is undated, and which settings hold."""
        return Overview.of(replace(self._ask(status.status, as_of, maybe), settings=stored(self.path)))

    def articles(self, *, as_of: Day = None, maybe: bool = False) -> dict[str, Head]:
        """Give every article without its text, by id."""
        return self._ask(View.heads, as_of, maybe)

    def article(self, record: str, *, as_of: Day = None, maybe: bool = False) -> Dossier:
        """Open an article with all that was found in it, by its id or a unique beginning of it; else UnknownId."""
        return self._ask(lambda view: ids.found(view, record, dossier.dossier), as_of, maybe)

    def capture(self, record: str, *, as_of: Day = None, maybe: bool = False) -> Capture:
        """Give the page that an article was read from, as it was captured, as text."""
        from throughline.chronicle.capture import capture  # noqa: PLC0415 - as in `add`

        return self._ask(lambda view: ids.found(view, record, capture), as_of, maybe)

    def chronicle(self, query: Query | None = None, *, as_of: Day = None, maybe: bool = False) -> Chronicle:
        """Give the dated record."""
        return Chronicle.of(self._ask(lambda view: entries.chronicle(view, query), as_of, maybe))

    def happening(self, record: str, *, as_of: Day = None, maybe: bool = False) -> Card:
        """Give a happening with every telling of it, by an id that it has or had; UnknownId where there is none."""
        return self._ask(lambda view: ids.found(view, record, card.card), as_of, maybe)

    def state(self, query: Query | None = None, *, as_of: Day = None, maybe: bool = False) -> State:
        """Say what stands: open deadlines, ongoing and planned happenings, the latest figures."""
        return State.of(self._ask(lambda view: state.state(view, query), as_of, maybe))

    def diff(self, earlier: Day, later: Day, *, maybe: bool = False) -> Diff:
        """Say what a reader learned between two days."""
        first, last = known_by(earlier), known_by(later)
        if first and last and first > last:
            raise QueryError(f"{first} is after {last}: give the earlier day first")
        earlier_view, later_view = (self._view(day, maybe=maybe) for day in (first, last))
        with unswept(), earlier_view as before, later_view as after:
            return Diff.of(diff.diff(before, after))

    def said(
        self,
        by: str | Actor | None = None,
        about: str | None = None,
        top: int | None = None,
        *,
        thoughts: bool = False,
        as_of: Day = None,
        maybe: bool = False,
    ) -> Listing[Saying]:
        """Give statements by an actor or a name, or that hold words; `top`: the newest; `thoughts`: hopes and plans."""
        found, total = self._ask(lambda view: said.counted(view, by, about, top, thoughts=thoughts), as_of, maybe)
        return Listing(Saying, found, total)

    def positions(
        self, by: str | Actor | None = None, about: str | None = None, *, as_of: Day = None, maybe: bool = False
    ) -> Listing[Position]:
        """Give what each actor has said on a matter, in time order, and where it changed."""
        return Listing(Position, self._ask(lambda view: positions.positions(view, by, about), as_of, maybe))

    def actors(self, about: str | None = None, *, as_of: Day = None, maybe: bool = False) -> Listing[Actor]:
        """Give people and bodies, their roles, names and counts."""
        return Listing(Actor, self._ask(lambda view: actors.actors(view, about), as_of, maybe))

    def named(self, found: Sequence[Actor], *, as_of: Day = None, maybe: bool = False) -> dict[str, Evidence]:
        """Give the words where actors are first named, by the actor's id."""
        return self._ask(lambda view: named.first_named(view, found), as_of, maybe)

    def figures(self, of: str | None = None, *, as_of: Day = None, maybe: bool = False) -> Listing[Series]:
        """Give series of figures."""
        return Listing(Series, self._ask(lambda view: series.figures(view, of), as_of, maybe))

    def deadlines(self, *, as_of: Day = None, maybe: bool = False) -> Listing[Deadline]:
        """Say what was due, and what became of it."""
        return Listing(Deadline, self._ask(deadlines.deadlines, as_of, maybe))

    def disputes(self, *, as_of: Day = None, maybe: bool = False) -> Listing[Dispute]:
        """Say what contradicts what."""
        return Listing(Dispute, self._ask(disputes.disputes, as_of, maybe))

    def sources(self, *, as_of: Day = None, maybe: bool = False) -> Listing[Source]:
        """Give outlets, copies, who cites whom."""
        return Listing(Source, self._ask(sources.sources, as_of, maybe))

    def lineage(self, *, as_of: Day = None, maybe: bool = False) -> tuple[Descent, ...]:
        """Say what came of articles: which were copied, and which came out again."""
        return self._ask(lineage.lineage, as_of, maybe)

    def versions(self, which: str | None = None, *, as_of: Day = None, maybe: bool = False) -> Listing[Version]:
        """Give the versions of an article, by its id or address, or of all that changed, with what each changed."""
        return Listing(Version, self._ask(lambda view: versions.versions(view, which), as_of, maybe))

    def compare(self, earlier: str, later: str, *, as_of: Day = None, maybe: bool = False) -> Version:
        """Say what one article changed since another, a copy or an earlier version of it."""
        return self._ask(lambda view: versions.compare(view, earlier, later), as_of, maybe)

    def search(self, words: str, limit: int = 20, *, as_of: Day = None, maybe: bool = False) -> Listing[Hit]:
        """Find passages that hold the words."""
        return Listing(Hit, self._ask(lambda view: search.search(view, words, limit), as_of, maybe))

    def results(self, words: str, narrow: Narrow, start: int = 0, *, as_of: Day = None, maybe: bool = False) -> Results:
        """Give a page of the passages that hold words, with the words marked, and what they may be narrowed to."""
        return self._ask(lambda view: search.results(view, words, narrow, start), as_of, maybe)

    def goes_by(self, words: str, *, as_of: Day = None, maybe: bool = False) -> tuple[Actor, ...]:
        """Give people and bodies that go by a name with these words; quicker than `actors`, which looks at everyone."""
        return self._ask(lambda view: search.called(view, words), as_of, maybe)

    def matters(self, queue: str, known: Sequence[Matter] | None = None) -> tuple[Matter, ...]:
        """Give what needs a person's eye: "undated", "names" ... (`review.QUEUES`); QueryError for another queue.

        `known`: what `proposed` gave, if no page was added since; it saves the time.
        """
        return self._ask(lambda view: review.matters(view, queue, known), None, maybe=False)

    def proposed(self, queue: str) -> tuple[Matter, ...]:
        """Give a queue that takes long, as it would be had nobody ruled: as long as no page is added, that stays so."""
        return self._ask(lambda view: review.proposed(view, queue), None, maybe=False)

    def why(self, record: str, *, as_of: Day = None, maybe: bool = False) -> Explanation:
        """Explain a record by its id, or any unique beginning of it; QueryError where none has it."""
        return Explanation.of(self._ask(lambda view: ids.found(view, record, why.why), as_of, maybe))

    def rulings(self, *, standing: bool = False) -> tuple[Ruling, ...]:
        """Give what people ruled, in the order in which they did; `standing`: only what nobody took back."""
        made = self._ask(View.rulings, None, maybe=False)
        return tuple(in_force(made) if standing else made)

    def ruled(self, record: str) -> tuple[Ruling, ...]:
        """Give every ruling on a record, under whichever id it had, and those that take one of them back."""
        return self._ask(lambda view: ruled.about(view, ids.whole(view, record)), None, maybe=False)

    def called(self, rulings: Collection[Ruling]) -> dict[str, str]:
        """Give words for what rulings are about, by the ruling's id."""
        return self._ask(lambda view: labels.about(view, rulings), None, maybe=False)

    def _ask(self, question: Callable[[View], _T], as_of: Day, maybe: bool) -> _T:  # noqa: FBT001 - passed on
        with unswept(), self._view(known_by(as_of), maybe=maybe) as view:
            return question(view)

    def _view(self, day: date | None, *, maybe: bool) -> View:
        shelf = self._memory.shelf(self.stamp(), (day, maybe)) if self._memory else None
        return open_view(self.path, day, maybe=maybe, shelf=shelf)


def known_by(day: Day) -> date | None:
    """Give the last day of what may be vague; None where it has no end."""
    if isinstance(day, str):
        day = typed(day)
    return day.last if isinstance(day, When) else day
