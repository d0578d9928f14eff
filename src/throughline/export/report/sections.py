"""A report's sections: a chronicle by year or month, a state of play by what stands how, other records by kind.

In: what the report is of, and the lines to make items with. Out: sections, none of them empty.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from throughline.export import standing
from throughline.export.bands import band_of
from throughline.export.report.chart import chart
from throughline.export.report.layout import Item, Section
from throughline.export.report.lines import Lines
from throughline.model import (
    Chronicle,
    Deadline,
    Dispute,
    Entry,
    Position,
    Saying,
    Series,
    Standing,
    State,
)

Record = Entry | Saying | Series | Deadline | Dispute | Position
_T = TypeVar("_T")
Subject = Chronicle | State | Sequence[Record]


def sections(subject: Subject, lines: Lines) -> tuple[Section, ...]:
    """The sections of a report on a subject."""
    if isinstance(subject, Chronicle):
        found = _chronicle(subject.entries, lines)
    elif isinstance(subject, State):
        found = _state(subject, lines)
    else:
        found = _records(subject, lines)
    return tuple(section for section in found if section.items)


def _chronicle(entries: Sequence[Entry], lines: Lines) -> Iterator[Section]:
    for title, found in groupby(entries, key=band_of(entries)):
        yield Section(title, tuple(map(lines.entry, found)))


def _state(found: State, lines: Lines) -> Iterator[Section]:
    for title, part in standing.sections(found):
        yield Section(title, _items(part, lines))
    for title, deadlines in standing.due_sections(found):
        yield Section(title, tuple(map(lines.deadline, deadlines)))
    yield Section(standing.STANDS, tuple(map(lines.stance, found.positions)))
    yield Section(standing.DISPUTED, tuple(map(lines.dispute, found.disputes)))
    yield Section(standing.COUNTED, tuple(item for pair in found.figures for item in lines.latest(*pair)))
    yield Section(standing.UNTOLD, _items(found.untold, lines))
    left = "counted in" if found.is_maybe else "left out"
    yield Section(f"Pages that may or may not have been known by then: {left}", tuple(map(lines.doubt, found.perhaps)))


def _items(found: Iterable[Standing], lines: Lines) -> tuple[Item, ...]:
    return tuple(map(lines.standing, found))


def _of(kind: type[_T], records: Sequence[object]) -> list[_T]:
    return [one for one in records if isinstance(one, kind)]


def _records(records: Sequence[Record], lines: Lines) -> Iterator[Section]:
    yield Section("What happened, and what was planned", tuple(map(lines.entry, _of(Entry, records))))
    yield Section("What was said", tuple(map(lines.saying, _of(Saying, records))))
    yield Section("Who stood where", tuple(map(lines.position, _of(Position, records))))
    yield Section("What was due", tuple(map(lines.deadline, _of(Deadline, records))))
    yield Section("What is disputed", tuple(map(lines.dispute, _of(Dispute, records))))
    for one in _of(Series, records):
        yield Section(f"Figures: {standing.counted(one)}", tuple(lines.series(one)), chart(one))
