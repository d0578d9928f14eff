"""How a state of play looks to people: a page of one-line facts, each with who told it when, and its id.

In: a `State`. Out: lines, or rows with the same columns throughout. Invariant: every line is a sentence of a report or
says what no report says.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from throughline.cli.lines import Line, Piece, line
from throughline.export import standing as export
from throughline.export import wording
from throughline.export.statuses import outcome_tone
from throughline.export.values import Scalar, tame
from throughline.export.wording import days, due
from throughline.ledger.rows import Head
from throughline.model import Deadline, Dispute, Figure, Position, Series, Standing, State, When

Row = dict[str, Scalar]
_LISTED = 10  # pages that may have been known


def state(found: State, heads: Mapping[str, Head]) -> Iterator[Line]:
    """The page."""
    yield from _opening(found)
    for title, lines in export.sections(found):
        yield from _section(title, lines, heads)
    for title, deadlines in export.due_sections(found):
        yield from _deadlines(title, deadlines, heads)
    yield from _stands(found.positions)
    yield from _disputes(found.disputes)
    yield from _figures(found.figures)
    yield from _unknown(found, heads)


def _opening(found: State) -> Iterator[Line]:
    """What the page rests on, and whether it is of the day asked for."""
    as_of, rests_on = export.opening(found)
    yield line(Piece(as_of, "bold"), f": {rests_on}" if rests_on else "")
    if quiet := wording.quiet(found):
        yield line(Piece(quiet, "open"))
    yield line()


def _section(title: str, found: Sequence[Standing], heads: Mapping[str, Head]) -> Iterator[Line]:
    yield line(Piece(title, "bold"))
    for one in found:
        yield from _standing(one, heads)
    yield line()


def _standing(one: Standing, heads: Mapping[str, Head]) -> Iterator[Line]:
    """A line: when or what of it, the sentence, who told it last."""
    happening = one.entry.happening
    label = wording.stands(one)
    yield line(Piece(f"{label}  " if label else "", "bold"), wording.quoted(happening.headline.words), indent=2)
    yield line(Piece(f"{export.told_last(one, heads)}  {wording.short(happening.id)}", "dim"), indent=4)


def _deadlines(title: str, found: Sequence[Deadline], heads: Mapping[str, Head]) -> Iterator[Line]:
    yield line(Piece(title, "bold"))
    for one in found:
        awaited = f"  {wording.quoted(one.awaited.words)}" if one.awaited else ""
        yield line(
            Piece(due(one.due), "bold"),
            "  ",
            Piece(one.outcome, outcome_tone(one.outcome)),
            Piece(awaited, "bold"),
            indent=2,
        )
        yield line(wording.quoted(one.event.evidence.words), indent=4)
        head = heads[one.event.evidence.article]
        told = wording.called(head) if head.outlet or head.title else ""
        yield line(Piece(f"{told}  {wording.short(one.id)}".strip(), "dim"), indent=4)
        if account := export.became(one):
            yield line(Piece(account, "dim"), indent=4)
            yield from (
                line(wording.quoted(told.words), Piece(f"  {wording.called(heads[told.article])}", "dim"), indent=6)
                for told in one.told[-1:]
            )
    yield line()


def positions(found: Iterable[Position]) -> Iterator[Line]:
    """What each actor has said on a matter, oldest first, and where it changed."""
    for one in found:
        about = f": {', '.join(one.about)}" if one.about else ""
        yield line(
            Piece(one.actor.name, "bold"),
            f" on {one.matter}{about}",
            Piece("  changed" if one.has_changed else "", "open"),
        )
        for stance in one.stances:
            yield line(
                f"{stance.known or 'undated'}  ",
                Piece(stance.holds, "bold"),
                Piece("  no longer what was said before" if stance.was else "", "open"),
                indent=2,
            )
            told = f"  {stance.outlet or ''}".rstrip()
            yield line(
                wording.quoted(stance.evidence.words),
                Piece(f"{told}  {wording.short(stance.statement)}", "dim"),
                indent=4,
            )
        yield line()


def position_rows(found: Iterable[Position]) -> Iterator[Row]:
    """Every stance, a row each."""
    for one in found:
        for stance in one.stances:
            yield {
                "id": one.id,
                "actor": one.actor.name,
                "matter": one.matter,
                "about": ", ".join(one.about),
                "known": stance.known.isoformat() if stance.known else None,
                "holds": stance.holds,
                "changed": stance.was is not None,
                "statement": stance.statement,
                "words": tame(stance.evidence.words),
            }


def _stands(found: Sequence[Position]) -> Iterator[Line]:
    if not found:
        return
    yield line(Piece(export.STANDS, "bold"))
    for one in found:
        last = one.stances[-1]
        yield line(Piece(f"{one.actor.name} {last.holds}  ", "bold"), wording.quoted(last.evidence.words), indent=2)
        changed = f"{export.changed(one)}, ".removeprefix(", ")
        outlet = f"{last.outlet}, " if last.outlet else ""
        yield line(
            Piece(f"{changed}{outlet}{wording.known(last.known)}  {wording.short(last.statement)}", "dim"), indent=4
        )
    yield line()


def _disputes(found: Sequence[Dispute]) -> Iterator[Line]:
    if not found:
        return
    yield line(Piece(export.DISPUTED, "bold"))
    for one in found:
        yield line(
            Piece(f"{wording.differ(one.about)}  ", "bold"),
            one.because,
            Piece(f"  {wording.short(one.id)}", "dim"),
            indent=2,
        )
        for side in one.sides:
            told = f"  {side.outlet or 'outlet unknown'}, {wording.known(side.known)}"
            yield line(wording.quoted(side.evidence.words), Piece(told, "dim"), indent=4)
    yield line()


def _figures(found: Sequence[tuple[Series, Figure]]) -> Iterator[Line]:
    if not found:
        return
    yield line(Piece(export.COUNTED, "bold"))
    for series, figure in found:
        point = export.point_of(series, figure)
        if point is not None:
            words = f"  {wording.quoted(point.evidence.words)}" if point.evidence else ""
            yield line(
                Piece(f"{export.counted(series)}: {wording.amount(point)}", "bold"),
                f"{words}  {days(point.when)}",
                Piece(f"  {wording.short(point.figure)}", "dim"),
                indent=2,
            )
    yield line()


def _unknown(found: State, heads: Mapping[str, Head]) -> Iterator[Line]:
    """What the page can't tell: plans without word of them, and pages that may have been known."""
    if found.untold:
        yield from _section(export.UNTOLD, found.untold, heads)
    if found.perhaps:
        yield from _perhaps(found)


def _perhaps(found: State) -> Iterator[Line]:
    """Pages of which nobody can tell whether they were there by the day."""
    number = len(found.perhaps)
    yield line(Piece(export.perhaps(found), "open"))
    for doubt in found.perhaps[:_LISTED]:
        yield line(export.doubtful(doubt), Piece(f"  {wording.short(doubt.article)}", "dim"), indent=2)
    if number > _LISTED:
        yield line(Piece(f"and {number - _LISTED:,} more: --json lists them all", "dim"), indent=2)
    if not found.is_maybe:
        yield line(Piece("--maybe counts them in", "dim"), indent=2)


def rows(found: State) -> Iterator[Row]:
    """The page, a row each."""
    yield from _rows("lately", found.happened)
    yield from _rows("standing", found.standing)
    for section, deadlines in (("due", found.deadlines), ("settled", found.settled)):
        for one in deadlines:
            words = one.awaited or one.event.evidence
            yield _row(section, one.id, days(one.due), one.outcome, words.words, one.known)
    for position in found.positions:
        last = position.stances[-1]
        yield _row("position", position.id, position.matter, last.holds, last.evidence.words, last.known)
    for dispute in found.disputes:
        yield _row("disputed", dispute.id, "", dispute.about, " / ".join(s.words for s in dispute.sides), None)
    for series, figure in found.figures:
        point = export.point_of(series, figure)
        when: When | None = point.when if point else figure.when
        known = point.known if point else None
        yield _row("figure", figure.id, days(when), series.of, figure.evidence.words, known)
    yield from _rows("untold", found.untold)
    for doubt in found.perhaps:
        yield _row("left out", doubt.article, days(doubt.when), "may have been known", doubt.title, None)


def _rows(section: str, found: Iterable[Standing]) -> Iterator[Row]:
    for one in found:
        happening = one.entry.happening
        status = "decided" if one.is_decided else str(happening.status)
        yield _row(section, happening.id, days(happening.when), status, happening.headline.words, happening.known)


def _row(section: str, record: str, when: str, status: str, words: str, known: date | None) -> Row:
    return {
        "section": section,
        "id": record,
        "when": when,
        "status": status,
        "known": known.isoformat() if known else None,
        "words": tame(words),
    }
