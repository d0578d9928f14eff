"""The days on which a story's pages became known: what the as-of slider runs over.

In: articles without their text. Out: `Span`, or None where no page has a day. Invariant: it is the same as of any day,
so that the slider stays where it is.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from throughline.ledger.rows import Head

_BINS = 150  # bars under the slider: as many as can be told apart on a phone
_TALL = 20  # units that the highest bar is tall


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day; `gaps` are the days from each day with a report to the next, as the slider's script reads it.

    `bars` is the outline of how many reports became known when, `_BINS` wide and `_TALL` high.
    """

    first: date
    last: date
    gaps: str
    bars: str

    @property
    def length(self) -> int:
        """Days from the first to the last."""
        return (self.last - self.first).days

    def index(self, day: date | None) -> int:
        """Where a day stands on the slider; None is the last day."""
        return max(0, min(self.length, ((day or self.last) - self.first).days))


def span(heads: Iterable[Head]) -> Span | None:
    """The days of articles."""
    counts = Counter(head.known for head in heads if head.known)
    if not counts:
        return None
    days = sorted(counts)
    gaps = " ".join(str((later - earlier).days) for earlier, later in pairwise(days))
    return Span(days[0], days[-1], gaps, _outline(counts, days[0], days[-1]))


def _outline(counts: Counter[date], first: date, last: date) -> str:
    """One path of bars."""
    length = (last - first).days + 1
    bins: Counter[int] = Counter()
    for day, reports in counts.items():
        bins[(day - first).days * _BINS // length] += reports
    most = max(bins.values())
    heights = ((at, max(1.0, round(reports / most * _TALL, 1))) for at, reports in sorted(bins.items()))
    return "".join(f"M{at} {_TALL}v-{height:g}h1v{height:g}z" for at, height in heights)
