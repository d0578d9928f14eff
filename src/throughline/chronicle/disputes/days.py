"""One deed, told by two voices in nearly the same words, on two days.

In: a gathered view. Out: `Dispute`s about dates.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from throughline.chronicle.deeds import timeless
from throughline.chronicle.disputes.sides import dispute, evidence
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


class _Dated(NamedTuple):
    """A telling on its day, with the words of its sentence that name days."""

    day: date
    telling: Telling
    named: frozenset[str]


def of_date(read: Reading) -> Iterator[Dispute]:
    """One deed, told by two voices in nearly the same words, on two days; two days of one deed are one dispute."""
    by_deed: dict[str, list[_Dated]] = {}
    for telling in read.told.tellings:
        days = telling.days
        if telling.is_sure and days and days.first and days.first == days.last and telling.trigger:
            named = frozenset(_DAY.findall(read.told.sentence(telling).casefold()))
            if named:
                by_deed.setdefault(telling.trigger[:_STEM], []).append(_Dated(days.first, telling, named))
    shown = set[tuple[str, date, date]]()
    for deed, told in by_deed.items():
        told.sort(key=lambda one: (one.day, one.telling.article, one.telling.start))
        for number, left in enumerate(told):
            for right in told[number + 1 :]:
                if right.day - left.day > _FAR:
                    break
                if (
                    (deed, left.day, right.day) not in shown
                    and _is_one_deed(left, right)
                    and _are_two(read, left, right)
                ):
                    shown.add((deed, left.day, right.day))
                    said = [(evidence(read, one.telling), None) for one in (left, right)]
                    yield dispute(read, "date", said, f"one deed, told of {left.day} and {right.day}")


def _are_two(read: Reading, left: _Dated, right: _Dated) -> bool:
    return read.origins.voice(left.telling.article) != read.origins.voice(right.telling.article)


def _is_one_deed(left: _Dated, right: _Dated) -> bool:
    """Whether nearly the same words name two days: of one "Sunday", two are of one day, whichever it was."""
    if left.day == right.day or left.named & right.named:
        return False
    return likeness(timeless(left.telling.stems), timeless(right.telling.stems)) >= _ONE_DEED
