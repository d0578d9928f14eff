"""Meetings of the world as a clue to a page's day: "at their Bucharest summit on April 2-4".

In: passages. Out: constraints. Where the days beside a summit are those of one that was held there, its year is
known: the page is not older where it tells of it as past, and not younger where it still awaits it. A place alone
only hints.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from throughline.dates.testimony import clause
from throughline.dates.testimony.constraint import Constraint, Strength, not_after, not_before
from throughline.dates.testimony.passages import Mark, Passage
from throughline.model import Evidence
from throughline.tables.gatherings import Gathering, held_at, is_kind
from throughline.text.fold import fold_name

_LONGEST_PLACE = 3  # words
_DAYS = re.compile(r"(?:XXXX|\d{4})-(\d\d-\d\d)(?:/(?:XXXX|\d{4})-(\d\d-\d\d))?")


def constraints(passages: Sequence[Passage], article: str, text: str) -> Iterator[Constraint]:
    """Yield what gatherings with their days say."""
    for passage in passages:
        for first, stop, held in _mentions(passage):
            start, end = passage.tokens[first].start, passage.tokens[stop - 1].end
            cited = Evidence(article, start, end, text[start:end])
            for mark in passage.marks:
                met = [one for one in held if _is_of(mark, one)]
                if len(met) == 1:
                    yield from _bound(passage, mark, met[0], cited)


def _mentions(passage: Passage) -> Iterator[tuple[int, int, tuple[Gathering, ...]]]:
    """Find "Bucharest summit" and "summit in Bucharest", with what may be meant."""
    if not passage.marks:  # a gathering is known by its days
        return
    kinds = [index for index, token in enumerate(passage.tokens) if _is_kind(token.text)]
    folded = [fold_name(token.text) for token in passage.tokens] if kinds else []
    for index in kinds:
        word = folded[index]
        for length in range(1, _LONGEST_PLACE + 1):
            places = [(index - length, index + 1, folded[max(index - length, 0) : index])]
            if folded[index + 1 : index + 2] in (["in"], ["at"]):
                places.append((index, index + 2 + length, folded[index + 2 : index + 2 + length]))
            for first, stop, place in places:
                held = tuple(one for one in held_at(" ".join(place)) if word in one.kinds)
                if held and first >= 0:
                    yield first, stop, held


@lru_cache(maxsize=50_000)  # words recur, and hardly any is of that kind
def _is_kind(word: str) -> bool:
    return is_kind(fold_name(word))


def _is_of(mark: Mark, one: Gathering) -> bool:
    """Tell whether the days of a mark lie in a gathering, whatever their year."""
    match = _DAYS.fullmatch(mark.time.value)
    if match is None:
        return False
    begin, end = match[1], match[2] or match[1]
    return f"{one.first:%m-%d}" <= begin <= end <= f"{one.last:%m-%d}"


def _bound(passage: Passage, mark: Mark, one: Gathering, cited: Evidence) -> Iterator[Constraint]:
    reason = f"“{cited.words}” was from {one.first} to {one.last} ({one.series})"
    if clause.tells_past(passage, mark):
        yield Constraint(
            not_before(one.first), Strength.LIKELY, f"{reason}, and is told as past", cited, rule="gathering"
        )
    elif mark.lean > 0:
        yield Constraint(not_after(one.last), Strength.LIKELY, f"{reason}, and is still ahead", cited, rule="gathering")
