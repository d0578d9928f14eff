"""Ids that people type: a beginning is enough where only one record has it.

In: a view and the beginning of an id, with or without its kind. Out: the whole id, or QueryError.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from throughline.chronicle.actors import actors
from throughline.chronicle.deadlines import deadlines
from throughline.chronicle.disputes import disputes
from throughline.chronicle.happenings import lines, reading
from throughline.chronicle.positions import positions
from throughline.chronicle.series import figures
from throughline.errors import QueryError
from throughline.ledger.rulings import named, of_any
from throughline.ledger.view import View

_T = TypeVar("_T")
_WHOLE = re.compile(r"[a-z]+-[0-9a-f]{16}")


class UnknownId(QueryError):  # noqa: N818 - reads as what it says
    """No record has this id."""


class _Named(Protocol):
    """Whatever has an id."""

    @property
    def id(self) -> str:
        """Its id."""


def is_id(said: str) -> bool:
    """Whether words are, or begin like, an id with its kind."""
    kind, hyphen, digits = said.partition("-")
    return bool(hyphen) and kind in {*KINDS, "telling"} and re.fullmatch(r"[0-9a-f]*", digits) is not None


def whole(view: View, beginning: str) -> str:
    """Find the record whose id begins so, with or without its kind; QueryError where none or several do.

    An id of full length is taken as it is: looking for it among all would only cost time.
    """
    if _WHOLE.fullmatch(beginning):
        return beginning
    kind, hyphen, _ = beginning.partition("-")
    places = [ids for name, ids in KINDS.items() if not hyphen or name == kind]
    listed = {one for ids in places for one in ids(view)}
    found = {one for one in listed if one.startswith(beginning) or _digits(one, beginning)}
    if not found:  # what is rejected, or was derived once, is in no list any more
        spoken_of = (one for made in view.rulings() for one in named(made))
        found = {one for one in spoken_of if one.startswith(beginning) or (not hyphen and _digits(one, beginning))}
    if beginning in found:
        return beginning
    if len(found) > 1:
        raise QueryError(f"{len(found)} ids begin with {beginning!r} ({', '.join(sorted(found)[:4])} ...): give more")
    if not found:
        raise UnknownId(f"nothing here has the id {beginning!r}: listings show ids after each line, --json in full")
    return found.pop()


def found(view: View, beginning: str, ask: Callable[[View, str], _T]) -> _T:
    """Ask something of the record whose id begins so; UnknownId where there is none."""
    record = whole(view, beginning)
    try:
        return ask(view, record)
    except QueryError as error:
        raise UnknownId(f"nothing here has the id {record!r}, as far as is known then: see a listing") from error


def _digits(record: str, beginning: str) -> bool:
    return record.partition("-")[2].startswith(beginning)


def there(view: View, record: str) -> bool:
    """Whether the view has a record of a whole id: what has a row of its own is not looked for among all."""
    kind = record.partition("-")[0]
    if kind in _ROWS:
        return bool(_ROWS[kind](view, [record]))
    listed = KINDS.get(kind)
    return listed is not None and record in listed(view)


def _anchors(view: View) -> set[str]:
    """The tellings that open happenings."""
    return {group.anchor.id for group in lines(reading(view))}


def _ids(records: Iterable[_Named]) -> set[str]:
    return {record.id for record in records}


KINDS: Mapping[str, Callable[[View], set[str]]] = {
    "article": lambda view: set(view.heads()),
    "event": lambda view: _ids(view.event_rows()),
    "statement": lambda view: _ids(view.statement_rows()),
    "figure": lambda view: _ids(view.figure_rows()),
    "happening": lambda view: set(of_any("happening", _anchors(view) | _ids(view.event_rows()))),
    "actor": lambda view: _ids(actors(view)) | of_any("actor", {row.key for row in view.names()}),
    "series": lambda view: _ids(figures(view)),
    "deadline": lambda view: _ids(deadlines(view)),
    "dispute": lambda view: _ids(disputes(view)),
    "position": lambda view: _ids(positions(view)),
    "link": lambda view: _ids(view.links()),
    "problem": lambda view: _ids(view.problems()),
    "ruling": lambda view: _ids(view.rulings()),
    "mention": lambda view: _ids(view.mentions()),
    "time": lambda view: _ids(view.times()),
}
_ROWS: Mapping[str, Callable[[View, Sequence[str]], Sequence[_Named]]] = {
    "event": lambda view, ids: view.events(ids=ids),
    "statement": lambda view, ids: view.statements(ids=ids),
    "figure": lambda view, ids: view.figures(ids=ids),
    "mention": lambda view, ids: view.mentions(ids=ids),
    "time": lambda view, ids: view.times(ids=ids),
}
