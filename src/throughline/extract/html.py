"""A page's markup to blocks with roles.

In: HTML as text. Out: a `Draft`, every visible block of the page in it, in document order. A trained vote says of each
block whether it is body; trafilatura's word is one voice in it. The page's own signals say what the rest is, and
overrule the vote where they are plain (comments, captions).
"""

from collections.abc import Callable, Sequence
from html import escape

from throughline.extract import judge
from throughline.extract.draft import Clues, Draft, lay_out
from throughline.extract.markup import marked, metadata, misnomers, naming, tree, voice
from throughline.extract.markup.signals import Signal
from throughline.extract.markup.tree import Leaf
from throughline.extract.masthead import dateline
from throughline.extract.overrides import ruled
from throughline.extract.overrides.sites import Site
from throughline.extract.pagekind import survey
from throughline.model import Role

Choose = Callable[[Clues], Site | None]  # the layout that a user gave for the page, by what its markup says of it


def draft(markup: str, choose: Choose | None = None) -> Draft:
    """Read a page. Raises `tree.TooLargeError` beyond the limits."""
    root = tree.parse(markup)
    if root is None:
        return Draft("", ())
    touched = [*root.iter()]  # held, as lxml otherwise makes each element's object anew for every walk over the tree
    clues, types = metadata.clues(root), survey.types(root)
    site = choose(clues) if choose else None
    found = ruled.rule(root, site, len(markup)) if site else None
    leaves = misnomers.corrected(found.leaves if found else tree.leaves(root))
    del touched
    blocks_found = found.blocks if found else ("",) * len(leaves)
    spoken = voice.listen(root) if _can_be_heard(leaves) else ""
    shares = voice.agreement(spoken, [leaf.text for leaf in leaves])
    kept = [
        (leaf, share, block)
        for leaf, share, block in zip(leaves, shares, blocks_found, strict=True)
        if block or share >= marked.KEPT or not leaf.signals & Signal.HIDDEN
    ]
    visible = [leaf for leaf, *_ in kept]
    roles = _roles(visible, [share for _, share, _ in kept], clues.titles)
    if found:
        roles = found.roles(roles, [block for *_, block in kept])
    text, blocks = lay_out(zip(roles, (leaf.text for leaf in visible), strict=True))
    marks = {
        block.start: leaf.signals for block, leaf in zip(blocks, visible, strict=True) if block.role is Role.COMMENT
    }
    return Draft(text, dateline.part(text, blocks), clues, survey.take(types, visible, roles), marks, found)


def fragment(title: str, markup: str, choose: Choose | None = None) -> Draft:
    """Read markup that is an article and nothing else: a feed item's content, under its title."""
    return draft(f"<html><body><article><h1>{escape(title)}</h1>{markup}</article></body></html>", choose)


def _can_be_heard(leaves: Sequence[Leaf]) -> bool:
    """Tell whether trafilatura reads a page in bearable time; it asks each element for all links inside it."""
    return len(leaves) <= _MOST_SPOKEN and sum(len(leaf.chain) for leaf in leaves) <= _MOST_NESTED


def _roles(leaves: Sequence[Leaf], shares: Sequence[float], titles: Sequence[str]) -> list[Role]:
    """Judge which blocks are article, and name each."""
    believed = misnomers.believed(leaves, [share >= marked.KEPT for share in shares])
    leaves = [leaf._replace(signals=leaf.signals & believed) if leaf.signals & ~believed else leaf for leaf in leaves]
    votes = judge.odds(_WEIGHTS, marked.rows(leaves, shares, titles))
    odds = [_NEVER if leaf.signals & _NO_ARTICLE else vote for leaf, vote in zip(leaves, votes, strict=True)]
    is_article = judge.chosen(odds, [len(leaf.text.split()) for leaf in leaves])
    return naming.roles(leaves, is_article, titles)


_WEIGHTS = "blocks"
_MOST_SPOKEN = (
    6_000  # blocks that trafilatura gets: half a second of its time; the largest of 1,655 real pages has 2,600
)
_MOST_NESTED = 100_000  # elements around blocks, summed; of 300 real pages none has 20,000, broken ones have 170,000
# What no finding may rest on, whatever the vote (law 7); log odds that no other vote outweighs.
_NO_ARTICLE = Signal.COMMENT | Signal.CAPTION
_NEVER = -50.0
