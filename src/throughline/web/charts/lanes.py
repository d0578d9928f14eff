"""Deadlines on lanes: when each was set, when it is due, where its day was before, what became of it, and silence.

In: deadlines, the reports that set them, and the last day that anything is known of. Out: a `Lane` each, all on
one axis of days. Invariant: what a lane draws, its `told` says in words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from throughline.export.wording import days, due, length, published
from throughline.ledger.rows import Head
from throughline.model import Deadline, When
from throughline.web.charts.scales import Tick, TimeScale

WIDE = 760
_EDGE = 12  # room at both ends, for half a mark
_SLIVER = 6  # a span of due days is at least so wide, to be seen


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a lane, from left to right."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Lane:
    """A deadline, drawn. `due` are the days on which it may be due, `was` where it was before, `became` its outcome.

    `set_at` is where it was known, `set_in` the days that the report of it can be of, where these are more than one.
    `ahead`: from the last day known to the day it is due. `silence`: from then on, where no report says what became.
    `told` is the lane in words, `history` the same without what it is due by and what became of it.
    """

    deadline: Deadline
    known: date | None
    history: str
    told: str
    set_at: float | None = None
    set_in: Stretch | None = None
    wait: Stretch | None = None
    due: Stretch | None = None
    is_day: bool = False
    was: float | None = None
    became: float | None = None
    ahead: Stretch | None = None
    silence: Stretch | None = None


@dataclass(frozen=True, slots=True)
class Lanes:
    """Lanes on one axis; `now` is the last day that anything is known of."""

    lanes: tuple[Lane, ...]
    days: tuple[Tick, ...]
    now: float | None


def lanes(found: Sequence[Deadline], reports: Mapping[str, Head], now: date | None) -> Lanes:
    """Draw deadlines; `reports` are the articles that set them, by the article's id."""
    heads = [reports[one.event.evidence.article] for one in found]
    ends = [day for one, head in zip(found, heads, strict=True) for day in _days(one, head)] + ([now] if now else [])
    if not ends:
        undrawn = (Lane(one, None, *_told(one, head, None)) for one, head in zip(found, heads, strict=True))
        return Lanes(tuple(undrawn), (), None)
    time = TimeScale.around(min(ends), max(ends), _EDGE, WIDE - _EDGE)
    drawn = tuple(_lane(one, head, now, time) for one, head in zip(found, heads, strict=True))
    return Lanes(drawn, time.ticks(8), time.at(now, 1.0) if now else None)


def _days(deadline: Deadline, head: Head) -> list[date]:
    """All days that a lane has a mark on."""
    whens = [when for when in (deadline.due, deadline.was, head.published) if when]
    return [day for day in (head.known, deadline.known, *(d for w in whens for d in (w.first, w.last))) if day]


def _lane(deadline: Deadline, head: Head, now: date | None, time: TimeScale) -> Lane:
    known = head.known
    last = deadline.due.last if deadline.due else None
    first = (deadline.due.first if deadline.due else None) or last
    is_silent = deadline.outcome == "unknown" and last is not None and now is not None and now > last
    is_ahead = deadline.outcome == "open" and last is not None and now is not None and last > now
    was = (deadline.was.last or deadline.was.first) if deadline.was else None
    return Lane(
        deadline,
        known,
        *_told(deadline, head, now if is_silent else None),
        time.at(known) if known else None,
        _stretch(time, head.published.first, head.published.last),
        _stretch(time, known, last),
        _due(time, first, last),
        first == last,
        time.at(was) if was else None,
        time.at(deadline.known) if deadline.known else None,
        _stretch(time, now, last) if is_ahead else None,
        _stretch(time, last, now) if is_silent else None,
    )


def _stretch(time: TimeScale, start: date | None, end: date | None) -> Stretch | None:
    return Stretch(time.at(start), time.at(end)) if start and end and start < end else None


def _due(time: TimeScale, first: date | None, last: date | None) -> Stretch | None:
    """Where it is due: a day, or all days of a month or a year, seen however short they are."""
    if first is None or last is None:
        return None
    if first == last:
        return Stretch(time.at(last), time.at(last))
    start, end = time.at(first, 0.0), time.at(last, 1.0)
    return Stretch(min(start, end - _SLIVER), end)


def _told(deadline: Deadline, head: Head, silent_until: date | None) -> tuple[str, str]:
    """What came before and after its day; and the whole lane in words."""
    last = deadline.due.last if deadline.due else None
    start = [_set(head.published)]
    start += [f"before that {due(deadline.was)}"] if deadline.was else []
    silence = "no report of the {} since was found to say what became of it"
    end = [silence.format(length(silent_until - last))] if silent_until and last else []
    day = due(deadline.due) + ("" if deadline.due else ", without a day")
    became = deadline.outcome + (f", known since {deadline.known}" if deadline.known else "")
    return "; ".join((*start, *end)), "; ".join((*start, day, became, *end))


def _set(when: When) -> str:
    """When a report set it."""
    if when.first is None and when.last is None:
        return "set on a day unknown"
    return f"set {days(when)}" if when.is_day else f"set in a report {published(when)}"
