"""The options that commands share, and how days are read from the command line.

In: words typed by a person. Out: `Form`, `When`. Invariant: what can't be read is a usage error (exit 2) whose message
says what can.
"""

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from throughline.asked import Clock
from throughline.cli.output import Form
from throughline.dates.typed import typed as written
from throughline.errors import QueryError
from throughline.model import When
from throughline.story import Story

_F = TypeVar("_F", bound=Callable[..., Any])


class Days(click.ParamType[When]):
    """A date, a month, a year, or EDTF."""

    name = "D"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> When:
        """Read the days, or fail with what can be read."""
        if isinstance(value, When):
            return value
        try:
            return written(str(value))
        except QueryError as error:
            self.fail(str(error), param, ctx)


class StoryFile(click.ParamType[Story]):
    """The path of a story, opened when something is asked of it."""

    name = "STORY"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Story:  # noqa: ARG002
        """Name a story; nothing is opened yet."""
        return value if isinstance(value, Story) else Story(Path(str(value)))


DAYS = Days()
TOP = 100  # records that a person looks through at a sitting


def story(command: _F) -> _F:
    """Take the STORY argument."""
    return click.argument("story", type=StoryFile(), metavar="STORY")(command)


def typed(story: Story) -> str:
    """The path of a story as a person types it in a command."""
    return shlex.quote(str(story.path))


def as_of(command: _F) -> _F:
    """Take --as-of and --maybe as one `clock`."""
    command = click.option(
        "--maybe",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_maybe,
        help="With --as-of: also what may have been known, undated pages included.",
    )(command)
    return click.option(
        "--as-of",
        "clock",
        type=DAYS,
        metavar="D",
        callback=_clock,
        help="Only what was known on D; a month or year means its last day.",
    )(command)


def _maybe(context: click.Context, parameter: click.Parameter, asked: bool) -> None:  # noqa: ARG001, FBT001 - click's shape
    context.meta["throughline.maybe"] = asked


def _clock(context: click.Context, parameter: click.Parameter, day: When | None) -> Clock:  # noqa: ARG001
    return Clock(day, context.meta.get("throughline.maybe", False))


def top(command: _F) -> _F:
    """Take --top: how many records to show at most; None for all of them."""
    return click.option(
        "--top",
        type=click.IntRange(min=0),
        default=TOP,
        show_default=True,
        metavar="N",
        callback=lambda _context, _parameter, asked: asked or None,
        help="At most N of them; 0: all.",
    )(command)


def forms(command: _F) -> _F:
    """Take --json, --nl, --csv and --quiet as one `form`."""
    command = quiet(command)
    for name, words in (
        ("csv", "Comma-separated values, a header first."),
        ("nl", "JSON lines: one object a line."),
        ("json", "One JSON document."),
    ):
        command = click.option(
            f"--{name}", name, is_flag=True, is_eager=True, expose_value=False, callback=_choose, help=words
        )(command)
    return command


def quiet(command: _F) -> _F:
    """Take --quiet; the command is given a `form`."""
    return click.option(
        "--quiet", "-q", "form", is_flag=True, callback=_form, help="No remarks, no progress; only data and errors."
    )(command)


def _choose(context: click.Context, parameter: click.Parameter, asked: bool) -> None:  # noqa: FBT001 - click's shape
    if not asked:
        return
    chosen = context.meta.setdefault("throughline.form", parameter.name)
    if chosen != parameter.name:
        raise click.UsageError(f"--{chosen} and --{parameter.name} can't both be asked for; choose one.")


def _form(context: click.Context, parameter: click.Parameter, asked: bool) -> Form:  # noqa: ARG001, FBT001
    return Form(context.meta.get("throughline.form", "people"), asked)
