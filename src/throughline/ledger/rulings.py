"""Which rulings stand, and what they decide.

In: a story's rulings. Out: those that no standing undo takes back, in the order in which they were made; what they
decide, summed up; a problem for each that has lost what it is about. An undo is a ruling about a ruling, and can be
undone itself.

How a ruling outlives what it is about. Articles, findings and links go by ids that hash where they stand: a ruling on
one holds wherever the same page is read. Actors, happenings, deadlines and disputes are made anew at each reading, and
their ids pass from member to member as pages come. So a ruling holds to what does not pass:

- an actor goes by the id of one of the keys it is made of (`content_id("actor", key)`), whichever: all mean the actor;
- a happening goes by one of its tellings (an event, or a sentence that only names a day), whichever. A merge or a split
  names tellings; where a happening or a deadline is itself rejected, its id is `content_id(kind, telling)`, and the one
  that has any telling of such an id is meant (`of_any`);
- a dispute goes by its own id, which hashes the two places that contradict each other;
- a speaker is named by a key, as `ledger.rows` has them.

A rejection of what has no row of its own carries the ids of what it rests on as its value, so that the loss of these is
noticed, too.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from throughline.model import Problem, Ruling, Severity, content_id

DATE = "date"
NOTE = "note"
UNDO = "undo"
SAME = "merge"  # target and value are one: two actors, two happenings
NOT_SAME = "split"  # target and value are two, whatever speaks for one
REJECT = "reject"  # the record is wrong and is left out
ACCEPT = "accept"  # the record is right: it needs nobody's eye any more
SPEAKER = "speaker"  # the statement is the actor's whose key is the value
VERDICTS = (DATE, SAME, NOT_SAME, REJECT, ACCEPT, SPEAKER, NOTE, UNDO)
# Records that have rows of their own; others (happenings, actors, series) are derived, and known by what they hold.
KEPT = ("page", "article", "mention", "time", "statement", "figure", "event", "link", "problem")
_TRACED = (*KEPT, "actor", "telling", "happening", "deadline")  # whose loss is noticed


@dataclass(frozen=True, slots=True)
class Decided:
    """What standing rulings decide about who is who, what is one, and what counts. Records go by their ids.

    `same` and `apart` hold pairs of ids, each sorted: of actors, any id that one has or had on its own; of happenings,
    of any of their tellings (an event's id, as a rule). `speakers` gives statements the keys of those who made them.
    Where a chain of merges leads round a split, the split holds.
    """

    same: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()
    rejected: frozenset[str] = frozenset()
    accepted: frozenset[str] = frozenset()
    speakers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def decided(rulings: Iterable[Ruling]) -> Decided:
    """Sum up the rulings that stand; of two about one pair or one record, the later holds."""
    pairs: dict[tuple[str, str], str] = {}
    records: dict[str, str] = {}
    speakers: dict[str, str] = {}
    for one in standing(rulings):
        if one.verdict in {SAME, NOT_SAME}:
            left, right = sorted((one.target, one.value))
            pairs[left, right] = one.verdict
        elif one.verdict in {REJECT, ACCEPT}:
            records[one.target] = one.verdict
        elif one.verdict == SPEAKER:
            speakers[one.target] = one.value
    return Decided(
        frozenset(pair for pair, verdict in pairs.items() if verdict == SAME),
        frozenset(pair for pair, verdict in pairs.items() if verdict == NOT_SAME),
        frozenset(record for record, verdict in records.items() if verdict == REJECT),
        frozenset(record for record, verdict in records.items() if verdict == ACCEPT),
        speakers,
    )


def of_any(kind: str, members: Iterable[str], *more: str) -> frozenset[str]:
    """Every id that a derived record of some members (tellings, keys) has or may have had; `more` its ids hash, too."""
    return frozenset(content_id(kind, member, *more) for member in members)


def standing(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Rulings that hold, undos left out."""
    return [one for one in in_force(rulings) if one.verdict != UNDO]


def in_force(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Rulings that nothing takes back, undos among them."""
    ordered = sorted({one.id: one for one in rulings}.values(), key=lambda one: (one.made, one.id))
    gone = _taken_back(ordered)
    return [one for one in ordered if one.id not in gone]


def date_ruling(rulings: Iterable[Ruling], article: str) -> Ruling | None:
    """The ruling that dates an article: the last that holds."""
    about = [one for one in standing(rulings) if one.verdict == DATE and one.target == article]
    return about[-1] if about else None


def settled(ruling: Ruling, rulings: Iterable[Ruling]) -> Ruling:
    """The ruling that settles something in the end: an undo is about what its ruling is about."""
    known = {one.id: one for one in rulings}
    seen: set[str] = set()
    while ruling.verdict == UNDO and ruling.target in known and ruling.target not in seen:
        seen.add(ruling.target)
        ruling = known[ruling.target]
    return ruling


def ruled(ruling: Ruling, rulings: Iterable[Ruling]) -> str:
    """The id of the record that a ruling is about in the end."""
    return settled(ruling, rulings).target


def named(ruling: Ruling) -> tuple[str, ...]:
    """The ids of all records that a ruling names, what a rejection rests on and who speaks among them."""
    if ruling.verdict in {SAME, NOT_SAME}:
        return ruling.target, ruling.value
    if ruling.verdict == SPEAKER:
        return ruling.target, content_id("actor", ruling.value)
    if ruling.verdict == REJECT:
        return ruling.target, *ruling.value.split()
    return (ruling.target,)


def traced(rulings: Iterable[Ruling]) -> frozenset[str]:
    """What standing rulings name whose loss is noticed."""
    return frozenset(name for one in standing(rulings) for name in named(one) if name.partition("-")[0] in _TRACED)


def idle(rulings: Iterable[Ruling], there: Collection[str]) -> list[Problem]:
    """A problem for every ruling that holds and names a record that is not `there` (law 9), or no known ruling."""
    made = list(rulings)
    lost = traced(made) - set(there) - orphans(made).keys()  # these problems are derived: nobody misses their rows
    found = [_lost(one, name) for one in standing(made) for name in dict.fromkeys(named(one)) if name in lost]
    known = {one.id for one in made}
    return found + [_lost(one, one.target) for one in in_force(made) if one.verdict == UNDO and one.target not in known]


def orphans(rulings: Iterable[Ruling]) -> dict[str, Ruling]:
    """The ruling that each problem of `idle` would be about, by the problem's id."""
    return {_lost_id(one, name): one for one in in_force(rulings) for name in named(one)}


def _lost_id(one: Ruling, name: str) -> str:
    return content_id("problem", one.id, *(("target",) if name == one.target else ("names", name)))


def _lost(one: Ruling, name: str) -> Problem:
    what = one.verdict if one.verdict in {UNDO, REJECT, ACCEPT} else f"{one.verdict} {one.value!r}"
    return Problem(
        _lost_id(one, name),
        name,
        f"a ruling is about this, and it is not here: {what} by {one.author} ({one.id})",
        Severity.WARNING,
        "keep the rulings that it was made with, too: throughline rule replay STORY FILE"
        if one.verdict == UNDO
        else "add the page it came from, or take the ruling back: "
        f"throughline rule {one.verdict} STORY {one.id} --undo",
    )


def _taken_back(made: Iterable[Ruling]) -> set[str]:
    """The ids of rulings that an undo takes back which is not taken back itself; whatever the clocks said."""
    undos: dict[str, list[str]] = defaultdict(list)
    target: dict[str, str] = {}
    for one in made:
        target[one.id] = one.target if one.verdict == UNDO else ""
        if one.verdict == UNDO:
            undos[one.target].append(one.id)
    unsettled = {name: len(undos[name]) for name in target}
    settled_now = [name for name, count in unsettled.items() if not count]
    gone: set[str] = set()
    for name in settled_now:  # grows: a ruling is settled when all that take it back are; ids hash targets, so it ends
        if any(undo not in gone for undo in undos[name]):
            gone.add(name)
        if target[name] in unsettled:
            unsettled[target[name]] -= 1
            if not unsettled[target[name]]:
                settled_now.append(target[name])
    return gone
