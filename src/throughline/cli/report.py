"""The command that writes a report: a chronicle, a state of play or chosen records, with footnotes to the words.

In: a story, what the report is of, and a file. Out: the file, or Markdown on stdout. Invariant: as for exports, a file
appears whole or not at all.
"""

from pathlib import Path

import click

from throughline.asked import Clock
from throughline.chronicle.query import Query, between
from throughline.chronicle.reported import SUBJECTS
from throughline.cli.handover import write
from throughline.cli.options import DAYS, as_of, quiet, story
from throughline.cli.output import Form
from throughline.model import Plover, When
from throughline.story import Story

_SUFFIXES = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown"}

_NARROWED = {  # by which options
    "chronicle": {"from", "to", "about", "type", "top"},
    "state": {"from", "to", "about", "type"},
    "said": {"about", "top"},
    "positions": {"about"},
    "figures": {"about"},
    "deadlines": set[str](),
    "disputes": set[str](),
    "ids": set[str](),
}


@click.command()
@story
@click.argument("chosen", metavar="[ID]...", nargs=-1)
@click.option(
    "--of", type=click.Choice(list(SUBJECTS)), default="chronicle", show_default=True, metavar="WHAT",
    help=f"What it is of: {', '.join(SUBJECTS)}.",
)  # fmt: skip
@as_of
@click.option("--from", "start", type=DAYS, metavar="D", help="Chronicle, state: only what happened on D or later.")
@click.option("--to", "end", type=DAYS, metavar="D", help="Chronicle, state: only what happened on D or earlier.")
@click.option("--about", metavar="NAME", help="Only what has this name or these words; not for deadlines and disputes.")
@click.option(
    "--type", "kind", type=click.Choice([str(one) for one in Plover], case_sensitive=False), metavar="TYPE",
    help="Chronicle, state: one PLOVER type, such as RETREAT.",
)  # fmt: skip
@click.option(
    "--top", type=click.IntRange(min=0), metavar="N", help="Chronicle: the N weightiest; said: the N newest; 0: all."
)
@click.option("--title", default="", metavar="T", help="The title; the story's name if not given.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE",
    help="FILE.html or FILE.md; Markdown on stdout if not given.",
)  # fmt: skip
@quiet
def report(  # noqa: PLR0913 - a parameter an option
    *,
    story: Story,
    chosen: tuple[str, ...],
    of: str,
    clock: Clock,
    start: When | None,
    end: When | None,
    about: str | None,
    kind: str | None,
    top: int | None,
    title: str,
    output: Path | None,
    form: Form,
) -> None:
    r"""Write a report to publish, mail or print, with numbered footnotes to the words.

    \b
    Example: throughline report iraq.story --as-of 2011-12 --title "NATO in Iraq" -o iraq.html
    Example: throughline report iraq.story --of state -o today.md
    Example: throughline report iraq.story happening-3fa9c21b figure-77c0de12 -o two.html

    One file that needs nothing else. Each footnote has the words in their context, who published them when, since when
    they were known, and the address. With IDs, the report holds those records alone, as listings show them. The HTML
    prints well: a browser makes a PDF of it.
    """
    to = "markdown" if output is None else _SUFFIXES.get(output.suffix.lower(), "")
    if not to:
        raise click.UsageError(f"{output} is of no kind that a report can be: name it with .html or .md")
    given = {"from": start, "to": end, "about": about, "type": kind, "top": top}
    unused = {name for name, value in given.items() if value is not None} - _NARROWED[of if not chosen else "ids"]
    if unused:
        what = "chosen records" if chosen else of
        raise click.UsageError(f"--{min(unused)} does not narrow {what}: leave it out.")
    first, last = between(start, end)
    query = Query(first, last, about=about, type=Plover(kind.upper()) if kind else None, top=top)
    pieces = story.report(of, query, chosen, title=title, to=to, **clock.named)
    write(pieces, output, form)


COMMANDS = (report,)
