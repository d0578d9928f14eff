"""Which keys may be one person, body or place, and why: links between two, each by itself.

In: the bearers of a view. Out: `Tie`s. Full names are compared with those that share a surname's frame and a first
name; nothing here costs more than the names of one family or of one first name and surname.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations
from typing import NamedTuple

from throughline.chronicle.actors import pairs
from throughline.chronicle.actors.bearers import BODY, NAME, PERSON, PLACE, Bearer
from throughline.tables.names import lookup
from throughline.tables.nicknames import full_names
from throughline.text.spellings import alike, frame
from throughline.text.surnames import framed, parts

_MANY = 48  # names that share first name and surname; more are a list of namesakes, and none is joined by this
_KNOWN, _FORM, _PLACE = 1.0, 0.95, 0.6
_LONG = 5  # letters of a place that may be spelled in two ways


class Tie(NamedTuple):
    """Two keys that may be one, how sure, and why. `is_told`: one article with both as two does not speak against."""

    weight: float
    left: str
    right: str
    reason: str
    is_told: bool = False


def ties(known: Mapping[str, Bearer]) -> Iterator[Tie]:
    """All ties between full names; bare surnames and acronyms come later, when it is known who bears a name."""
    yield from _looked_up(known.values())
    yield from _persons([one for one in known.values() if one.kind is PERSON])
    yield from _bodies(one for one in known.values() if one.kind is BODY)
    yield from _places(one for one in known.values() if one.kind is PLACE)


def _looked_up(found: Iterable[Bearer]) -> Iterator[Tie]:
    """Names that a table knows, and that the article's own reading took for something else or left alone."""
    for one in found:
        if one.is_known:
            continue
        entity = lookup(one.names[0])
        if entity is not None and entity.certain and entity.type is one.kind:
            yield Tie(_KNOWN, one.key, entity.key, "the tables know it by this name", is_told=True)


def _persons(found: Iterable[Bearer]) -> Iterator[Tie]:
    buckets: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    begins: dict[tuple[str, ...], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in found:
        for name in one.names:
            own = parts(name).words
            if len(own) > 1:
                for first in full_names(own[0]):
                    buckets[frame(own[-1]), frame(first)][one.key].add(name)
                for stop in range(2, len(own) + 1):
                    begins[framed(name)[:stop]][one.key].add(name)
    written = {one.key: one.written for one in found}
    near = (bucket for bucket in (*buckets.values(), *begins.values()) if 1 < len(bucket) <= _MANY)
    seen = sorted({tie for bucket in near for tie in _compared(bucket)})
    yield from _clear(
        [tie for tie in seen if tie.weight != pairs.BEGUN or _goes_on(written[tie.left], written[tie.right])]
    )


def _goes_on(one: str, other: str) -> bool:
    """Tell a name with more words from one with a double surname: "Ana Brelin-Cole" is not Ana Brelin."""
    short, long = sorted((one, other), key=len)
    return "-" not in long[len(short) : len(short) + 1]


def _clear(found: Sequence[Tie]) -> Iterator[Tie]:
    """Leave out a shorter name's ties to fuller ones that contradict each other: it may be either's."""
    fuller: dict[str, set[str]] = defaultdict(set)
    for tie in found:
        if tie.weight <= pairs.LOOSE:
            fuller[tie.left].add(tie.right)
            fuller[tie.right].add(tie.left)
    unclear = {key for key, others in fuller.items() if _contradict(others)}
    for tie in found:
        if tie.weight > pairs.LOOSE or unclear.isdisjoint((tie.left, tie.right)):
            yield tie


def _contradict(keys: AbstractSet[str]) -> bool:
    names = [key.partition(":")[2].replace("-", " ") for key in keys]
    return any(pairs.persons(one, other).weight < 0 for one, other in combinations(names[:_MANY], 2))


def _compared(bucket: Mapping[str, set[str]]) -> Iterator[Tie]:
    for left, right in combinations(sorted(bucket), 2):
        verdicts = [pairs.persons(one, other) for one in sorted(bucket[left]) for other in sorted(bucket[right])]
        best = max(verdicts, key=lambda verdict: verdict.weight)
        if best.weight > 0:
            yield Tie(best.weight, left, right, best.reason, is_told=best.weight == pairs.FORM)


def _bodies(found: Iterable[Bearer]) -> Iterator[Tie]:
    same: dict[str, list[str]] = defaultdict(list)
    for one in found:
        for name in {pairs.bodies(name) for name in one.names}:
            same[name].append(one.key)
    for keys in same.values():
        for other in keys[1:]:
            yield Tie(_FORM, keys[0], other, "one name, but for its article, spelling or form of company", is_told=True)


def _places(found: Iterable[Bearer]) -> Iterator[Tie]:
    sounding: dict[tuple[str, ...], list[Bearer]] = defaultdict(list)
    for one in found:
        words = parts(one.names[0]).words
        if len(" ".join(words)) >= _LONG:
            sounding[framed(one.names[0])].append(one)
    for near in sounding.values():
        for one, other in combinations(near, 2) if len(near) <= _MANY else ():
            left, right = parts(one.names[0]).words, parts(other.names[0]).words
            if all(map(alike, left, right)) and not (one.is_known and other.is_known):
                reason = f'"{one.names[0]}" and "{other.names[0]}" are spellings of one name'
                yield Tie(_PLACE, one.key, other.key, reason)


def is_name(key: str) -> bool:
    """Whether no table knows a key."""
    return key.startswith(NAME)
