"""A page's markup to blocks with roles.

In: HTML as text. Out: a `Draft`, every visible block of the page in it, in document order. Trafilatura's word says
what is body; the tree's own signals say what the rest is, and overrule the word where they are plain (comments,
captions). Where trafilatura finds nothing the signals decide alone.
"""

from html import escape

from throughline.extract import dateline, metadata, tree, voice
from throughline.extract.draft import Draft, lay_out
from throughline.extract.signals import Signal
from throughline.extract.tree import Leaf
from throughline.model import Block, Role

_KEPT = 0.5  # share of a block that trafilatura must have kept


def draft(markup: str) -> Draft:
    """Read a page. Raises `tree.TooLargeError` beyond the limits."""
    root = tree.parse(markup)
    if root is None:
        return Draft("", ())
    clues = metadata.clues(root)
    leaves = tree.leaves(root)
    spoken = voice.listen(root)
    shares = voice.agreement(spoken, [leaf.text for leaf in leaves])
    text, blocks = lay_out((_role(leaf, share), leaf.text) for leaf, share in zip(leaves, shares, strict=True))
    return Draft(text, _with_opening(text, blocks), clues)


def fragment(title: str, markup: str) -> Draft:
    """Read markup that is an article and nothing else: a feed item's content, under its title."""
    return draft(f"<html><body><article><h1>{escape(title)}</h1>{markup}</article></body></html>")


def _with_opening(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Part the dateline from the article's first paragraph."""
    first = next((k for k, block in enumerate(blocks) if block.role is Role.BODY), None)
    if first is None:
        return blocks
    opening = dateline.carve(text, blocks[first].start, blocks[first].end)
    return (*blocks[:first], *opening, *blocks[first + 1 :])


def _role(leaf: Leaf, share: float) -> Role:
    marks = leaf.signals
    if share >= _KEPT and not marks & (Signal.COMMENT | Signal.CAPTION):
        if marks & Signal.QUOTE:
            return Role.QUOTE
        return Role.LIST if marks & Signal.LIST else Role.BODY
    for signal, role in _OTHERWISE:
        if marks & signal:
            return role
    return Role.BOILERPLATE


_OTHERWISE = (
    (Signal.FORM, Role.BOILERPLATE),
    (Signal.COMMENT, Role.COMMENT),
    (Signal.CAPTION, Role.CAPTION),
    (Signal.RELATED, Role.RELATED),
    (Signal.FRAME, Role.BOILERPLATE),
    (Signal.TITLE, Role.TITLE),
    (Signal.BYLINE, Role.BYLINE),
    (Signal.DAY, Role.DATELINE),
)
