"""What the blocks of a page are called, once it is known which of them are article.

In: a page's blocks in order, and the judgement on each. Out: a role for each.
"""

from collections.abc import Sequence

from throughline.extract import furniture
from throughline.extract.signals import Signal
from throughline.extract.tree import Leaf
from throughline.model import Role


def roles(leaves: Sequence[Leaf], is_article: Sequence[bool]) -> list[Role]:
    """Name every block of a page."""
    return [role(leaf, is_article=article) for leaf, article in zip(leaves, is_article, strict=True)]


def role(leaf: Leaf, *, is_article: bool) -> Role:
    """Name a block by its form and by what its elements say of it."""
    marks = leaf.signals
    if is_article and marks & Signal.TITLE and leaf.text.count(" ") < _MOST_TITLE_WORDS:
        return Role.TITLE
    if is_article and furniture.is_byline(leaf.text):
        return Role.BYLINE
    if is_article and furniture.is_day(leaf.text) and leaf.text[-1] not in ".!?":
        return Role.DATELINE
    if is_article and not furniture.is_caption(leaf.text):
        if furniture.is_link(leaf.text):
            return Role.RELATED
        if marks & Signal.QUOTE:
            return Role.QUOTE
        return Role.LIST if marks & Signal.LIST else Role.BODY
    for signal, name in _OTHERWISE:
        if marks & signal:
            return name
    if furniture.is_caption(leaf.text):
        return Role.CAPTION
    return Role.BYLINE if furniture.is_byline(leaf.text) else Role.BOILERPLATE


_MOST_TITLE_WORDS = 40
_OTHERWISE = (
    (Signal.FORM, Role.BOILERPLATE),
    (Signal.COMMENT, Role.COMMENT),
    (Signal.CAPTION, Role.CAPTION),
    (Signal.RELATED, Role.RELATED),
    (Signal.TITLE, Role.TITLE),
    (Signal.BYLINE, Role.BYLINE),
    (Signal.DAY, Role.DATELINE),
    (Signal.FRAME, Role.BOILERPLATE),
)
