"""Where things stand: a page that a newcomer reads in a minute.

In: a view and a query. Out: `State`: what happened or was decided lately, what is under way, planned and asked for,
what is due and what came of it, what is disputed, the latest figures, and what is not known. Nothing is shown as
standing that nobody told of lately, and nothing as planned whose day has passed. As all else, it is a function of the
view alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice

from throughline.chronicle.deadlines import deadlines_of
from throughline.chronicle.disputes import disputes_of
from throughline.chronicle.entries import asked_for, entry
from throughline.chronicle.grouping import Group, grouped
from throughline.chronicle.happenings import Reading
from throughline.chronicle.headlines import fitness
from throughline.chronicle.outcomes import Outcomes, due_of
from throughline.chronicle.outlook import is_transcript
from throughline.chronicle.positions import positions_of
from throughline.chronicle.query import Query
from throughline.chronicle.recent import Now, recent
from throughline.chronicle.series import figures
from throughline.chronicle.standing import ALONE, Line, Lines, told_on
from throughline.chronicle.status import perhaps
from throughline.chronicle.subject import ABOUT, Subject
from throughline.ledger.view import View
from throughline.model import Deadline, Dispute, Evidence, Figure, Point, Position, Series, Standing, State
from throughline.tables.fates import fates
from throughline.tables.outlets import identity
from throughline.text.fold import fold_name
from throughline.text.gist import overlap, stems

# Lines a section: together a page.
HAPPENED, ONGOING, PLANNED, REQUESTED, DUE, SETTLED, UNTOLD, DISPUTED, COUNTED, STANDS = 6, 5, 5, 3, 4, 3, 3, 2, 4, 5
OFTEN = 3  # points from which a series is the story's, whatever stands beside them
_REACH = 300  # letters before and after some words that their sentence may take
_STOP = re.compile(r"[.!?]\s|\n")
COMPARED = 20  # of the latest reports, in which stances are compared: reading one takes a fiftieth of a second
_SETTLED_WITHIN = timedelta(days=31)  # what became of a deadline is news so long
_PRESSING = ("stance", "status", "figure", "date")  # kinds of disputes, as they matter to who must act
_REPEAT = 0.3  # share of stems from which two deadlines of one day are one


def state(view: View, query: Query | None = None) -> State:
    """What stands, as the view has it."""
    asked = query or Query()
    left_out = perhaps(view)
    found = recent(view)
    if found is None:
        return State(view.as_of, (), (), (), perhaps=left_out, is_maybe=view.maybe)
    read, time = found
    groups = asked_for(read, grouped(read.told), asked)
    subject = Subject(view)
    lines = Lines(read, groups, time, subject)
    happened = lines.take(lines.happened(), HAPPENED)
    open_, settled = _due(deadlines_of(read, groups), time, subject)
    for one in (*open_, *settled):
        lines.tell(stems(one.event.evidence.words))
    standing = (
        *lines.take(lines.ongoing(), ONGOING),
        *lines.take(lines.planned(), PLANNED),
        *lines.take(lines.requested(), REQUESTED),
    )
    untold = lines.take(_without_word(read, lines.passed(), time), UNTOLD)
    outlets = {identity(fold_name(head.outlet)) for head in time.heads if head.outlet}
    return State(
        view.as_of,
        open_,
        _shown(read, standing),
        _latest(view, figures(view, asked.about), time, subject),
        happened=_shown(read, happened),
        settled=settled,
        untold=_shown(read, untold),
        disputes=tuple(islice(_disputed(read, groups, time, subject), DISPUTED)),
        news=time.heads[0].published,
        since=time.since,
        reports=len(time.heads),
        outlets=len(outlets),
        perhaps=left_out,
        is_maybe=view.maybe,
        positions=tuple(islice(_taken(read, time, subject), STANDS)),
    )


def _shown(read: Reading, lines: Iterable[Line]) -> tuple[Standing, ...]:
    return tuple(
        Standing(entry(read, line.group, line.head), told_on(read, line.told), line.is_decided) for line in lines
    )


def _due(
    deadlines: Iterable[Deadline], time: Now, subject: Subject
) -> tuple[tuple[Deadline, ...], tuple[Deadline, ...]]:
    """Deadlines that are open, the soonest first; and those that were met, missed or dropped lately."""
    found = [one for one in deadlines if one.due is not None and subject.share(one.event.evidence.words) >= ABOUT]
    found.sort(key=lambda one: ((one.due and one.due.last) or date.max, one.awaited is None, one.id))
    begin = time.end - min(_SETTLED_WITHIN, time.end - date.min)
    settled = [one for one in found if one.outcome in {"met", "missed", "dropped"} and _settled_on(one) >= begin]
    return (
        _distinct([one for one in found if one.outcome == "open"], DUE),
        _distinct(settled, SETTLED),
    )


def _settled_on(deadline: Deadline) -> date:
    last = deadline.due.last if deadline.due else None
    return max(deadline.known or date.min, last or date.min)


def _distinct(found: Sequence[Deadline], top: int) -> tuple[Deadline, ...]:
    """The first of those that set the same in other words."""
    kept: list[Deadline] = []
    for one in found:
        mine = stems(one.event.evidence.words)
        if not any(
            overlap(mine, stems(other.event.evidence.words)) >= _REPEAT and one.due == other.due for other in kept
        ):
            kept.append(one)
    return tuple(kept[:top])


def _without_word(read: Reading, lines: Iterable[Line], time: Now) -> Iterable[Line]:
    """Those of which no later report says whether they came about."""
    outcomes: Outcomes | None = None
    for line in lines:
        outcomes = outcomes or Outcomes(read, time.end)
        days = line.head.due or line.head.days
        last = days.last if days else None
        if last is None or outcomes.is_told_of(line.head, last):
            continue
        if outcomes.of(due_of(line.head, last), line.group.tellings).word == "unknown":
            yield line


def _disputed(read: Reading, groups: Sequence[Group], time: Now, subject: Subject) -> Iterator[Dispute]:
    """Disputes of which a side was told lately; what people say against each other first, days last.

    Those about figures are left to `disputes`: they take longer to find than all of this page.
    """
    found = disputes_of(read, groups, _newest(time))
    for one in sorted(found, key=lambda one: _PRESSING.index(one.about)):
        is_late = any(side.known and min(side.known, time.end) >= time.since for side in one.sides)
        if is_late and any(subject.share(side.evidence.words) >= ABOUT for side in one.sides):
            yield one


def _latest(view: View, found: Sequence[Series], time: Now, subject: Subject) -> tuple[tuple[Series, Figure], ...]:
    """The last point of every series that was told of lately, what is told of most first.

    Only what something befell tells how things stand: people killed, soldiers trained, troops remaining.
    """
    late = [(one, points[-1]) for one in found if _has_fate(one) and (points := _lately(one, time))]
    whole = {figure.id: figure for figure in view.figures(ids=[point.figure for _, point in late])} if late else {}
    of_story = (
        (one, whole[point.figure])
        for one, point in late
        if len(one.points) >= OFTEN or (point.evidence and subject.share(_around(view, point.evidence)) >= ABOUT)
    )
    return tuple(islice(of_story, COUNTED))


def _last(point: Point) -> date:
    return (point.when.last if point.when else None) or date.min


def _has_fate(series: Series) -> bool:
    return any(word in fates() for word in series.of.casefold().split()[1:])


def _around(view: View, evidence: Evidence) -> str:
    """The sentence around some words and the one before, which names who "he" is; full stops and lines end one."""
    text = view.texts([evidence.article])[evidence.article]
    before = text[max(0, evidence.start - _REACH) : evidence.start]
    after = text[evidence.end : evidence.end + _REACH]
    return " ".join((*_STOP.split(before)[-2:], evidence.words, _STOP.split(after)[0]))


def _newest(time: Now) -> list[str]:
    """The last of the articles that were known lately."""
    return [head.id for head in time.heads[:COMPARED] if head.known and min(head.known, time.end) >= time.since]


def _taken(read: Reading, time: Now, subject: Subject) -> Iterator[Position]:
    """Who said lately where they stand on what the story is about, one position an actor; what changed first."""
    seen: set[str] = set()
    for one in positions_of(read, _newest(time)):
        last = one.stances[-1].evidence.words
        if (
            one.actor.id not in seen
            and not is_transcript(last)
            and subject.share(last) >= ABOUT
            and fitness(last) >= ALONE
        ):
            seen.add(one.actor.id)
            yield one


def _lately(series: Series, time: Now) -> list[Point]:
    """The points of a series that were told lately of lately, the last told last."""
    begin = time.since - min(_SETTLED_WITHIN, time.since - date.min)
    points = [
        point
        for point in series.points
        if point.known and time.since <= min(point.known, time.end) and _last(point) >= begin
    ]
    return sorted(points, key=lambda point: min(point.known or time.end, time.end))
