"""A statement while it is still tokens: what the reader saw, and the rules mend, before it is written down."""

from typing import NamedTuple

from throughline.annotate.statements.scene import Range


class Link(NamedTuple):
    """One who passed a statement on: the tokens that name them."""

    span: Range
    name: str
    mention: str | None


class Draft(NamedTuple):
    """Ranges of tokens: what was said, in pieces and in order, who said it, and the words that say so.

    `rule` names what found it; `chain` is who passed it on, nearest the source first.
    """

    content: tuple[Range, ...]
    source: Range | None
    cue: Range | None
    rule: str
    chain: tuple[Link, ...] = ()
