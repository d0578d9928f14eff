"""Where things stand: a page that a newcomer reads in a minute.

In: a view and a query. Out: `State`: what happened or was decided lately, what is under way, planned and asked for,
what is due and what came of it, what is disputed, the latest figures, and what is not known. Nothing is shown as
standing that nobody told of lately, and nothing as planned whose day has passed. As all else, it is a function of the
view alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice

from throughline.chronicle.deadlines import deadlines_of
from throughline.chronicle.disputes import disputes_of
from throughline.chronicle.entries import asked_for, entry
from throughline.chronicle.essays import Essays
from throughline.chronicle.grouping import grouped
from throughline.chronicle.happenings import Reading
from throughline.chronicle.headlines import fitness
from throughline.chronicle.latest import latest
from throughline.chronicle.outcomes import Outcomes, due_of
from throughline.chronicle.outlook import is_transcript
from throughline.chronicle.positions import positions_of
from throughline.chronicle.present import Line
from throughline.chronicle.query import Query
from throughline.chronicle.recent import Now, back, recent
from throughline.chronicle.standing import ALONE, Lines, told_on
from throughline.chronicle.status import perhaps
from throughline.chronicle.subject import ABOUT, Subject
from throughline.chronicle.taken import MATTERS
from throughline.ledger.view import View
from throughline.model import Deadline, Dispute, Position, Standing, State, Status
from throughline.tables.outlets import identity
from throughline.text.fold import fold_name
from throughline.text.gist import overlap, stems

# Lines a section: together a page.
HAPPENED, ONGOING, PLANNED, REQUESTED, DUE, SETTLED, UNTOLD, DISPUTED, COUNTED, STANDS = 6, 5, 5, 3, 4, 3, 3, 2, 4, 5
_OFFICE = MATTERS["office"]  # whose it is must be told
_STANDS_ALONE = 0.44  # fitness of a sentence that sets a day: it may lean a little, as on "they said"
_FRONT = 60  # letters from either end of a sentence in which it names who speaks
_FORM = 4  # letters by which "step down" and "stepped down" meet
_QUOTED = re.compile(r"“([^”]+)”")
_SMALL = frozenset("of the and for al bin de la".split())
_FORENAME = re.compile(r"\b[A-Z][a-z]{2,} $")
COMPARED = 20  # of the latest reports, in which stances are compared: reading one takes a fiftieth of a second
_SETTLED_WITHIN = timedelta(days=31)  # what became of a deadline is news so long
_DUE_SAID = timedelta(days=14)  # before lately: who sets a day seldom repeats it within a week
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
    essays = Essays(view)
    lines = Lines(read, groups, time, subject, essays)
    happened = lines.take(lines.happened(), HAPPENED)
    open_, settled = _due(read, deadlines_of(read, groups), time, subject, essays)
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
        tuple(latest(view, asked.about, time, subject, essays)[:COUNTED]),
        happened=_shown(read, happened),
        settled=settled,
        untold=_shown(read, untold),
        disputes=tuple(islice(_disputed(read, time, subject, essays, happened), DISPUTED)),
        news=time.heads[0].published,
        since=time.since,
        reports=len(time.heads),
        outlets=len(outlets),
        perhaps=left_out,
        is_maybe=view.maybe,
        positions=tuple(islice(_taken(read, time, subject, essays), STANDS)),
    )


def _shown(read: Reading, lines: Iterable[Line]) -> tuple[Standing, ...]:
    return tuple(
        Standing(entry(read, line.group, line.head), told_on(read, line.told), line.is_decided) for line in lines
    )


def _due(
    read: Reading, deadlines: Iterable[Deadline], time: Now, subject: Subject, essays: Essays
) -> tuple[tuple[Deadline, ...], tuple[Deadline, ...]]:
    """Deadlines that are open, the soonest first; and those that were met, missed or dropped lately."""
    found = [
        one
        for one in deadlines
        if one.due is not None
        and subject.share(one.event.evidence.words) >= ABOUT
        and fitness(one.event.evidence.words) >= _STANDS_ALONE
        and not essays.hold(one.event.evidence.article)
    ]
    found.sort(key=lambda one: ((one.due and one.due.last) or date.max, one.awaited is None, one.id))
    begin = time.end - min(_SETTLED_WITHIN, time.end - date.min)
    settled = [one for one in found if one.outcome in {"met", "missed", "dropped"} and _settled_on(one) >= begin]
    return (
        _distinct([one for one in found if one.outcome == "open" and _is_current(read, one, time)], DUE),
        _distinct(settled, SETTLED),
    )


def _is_current(read: Reading, deadline: Deadline, time: Now) -> bool:
    """Whether what is due was told lately, or stands until its day, as a mandate does."""
    known = time.seen(read.origins.heads[deadline.event.evidence.article].known)
    return (known or date.min) >= back(time.since, _DUE_SAID) or deadline.event.status is Status.HAPPENED


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


def _is_named(name: str, words: str) -> bool:
    """Whether an actor has a name of its own ("top members of ..." have none), and the words hold it in full.

    A bare surname that stands beside another first name is that one's.
    """
    if not all(word[:1].isupper() or word in _SMALL for word in name.split()) or name.startswith("The "):
        return False
    first, _, last = name.rpartition(" ")
    if not _FRONT > words.find(last) >= 0 and words.rfind(last) < len(words) - _FRONT:
        return False  # named in between, he is more likely spoken of than speaking
    befores = words.split(last)[:-1] if first else ()
    return all(before.rstrip().endswith(first) or not _FORENAME.search(before) for before in befores)


def _settles(read: Reading, line: Line, dispute: Dispute) -> bool:
    """Whether what is disputed is told as done since: "stepped down"."""
    said = [side.known for side in dispute.sides if side.known]
    if line.status is not Status.HAPPENED or not said or not line.told.known or line.told.known < max(said):
        return False
    words = read.told.sentence(line.head).casefold()
    return any(word.casefold()[:_FORM] in words for word in _QUOTED.findall(dispute.because))


def _disputed(
    read: Reading, time: Now, subject: Subject, essays: Essays, happened: Sequence[Line]
) -> Iterator[Dispute]:
    """Disputes of the last days whose sides have names; what people say against each other first, days last.

    Those about figures are left to `disputes`: they take longer to find than all of this page.
    """
    fresh = _told_since(read, time, time.fresh)
    found = disputes_of(fresh, _newest(time, time.fresh, essays))
    for one in sorted(found, key=lambda one: _PRESSING.index(one.about)):
        is_late = all((time.seen(side.known) or date.min) >= time.fresh for side in one.sides)
        is_said = all(side.speaker and side.speaker[:1].isupper() for side in one.sides)
        if not is_late or not is_said or any(essays.hold(side.evidence.article) for side in one.sides):
            continue
        if any(_settles(read, line, one) for line in happened):
            continue
        if any(subject.share(side.evidence.words) >= ABOUT for side in one.sides):
            yield one


def _newest(time: Now, since: date, essays: Essays) -> list[str]:
    """The last of the reports that were known since a day."""
    heads = [head for head in time.heads[:COMPARED] if (time.seen(head.known) or date.min) >= since]
    return [head.id for head in heads if not essays.hold(head.id)]


def _is_of_himself(one: Position) -> bool:
    """Whether somebody seems to ask for his own going: it is others' that he asks for, or others who ask."""
    is_asked = one.stances[-1].holds.startswith("wants")
    return one.matter == _OFFICE and (not one.about or (is_asked and one.actor.name in one.about))


def _told_since(read: Reading, time: Now, since: date) -> Reading:
    """A reading of what was told since a day."""
    tellings = tuple(one for one in read.told.tellings if (time.seen(one.known) or date.min) >= since)
    return replace(read, told=replace(read.told, tellings=tellings))


def _taken(read: Reading, time: Now, subject: Subject, essays: Essays) -> Iterator[Position]:
    """Who said lately where they stand on what the story is about, one position an actor; what changed first."""
    seen: set[str] = set()
    for one in positions_of(read, _newest(time, time.fresh, essays)):
        last = one.stances[-1].evidence.words
        if (
            one.actor.id not in seen
            and _is_named(one.actor.name, last)
            and not _is_of_himself(one)
            and not (one.stances[-1].holds.startswith("will") and "expect" in last)
            and not is_transcript(last)
            and subject.share(last) >= ABOUT
            and fitness(last) >= ALONE
        ):
            seen.add(one.actor.id)
            yield one
