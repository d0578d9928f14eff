"""How records are drawn small: the shape of a date, the cells of a bar of reports.

In: parts of records. Out: names of looks, and numbers to draw by. Invariant: a mark repeats what stands beside it in
words, and never says more.
"""

from dataclasses import dataclass

from throughline.export.wording import is_one_of
from throughline.ledger.rows import Head
from throughline.model import Grain, When

_CELL = 5  # units that a report is wide
_MOST = 24  # reports that are drawn as cells; more are one bar, of which only the share is read


def shape(when: When | None, head: Head | None = None) -> str:
    """How days are drawn: solid for a day, a band, hatched where they are unsure, an arrow where an end is open."""
    if when is None or (when.first is None and when.last is None):
        return "undated"
    if when.first is None:
        return "before"
    if when.last is None:
        return "after"
    if when.approximate or doubt(when, head):
        return "unsure"
    return "day" if when.first == when.last else "band"


def doubt(when: When | None, head: Head | None = None) -> str:
    """What to say before days of which nobody knows which it was; nothing before others.

    `head` is the article that tells it: days counted from one that is not sure ("this week", "today") are not either.
    """
    if is_one_of(when):
        return "one day of "
    is_counted = when is not None and when.grain is Grain.INTERVAL and head is not None and not head.published.is_day
    return "some time from " if is_counted else ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of reports, in units of drawing: how wide, how much of it is independent, where its cells part."""

    width: int
    origins: float
    cuts: tuple[int, ...]


def bar(reports: int, origins: int) -> Bar:
    """The bar of so many reports.

    >>> bar(3, 2)
    Bar(width=15, origins=10.0, cuts=(5, 10))
    """
    shown = max(1, min(reports, _MOST))
    cuts = tuple(range(_CELL, shown * _CELL, _CELL)) if reports <= _MOST else ()
    return Bar(shown * _CELL, round(shown * _CELL * min(1.0, origins / max(reports, 1)), 1), cuts)
