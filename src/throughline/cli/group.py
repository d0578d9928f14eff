"""The command group: its sections of help, and how failures end.

In: a command line. Out: an exit code. Invariant: what Throughline raises on purpose ends as one clear line on stderr,
never as a traceback.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import click

from throughline.chronicle.ids import UnknownId
from throughline.cli.output import FAILED, NOTHING, USAGE
from throughline.errors import QueryError, SettingError, ThroughlineError

SECTIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "Collect": ("add", "status", "sources"),
        "Read the record": (
            "chronicle",
            "state",
            "diff",
            "said",
            "positions",
            "actors",
            "figures",
            "deadlines",
            "disputes",
            "search",
        ),
        "Check and correct": ("why", "rule", "audit"),
        "Hand over": ("report", "export", "serve", "mcp", "demo"),
    }
)


class Failure(click.ClickException):
    """One line on stderr, and exit code 1."""

    exit_code = FAILED


class Nothing(click.ClickException):
    """One line on stderr, and exit code 4."""

    exit_code = NOTHING


class Misuse(click.ClickException):
    """One line on stderr, and exit code 2."""

    exit_code = USAGE


def marked(command: click.Command) -> click.Command:
    """Put click's own mark, a backspace, where raw docstrings say it: the paragraph after it is not re-wrapped."""
    if command.help:
        command.help = command.help.replace("\\b\n", "\b\n")
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            marked(inner)
    return command


class Verbs(click.Group):
    """Commands in sections."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by what they are for."""
        for title, names in SECTIONS.items():
            commands = [(name, self.get_command(ctx, name)) for name in names]
            with formatter.section(title):
                formatter.write_dl([(name, one.get_short_help_str(90)) for name, one in commands if one is not None])

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - what a command returns
        """Run the command; a purposeful failure becomes one line."""
        try:
            return super().invoke(ctx)
        except UnknownId as error:
            raise Nothing(str(error)) from error
        except (QueryError, SettingError) as error:
            raise Misuse(str(error)) from error
        except ThroughlineError as error:
            raise Failure(str(error)) from error
