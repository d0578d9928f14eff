"""How records look to people: the dated line first, the sentence in quotes, who told it, and its history.

In: records of the model. Out: lines and grids. Invariant: ids are shown so that they can be pasted into `why`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from throughline.cli.lines import Grid, Line, Piece, line
from throughline.export import wording
from throughline.export.bands import band_of
from throughline.export.statuses import outcome_tone, tone
from throughline.export.values import tame
from throughline.export.wording import (
    ROLES,
    amount,
    called,
    count,
    days,
    due,
    known,
    lasting,
    manner,
    past,
    quoted,
    role,
    short,
    speaker,
    told,
    told_roles,
)
from throughline.ledger.rows import Head
from throughline.model import (
    Actor,
    Deadline,
    Dispute,
    Entry,
    Evidence,
    Hit,
    Point,
    Saying,
    Series,
    Side,
    Source,
    Turn,
)

_NAME = 32  # characters that a column of names is wide at most; longer names push the rest of their line


def chronicle(entries: Sequence[Entry], heads: Mapping[str, Head]) -> Iterator[Line]:
    """The dated record, with a heading where a new year or month begins when it is long."""
    for heading, found in groupby(entries, key=band_of(entries)):
        if heading:
            yield line(Piece(f"── {heading} ──", "bold"))
            yield line()
        for entry in found:
            yield from entry_lines(entry, heads)
            yield line()


def entry_lines(entry: Entry, heads: Mapping[str, Head]) -> Iterator[Line]:
    """One entry: days, who, status; the sentence; who told it; how its status changed."""
    happening = entry.happening
    words = happening.status.words + (f", {due(entry.due)}" if entry.due else "")
    sides = " > ".join(part for part in (", ".join(entry.actors), ", ".join(entry.recipients)) if part)
    head = [Piece(days(happening.when), "bold"), Piece("  ")]
    if happening.type:
        head += [Piece(str(happening.type)), Piece("  ")]
    if sides:
        head += [Piece(sides), Piece("  ")]
    yield line(*head, Piece(words, tone(happening.status)))
    yield line(quoted(happening.headline.words), indent=2)
    outlets = entry.outlets or (called(heads[happening.headline.article]),)
    yield line(
        Piece(f"{told(outlets, happening.reports, happening.origins)}, {known(happening.known)}", "dim"),
        Piece(f"  {short(happening.id)}", "dim"),
        indent=2,
    )
    earlier = past(happening.history)
    yield from map(turn_line, earlier)
    if any(turn.happening is None for turn in earlier):
        last = next(turn for turn in reversed(happening.history) if turn.happening is None)
        yield turn_line(last, "now")


def turn_line(turn: Turn, tense: str = "was") -> Line:
    """An earlier status, or that of what it hangs on, and since when it was known; or the latest ("now")."""
    if turn.happening is None:
        return line(Piece(wording.turn(turn, tense), "dim"), indent=2)
    said = f": {quoted(turn.words.words)}" if turn.words else ""
    return line(Piece(f"{wording.turn(turn)}{said}", "dim"), indent=2)


def sayings(found: Iterable[Saying], heads: Mapping[str, Head]) -> Iterator[Line]:
    """Statements: when said, who, through whom, the word that says so ("denied", "wouldn't say"), and what."""
    for saying in found:
        statement = saying.statement
        yield line(
            Piece(days(statement.said or heads[statement.evidence.article].published), "bold"),
            "  ",
            Piece(speaker(saying), "bold"),
            Piece(f"  {manner(statement)}", "dim"),
        )
        yield line(" … ".join(quoted(piece.words) for piece in statement.content), indent=2)
        who = told((called(heads[statement.evidence.article]),), saying.reports, saying.origins)
        yield line(Piece(f"{who}, {known(saying.known)}  {short(statement.id)}", "dim"), indent=2)
        yield line()


def actors(found: Sequence[Actor]) -> Iterator[Line]:
    """People and bodies: how often they are named, then their other names, and their roles over time."""
    width = min(_NAME, max((len(actor.name) for actor in found), default=0))
    kinds = max((len(actor.type) for actor in found), default=0)
    for actor in found:
        counts = f"{count(actor.mentions, 'mention')} in {count(actor.articles, 'article')}"
        yield line(
            Piece(tame(actor.name).ljust(width), "bold"),
            f"  {actor.type:{kinds}}  {counts}",
            Piece(f"  {short(actor.id)}", "dim"),
        )
        if actor.aliases:
            yield line(f"also {', '.join(map(tame, actor.aliases[:4]))}", indent=4)
        if actor.stands_for:
            yield line(f"may stand for {' or '.join(joint.name for joint in actor.stands_for)}", indent=4)
        roles = told_roles(actor.roles)
        yield from (line(role(one), indent=4) for one in lasting(roles))
        if len(roles) > ROLES:
            yield line(Piece(f"and {len(roles) - ROLES} more: throughline why", "dim"), indent=4)


def series(found: Iterable[Series]) -> Iterator[Line]:
    """Figures of one quantity, oldest first."""
    for one in found:
        yield line(
            Piece(one.of or "(uncounted)", "bold"), Piece(f" {one.unit}" if one.unit else ""), f"  {short(one.id)}"
        )
        yield from (point_line(point) for point in one.points)
        yield line()


def point_line(point: Point) -> Line:
    """One figure: its days, how many, in which words, whose figure it is, since when it was known."""
    words = f"  {quoted(point.evidence.words)}" if point.evidence else ""
    spread = f"{told((), point.reports, point.origins)}, " if point.reports > 1 else ""
    source = f"{tame(point.source)}, " if point.source else ""
    return line(
        f"{days(point.when)}  ",
        Piece(amount(point), "bold"),
        words,
        Piece(f"  {source}{spread}{known(point.known)}  {short(point.figure)}", "dim"),
        indent=2,
    )


def deadlines(found: Iterable[Deadline], heads: Mapping[str, Head]) -> Iterator[Line]:
    """What was due and who told it, and what became of it."""
    for deadline in found:
        yield line(
            Piece(due(deadline.due), "bold"),
            "  ",
            Piece(deadline.outcome, outcome_tone(deadline.outcome)),
            Piece(f"  before that {due(deadline.was)}" if deadline.was else "", "dim"),
        )
        if deadline.awaited:
            yield line("awaited: ", Piece(quoted(deadline.awaited.words), "bold"), indent=2)
        yield line(quoted(deadline.event.evidence.words), indent=2)
        if deadline.condition and not deadline.awaited:
            yield line(f"condition: {quoted(deadline.condition.words)}", indent=2)
        head = heads[deadline.event.evidence.article]
        yield line(Piece(f"{called(head)}, {days(head.published)}  {short(deadline.id)}", "dim"), indent=2)
        yield line(Piece(f"{deadline.account}{':' if deadline.told else ''}", "dim"), indent=2)
        for evidence in deadline.told:
            yield line(quoted(evidence.words), Piece(f"  {called(heads[evidence.article])}", "dim"), indent=4)
        yield line()


def disputes(found: Iterable[Dispute], heads: Mapping[str, Head]) -> Iterator[Line]:
    """What contradicts what, side by side."""
    for dispute in found:
        yield line(Piece(wording.differ(dispute.about), "bold"), Piece(f"  {short(dispute.id)}", "dim"))
        for side in dispute.sides:
            yield from _side(side, called(heads[side.evidence.article]), is_figure=dispute.about == "figure")
        if dispute.because:
            yield line(Piece(tame(dispute.because), "dim"), indent=2)
        yield line()


def _side(side: Side, outlet: str, *, is_figure: bool) -> Iterator[Line]:
    """One side: what it says, who says it where, and its sentence, where what it says is not the whole of it."""
    who = ", ".join([*dict.fromkeys(name for name in (side.speaker, outlet) if name), known(side.known)])
    point, sentence = wording.claim(side)
    if point == sentence and not is_figure:
        yield line(Piece(quoted(sentence), "bold"), indent=2)
        yield line(Piece(who, "dim"), indent=4)
        return
    yield line(Piece(point, "bold"), Piece(f"  {who}", "dim"), indent=2)
    if point != sentence:
        yield line(quoted(sentence), indent=4)


def sources(found: Iterable[Source]) -> Iterator[Grid]:
    """Outlets, how much of theirs is copied, and whom they cite."""
    rows = tuple(
        (
            source.outlet or "(unknown)",
            f"{source.articles:,}",
            f"{source.copies:,}",
            f"{source.versions:,}",
            f"{source.undated:,}",
            source.first.isoformat() if source.first else "",
            source.last.isoformat() if source.last else "",
            ", ".join(f"{name} ({times})" for name, times in source.cites[:5]),
        )
        for source in found
    )
    yield Grid(("outlet", ">articles", ">copies", ">versions", ">undated", "first", "last", "cites"), rows)


def hits(found: Iterable[Hit], heads: Mapping[str, Head]) -> Iterator[Line]:
    """Passages that hold the words."""
    for hit in found:
        day = hit.known.isoformat() if hit.known else "undated"
        head = heads[hit.evidence.article]
        title = f"  “{tame(hit.title)}”" if hit.outlet and hit.title else ""
        yield line(Piece(day, "bold"), f"  {called(head)}", Piece(title, "dim"))
        yield line(quoted(hit.evidence.words), indent=2)
        yield line(Piece("  ".join(map(short, (hit.evidence.article, *hit.findings[:4]))), "dim"), indent=2)
        yield line()


def place(evidence: Evidence) -> str:
    """Where words stand."""
    return f"{short(evidence.article)}, characters {evidence.start} to {evidence.end}"
