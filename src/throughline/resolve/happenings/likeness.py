"""What two accounts share, as numbers: words, arguments, names and numbers, each by how rare it is, and their articles.

In: two accounts. Out: as many numbers as NAMES, the same whichever comes first. What is shared of two sets is told
twice: how much (the rarities of the words in both), and of how much (the share of the lighter set); the share of a set
that is empty is ABSENT.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

import numpy as np

from throughline.resolve.happenings.accounts import Account, Floats, Outline
from throughline.tables.rarity import rarities, rarity

ABSENT: Final = -0.1
_Sets = Callable[[Account], frozenset[str]]
_SHARED: Final[dict[str, _Sets]] = {
    "names": lambda a: a.names,
    "content": lambda a: a.content,
    "near": lambda a: a.near,
    "arguments": lambda a: a.arguments,
}
_SHARES: Final[dict[str, _Sets]] = {
    "patients": lambda a: a.patients,
    "others": lambda a: a.others,
    "numbers": lambda a: a.numbers,
    "words": lambda a: a.words,
}
_PAIR: Final = (
    *("lemma", "stem", "predicate", "type", "class", "verbs", "rarity", "rarer", "word in the other's sentence"),
    *("meaning", "terms", "opening", "marks", "one article", "one sentence", "earlier sentence", "later sentence"),
)
NAMES: Final = (*_PAIR, *(f"{n}: {m}" for n in _SHARED for m in ("share", "weight")), *(f"{n}: share" for n in _SHARES))


def likeness(one: Account, other: Account) -> list[float]:
    """Return the numbers of NAMES for two accounts."""
    common = one.outline.article == other.outline.article
    rare = rarity(one.lemma), rarity(other.lemma)
    found: list[float] = [
        one.lemma == other.lemma,
        one.stem == other.stem,
        not one.predicates.isdisjoint(other.predicates),
        not one.types.isdisjoint(other.types),
        one.is_verb == other.is_verb,
        one.is_verb + other.is_verb,
        sum(rare),
        min(rare),
        one.lemma in other.content or other.lemma in one.content,
        cosine(one.meaning, other.meaning),
        1.0 if common else closeness(one.outline, other.outline),
        cosine(one.outline.opening, other.outline.opening),
        rarities(one.outline.marks & other.outline.marks),
        common,
        common and one.sentence == other.sentence,
        min(one.sentence, other.sentence),
        max(one.sentence, other.sentence),
    ]
    for sets in _SHARED.values():
        found += _both(sets(one), sets(other))
    return found + [_both(sets(one), sets(other))[0] for sets in _SHARES.values()]


def closeness(one: Outline, other: Outline) -> float:
    """Cosine of the terms of two articles."""
    few, many = sorted((one.terms, other.terms), key=lambda each: (len(each), tuple(each)))
    return sum(weight * many[word] for word, weight in few.items() if word in many)


def cosine(one: Floats, other: Floats) -> float:
    """Cosine of two unit vectors; 0 where one is missing."""
    return float(np.dot(one, other)) if one.size and one.size == other.size else 0.0


@lru_cache(maxsize=10_000)
def _weight(words: frozenset[str]) -> float:
    """Add up how rare the words of an account are: it is compared with many."""
    return rarities(words)


def _both(one: frozenset[str], other: frozenset[str]) -> tuple[float, float]:
    """Return the share of the lighter set that is in both, and what is in both by weight."""
    if not one or not other:
        return ABSENT, 0.0
    common = one & other
    if not common:
        return 0.0, 0.0
    weight = rarities(common)
    lighter = min(_weight(one), _weight(other))
    return (weight / lighter if lighter else ABSENT), weight
