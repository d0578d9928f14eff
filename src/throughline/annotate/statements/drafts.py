"""A statement while it is still tokens: shared by what finds quotations and what finds reported speech."""

from typing import NamedTuple

from throughline.annotate.statements.clauses import Clause
from throughline.annotate.statements.relays import Link
from throughline.annotate.statements.sources import Source

Content = tuple[tuple[int, int], ...]  # half-open token ranges, in order


class Draft(NamedTuple):
    """Content, who says so, the clause that reports it (None where only a source is known), who passed it on.

    `sentence` is the number of the sentence that ends it.
    """

    content: Content
    source: Source | None
    clause: Clause | None
    chain: tuple[Link, ...]
    rule: str
    sentence: int
