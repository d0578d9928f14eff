"""Findings that are in doubt by themselves: what can hardly be as the record has it.

In: a view. Out: `Matter`s. To accept is to rule that the finding is right as it stands, to decline that it is wrong.
"""

from collections.abc import Iterator
from itertools import chain, islice
from statistics import median

from throughline.chronicle.review.names import LISTED
from throughline.chronicle.series import figures
from throughline.ledger.rulings import ACCEPT, REJECT
from throughline.ledger.view import View
from throughline.model import Matter, Party, Point, Proposal, Series, Status

_POINTS = 3  # figures of a series from which one can stand out
# Times the middle figure of a series, or its fraction, from which one stands out. Series of a long story hold small and
# large parts of one thing (barrels of a day, of a year); a thousandfold is a figure misread, or of something else.
_FAR = 1000


def findings(view: View) -> tuple[Matter, ...]:
    """Events told as over before their day came, then figures that stand out of their series."""
    return tuple(islice(chain(_ahead(view), _outlying(view)), LISTED))


def _ahead(view: View) -> Iterator[Matter]:
    """Events that happened, as their page has it, on a day that came after the page."""
    known = {head.id: head.known for head in view.heads().values()}
    ids = [
        row.id
        for row in view.event_rows()
        if row.status is Status.HAPPENED
        and row.when
        and row.when.first
        and (day := known[row.article])
        and row.when.first > day
    ]
    for event in view.events(ids=ids):
        day = known[event.evidence.article]
        when = event.when.first if event.when else None
        party = Party(event.id, event.evidence.words, "", event.evidence, day)
        yield _matter(party, f"told as having happened on {when}, by a page of {day}")


def _outlying(view: View) -> Iterator[Matter]:
    """Figures far from the middle of their series."""
    for series in figures(view):
        sizes = [size for point in series.points if (size := _size(point))]
        if len(sizes) >= _POINTS:
            middle = median(sizes)
            yield from (
                _outlier(series, point, middle)
                for point in series.points
                if (size := _size(point)) and not middle / _FAR <= size <= middle * _FAR
            )


def _size(point: Point) -> float:
    return abs(point.low or point.high or 0.0)


def _outlier(series: Series, point: Point, middle: float) -> Matter:
    words = point.evidence.words if point.evidence else series.of
    reason = (
        f"counted to {series.of} ({len(series.points)} figures), whose middle is {middle:,.0f} {series.unit}".strip()
    )
    return _matter(Party(point.figure, words, point.source or "", point.evidence, point.known), reason)


def _matter(party: Party, reason: str) -> Matter:
    return Matter(
        party.record,
        "findings",
        party.words,
        (party,),
        (reason,),
        Proposal(party.record, ACCEPT, "", "Right as it stands"),
        Proposal(party.record, REJECT, "", "Wrong: leave it out"),
    )
