"""Every kind of record as a table, for packages of data: rows, and the fields with their types.

In: holdings. Out: tables, in the order of the JSON lines. Invariants: the columns of a table depend on nothing but the
kind of its records (see `values.flat`); both clocks are columns wherever a record has an article; `id` is unique in a
table that names it as its key, and a column that refers to another table's key is named for it.
"""

import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from throughline.export.holdings import Holdings
from throughline.export.values import Scalar, columns, flat
from throughline.model import (
    Actor,
    Article,
    Deadline,
    Dispute,
    Entry,
    Event,
    Figure,
    Happening,
    Mention,
    Problem,
    Series,
    Statement,
    Time,
)

TYPES = {bool: "boolean", int: "integer", float: "number", date: "date"}  # anything else is a string


class Table(NamedTuple):
    """A table: its name, its fields (name and Frictionless type), its rows, the field that is its key."""

    name: str
    fields: tuple[tuple[str, str], ...]
    rows: Iterator[dict[str, Scalar]]
    key: str | None
    about: str


class _Kind(NamedTuple):
    name: str
    record: type
    records: Callable[[Holdings], Iterable[object]]
    key: str | None
    about: str
    more: Mapping[str, Callable[[typing.Any, Holdings], Scalar]] = types.MappingProxyType({})


def _known(record: typing.Any, holdings: Holdings) -> Scalar:  # noqa: ANN401 - any finding
    known = holdings.known(record.evidence.article)
    return known.isoformat() if known else None


def _article_known(article: Article, holdings: Holdings) -> Scalar:
    known = holdings.known(article.id)
    return known.isoformat() if known else None


_FOUND = types.MappingProxyType({"known": _known})
_KINDS = (
    _Kind(
        "articles", Article, lambda holdings: holdings.articles, "id", "pages as read, a row a version of an article",
        types.MappingProxyType(
            {
                "known": _article_known,
                "copy_of": lambda one, holdings: holdings.copies.get(one.id),
                "version_of": lambda one, holdings: holdings.versions.get(one.id),
            }
        ),
    ),
    _Kind(
        "mentions", Mention, lambda holdings: holdings.mentions, "id", "names and nouns for people, bodies and places",
        types.MappingProxyType({"known": _known, "actor": lambda one, holdings: holdings.actor_of(one.id)}),
    ),
    _Kind("times", Time, lambda holdings: holdings.times, "id", "time expressions (TIMEX3)", _FOUND),
    _Kind("statements", Statement, lambda holdings: holdings.statements, "id", "who said what, through whom", _FOUND),
    _Kind("events", Event, lambda holdings: holdings.events, "id", "what an article tells, with its status", _FOUND),
    _Kind("figures", Figure, lambda holdings: holdings.figures, "id", "how many of what", _FOUND),
    _Kind("actors", Actor, lambda holdings: holdings.actors, "id", "people and bodies"),
    _Kind(
        "happenings", Happening, lambda holdings: holdings.happenings, "id", "events that are one; read with the status"
    ),
    _Kind("chronicle", Entry, lambda holdings: holdings.entries, "id", "the dated record, a row an entry"),
    _Kind("series", Series, lambda holdings: holdings.series, "id", "figures of one quantity in time"),
    _Kind("deadlines", Deadline, lambda holdings: holdings.deadlines, "id", "what was due, and what became of it"),
    _Kind("disputes", Dispute, lambda holdings: holdings.disputes, "id", "what contradicts what"),
    _Kind("problems", Problem, lambda holdings: holdings.problems, None, "what could not be read, or not as it stands"),
)  # fmt: skip


def tables(holdings: Holdings) -> Iterator[Table]:
    """Every table; its rows are made as they are walked."""
    for kind in _KINDS:
        own = ((name, TYPES.get(type_, "string")) for name, type_ in columns(kind.record).items())
        fields = (*own, *((name, "date" if name == "known" else "string") for name in kind.more))
        yield Table(kind.name, fields, _rows(kind, holdings), kind.key, kind.about)


def _rows(kind: _Kind, holdings: Holdings) -> Iterator[dict[str, Scalar]]:
    for record in kind.records(holdings):
        yield flat(record) | {name: more(record, holdings) for name, more in kind.more.items()}
