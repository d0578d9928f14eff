"""Deadlines: a lane each, with the words that set it, what became of it, and how long nobody has said.

In: an outcome to show alone (`outcome`), and how many were passed over (`from`). Out: a page of lanes on one axis, what
is open first, the soonest first of all.
"""

from collections import Counter
from datetime import date

from throughline.errors import QueryError
from throughline.model import Deadline
from throughline.web.ask import Ask
from throughline.web.charts.lanes import lanes
from throughline.web.page import Page

_LISTED = 40  # lanes on a page
# In the order in which somebody asks: what is still to come, what nobody says, and what is settled.
OUTCOMES = ("open", "unknown", "missed", "dropped", "met")


def show(ask: Ask) -> Page:
    """Show them."""
    outcome, start = ask.text("outcome"), ask.number("from", 0)
    if outcome not in {None, *OUTCOMES}:
        raise QueryError(f"outcome is one of {', '.join(OUTCOMES)}, not {outcome!r}")
    every = ask.desk.deadlines(ask.clock)
    found = sorted((one for one in every if outcome in {None, one.outcome}), key=_turn)
    heads = ask.desk.articles(ask.clock)
    listed = found[start : start + _LISTED]
    counted = Counter(one.outcome for one in every)
    context = {
        "drawn": lanes(listed, heads, _now(ask)),
        "outcome": outcome,
        "outcomes": [(name, counted[name]) for name in OUTCOMES if counted[name]],
        "every": len(every),
        "total": len(found),
        "start": start,
        "later": start + _LISTED if start + _LISTED < len(found) else None,
        "heads": heads,
    }
    return Page("deadlines.html", "Deadlines", context, {"outcome": outcome, "total": len(found), "deadlines": listed})


def _turn(deadline: Deadline) -> tuple[int, bool, int, str]:
    """What is open, the soonest first; then by outcome, the latest first; what has no day after what has one."""
    last = deadline.due.last if deadline.due else None
    days = last.toordinal() if last else 0
    is_open = deadline.outcome == "open"
    return (OUTCOMES.index(deadline.outcome), last is None, days if is_open else -days, deadline.id)


def _now(ask: Ask) -> date | None:
    """The last day that anything can be known of: the one asked about, else that of the latest report."""
    span = ask.desk.span()
    return ask.clock.day or (span.last if span else None)
