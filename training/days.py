"""Fit how much each kind of evidence speaks for a page's day: `python -m training.days PAGES`.

PAGES is a folder of the dates benchmark's format (`pages/ID.html.gz`, `gold.jsonl`). Every dated page is read twice,
as HTML and as bare text. Prints the table of `dates/weights.py`: a conditional logit (McFadden 1974) of the true day
among the days that the page names and "none of them", by gradient descent with L2, always in the same order.
"""

import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from benchmarks import dates
from throughline.dates import ballot, claim
from throughline.dates.weights import NONE
from throughline.extract import claims, html, plain
from throughline.extract.decode import decode
from throughline.extract.draft import Draft
from throughline.model import page_of

_EPOCHS = 300
_RATE = 0.3
_L2 = 0.5
_LEAST = 3  # pages that a kind must occur on

Field = tuple[list[frozenset[str]], int]
"""The kinds of each day of a page, and which is true; one past the last where none is."""


def field(draft: Draft, day: date) -> Field:
    """List the days of a page as `settle` sees them."""
    page = page_of(b"-", "text/html", "training")
    found, _ = claim.group(claims.gather(page, draft, "article", draft.clues.url), None)
    running = ballot.runners(found)
    true = next((index for index, runner in enumerate(running) if runner.day == day), len(running))
    return [runner.kinds for runner in running], true


def shares(kinds: Sequence[frozenset[str]], table: dict[str, float]) -> list[float]:
    """Give each day its share, the last being that of none of them."""
    scores = [sum(table.get(kind, 0.0) for kind in own) for own in kinds] + [table.get(NONE, 0.0)]
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    return [power / sum(powers) for power in powers]


def fit(fields: Sequence[Field], *, l2: float = _L2) -> dict[str, float]:
    """Fit the table."""
    counts = Counter(kind for kinds, _ in fields for kind in frozenset[str]().union(*kinds))
    table = {NONE: 0.0} | {kind: 0.0 for kind, count in sorted(counts.items()) if count >= _LEAST}
    steps = dict.fromkeys(table, 1e-9)
    for _ in range(_EPOCHS):
        slope = {kind: (0.0 if kind == NONE else l2 * weight) for kind, weight in table.items()}
        for kinds, true in fields:
            for index, share in enumerate(shares(kinds, table)):
                excess = share - (index == true)
                for kind in kinds[index] if index < len(kinds) else (NONE,):
                    if kind in slope:
                        slope[kind] += excess
        for kind, value in slope.items():
            steps[kind] += value * value
            table[kind] -= _RATE * value / math.sqrt(steps[kind])
    return table


def _fields(data: Path) -> Iterator[Field]:
    for page in dates.known(data):
        markup = html.draft(decode(page.html, None))
        text = plain.draft(decode(dates.rendered(page.html), None))
        for draft in (markup, text):
            if draft.is_article:
                yield field(draft, page.day)


def _print(table: dict[str, float]) -> None:
    for kind, weight in sorted(table.items(), key=lambda pair: -pair[1]):
        print(f'    "{kind}": {weight:.1f},')


def main(arguments: Iterable[str]) -> None:
    """Fit on the pages of all folders given, and print the table."""
    _print(fit([one for folder in arguments for one in _fields(Path(folder))]))


if __name__ == "__main__":
    main(sys.argv[1:])
