"""The state of play on a day: a page for a newcomer; with `against`, two days side by side.

In: `against` (a day). Out: the same lines, in the same order and words, as the listing `state`. Invariant: what a page
rests on, and how long nothing was told, stands above all else.
"""

from datetime import date, timedelta

from throughline.asked import Clock
from throughline.export import standing
from throughline.web.ask import Ask
from throughline.web.page import Page
from throughline.web.stood import compared, fates, lines

_EARLIER = (("The week before", timedelta(days=7)), ("The month before", timedelta(days=31)))  # offered to compare with


def show(ask: Ask) -> Page:
    """Show where things stand."""
    against = ask.days("against")
    if against is not None:
        return _beside(ask, Clock(against, ask.clock.maybe))
    found = ask.desk.state(ask.clock)
    span = ask.desk.span()
    day = ask.clock.day or (span.last if span else None)
    context = {
        "found": found,
        "words": standing,
        "heads": ask.desk.articles(ask.clock),
        "earlier": [(name, day - ago) for name, ago in _EARLIER if day and day - date.min > ago],
    }
    return Page("state.html", "State of play", context, found)


def _beside(ask: Ask, other: Clock) -> Page:
    """Two days, the earlier one left."""
    clocks = sorted((ask.clock, other), key=lambda clock: (clock.day is None, clock.day))
    states = [ask.desk.state(clock) for clock in clocks]
    heads = ask.desk.articles(clocks[-1])
    then, now = (lines(found, heads) for found in states)
    context = {
        "pages": states,
        "shelves": compared(then, now, fates(then, now, lambda: ask.desk.deadlines(clocks[-1]))),
        "words": standing,
        "heads": heads,
        "other": other.day,
    }
    return Page("state_beside.html", "State of play, two days", context, states)
