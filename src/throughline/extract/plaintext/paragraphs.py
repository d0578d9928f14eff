r"""Plain text to the pieces that are judged: a paragraph or a line each, what was cut inside sentences re-joined.

In: text with "\\n" line ends. Out: `Piece`s in order, with places in that text, nothing but white space between
them. An empty line parts pieces. So does a line end, unless the lines were wrapped at a column, or a sentence goes on
from one to the next: programs that write a line for each text node cut a paragraph at its links.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from throughline.extract.cues import FUNCTION_WORDS

_WIDEST = 132  # columns; mail and wires wrap at 65 to 80, editors at 100 or 120, the widest terminals at 132
_NARROWEST = 45  # shorter lines are menus and verse
_SLACK = 10  # characters by which a full line may miss the column: marks that once were wider, lost spaces
_BROKEN = 0.4  # share of full lines that break off in mid-sentence, where lines were wrapped: prose has .6 to .9
_LIST_MARK = re.compile(r"(?:[•·▪◦‣*»›►]|[-–—](?=\s)|\d{1,2}[.)](?=\s))\s*")
_TERMINAL = re.compile(r"(?:[.!?…:;][\"'”’»)\]]*|'')\Z")
_CARRIES_ON = ",.;:)’'”"  # marks that no line of its own begins with
_SENTENCE = 5  # words, of a part, that show a chain of parts to be prose: a menu in small letters has none
_PARAGRAPH = 15  # words of such a chain, where no mark ends it
_FEW = 8  # words that a link inside a paragraph has at most
_LEAD = 3  # words before such a link, where no function word leads to it
_SHOWN = 2  # groups that show the column of a whole text
_MOST_PARTS = 60  # lines of one paragraph; beyond it is something else

Line = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or line: its place, and the number of empty lines before it (2 means two or more)."""

    start: int
    end: int
    gap: int


def pieces(text: str) -> list[Piece]:
    """Cut a text into pieces."""
    found: list[Piece] = []
    groups = list(_groups(text))
    column = _column(text, groups)
    for gap, group in groups:
        joined = _wrapped(text, group, column) or _chained(text, group)
        for index, (start, end) in enumerate(group):
            if index and joined[index - 1]:
                found[-1] = Piece(found[-1].start, end, found[-1].gap)
            else:
                found.append(Piece(start, end, gap if index == 0 else 0))
    return found


def _groups(text: str) -> Iterator[tuple[int, list[Line]]]:
    """Yield runs of lines without an empty one between them, and the number of empty lines before each."""
    group: list[Line] = []
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


def _column(text: str, groups: Sequence[tuple[int, list[Line]]]) -> int:
    """Find the column that the whole text was wrapped at, as several of its groups show; 0 for none."""
    widths = [_width(group) for _, group in groups if any(_wrapped(text, group, 0))]
    return max(widths) if len(widths) >= _SHOWN else 0


def _width(group: Sequence[Line]) -> int:
    return max(end - start for start, end in group)


def _wrapped(text: str, group: Sequence[Line], column: int) -> list[bool]:
    """Tell of each line but the last whether it was wrapped; [] where none was, as far as one can see.

    A line is full when the first word of the next would not have fitted into the widest. Where most full lines break
    off in mid-sentence, or the whole text was wrapped at that column, full lines were wrapped; but one that ends a
    sentence may also end a paragraph, where others in the group do.
    """
    width = _width(group)
    is_known = column - _SLACK <= width <= column
    width = max(width, column) if is_known else width
    if len(group) < 2 or not _NARROWEST <= width <= _WIDEST:
        return []
    full: list[bool] = []
    ends: list[bool] = []
    broken = 0
    for (start, end), (following, last) in pairwise(group):
        word = text[following : min(last, following + _WIDEST)].split(None, 1)[0]
        is_full = end - start >= _NARROWEST and end - start + 1 + len(word) + _SLACK > width
        full.append(is_full and not _LIST_MARK.match(text, following))
        ends.append(is_finished(text[start:end]) and not word[0].islower())
        broken += full[-1] and word[0].islower() and not ends[-1]
    if not is_known and not (broken and broken >= _BROKEN * sum(full)):
        return []
    is_one = all(full)
    return [line and (is_one or not end) for line, end in zip(full, ends, strict=True)]


def _chained(text: str, group: Sequence[Line]) -> list[bool]:
    """Tell of each line but the last whether a sentence runs through its end.

    A chain of such lines holds where at least one of them is long enough to be prose.
    """
    words = [text[start:end].split() for start, end in group]
    joints = [_goes_on(words, index) for index in range(len(group) - 1)]
    index = 0
    while index < len(joints):
        last = index
        while last < len(joints) and joints[last]:
            last += 1
        if last > index:
            is_prose = last - index <= _MOST_PARTS and _is_prose(words[index : last + 1])
            joints[index:last] = [is_prose] * (last - index)
        index = last + 1
    return joints


def _is_prose(parts: Sequence[Sequence[str]]) -> bool:
    """Tell whether parts make a sentence, and no menu in small letters: one part is long, the last one ends."""
    sizes = [len(part) for part in parts]
    return max(sizes) >= _SENTENCE and (is_finished(parts[-1][-1]) or sum(sizes) >= _PARAGRAPH)


def _goes_on(words: Sequence[Sequence[str]], index: int) -> bool:
    """Tell whether the sentence of a line goes on in the next."""
    line, following = words[index], words[index + 1]
    if _LIST_MARK.match(following[0]):
        return False
    if _opens_inside(following):
        return not is_finished(line[-1]) or following[0][0] in _CARRIES_ON
    if is_finished(line[-1]):
        return False
    if line[-1][-1] in "(“„" or (line[-1].lower() in FUNCTION_WORDS and not (_is_clock(line) or line[-1] == "May")):
        return len(line) >= _LEAD or len(following) <= _FEW
    if index + 2 < len(words) and len(following) <= _FEW and len(line) >= _SENTENCE:
        return _opens_inside(words[index + 2])
    return False


def _is_clock(words: Sequence[str]) -> bool:
    """Tell "2:02 am": its last word is a function word in German."""
    return len(words) > 1 and words[-2][-1].isdigit()


def _opens_inside(words: Sequence[str]) -> bool:
    """Tell whether a line opens as only the inside of a sentence does."""
    return words[0][0].islower() or words[0][0] in _CARRIES_ON


def is_finished(words: str) -> bool:
    """Tell whether a line ends as a sentence does."""
    return bool(_TERMINAL.search(words[-8:]))


def is_list_item(words: str) -> bool:
    """Tell whether a line opens with a bullet or a number."""
    return bool(_LIST_MARK.match(words))
