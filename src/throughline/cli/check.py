"""Commands that check and correct: status, why, rule, audit.

In: a story, an id, a person's words. Out: explanations, rulings kept, what breaks a law.
"""

import click

from throughline.cli import digest, people
from throughline.cli.lines import Piece, line
from throughline.cli.options import Clock, as_of, forms, quiet, story
from throughline.cli.output import FAILED, Form, listing, whole
from throughline.export.values import plain
from throughline.story import Story


@click.command()
@story
@as_of
@forms
def status(*, story: Story, clock: Clock, form: Form) -> None:
    r"""Show what is in it, what could not be read, what is undated.

    \b
    Example: throughline status iraq.story
    """
    found = story.status(as_of=clock.as_of, maybe=clock.maybe)
    whole(
        plain(found),
        form,
        lambda: digest.status(found, clock.heads(story)),
        lambda: digest.status_rows(found),
    )
    form.hint(f"The record: throughline chronicle {story.path}")


@click.command()
@story
@click.argument("record", metavar="ID")
@as_of
@forms
def why(*, story: Story, record: str, clock: Clock, form: Form) -> None:
    r"""Show the words, the rule, the rivals, and what would change the answer.

    \b
    Example: throughline why iraq.story happening-3fa9c21b

    ID is any id that a listing shows, or a beginning of it that only one record has.
    """
    found = story.why(record, as_of=clock.as_of, maybe=clock.maybe)
    rulings = tuple(ruling for ruling in story.rulings() if ruling.target == found.id)
    value = plain(found) | {"rulings": plain(rulings)}
    whole(value, form, lambda: digest.why(found, rulings), lambda: digest.why_rows(found))


@click.group()
def rule() -> None:
    r"""Keep a person's ruling: today a note on any record; the list of all.

    \b
    Example: throughline rule note iraq.story article-9edc1ccb "The ministry confirmed the date by phone."

    Rulings are only ever added. A ruling that sets a date, merges, splits or rejects is not there yet.
    """


@rule.command()
@story
@click.argument("record", metavar="ID")
@click.argument("words", metavar="WORDS")
@click.option("--author", default="", metavar="NAME", help="Who rules; your login name unless you say.")
@quiet
def note(*, story: Story, record: str, words: str, author: str, form: Form) -> None:
    """Keep a note on a record; `why` shows it."""
    ruling = story.rule(record, "note", words, author=author)
    form.say(f"Kept {people.short(ruling.id)}: a note on {ruling.target}.")


@rule.command("list")
@story
@forms
def listed(*, story: Story, form: Form) -> None:
    """List every ruling, in the order in which they were made."""
    found = story.rulings()
    lines = (
        line(Piece(f"{one.made:%Y-%m-%d %H:%M}", "bold"), f"  {one.verdict}  {people.short(one.target)}  {one.value}")
        for one in found
    )
    listing(found, form, lambda: lines, "No rulings yet.")


@click.command()
@story
@forms
def audit(*, story: Story, form: Form) -> None:
    r"""Check every law that can be checked on a file; exit 1 if one fails.

    \b
    Example: throughline audit iraq.story
    """
    found = story.audit()
    whole(plain(found), form, lambda: digest.problems(found), lambda: digest.problem_rows(found))
    if found:
        raise click.exceptions.Exit(FAILED)
    form.say(f"{story.path} keeps every law that can be checked on a file.")


COMMANDS = (status, why, rule, audit)
