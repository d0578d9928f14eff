"""What a story is about, and how far a telling is on it.

In: tellings. Out: a share of 1 for each. A pile has words of its own, those that many of its articles hold; a sentence
with none of them is on something else, and so is an article hardly any sentence of which holds the commonest (a
programme guide, a list of links). Words are counted in the view alone (law 2).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from statistics import median

from throughline.chronicle.deeds import timeless
from throughline.chronicle.tellings import Telling

OWN_WORD = 0.2  # share of articles that hold a word from which it is the story's own
ON_TOPIC = 2  # of the story's own words that a sentence needs to count in full
CORE_WORD = 0.5  # share of articles from which a word tells what an article is on
STRAY = 0.3  # of the median share of sentences with such a word, below which an article counts less and less


class Topic:
    """The own words of some tellings' story."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        held: dict[str, set[str]] = {}
        for telling in tellings:
            held.setdefault(telling.article, set()).update(telling.stems)
        articles = Counter(stem for stems in held.values() for stem in stems)
        self._own = {stem for stem, count in articles.items() if count >= OWN_WORD * len(held)}
        core = timeless({stem for stem, count in articles.items() if count >= CORE_WORD * len(held)})
        self._focus = _focus(tellings, core)

    def share(self, telling: Telling) -> float:
        """How far a telling is on the story: by its own words and by its article's."""
        return min(1.0, len(telling.stems & self._own) / ON_TOPIC) * self._focus[telling.article]


def _focus(tellings: Sequence[Telling], core: AbstractSet[str]) -> Mapping[str, float]:
    """How far the tellings of an article count."""
    holding: dict[str, list[bool]] = {}
    for telling in tellings:
        holding.setdefault(telling.article, []).append(not core.isdisjoint(telling.stems))
    shares = {article: sum(each) / len(each) for article, each in holding.items()}
    enough = STRAY * median(shares.values()) if shares else 0.0
    return {article: min(1.0, share / enough) if enough else 1.0 for article, share in shares.items()}
