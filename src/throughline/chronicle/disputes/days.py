"""One deed, told by two voices in nearly the same words, on two days.

In: a gathered view and its groups. Out: `Dispute`s about dates.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from throughline.chronicle.disputes.sides import dispute, evidence
from throughline.chronicle.grouping import Group
from throughline.chronicle.happenings import Reading
from throughline.chronicle.tellings import Telling
from throughline.model import Dispute
from throughline.text.gist import likeness

_ONE_DEED = 0.6  # likeness of two sentences from which they tell of one deed on two days
_FAR = timedelta(days=7)  # farther apart, they are two deeds of a kind
_STEM = 6


def of_date(read: Reading, groups: Iterable[Group]) -> Iterator[Dispute]:
    """One deed, told by two voices in nearly the same words, on two days."""
    by_deed: dict[tuple[str, str], list[Group]] = {}
    for group in groups:
        anchor = group.anchor
        if anchor.is_sure and anchor.days and anchor.days.first == anchor.days.last and anchor.trigger:
            for actor in sorted(anchor.actors)[:1]:
                by_deed.setdefault((anchor.trigger[:_STEM], actor), []).append(group)
    for told in by_deed.values():
        for number, left in enumerate(told):
            for right in told[number + 1 : number + 20]:
                if _is_one_deed(left, right) and _are_two(read, left.anchor, right.anchor):
                    said = [(evidence(read, group.anchor), None) for group in (left, right)]
                    days = " and ".join(str(group.anchor.days.first) for group in (left, right) if group.anchor.days)
                    yield dispute(read, "date", said, f"one deed, told of {days}")


def _are_two(read: Reading, left: Telling, right: Telling) -> bool:
    return read.origins.voice(left.article) != read.origins.voice(right.article)


def _is_one_deed(left: Group, right: Group) -> bool:
    one, other = left.anchor.days, right.anchor.days
    if not one or not other or not one.first or not other.first or one.first == other.first:
        return False
    return abs(one.first - other.first) <= _FAR and likeness(left.anchor.stems, right.anchor.stems) >= _ONE_DEED
