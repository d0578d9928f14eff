"""Names that a page gives to more than they fit: what wraps the whole article is no sidebar, whatever its class says.

In: the blocks of a page with their signals. Out: the signals that are to be believed. A wrapper's class list names
features of the site ("has-sidebar", "comments-open", "header-fixed"), and every block inside would inherit them.
"""

from collections import defaultdict
from collections.abc import Sequence

from throughline.extract import cues
from throughline.extract.markup.signals import Signal
from throughline.extract.markup.tree import Leaf

# An element that holds this share of the page's prose is the article or more; no name for a part of it fits.
_MOST_OF_PAGE = 0.5
_PARTS = (
    Signal.FRAME | Signal.RELATED | Signal.CAPTION | Signal.FORM | Signal.QUOTE | Signal.BYLINE | Signal.DAY
    | Signal.TITLE | Signal.LIST | Signal.TABLE | Signal.HIDDEN
)  # fmt: skip
# When so much of what trafilatura kept bears a name that articles don't, the name is the page's, and says nothing; a
# name of comments only where the article opens under it, too, for a page of little text may have more of comments.
_MISNOMER = 0.4
_ALL = -1  # every bit


def corrected(leaves: Sequence[Leaf]) -> list[Leaf]:
    """Take from each block the signals of wrappers that hold most of the page's prose."""
    prose: dict[int, float] = defaultdict(float)
    total = 0.0
    for leaf in leaves:
        words = cues.prose(leaf.text) * (1 - leaf.links)
        if words:
            total += words
            for element in leaf.chain:
                prose[element] += words
    wide = {element for element, words in prose.items() if words > _MOST_OF_PAGE * total}
    return [_without(leaf, wide) for leaf in leaves]


def _without(leaf: Leaf, wide: set[int]) -> Leaf:
    by_elements = believed_by_elements = 0
    for element, marks in zip(leaf.chain, leaf.marks, strict=True):
        by_elements |= marks
        believed_by_elements |= marks & ~_PARTS if element in wide else marks
    if by_elements == believed_by_elements:
        return leaf
    return leaf._replace(signals=believed_by_elements | leaf.signals & ~by_elements)


def believed(leaves: Sequence[Leaf], kept: Sequence[bool]) -> int:
    """The signals of comment, caption and related that the page uses for what they mean."""
    total = opening = 0
    sizes = dict.fromkeys((Signal.COMMENT, Signal.CAPTION, Signal.RELATED), 0)
    for leaf, is_kept in zip(leaves, kept, strict=True):
        if is_kept:
            opening = opening if total else leaf.signals
            total += len(leaf.text)
            for signal in sizes:
                if leaf.signals & signal:
                    sizes[signal] += len(leaf.text)
    found = _ALL
    for signal, size in sizes.items():
        is_opening = bool(opening & signal) or signal is not Signal.COMMENT
        if size > _MISNOMER * total and is_opening:
            found &= ~signal
    return found if total else _ALL
