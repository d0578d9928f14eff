"""How it looks what a ruling moved: the days of a page, or who is who, what is one, what is gone.

In: `Moves` and the articles. Out: lines for people, or a row for each move.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from throughline.cli.lines import Line, Piece, line
from throughline.export import wording
from throughline.export.values import Scalar, tame
from throughline.export.wording import days
from throughline.ledger.rows import Head
from throughline.model import Move, Moves, Shift


def moves(found: Moves, heads: Mapping[str, Head]) -> Iterator[Line]:
    """What moved, record by record. Time expressions are counted only: what was counted from them is shown."""
    shown = [one for one in found.moves if not _is_time(one)]
    if found.article is not None and found.article in heads:
        head = heads[found.article]
        title = f"  “{tame(head.title)}”" if head.outlet and head.title else ""
        yield line(Piece(wording.called(head), "bold"), title, Piece(f"  {wording.short(found.article)}", "dim"))
    for record, own in groupby(shown, key=lambda one: one.record):
        group = list(own)
        words = group[0].evidence
        if words is not None:
            yield line(wording.quoted(words.words), Piece(f"  {wording.short(record)}", "dim"), indent=2)
        for one in group:
            yield _move(one)
    yield from _shifts(found.shifts)
    times = len(found.moves) - len(shown)
    if times:
        yield line(Piece(f"and {wording.count(times, 'time expression')} they were read from", "dim"), indent=2)


def move_rows(found: Moves) -> Iterator[dict[str, Scalar]]:
    """What moved, a row each."""
    for one in found.moves:
        yield {
            "record": one.record,
            "what": one.what,
            "before": one.before.edtf if one.before else None,
            "after": one.after.edtf if one.after else None,
            "status": one.status or None,
            "words": tame(one.evidence.words) if one.evidence else None,
        }
    for shift in found.shifts:
        status = "found" if shift.before is None else "no longer found" if shift.after is None else None
        yield {
            "record": shift.record,
            "what": "record",
            "before": tame(shift.before) if shift.before else None,
            "after": tame(shift.after) if shift.after else None,
            "status": status,
            "words": None,
        }


def _move(one: Move) -> Line:
    status = Piece(f"  {one.status}" if one.status else "", "open")
    if one.before == one.after:
        return line(Piece(f"{one.what}: ", "dim"), days(one.after), status, indent=4 if one.evidence else 2)
    return line(
        Piece(f"{one.what}: ", "dim"),
        days(one.before),
        " → ",
        Piece(days(one.after), "bold"),
        status,
        indent=4 if one.evidence else 2,
    )


def _shifts(found: Sequence[Shift]) -> Iterator[Line]:
    """What the record said before, a line each, then what it says now."""
    before = [(one.record, one.before) for one in found]
    after = [(one.record, one.after) for one in found]
    for sign, told in ((Piece("- ", "bad"), before), (Piece("+ ", "good"), after)):
        for record, words in told:
            if words is not None:
                yield line(sign, tame(words), Piece(f"  {wording.short(record)}", "dim"))


def _is_time(one: Move) -> bool:
    return one.record.startswith("time-")
