"""The command that lets a chat ask a story.

In: a story. Out: the Model Context Protocol on standard input and output, until the client hangs up.
"""

import sys
from importlib.util import find_spec

import click

from throughline.cli.group import Failure
from throughline.cli.options import story
from throughline.story import Story


@click.command()
@story
def mcp(*, story: Story) -> None:
    r"""Let a chat client ask the story, with every answer's evidence.

    \b
    Example: throughline mcp iraq.story

    The client starts it and speaks the Model Context Protocol to it; it only reads. docs/mcp.md says how to set one up.
    """
    if find_spec("mcp") is None:
        raise Failure("this needs the mcp package: pip install 'throughline[mcp]'")
    from throughline.chat.server import serve  # noqa: PLC0415 - an extra, and slow to load

    if sys.stdin.isatty():
        click.echo("Waiting for a chat client on standard input; docs/mcp.md sets one up. Ctrl-C stops.", err=True)
    serve(story)


COMMANDS = (mcp,)
