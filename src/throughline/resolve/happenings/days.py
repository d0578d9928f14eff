"""On which days a telling's happening can have been, and which two can be of one happening for their days.

In: what is known of a telling's days, from its own article alone. Out: a `Span`, or None where nothing bounds it; and
whether two spans leave room for one happening. Papers print what happened yesterday, so what only the day of
publication dates is of that day or the one before. What lies ahead is of the days that it is due on, or, where nobody
says when, of the weeks after it was told.
"""

from typing import Final, NamedTuple

from throughline.model import Status, When

FINE: Final = 3  # days that a span has less than to place a happening: all that is told then may be the same
LOOSE: Final = 92  # days that a span may have at most to be compared day by day, with what has a root in common
AHEAD: Final = frozenset({Status.PLANNED, Status.CONDITIONAL, Status.REQUESTED})
SOON: Final = 14  # days within which what is ahead without a day is looked for: votes and talks come that soon
_PRINTED: Final = 1  # days from a happening to the paper that prints it
_LATE: Final = 1  # days after it was due on which it is still told as of that day


class Span(NamedTuple):
    """Days as ordinals, both ends included."""

    first: int
    last: int

    @property
    def is_fine(self) -> bool:
        """Whether it places a happening."""
        return self.last - self.first < FINE

    @property
    def is_loose(self) -> bool:
        """Whether it is still short enough to be compared with others that it meets; if not, with the very same."""
        return self.last - self.first <= LOOSE


def span(status: Status, when: When | None, due: When | None, published: When) -> Span | None:
    """Give the days of a telling: by its words, else by its article's."""
    if status in AHEAD:
        return _ahead(due or when, published)
    named = _bounds(when)
    if named is not None:
        return Span(*named)
    own = _bounds(published)
    return Span(max(own[0] - _PRINTED, 1), own[1]) if own else None


def _ahead(due: When | None, published: When) -> Span | None:
    """What is due is due from when it was told on; what is open at its end, or names no day, soon."""
    own, named = _bounds(published), _bounds(due)
    if named is None and due is not None and due.last is not None and own is not None:
        named = own[0], due.last.toordinal()
    if named is not None:
        first = named[0] if own is None else max(named[0], min(own[0], named[1]))
        return Span(first, named[1] + _LATE)
    return Span(own[0], own[1] + SOON) if own else None


def _bounds(when: When | None) -> tuple[int, int] | None:
    if when is None or when.first is None or when.last is None:
        return None
    return when.first.toordinal(), when.last.toordinal()


def meet(one: Span, other: Span) -> bool:
    """Whether two tellings can be of one happening for their days."""
    overlap = one.first <= other.last and other.first <= one.last
    return one == other or (overlap and one.is_loose and other.is_loose)
