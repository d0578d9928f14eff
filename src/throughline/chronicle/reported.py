"""What a report is to be of: the chronicle, a state of play, all records of a kind, or those that a person names.

In: a view, a word or ids, and a query. Out: records of the model, as listings give them. QueryError where a word or an
id names nothing that a report can hold.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from throughline.chronicle import ids, meant
from throughline.chronicle.deadlines import deadlines
from throughline.chronicle.disputes import disputes
from throughline.chronicle.entries import chronicle, entry
from throughline.chronicle.happenings import introduced
from throughline.chronicle.positions import positions
from throughline.chronicle.query import Query
from throughline.chronicle.said import said
from throughline.chronicle.series import figures
from throughline.chronicle.state import state
from throughline.errors import QueryError
from throughline.ledger.view import View
from throughline.model import Chronicle, Deadline, Dispute, Entry, Position, Saying, Series, State

Record = Entry | Saying | Series | Deadline | Dispute | Position

_WORDS = 8  # of a statement by which it is found
_SAID = 100  # statements, where nobody says how many: the newest, as a listing gives them
SUBJECTS: Mapping[str, Callable[[View, Query], Chronicle | State | Sequence[Record]]] = MappingProxyType(
    {
        "chronicle": chronicle,
        "state": state,
        "said": lambda view, query: said(
            view, about=query.about, top=_SAID if query.top is None else query.top or None
        ),
        "positions": lambda view, query: positions(view, about=query.about),
        "figures": lambda view, query: figures(view, query.about),
        "deadlines": lambda view, _query: deadlines(view),
        "disputes": lambda view, _query: disputes(view),
    }
)


def reported(
    view: View, of: str = "chronicle", query: Query | None = None, chosen: Sequence[str] = ()
) -> Chronicle | State | Sequence[Record]:
    """The records of a report: those that `chosen` names by id, in that order, else all that `of` and `query` ask."""
    if chosen:
        records = dict.fromkeys(ids.whole(view, one) for one in chosen)
        return tuple(dict.fromkeys(_chosen(view, one) for one in records))
    if of not in SUBJECTS:
        raise QueryError(f"there is no report of {of!r}: choose one of {', '.join(SUBJECTS)}, or give ids")
    return SUBJECTS[of](view, query or Query())


def _chosen(view: View, record: str) -> Record:
    kind = record.partition("-")[0]
    if kind not in _FINDERS:
        raise QueryError(f"{record} is no record that a report can hold: those are {', '.join(_FINDERS)}")
    found = _FINDERS[kind](view, record)
    if found is None:
        raise ids.UnknownId(f"nothing here has the id {record!r}, as far as is known then: see a listing")
    return found


def _entry(view: View, record: str) -> Entry | None:
    found = meant.told(view, record)
    if found is None:
        return None
    read, group = found
    return entry(introduced(read, (group,)), group)


def _saying(view: View, record: str) -> Saying | None:
    """The saying of a statement, looked for among those that hold its words: of all, that takes half a minute."""
    for statement in view.statements(ids=[record]):
        words = " ".join(re.findall(r"\w+", statement.content[0].words)[:_WORDS]) if statement.content else ""
        for about in (words, None) if words else (None,):
            for one in said(view, about=about, thoughts=True):
                if record in {one.statement.id, *one.copies}:
                    return one
    return None


def _figure(view: View, record: str) -> Series | None:
    """The series of a figure, with that figure alone."""
    for one in figures(view):
        points = tuple(point for point in one.points if point.figure == record)
        if points:
            return replace(one, points=points)
    return None


_FINDERS: Mapping[str, Callable[[View, str], Record | None]] = MappingProxyType(
    {
        "happening": _entry,
        "event": _entry,
        "telling": _entry,
        "statement": _saying,
        "figure": _figure,
        "series": lambda view, record: next((one for one in figures(view) if one.id == record), None),
        "deadline": lambda view, record: next((one for one in deadlines(view) if one.id == record), None),
        "dispute": lambda view, record: next((one for one in disputes(view) if one.id == record), None),
        "position": lambda view, record: next((one for one in positions(view) if one.id == record), None),
    }
)
