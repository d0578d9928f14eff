"""Commands that read the record: chronicle, state, diff, said, positions, actors, figures, deadlines, disputes ...

In: a story and what is asked of it. Out: listings. Each asks the story once and hands the answer to `output`.
"""

import shlex
from pathlib import Path

import click

from throughline.asked import Clock
from throughline.chronicle.query import Query, between
from throughline.cli import changes, digest, people, standing
from throughline.cli.moved import move_rows, moves
from throughline.cli.options import DAYS, TOP, as_of, forms, story, top, typed
from throughline.cli.output import NOTHING, Form, cut, listing, whole
from throughline.export import wording
from throughline.export.plot import plot, plot_entries
from throughline.export.values import plain
from throughline.model import Plover, Status, When
from throughline.story import Story

_plot = click.option(
    "--plot", "chart", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE.svg|.png", help="Draw them."
)
_NOTHING = "Nothing found. See what the story holds: throughline status {story}"


@click.command()
@story
@as_of
@click.option("--from", "start", type=DAYS, metavar="D", help="Only what happened on D or later.")
@click.option("--to", "end", type=DAYS, metavar="D", help="Only what happened on D or earlier.")
@click.option("--about", metavar="NAME", help="Only entries with this name or these words.")
@click.option(
    "--type",
    "kind",
    type=click.Choice([str(one) for one in Plover], case_sensitive=False),
    metavar="TYPE",
    help="One PLOVER type, such as RETREAT.",
)
@click.option(
    "--status",
    type=click.Choice([str(one) for one in Status], case_sensitive=False),
    metavar="STATUS",
    help=f"One status, the latest known: {', '.join(Status)}.",
)
@click.option("--outlet", metavar="NAME", help="Only what this outlet told, by its whole name; see: sources.")
@click.option("--top", type=click.IntRange(min=0), metavar="N", help=f"The N weightiest, {TOP} if not given; 0: all.")
@_plot
@forms
def chronicle(  # noqa: PLR0913 - a parameter an option of the contract
    *,
    story: Story,
    clock: Clock,
    start: When | None,
    end: When | None,
    about: str | None,
    kind: str | None,
    status: str | None,
    outlet: str | None,
    top: int | None,
    chart: Path | None,
    form: Form,
) -> None:
    r"""Show the dated record.

    \b
    Example: throughline chronicle iraq.story --as-of 2011-12 --about Rasmussen

    Each entry is a sentence of an article, with its days, who did what to whom, whether it happened, who told it and
    from how many independent origins.
    """
    first, last = between(start, end)
    query = Query(
        first,
        last,
        about=about,
        type=Plover(kind.upper()) if kind else None,
        top=top,
        status=Status(status.lower()) if status else None,
        outlet=outlet,
    )
    found = story.chronicle(query, **clock.named).entries
    if chart is not None and found:
        form.say(f"Drew {plot_entries(found, chart)} of {wording.count(len(found), 'line')} in {chart}.")
    listing(
        found,
        form,
        lambda: people.chronicle(found, story.articles(**clock.named)),
        _NOTHING.format(story=typed(story)),
    )
    if top is None and len(found) == TOP:
        form.say(f"The {TOP} weightiest entries: --top N shows N, --top 0 all; --from, --to, --about ... narrow them.")
    form.hint(f"Why an entry says so: throughline why {story.path} {wording.short(found[0].happening.id)}")


@click.command()
@story
@as_of
@forms
def state(*, story: Story, clock: Clock, form: Form) -> None:
    r"""Show where things stand: a page for a newcomer.

    \b
    Example: throughline state iraq.story --as-of 2011-12-01

    What happened lately, what is under way, planned and asked for, what is due and what came of it, what is disputed,
    the latest figures, and what no report says.
    """
    found = story.state(**clock.named)
    whole(
        plain(found),
        form,
        lambda: standing.state(found, story.articles(**clock.named)),
        lambda: standing.rows(found),
    )
    if not found.reports:
        form.say(_NOTHING.format(story=typed(story)))
        raise click.exceptions.Exit(NOTHING)


@click.command()
@story
@click.argument("earlier", type=DAYS, metavar="D1", required=False)
@click.argument("later", type=DAYS, metavar="D2", required=False)
@click.option("--maybe", is_flag=True, help="Also what may have been known by each day.")
@click.option("--ruling", metavar="ID", help="Instead: all that this ruling moved or changed, before and after.")
@forms
def diff(
    *, story: Story, earlier: When | None, later: When | None, maybe: bool, ruling: str | None, form: Form
) -> None:
    r"""Show what a reader learned between two dates, or what a ruling moved.

    \b
    Example: throughline diff iraq.story 2011-12-01 2011-12-31
    """
    if ruling is not None and earlier is None:
        _moved(story, ruling, form)
        return
    if ruling is not None or earlier is None or later is None:
        raise click.UsageError("give two days, D1 and D2, or --ruling and the ruling's id.")
    found = story.diff(earlier, later, maybe=maybe)
    whole(
        plain(found),
        form,
        lambda: digest.diff(found, story.articles(as_of=later, maybe=maybe)),
        lambda: digest.diff_rows(found),
    )
    if not (found.articles or found.happenings or found.turns or found.figures or found.sayings):
        form.say("Nothing was learned between the two.")
        raise click.exceptions.Exit(NOTHING)


def _moved(story: Story, ruling: str, form: Form) -> None:
    found = story.moved(ruling)
    whole(plain(found), form, lambda: moves(found, story.articles()), lambda: move_rows(found))
    if not found.moves and not found.shifts:
        form.say("Nothing moved by it.")
        raise click.exceptions.Exit(NOTHING)


@click.command()
@story
@click.option("--by", metavar="NAME", help="Only what this person or body said, by any of their names.")
@click.option("--about", metavar="WORDS", help="Only statements with these words.")
@click.option("--thoughts", is_flag=True, help="Also what is told of what they think, hope, want or plan.")
@top
@as_of
@forms
def said(  # noqa: PLR0913 - one argument an option
    *, story: Story, by: str | None, about: str | None, thoughts: bool, top: int | None, clock: Clock, form: Form
) -> None:
    r"""Show statements: who said what, through whom, since when it is known.

    \b
    Example: throughline said iraq.story --by Rasmussen --about immunity
    """
    newest = story.said(by, about, top, thoughts=thoughts, **clock.named)
    found = cut(newest, top, form, newest.total)
    listing(
        found,
        form,
        lambda: people.sayings(found, story.articles(**clock.named)),
        _unsaid(story, by, about),
    )


def _unsaid(story: Story, by: str | None, about: str | None) -> str:
    """What to do where nobody said such a thing."""
    path = typed(story)
    if by and about:
        return f"No statement of {by} holds {about!r}: throughline said {path} --by {shlex.quote(by)} lists all."
    if by:
        return f"No statement of anybody called {by!r}: throughline actors {path} lists everyone."
    if about:
        return f"No statement holds {about!r}: throughline search {path} {shlex.quote(about)} asks every sentence."
    return _NOTHING.format(story=path)


@click.command()
@story
@click.option("--by", metavar="NAME", help="Only this person's or body's, by any of their names.")
@click.option("--about", metavar="WORDS", help="Only those with these words.")
@top
@as_of
@forms
def positions(*, story: Story, by: str | None, about: str | None, top: int | None, clock: Clock, form: Form) -> None:
    r"""Show what each actor has said on a matter, in time order, and where it changed.

    \b
    Example: throughline positions iraq.story --by Panetta

    Without --by and --about, positions on what the story is about are taken from the latest reports.
    """
    found = cut(story.positions(by, about, **clock.named), top, form)
    listing(
        found,
        form,
        lambda: standing.positions(found),
        f"No positions found: throughline said {typed(story)} lists all statements.",
        lambda: standing.position_rows(found),
    )


@click.command()
@story
@click.option("--about", metavar="NAME", help="Only those of this name.")
@top
@as_of
@forms
def actors(*, story: Story, top: int | None, about: str | None, clock: Clock, form: Form) -> None:
    r"""Show people and bodies: their roles, names and counts.

    \b
    Example: throughline actors iraq.story
    """
    found = cut(story.actors(about, **clock.named), top, form)
    unknown = f"Nobody here is called {about!r}: throughline actors {typed(story)} lists everyone."
    nothing = unknown if about else _NOTHING.format(story=typed(story))
    listing(found, form, lambda: people.actors(found), nothing)
    form.hint(f'What one of them said: throughline said {story.path} --by "{found[0].name}"')


@click.command()
@story
@click.option("--of", metavar="WORDS", help="Only figures of these.")
@_plot
@top
@as_of
@forms
def figures(*, story: Story, top: int | None, of: str | None, chart: Path | None, clock: Clock, form: Form) -> None:
    r"""Show series of figures: how many of what, when, according to whom.

    \b
    Example: throughline figures iraq.story --of soldiers
    """
    found = story.figures(of, **clock.named)
    if chart is not None and found:
        drawn = plot(found, chart)
        form.say(
            f"Drew {drawn} of {len(found)} series in {chart}." if drawn else "No figure has a day: nothing to draw."
        )
    kept = cut(found, top, form)
    none = f"No figures of {of!r}: throughline figures {typed(story)} lists all."
    listing(kept, form, lambda: people.series(kept), none if of else _NOTHING.format(story=typed(story)))


@click.command()
@story
@top
@as_of
@forms
def deadlines(*, story: Story, top: int | None, clock: Clock, form: Form) -> None:
    r"""Show what was due, and what became of it.

    \b
    Example: throughline deadlines iraq.story --as-of 2011-12-15
    """
    found = cut(story.deadlines(**clock.named), top, form)
    listing(found, form, lambda: people.deadlines(found, story.articles(**clock.named)), "No deadlines found.")


@click.command()
@story
@top
@as_of
@forms
def disputes(*, story: Story, top: int | None, clock: Clock, form: Form) -> None:
    r"""Show what contradicts what, side by side, without a verdict.

    \b
    Example: throughline disputes iraq.story
    """
    found = cut(story.disputes(**clock.named), top, form)
    listing(
        found,
        form,
        lambda: people.disputes(found, story.articles(**clock.named)),
        "No contradictions found.",
        lambda: digest.dispute_rows(found),
    )


@click.command()
@story
@click.option(
    "--diff",
    "which",
    is_flag=False,
    flag_value="",
    metavar="[ARTICLE]",
    help="What later versions of an article changed, by its id or address; of all that changed, if none is given.",
)
@as_of
@forms
def sources(*, story: Story, which: str | None, clock: Clock, form: Form) -> None:
    r"""Show outlets, their copies, and who cites whom; or what versions of an article changed.

    \b
    Example: throughline sources iraq.story
    Example: throughline sources iraq.story --diff example.org/news/treaty

    A page that was captured again with other text is a later version of its article. It counts as one report with the
    others, and is known from its own day: that of its note of change, else that of its capture.
    """
    if which is not None:
        told = story.versions(which or None, **clock.named)
        nothing = "No article was captured again with other text."
        listing(told, form, lambda: changes.versions(told), nothing, lambda: changes.rows(told))
        return
    found = story.sources(**clock.named)
    listing(found, form, lambda: people.sources(found), "No articles yet: throughline add STORY INPUT...")
    later = sum(source.versions for source in found)
    if later:
        form.hint(f"What {wording.count(later, 'later version')} changed: throughline sources {story.path} --diff")


@click.command()
@story
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--top", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="At most N passages."
)
@as_of
@forms
def search(*, story: Story, words: tuple[str, ...], top: int, clock: Clock, form: Form) -> None:
    r"""Search the sentences that the record rests on.

    \b
    Example: throughline search iraq.story immunity prosecution
    """
    found = story.search(" ".join(words), top, **clock.named)
    nothing = f"Not in the pile: no sentence holds {' '.join(words)!r}."
    listing(found, form, lambda: people.hits(found, story.articles(**clock.named)), nothing)


COMMANDS = (chronicle, state, diff, said, positions, actors, figures, deadlines, disputes, sources, search)
