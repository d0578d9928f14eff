"""What other pages say of an undated page's day: clues, each of one pair of pages.

In: an undated page, and what sure pages tell alike. Out: `Clue`s. Nothing but the pair decides, so that neither order
nor what else the pile holds changes one (laws 2 and 3).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from throughline.dates import days
from throughline.dates.testimony.constraint import Window
from throughline.model import Evidence, Relation, Told, Trace, TraceKind
from throughline.resolve.copies import APART
from throughline.resolve.dating import meaning, names
from throughline.resolve.dating.undated import Kin, Undated
from throughline.tables.outlets import identity
from throughline.text.fold import fold_name, squeeze

_DOUBTFUL = 6  # days back: of 30 sentences printed on two days of a story whose weekday was read as two, 17 lay so far
_YEARLESS = 60  # days after which a day and month without a year may be an anniversary's
_YEAR = re.compile(r"\d{4}")
_SHOWN = 90  # characters of a sentence that a reason quotes


@dataclass(frozen=True, slots=True)
class Clue:
    """Days on which the page can have been written (None: none, the other page means another day), and why.

    Clues of one `topic` are other answers to one question: one of them holds. `known` is since when the other page is
    known; `evidence` are the words of the undated page; the other's stand in the reason.
    """

    topic: str
    window: Window | None
    known: date
    article: str
    reason: str
    evidence: Evidence | None = None
    day: date | None = None


def clues(page: Undated, told: Iterable[Told], kin: Iterable[Kin] = ()) -> Iterator[Clue]:
    """Read everything that other pages say of a page's day."""
    by_key: dict[tuple[TraceKind, int], list[Trace]] = {}
    for trace in page.traces:
        if trace.kind is not TraceKind.ROW:
            by_key.setdefault((trace.kind, trace.key), []).append(trace)
    for one in told:
        if _is_doubtful(one):
            continue
        for trace in by_key.get((one.trace.kind, one.trace.key), ()):
            if one.page.article != page.article and _is_alike(trace, one.trace):
                yield from _of_pair(page, trace, one)
    for other in kin:
        yield from _of_kin(page, other)


def _is_alike(one: Trace, other: Trace) -> bool:
    return one.kind is not TraceKind.DEED or names.same(one.name, other.name)


def _is_doubtful(one: Told) -> bool:
    """Whether a day lies ahead, or its words may mean another: "on Friday" six days later, "25 June" months later.

    A page updated after its day may mean the Friday to come, and one of an anniversary the June of another year.
    """
    if one.day is None or one.trace.time is None:
        return False
    age = (one.page.published - one.day).days
    words = one.trace.time.words
    if not any(character.isdigit() for character in words):
        return age < 0 or age == _DOUBTFUL
    return age < 0 or (age > _YEARLESS and _YEAR.search(words) is None)


def _of_pair(page: Undated, trace: Trace, one: Told) -> Iterator[Clue]:
    if trace.kind is TraceKind.QUOTE:
        yield from _cited(page, trace, one)
        return
    topic = f"{trace.kind} {trace.key} {trace.evidence.start}"
    if one.day is not None and trace.time is not None:
        meant = days.shift_days(one.day, -trace.shift)
        window = meaning.window(trace.evidence, trace.time, meant)
        reason = _meant(trace, meant, one) if window else f"{_saying(one, trace)}; that is no “{trace.time.words}”"
        yield Clue(topic, window, one.page.known, one.page.article, reason, trace.time, one.day)
    elif one.day is not None and trace.kind is TraceKind.DEED:
        reason = f"it tells of “{_short(trace.evidence.words)}”, which was on {one.day}: {_saying(one, trace)}"
        yield Clue(topic, (one.day, date.max), one.page.known, one.page.article, reason, trace.evidence, one.day)


def _cited(page: Undated, trace: Trace, one: Told) -> Iterator[Clue]:
    """Read who has the words from whom: "cited by Reuters", and Reuters printed them on a day."""
    if _names(fold_name(page.outlet or ""), one.page.outlet):
        return
    if _names(trace.name, one.page.outlet):
        reason = (
            f"it has “{_short(trace.evidence.words)}” from {one.page.name}, which printed it on {one.page.published}"
        )
        yield Clue(
            f"cites {one.page.article}",
            (one.page.published, date.max),
            one.page.known,
            one.page.article,
            reason,
            trace.evidence,
        )
    if _names(one.trace.name, page.outlet):
        reason = f"{one.page.name} has “{_short(trace.evidence.words)}” from it, and printed it on {one.page.published}"
        yield Clue(
            f"cited {one.page.article}",
            (date.min, one.page.published),
            one.page.known,
            one.page.article,
            reason,
            trace.evidence,
        )


def _of_kin(page: Undated, other: Kin) -> Iterator[Clue]:
    """A copy is printed within days of its original, and not before one that it credits."""
    printed = other.page.published
    first, last = days.shift_days(printed, -APART), days.shift_days(printed, APART)
    what = "has its text" if other.relation is Relation.COPY_OF else "is another version of it"
    reason = f"{other.page.name}, {printed}, {what}, and copies are printed within days"
    if _names(fold_name(page.origin or ""), other.page.outlet):
        first, reason = printed, f"it has its text from {other.page.name}, {printed}, which it credits"
    elif _names(fold_name(other.page.origin or ""), page.outlet):
        last, reason = printed, f"{other.page.name}, {printed}, has its text and credits it"
    yield Clue(f"kin {other.page.article}", (first, last), other.page.known, other.page.article, reason)


def _names(credited: str, outlet: str | None) -> bool:
    if not outlet:
        return False
    own = identity(fold_name(outlet))
    return any(identity(name) == own for name in credited.split("; ") if name)


def _meant(trace: Trace, meant: date, one: Told) -> str:
    words = f"“{trace.time.words}”" if trace.time else ""
    if not trace.shift:
        return f"{words} is {meant}: {_saying(one, trace)}"
    count = "a day" if abs(trace.shift) == 1 else f"{abs(trace.shift)} days"
    way = "after" if trace.shift < 0 else "before"
    return f"{words}, {count} {way} that, is {meant}: {_saying(one, trace)}"


def _saying(one: Told, trace: Trace) -> str:
    if trace.kind is TraceKind.DEED:
        return f"{one.page.name}, {one.page.published}, says “{_short(one.trace.evidence.words)}”"
    return f"{one.page.name}, {one.page.published}, has the same sentence" + (f" of {one.day}" if one.day else "")


def _short(words: str) -> str:
    plain = squeeze(words)
    return plain if len(plain) <= _SHOWN else plain[:_SHOWN].rsplit(" ", 1)[0] + " …"
