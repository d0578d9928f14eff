"""A progress line on stderr: only on a terminal, and never when asked to be quiet.

In: a call a page. Out: a line that counts, with pages a second. The number of pages ahead isn't known: inputs are
walked lazily, so the line counts up.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from throughline.cli.lines import clean
from throughline.cli.output import Form

_WIDEST = 60  # characters of a page's place that are shown


@contextmanager
def bar(form: Form) -> Iterator[Callable[..., None] | None]:
    """Give what the pipeline calls after each page; None where nobody looks."""
    if form.quiet or not sys.stderr.isatty():
        yield None
        return
    # Imported here: only a person at a terminal waits for it.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed:,} pages"),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=Console(stderr=True, markup=False), transient=True) as progress:
        task = progress.add_task("")

        def step(*about: object) -> None:
            where = next((clean(one) for one in about if isinstance(one, str)), "")
            progress.update(task, advance=1, description=where[-_WIDEST:].replace("[", "\\["))

        yield step
