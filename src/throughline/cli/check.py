"""Commands that check: status, why, audit.

In: a story, an id. Out: what is in it, explanations, what breaks a law.
"""

from itertools import chain

import click

from throughline.asked import Clock
from throughline.cli import digest, rulings
from throughline.cli.options import as_of, forms, story, typed
from throughline.cli.output import FAILED, Form, whole
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
    found = story.status(**clock.named)
    whole(
        plain(found),
        form,
        lambda: digest.status(found, story.articles(**clock.named), typed(story)),
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
    found = story.why(record, **clock.named)
    made = story.ruled(found.id)
    value = plain(found) | {"rulings": plain(made)}
    whole(
        value,
        form,
        lambda: chain(digest.why(found, typed(story)), rulings.on_record(story, made)),
        lambda: digest.why_rows(found),
    )


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


COMMANDS = (status, why, audit)
