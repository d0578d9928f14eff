"""What the news of every day is: the words that its sentences share.

In: what a view tells. Out: how central a sentence is to its day. A word weighs by the share of the day's sentences that
hold it, the more the fewer other days tell of it: what is told day after day ("shares closed up") is the news of none.
Titles and openings count for the day of their article and the one before, half a sentence each: they say what the news
is, though not for sure whose. Words are counted in the view alone (law 2).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from itertools import chain
from math import fsum, log, sqrt

from throughline.chronicle.days import day_of
from throughline.chronicle.happenings import Reading
from throughline.chronicle.tellings import OPENING, Telling
from throughline.text.gist import stems

ALONE = 15  # sentences more that a day's are counted as: what one of few says is not for that what all say
HINT = 0.5  # of a sentence dated to a day: a title or an opening of its articles
BRIEF = 4  # words more that a sentence is counted as: a few that all say tell too little
_DAY = timedelta(days=1)


_Sentence = tuple[str, int]  # an article, and where its sentence begins


class News:
    """The words of every day."""

    def __init__(self, read: Reading, tellings: Sequence[Telling]) -> None:
        said: dict[date | None, dict[_Sentence, frozenset[str]]] = {}
        for telling in tellings:
            said.setdefault(day_of(telling), {})[telling.article, telling.start] = telling.stems
        held = {day: Counter(chain.from_iterable(sentences.values())) for day, sentences in said.items()}
        days = Counter(chain.from_iterable(held.values()))
        rarity = {stem: log(1 + len(held) / count) for stem, count in days.items()}
        hints = _hints(read, tellings)
        self._weights = {
            day: _weighed(counts, len(said[day]), hints.get(day, ()) if day else (), rarity)
            for day, counts in held.items()
        }

    def centrality(self, mine: AbstractSet[str], day: date | None) -> float:
        """How much of what is told of a day a sentence with these stems holds."""
        weights = self._weights[day]
        return fsum([weights[stem] for stem in mine]) / sqrt(len(mine) + BRIEF)


def _weighed(
    counts: Mapping[str, int], sentences: int, hints: Sequence[AbstractSet[str]], rarity: Mapping[str, float]
) -> dict[str, float]:
    """The weight of every word of a day."""
    hinted = Counter(chain.from_iterable(hints))
    whole = sentences + HINT * len(hints) + ALONE
    return {stem: (count + HINT * hinted[stem]) / whole * rarity[stem] for stem, count in counts.items()}


def _hints(read: Reading, tellings: Iterable[Telling]) -> dict[date, list[frozenset[str]]]:
    """The stems of titles and openings, by the days that they may be the news of."""
    opening = {(t.article, t.start): t for t in tellings if t.place < OPENING and t.known and t.known > date.min}
    hints: dict[date, list[frozenset[str]]] = {}
    for telling in opening.values():
        _hint(hints, telling.known, telling.stems)
    for article in {telling.article for telling in opening.values()}:
        head = read.origins.heads[article]
        if head.title:
            _hint(hints, head.known, stems(head.title))
    return hints


def _hint(hints: dict[date, list[frozenset[str]]], known: date | None, words: frozenset[str]) -> None:
    for day in (known, known - _DAY) if known else ():
        hints.setdefault(day, []).append(words)
