"""What a story is about, and how far a telling is on it.

In: tellings. Out: a share of 1 for each. What a pile is on stands in the openings of its articles: a sentence whose
words no others hold is on something else (a match, a shooting elsewhere), and so is an article hardly any sentence
of which holds the commonest words (a programme guide, a list of links). Words are counted in the view alone (law 2).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from statistics import median

from throughline.chronicle.deeds import timeless
from throughline.chronicle.tellings import OPENING, Telling

ON_TOPIC = (
    0.2  # of the openings of other articles, which must hold the words of a sentence, all told, for it to count in full
)
_OFF = 0.1  # what a sentence counts whose words no other article opens with
CORE_WORD = 0.5  # share of articles from which a word tells what an article is on
STRAY = 0.3  # of the median share of sentences with such a word, below which an article counts less and less


class Topic:
    """The words of some tellings' story; `prints` are the articles that print one again, by its id."""

    def __init__(self, tellings: Sequence[Telling], prints: Mapping[str, Sequence[str]]) -> None:
        opening: dict[str, set[str]] = {}
        held: dict[str, set[str]] = {}
        for telling in tellings:
            for article in (telling.article, *prints.get(telling.id, ())):
                held.setdefault(article, set()).update(telling.stems)
                if telling.place < OPENING:
                    opening.setdefault(article, set()).update(telling.stems)
        self._openings = opening
        counts = _counts(opening)
        self._counts = {stem: counts[stem] for stem in timeless(counts.keys())}
        core = timeless({stem for stem, count in _counts(held).items() if count >= CORE_WORD * len(held)})
        self._focus = _focus(tellings, core)

    def share(self, telling: Telling) -> float:
        """How far a telling is on the story: by its own words and by its article's."""
        own = self._openings.get(telling.article) or set()
        others = len(self._openings) - bool(own)
        if not others:
            return self._focus[telling.article]
        held = sum([self._counts[stem] - (stem in own) for stem in telling.stems if stem in self._counts])
        return min(1.0, max(_OFF, held / others / ON_TOPIC)) * self._focus[telling.article]


def _counts(held: Mapping[str, AbstractSet[str]]) -> Counter[str]:
    """How many articles hold each word."""
    return Counter(stem for stems in held.values() for stem in stems)


def _focus(tellings: Sequence[Telling], core: AbstractSet[str]) -> Mapping[str, float]:
    """How far the tellings of an article count."""
    holding: dict[str, list[bool]] = {}
    for telling in tellings:
        holding.setdefault(telling.article, []).append(not core.isdisjoint(telling.stems))
    shares = {article: sum(each) / len(each) for article, each in holding.items()}
    enough = STRAY * median(shares.values()) if shares else 0.0
    return {article: min(1.0, share / enough) if enough else 1.0 for article, share in shares.items()}
