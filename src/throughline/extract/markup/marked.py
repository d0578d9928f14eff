"""What a block of markup looks like, as numbers: its text, trafilatura's word, its own elements, the tree around it.

In: the blocks of a page, the share of each that trafilatura kept, and the page's titles. Out: an array with a row for
each block, named by NAMES.
"""

import re
from collections.abc import Sequence

import numpy as np

from throughline.extract import cues
from throughline.extract.markup import sequence, setting
from throughline.extract.markup.setting import Floats, Rows
from throughline.extract.markup.signals import Signal
from throughline.extract.markup.tree import Leaf

KEPT = 0.5  # share of a block from which on trafilatura counts as having kept it
_FLAGS = (
    Signal.FORM, Signal.FRAME, Signal.RELATED, Signal.BYLINE, Signal.DAY, Signal.TITLE, Signal.QUOTE, Signal.LIST,
    Signal.ARTICLE, Signal.HEADING, Signal.TABLE, Signal.PARAGRAPH, Signal.HIDDEN,
)  # fmt: skip
_KEPT_FLAGS = (Signal.FORM, Signal.FRAME, Signal.RELATED, Signal.LIST, Signal.HEADING, Signal.HIDDEN)
_OWN = (
    *cues.NAMES,
    *("share", "kept", "inside", "near", "between", "silent", "links", "group_share", "group_kept", "alone"),
    *(f"in_{flag.name.lower()}" for flag in _FLAGS),
    *(f"kept_{flag.name.lower()}" for flag in _KEPT_FLAGS),
    *("of_title", "after_title", "from_title", "after_comments", "is_prose", "size"),
    *setting.NAMES,
    *(f"around_{name}" for name in sequence.NAMES),
)
_REPEATED = (
    "share", "words12", "ends", "links", "in_heading", "in_list", "furniture_dense", "kept_3", "prose_3", "like_kept",
)  # fmt: skip
_STEPS = (-2, -1, 1, 2)  # to the blocks around whose numbers a row repeats
NAMES = (*_OWN, *(f"{name}{step:+d}" for step in _STEPS for name in _REPEATED))
_NEAR = 3  # blocks each way that count as near
_GROUP_FULL = 100.0  # kept words of the section around a block that count as plenty
_MOST_WORDS = 60  # of one block that count for its section
_WORD = re.compile(r"\w+")
_LONGEST = 400  # characters of a block that are compared with the title
_UNKNOWN = -1.0  # beyond the page's ends
_FAR = 100  # blocks from the title that count as far
_NO_TITLE = -0.1


def rows(leaves: Sequence[Leaf], shares: Sequence[float], titles: Sequence[str]) -> Rows:
    """Measure the blocks of a page, in order."""
    if not leaves:
        return np.zeros((0, len(NAMES)), np.float32)
    found = np.array(cues.rows([leaf.text for leaf in leaves]))
    kept = [share >= KEPT for share in shares]
    prose = [cues.prose(leaf.text) * (1 - leaf.links) for leaf in leaves]
    words = np.array([leaf.text.count(" ") + 1 for leaf in leaves], np.float64)
    set_in = setting.rows(leaves, prose, kept)
    own = np.hstack(
        [
            found,
            _voiced(leaves, shares, kept),
            np.array(_titled(leaves, titles)),
            np.stack([np.array(prose) > 0, np.log1p(words) / 8], 1),
            set_in,
            sequence.rows(leaves, _measured(leaves, words, prose, kept, (found, set_in))),
        ],
        dtype=np.float32,
        casting="same_kind",
    )
    return _with_neighbours(own)


def _measured(
    leaves: Sequence[Leaf], words: Floats, prose: Sequence[float], kept: Sequence[bool], found: tuple[Floats, Rows]
) -> sequence.Measured:
    """Gather what is known of each block so far."""
    is_kept = np.array(kept, np.float64)
    by_text, by_place = found
    return sequence.Measured(
        words=words,
        prose=np.array(prose, np.float64),
        linked=words * np.array([leaf.links for leaf in leaves]),
        kept=words * is_kept,
        furniture=by_text[:, cues.NAMES.index("furniture_dense")],
        is_kept=is_kept,
        in_best=by_place[:, setting.NAMES.index("in_best")].astype(np.float64),
    )


def _voiced(leaves: Sequence[Leaf], shares: Sequence[float], kept: Sequence[bool]) -> Rows:
    """Measure how much trafilatura kept of each block and around it, and note the block's signals."""
    count = len(leaves)
    is_kept = np.array(kept, np.float64)
    places = np.flatnonzero(is_kept)
    first, last = (places[0], places[-1]) if len(places) else (count, -1)
    index = np.arange(count)
    sums = np.concatenate([[0.0], np.cumsum(is_kept)])
    near = sums[np.minimum(index + _NEAR + 1, count)] - sums[np.maximum(index - _NEAR, 0)] - is_kept
    edged = np.pad(is_kept, 1)
    between = edged[:-2] * edged[2:]
    sizes = np.array([min(leaf.text.count(" ") + 1, _MOST_WORDS) for leaf in leaves], np.float64)
    groups = np.unique([leaf.group for leaf in leaves], return_inverse=True)[1]
    words = np.bincount(groups, sizes)[groups] - sizes
    mine = np.bincount(groups, sizes * is_kept)[groups] - sizes * is_kept
    flags = (np.array([leaf.signals for leaf in leaves])[:, None] & _FLAG_BITS) > 0
    kept_flags = (np.array([leaf.signals for leaf in leaves])[:, None] & _KEPT_BITS) > 0
    columns = (
        shares,
        is_kept,
        (first <= index) & (index <= last),
        near / (2 * _NEAR),
        between,
        np.full(count, len(places) == 0),
        [leaf.links for leaf in leaves],
        mine / np.maximum(1, words),
        np.minimum(mine / _GROUP_FULL, 1.0),
        words == 0,
    )
    return np.hstack(
        [np.stack([np.asarray(c, np.float64) for c in columns], 1), flags, kept_flags * is_kept[:, None]],
        dtype=np.float32,
    )


_FLAG_BITS = np.array(_FLAGS, np.int64)
_KEPT_BITS = np.array(_KEPT_FLAGS, np.int64)


def _titled(leaves: Sequence[Leaf], titles: Sequence[str]) -> list[list[float]]:
    """Measure the share of each block's words that the page's titles hold, and how far below the first h1 it is."""
    known = set(_WORD.findall(" ".join(titles)[:_LONGEST].lower()))
    at = next((index for index, leaf in enumerate(leaves) if leaf.tag == "h1"), 0)
    found, commented, share = [], 0.0, _NO_TITLE
    for index, leaf in enumerate(leaves):
        if known:
            words = set(_WORD.findall(leaf.text[:_LONGEST].lower()))
            share = len(words & known) / max(1, len(words))
        found.append([share, float(index > at), max(-1.0, min(1.0, (index - at) / _FAR)), commented])
        commented = max(commented, float(leaf.signals & Signal.COMMENT > 0))
    return found


def _with_neighbours(own: Rows) -> Rows:
    """Repeat some numbers of the blocks around."""
    picked = own[:, [_OWN.index(name) for name in _REPEATED]]
    most = max(_STEPS)
    padded = np.pad(picked, ((most, most), (0, 0)), constant_values=_UNKNOWN)
    count = len(own)
    return np.hstack([own, *(padded[most + step : most + step + count] for step in _STEPS)])
