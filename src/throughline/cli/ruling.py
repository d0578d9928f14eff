"""The command by which a person corrects the record: rule date, rule note, rule list, rule replay.

In: a story, an id, a person's words. Out: a ruling kept, and what it moved. Invariant: rulings are only ever added;
what is taken back is taken back by another.
"""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from throughline.cli import people
from throughline.cli.lines import Line, Piece, line
from throughline.cli.moved import move_rows, moves
from throughline.cli.options import forms, quiet, story
from throughline.cli.output import Form, listing, whole
from throughline.errors import QueryError
from throughline.export.markdown import days
from throughline.export.values import plain
from throughline.model import Ruling, content_id
from throughline.story import Story

_AUTHOR = click.option("--author", default="", metavar="NAME", help="Who rules; your login name unless you say.")
_REASON = click.option("--reason", default="", metavar="WORDS", help="Why; `why` shows it.")
_UNDO = click.option("--undo", is_flag=True, help="Take back the ruling about ID, or the ruling whose id this is.")
_FIELDS = ("id", "target", "verdict", "value", "reason", "author", "made")


@click.group()
def rule() -> None:
    r"""Settle a page's date, keep a note on any record, take a ruling back; the list of all.

    \b
    Example: throughline rule date iraq.story article-9edc1ccb 2018-03-05 --reason "the ministry confirmed it"

    Rulings are only ever added, hold whatever day is asked about, and are in force again when the same pages are read
    into another story. A ruling that merges, splits or rejects is not there yet.
    """


@rule.command("date")
@story
@click.argument("article", metavar="ARTICLE-ID")
@click.argument("day", metavar="D", required=False)
@_UNDO
@_REASON
@_AUTHOR
@forms
def date_(  # noqa: PLR0913 - one argument an option
    *, story: Story, article: str, day: str | None, undo: bool, reason: str, author: str, form: Form
) -> None:
    r"""Settle when an article was published: a day, a month, a year, or EDTF.

    \b
    Example: throughline rule date iraq.story article-9edc1ccb 2008

    Every day that was counted from the old date moves with it, and is shown: nothing is read again. What the page
    itself says is kept, and holds again when the ruling is taken back.
    """
    before = story.articles()
    made = _made(story, article, "date", day, undo=undo, by=(reason, author))
    found = story.moved(made.id)
    whole(plain(found), form, lambda: moves(found, story.articles()), lambda: move_rows(found))
    if not found.moves:
        form.say(f"Kept {people.short(made.id)}; no day moved by it.")
    after = story.articles()
    others = [name for name in after if name != found.article and after[name].published != before[name].published]
    if others:
        dated = ", ".join(f"{people.short(name)} ({days(after[name].published)})" for name in others)
        form.say(f"Pages that are dated by this one have moved too: {dated}.")
    if not undo:
        form.hint(f"Take it back: throughline rule date {story.path} {people.short(made.id)} --undo")


@rule.command()
@story
@click.argument("record", metavar="ID")
@click.argument("words", metavar="WORDS", required=False)
@_UNDO
@_REASON
@_AUTHOR
@quiet
def note(  # noqa: PLR0913 - one argument an option
    *, story: Story, record: str, words: str | None, undo: bool, reason: str, author: str, form: Form
) -> None:
    """Keep a note on a record; `why` shows it."""
    ruling = _made(story, record, "note", words, undo=undo, by=(reason, author))
    form.say(f"Kept {people.short(ruling.id)}: {'an end to' if undo else 'a note on'} {ruling.target}.")


@rule.command("list")
@story
@forms
def listed(*, story: Story, form: Form) -> None:
    """List every ruling, in the order in which they were made."""
    found = story.rulings()
    holding = {one.id for one in story.rulings(standing=True)}

    def lines() -> Iterator[Line]:
        for one in found:
            gone = "" if one.id in holding else "  taken back"
            yield line(
                Piece(f"{one.made:%Y-%m-%d %H:%M}", "bold"),
                f"  {one.verdict}  {people.short(one.target)}  {one.value}",
                Piece(f"  {one.author}{f': {one.reason}' if one.reason else ''}  {people.short(one.id)}", "dim"),
                Piece(gone, "bad"),
            )

    listing(found, form, lines, "No rulings yet.")


@rule.command()
@story
@click.argument("made", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@quiet
def replay(*, story: Story, made: Path, form: Form) -> None:
    r"""Keep the rulings of another story of the same pages: a story, or what `rule list --nl` wrote.

    \b
    Example: throughline rule replay new.story old.story
    """
    count = story.replay(_rulings(made))
    form.say(f"{people.count(count, 'ruling')} kept that {'was' if count == 1 else 'were'} not here.")


def _made(story: Story, record: str, verdict: str, value: str | None, *, undo: bool, by: tuple[str, str]) -> Ruling:
    """Make a ruling, or take one back."""
    if undo == (value is not None):
        raise click.UsageError(f"give {'no value with' if undo else 'a value, or'} --undo.")
    return story.rule(record, "undo", verdict, *by) if undo else story.rule(record, verdict, value or "", *by)


def _rulings(place: Path) -> list[Ruling]:
    """Read rulings from a story, or from JSON lines; QueryError where it is neither."""
    with place.open("rb") as file:
        is_story = file.read(16).startswith(b"SQLite format 3")
    if is_story:
        return list(Story(place).rulings())
    try:
        rows = [json.loads(row) for row in place.read_text("utf-8").splitlines() if row.strip()]
        return [_ruling({name: str(row[name]) for name in _FIELDS}) for row in rows]
    except (ValueError, KeyError, TypeError) as error:
        raise QueryError(f"{place} is neither a story nor unchanged lines of `throughline rule list --nl`") from error


def _ruling(row: dict[str, str]) -> Ruling:
    said = {name: row[name] for name in ("target", "verdict", "value", "reason", "author")}
    made = datetime.fromisoformat(row["made"])
    if made.tzinfo is None or content_id("ruling", *said.values(), made) != row["id"]:
        raise ValueError(row["id"])
    return Ruling(row["id"], **said, made=made)


COMMANDS = (rule,)
