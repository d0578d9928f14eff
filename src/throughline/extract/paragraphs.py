r"""Plain text to the pieces that are judged: a paragraph or a line each, hard wraps re-joined.

In: text with "\\n" line ends. Out: `Piece`s in order, with places in that text, nothing but white space between
them. An empty line parts pieces; so does a line end, unless the lines around it were wrapped at a column.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_WIDEST = 132  # columns; mail and wires wrap at 65 to 80, editors at 100 or 120, the widest terminals at 132
_NARROWEST = 45  # shorter lines are menus and verse
_SLACK = 10  # characters by which a full line may miss the column: marks that once were wider, lost spaces
_LIST_MARK = re.compile(r"(?:[•·▪◦‣*»›►]|[-–—](?=\s)|\d{1,2}[.)](?=\s))\s*")
_TERMINAL = re.compile(r"(?:[.!?…:;][\"'”’»)\]]*|'')\Z")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or line: its place, and the number of empty lines before it (2 means two or more)."""

    start: int
    end: int
    gap: int


def pieces(text: str) -> list[Piece]:
    """Cut a text into pieces."""
    found: list[Piece] = []
    for gap, group in _groups(text):
        if _is_wrapped(text, group):
            found.append(Piece(group[0][0], group[-1][1], gap))
        else:
            found.extend(Piece(start, end, gap if k == 0 else 0) for k, (start, end) in enumerate(group))
    return found


def _groups(text: str) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """Yield runs of lines without an empty one between them, and the number of empty lines before each."""
    group: list[tuple[int, int]] = []
    empty = gap = 0
    at = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            start = at + len(line) - len(line.lstrip())
            if not group:
                gap = min(empty, 2)
            group.append((start, start + len(stripped)))
            empty = 0
        else:
            if group:
                yield gap, group
                group = []
            empty += 1
        at += len(line) + 1
    if group:
        yield gap, group


def _is_wrapped(text: str, group: list[tuple[int, int]]) -> bool:
    """Tell whether the lines are one paragraph: each is full, and one breaks off in mid-sentence.

    A line is full when the first word of the next would not have fitted into the widest.
    """
    if len(group) < 2:
        return False
    widths = [end - start for start, end in group]
    width = max(widths)
    if width > _WIDEST or min(widths[:-1]) < _NARROWEST:
        return False
    breaks_off = False
    for (start, end), (following, last) in pairwise(group):
        word = text[following:last].split(None, 1)[0]
        if end - start + 1 + len(word) + _SLACK <= width or _LIST_MARK.match(text, following):
            return False
        breaks_off = breaks_off or (word[0].islower() and not is_finished(text[start:end]))
    return breaks_off


def is_finished(words: str) -> bool:
    """Tell whether a line ends as a sentence does."""
    return bool(_TERMINAL.search(words[-8:]))


def is_list_item(words: str) -> bool:
    """Tell whether a line opens with a bullet or a number."""
    return bool(_LIST_MARK.match(words))
