"""Undated pages dated by the other pages of their story, as soon as something comes that bears on them.

In: an open `Ledger`. Out: its undated articles anchored to the days that the story leaves them. Which must be looked at
is kept in the file, so that a run that was cut short goes on where it stopped.
"""

from collections.abc import Iterator
from dataclasses import replace

from throughline.ledger import Ledger
from throughline.model import Article, DateCard, Relation
from throughline.pipeline.anchor import redate
from throughline.pipeline.steps import STEPS, Steps
from throughline.resolve import copies
from throughline.resolve.dating.clues import clues
from throughline.resolve.dating.lookback import narrow
from throughline.resolve.dating.undated import Kin, Undated

_ROUNDS = 4  # an article that is dated may move since when its later versions are known, and so what these date

# What may be months apart must be nearly the same to be taken for one report; a version, mostly the same.
_LEAST = {Relation.COPY_OF: copies.CONTAINED_APART, Relation.UPDATES: copies.CONTAINED}


def settle(ledger: Ledger, steps: Steps = STEPS) -> None:
    """Date again the undated articles on which anything bears that has come since."""
    for _ in range(_ROUNDS):
        for name in ledger.stale():
            held = ledger.held(name)
            ledger.settled(name)
            if held is not None and held.article is not None and held.dating is not None:
                _settle(ledger, held.article, held.dating.own, steps)


def _settle(ledger: Ledger, article: Article, own: DateCard, steps: Steps) -> None:
    origin = article.origin.name if article.origin else None
    page = Undated(article.id, own, ledger.traces(article), article.outlet, origin)
    found = narrow(page, clues(page, ledger.told(article.id), _kin(ledger, article.id)))
    redate(ledger, article.id, found.card if found.since else None, found.since, steps)


def _kin(ledger: Ledger, article: str) -> Iterator[Kin]:
    """Judge the article against the sure ones that share its text or address, as one whose day nobody knows."""
    sketch = ledger.sketch(article)
    if sketch is None:
        return
    sketch = replace(sketch, last=None)
    near = ledger.alike(sketch, copies.shared_prints(len(sketch.prints)))
    sure = ledger.sure(article, [other.article for other in near])
    for other in near:
        link = copies.judge(sketch, other) if other.article in sure else None
        if link is not None and link.weight >= _LEAST[link.relation]:
            yield Kin(sure[other.article], link.relation)
