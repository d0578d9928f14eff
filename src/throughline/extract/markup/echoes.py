"""What a page says twice: its title again, and words of its own text set large.

In: the texts of a page's blocks. Out: which of them repeat. A pull quote would let every finding in it count twice,
so it is told
from the passage that it was taken from: that one stands in a longer paragraph, or comes first.
"""

import re
from collections.abc import Iterable, Sequence

_WORD = re.compile(r"\w+")
_TRAIL = re.compile(r"\s[>»›→]\s|>>")  # the trail of sections to a page, which ends in its title
_FEWEST_TITLE_WORDS = 3
_MOST_OF = 0.5  # share of the longer of two headings that the shorter has to make: a title, and the site's name behind
_MARKS = 10  # characters that a heading may have beside its words
_FEWEST, _MOST = 6, 80  # words of a block that can be a pull quote
_FEWEST_AGAIN = 12  # words of a paragraph that stands twice; shorter ones are refrains
_MOST_BLOCKS = 300  # blocks that are looked up, ...
_MOST_TEXT = 300_000  # ... in so many characters of text: what a hostile page can cost
_SIGNED = re.compile(r"\s[–—-]{1,2}\s?[^–—.!?]{2,60}$")  # who said it, behind a pull quote
_SHINGLE = 3  # words
_NEARLY = 0.8  # share of a set-off quote's shingles that the text holds


def titles(texts: Sequence[str], known: Iterable[str]) -> set[int]:
    """Find the blocks that are one of the page's titles, as its head knows them, with or without the site's name."""
    wanted = {_fold(title) for title in known} - {""}
    sizes = [len(title) for title in wanted] or [0]
    shortest, longest = min(sizes) * _MOST_OF, max(sizes) / _MOST_OF + _MARKS
    found = set()
    for index, text in enumerate(texts):
        if shortest <= len(text) <= longest and not _TRAIL.search(text):
            folded = _fold(text)
            if folded in wanted or any(_is_part(folded, title) for title in wanted):
                found.add(index)
    return found


def _is_part(one: str, other: str) -> bool:
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    return (
        short.count(" ") + 1 >= _FEWEST_TITLE_WORDS
        and len(short) >= _MOST_OF * len(long)
        and f" {short} " in f" {long} "
    )


def pulled(texts: Sequence[str], is_set_off: Sequence[bool]) -> list[bool]:
    """Tell which of an article's blocks repeat words of another; `is_set_off` where markup calls one a quotation.

    Two blocks alike: the second repeats, unless the first is set off. A quotation that is set off may be shortened.
    """
    folded = [_fold(_SIGNED.sub("", text)) for text in texts]
    whole = "\n".join(f" {text} " for text in folded)
    found = [False] * len(texts)
    if len(whole) > _MOST_TEXT:
        return found
    seen: set[str] = set()
    plain: frozenset[tuple[str, ...]] | None = None
    tried = 0
    for index, text in enumerate(folded):
        if not _FEWEST <= text.count(" ") + 1 <= _MOST or tried >= _MOST_BLOCKS:
            continue
        tried += 1
        count = whole.count(f" {text} ")
        if count > 1:
            is_alike = folded.count(text) == count
            is_again = text in seen and text.count(" ") + 1 >= _FEWEST_AGAIN
            found[index] = is_set_off[index] or is_again if is_alike else is_set_off[index] or _is_said(texts[index])
            seen.add(text)
        elif is_set_off[index]:
            if plain is None:
                plain = frozenset(
                    shingle
                    for one, is_quote in zip(folded, is_set_off, strict=True)
                    if not is_quote
                    for shingle in _shingles(one)
                )
            shingles = _shingles(text)
            found[index] = sum(shingle in plain for shingle in shingles) >= _NEARLY * len(shingles)
    return found


def _is_said(text: str) -> bool:
    """Tell whether a line reads as a sentence or as someone's words, and not as a label."""
    return text.rstrip("\"'”’»)")[-1:] in _ENDS or text[0] in _OPENING


_ENDS = frozenset(".!?…")
_OPENING = frozenset("\"“„«»‘'")


def _shingles(text: str) -> list[tuple[str, ...]]:
    words = text.split()
    return list(zip(*(words[k:] for k in range(_SHINGLE)), strict=False))


def _fold(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
