"""One deed, told by two voices in nearly the same words, on two days.

In: a gathered view and its groups. Out: `Dispute`s about dates.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta

from throughline.chronicle.deeds import timeless
from throughline.chronicle.disputes.sides import dispute, evidence
from throughline.chronicle.grouping import Group
from throughline.chronicle.happenings import Reading
from throughline.chronicle.tellings import Telling
from throughline.model import Dispute
from throughline.text.gist import likeness

_ONE_DEED = 0.75  # likeness of two sentences from which they tell of one deed on two days
_FAR = timedelta(days=7)  # farther apart, they are two deeds of a kind
_STEM = 6
_DAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}\b"
)


def of_date(read: Reading, groups: Iterable[Group]) -> Iterator[Dispute]:
    """One deed, told by two voices in nearly the same words, on two days."""
    by_deed: dict[str, list[Group]] = {}
    for group in groups:
        anchor = group.anchor
        if anchor.is_sure and anchor.days and anchor.days.first == anchor.days.last and anchor.trigger:
            by_deed.setdefault(anchor.trigger[:_STEM], []).append(group)
    for told in by_deed.values():
        for number, left in enumerate(told):
            for right in told[number + 1 : number + 20]:
                if (
                    _is_one_deed(left, right)
                    and _are_two(read, left.anchor, right.anchor)
                    and _name_others(read, left.anchor, right.anchor)
                ):
                    said = [(evidence(read, group.anchor), None) for group in (left, right)]
                    days = " and ".join(str(group.anchor.days.first) for group in (left, right) if group.anchor.days)
                    yield dispute(read, "date", said, f"one deed, told of {days}")


def _are_two(read: Reading, left: Telling, right: Telling) -> bool:
    return read.origins.voice(left.article) != read.origins.voice(right.article)


def _is_one_deed(left: Group, right: Group) -> bool:
    one, other = left.anchor.days, right.anchor.days
    if not one or not other or not one.first or not other.first or one.first == other.first:
        return False
    if abs(one.first - other.first) > _FAR:
        return False
    return likeness(timeless(left.anchor.stems), timeless(right.anchor.stems)) >= _ONE_DEED


def _name_others(read: Reading, left: Telling, right: Telling) -> bool:
    """Whether both name a day, and not the same: of one "Sunday", two are of one day, whichever it was."""
    named = [frozenset(_DAY.findall(read.told.sentence(telling).casefold())) for telling in (left, right)]
    return bool(named[0] and named[1] and not named[0] & named[1])
