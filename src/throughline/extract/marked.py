"""What a block of markup looks like, as numbers: the cues of its text, trafilatura's word, and the tree around it.

In: the blocks of a page and the share of each that trafilatura kept. Out: a row of numbers in [0, 1] for each, named
by NAMES; and which signals of the page are to be believed.
"""

from collections.abc import Sequence

from throughline.extract import cues
from throughline.extract.signals import Signal
from throughline.extract.tree import Leaf

KEPT = 0.5  # share of a block from which on trafilatura counts as having kept it
_FLAGS = (
    Signal.FORM, Signal.FRAME, Signal.RELATED, Signal.BYLINE, Signal.DAY, Signal.TITLE, Signal.QUOTE, Signal.LIST,
    Signal.ARTICLE, Signal.HEADING, Signal.TABLE, Signal.PARAGRAPH, Signal.HIDDEN,
)  # fmt: skip
_KEPT_FLAGS = (Signal.FORM, Signal.FRAME, Signal.RELATED, Signal.LIST, Signal.HEADING, Signal.HIDDEN)
NAMES = (
    *cues.NAMES,
    *("share", "kept", "inside", "near", "between", "silent", "links", "group_share", "group_kept", "alone"),
    *(f"in_{flag.name.lower()}" for flag in _FLAGS),
    *(f"kept_{flag.name.lower()}" for flag in _KEPT_FLAGS),
)
_NEAR = 3  # blocks each way that count as near
_GROUP_FULL = 100.0  # kept words of the section around a block that count as plenty
_MOST_WORDS = 60  # of one block that count for its section
# A class of the page's wrapper ("post-comments-open") puts a name on the article itself. When so much of what
# trafilatura kept bears a name that articles don't, the name is the page's, and says nothing; a name of comments only
# where the article opens under it, too, for a page of little text may have more of comments.
_MISNOMER = 0.4
_ALL = -1  # every bit


def believed(leaves: Sequence[Leaf], shares: Sequence[float]) -> int:
    """The signals of comment, caption and related that the page uses for what they mean."""
    kept = total = opening = 0
    sizes = dict.fromkeys((Signal.COMMENT, Signal.CAPTION, Signal.RELATED), 0)
    for leaf, share in zip(leaves, shares, strict=True):
        if share >= KEPT:
            size = len(leaf.text)
            total += size
            kept += 1
            if kept == 1:
                opening = leaf.signals
            for signal in sizes:
                if leaf.signals & signal:
                    sizes[signal] += size
    found = _ALL
    for signal, size in sizes.items():
        is_opening = bool(opening & signal) or signal is not Signal.COMMENT
        if size > _MISNOMER * total and is_opening:
            found &= ~signal
    return found if kept else _ALL


def rows(leaves: Sequence[Leaf], shares: Sequence[float], texts: Sequence[str]) -> list[list[float]]:
    """Measure the blocks of a page, in order."""
    found = cues.rows(texts)
    kept = [share >= KEPT for share in shares]
    places = [index for index, is_kept in enumerate(kept) if is_kept]
    first, last = (places[0], places[-1]) if places else (len(kept), -1)
    sizes = [min(text.count(" ") + 1, _MOST_WORDS) for text in texts]
    groups = _groups(leaves, kept, sizes)
    for index, (leaf, row) in enumerate(zip(leaves, found, strict=True)):
        around = [*kept[max(0, index - _NEAR) : index], *kept[index + 1 : index + 1 + _NEAR]]
        group_words, group_kept = groups[leaf.group]
        words, mine = group_words - sizes[index], group_kept - sizes[index] * kept[index]
        row += [
            shares[index],
            float(kept[index]),
            float(first <= index <= last),
            sum(around) / (2 * _NEAR),
            float(0 < index < len(kept) - 1 and kept[index - 1] and kept[index + 1]),
            float(not places),
            leaf.links,
            mine / max(1, words),
            min(mine / _GROUP_FULL, 1.0),
            float(words == 0),
        ]
        marks = leaf.signals
        row += [float(marks & flag > 0) for flag in _FLAG_BITS]
        row += [float(kept[index] and marks & flag > 0) for flag in _KEPT_BITS]
    return found


_FLAG_BITS = tuple(int(flag) for flag in _FLAGS)
_KEPT_BITS = tuple(int(flag) for flag in _KEPT_FLAGS)


def _groups(leaves: Sequence[Leaf], kept: Sequence[bool], sizes: Sequence[int]) -> dict[int, tuple[int, int]]:
    """Count the words of each section, and those that trafilatura kept."""
    groups: dict[int, tuple[int, int]] = {}
    for leaf, is_kept, size in zip(leaves, kept, sizes, strict=True):
        words, known = groups.get(leaf.group, (0, 0))
        groups[leaf.group] = (words + size, known + size * is_kept)
    return groups
