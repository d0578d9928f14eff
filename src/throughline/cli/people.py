"""How records look to people: the dated line first, the sentence in quotes, who told it, and its history.

In: records of the model. Out: lines and grids. Invariant: ids are shown so that they can be pasted into `why`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from throughline.cli.lines import Grid, Line, Piece, line
from throughline.export.markdown import days, due
from throughline.export.values import number, tame
from throughline.ledger.rows import Head
from throughline.model import (
    Actor,
    ActorRole,
    Deadline,
    Dispute,
    Entry,
    Evidence,
    Hit,
    Point,
    Saying,
    Series,
    Source,
    Status,
    Turn,
    When,
)

_DIGITS = 8  # 32 bits: in a story of 10,000 happenings the chance that any two look alike is about 1 in 100
_LONG = 12  # entries; a longer chronicle is cut into bands by year, month or day
_SENTENCE = 400  # characters of a sentence that are shown; `why` shows all of it
_MARKS = frozenset('"“”„«»')
_STYLES = {
    Status.HAPPENED: "good",
    Status.ONGOING: "good",
    Status.DENIED: "bad",
    Status.NOT_HAPPENED: "bad",
}
_OUTCOMES = {"met": "good", "missed": "bad", "dropped": "bad"}


def short(record: str) -> str:
    """An id cut to what a person can paste; `why` takes any unique beginning."""
    kind, hyphen, digits = record.rpartition("-")
    return kind + hyphen + digits[:_DIGITS]


def known(day: date | None) -> str:
    """Since when something was known."""
    return f"known since {day.isoformat()}" if day else "day of publication unknown"


def called(head: Head) -> str:
    """What to call an article's source: its outlet, else its title, else the file."""
    if head.outlet or head.title:
        return head.outlet or f"“{head.title}”"
    file, mark, record = head.source.partition("#")  # a record of a file is known by both: "1786" alone tells nothing
    return file.rpartition("/")[2] + mark + record


def count(number_of: int, noun: str) -> str:
    """A number and its noun."""
    return f"{number_of:,} {noun}{'' if number_of == 1 else 's'}"


def quoted(words: str) -> str:
    """Words of an article in quotation marks, on one line; as they stand where they have such marks themselves."""
    words = tame(words)
    if len(words) > _SENTENCE:
        words = words[:_SENTENCE].rsplit(" ", 1)[0] + " …"
    return words if _MARKS & set(words) else f"“{words}”"


def chronicle(entries: Sequence[Entry], heads: Mapping[str, Head]) -> Iterator[Line]:
    """The dated record, with a heading where a new year or month begins when it is long."""
    band = None
    for entry in entries:
        heading = _band(entry.happening.when, entries)
        if heading != band:
            band = heading
            yield line(Piece(f"── {heading} ──", "bold"))
            yield line()
        yield from entry_lines(entry, heads)
        yield line()


def _band(when: When | None, entries: Sequence[Entry]) -> str | None:
    if len(entries) <= _LONG:
        return None
    day = (when.first or when.last) if when else None
    if not day:
        return "undated"
    years = {one.first.year for entry in entries if (one := entry.happening.when) and one.first}
    return str(day.year) if len(years) > 1 else f"{day:%Y-%m}"


def entry_lines(entry: Entry, heads: Mapping[str, Head]) -> Iterator[Line]:
    """One entry: days, who, status; the sentence; who told it; how its status changed."""
    happening = entry.happening
    words = str(happening.status).replace("_", " ") + (f", {due(entry.due)}" if entry.due else "")
    sides = " > ".join(part for part in (", ".join(entry.actors), ", ".join(entry.recipients)) if part)
    head = [Piece(days(happening.when), "bold"), Piece("  ")]
    if happening.type:
        head += [Piece(str(happening.type)), Piece("  ")]
    if sides:
        head += [Piece(sides), Piece("  ")]
    yield line(*head, Piece(words, _STYLES.get(happening.status, "open")))
    yield line(quoted(happening.headline.words), indent=2)
    outlets = entry.outlets or (called(heads[happening.headline.article]),)
    yield line(
        Piece(f"{told(outlets, happening.reports, happening.origins)}, {known(happening.known)}", "dim"),
        Piece(f"  {short(happening.id)}", "dim"),
        indent=2,
    )
    yield from (turn_line(turn) for turn in past(happening.history))


def past(history: Sequence[Turn]) -> list[Turn]:
    """The turns of a history but the last of its own, which gives the status."""
    own = [turn for turn in history if turn.happening is None]
    return [turn for turn in history if turn is not own[-1]] if own else list(history)


def turn_line(turn: Turn) -> Line:
    """An earlier status, or that of what it hangs on, and since when it was known."""
    status = str(turn.status).replace("_", " ")
    since = known(turn.known)
    if turn.since and turn.known:
        since = f"known since some day from {turn.since.isoformat()} to {turn.known.isoformat()}"
    if turn.happening is None:
        return line(Piece(f"was {status} ({since})", "dim"), indent=2)
    kind = f"{turn.type} " if turn.type else ""
    said = f": {quoted(turn.words.words)}" if turn.words else ""
    return line(Piece(f"hangs on {kind}{status} ({since}){said}", "dim"), indent=2)


def told(outlets: Sequence[str], reports: int, origins: int) -> str:
    """Who told it, and from how many independent origins."""
    names = ", ".join(outlets[:4]) + (f" and {len(outlets) - 4} more" if len(outlets) > 4 else "")
    return f"{names}: {count(reports, 'report')}, {count(origins, 'independent origin')}"


def sayings(found: Iterable[Saying], heads: Mapping[str, Head]) -> Iterator[Line]:
    """Statements: when known, who, through whom, the words."""
    for saying in found:
        statement = saying.statement
        yield line(
            Piece(days(statement.said or heads[statement.evidence.article].published), "bold"),
            "  ",
            Piece(speaker(saying), "bold"),
            Piece(f"  {statement.mode}", "dim"),
        )
        yield line(" … ".join(quoted(piece.words) for piece in statement.content), indent=2)
        who = told((called(heads[statement.evidence.article]),), saying.reports, saying.origins)
        yield line(Piece(f"{who}, {known(saying.known)}  {short(statement.id)}", "dim"), indent=2)
        yield line()


def speaker(saying: Saying) -> str:
    """Who said it, and through whom it came."""
    source = saying.statement.source
    name = saying.speaker.name if saying.speaker else tame(source.evidence.words) if source else "nobody named"
    chain = ", ".join(f"via {tame(relay.name)}" for relay in saying.statement.chain)
    return f"{name} ({chain})" if chain else name


def actors(found: Iterable[Actor]) -> Iterator[Grid]:
    """People and bodies, with their latest role and its days, and other names."""
    rows = tuple(
        (
            actor.name,
            str(actor.type),
            f"{actor.mentions:,}",
            f"{actor.articles:,}",
            _standing(actor),
            ", ".join(actor.aliases[:4]),
            short(actor.id),
        )
        for actor in found
    )
    yield Grid(("name", "type", ">mentions", ">articles", "role", "also", "id"), rows)


def _standing(actor: Actor) -> str:
    """The latest role of an actor, one of a known office first; or whom a metonym may stand for."""
    if actor.stands_for:
        return "may stand for " + " or ".join(joint.name for joint in actor.stands_for)
    offices = [role for role in actor.roles if role.since] or actor.roles
    return role(offices[-1]) if offices else ""


def role(given: ActorRole) -> str:
    """A role, from when to when pages give it, and the days of the office where the table knows it."""
    told_on = " to ".join(dict.fromkeys(day.isoformat() for day in (given.first, given.last) if day))
    office = f"in office {given.since} to {given.until or 'then'}" if given.since else ""
    days_of = "; ".join(part for part in (told_on, office) if part)
    return f"{tame(given.words)} ({days_of})" if days_of else tame(given.words)


def series(found: Iterable[Series]) -> Iterator[Line]:
    """Figures of one quantity, oldest first."""
    for one in found:
        yield line(
            Piece(one.of or "(uncounted)", "bold"), Piece(f" {one.unit}" if one.unit else ""), f"  {short(one.id)}"
        )
        yield from (point_line(point) for point in one.points)
        yield line()


def point_line(point: Point) -> Line:
    """One figure: its days, how many, since when it was known, in which words."""
    words = f"  {quoted(point.evidence.words)}" if point.evidence else ""
    spread = f", {count(point.origins, 'independent origin')}" if point.reports > 1 else ""
    return line(
        f"{days(point.when)}  ",
        Piece(amount(point), "bold"),
        words,
        Piece(f"  {known(point.known)}{spread}  {short(point.figure)}", "dim"),
        indent=2,
    )


def amount(point: Point) -> str:
    """How many, as exactly as the words say."""
    low, high = number(point.low), number(point.high)
    about = "about " if point.approximate else ""
    if low is not None and high is not None:
        return f"{about}{low:,}" if low == high else f"{about}{low:,} to {high:,}"
    if low is not None:
        return f"{about}{low:,} or more"
    return f"{about}{high:,} or fewer" if high is not None else "unknown"


def deadlines(found: Iterable[Deadline]) -> Iterator[Line]:
    """What was due, and what became of it."""
    for deadline in found:
        yield line(
            Piece(due(deadline.due) if deadline.due else "on a condition", "bold"),
            "  ",
            Piece(deadline.outcome, _OUTCOMES.get(deadline.outcome, "open")),
        )
        if deadline.awaited:
            yield line("awaited: ", Piece(quoted(deadline.awaited.words), "bold"), indent=2)
        yield line(quoted(deadline.event.evidence.words), indent=2)
        if deadline.condition and not deadline.awaited:
            yield line(f"condition: {quoted(deadline.condition.words)}", indent=2)
        yield line(Piece(deadline.account, "dim"), indent=2)
        yield from (line(quoted(evidence.words), indent=4) for evidence in deadline.told)
        yield line(Piece(short(deadline.id), "dim"), indent=2)
        yield line()


def disputes(found: Iterable[Dispute]) -> Iterator[Line]:
    """What contradicts what, side by side."""
    for dispute in found:
        yield line(Piece(f"They differ about a {dispute.about}", "bold"), Piece(f"  {short(dispute.id)}", "dim"))
        for side in dispute.sides:
            outlet = side.outlet or "outlet unknown"
            who = f"{side.speaker}, {outlet}" if side.speaker else outlet
            yield line(Piece(tame(side.words), "bold"), Piece(f"  {who}, {known(side.known)}", "dim"), indent=2)
            if tame(side.words) != tame(side.evidence.words):
                yield line(quoted(side.evidence.words), indent=4)
        if dispute.because:
            yield line(Piece(tame(dispute.because), "dim"), indent=2)
        yield line()


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


def hits(found: Iterable[Hit]) -> Iterator[Line]:
    """Passages that hold the words."""
    for hit in found:
        day = hit.known.isoformat() if hit.known else "undated"
        yield line(Piece(day, "bold"), f"  {hit.outlet or 'outlet unknown'}", Piece(f"  {hit.title or ''}", "dim"))
        yield line(quoted(hit.evidence.words), indent=2)
        yield line(Piece("  ".join(map(short, (hit.evidence.article, *hit.findings[:4]))), "dim"), indent=2)
        yield line()


def place(evidence: Evidence) -> str:
    """Where words stand."""
    return f"{short(evidence.article)}, characters {evidence.start} to {evidence.end}"
