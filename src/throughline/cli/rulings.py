"""The list of rulings, those on a record, and rulings carried from story to story: rule list, rule replay.

In: a story; a file of rulings. Out: what people ruled, in the order in which they did. Invariant: what is kept from a
file is what the file says, or nothing.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from throughline.cli.lines import Line, Piece, line
from throughline.cli.options import forms, quiet, story
from throughline.cli.output import Form, listing
from throughline.errors import QueryError
from throughline.export import wording
from throughline.export.rulings import read
from throughline.ledger.rulings import DATE, NOTE
from throughline.model import Ruling
from throughline.story import Story


@click.command("list")
@story
@forms
def listed(*, story: Story, form: Form) -> None:
    r"""List every ruling, in the order in which they were made.

    \b
    Example: throughline rule list iraq.story
    """
    found = story.rulings()
    listing(found, form, lambda: _lines(story, found), "No rulings yet.")


@click.command()
@story
@click.argument("made", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@quiet
def replay(*, story: Story, made: Path, form: Form) -> None:
    r"""Keep the rulings of another story of the same pages: a story, or a file of rulings.

    \b
    Example: throughline rule replay new.story old.story
    Example: throughline rule replay new.story rulings.tsv

    A file of rulings is what `throughline export STORY --to rulings` or `throughline rule list STORY --nl` wrote, or a
    text of such lines that you wrote yourself. Rulings on pages that are not here yet hold once these are added.
    """
    count = story.replay(_rulings(made))
    form.say(f"{wording.count(count, 'ruling')} kept that {'was' if count == 1 else 'were'} not here.")


def on_record(story: Story, found: Sequence[Ruling]) -> Iterator[Line]:
    """What people ruled on a record that is being explained."""
    if found:
        yield line(Piece("rulings:", "dim"), indent=2)
    holding = {one.id for one in story.rulings(standing=True)}
    called = story.called(found)
    for one in found:
        yield line(
            f"- {one.made:%Y-%m-%d} {one.author}: {_said(one, called[one.id])}",
            f" ({one.reason})" if one.reason else "",
            Piece(f"  {wording.short(one.id)}", "dim"),
            Piece("" if one.id in holding else "  taken back", "bad"),
            indent=4,
        )


def _said(one: Ruling, called: str) -> str:
    """A ruling in a few words: a note says itself."""
    if one.verdict == NOTE:
        return one.value
    named = one.value if one.verdict == DATE else called or wording.short(one.target)
    return f"{one.verdict} {named}"


def _lines(story: Story, found: Sequence[Ruling]) -> Iterator[Line]:
    holding = {one.id for one in story.rulings(standing=True)}
    called = story.called(found)
    for one in found:
        yield line(
            Piece(f"{one.made:%Y-%m-%d %H:%M}", "bold"),
            f"  {one.verdict}  {wording.short(one.target)}  {_value(one)}",
            Piece(f"  {one.author}{f': {one.reason}' if one.reason else ''}  {wording.short(one.id)}", "dim"),
            Piece("" if one.id in holding else "  taken back", "bad"),
        )
        if called[one.id]:
            yield line(called[one.id], indent=2)


_IS_ID = re.compile(r"[a-z]+-[0-9a-f]{16}").fullmatch


def _value(one: Ruling) -> str:
    return " ".join(wording.short(word) if _IS_ID(word) else word for word in one.value.split(" "))


def _rulings(place: Path) -> list[Ruling]:
    """Read rulings from a story, or from a text; QueryError where it is neither."""
    with place.open("rb") as file:
        is_story = file.read(16).startswith(b"SQLite format 3")
    if is_story:
        return list(Story(place).rulings())
    try:
        return read(place.read_text("utf-8"), str(place))
    except UnicodeDecodeError as error:
        raise QueryError(f"{place} is neither a story nor a text of rulings in UTF-8") from error
