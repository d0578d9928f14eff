"""The dated record: lines of the chronicle, each a sentence of an article.

In: a view and a query. Out: `Chronicle`, its entries in order of when. Where the query or the size of the pile asks for
fewer than all, the weightiest days and lines are kept, and none that repeats a line already there.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date, timedelta

from throughline.chronicle.actors import bearers
from throughline.chronicle.grouping import Group
from throughline.chronicle.happenings import (
    Reading,
    best,
    days_of,
    happening,
    happening_status,
    introduced,
    lines,
    reading,
    reporters,
)
from throughline.chronicle.pairs import verb
from throughline.chronicle.query import Query
from throughline.chronicle.ranking import Line, Weights
from throughline.chronicle.tellings import AHEAD, Telling
from throughline.ledger.view import View
from throughline.model import Chronicle, Entry, Happening, When
from throughline.text.fold import fold_name
from throughline.text.gist import overlap, stems

TOP = 100  # entries a person reads at a sitting; more are given when asked for
_REPEAT = 0.6  # share of stems from which a line tells again what another line of the days around it tells
_REPEAT_DEED = 0.3  # of two lines of one day with one verb, as of two tellings of one event
_AGAIN = 0.5  # of the weight of a line, from which one of an earlier day that tells the same takes its place
_PRONOUNS = frozenset("i we you he she it they them him her us who which that this these those".split())
_AROUND = timedelta(days=3)  # how long news is told again


def chronicle(view: View, query: Query | None = None) -> Chronicle:
    """Entries in order of when, as the view knows them; the weightiest where the query or the pile asks for fewer."""
    asked = query or Query()
    read = reading(view, asked)
    groups = asked_for(read, lines(read), asked)
    chosen, total = _chosen(read, groups, asked)
    read = introduced(read, (line.group for line in chosen))
    entries = (entry(read, line.group, line.head) for line in chosen)
    return Chronicle(view.as_of, tuple(sorted(entries, key=_place)), total)


def entry(read: Reading, group: Group, head: Telling | None = None) -> Entry:
    """A group as an entry, with the names of its actors; `head` overrides which sentence says it."""
    head = head or best(read, group.tellings)
    record = happening(read, group, head)
    tellings = group.tellings
    due = next((t.due for t in reversed(tellings) if t.due), None)
    return Entry(
        record,
        _names(read, _agreed(head.actors, [t.actors for t in tellings]), record.headline.words),
        _names(read, _agreed(head.recipients, [t.recipients for t in tellings]), record.headline.words),
        When(due.first, due.last, due.grain, "", "due") if due else None,
        read.origins.outlets(record.told),
    )


def order(happening: Happening) -> tuple[date, date, date, str]:
    """Sort key: in order of when; what has no first day stands at its last; undated last."""
    when = happening.when
    first = (when.first or when.last) if when else None
    last = (when.last or when.first) if when else None
    return (first or date.max, last or date.max, happening.known or date.max, happening.id)


def _place(given: Entry) -> tuple[date, date, date, str]:
    return order(given.happening)


def _agreed(shown: AbstractSet[str], told: Sequence[AbstractSet[str]]) -> list[str]:
    """Who takes part: whoever the sentence shown names, and whoever most of the tellings that name anybody do."""
    counts = Counter(key for keys in told for key in sorted(keys))
    naming = sum(1 for keys in told if keys)
    return [key for key, count in counts.most_common() if key in shown or 2 * count > naming]


def _names(read: Reading, keys: Iterable[str], headline: str) -> tuple[str, ...]:
    """Names of actors; who is no mention is called as the headline writes it."""
    named = (read.who.name(key) if read.who.knows(key) else _as_written(read.who.name(key), headline) for key in keys)
    return tuple(name for name in named if name)


def _as_written(folded: str, headline: str) -> str | None:
    """Find folded words in a sentence: "the lindholm line" is "the Lindholm Line". None where it has no such words."""
    words = r"[^\w]+".join(map(re.escape, folded.split()))
    match = re.search(rf"\b{words}\b", headline, re.IGNORECASE) if words else None
    return match.group() if match and folded not in _PRONOUNS else None


def asked_for(read: Reading, groups: Iterable[Group], asked: Query) -> list[Group]:
    """The groups that a query asks for."""
    found = [group for group in groups if _is_within(read, group, asked) and _is_picked(read, group)]
    if not asked.about:
        return found
    names = {read.who.key(key) for key in bearers(read.view, asked.about)}
    wanted = stems(asked.about)
    return [group for group in found if _is_about(group, names, wanted)]


def _is_picked(read: Reading, group: Group) -> bool:
    """Whether a telling of a day that was looked at is in it."""
    return read.picked is None or any(t.days and (t.days.first, t.days.last) in read.picked for t in group.tellings)


def _is_within(read: Reading, group: Group, asked: Query) -> bool:
    if asked.start or asked.end:
        days = days_of(read, group.tellings)
        if days is None or (days.last or date.max) < (asked.start or date.min):
            return False
        if (days.first or date.min) > (asked.end or date.max):
            return False
    if asked.type is not None and asked.type not in {t.type for t in group.tellings}:
        return False
    if asked.status is not None and asked.status is not happening_status(group):
        return False
    return asked.outlet is None or _is_told_by(read, group, fold_name(asked.outlet))


def _is_told_by(read: Reading, group: Group, outlet: str) -> bool:
    """Whether an outlet of that folded name printed it."""
    return any(fold_name(name) == outlet for name in read.origins.outlets(reporters(read, group)))


def _is_about(group: Group, names: AbstractSet[str], wanted: AbstractSet[str]) -> bool:
    """Whether one of the actors asked for is in it, or a sentence of it holds all the words."""
    if any(names & (t.actors | t.recipients) for t in group.tellings):
        return True
    return bool(wanted) and any(wanted <= t.stems for t in group.tellings)


def _chosen(read: Reading, groups: Sequence[Group], asked: Query) -> tuple[list[Line], int]:
    """The lines to give, of the weightiest days, the weightiest lines, without repeats; and how many there are."""
    is_open = asked.top == 0 or (asked.top is None and (asked.days is not None or asked.per_day is not None))
    top = len(groups) if is_open else asked.top or TOP
    weights = Weights(read, groups, asked)
    days = weights.days()
    lines = _one_a_sentence(weights.line(group) for group in groups)
    if asked.days is not None:
        kept = set(sorted(days, key=lambda day: (-days[day], day))[: asked.days])
        ranked = _ranked(line for line in lines if line.day in kept)
    else:
        ranked = _ranked(_spread(lines, days))
    is_short = len(ranked) > top or asked.days is not None or asked.per_day is not None
    chosen = _Chosen(asked.per_day)
    for line in ranked:
        told = chosen.tells(line) if is_short else None
        if told is not None:
            chosen.replace(told, line)
        else:
            chosen.add(line)
        if len(chosen.lines) >= top:
            break
    return list(chosen.lines.values()), len(ranked)


class _Chosen:
    """The lines chosen so far, by id, and by day."""

    def __init__(self, per_day: int | None) -> None:
        self.lines: dict[str, Line] = {}
        self._near: dict[date | None, list[Line]] = {}
        self._per_day = per_day

    def add(self, line: Line) -> None:
        """Take a line, unless its day is full."""
        if self._has_room(line.day):
            self._near.setdefault(line.day, []).append(line)
            self.lines[line.head.id] = line

    def _has_room(self, day: date | None) -> bool:
        return self._per_day is None or len(self._near.get(day, ())) < self._per_day

    def tells(self, line: Line) -> Line | None:
        """The line of the days around that tells the same."""
        days: list[date | None] = [line.day]
        if line.day:
            days = [line.day + timedelta(days=shift) for shift in range(-_AROUND.days, _AROUND.days + 1)]
        others = (other for day in days for other in self._near.get(day, ()))
        return next((other for other in others if overlap(line.stems, other.stems) >= _enough(line, other)), None)

    def replace(self, old: Line, new: Line) -> None:
        """Of two lines that tell the same, keep the earlier day's: what is told day after day happened on the first."""
        is_earlier = old.day is not None and new.day is not None and new.day < old.day
        if (
            is_earlier
            and self._has_room(new.day)
            and new.head.status not in AHEAD
            and new.weight >= _AGAIN * old.weight
        ):
            self._near[old.day].remove(old)
            del self.lines[old.head.id]
            self.add(new)


def _one_a_sentence(lines: Iterable[Line]) -> list[Line]:
    """Of lines that one sentence says, keep what others tell too, else what is dated, else the latest of it.

    "Two who were wounded in Tuesday's attack died on Thursday" reports the death.
    """
    best: dict[tuple[str, int], Line] = {}
    for line in lines:
        place = (line.head.article, line.head.start)
        if place not in best or _says(line) > _says(best[place]):
            best[place] = line
    return list(best.values())


def _says(line: Line) -> tuple[bool, bool, date, float, str]:
    return len(line.group.tellings) > 1, line.head.is_sure, line.day or date.min, line.weight, line.head.id


def _ranked(lines: Iterable[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: (-line.weight, line.head.id))


def _spread(lines: Iterable[Line], days: Mapping[date, float]) -> Iterator[Line]:
    """Lines by the weight of their day too; further lines of one day count a quarter, a ninth: other days come up."""
    before: Counter[date | None] = Counter()
    for line in _ranked(lines):
        before[line.day] += 1
        of_day = 1 + max(1.0, days.get(line.day, 0.0) if line.day else 0.0)
        yield replace(line, weight=line.weight * of_day / (before[line.day] ** 2 if line.day else 1))


def _enough(line: Line, other: Line) -> float:
    is_one_deed = bool(line.day) and line.day == other.day and verb(line.head) == verb(other.head) != ""
    return _REPEAT_DEED if is_one_deed else _REPEAT
