"""A chronicle cut into bands to read: by year, or by month where it is all of one year.

In: entries in order. Out: the heading of each. Invariant: a chronicle that a person takes in at once is not cut.
"""

from collections.abc import Callable, Sequence
from datetime import date

from throughline.model import Entry, When

_LONG = 12  # entries; a longer chronicle is cut


def stands_at(when: When | None) -> date | None:
    """The day at which an entry stands: its first, or the last where the first is open."""
    return (when.first or when.last) if when else None


def band_of(entries: Sequence[Entry]) -> Callable[[Entry], str]:
    """What tells the band of each of these entries; empty where they are few."""
    if len(entries) <= _LONG:
        return lambda _entry: ""
    years = {day.year for entry in entries if (day := stands_at(entry.happening.when))}

    def band(entry: Entry) -> str:
        day = stands_at(entry.happening.when)
        if day is None:
            return "Undated"
        return str(day.year) if len(years) > 1 else f"{day:%Y-%m}"

    return band
