"""The command line: it asks `story`, and never a stage."""

import sys
from importlib.metadata import version

import click

from throughline.cli import chat, check, collect, handover, record, report, ruling
from throughline.cli.group import Verbs, marked


def _version(context: click.Context, parameter: click.Parameter, asked: bool) -> None:  # noqa: ARG001, FBT001 - click's shape
    if asked:
        click.echo(f"throughline {version('throughline')}")
        context.exit()


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version and exit."
)
def throughline() -> None:
    r"""Keep the record of one long news story, from the pages you saved.

    \b
    Example:
      throughline add iraq.story saved-pages/
      throughline chronicle iraq.story --as-of 2011-12

    Data goes to stdout, progress and problems to stderr. D is a date (2011-12-31), a month (2011-12), a year (2011)
    or EDTF. Exit codes: 0 done, 1 failed, 2 usage, 3 done but some inputs could not be read, 4 nothing found.
    """


for _commands in (collect, record, check, ruling, report, handover, chat):
    for _command in _commands.COMMANDS:
        throughline.add_command(_command)
marked(throughline)


def main() -> None:
    """Run the command line, in whatever encoding the terminal has."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    throughline(prog_name="throughline")
