"""What stands: open deadlines, what is under way or planned, the latest of each series.

In: a view and a query. Out: `State`.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice

from throughline.chronicle.deadlines import deadlines_of
from throughline.chronicle.entries import TOP, asked_for, entry
from throughline.chronicle.grouping import Group, grouped
from throughline.chronicle.happenings import Reading, happening_status, horizon, reading
from throughline.chronicle.query import Query
from throughline.chronicle.series import figures
from throughline.ledger.view import View
from throughline.model import Entry, Evidence, Figure, Series, State, Status

_FORGOTTEN = timedelta(days=365)  # what nobody has told of for a year can't be said to stand
_STANDING = frozenset({Status.ONGOING, Status.PLANNED, Status.REQUESTED, Status.CONDITIONAL})


def state(view: View, query: Query | None = None) -> State:
    """Open deadlines, ongoing, planned and requested happenings, the latest figure of each series; newest first."""
    asked = query or Query()
    read = reading(view)
    groups = asked_for(read, grouped(read.told), asked)
    end = horizon(read) or date.max
    standing = [group for group in groups if happening_status(group) in _STANDING and not _is_past(group, end)]
    standing.sort(key=lambda group: group.tellings[-1].known or date.min, reverse=True)
    return State(
        view.as_of,
        tuple(deadline for deadline in deadlines_of(read, groups) if deadline.outcome == "open"),
        tuple(islice(_entries(read, standing), asked.top or TOP)),
        _latest(view, figures(view, asked.about), asked.top or TOP),
    )


def _entries(read: Reading, groups: Iterable[Group]) -> Iterator[Entry]:
    """Entries of groups, one for a sentence that tells of two."""
    shown: set[Evidence] = set()
    for group in groups:
        made = entry(read, group)
        if made.happening.headline not in shown:
            shown.add(made.happening.headline)
            yield made


def _is_past(group: Group, horizon: date) -> bool:
    """Whether the days it was to happen on or to be done by are over, or nobody has told of it for long."""
    if happening_status(group) is not Status.ONGOING:
        ends = [t.days.last for t in group.tellings if t.is_sure and t.days and t.days.last]
        ends += [t.due.last for t in group.tellings if t.due and t.due.last]
        if ends:
            return max(ends) < horizon
    known = [t.known for t in group.tellings if t.known]
    return bool(known) and max(known) < horizon - min(_FORGOTTEN, horizon - date.min)


def _latest(view: View, series: tuple[Series, ...], top: int) -> tuple[tuple[Series, Figure], ...]:
    wanted = {one.id: one.points[-1].figure for one in series[:top]}
    whole = {figure.id: figure for figure in view.figures(ids=list(wanted.values()))} if wanted else {}
    return tuple((one, whole[wanted[one.id]]) for one in series[:top])
