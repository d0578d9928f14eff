"""Pages as examples: the rows of their blocks, and which of them the known text holds.

In: pages of the extraction benchmark's format. Out: an `Example` each, made by the same steps as in reading; of a page
without known text the truths are still empty (`snippets.py`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

import numpy as np

from benchmarks.extraction import fold, strings
from benchmarks.pages import Known
from throughline.extract.intake.decode import decode
from throughline.extract.markup import marked, metadata, misnomers, tree, voice
from throughline.extract.markup.setting import Floats, Rows
from throughline.extract.markup.signals import Signal

NEVER = -50.0  # log odds of what is never article
_KEPT = 0.5  # share of a block that the known text must hold
_MOST_WORDS = 40  # of a block that count for its weight: paragraphs matter, none of them alone
_SMALL_PAGE, _PAGE = 5.0, 60.0  # the weights of a page's blocks add up to nearly the same for each page


@dataclass(frozen=True, slots=True)
class Example:
    """One page: its host, its blocks' texts, rows, truth and weights, and what is known of it.

    That is its text, or snippets (folded) inside the article and outside of it.
    """

    host: str
    texts: tuple[str, ...]
    rows: Rows
    is_article: Floats
    weights: Floats
    never: tuple[bool, ...]
    known: str
    inside: tuple[str, ...]
    outside: tuple[str, ...]


def examples(pages: Iterable[Known]) -> Iterator[Example]:
    """Yield the pages of which text or snippets are known and that have blocks."""
    for page in pages:
        text = page.gold.get("text") or ""
        inside, outside = _snippets(page, "must"), _snippets(page, "must_not", "comments")
        root = tree.parse(decode(page.data, None)) if text or inside or outside else None
        if root is None:
            continue
        titles = metadata.clues(root).titles
        leaves = misnomers.corrected(tree.leaves(root))
        shares = voice.agreement(voice.listen(root), [leaf.text for leaf in leaves])
        seen = [k for k, leaf in enumerate(leaves) if shares[k] >= marked.KEPT or not leaf.signals & Signal.HIDDEN]
        leaves, shares = [leaves[k] for k in seen], [shares[k] for k in seen]
        believed = misnomers.believed(leaves, [share >= marked.KEPT for share in shares])
        leaves = [replace(leaf, signals=leaf.signals & believed) for leaf in leaves]
        texts = tuple(leaf.text for leaf in leaves)
        if texts:
            sizes = np.array([min(text.count(" ") + 1, _MOST_WORDS) for text in texts]) ** 0.7 / 8
            yield Example(
                (urlsplit(page.gold.get("url") or "").hostname or page.id).removeprefix("www."),
                texts,
                marked.rows(leaves, shares, titles),
                np.array([share >= _KEPT for share in voice.agreement(text, texts)], np.float64),
                sizes / (sizes.sum() + _SMALL_PAGE) * _PAGE,
                tuple(bool(leaf.signals & (Signal.COMMENT | Signal.CAPTION)) for leaf in leaves),
                text,
                inside,
                outside,
            )


def _snippets(page: Known, *kinds: str) -> tuple[str, ...]:
    found = (fold(snippet) for kind in kinds for snippet in strings(page.gold.get(kind)))
    return tuple(filter(None, found))
