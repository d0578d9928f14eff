"""Commands that take pages in: add, demo.

In: files, folders, addresses. Out: a story; a summary and the problems on stderr. Invariants: one bad page never stops
a run (exit 3, as when one was read in doubt); ctrl-C leaves a story that opens, and says how to go on.
"""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

import click

from throughline.cli import config, people
from throughline.cli.group import Failure
from throughline.cli.lines import put
from throughline.cli.options import quiet, story
from throughline.cli.output import UNREADABLE, Form
from throughline.cli.progress import watching
from throughline.dates.typed import typed
from throughline.errors import QueryError
from throughline.export import wording
from throughline.export.values import tame
from throughline.model import Declared, Setting, Severity
from throughline.story import Story

if TYPE_CHECKING:
    from throughline.pipeline.local import Added

_FILE: click.Path = click.Path(path_type=Path, dir_okay=False)
_LISTED = 20  # problems that are told one by one


@click.command()
@story
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--outlet", metavar="NAME", help="The outlet of all these pages, whatever they say.")
@click.option("--published", metavar="D", help="The publication date of all these pages, whatever they say.")
@click.option("--date-order", type=click.Choice(["dmy", "mdy", "ymd"]), help="How these pages write 05-03-2018.")
@click.option("--language", metavar="CODE", help="Their language (en, fr ...).")
@click.option("--outlets", type=_FILE, metavar="FILE", help="Outlets of your own: a table, outlets.tsv.")
@click.option("--sites", type=_FILE, metavar="FILE", help="How sites lay out their pages: sites.toml.")
@click.option("--jobs", "-j", type=click.IntRange(min=1), default=1, show_default=True, metavar="N", help="Processes.")
@click.option("--reader", metavar="NAME", help="Read with a spaCy pipeline that is installed: spacy:en_core_web_sm.")
@quiet
def add(  # noqa: PLR0913 - a parameter an option
    *,
    story: Story,
    inputs: tuple[str, ...],
    outlet: str | None,
    published: str | None,
    date_order: str | None,
    language: str | None,
    outlets: Path | None,
    sites: Path | None,
    jobs: int,
    reader: str | None,
    form: Form,
) -> None:
    r"""Read pages into STORY (made if missing).

    \b
    Example: throughline add iraq.story saved-pages/ feed.xml crawl.warc.gz

    INPUT: files, folders, - (standard input), .html .mhtml .txt .md .warc[.gz] .jsonl[.gz] .zip, .xml feeds, http(s)
    addresses. A page that is in the story already is passed over. A page that can't be read is kept with its reason,
    and the rest goes in; exit 3 then, and where a page was read in doubt (mixed encodings, say). --outlets and --sites
    are kept in the story and hold for all that is added later, until others are given.
    """
    if story.path.is_dir():
        raise click.UsageError(
            f"{story.path} is a folder. The story comes first: throughline add my.story {story.path}"
        )
    if published is not None:
        _check_day(published, date_order)
    declared = Declared(outlet=outlet, published=published, date_order=date_order, language=language)
    settings = config.settings(outlets, sites, is_new=not story.path.exists())
    added = _add(story, inputs, declared, form, jobs=jobs, reader=reader, settings=settings)
    _report(added, form)
    form.hint(f"The record: throughline chronicle {story.path}")
    if any(problem.severity is not Severity.NOTE for problem in added.problems):
        raise click.exceptions.Exit(UNREADABLE)


def _check_day(published: str, date_order: str | None) -> None:
    """Refuse a date that nobody can read before a thousand pages are read with it."""
    try:
        typed(published, date_order)
    except QueryError as error:
        raise click.UsageError(f"--published: {error}, or say --date-order") from error


def _add(  # noqa: PLR0913 - as many as Story.add
    story: Story,
    inputs: Sequence[str],
    declared: Declared,
    form: Form,
    *,
    jobs: int = 1,
    reader: str | None = None,
    settings: Sequence[Setting] = (),
) -> "Added":
    try:
        with watching(form) as watcher:
            return story.add(
                inputs,
                declared,
                jobs=jobs,
                reader=reader,
                watcher=watcher,
                stdin=sys.stdin.buffer,
                settings=settings,
            )
    except KeyboardInterrupt as error:
        raise Failure(f"stopped. What was read is in {story.path}; run the same command again to go on") from error


def _report(added: "Added", form: Form) -> None:
    """Say how many were read, were there already, could not be read; and what to do about the first of these."""
    troubles = sorted(added.problems, key=lambda one: one.severity is Severity.NOTE)
    bad = sum(problem.severity is not Severity.NOTE for problem in troubles)
    form.say(f"{added.read:,} read, {added.known:,} already there, {wording.count(bad, 'problem')}")
    for problem in troubles[:_LISTED]:
        form.say(f"  {tame(problem.where)}: {tame(problem.what)}\n    {tame(problem.advice)}")
    if len(troubles) > _LISTED:
        form.say(f"  and {len(troubles) - _LISTED:,} more: throughline status lists them")


@click.command()
@click.option("--keep", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Keep the story in FILE.")
@quiet
def demo(*, keep: Path | None, form: Form) -> None:
    r"""Read a small invented story that ships with Throughline, and show it.

    \b
    Example: throughline demo --keep demo.story
    """
    if keep is not None and keep.exists():
        raise Failure(f"{keep} is there already: choose another name for --keep")
    with _room(keep) as path, as_file(files("throughline.cli") / "demo" / "pages") as pages:
        story = Story(path)
        form.say("Reading invented pages about a training mission in Karvenia, a country that isn't ...")
        added = _add(story, [str(pages)], Declared(), form)
        _report(added, form)
        put(people.chronicle(story.chronicle().entries, story.articles()))
    name = keep or "demo.story"
    if keep is None:
        form.say("Nothing was kept. Run throughline demo --keep demo.story, then ask:")
    else:
        form.say(f"Kept in {keep}. Ask it:")
    for question in _QUESTIONS:
        form.say(f"  throughline {question.format(story=name)}")


_QUESTIONS = (
    "chronicle {story} --as-of 2012-12      # what a reader knew at the end of 2012",
    "state {story} --as-of 2014-05-20       # how things stood that day, on a page",
    "actors {story} --about Adrel           # who he is, and was",
    "said {story} --by Solvane              # her words, under every name she goes by",
    "figures {story} --of soldiers          # how many of what, and according to whom",
    "deadlines {story}                      # what was due, and what became of it",
    "positions {story}                      # who wants what, and who changed his mind",
    "disputes {story}                       # what contradicts what",
    "why {story} ID                         # the words behind any line above",
)


@contextmanager
def _room(keep: Path | None) -> Iterator[Path]:
    """The file to keep, or one in a folder that goes away."""
    if keep is not None:
        yield keep
        return
    with tempfile.TemporaryDirectory(prefix="throughline-") as folder:
        yield Path(folder) / "demo.story"


COMMANDS = (add, demo)
