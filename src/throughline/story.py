"""What people call: a story with the verbs of the command line. It only delegates.

In: a path; pages and rulings to keep; formats. Out: what was kept, what it moved, the story in a format. What is asked
of it stands in `asked.py`.
"""

import getpass
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING, BinaryIO, Protocol, Self

from throughline.asked import Asked, Day, known_by
from throughline.chronicle import effects, ids, ruled
from throughline.chronicle.query import Query
from throughline.chronicle.reported import reported
from throughline.errors import QueryError
from throughline.export import FOLDERS, FORMATS, PACKED
from throughline.export.report import report
from throughline.gathered import holdings
from throughline.ledger import Ledger
from throughline.ledger.rulings import DATE, UNDO
from throughline.ledger.view import View
from throughline.model import Declared, Moves, Problem, Ruling, Setting

if TYPE_CHECKING:
    from throughline.pipeline.local import Added


class Watcher(Protocol):
    """Whoever wants to know how an `add` goes on: bytes in all, bytes more that were read, where a page was found."""

    def total(self, size: int) -> None: ...  # noqa: D102 - said above
    def advance(self, size: int) -> None: ...  # noqa: D102
    def page(self, where: str) -> None: ...  # noqa: D102


class Story(Asked):
    """One story file. `throughline.open(path)` makes one; the file is made by the first `add`."""

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

    def __enter__(self) -> Self:
        """Use with `with`, like other files."""
        return self

    def __exit__(self, *_: object) -> None:
        """Do nothing: between two calls nothing is open."""
