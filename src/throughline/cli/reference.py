"""The command line reference, written from the commands themselves.

In: the command group. Out: Markdown; `docs/reference.md` is this text, and a test keeps it so.
"""

from collections.abc import Iterator

import click

from throughline.cli.group import SECTIONS

_WIDTH = 100
_HEAD = """# Command line reference

Written from `throughline --help` and kept in step by a test. Data goes to stdout, progress and problems to stderr.

Every listing takes `--json` (one document), `--nl` (one object a line), `--csv` and, by default, is laid out for
people: styled and wrapped on a terminal, plain and wide, never cut, in a pipe. `NO_COLOR` is respected. `--as-of D`
shows what was known on D for certain (`published.last <= D`), `--maybe` what may have been (`published.first <= D`).
D is a day (`2011-12-31`), a month (`2011-12`), a year (`2011`) or EDTF (`2011-12-05/2011-12-12`); a vague D means its
last day.

| exit code | meaning |
|---|---|
| 0 | done |
| 1 | failed: no such story, a file that can't be written, a law that is broken |
| 2 | usage: an option or a date that can't be read |
| 3 | done, but some inputs could not be read, or not as they stand |
| 4 | nothing found: no entry, no passage, no record of this id |

```text
{help}
```
"""


def page(program: click.Group) -> str:
    """Write the reference: the program, then each command in the order of its help."""
    parts = [_HEAD.format(help=_help(program, "throughline"))]
    for title, names in SECTIONS.items():
        parts.append(f"\n## {title}\n")
        for name in names:
            parts.extend(_entries(program.commands[name], f"throughline {name}"))
    return "".join(parts)


def _entries(command: click.Command, name: str) -> Iterator[str]:
    yield f"\n### {name}\n\n```text\n{_help(command, name)}\n```\n"
    if isinstance(command, click.Group):
        for inner, one in command.commands.items():
            yield from _entries(one, f"{name} {inner}")


def _help(command: click.Command, name: str) -> str:
    settings = {"help_option_names": ["-h", "--help"], "max_content_width": _WIDTH, "terminal_width": _WIDTH}
    with click.Context(command, info_name=name, **settings) as context:  # type: ignore[arg-type]
        return command.get_help(context).rstrip()
