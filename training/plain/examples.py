"""Pages with known article text to labelled lines: what the labeller of plain text is fitted on.

In: folders of pages. Out: an `Example` for each page and renderer: the numbers of its lines, which of them are
article, and their words. Where only snippets of a page are known, the article is what extract finds in its markup,
less what must not be in it; pages where something is missing that must be are left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from benchmarks.pages import Known, read
from throughline.extract import html, traits, voice
from throughline.extract.decode import decode
from throughline.extract.paragraphs import pieces
from throughline.model import READABLE
from training.plain.renderings import renderings

_KEPT = 0.5  # share of a line that the known text must hold
_LEAST_TEXT = 200  # characters of an article that markup gave


@dataclass(frozen=True, slots=True)
class Example:
    """The lines of a page as one renderer writes them, and the article that is known.

    `host` parts pages that may share furniture; `is_whole` when people wrote down all of the text.
    """

    page: str
    host: str
    renderer: str
    lines: tuple[str, ...]
    rows: NDArray[np.float32]
    is_article: NDArray[np.float32]
    words: NDArray[np.float32]
    known: str
    is_whole: bool


def examples(folder: Path) -> Iterator[Example]:
    """Read every page below a folder, each in every rendering."""
    for number, page in enumerate(read(folder)):
        is_whole = bool(page.gold.get("text"))
        known = page.gold["text"] if is_whole else _from_markup(page)
        if not known:
            continue
        host = (urlsplit(page.gold.get("url") or "").hostname or page.id).removeprefix("www.")
        for turn, (renderer, text) in enumerate(renderings(page).items()):
            if not is_whole and (number + turn) % 2:
                continue  # half is enough where markup alone tells the article
            found = pieces(text)
            lines = tuple(" ".join(text[piece.start : piece.end].split()) for piece in found)
            if lines:
                yield Example(
                    page.id,
                    host,
                    renderer,
                    lines,
                    np.asarray(traits.rows(lines, [piece.gap for piece in found]), np.float32),
                    np.asarray([share >= _KEPT for share in voice.agreement(known, lines)], np.float32),
                    np.asarray([line.count(" ") + 1 for line in lines], np.float32),
                    known,
                    is_whole,
                )


def _from_markup(page: Known) -> str | None:
    """Take the article from the markup, where all that must be in it is."""
    draft = html.draft(decode(page.data, None))
    blocks = [draft.text[block.start : block.end] for block in draft.blocks if block.role in READABLE]
    unwanted = [_plain(words) for words in page.gold.get("must_not", ())]
    kept = [block for block in blocks if not any(words in _plain(block) for words in unwanted)]
    whole = _plain("\n".join(kept))
    if len(whole) < _LEAST_TEXT or not all(_plain(words) in whole for words in page.gold.get("must", ())):
        return None
    return "\n".join(kept)


def _plain(words: str) -> str:
    return " ".join(words.split())
