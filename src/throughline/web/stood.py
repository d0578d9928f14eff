"""Two states of play, line against line: what stands on both days, what is new, and what has gone from the page.

In: states. Out: `Shelf`s, a heading with the lines of either day. Invariant: a line that is gone says what became of it
where the later page tells, and nothing more: a page of state holds what was told lately, not all that is still so.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from throughline.export import standing
from throughline.export.wording import amount, called, days, differ, due, known, quoted, stands
from throughline.ledger.rows import Head
from throughline.model import Deadline, Evidence, Standing, State

_FATES = {"unknown": "no report says what became of it", "open": "still open"}


class Stood(NamedTuple):
    """A line of a state: its heading, the record that it tells of, its words, and since when it is known.

    `note` says how it differs from the other day; empty where it stands there too.
    """

    heading: str
    id: str
    label: str
    words: str
    evidence: Evidence
    told: str
    known: date | None
    note: str = ""


class Shelf(NamedTuple):
    """A heading, and the lines under it of the earlier and the later day."""

    heading: str
    then: tuple[Stood, ...]
    now: tuple[Stood, ...]


def lines(found: State, heads: Mapping[str, Head]) -> tuple[Stood, ...]:
    """Every line of a state, in the order of the page."""
    return tuple(_lines(found, heads))


def _lines(found: State, heads: Mapping[str, Head]) -> Iterator[Stood]:
    for heading, part in standing.sections(found):
        yield from (_standing(heading, one, heads) for one in part)
    for heading, deadlines in standing.due_sections(found):
        yield from (_deadline(heading, one, heads) for one in deadlines)
    for position in found.positions:
        last = position.stances[-1]
        label = f"{position.actor.name} {last.holds}"
        told = ", ".join(part for part in (standing.changed(position), known(last.known)) if part)
        yield Stood(
            standing.STANDS, last.statement, label, quoted(last.evidence.words), last.evidence, told, last.known
        )
    for dispute in found.disputes:
        day = max((side.known for side in dispute.sides if side.known), default=None)
        yield Stood(
            standing.DISPUTED, dispute.id, differ(dispute.about), dispute.because, dispute.sides[0].evidence, "", day
        )
    for series, figure in found.figures:
        if (point := standing.point_of(series, figure)) and point.evidence:
            yield Stood(
                standing.COUNTED,
                point.figure,
                f"{standing.counted(series)}: {amount(point)}",
                quoted(point.evidence.words),
                point.evidence,
                days(point.when),
                point.known,
            )
    yield from (_standing(standing.UNTOLD, one, heads) for one in found.untold)


def _standing(heading: str, one: Standing, heads: Mapping[str, Head]) -> Stood:
    happening = one.entry.happening
    words, told = quoted(happening.headline.words), standing.told_last(one, heads)
    return Stood(heading, happening.id, stands(one), words, happening.headline, told, happening.known)


def _deadline(heading: str, one: Deadline, heads: Mapping[str, Head]) -> Stood:
    evidence = one.event.evidence
    label = f"{due(one.due)}, {one.outcome}"
    awaited = f": {quoted(one.awaited.words)}" if one.awaited else ""
    told = ", ".join(part for part in (called(heads[evidence.article]), standing.became(one).removesuffix(":")) if part)
    return Stood(heading, one.id, label + awaited, quoted(evidence.words), evidence, told, one.known)


def compared(
    then: Sequence[Stood], now: Sequence[Stood], turned: Mapping[str, str] = MappingProxyType({})
) -> tuple[Shelf, ...]:
    """Both pages under the same headings; each line says how it differs from the other day.

    `turned` says what happenings and deadlines turned to since, by id: what became of a line that is gone.
    """
    before, after = ({one.id: one for one in page} for page in (then, now))
    left = [one._replace(note=_gone(one, after.get(one.id), turned.get(one.id))) for one in then]
    right = [one._replace(note=_new(one, before.get(one.id))) for one in now]
    shelves = (
        Shelf(heading, *(tuple(one for one in page if one.heading == heading) for page in (left, right)))
        for heading in standing.HEADINGS
    )
    return tuple(one for one in shelves if one.then or one.now)


def fates(then: Iterable[Stood], now: Iterable[Stood], deadlines: Callable[[], Iterable[Deadline]]) -> dict[str, str]:
    """What became of deadlines that are on the later page no more, by id; `deadlines` is asked where there are any."""
    gone = {one.id for one in then if one.heading == standing.DUE} - {one.id for one in now}
    if not gone:
        return {}
    return {one.id: _FATES.get(one.outcome, one.outcome) for one in deadlines() if one.id in gone}


def _gone(line: Stood, later: Stood | None, status: str | None) -> str:
    """What became of a line of the earlier day."""
    if later is not None:
        return _differs("later", line, later)
    return f"later: {status}" if status else "not on the later page"


def _new(line: Stood, earlier: Stood | None) -> str:
    """Where a line of the later day stood before."""
    return "not on the earlier page" if earlier is None else _differs("before", line, earlier)


def _differs(when: str, line: Stood, other: Stood) -> str:
    """Under which heading or with which words the record stands on the other day, where it does otherwise."""
    if line.label != other.label and other.label:
        return f"{when}: {other.label}"
    return f"{when}: {other.heading.lower()}" if line.heading != other.heading else ""
