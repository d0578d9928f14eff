"""Commands that hand the record over: export, serve.

In: a story and a format. Out: text on stdout or in a file. Invariant: a file appears whole or not at all.
"""

import os
from collections.abc import Iterable
from pathlib import Path

import click

from throughline.cli.group import Failure
from throughline.cli.options import Clock, as_of, quiet, story
from throughline.cli.output import Form
from throughline.export import FORMATS
from throughline.story import Story


@click.command()
@story
@click.option("--to", required=True, metavar="FORMAT", help=f"One of: {', '.join(FORMATS)}.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write to FILE.")
@as_of
@quiet
def export(*, story: Story, to: str, output: Path | None, clock: Clock, form: Form) -> None:
    r"""Write the story in a format that other tools read.

    \b
    Example: throughline export iraq.story --to timelinejs -o iraq.json
    """
    if to not in FORMATS:
        raise click.UsageError(f"There is no format {to!r}. Choose one of: {', '.join(FORMATS)}.")
    lines = story.export(to, as_of=clock.as_of, maybe=clock.maybe)
    if output is None:
        for text in lines:
            click.echo(text, nl=False)
        return
    _write(output, lines)
    form.say(f"Wrote {output}")


def _write(output: Path, lines: Iterable[str]) -> None:
    """Write beside the file first, so that a failure leaves what was there."""
    unfinished = output.with_name(output.name + ".part")
    try:
        with unfinished.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
            file.writelines(lines)
        os.replace(unfinished, output)  # noqa: PTH105 - its one-step promise is what we want
    except OSError as error:
        raise Failure(f"can't write {output}: {error.strerror}; choose another place with -o") from error
    finally:
        unfinished.unlink(missing_ok=True)


@click.command()
@story
def serve(*, story: Story) -> None:
    r"""Show the record in a browser on this machine (not there yet).

    \b
    Example: throughline serve iraq.story
    """
    raise Failure(f"serve is not there yet: try throughline chronicle {story.path}, or export --to markdown")


COMMANDS = (export, serve)
