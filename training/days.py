"""Fit how much each kind of evidence speaks for a page's day: `python -m training.days PAGES...`.

PAGES are folders of the dates benchmark's format (`pages/ID.html.gz`, `gold.jsonl`). Every dated page is read twice,
as HTML and as bare text. Writes `dates/published/odds.py` anew: a conditional logit (McFadden 1974) of the true day
among the days that the page names and "none of them", by gradient descent with L2, always in the same order. A kind's
weight is the sum of those of its parts (place, label, both), so that rare kinds lean on what they share with others.
"""

import math
import sys
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from benchmarks import dates
from throughline.dates.published import ballot, claim, company, laws, odds
from throughline.dates.published.weights import NONE
from throughline.extract import html, plain
from throughline.extract.days import claims
from throughline.extract.draft import Draft
from throughline.extract.intake.decode import decode
from throughline.model import page_of

_EPOCHS = 250
_RATE = 0.3
_L2 = 2.0  # held out, right .75 of bare text; flat weights with L2 0.5 get .74, L2 1 and 4 the same or less
_LEAST = 3  # pages that a kind must occur on
_NOTHING = 0.15  # weights closer to zero are left out
# What L2 pulls to: where markup states the day of publication, that is what the format means by it, though what one
# statement adds to another beside it is little.
_PRIOR = dict.fromkeys(("json-ld published", "meta published", "property published", "time published"), 1.5)
_WIDTH = 116  # characters of a line of the table, less its indent
_HEAD = '''"""The log odds that each kind of evidence adds to a day: written by `python -m training.days`."""

from typing import Final

'''
_WHOLE = company.KINDS | {"after a comment"}

Field = tuple[list[frozenset[str]], int]
"""The kinds of each day of a page, and which is true; one past the last where none is."""


def field(draft: Draft, day: date) -> Field:
    """List the days of a page as `settle` sees them."""
    page = page_of(b"-", "text/html", "training")
    found, _ = claim.group(claims.gather(page, draft, "article", draft.clues.url), None)
    running = laws.standing(ballot.runners(found))
    true = next((index for index, runner in enumerate(running) if runner.day == day), len(running))
    return [runner.kinds for runner in running], true


def shares(kinds: Sequence[frozenset[str]], table: dict[str, float]) -> list[float]:
    """Give each day its share, the last being that of none of them."""
    scores = [sum(table.get(kind, 0.0) for kind in own) for own in kinds] + [table.get(NONE, 0.0)]
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    return [power / sum(powers) for power in powers]


def parts(kind: str) -> list[str]:
    """What a kind shares with others, and itself: "near bare later" is also of "near", of "bare" and of "later".

    >>> parts("near bare later")
    ['near bare later', 'later', 'near * later', '* bare later']
    """
    words, within, later = kind.split(), "", ""
    found = [kind]
    if kind == NONE or len(words) == 1 or kind in _WHOLE:
        return found
    if words[0] == "within":
        within, words = "within ", words[1:]
        found.append("within")
    if words[-1] == "later":
        later, words = " later", words[:-1]
        found.append("later")
    if len(words) > 1:
        found += [f"{within}{words[0]} *{later}", f"{within}* {' '.join(words[1:])}{later}"]
    return found


def fit(fields: Sequence[Field], *, l2: float = _L2) -> dict[str, float]:
    """Fit the table."""
    counts = Counter(kind for kinds, _ in fields for kind in sorted(frozenset[str]().union(*kinds)))
    split = {kind: parts(kind) for kind in [NONE, *sorted(k for k, count in counts.items() if count >= _LEAST)]}
    weights = {part: _PRIOR.get(part, 0.0) for own in split.values() for part in own}
    steps = dict.fromkeys(weights, 1e-9)
    for _ in range(_EPOCHS):
        slope = {
            part: (0.0 if part == NONE else l2 * (weight - _PRIOR.get(part, 0.0))) for part, weight in weights.items()
        }
        for kind, excess in _excess(fields, _folded(split, weights)).items():
            for part in split.get(kind, ()):
                slope[part] += excess
        for part, value in slope.items():
            steps[part] += value * value
            weights[part] -= _RATE * value / math.sqrt(steps[part])
    return _folded(split, weights)


def _folded(split: dict[str, list[str]], weights: dict[str, float]) -> dict[str, float]:
    return {kind: sum(weights[part] for part in own) for kind, own in split.items()}


def _excess(fields: Sequence[Field], table: dict[str, float]) -> dict[str, float]:
    """How much more often than the truth the table expects each kind to be of the true day."""
    found: dict[str, float] = {}
    for kinds, true in fields:
        for index, share in enumerate(shares(kinds, table)):
            for kind in sorted(kinds[index]) if index < len(kinds) else (NONE,):
                found[kind] = found.get(kind, 0.0) + share - (index == true)
    return found


def _fields(data: Path) -> Iterator[Field]:
    for page in dates.known(data):
        markup = html.draft(decode(page.html, None))
        text = plain.draft(decode(dates.rendered(page.html), None))
        for draft in (markup, text):
            if draft.is_article:
                yield field(draft, page.day)


def module(table: dict[str, float]) -> str:
    """Write the table as the module that holds it, largest odds first.

    >>> print(module({"near bare": 3.04, NONE: 0.1, "foot bare": 0.01}).splitlines()[-2].strip())
    "near bare": 3.0, "none of them": 0.1,
    """
    kept = {kind: round(odds, 1) for kind, odds in table.items() if kind == NONE or abs(odds) >= _NOTHING}
    entries = [f'"{kind}": {odds},' for kind, odds in sorted(kept.items(), key=lambda pair: (-pair[1], pair[0]))]
    lines = textwrap.wrap(
        "\0".join(entry.replace(" ", "\1") for entry in entries).replace("\0", " "), _WIDTH, break_on_hyphens=False
    )
    body = "\n".join(f"    {line}".replace("\1", " ") for line in lines)
    return f"{_HEAD}FITTED: Final[dict[str, float]] = {{\n{body}\n}}  # fmt: skip\n"


def main(arguments: Iterable[str]) -> None:
    """Fit on the pages of all folders given, and write the table."""
    found = [one for folder in arguments for one in _fields(Path(folder))]
    if not found:
        raise SystemExit("no dated page in " + " ".join(arguments))
    Path(odds.__file__).write_text(module(fit(found)), encoding="utf-8")
    print(f"{odds.__file__}: fitted on {len(found)} readings of pages")


if __name__ == "__main__":
    main(sys.argv[1:])
