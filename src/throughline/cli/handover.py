"""Commands that hand the record over: export, serve.

In: a story and a format. Out: text on stdout or in a file, or a folder of files. Invariant: a file or a folder appears
whole or not at all, and nothing that was there is lost by it.
"""

import os
import shutil
import sys
import webbrowser
from collections.abc import Iterable
from pathlib import Path

import click

from throughline.asked import Clock
from throughline.cli.group import Failure
from throughline.cli.options import as_of, quiet, story
from throughline.cli.output import Form
from throughline.export import FOLDERS, FORMATS, PACKED
from throughline.story import Story

_ALL = sorted([*FORMATS, *FOLDERS, *PACKED])


@click.command()
@story
@click.option("--to", required=True, metavar="FORMAT", help=f"One of: {', '.join(_ALL)}.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE",
    help=f"Write to FILE, or to a new folder: {', '.join(sorted(FOLDERS))}.",
)  # fmt: skip
@as_of
@quiet
def export(*, story: Story, to: str, output: Path | None, clock: Clock, form: Form) -> None:
    r"""Write the story in a format that other tools read.

    \b
    Example: throughline export iraq.story --to timelinejs -o iraq.json
    """
    if to not in _ALL:
        raise click.UsageError(f"There is no format {to!r}. Choose one of: {', '.join(_ALL)}.")
    if to in FOLDERS:
        if output is None:
            raise click.UsageError(f"{to} is a folder of files: name a new one with -o, like -o {story.path.stem}-{to}")
        form.say(f"Wrote {_fill(output, story.files(to, **clock.named))} files to {output}")
        return
    if to in PACKED:
        if output is None:
            raise click.UsageError(f"{to} is no text: name a file with -o, like -o {story.path.stem}.{to}")
        write(story.pack(to, **clock.named), output, form)
        return
    write(story.export(to, **clock.named), output, form)


def write(pieces: Iterable[str] | Iterable[bytes], output: Path | None, form: Form) -> None:
    """Write pieces to a file, or to stdout. Beside the file first, so that a failure leaves what was there."""
    if output is None:
        for piece in pieces:
            click.echo(piece, nl=False)
        return
    if output.is_dir():
        raise Failure(f"{output} is a folder: name a file with -o, like -o {output / 'story'}")
    unfinished = output.with_name(output.name + ".part")
    try:
        with unfinished.open("wb") as file:
            file.writelines(one.encode("utf-8", "replace") if isinstance(one, str) else one for one in pieces)
        os.replace(unfinished, output)  # noqa: PTH105 - its one-step promise is what we want
    except OSError as error:
        raise Failure(f"can't write {output}: {error.strerror}; choose another place with -o") from error
    finally:
        unfinished.unlink(missing_ok=True)
    form.say(f"Wrote {output}")


def _fill(output: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Fill a new folder beside its place first, then put it there; how many files it holds."""
    if output.exists() and not (output.is_dir() and not any(output.iterdir())):
        raise Failure(f"{output} is there already: choose a new folder with -o")
    unfinished = output.with_name(output.name + ".part")
    count = 0
    try:
        unfinished.mkdir()
    except FileExistsError as error:
        raise Failure(f"{unfinished} is in the way, left by an export that was stopped: remove it") from error
    except OSError as error:
        raise Failure(f"can't write {output}: {error.strerror}; choose another place with -o") from error
    try:
        for count, (name, content) in enumerate(files, start=1):  # noqa: B007 - what is returned
            (unfinished / name).write_bytes(content)
        if output.exists():
            output.rmdir()
        unfinished.rename(output)
    except OSError as error:
        raise Failure(f"can't write {output}: {error.strerror}; choose another place with -o") from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return count


@click.command()
@story
@click.option("--port", type=click.IntRange(0, 65535), metavar="N", help="Port to listen on; 0: any free one.")
@click.option("--open/--no-open", "opens", default=None, help="Open the browser, or not. Opens on a terminal.")
@quiet
def serve(*, story: Story, port: int | None, opens: bool | None, form: Form) -> None:
    r"""Show the record in a browser, on this machine.

    \b
    Example: throughline serve iraq.story

    Nobody else can reach it, and it asks nothing of the network. Ctrl-C stops it.
    """
    from throughline.web.server import serve as run  # noqa: PLC0415 - the web's libraries cost what no listing should pay

    def ready(address: str) -> None:
        form.say(f"{story.path.name} is at {address}  (Ctrl-C stops)")
        if sys.stdout.isatty() if opens is None else opens:
            webbrowser.open(address)

    story.status()  # fails here, with advice, where there is no story
    form.say(f"Reading {story.path.name} ...")
    run(story, port, ready)


COMMANDS = (export, serve)
