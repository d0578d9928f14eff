"""The engine on one machine: pages in, a story out, page by page.

In: an open `Ledger` and what `extract.inputs.pages` yields. Out: `Added`, and the rows in the story. Pages are read in
this process or in `jobs` others, and written here, one transaction each, in whatever order they are done: the result
is the same. Interrupted at any moment, the story holds whole pages, and adding the same inputs again goes on.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from throughline.extract.inputs import Unreadable
from throughline.ledger import Ledger, Reading
from throughline.model import Page, Problem, content_id
from throughline.pipeline import narrow, workers
from throughline.pipeline.alike import Tales
from throughline.pipeline.anchor import as_ruled, linked
from throughline.pipeline.steps import STEPS, Steps

Progress = Callable[[str], None]
Input = Page | Unreadable | Problem


@dataclass(frozen=True, slots=True)
class Added:
    """What came of an `add`: pages read, pages that the story had already, pages kept but not read, all problems."""

    read: int = 0
    known: int = 0
    unread: int = 0
    problems: tuple[Problem, ...] = ()


def add(
    ledger: Ledger,
    inputs: Iterable[Input],
    *,
    jobs: int = 1,
    progress: Progress | None = None,
    steps: Steps = STEPS,
) -> Added:
    """Read every page that the story has not got yet into it; `progress` hears where each input was found.

    With more than one job, pages are read by other processes; `steps` then are functions that these can import.
    """
    tally = _Tally(ledger, progress, steps)
    for reading in workers.read(tally.fresh(inputs), steps, jobs):
        tally.keep(reading)
    narrow.settle(ledger, steps)  # once: which undated pages it bears on is kept in the file, should the run end before
    return tally.added()


class _Tally:
    """Counts what comes in and writes what was read."""

    def __init__(self, ledger: Ledger, progress: Progress | None, steps: Steps) -> None:
        self._ledger = ledger
        self._steps = steps
        self._rulings = ledger.rulings()
        self._tales = Tales(ledger)
        self._progress = progress
        self._counts = {"read": 0, "known": 0, "unread": 0}
        self._problems: list[Problem] = []
        self._early: dict[str, list[Problem]] = {}  # by page: told before the page is written, as with more jobs

    def fresh(self, inputs: Iterable[Input]) -> Iterator[Page]:
        """Yield the pages that have to be read; keep or count the rest."""
        for one in inputs:
            if isinstance(one, Problem):
                self._problems.append(one)
                self._note(one)
                self._tell(one.where)
            elif isinstance(one, Unreadable):
                self.keep(Reading(one.page, problems=(_of_page(one),)))
            elif self._ledger.found(one):
                self._counts["known"] += 1
                self._tell(one.source)
            else:
                yield one

    def keep(self, reading: Reading) -> None:
        """Write one page with all that was read from it, dated by whoever ruled on it, and linked to what is there."""
        reading = linked(self._ledger, as_ruled(reading, self._rulings, self._steps), self._tales)
        if not self._ledger.write(reading):
            self._counts["known"] += 1
        else:
            self._counts["read" if reading.article is not None else "unread"] += 1
        self._problems.extend(reading.problems)
        if early := self._early.pop(reading.page.id, None):
            self._ledger.note(early)
        self._tell(reading.page.source)

    def added(self) -> Added:
        """Sum up."""
        return Added(**self._counts, problems=tuple(self._problems))

    def _note(self, problem: Problem) -> None:
        """Write a problem; one of a page that is still being read waits for it."""
        if problem.page is None or self._ledger.has_page(problem.page):
            self._ledger.note([problem])
        else:
            self._early.setdefault(problem.page, []).append(problem)

    def _tell(self, where: str) -> None:
        if self._progress is not None:
            self._progress(where)


def _of_page(one: Unreadable) -> Problem:
    """The problem under an id that does not depend on which of the page's places was come to first."""
    return replace(one.problem, id=content_id("problem", one.page.id, one.problem.what), page=one.page.id)
