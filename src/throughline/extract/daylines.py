"""The lines of a page that show a day: where each stands to title and article, and what it says the day is.

In: a draft. Out: `DayLine`s. Nothing is decided here; the place and the label become the kind of a candidate.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from throughline.dates.labels import Label, fold, label
from throughline.dates.words import FOREIGN_WEEKDAYS, WEEKDAYS
from throughline.dates.written import Written, read_days
from throughline.extract.draft import Draft
from throughline.model import Block, Role

_DATED = re.compile(r"(?:19|20)\d\d|\d[./-]\s?\d{1,2}[./-]\s?\d\d(?!\d)", re.ASCII)  # what every whole date holds
_LONG = 25  # words: a line of more is a paragraph
_BARE = 30  # characters beside the date in a line that is a date and little else: a name, a clock, "4 min read"
_WORD = re.compile(r"[a-z]+")
_WEEKDAYS = FOREIGN_WEEKDAYS.union(WEEKDAYS)
_ABOVE = frozenset(("top", "over", "head"))  # where a page may print the day of the visit, with its weekday
_NEAR = 3  # lines between title and date
_HEAD = 12  # lines above an article without title that can be its masthead
_OPENING = 40  # characters at a paragraph's start in which a date is the paragraph's own
_MOST = 60  # lines of one page that are read
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
    title = next((index for index, block in enumerate(blocks[: last + 1]) if block.role is Role.TITLE), None)
    count = 0
    for index, block in enumerate(blocks):
        line = draft.text[block.start : block.end]
        if not _DATED.search(line[:300]):
            continue
        count += 1
        if count > _MOST:
            return
        place = _place(index, block, title, first, last)
        for written in read_days(line, order)[:_MOST_IN_LINE]:
            kind = _kind(line, written, place)
            if kind:
                start = block.start + written.start
                yield DayLine(written, start, block.start + written.end, line, kind)


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


def _kind(line: str, written: Written, place: str) -> str | None:
    said = label(line, written.start, written.end)
    rest = len(line.strip()) - (written.end - written.start)
    if len(line.split()) > _LONG:
        if place == "opening" and written.start <= _OPENING:
            return "opening paragraph"
        is_said = said in {Label.PUBLISHED, Label.CHANGED} and place in {"opening", "closing", "under"}
        return f"paragraph {said}" if is_said else None
    if said is not Label.NONE:
        return f"{place} {said}"
    if place in _ABOVE and _WEEKDAYS.intersection(_WORD.findall(fold(line[: written.start]))):
        return f"{place} weekday"
    return f"{place} {'bare' if rest <= _BARE else 'within'}"
