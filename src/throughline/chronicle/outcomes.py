"""What became of something due, as later tellings have it.

In: the tellings of a view, and something due. Out: an `Outcome`: a word, the tellings that say so, and a sentence for
people. What was due is done when somebody later tells of the same deed about the same matter as done; it came to
nothing when somebody tells that. A later word goes before an earlier one. Where nobody tells, the reports after the
day that are silent are counted. A wrong verdict is worse than none: a telling must agree in the verb or its family,
in the object and in who did it, as far as they are told.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from throughline.chronicle.deeds import deed_of, families, has_failed, is_one_verb, is_partial, matter, named_in
from throughline.chronicle.happenings import Reading
from throughline.chronicle.tellings import Telling
from throughline.ledger.rows import Head
from throughline.model import Status

_DONE = frozenset({Status.HAPPENED})
_UNDONE = frozenset({Status.NOT_HAPPENED, Status.DENIED})
_AHEAD = frozenset({Status.PLANNED, Status.CONDITIONAL, Status.REQUESTED})
_SHARED = 2  # words of the matter that two sentences about one deed share at least
_UNNAMED = 3  # where neither tells who or what
_LAST_PART = 0.25  # what is done earlier than in the last quarter of the time given is as likely a first step
_SOON = timedelta(days=14)  # unless it is done so shortly before the day
_LATE = timedelta(days=92)  # what is done a quarter of a year after the day is told as another deed
_QUOTED = 2  # sentences that say that it failed, at most
SILENCE = timedelta(days=30)  # after a day, how long reports are looked through before they count as silent


class Due(NamedTuple):
    """Something due. `deed` are the families of its verb; `verb` is empty where it is what a condition waits for."""

    telling: Telling
    verb: str
    deed: frozenset[int]
    matter: frozenset[str]
    last: date | None

    @property
    def is_condition(self) -> bool:
        """Whether a condition waits for it."""
        return not self.verb


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it: met, missed, dropped, open or unknown; who says so, and how to say it."""

    word: str
    told: tuple[Telling, ...] = ()
    account: str = ""


def due_of(telling: Telling, last: date | None) -> Due:
    """What a telling says will be done."""
    return Due(telling, telling.trigger, families(telling), matter(telling), last)


class Outcomes:
    """What later tellings say of what was due."""

    def __init__(self, read: Reading, end: date | None) -> None:
        tellings = [t for t in read.told.tellings if t.event]
        self._read = read
        self._end = end
        self._done = sorted((t for t in tellings if t.status in _DONE and _day(t)), key=_order)
        self._known = sorted((t for t in tellings if t.known), key=lambda t: (t.known or date.max, t.id))
        self._denied = [t for t in self._known if t.status in _UNDONE]
        self._done_days = [_day(t) or date.max for t in self._done]
        self._known_days = [t.known or date.max for t in self._known]
        self._heads = sorted((h for h in read.origins.heads.values() if h.known), key=lambda h: h.known or date.max)

    def of(self, due: Due, own: Sequence[Telling] = ()) -> Outcome:
        """What became of it; `own` are the tellings of its happening."""
        last = due.last
        if last is not None and due.telling.known is not None:
            done, failed = self._said_done(due, last), self._said_failed(due, last)
            if failed and (done is None or _order(done) < _order(failed[0])):
                return self._failed(due, failed, last)
            if done is not None:
                return _done(done, last)
        later = next((t for t in own if t.status in _DONE and self._is_after(t, due.telling)), None)
        if later is not None:
            return _done(later, last)
        return self._untold(last)

    def is_done(self, told: Telling) -> bool:
        """Whether a telling of that day or later says that what one tells as ahead is done."""
        due = due_of(told, None)
        since = told.known or date.max
        begin = bisect_left(self._done_days, since)
        return any(
            (done.known or date.min) >= since and not is_partial(done) and _one_deed(due, done)
            for done in self._done[begin:]
        )

    def is_told_of(self, told: Telling, last: date) -> bool:
        """Whether anything of that day or of the weeks after may tell of it in other words: "flew to", "his visit"."""
        due = matter(told)
        begin, end = (bisect_left(self._known_days, day) for day in (last, min(last, date.max - _LATE) + _LATE))
        for other in self._known[begin:end]:
            shared = due & other.stems
            if len(shared) < _UNNAMED or other.article == told.article or other.status in _AHEAD:
                continue
            if _agree(told, other, shared):
                return True
        return False

    def has_failed(self, told: Telling) -> bool:
        """Whether a later telling says that what one tells as under way or ahead has failed, or was undone."""
        due = Due(told, "", deed_of(told), matter(told), None)
        return any(self._undone(due, telling) for telling in self._candidates(due, self._end or date.max))

    def _failed(self, due: Due, failed: tuple[Telling, ...], last: date) -> Outcome:
        day = _said(failed[0])
        if (failed[0].known or last) > last:
            return Outcome("missed", failed, f"told as not done, after its day ({day})")
        if due.is_condition:
            return Outcome("missed", failed, f"told as failed before its day was over ({day})")
        return Outcome("dropped", failed, f"told as off before its day was over ({day})")

    def _untold(self, last: date | None) -> Outcome:
        if last is None:
            return Outcome("unknown", (), "no day is set, and no report was found that says what became of it")
        if self._end is None or self._end <= last:
            return Outcome("open", (), "its day lies ahead" if self._end != last else "its day is the last one known")
        return Outcome("unknown", (), f"its day passed; {self._silence(last)}")

    def _silence(self, last: date) -> str:
        """Who says nothing of what was due by a day."""
        until = min(last, date.max - SILENCE) + SILENCE
        days = min(SILENCE, (self._end or until) - last).days
        after = [head for head in self._heads if last < (head.known or last) <= until]
        if not after:
            return f"the story has no report of the {days} days after it"
        outlets = len({head.outlet for head in after if head.outlet})
        by = f" by {outlets} outlet{'s' * (outlets != 1)}" if outlets else ""
        whose = f"none of the {len(after)} reports{by}" if len(after) > 1 else f"the one report{by}"
        return f"{whose} of the {days} days after it {'was' if len(after) > 1 else 'was not'} found to say whether"

    def _said_done(self, due: Due, last: date) -> Telling | None:
        """The best telling of the deed as done, in the last part of the time given or not long after it."""
        known = due.telling.known or last
        from_day = min(last - _SOON, last - (last - known) * _LAST_PART) if known < last else last - _SOON
        begin = bisect_left(self._done_days, max(from_day, min(known, last)))
        end = bisect_right(self._done_days, min(last, date.max - _LATE) + _LATE)
        rated = [
            (shared, -number)
            for number, telling in enumerate(self._done[begin:end], begin)
            if (shared := _one_deed(due, telling)) and self._is_after(telling, due.telling) and not is_partial(telling)
        ]
        return self._done[-max(rated)[1]] if rated else None

    def _said_failed(self, due: Due, last: date) -> tuple[Telling, ...]:
        """Who said last that the deed was undone or has failed, best first; what an event tells as undone leads."""
        rated = [
            (telling.known or date.min, shared, telling.id, telling)
            for telling in self._candidates(due, last)
            if (shared := self._undone(due, telling))
        ]
        rated.sort(reverse=True)
        said: dict[tuple[str, int], Telling] = {}
        for known, _, _, telling in rated:
            if known == rated[0][0]:
                said.setdefault((telling.article, telling.start), telling)
        return tuple(sorted(list(said.values())[:_QUOTED], key=lambda telling: telling.status not in _UNDONE))

    def _candidates(self, due: Due, last: date) -> Iterator[Telling]:
        """Tellings of the time that may say so; only of what a condition waits for do others than denials tell it."""
        known = self._known if due.is_condition else self._denied
        begin = bisect_left(known, due.telling.known or date.min, key=_known)
        end = bisect_right(known, min(last, date.max - _LATE) + _LATE, key=_known)
        for telling in known[begin:end]:
            if len(due.matter & telling.stems) >= 1 and self._is_after(telling, due.telling):
                yield telling

    def _undone(self, due: Due, telling: Telling) -> int:
        """How much a telling that the deed is undone shares with it; 0 where it tells no such thing."""
        is_same_day = due.last is not None and telling.due is not None and telling.due.last == due.last
        if telling.status in _UNDONE and (is_same_day or due.is_condition or is_one_verb(telling.trigger, due.verb)):
            undone = _one_deed(due, telling, 1 if is_same_day else _SHARED)
            if undone or not due.is_condition:
                return undone
        if not due.is_condition:
            return 0
        shared = len(due.matter & matter(telling))
        words = self._read.told.sentence(telling) if shared >= _SHARED else ""
        return shared * has_failed(words, due.deed, telling.stems) if words else 0

    def _is_after(self, telling: Telling, promise: Telling) -> bool:
        """Whether it was known later; of two known since one day, whether the other may be older."""
        if telling.known is None or promise.known is None or telling.article == promise.article:
            return False
        if telling.known != promise.known:
            return telling.known > promise.known
        return self._begins(telling) > self._begins(promise)

    def _begins(self, telling: Telling) -> date:
        head: Head = self._read.origins.heads[telling.article]
        return head.published.first or date.min


def _done(done: Telling, last: date | None) -> Outcome:
    if last is None or (_day(done) or last) <= last:
        return Outcome("met", (done,), f"told as done ({_said(done)})")
    return Outcome("missed", (done,), f"done only after its day ({_said(done)})")


def _known(telling: Telling) -> date:
    return telling.known or date.max


def _said(telling: Telling) -> str:
    return f"known since {telling.known}" if telling.known else "nobody knows since when"


def _day(telling: Telling) -> date | None:
    """The day by which something was done."""
    return (telling.days.last or telling.days.first) if telling.days else telling.known


def _order(telling: Telling) -> tuple[date, date, str]:
    return (_day(telling) or date.max, telling.known or date.max, telling.id)


def _one_deed(due: Due, telling: Telling, least: int = _SHARED) -> int:
    """How many words of the matter two tellings of one deed share; 0 where they tell of two."""
    if len(due.matter & telling.stems) < least:
        return 0  # the quick answer for nearly all pairs
    if not is_one_verb(due.verb, telling.trigger) and not due.deed & families(telling):
        return 0
    shared = due.matter & matter(telling)
    if len(shared) < least or not _agree(due.telling, telling, shared):
        return 0
    return len(shared)


def _agree(promise: Telling, telling: Telling, shared: Iterable[str]) -> bool:
    """Whether they agree in the object and in who acts, as far as both tell."""
    held = frozenset(shared)
    sides = (promise.recipients, telling.recipients), (promise.actors, telling.actors)
    told = [(left, right) for left, right in sides if left and right]
    if not told:
        return len(held) >= _UNNAMED
    return any(left & right or named_in(left) & telling.stems & held for left, right in told)
