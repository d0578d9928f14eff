"""What people call: a story with the verbs of the command line. It only delegates.

In: a path, and questions. Out: records of the model. Invariants: nothing is open between two calls, so a story can
be kept for as long as one likes; every question takes `as_of` (None: all that the story holds) and `maybe` (also what
may have been known by then).
"""

import getpass
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol, Self, TypeVar

from throughline.chronicle import (
    actors,
    card,
    deadlines,
    diff,
    disputes,
    dossier,
    effects,
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
from throughline.chronicle.reported import reported
from throughline.chronicle.search import Narrow
from throughline.dates.typed import typed
from throughline.errors import QueryError
from throughline.export import FOLDERS, FORMATS, PACKED
from throughline.export.report import report
from throughline.gathered import holdings
from throughline.ledger import Ledger, open_view
from throughline.ledger.bulk import unswept
from throughline.ledger.memory import Memory
from throughline.ledger.rows import Head
from throughline.ledger.rulings import DATE, UNDO, in_force
from throughline.ledger.settings import stored
from throughline.ledger.view import View
from throughline.model import (
    Actor,
    Capture,
    Card,
    Deadline,
    Declared,
    Descent,
    Dispute,
    Dossier,
    Evidence,
    Hit,
    Matter,
    Moves,
    Position,
    Problem,
    Results,
    Ruling,
    Saying,
    Series,
    Setting,
    Source,
    Version,
    When,
)
from throughline.notebook.answers import Chronicle, Diff, Explanation, Overview, State
from throughline.notebook.listing import Listing

if TYPE_CHECKING:
    from throughline.pipeline.local import Added


Day = str | date | When | None
_T = TypeVar("_T")


class Watcher(Protocol):
    """Whoever wants to know how an `add` goes on: bytes in all, bytes more that were read, where a page was found."""

    def total(self, size: int) -> None: ...  # noqa: D102 - said above
    def advance(self, size: int) -> None: ...  # noqa: D102
    def page(self, where: str) -> None: ...  # noqa: D102


class Story:
    """One story file. `throughline.open(path)` makes one; the file is made by the first `add`."""

    def __init__(self, path: str | Path, memory: Memory | None = None) -> None:
        """`memory`: keep what questions gather for those that follow, as long as the file stays as it is."""
        self.path = Path(path)
        self._memory = memory

    def stamp(self) -> tuple[tuple[int, int], ...]:
        """Give what changes whenever the file does: times and sizes of it and of its log. An answer is good as long."""
        log = self.path.with_name(self.path.name + "-wal")
        found = (file.stat() for file in (self.path, log) if file.exists())
        return tuple((one.st_mtime_ns, one.st_size) for one in found if one.st_size)

    def add(  # noqa: PLR0913 - a parameter an option
        self,
        inputs: Sequence[str],
        declared: Declared | None = None,
        *,
        jobs: int = 1,
        reader: str | None = None,
        watcher: "Watcher | None" = None,
        stdin: BinaryIO | None = None,
        settings: Sequence[Setting] = (),
    ) -> "Added":
        """Read pages into the story: files, folders, "-" (`stdin`), addresses. `declared` goes over what pages say.

        `reader` names another than Throughline's own: "spacy:" and the name of an installed pipeline. `settings` are
        the user's outlets and sites; they hold for what is added from now on, and where none are given, the story's.
        """
        # Imported here: the HTML extractor costs half a second that no reading verb should pay.
        from throughline.extract.inputs import measure, pages  # noqa: PLC0415
        from throughline.pipeline.local import add  # noqa: PLC0415
        from throughline.pipeline.settings import read  # noqa: PLC0415
        from throughline.pipeline.steps import steps_by, steps_with  # noqa: PLC0415

        steps = steps_with(reader)
        read(settings)  # before anything is made: what can't be followed ends here

        if watcher:
            watcher.total(measure(inputs))
        found = pages(inputs, declared or Declared(), stdin=stdin, progress=watcher.advance if watcher else None)
        with Ledger.open(self.path) if self.path.exists() else Ledger.create(self.path) as ledger:
            steps = steps_by(read(ledger.settle(settings)), steps)
            return add(ledger, found, jobs=jobs, progress=watcher.page if watcher else None, steps=steps)

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

    def rule(self, target: str, verdict: str, value: str = "", reason: str = "", author: str = "") -> Ruling:
        """Keep a person's ruling about a record.

        `verdict`: "date" (an article was published on the days `value`: all that hangs on that moves), "merge" and
        "split" (the actors, or the happenings or events, `target` and `value` are one, or two), "reject" (the record is
        wrong, and in no listing any more), "accept" (it is right, and in no doubt any more), "speaker" (the statement
        `target` is the actor's `value`), "note" (`value` is shown by `why`), "undo" (the ruling `target`, or the last
        about it of the verdict `value`, is taken back; about two records, if another follows the verdict). Actors go by
        id or name. UnknownId, a QueryError, where there is no such record; QueryError where the value can't be read, or
        nothing is left to take back.
        """
        from throughline.pipeline import anchor, narrow  # noqa: PLC0415 - as in `add`

        ruling = self._ask(
            lambda view: ruled.ruling(view, target, verdict, value, (reason, author or getpass.getuser())),
            None,
            maybe=False,
        )
        with Ledger.open(self.path) as ledger:
            anchor.rule(ledger, ruling)
            narrow.settle(ledger)
        return ruling

    def replay(self, made: Iterable[Ruling]) -> int:
        """Keep rulings that were made in another story of the same pages; how many of them are new here.

        Those about pages that are not here yet are in force once these are added.
        """
        from throughline.pipeline import anchor, narrow  # noqa: PLC0415 - as in `add`

        with Ledger.open(self.path) as ledger:
            known = {one.id for one in ledger.rulings()}
            fresh = {one.id: one for one in made if one.id not in known}.values()
            for ruling in fresh:
                (anchor.rule if ruling.verdict in {DATE, UNDO} else Ledger.rule)(ledger, ruling)
            narrow.settle(ledger)
        return len(fresh)

    def moved(self, ruling: str) -> Moves:
        """Say what a ruling moved or changed: each record before it and by it; QueryError where there is none."""
        from throughline.pipeline.moves import moves  # noqa: PLC0415 - as in `add`

        def moved(view: View) -> Moves:
            whole = ids.whole(view, ruling)
            return replace(moves(view, whole), shifts=effects.effects(view, whole))

        return self._ask(moved, None, maybe=False)

    def audit(self) -> tuple[Problem, ...]:
        """Check every law that can be checked on a file; what breaks one comes back as a problem."""
        from throughline.ledger.audit import audit  # noqa: PLC0415 - nothing else needs it

        return tuple(audit(self.path))

    def export(self, to: str, *, as_of: Day = None, maybe: bool = False) -> Iterator[str]:
        """Write the story in a format, piece by piece; QueryError, with those there are, where there is none such."""
        if to not in FORMATS:
            raise QueryError(f"there is no format {to!r}: choose one of {', '.join(FORMATS)}")
        with self._view(known_by(as_of), maybe=maybe) as view:
            yield from FORMATS[to](holdings(view, self.path.stem))

    def files(self, to: str, *, as_of: Day = None, maybe: bool = False) -> Iterator[tuple[str, bytes]]:
        """Write the story in a format of more than one file: the name of each, and its bytes; QueryError as above."""
        if to not in FOLDERS:
            raise QueryError(f"there is no format {to!r} of more than one file: choose one of {', '.join(FOLDERS)}")
        with self._view(known_by(as_of), maybe=maybe) as view:
            yield from FOLDERS[to](holdings(view, self.path.stem))

    def _repr_html_(self) -> str:
        """Show what is in it, in a notebook."""
        if not self.path.exists():
            return f"<p>{escape(self.path.name)} is a new story: .add([...]) reads pages into it.</p>"
        return f"<p><b>{escape(self.path.stem)}</b></p>{self.status()._repr_html_()}"

    def pack(self, to: str, *, as_of: Day = None, maybe: bool = False) -> Iterator[bytes]:
        """Write the story in a packed format, piece by piece; QueryError as above."""
        if to not in PACKED:
            raise QueryError(f"there is no packed format {to!r}: choose one of {', '.join(PACKED)}")
        with self._view(known_by(as_of), maybe=maybe) as view:
            yield from PACKED[to](holdings(view, self.path.stem))

    def report(  # noqa: PLR0913 - what, which, how, and when
        self,
        of: str = "chronicle",
        query: Query | None = None,
        chosen: Sequence[str] = (),
        *,
        title: str = "",
        to: str = "html",
        as_of: Day = None,
        maybe: bool = False,
    ) -> Iterator[str]:
        """Write a report of one kind of record, or of those with the ids `chosen`, with footnotes to the words.

        `of` is one of "chronicle", "state", "said", "positions", "figures", "deadlines", "disputes"; `to` is "html" or
        "markdown". QueryError where there is nothing such.
        """
        with self._view(known_by(as_of), maybe=maybe) as view:
            yield from report(holdings(view, self.path.stem), reported(view, of, query, chosen), title, to)

    def _ask(self, question: Callable[[View], _T], as_of: Day, maybe: bool) -> _T:  # noqa: FBT001 - passed on
        with unswept(), self._view(known_by(as_of), maybe=maybe) as view:
            return question(view)

    def _view(self, day: date | None, *, maybe: bool) -> View:
        shelf = self._memory.shelf(self.stamp(), (day, maybe)) if self._memory else None
        return open_view(self.path, day, maybe=maybe, shelf=shelf)

    def __enter__(self) -> Self:
        """Use with `with`, like other files."""
        return self

    def __exit__(self, *_: object) -> None:
        """Do nothing: between two calls nothing is open."""


def known_by(day: Day) -> date | None:
    """Give the last day of what may be vague; None where it has no end."""
    if isinstance(day, str):
        day = typed(day)
    return day.last if isinstance(day, When) else day
