"""How a command's answer goes out: for people, or as JSON, JSON lines or CSV.

In: records of the model and a function that lays them out for people. Out: data on stdout, remarks on stderr.
Invariants: the same options on every listing; an empty answer exits with 4 and says so.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import click

from throughline.cli.lines import Grid, Line, put
from throughline.export.csv import table
from throughline.export.values import Json, Scalar, dumps, flat, plain

_T = TypeVar("_T")

OK, FAILED, USAGE, UNREADABLE, NOTHING = 0, 1, 2, 3, 4


@dataclass(frozen=True, slots=True)
class Form:
    """What the output options ask for: "people", "json", "nl" or "csv"; and whether to be quiet."""

    name: str = "people"
    quiet: bool = False

    def hint(self, words: str) -> None:
        """Say on stderr what to do next: only to a person who looks at a terminal."""
        if not self.quiet and self.name == "people" and sys.stdout.isatty() and sys.stderr.isatty():
            click.secho(words, err=True, dim=True)

    def say(self, words: str) -> None:
        """Say something on stderr, unless quiet."""
        if not self.quiet:
            click.echo(words, err=True)


def listing(
    records: Sequence[object],
    form: Form,
    people: Callable[[], Iterable[Line | Grid]],
    nothing: str,
    rows: Callable[[], Iterable[dict[str, Scalar]]] | None = None,
) -> None:
    """Print records in the form asked for; exit with 4, and say `nothing`, where there are none."""
    whole(
        [plain(record) for record in records] if form.name in {"json", "nl"} else [],
        form,
        people,
        rows or _rows(records),
    )
    if not records:
        form.say(nothing)
        raise click.exceptions.Exit(NOTHING)


def cut(found: Sequence[_T], top: int | None, form: Form, total: int | None = None) -> Sequence[_T]:
    """The first `top` of the records found; says on stderr how many more of `total` there are, and how to see them."""
    kept = found if top is None else found[:top]
    more = (len(found) if total is None else total) - len(kept)
    if more > 0:
        form.say(f"{len(kept):,} shown, {more:,} more: --top N shows N, --top 0 all.")
    return kept


def whole(
    value: Json,
    form: Form,
    people: Callable[[], Iterable[Line | Grid]],
    rows: Callable[[], Iterable[dict[str, Scalar]]],
) -> None:
    """Print one answer in the form asked for; a list goes out one line each as JSON lines."""
    if form.name == "json":
        click.echo(dumps(value, indent=2))
    elif form.name == "nl":
        for one in value if isinstance(value, list) else [value]:
            click.echo(dumps(one))
    elif form.name == "csv":
        for text in table(rows()):
            click.echo(text, nl=False)
    else:
        put(people())


def _rows(records: Sequence[object]) -> Callable[[], Iterable[dict[str, Scalar]]]:
    return lambda: map(flat, records)
