"""Tellings that tell one thing, put together.

In: tellings in order of known. Out: groups, each opened by its earliest telling, its *anchor*. Two tellings can be one
where their days are one, or a day apart where only publication dates the later: papers print what happened yesterday.
How likely two are one is for `pairs` to say; groups are made by average link over these pairs, so that no bold pair
joins two happenings. A group depends on the tellings of its own days and of those beside them alone.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain

from throughline.chronicle.hanging import hung
from throughline.chronicle.pairs import LEAST, NAMED_DAY, SAME_TRIGGER, Weighed, may_be_one, verb, weight
from throughline.chronicle.tellings import Telling, Told
from throughline.chronicle.turns import turned
from throughline.ledger.rows import Alike
from throughline.ledger.rulings import Decided, of_any
from throughline.resolve.happenings.groups import connected, groups

# Mean likeliness of all pairs from which two groups are one; a pair that nothing speaks for counts as 0.
LIKELY = 0.4
_RULED = 1e6  # what a person says goes before all other pairs of a group
_DAY = timedelta(days=1)

Key = tuple[date | None, date | None]
Pair = tuple[int, int]


@dataclass(slots=True)
class Group:
    """Tellings of one happening, earliest first, and the groups that it hangs on."""

    anchor: Telling
    tellings: list[Telling] = field(default_factory=list)
    hangs_on: list["Group"] = field(default_factory=list)

    @property
    def stems(self) -> frozenset[str]:
        """Stems of the anchor's sentence."""
        return self.anchor.stems


def grouped(told: Told) -> list[Group]:
    """Group all tellings; in order of their anchors."""
    tellings = told.tellings
    number = {telling.id: at for at, telling in enumerate(tellings)}
    decided = told.view.decided()
    known = told.view.shelf.always.once("pairs", Weighed)
    likely, rest = _by_words(tellings, known)
    likely |= _by_judge(tellings, number, told.view.alike(list(number)))
    known_as = number | {one: number[first] for one, first in told.again.items() if first in number}
    ruled = _ruled(decided, known_as)
    joined = _matched(tellings, likely) | ruled
    rest = [pair for pair in rest if pair not in likely and pair not in joined]
    times = groups(len(tellings), (joined | _unlike(tellings, joined, rest, known)).items(), LIKELY)
    apart = {frozenset((tellings[one].id, tellings[other].id)) for (one, other), value in ruled.items() if value < 0}
    lines = turned([[tellings[at] for at in each] for each in sorted(times)], apart)
    if decided.rejected:
        lines = [line for line in lines if not _is_out(line, decided.rejected)]
    found = [Group(line[0], line) for line in lines]
    for at, others in hung(told.view, lines).items():
        found[at].hangs_on += [found[other] for other in others]
    return found


def _is_out(line: Iterable[Telling], rejected: Collection[str]) -> bool:
    """Whether a person rejected the happening, whichever telling opened it then."""
    return not of_any("happening", (telling.id for telling in line)).isdisjoint(rejected)


def _ruled(made: Decided, number: Mapping[str, int]) -> dict[Pair, float]:
    """Pairs that a person ruled to be one, or two; where both are ruled of some, being two holds."""
    found: dict[Pair, float] = {}
    for pairs, value in ((made.same, _RULED), (made.apart, -_RULED)):
        for left, right in pairs:
            if left in number and right in number and left != right:
                one, other = sorted((number[left], number[right]))
                found[one, other] = value
    return found


def _by_judge(tellings: Sequence[Telling], number: Mapping[str, int], alike: Iterable[Alike]) -> dict[Pair, float]:
    """Pairs that the judge holds for one, each (earlier, later), where nothing speaks against it."""
    found: dict[Pair, float] = {}
    for row in alike:
        if row.left in number and row.right in number:
            one, other = sorted((number[row.left], number[row.right]))
            if can_be_one(tellings[one], tellings[other]):
                value = weight(tellings[one], tellings[other], row.likely)
                if value:
                    found[one, other] = value
    return found


def _matched(tellings: Sequence[Telling], likely: Mapping[Pair, float]) -> dict[Pair, float]:
    """Leave a telling one match in each sentence, the likeliest with its verb: two sentences may share two events.

    Pairs that are likely two stay.
    """
    verbs = [verb(telling) for telling in tellings]
    places = [(telling.article, telling.start) for telling in tellings]
    kept = {pair: value for pair, value in likely.items() if value < 0}
    taken: set[tuple[int, tuple[str, int]]] = set()
    ranked = sorted((verbs[pair[0]] != verbs[pair[1]], -value, pair) for pair, value in likely.items() if value >= 0)
    for _, value, pair in ranked:
        ends = ((pair[0], places[pair[1]]), (pair[1], places[pair[0]]))
        if taken.isdisjoint(ends):
            taken.update(ends)
            kept[pair] = -value
    return kept


def _unlike(
    tellings: Sequence[Telling], joined: Mapping[Pair, float], rest: Iterable[Pair], known: Weighed
) -> dict[Pair, float]:
    """Of pairs that share words, those that are likely two, among tellings that others may bring together.

    Two groups become one by a mean that at least one pair of them reaches, so what no chain of such pairs joins stays
    apart whatever else is known of it.
    """
    chains = connected(len(tellings), (pair for pair, value in joined.items() if value >= LIKELY))
    chain_of = {at: number for number, each in enumerate(chains) for at in each if len(each) > 2}
    near = [pair for pair in rest if pair[0] in chain_of and chain_of[pair[0]] == chain_of.get(pair[1])]
    numbers = known.numbers([tellings[at] for at in chain_of])
    number = dict(zip(chain_of, numbers, strict=True))
    values = ((pair, known.value(number[pair[0]], number[pair[1]])) for pair in near)
    return {pair: value for pair, value in values if value < 0}


class _Held:
    """Tellings of one span of days, found by the stems that they share with a sentence."""

    def __init__(self) -> None:
        self._holders: dict[str, list[int]] = {}

    def add(self, at: int, telling: Telling) -> None:
        for stem in telling.stems:
            self._holders.setdefault(stem, []).append(at)

    def shared(self, telling: Telling) -> Counter[int]:
        """How many stems each shares with a telling."""
        holders = self._holders
        return Counter(chain.from_iterable([holders[stem] for stem in telling.stems if stem in holders]))


def _by_words(tellings: Sequence[Telling], known: Weighed) -> tuple[dict[Pair, float], list[Pair]]:
    """Pairs whose words speak for their being one, with how likely they are; and others that share words.

    Each is (earlier, later).
    """
    sizes = [len(telling.stems) for telling in tellings]
    numbers = known.numbers(tellings)
    traits = [known.traits[number] for number in numbers]
    found: dict[Pair, float] = {}
    rest: list[Pair] = []
    by_days: dict[tuple[Key, bool], _Held] = {}
    for at, telling in enumerate(tellings):
        key, sure = _key(telling), telling.is_sure
        size, own = sizes[at], traits[at]
        for place in ((key, sure), (key, not sure), *_beside(telling)):
            held = by_days.get(place)
            least = NAMED_DAY if sure and place[1] else SAME_TRIGGER
            for other, count in held.shared(telling).items() if held else ():
                if count < LEAST or count < least * min(size, sizes[other]):
                    continue
                value = known.value(numbers[other], numbers[at]) if may_be_one(own, traits[other], count) else 0.0
                if value > 0:
                    found[other, at] = value
                else:
                    rest.append((other, at))
        by_days.setdefault((key, sure), _Held()).add(at, telling)
    return found, rest


def _key(telling: Telling) -> Key:
    return (telling.days.first, telling.days.last) if telling.days else (None, None)


def _beside(telling: Telling) -> list[tuple[Key, bool]]:
    """Where the other kind of telling tells of this one's day: news is printed the day after it happened."""
    day, last = _key(telling)
    if day is None or day != last or day in {date.min, date.max}:
        return []
    other = day + _DAY if telling.is_sure else day - _DAY
    return [((other, other), not telling.is_sure)]


def can_be_one(one: Telling, other: Telling) -> bool:
    """Whether the days of two tellings allow that they tell one thing."""
    key = _key(other)
    return _key(one) == key or (key, other.is_sure) in _beside(one)
