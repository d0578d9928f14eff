"""What near-copies are found by: the shingles of an article's body, and where and when it was printed."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Sketch:
    """An article's body as a set of hashed shingles (runs of words), and a sample of them as its prints.

    `borrowed` tells that the page credits somebody else. `address` is the page's url folded so that two captures of one
    address compare equal; `last` the last day of publication; `captured` the day of capture; `name` what to call
    the article before people. `own` is since when its text was known if it is a later version of an article.
    """

    article: str
    name: str
    address: str | None
    last: date | None
    captured: date | None
    shingles: frozenset[int]
    prints: frozenset[int]
    borrowed: bool = False
    own: date | None = None
