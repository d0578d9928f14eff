"""What stands: open deadlines, what is under way or planned, the latest of each series.

In: a view and a query. Out: `State`.
"""

from datetime import date

from throughline.chronicle.deadlines import deadlines_of
from throughline.chronicle.entries import TOP, asked_for, entry
from throughline.chronicle.grouping import Group, grouped
from throughline.chronicle.happenings import happening_status, reading
from throughline.chronicle.query import Query
from throughline.chronicle.series import figures
from throughline.ledger.view import View
from throughline.model import Figure, Series, State, Status

_STANDING = frozenset({Status.ONGOING, Status.PLANNED, Status.REQUESTED, Status.CONDITIONAL})


def state(view: View, query: Query | None = None) -> State:
    """Open deadlines, ongoing, planned and requested happenings, the latest figure of each series; newest first."""
    asked = query or Query()
    read = reading(view)
    groups = asked_for(read, grouped(read.told), asked)
    horizon = max((head.known for head in read.origins.heads.values() if head.known), default=date.max)
    standing = [group for group in groups if happening_status(group) in _STANDING and not _is_past(group, horizon)]
    standing.sort(key=lambda group: group.tellings[-1].known or date.min, reverse=True)
    return State(
        view.as_of,
        tuple(deadline for deadline in deadlines_of(read, groups) if deadline.outcome == "open"),
        tuple(entry(read, group) for group in standing[: asked.top or TOP]),
        _latest(view, figures(view, asked.about), asked.top or TOP),
    )


def _is_past(group: Group, horizon: date) -> bool:
    """Whether the days it was to happen on are over: nobody told the outcome, and it no longer stands."""
    ends = [t.days.last for t in group.tellings if t.is_sure and t.days and t.days.last]
    return bool(ends) and max(ends) < horizon and happening_status(group) is not Status.ONGOING


def _latest(view: View, series: tuple[Series, ...], top: int) -> tuple[tuple[Series, Figure], ...]:
    wanted = {one.id: one.points[-1].figure for one in series[:top]}
    whole = {figure.id: figure for figure in view.figures(ids=list(wanted.values()))} if wanted else {}
    return tuple((one, whole[wanted[one.id]]) for one in series[:top])
