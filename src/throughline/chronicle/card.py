"""One happening with every telling of it: what a card of it shows.

In: a view and an id. Out: `Card`. Invariants: what the view does not know is not on it; the numbers of its entry are
those of its accounts and voices.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from throughline.chronicle import ids, meant
from throughline.chronicle.actors import naming
from throughline.chronicle.disputes import disputes_of
from throughline.chronicle.entries import entry
from throughline.chronicle.grouping import Group
from throughline.chronicle.happenings import Reading, heard, introduced, line_of, voice
from throughline.chronicle.tellings import Telling
from throughline.ledger.view import View
from throughline.model import Account, Card, Dispute, Event, Evidence, Time, Voice, When, Whom
from throughline.tables import outlets


def card(view: View, record: str) -> Card:
    """The happening that has, or had, an id; QueryError where the view knows none such."""
    found = meant.told(view, record)
    if found is None:
        raise ids.UnknownId(f"there is no happening {record}, as far as is known then: see the chronicle")
    read, group = found
    read = introduced(read, (group, *group.hangs_on))
    names = {telling.id: _voice_name(read, telling) for telling in group.tellings}
    return Card(
        entry(read, group),
        tuple(_whom(read, group)),
        tuple(_accounts(read, group, names)),
        tuple(_voices(read, group, names)),
        tuple(entry(read, other) for other in group.hangs_on),
        tuple(_disputes(read, group)),
    )


def _whom(read: Reading, group: Group) -> Iterator[Whom]:
    """Those who take part, each once, save those who are only described."""
    keys = dict.fromkeys(read.who.key(key) for t in group.tellings for key in sorted(t.actors | t.recipients))
    return (Whom(read.who.id(key), read.who.name(key)) for key in keys if read.who.knows(key) and read.who.is_one(key))


def _accounts(read: Reading, group: Group, names: Mapping[str, str | None]) -> Iterator[Account]:
    """What each telling says, the earliest first."""
    events = {event.id: event for event in read.view.events(ids=[t.event for t in group.tellings if t.event])}
    speakers = _speakers(read, {t.statement for t in group.tellings if t.statement})
    times = read.view.times({t.article for t in group.tellings if t.is_sure})
    for telling in group.tellings:
        event = events.get(telling.event or "")
        head = read.origins.heads[telling.article]
        yield Account(
            telling.event or telling.id,
            line_of(read, telling),
            head.outlet,
            telling.known,
            telling.since if telling.since != telling.known else None,
            telling.status,
            telling.type,
            _when(telling, event, times),
            event.due if event else None,
            event.condition if event else None,
            speakers.get(telling.statement or ""),
            names[telling.id],
            read.told.prints.get(telling.id, ()),
        )


def _when(telling: Telling, event: Event | None, times: Iterable[Time]) -> When | None:
    """The days, with the words that they were read from: the event's own, or those of its sentence."""
    if not telling.is_sure or telling.days is None:
        return telling.when
    here = (one for one in times if one.evidence.article == telling.article and _is_in(one.evidence, telling))
    own = (event.when if event else None, *(one.when for one in here))
    days = telling.days.first, telling.days.last
    return next((when for when in own if when and (when.first, when.last) == days), telling.when)


def _is_in(words: Evidence, telling: Telling) -> bool:
    return telling.start <= words.start and words.end <= telling.end


def _speakers(read: Reading, statements: Collection[str]) -> dict[str, str]:
    """Who says what is told, by the statement's id."""
    keys = {made: read.who.key(key) for made, key in read.view.speakers(statements).items() if key}
    who = naming(read.view, read.view.names(set(keys.values())), read.who)
    return {made: who.name(key) for made, key in keys.items()}


def _voices(read: Reading, group: Group, names: Mapping[str, str | None]) -> Iterator[Voice]:
    """The origins of a happening, as its entry counts them: those that most articles have it from first."""
    counted = heard(read, group.tellings)
    held: dict[str, dict[str, None]] = {}
    for telling in group.tellings:
        for one in counted[telling.article]:
            printed = (telling.article, *read.told.prints.get(telling.id, ()))
            held.setdefault(one, {}).update(dict.fromkeys(printed))
    for one, articles in sorted(held.items(), key=lambda item: -len(item[1])):
        tellings = [telling for telling in group.tellings if voice(read, telling) == one]
        is_own = any(_is_own(read, telling) for telling in tellings)
        yield Voice(names[tellings[0].id], tuple(articles), is_own)


def _is_own(read: Reading, telling: Telling) -> bool:
    """Whether an article of the origin itself tells it."""
    head = read.origins.heads[telling.article]
    return voice(read, telling) in {telling.article, read.origins.named(head.outlet or "")}


def _voice_name(read: Reading, telling: Telling) -> str | None:
    """What people call the origin of a telling; None where it is an article of no known outlet."""
    name, own = read.told.passed_on(telling), voice(read, telling)
    if name and read.origins.named(name) == own:
        row = next((row for row in outlets.shipped().rows if row.key == name), None)
        return row.name if row else name
    heads = read.origins.heads
    root = heads[read.origins.roots.get(telling.article, telling.article)]
    return root.origin or root.outlet


def _disputes(read: Reading, group: Group) -> Iterable[Dispute]:
    """Those of which one of its sentences is a side."""
    places = {(telling.article, telling.start, telling.end) for telling in group.tellings}
    articles = {telling.article for telling in group.tellings}
    for found in disputes_of(read, articles):
        sides = [side.evidence for side in found.sides]
        if any(a == side.article and s < side.end and side.start < e for side in sides for a, s, e in places):
            yield found
