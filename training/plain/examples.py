"""Pages with known article text to labelled lines: what the labeller of plain text is fitted on.

In: folders of pages. Out: an `Example` for each page and renderer: the numbers of its lines, which of them are
article, and their words. Where only snippets of a page are known, the article is what extract finds in its markup,
less what must not be in it; pages where something is missing that must be are left out. Of every rendering a short
page is cut, too: captures of a few paragraphs are frequent, and the sets hold hardly one.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from benchmarks.pages import Known, read
from throughline.extract import html
from throughline.extract.intake.decode import decode
from throughline.extract.markup import voice
from throughline.extract.plaintext import traits
from throughline.extract.plaintext.paragraphs import pieces
from throughline.model import READABLE
from training.plain.renderings import renderings

_KEPT = 0.5  # share of a line that the known text must hold
_LEAST_TEXT = 200  # characters of an article that markup gave
_FEWEST, _MOST = 1, 10  # lines of article on a short page
_LEAST_WORDS = 30  # of it
_HEAD, _ABOVE, _BELOW = 4, 5, 8  # most lines of the page's head, right above the article and right below it


@dataclass(frozen=True, slots=True)
class Labelled:
    """Lines in order, the empty lines before each, and whether it is article."""

    lines: tuple[str, ...]
    gaps: tuple[int, ...]
    is_article: tuple[bool, ...]

    @property
    def article(self) -> list[str]:
        """The lines of the article."""
        return [line for line, article in zip(self.lines, self.is_article, strict=True) if article]


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
            labelled = label(text, known)
            if labelled.lines:
                yield measured(page.id, host, renderer, labelled, known, is_whole)
            short = cut(labelled, random.Random(f"{page.id} {renderer}"))  # noqa: S311 - a fixed order, no secret
            if short:
                yield measured(page.id, host, f"{renderer}, short", short, "\n".join(short.article), is_whole)


def label(text: str, known: str) -> Labelled:
    """Cut a text into lines and tell which are of the known article."""
    found = pieces(text)
    lines = tuple(" ".join(text[piece.start : piece.end].split()) for piece in found)
    is_article = tuple(share >= _KEPT for share in voice.agreement(known, lines)) if lines else ()
    return Labelled(lines, tuple(piece.gap for piece in found), is_article)


def cut(whole: Labelled, choose: random.Random) -> Labelled | None:
    """Cut a short page out of a long one: an article's beginning, and some of what stands above and below it.

    None where the page is short as it is, or its first lines of article are no prose.
    """
    places = [index for index, article in enumerate(whole.is_article) if article]
    if len(places) <= _MOST:
        return None
    first, last, end = places[0], places[choose.randint(_FEWEST, _MOST) - 1], places[-1] + 1
    if sum(whole.lines[index].count(" ") + 1 for index in places if index <= last) < _LEAST_WORDS:
        return None
    head = range(min(choose.randint(0, _HEAD), first))
    above = range(max(len(head), first - choose.randint(0, _ABOVE)), first)
    below = range(end, min(len(whole.lines), end + choose.randint(0, _BELOW)))
    kept = [*head, *above, *range(first, last + 1), *below]
    return Labelled(*(tuple(told[index] for index in kept) for told in (whole.lines, whole.gaps, whole.is_article)))


def measured(
    page: str,
    host: str,
    renderer: str,
    told: Labelled,
    known: str,
    is_whole: bool,  # noqa: FBT001
) -> Example:
    """Measure labelled lines."""
    return Example(
        page,
        host,
        renderer,
        told.lines,
        np.asarray(traits.rows(told.lines, told.gaps), np.float32),
        np.asarray(told.is_article, np.float32),
        np.asarray([line.count(" ") + 1 for line in told.lines], np.float32),
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
