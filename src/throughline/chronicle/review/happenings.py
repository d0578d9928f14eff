"""Happenings that are one on the judge's word alone, and tellings it holds for one that are told apart.

In: a view. Out: `Matter`s. To accept is to rule the two tellings one, to decline to rule them two. Only what a
chronicle without a question shows is looked at: on a large story the rest would take minutes, and nobody would see it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from throughline.chronicle.grouping import LIKELY, Group, can_be_one
from throughline.chronicle.happenings import Reading, line_of, lines, reading
from throughline.chronicle.pairs import weight
from throughline.chronicle.query import Query
from throughline.chronicle.review.names import LISTED
from throughline.chronicle.tellings import Telling
from throughline.chronicle.why.joints import Around, look_around, reasons
from throughline.ledger.rulings import NOT_SAME, SAME
from throughline.ledger.view import View
from throughline.model import Evidence, Matter, Party, Proposal

_APART = 0.8  # how likely two must be that are told apart: of twelve read from this on, ten were one


class _Pair(NamedTuple):
    """Two tellings, how likely they are one, and whether they are told as one."""

    one: Telling
    other: Telling
    likely: float
    is_joined: bool


def happenings(view: View) -> tuple[Matter, ...]:
    """Joins by the judge alone, the least likely first; then what is told apart, the likeliest first."""
    read = reading(view, Query())
    pairs = _pairs(view, lines(read))[:LISTED]
    around = look_around(view, [telling for pair in pairs for telling in (pair.one, pair.other)])
    return tuple(_matter(read, pair, around) for pair in pairs)


def _pairs(view: View, groups: Sequence[Group]) -> Sequence[_Pair]:
    """The pairs that the judge holds for one, worth a look."""
    tellings = {telling.id: telling for group in groups for telling in group.tellings}
    place = {telling.id: at for at, group in enumerate(groups) for telling in group.tellings}
    joined, apart = [], []
    for left, right, likely in view.alike(list(tellings)):
        one, other = tellings.get(left), tellings.get(right)
        if one is None or other is None or not can_be_one(one, other):
            continue
        pair = _Pair(one, other, weight(one, other, likely), place[left] == place[right])
        if not pair.is_joined and pair.likely >= _APART:
            apart.append(pair)
        elif pair.is_joined and pair.likely >= LIKELY and _rests_on(pair, groups[place[left]].tellings):
            joined.append(pair)
    joined.sort(key=lambda pair: (pair.likely, pair.one.id, pair.other.id))
    apart.sort(key=lambda pair: (-pair.likely, pair.one.id, pair.other.id))
    return [*joined, *apart]


def _rests_on(pair: _Pair, tellings: Sequence[Telling]) -> bool:
    """Whether one of a pair is in its group by the judge alone: no other telling there shares words enough with it."""
    return any(
        all(weight(one, other) < LIKELY for other in tellings if other.id != one.id) for one in (pair.one, pair.other)
    )


def _matter(read: Reading, pair: _Pair, around: Around) -> Matter:
    one, other = sorted((pair.one, pair.other), key=lambda telling: (telling.known is None, telling.known, telling.id))
    told = "told as one" if pair.is_joined else "told as two"
    lines = [line_of(read, telling) for telling in (one, other)]
    return Matter(
        f"{one.id}~{other.id}",
        "happenings",
        lines[0].words,
        tuple(_party(telling, line) for telling, line in zip((one, other), lines, strict=True)),
        (told, *reasons(other, one, around, pair.likely)),
        Proposal(one.id, SAME, other.id, "They are one"),
        Proposal(one.id, NOT_SAME, other.id, "They are two"),
    )


def _party(telling: Telling, line: Evidence) -> Party:
    when = telling.when.edtf if telling.when else ""
    return Party(telling.id, line.words, f"{telling.status.words} {when}".strip(), line, telling.known)
