"""What was due, and what became of it.

In: a view. Out: `Deadline`s in order of known: events with a day they are due by, or a condition they hang on; and
conditions with a day of their own ("without an agreement by Dec. 31"), which are due by it whatever else follows; and
terms ("extended the mandate until the end of 2009"), which end on a day unless somebody acts before. The
outcome is what later tellings say (see `outcomes`): done in time it was *met*; done late, told as undone for that day,
or failed, *missed*; called off before the day, *dropped*; *open* while the day lies ahead of all that the view knows;
else nobody tells, and it is *unknown*. An event whose condition did not come about is *dropped* with it.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from throughline.chronicle.conditions import awaited
from throughline.chronicle.deeds import families, families_in, matter
from throughline.chronicle.grouping import Group
from throughline.chronicle.happenings import Reading, horizon, lines, reading
from throughline.chronicle.headlines import fitness
from throughline.chronicle.outcomes import Due, Outcome, Outcomes, due_of
from throughline.chronicle.outlook import is_forecast
from throughline.chronicle.tellings import Telling
from throughline.ledger.rulings import of_any
from throughline.ledger.view import View
from throughline.model import Deadline, Event, Evidence, Status, When, content_id
from throughline.text.gist import stems

_AHEAD = frozenset({Status.PLANNED, Status.CONDITIONAL, Status.REQUESTED, Status.ONGOING})
_EXTENDED = families_in(stems("extend extended extension renew renewed renewal prolong prolonged"))  # what sets a term
_RECALLED = timedelta(days=366)  # a promise is told of again that long after its day; an older day is history
_STANDS_ALONE = 0.75  # fitness of a sentence with a condition: advice to readers ("if you know more") is none


def deadlines(view: View) -> tuple[Deadline, ...]:
    """Due and conditional events, and what became of them: met, missed, dropped, open, unknown."""
    read = reading(view)
    return deadlines_of(read, lines(read))


def deadlines_of(read: Reading, groups: Sequence[Group]) -> tuple[Deadline, ...]:
    """The deadlines among groups of tellings."""
    promises = [promise for group in groups for promise in _promises(group)]
    terms = [term for group in groups for term in _terms(group)]
    if not promises and not terms:
        return ()
    wanted = [one.telling.event for one in (*promises, *terms) if one.telling.event]
    events = {event.id: event for event in read.view.events(ids=wanted)}
    outcomes = Outcomes(read, horizon(read))
    found = [
        _ending(read, outcomes, term, event)
        for term in terms
        if _is_term(event := events[term.telling.event or ""]) and not term.is_out(read)
    ]
    for promise in promises:
        event = events[promise.telling.event or ""]
        if not _is_term(event) and _is_meant(read, promise.telling):
            was = events[promise.before].due if promise.before else None
            found += _of_event(read, outcomes, promise, event, was)
    return tuple(found)


class _Promise(NamedTuple):
    """A telling of a group that sets a day or a condition. `mark` tells it from the group's others; the first has none.

    A day that slipped is a new promise, after the one `before`: what became of the old one stays to be told.
    """

    group: Group
    telling: Telling
    mark: tuple[str, ...]
    before: str | None = None

    def id(self, *more: str) -> str:
        """The id of what it sets."""
        return content_id("deadline", self.group.anchor.id, *self.mark, *more)

    def is_out(self, read: Reading, *more: str) -> bool:
        """Whether a person rejected it, whichever telling opened its group then."""
        rejected = read.view.decided().rejected
        if not rejected:
            return False
        ids = of_any("deadline", (telling.id for telling in self.group.tellings), *self.mark, *more)
        return not rejected.isdisjoint(ids)


def _promises(group: Group) -> Iterator[_Promise]:
    """The tellings of a group that set a day or a condition for what lies ahead: the first of each day."""
    days: set[date | None] = set()
    before: Telling | None = None
    for telling in group.tellings:
        if telling.event and telling.status in _AHEAD and (telling.due or telling.status is Status.CONDITIONAL):
            last = telling.due.last if telling.due else None
            if last not in days:
                was = before.event if before and _is_moved(before, telling) else None
                yield _Promise(group, telling, (str(last),) if days else (), was)
                days.add(last)
                before = telling if last else before


def _is_moved(before: Telling, after: Telling) -> bool:
    """Whether a telling gives another day than one that was known before; two of one day tell of two readings."""
    return after.due is not None and None not in {before.known, after.known} and before.known != after.known


def _terms(group: Group) -> Iterator[_Promise]:
    """The tellings of a group that say until when something was extended: the first of each day."""
    days: set[date | None] = set()
    for telling in group.tellings:
        if telling.event and telling.status is Status.HAPPENED and telling.due and families(telling) & _EXTENDED:
            last = telling.due.last
            if last is not None and last not in days:
                yield _Promise(group, telling, ("term", str(last)))
                days.add(last)


def _ending(read: Reading, outcomes: Outcomes, term: _Promise, event: Event) -> Deadline:
    """The end of a term: open before its day; after it, what followed is other happenings' to tell."""
    last = term.telling.due.last if term.telling.due else None
    ends = outcomes.of(Due(term.telling, "", frozenset(), frozenset(), last))
    return _deadline(read, term.id(), (event, Outcome(ends.word, (), f"a term that ends; {ends.account}")), None)


def _is_meant(read: Reading, telling: Telling) -> bool:
    """Whether a day still lay ahead, or, without a day, somebody made a deed of note hang on a condition."""
    due = telling.due
    words = read.told.sentence(telling)
    if is_forecast(words):
        return False  # what somebody reckons will be so by a day is due by nobody
    if due is None:
        return bool(telling.type and telling.actors) and fitness(words) >= _STANDS_ALONE
    if not (telling.type or telling.actors or families(telling)):
        return False  # "it will be cloudy by Sunday" is no deed
    if due.last is None or telling.known is None or due.last >= telling.known:
        return True
    return telling.status is not Status.ONGOING and telling.known - due.last <= _RECALLED


def _is_term(event: Event) -> bool:
    """Whether the day is how long something lasts ("extended until the end of 2015"), and not what is due by it."""
    return event.due is not None and event.due.words.casefold().startswith(("until", "till", "through"))


def _of_event(
    read: Reading, outcomes: Outcomes, promise: _Promise, event: Event, was: When | None
) -> Iterator[Deadline]:
    """What is due by an event: what its condition waits for by a day, if it does, and the event itself."""
    telling, condition = promise.telling, event.condition
    waits = awaited(condition.words) if condition else None
    if condition is not None and waits is None:
        return
    last = telling.due.last if telling.due else None
    own = outcomes.of(due_of(telling, last), promise.group.tellings)
    if condition is not None and waits is not None and event.due is not None and event.due.words in condition.words:
        words = Evidence(
            condition.article, condition.start + waits.start, condition.end, condition.words[waits.start :]
        )
        came = outcomes.of(Due(telling, "", families_in(stems(words.words)), matter(telling), last))
        own = _hanging(own, came, is_failing=waits.failing)
        if not promise.is_out(read, "condition"):
            yield _deadline(read, promise.id("condition"), (event, came), words, was)
    if not promise.is_out(read):
        yield _deadline(read, promise.id(), (event, own), None, was)


def _hanging(own: Outcome, condition: Outcome, *, is_failing: bool) -> Outcome:
    """What became of an event, in the light of what became of its condition."""
    if own.word not in {"open", "unknown"} or condition.word not in {"met", "missed"}:
        return own
    if (condition.word == "missed") is is_failing:
        return Outcome(own.word, own.told, f"its condition holds, so it follows; {own.account}")
    return Outcome("dropped", condition.told, f"its condition does not hold: {condition.account}")


def _deadline(
    read: Reading, record: str, became: tuple[Event, Outcome], waited: Evidence | None, was: When | None = None
) -> Deadline:
    event, outcome = became
    told = tuple(Evidence(t.article, t.start, t.end, read.told.sentence(t)) for t in outcome.told)
    known: date | None = min((t.known for t in outcome.told if t.known), default=None)
    by = outcome.told[0].event if outcome.told else None
    return Deadline(
        record, event, event.due, event.condition, outcome.word, by, waited, told, known, outcome.account, was
    )
