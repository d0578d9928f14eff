"""The lines of a page that show a day: where each stands to title and article, and what it says the day is.

In: a draft. Out: `DayLine`s. Nothing is decided here; the place and the label become the kind of a candidate.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from throughline.dates import foreign
from throughline.dates.published.labels import Label, fold, label
from throughline.dates.words import WEEKDAYS
from throughline.dates.written import Written, read_days
from throughline.extract.draft import Draft
from throughline.model import Block, Role

_DATED = re.compile(
    r"(?:19|20)\d\d|\d[./-]\s?\d{1,2}[./-]\s?\d\d(?!\d)|['’]\d\d(?!\d)", re.ASCII
)  # what every whole date holds
# Words beside the day from which on a line tells a story and is no masthead. What is to be read, and what ends as a
# sentence, is sooner prose than what a design lets run together between its bars and dots.
_MANY = 10
_MANY_OF_STORY = 8
_FEW_OF_STORY = 4
_FINISHED = re.compile(r"""[.!?…]["”’»)\]]{0,2}\s*$""")
# How a sentence begins that speaks of its own page: the label itself, or a demonstrative.
_BAR = re.compile(r"[|·•●▪»/]|\s[-–—]+\s|[.!?…]\s|\n")
_OF_ITSELF = re.compile(
    r"(?:^|[.!?]\s)\W*(?:(?:first|originally|last|zuerst|erstmals|zuletzt)\s)?"
    r"(?:this|dies(?:er|e|es)|cet(?:te)?|este|esta|questo|questa|dit|deze|denna|detta|denne|dette"
    r"|the (?:article|post|story|piece)|(?:der|die|das) (?:artikel|beitrag|text|eintrag|meldung)"
    r"|published|posted|updated|veroffentlicht|erschienen|aktualisiert|publie|publicado|actualizado|pubblicato"
    r"|aggiornato|gepubliceerd|bijgewerkt|erstellt)[\s:](?:[^\s.!?]+\s){0,8}$"
)
_BARE = 30  # characters beside the date in a line that is a date and little else: a name, a clock, "4 min read"
_WORD = re.compile(r"[a-z]+")
_WEEKDAYS = foreign.WEEKDAYS.union(WEEKDAYS)
_COUNTED = 200  # words of a line that are counted; a few are enough to be prose
_ABOVE = frozenset(("top", "over", "head"))  # where a page may print the day of the visit, with its weekday
_OPENERS = 3  # words
_EDGES = frozenset(("over", "near", "head", "opening", "closing", "under"))
_PREPOSITIONS = frozenset("on by in at until since before after from am bis seit vom im le el il".split())
_NEAR = 3  # lines between title and date
_HEAD = 12  # lines above an article without title that can be its masthead
_MOST = 60  # lines of one page that are read far from its title: lists of months fill menus
_FAR = frozenset(("top", "foot", "comment", "body"))
_MOST_IN_LINE = 3


@dataclass(frozen=True, slots=True)
class DayLine:
    """A date in a line of the page: its kind is place, label and form, as `weights` names them."""

    written: Written
    start: int
    end: int
    line: str
    kind: str


def find(draft: Draft, order: str | None) -> Iterator[DayLine]:
    """Read the days that the page shows."""
    blocks = draft.blocks
    readable = [index for index, block in enumerate(blocks) if block.is_readable]
    if not readable:
        return
    first, last = readable[0], readable[-1]
    title = _title(blocks, first, last)
    count = 0
    for index, block in enumerate(blocks):
        line = draft.text[block.start : block.end]
        if not _DATED.search(line[:300]):
            continue
        place = _place(index, block, title, first, last)
        count += place in _FAR
        if count > _MOST and place in _FAR:
            continue
        for written in read_days(line, order)[:_MOST_IN_LINE]:
            kind = _of_prose(line, written, place) if _is_prose(block, line, written) else _kind(line, written, place)
            if kind:
                start = block.start + written.start
                yield DayLine(written, start, block.start + written.end, line, kind)


def _title(blocks: Sequence[Block], first: int, last: int) -> int | None:
    """Find the title: the last one above the story, as menus repeat it; else the first within."""
    titles = [index for index, block in enumerate(blocks[: last + 1]) if block.role is Role.TITLE]
    return max((index for index in titles if index <= first), default=titles[0] if titles else None)


def _place(index: int, block: Block, title: int | None, first: int, last: int) -> str:
    """Name where a line stands."""
    if block.role is Role.COMMENT:
        return "comment"
    if block.role is Role.TITLE:
        return "title"
    if title is not None and abs(index - title) <= _NEAR:
        return "near" if index > title else "over"
    if index < first:
        if title is None:
            return "near" if first - index <= _NEAR else "head" if first - index <= _HEAD else "top"
        return "head" if index > title else "top"
    if index > last:
        return "under" if index - last <= _NEAR else "foot"
    if index == first:
        return "opening"
    return "closing" if index == last else "body"


def _is_prose(block: Block, line: str, written: Written) -> bool:
    """Tell running prose that names a day from a line that is a day and little else."""
    before, after = line[: written.start], line[written.end :]
    if block.role is Role.TITLE or _is_set_before(before):
        return False
    if block.is_readable:
        is_finished = _FINISHED.search(line[-8:]) is not None
        return _count(before) + _count(after) > (_FEW_OF_STORY if is_finished else _MANY_OF_STORY)
    return _count(_BAR.split(before)[-1]) + _count(_BAR.split(after, maxsplit=1)[0]) > _MANY


def _is_set_before(before: str) -> bool:
    """Tell a day that opens a line, alone or after a place or an agency, from one that a sentence leads up to."""
    words = before.split()
    if len(words) > _OPENERS or any(word[0].islower() for word in words):
        return False
    return not words or fold(words[0]) not in _PREPOSITIONS


def _count(words: str) -> int:
    """Count the words that have letters, up to more than enough: clocks and dots tell nothing."""
    return sum(any(map(str.isalpha, word)) for word in words.split(None, _COUNTED)[:_COUNTED])


def _of_prose(line: str, written: Written, place: str) -> str | None:
    """A sentence names the page's day only where it speaks of the page itself."""
    if place == "comment":
        return None
    said = label(line, written.start, written.end)
    is_said = (
        said in {Label.PUBLISHED, Label.CHANGED} and place in _EDGES and _OF_ITSELF.search(fold(line[: written.start]))
    )
    return f"paragraph {said}" if is_said else None


def _is_visit(place: str, words: int) -> bool:
    """Tell the day of the visit in a header from the day that a design prints right above the title.

    Of days with their weekday far above the title .3 are the page's own (read on the day it appeared), of those
    within three lines of it all.
    """
    return place == "top" or (place == "over" and words > 1)


def _kind(line: str, written: Written, place: str) -> str:
    said = label(line, written.start, written.end)
    rest = len(line.strip()) - (written.end - written.start)
    if said is not Label.NONE:
        return f"{place} {said}"
    words = set(_WORD.findall(fold(line[: written.start]))) - _PREPOSITIONS
    if place in _ABOVE and _WEEKDAYS.intersection(words):
        return f"{place} {'visit' if _is_visit(place, len(words)) else 'weekday'}"
    return f"{place} {'bare' if rest <= _BARE else 'within'}"
