"""On which days a telling's happening can have been, and which two can be of one happening for their days.

In: what is known of a telling's days, from its own article alone. Out: a `Span`, or None where nothing bounds it; and
whether two spans leave room for one happening. Papers print what happened yesterday, so the news that opens an article
is of the day of publication or the one before. What lies ahead is of the days that it is due on, or, where nobody says
when, of the weeks after it was told.

What many articles look back on ("since the explosion of 20 April") is compared with what was told at the time, and not
with every other that looks back: a thousand of them would make half a million pairs.
"""

from typing import Final, NamedTuple

from throughline.model import Status, When

FINE: Final = 3  # days that a span has less than to place a happening: all that is told then may be the same
LOOSE: Final = 92  # days that a span may have at most to be compared day by day, with what has a root in common
FRESH: Final = 7  # days after it within which a happening is told as news
BESIDE: Final = 1  # days between two articles that look back and are compared all the same
AHEAD: Final = frozenset({Status.PLANNED, Status.CONDITIONAL, Status.REQUESTED})
_SOON: Final = 14  # days within which what is ahead without a day is looked for: votes and talks come that soon
_PRINTED: Final = 1  # days from a happening to the paper that prints it
_LATE: Final = 1  # days after it was due on which it is still told as of that day


class Span(NamedTuple):
    """Days as ordinals, both ends included; `told` is the last day of publication, 0 where that is unknown.

    `is_named`: words of the sentence give the days.
    """

    first: int
    last: int
    told: int = 0
    is_named: bool = True

    @property
    def is_fine(self) -> bool:
        """Whether it places a happening."""
        return self.last - self.first < FINE

    @property
    def is_loose(self) -> bool:
        """Whether it is still short enough to be compared with others that it meets; if not, with the very same."""
        return self.last - self.first <= LOOSE

    @property
    def is_late(self) -> bool:
        """Whether the article looks back on it."""
        return self.told - self.last > FRESH


def span(status: Status, when: When | None, due: When | None, published: When, *, is_news: bool) -> Span | None:
    """Give the days of a telling: by its words, else by its article's; `is_news`: it opens the article."""
    own = _bounds(published)
    told = own[1] if own else 0
    if status in AHEAD:
        return _ahead(due or when, own, told)
    named = _bounds(when)
    if named is not None:
        return Span(*named, told)
    return Span(max(own[0] - _PRINTED * is_news, 1), own[1], told, is_named=False) if own else None


def _ahead(due: When | None, own: tuple[int, int] | None, told: int) -> Span | None:
    """What is due is due from when it was told on; what is open at its end, or names no day, soon."""
    named = _bounds(due)
    if named is None and due is not None and due.last is not None and own is not None:
        named = own[0], due.last.toordinal()
    if named is not None:
        first = named[0] if own is None else max(named[0], min(own[0], named[1]))
        return Span(first, named[1] + _LATE, told)
    return Span(own[0], own[1] + _SOON, told, is_named=False) if own else None


def _bounds(when: When | None) -> tuple[int, int] | None:
    if when is None or when.first is None or when.last is None:
        return None
    return when.first.toordinal(), when.last.toordinal()


def meet(one: Span, other: Span) -> bool:
    """Whether two tellings are compared for their days."""
    if one.is_late and other.is_late and abs(one.told - other.told) > BESIDE:
        return False
    overlap = one.first <= other.last and other.first <= one.last
    return one[:2] == other[:2] or (overlap and one.is_loose and other.is_loose)
