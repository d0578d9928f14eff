"""What was due, and what became of it.

In: a view. Out: `Deadline`s in order of known: events with a day they are due by, or a condition they hang on. The
outcome is what later tellings of the same deed say: done in time it was *met*; done late, or reported undone after the
day, *missed*; called off before the day, *dropped*; *open* while the day lies ahead of all that the view knows; else
nobody tells, and it is *unknown*.
"""

from collections.abc import Sequence
from datetime import date

from throughline.chronicle.grouping import Group, grouped
from throughline.chronicle.happenings import Reading, reading
from throughline.chronicle.tellings import Telling
from throughline.ledger.rows import Days
from throughline.ledger.view import View
from throughline.model import Deadline, Status, content_id
from throughline.text.gist import overlap

_SAME_DEED = 0.3  # share of stems from which two tellings with one verb and one actor tell of one deed
_DONE = frozenset({Status.HAPPENED})
_UNDONE = frozenset({Status.NOT_HAPPENED, Status.DENIED})
_AHEAD = frozenset({Status.PLANNED, Status.CONDITIONAL, Status.REQUESTED, Status.ONGOING})
_STEM = 6


def deadlines(view: View) -> tuple[Deadline, ...]:
    """Due and conditional events, and what became of them: met, missed, dropped, open, unknown."""
    read = reading(view)
    return deadlines_of(read, grouped(read.told))


def deadlines_of(read: Reading, groups: Sequence[Group]) -> tuple[Deadline, ...]:
    """The deadlines among groups of tellings."""
    due = [(group, telling) for group in groups if (telling := _promise(group)) is not None]
    events = {event.id: event for event in read.view.events(ids=[t.event for _, t in due if t.event])} if due else {}
    by_deed = _by_deed(groups)
    horizon = _horizon(read)
    found = []
    for group, telling in due:
        event = events[telling.event or ""]
        day = telling.due or (telling.days if event.due else None)
        outcome, by = _outcome(telling, group, day, by_deed.get(_deed(telling), ()), horizon)
        found.append(Deadline(content_id("deadline", group.anchor.id), event, event.due, event.condition, outcome, by))
    return tuple(found)


def _promise(group: Group) -> Telling | None:
    """The telling of a group that sets a day or a condition for what lies ahead."""
    for telling in group.tellings:
        if telling.event and telling.status in _AHEAD and (telling.due or telling.status is Status.CONDITIONAL):
            return telling
    return None


def _deed(telling: Telling) -> str:
    return telling.trigger[:_STEM]


def _by_deed(groups: Sequence[Group]) -> dict[str, list[Group]]:
    found: dict[str, list[Group]] = {}
    for group in groups:
        found.setdefault(_deed(group.anchor), []).append(group)
    return found


def _horizon(read: Reading) -> date | None:
    """The last day that the view knows anything of."""
    days = [head.known for head in read.origins.heads.values() if head.known]
    return read.view.as_of or (max(days) if days else None)


def _outcome(
    promise: Telling, own: Group, due: Days | None, groups: Sequence[Group], horizon: date | None
) -> tuple[str, str | None]:
    """The outcome and the event that tells it: the last word of those who tell of the deed after the promise."""
    last_day = due.last if due else None
    verdict: tuple[str, str | None] | None = None
    later = [t for group in groups if _is_same_deed(promise, own, group) for t in group.tellings]
    for telling in sorted(later, key=lambda t: (t.known or date.max, t.article, t.start)):
        if _is_news_of(promise, telling):
            verdict = _verdict(telling, last_day), telling.event
    if verdict:
        return verdict
    return ("open" if last_day and horizon and horizon <= last_day else "unknown"), None


def _is_same_deed(promise: Telling, own: Group, group: Group) -> bool:
    if group is own:
        return True
    other = group.anchor
    if promise.actors and other.actors and not promise.actors & other.actors:
        return False
    return overlap(own.stems, group.stems) >= _SAME_DEED


def _is_news_of(promise: Telling, telling: Telling) -> bool:
    """Whether a telling became known after the promise and settles it."""
    if telling.known is None or promise.known is None or telling.known <= promise.known:
        return False
    began = telling.days.last if telling.days else None
    if began and began < promise.known:
        return False  # an older deed of the kind
    return telling.status in _DONE or telling.status in _UNDONE


def _verdict(telling: Telling, last_day: date | None) -> str:
    day = (telling.days.first if telling.days else None) or telling.known
    is_late = bool(last_day and day and day > last_day)
    if telling.status in _DONE:
        return "missed" if is_late else "met"
    return "missed" if is_late else "dropped"
