"""A progress bar on stderr: only on a terminal, and never when asked to be quiet.

In: bytes and pages as they are read. Out: a bar that moves with the bytes and counts the pages.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from throughline.cli.output import Form
from throughline.export.values import tame

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_WIDEST = 50  # characters of a page's place that are shown


class _Bar:
    """A `story.Watcher` that moves a bar."""

    def __init__(self, progress: "Progress", task: "TaskID") -> None:
        self._progress = progress
        self._task = task
        self._pages = 0

    def total(self, size: int) -> None:
        """Say how much there is to read; nobody knows of standard input and addresses."""
        self._progress.update(self._task, total=size or None)

    def advance(self, size: int) -> None:
        """Move on."""
        self._progress.update(self._task, advance=size)

    def page(self, where: str) -> None:
        """Count a page and show where it was found."""
        self._pages += 1
        self._progress.update(self._task, description=f"{self._pages:,} pages", where=tame(where)[-_WIDEST:])


@contextmanager
def watching(form: Form) -> Iterator[_Bar | None]:
    """Give a bar that shows how reading goes; None where nobody looks."""
    if form.quiet or not sys.stderr.isatty():
        yield None
        return
    # Imported here: only a person at a terminal waits for it.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[where]}", markup=False),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield _Bar(progress, progress.add_task("0 pages", total=None, where=""))
