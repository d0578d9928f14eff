"""The command by which a person corrects the record: rule date, merge, split, reject, accept, speaker, note.

In: a story, ids, a person's words. Out: a ruling kept, and what it moved. Invariant: rulings are only ever added;
what is taken back is taken back by another.
"""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import click

from throughline.cli.moved import move_rows, moves
from throughline.cli.options import forms, quiet, story
from throughline.cli.output import Form, whole
from throughline.cli.rulings import listed, replay
from throughline.export import wording
from throughline.export.values import plain
from throughline.export.wording import days
from throughline.model import Ruling
from throughline.story import Story

_ABOUT_ONE = "Take back the ruling about ID, or the ruling whose id this is."
_ABOUT_TWO = "Take back the ruling about the two, or that whose id ID is."
_Command = Callable[..., None]


@dataclass(frozen=True, slots=True)
class _Hand:
    """Who rules and why, and whether a ruling is taken back instead of made."""

    undo: bool
    reason: str
    author: str

    def rules(self, story: Story, target: str, verdict: str, value: str = "") -> Ruling:
        """Keep a ruling, or take back the last of its verdict (and its `value`, if one is given)."""
        if self.undo:
            return story.rule(target, "undo", f"{verdict} {value}".strip(), self.reason, self.author)
        return story.rule(target, verdict, value, self.reason, self.author)


def _ruled(undone: str = _ABOUT_ONE) -> Callable[[_Command], _Command]:
    """Take the story, --undo, --reason and --author as `story` and `hand`."""

    def take(command: _Command) -> _Command:
        @functools.wraps(command)
        def called(*, undo: bool, reason: str, author: str, **rest: Any) -> None:  # noqa: ANN401 - the command's own
            command(hand=_Hand(undo, reason, author), **rest)

        options = (
            click.option("--author", default="", metavar="NAME", help="Who rules; your login name unless you say."),
            click.option("--reason", default="", metavar="WORDS", help="Why; `why` shows it."),
            click.option("--undo", is_flag=True, help=undone),
        )
        return functools.reduce(lambda made, option: option(made), options, called)

    return take


@click.group()
def rule() -> None:
    r"""Correct the record: dates, who is who, what is one, what is wrong. Keep notes.

    \b
    Example: throughline rule date iraq.story article-9edc1ccb 2018-03-05 --reason "the ministry confirmed it"

    Rulings are only ever added, hold whatever day is asked about and whatever pages come, and are in force again when
    the same pages are read into another story. Each is taken back by the same command with --undo. `throughline why`
    shows those on a record, `throughline export STORY --to rulings` writes all of them as text, and `throughline rule
    replay` keeps them in another story.
    """


@rule.command("date")
@story
@click.argument("article", metavar="ARTICLE-ID")
@click.argument("day", metavar="D", required=False)
@_ruled()
@forms
def date_(*, story: Story, article: str, day: str | None, hand: _Hand, form: Form) -> None:
    r"""Settle when an article was published: a day, a month, a year, or EDTF.

    \b
    Example: throughline rule date iraq.story article-9edc1ccb 2008

    Every day that was counted from the old date moves with it, and is shown: nothing is read again. What the page
    itself says is kept, and holds again when the ruling is taken back.
    """
    before = story.articles()
    made = _made(story, article, "date", day, hand)
    found = story.moved(made.id)
    whole(plain(found), form, lambda: moves(found, story.articles()), lambda: move_rows(found))
    if not found.moves:
        form.say(f"Kept {wording.short(made.id)}; no day moved by it.")
    after = story.articles()
    others = [name for name in after if name != found.article and after[name].published != before[name].published]
    if others:
        dated = ", ".join(f"{wording.short(name)} ({days(after[name].published)})" for name in others)
        form.say(f"Pages that are dated by this one have moved too: {dated}.")
    _way_back(story, "date", made, form)


@rule.command()
@story
@click.argument("one", metavar="ID")
@click.argument("other", metavar="ID", required=False)
@_ruled(_ABOUT_TWO)
@forms
def merge(*, story: Story, one: str, other: str | None, hand: _Hand, form: Form) -> None:
    r"""Rule that two actors, or two happenings or events, are one.

    \b
    Example: throughline rule merge iraq.story "Nuri Maliki" "Nouri al-Maliki" --reason "two spellings"
    Example: throughline rule merge iraq.story happening-3fa9c21b happening-81d0b7aa

    Actors go by id or by name. The ruling holds to the names and events that it names: what joins either of them later
    joins both.
    """
    _pair(story, "merge", one, other, hand, form)


@rule.command()
@story
@click.argument("one", metavar="ID")
@click.argument("other", metavar="ID", required=False)
@_ruled(_ABOUT_TWO)
@forms
def split(*, story: Story, one: str, other: str | None, hand: _Hand, form: Form) -> None:
    r"""Rule that what is told as one is two: two names of an actor, or an event of a happening and the rest of it.

    \b
    Example: throughline rule split iraq.story actor-3f23aa06 "Ali al-Maliki"
    Example: throughline rule split iraq.story event-5b1fd0c2 happening-3fa9c21b

    `throughline why` shows the ids of the names that an actor has, and of the events of a happening.
    """
    _pair(story, "split", one, other, hand, form)


@rule.command()
@story
@click.argument("record", metavar="ID")
@_ruled()
@forms
def reject(*, story: Story, record: str, hand: _Hand, form: Form) -> None:
    r"""Rule that a record is wrong: an event, a statement, a figure, a mention, a link, a happening, deadline, dispute.

    \b
    Example: throughline rule reject iraq.story event-5b1fd0c2 --reason "the headline of another article"

    It is in no listing, count or export any more; `why` and `rule list` still know it.
    """
    made = hand.rules(story, record, "reject")
    _show(story, "reject", made, form)


@rule.command()
@story
@click.argument("record", metavar="ID")
@_ruled()
@forms
def accept(*, story: Story, record: str, hand: _Hand, form: Form) -> None:
    r"""Rule that a record is right as it stands: `status` no longer lists it as in doubt.

    \b
    Example: throughline rule accept iraq.story article-9edc1ccb --reason "nobody knows the day any better"

    It weighs no more than before anywhere else.
    """
    made = hand.rules(story, record, "accept")
    form.say(f"Kept {wording.short(made.id)}: {'in doubt again' if hand.undo else 'in doubt no longer'}.")
    _way_back(story, "accept", made, form)


@rule.command()
@story
@click.argument("statement", metavar="STATEMENT-ID")
@click.argument("actor", metavar="ACTOR", required=False)
@_ruled()
@forms
def speaker(*, story: Story, statement: str, actor: str | None, hand: _Hand, form: Form) -> None:
    r"""Settle whose statement it is: an actor's, by id or name.

    \b
    Example: throughline rule speaker iraq.story statement-77c0d1e4 "Leon Panetta" --reason "see the transcript"
    """
    made = _made(story, statement, "speaker", actor, hand)
    _show(story, "speaker", made, form)


@rule.command()
@story
@click.argument("record", metavar="ID")
@click.argument("words", metavar="WORDS", required=False)
@_ruled()
@quiet
def note(*, story: Story, record: str, words: str | None, hand: _Hand, form: Form) -> None:
    r"""Keep a note on a record; `why` shows it.

    \b
    Example: throughline rule note iraq.story dispute-0c9a55d1 "asked the ministry on 7 March"
    """
    ruling = _made(story, record, "note", words, hand)
    form.say(f"Kept {wording.short(ruling.id)}: {'an end to' if hand.undo else 'a note on'} {ruling.target}.")


def _pair(story: Story, verdict: str, one: str, other: str | None, hand: _Hand, form: Form) -> None:
    if other is None and not hand.undo:
        raise click.UsageError("give two ids, or the id of a ruling with --undo.")
    _show(story, verdict, hand.rules(story, one, verdict, other or ""), form)


def _made(story: Story, record: str, verdict: str, value: str | None, hand: _Hand) -> Ruling:
    """Make a ruling that has a value, or take one back, which has none."""
    if hand.undo == (value is not None):
        raise click.UsageError(f"give {'no value with' if hand.undo else 'a value, or'} --undo.")
    return hand.rules(story, record, verdict, value or "")


def _show(story: Story, verdict: str, made: Ruling, form: Form) -> None:
    """Show what a ruling changed, and how it is taken back."""
    found = story.moved(made.id)
    whole(plain(found), form, lambda: moves(found, {}), lambda: move_rows(found))
    if not found.shifts:
        form.say(f"Kept {wording.short(made.id)}; the record is the same by it.")
    _way_back(story, verdict, made, form)


def _way_back(story: Story, verdict: str, made: Ruling, form: Form) -> None:
    again = "Make it hold again" if made.verdict == "undo" else "Take it back"
    form.hint(f"{again}: throughline rule {verdict} {story.path} {wording.short(made.id)} --undo")


rule.add_command(listed)
rule.add_command(replay)
COMMANDS = (rule,)
