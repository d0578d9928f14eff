"""Why the tellings of a happening are one, telling by telling.

In: a view and a group of tellings. Out: a sentence for each telling but the first: which other of the group it goes
with best, and what speaks for the two being one. What spoke is worked out again here from the pair, since nothing of
it is stored.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from throughline.chronicle.grouping import Group
from throughline.chronicle.pairs import verb, weight
from throughline.chronicle.tellings import Telling
from throughline.ledger.view import View
from throughline.text.gist import stems

_SHOWN = 12  # tellings whose joints are told: more than that, nobody reads
_WORDS = 6  # shared words that a reason names
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class Around(NamedTuple):
    """What is known of pairs: how likely the judge holds them for one, what a person ruled, and the texts."""

    judged: Mapping[frozenset[str], float]
    ruled: frozenset[frozenset[str]]
    texts: Mapping[str, str]


def joints(view: View, group: Group) -> tuple[str, ...]:
    """Say of each telling but the first with which it is one, and why."""
    tellings = group.tellings
    around = look_around(view, tellings)
    found = [_joint(telling, tellings, around) for telling in tellings[1 : _SHOWN + 1]]
    more = len(tellings) - 1 - len(found)
    return (*found, *((f"and {more} more tellings",) if more > 0 else ()))


def look_around(view: View, tellings: Collection[Telling]) -> Around:
    """Gather what is known of pairs of some tellings."""
    return Around(
        {frozenset(row[:2]): row.likely for row in view.alike([telling.id for telling in tellings])},
        frozenset(map(frozenset, view.decided().same)),
        view.texts({telling.article for telling in tellings}),
    )


def _joint(telling: Telling, tellings: Sequence[Telling], around: Around) -> str:
    """The telling and the one that it fits best: a ruled one, else the likeliest, else what it shares most with."""

    def fits(other: Telling) -> tuple[bool, float, int]:
        pair = frozenset((telling.id, other.id))
        value = weight(other, telling, around.judged.get(pair, 0.0))
        return pair in around.ruled, value, len(telling.stems & other.stems)

    other = max((one for one in tellings if one.id != telling.id), key=fits)
    return f"{telling.id} is one with {other.id}: {'; '.join(reasons(telling, other, around, fits(other)[1]))}"


def reasons(telling: Telling, other: Telling, around: Around, value: float) -> Iterator[str]:
    """What speaks for two tellings being one; `value` is how likely that makes them."""
    pair = frozenset((telling.id, other.id))
    if pair in around.ruled:
        yield "a person ruled so"
    if telling.trigger and other.trigger and verb(telling) == verb(other):
        yield f"both tell of “{telling.trigger}”"
    elif telling.type and telling.type is other.type:
        yield f"both are {telling.type}"
    words = _shared(telling, other, around.texts)
    if words:
        yield f"both sentences have {', '.join(words)}"
    people = sorted(_plain(key) for key in (telling.actors | telling.recipients) & (other.actors | other.recipients))
    if people:
        yield f"{', '.join(people)} {'takes' if len(people) == 1 else 'take'} part in both"
    if value > 0 and pair in around.judged:
        yield f"the judge of happenings holds them for one, at {min(around.judged[pair], 0.99):.0%}"
    if telling.status is not other.status:
        yield f"one tells it as {other.status.words}, the other as {telling.status.words}"
    if telling.days and telling.days == other.days:
        yield "of the same days"


def _shared(telling: Telling, other: Telling, texts: Mapping[str, str]) -> list[str]:
    """The words of a telling's sentence whose stems the other's has, too, in their order."""
    common = telling.stems & other.stems
    sentence = texts[telling.article][telling.start : telling.end]
    words = dict.fromkeys(word for word in _WORD.findall(sentence) if stems(word) & common)
    return list(words)[:_WORDS]


def _plain(key: str) -> str:
    return key.partition(":")[2].replace("-", " ")
