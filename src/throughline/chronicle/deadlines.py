"""What was due, and what became of it.

In: a view. Out: `Deadline`s in order of known: events with a day they are due by, or a condition they hang on. The
outcome is what later tellings of the deed say, in the same verb or one of its family, about the same matter: done in
time it was *met*; done late, or reported undone for that day or after it, *missed*; called off before the day,
*dropped*; *open* while the day lies ahead of all that the view knows; else nobody tells, and it is *unknown*.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from throughline.chronicle.deeds import families, in_sentence, is_partial, matter
from throughline.chronicle.grouping import Group, grouped
from throughline.chronicle.happenings import Reading, horizon, reading
from throughline.chronicle.headlines import fitness
from throughline.chronicle.tellings import Telling
from throughline.ledger.rows import Days
from throughline.ledger.view import View
from throughline.model import Deadline, Event, Status, content_id

_DONE = frozenset({Status.HAPPENED})
_UNDONE = frozenset({Status.NOT_HAPPENED, Status.DENIED})
_AHEAD = frozenset({Status.PLANNED, Status.CONDITIONAL, Status.REQUESTED, Status.ONGOING})
_SHARED = 2  # words of the matter that two sentences about one deed share at least
_LAST_PART = 0.25  # what is done earlier than in the last quarter of the time given is as likely a first step
_RECALLED = timedelta(days=366)  # a promise is told of again that long after its day; an older day is history
_STANDS_ALONE = 0.75  # fitness of a sentence with a condition: advice to readers ("if you know more") is none
_SOON = timedelta(days=14)  # unless it is done so shortly before the day
_LATE = timedelta(days=92)  # what is done a quarter of a year after the day is told as another deed


def deadlines(view: View) -> tuple[Deadline, ...]:
    """Due and conditional events, and what became of them: met, missed, dropped, open, unknown."""
    read = reading(view)
    return deadlines_of(read, grouped(read.told))


def deadlines_of(read: Reading, groups: Sequence[Group]) -> tuple[Deadline, ...]:
    """The deadlines among groups of tellings."""
    promises = [(group, telling) for group in groups if (telling := _promise(group)) is not None]
    if not promises:
        return ()
    events = {event.id: event for event in read.view.events(ids=[t.event for _, t in promises if t.event])}
    outcomes = _Outcomes(read.told.tellings)
    end = horizon(read)
    found = []
    for group, telling in promises:
        event = events[telling.event or ""]
        if _is_term(event) or not _is_meant(read, telling):
            continue
        outcome, by = outcomes.of(telling, group, telling.due, end)
        found.append(Deadline(content_id("deadline", group.anchor.id), event, event.due, event.condition, outcome, by))
    return tuple(found)


def _promise(group: Group) -> Telling | None:
    """The telling of a group that sets a day or a condition for what lies ahead."""
    for telling in group.tellings:
        if telling.event and telling.status in _AHEAD and (telling.due or telling.status is Status.CONDITIONAL):
            return telling
    return None


def _is_meant(read: Reading, telling: Telling) -> bool:
    """Whether a day still lay ahead, or, without a day, somebody made a deed of note hang on a condition."""
    due = telling.due
    if due is None:
        return bool(telling.type and telling.actors) and fitness(read.told.sentence(telling)) >= _STANDS_ALONE
    if due.last is None or telling.known is None or due.last >= telling.known:
        return True
    return telling.status is not Status.ONGOING and telling.known - due.last <= _RECALLED


def _is_term(event: Event) -> bool:
    """Whether the day is how long something lasts ("extended until the end of 2015"), and not what is due by it."""
    return event.due is not None and event.due.words.casefold().startswith(("until", "till", "through"))


class _Outcomes:
    """What later tellings say of promises."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        done = [t for t in tellings if t.event and t.status in _DONE and _day(t)]
        undone = [t for t in tellings if t.event and t.status in _UNDONE and t.known]
        self._done = sorted(done, key=lambda t: _day(t) or date.max)
        self._undone = sorted(undone, key=lambda t: t.known or date.max)
        self._done_days = [_day(t) or date.max for t in self._done]
        self._undone_days = [t.known or date.max for t in self._undone]

    def of(self, promise: Telling, own: Group, due: Days | None, end: date | None) -> tuple[str, str | None]:
        """The outcome and the event that tells it."""
        last = due.last if due else None
        if last is not None and promise.known is not None:
            undone = self._said_undone(promise, due, last)
            done = self._said_done(promise, last)
            if undone is not None and (undone.known or last) > last:
                return "missed", undone.event
            if done is not None:
                return ("met" if (_day(done) or last) <= last else "missed"), done.event
            if undone is not None:
                return ("dropped", undone.event)
        later = next((t for t in own.tellings if t.status in _DONE and _is_after(t, promise)), None)
        if later is not None:
            return ("missed" if last and (_day(later) or last) > last else "met"), later.event
        return ("open" if last and end and end <= last else "unknown"), None

    def _said_done(self, promise: Telling, last: date) -> Telling | None:
        """The best telling of the deed as done, in the last part of the time given or not long after it."""
        known = promise.known or last
        from_day = min(last - _SOON, last - (last - known) * _LAST_PART) if known < last else last - _SOON
        begin = bisect_left(self._done_days, max(from_day, min(known, last)))
        end = bisect_right(self._done_days, min(last, date.max - _LATE) + _LATE)
        rated = [
            (len(shared), number)
            for number in range(begin, end)
            if _is_after(t := self._done[number], promise) and (shared := _one_deed(promise, t)) and not is_partial(t)
        ]
        if not rated:
            return None
        return self._done[max(rated, key=lambda pair: (pair[0], -pair[1]))[1]]

    def _said_undone(self, promise: Telling, due: Days | None, last: date) -> Telling | None:
        """The last telling of the deed as undone: for the same day, or in so many words."""
        begin = bisect_left(self._undone_days, promise.known or date.min)
        end = bisect_right(self._undone_days, min(last, date.max - _LATE) + _LATE)
        for telling in reversed(self._undone[begin:end]):
            if telling.id == promise.id:
                continue
            is_same_day = telling.due is not None and due is not None and telling.due.last == due.last
            shared = _one_deed(promise, telling, 1 if is_same_day else _SHARED)
            if shared and (is_same_day or telling.trigger[:6] == promise.trigger[:6]):
                return telling
        return None


def _day(telling: Telling) -> date | None:
    """The day by which something was done."""
    return (telling.days.last or telling.days.first) if telling.days else telling.known


def _is_after(telling: Telling, promise: Telling) -> bool:
    return telling.known is not None and promise.known is not None and telling.known > promise.known


def _one_deed(promise: Telling, telling: Telling, least: int = _SHARED) -> frozenset[str]:
    """What two tellings of one deed share of the matter; empty where they tell of two."""
    if len(promise.stems & telling.stems) < least:
        return frozenset()  # the quick answer for nearly all pairs
    if promise.trigger[:6] != telling.trigger[:6] and promise.trigger[:6] not in telling.stems:
        wanted = families(promise)
        if not wanted & (families(telling) | in_sentence(telling)):
            return frozenset()
    shared = matter(promise) & matter(telling)
    return shared if len(shared) >= least else frozenset()
