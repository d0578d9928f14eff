"""Which rulings stand.

In: a story's rulings. Out: those that no standing undo takes back, in the order in which they were made. An undo is a
ruling about a ruling, and can be undone itself.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from throughline.model import Problem, Ruling, Severity, content_id

DATE = "date"
NOTE = "note"
UNDO = "undo"
SAME = "same"  # target and value are one: two actors, two happenings
NOT_SAME = "not same"  # target and value are two, whatever speaks for one
REJECT = "reject"  # the record is wrong and is left out
ACCEPT = "accept"  # the record is right: it needs nobody's eye any more
SPEAKER = "speaker"  # the statement is the actor's whose id is the value
# Records that have rows of their own; others (happenings, actors, series) are derived, and known by what they hold.
KEPT = ("page", "article", "mention", "time", "statement", "figure", "event", "link", "problem")


@dataclass(frozen=True, slots=True)
class Decided:
    """What standing rulings decide about who is who, what is one, and what counts. Records go by their ids.

    `same` and `apart` hold pairs of ids, each sorted; an actor or a happening is meant by any id that it has or had on
    its own. `speakers` gives statements to actors.
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


def standing(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Rulings that hold, undos left out."""
    return [one for one in in_force(rulings) if one.verdict != UNDO]


def in_force(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Rulings that nothing takes back, undos among them."""
    ordered = sorted(rulings, key=lambda one: (one.made, one.id))
    taken_back = _taken_back(ordered)
    return [one for one in ordered if one.id not in taken_back]


def date_ruling(rulings: Iterable[Ruling], article: str) -> Ruling | None:
    """The ruling that dates an article: the last that holds."""
    about = [one for one in standing(rulings) if one.verdict == DATE and one.target == article]
    return about[-1] if about else None


def ruled(ruling: Ruling, rulings: Iterable[Ruling]) -> str:
    """The id of the record that a ruling is about in the end: an undo is about what its ruling is about."""
    known = {one.id: one for one in rulings}
    seen: set[str] = set()
    while ruling.verdict == UNDO and ruling.target in known and ruling.target not in seen:
        seen.add(ruling.target)
        ruling = known[ruling.target]
    return ruling.target


def idle(rulings: Iterable[Ruling], there: Collection[str]) -> list[Problem]:
    """A problem for every ruling that holds and is about a record that is not `there` (law 9)."""
    return [
        Problem(
            content_id("problem", one.id, "target"),
            one.target,
            f"a ruling is about this, and it is not here: {one.verdict} {one.value!r} by {one.author} ({one.id})",
            Severity.WARNING,
            f"add the page it came from, or take the ruling back: throughline rule {one.verdict} STORY {one.id} --undo",
        )
        for one in standing(rulings)
        if one.target.partition("-")[0] in KEPT and one.target not in there
    ]


def _taken_back(ordered: Sequence[Ruling]) -> set[str]:
    """The ids of rulings that an undo takes back which is not taken back itself; the latest are looked at first."""
    undos: dict[str, list[str]] = defaultdict(list)
    for one in ordered:
        if one.verdict == UNDO:
            undos[one.target].append(one.id)
    gone: set[str] = set()
    for one in reversed(ordered):  # whoever takes one back was made after it
        if any(undo not in gone for undo in undos[one.id]):
            gone.add(one.id)
    return gone
