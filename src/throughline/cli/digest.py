"""How answers of several kinds look: diff, why, status; for people and as rows.

In: one record of the model. Out: lines, or rows with the same columns throughout.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from throughline.cli import people
from throughline.cli.lines import Grid, Line, Piece, line
from throughline.export import wording
from throughline.export.values import Scalar, flat, tame
from throughline.export.wording import days
from throughline.ledger.rows import Head
from throughline.model import (
    Diff,
    Dispute,
    Doubt,
    Entry,
    Explanation,
    Overview,
    Problem,
    Saying,
    Setting,
    When,
)

Row = dict[str, Scalar]
_COMMAND = re.compile(r"(throughline [a-z ]+ )STORY\b")
_LISTED = 20  # problems and undated articles that are listed; --json has all


def diff(found: Diff, heads: Mapping[str, Head]) -> Iterator[Line]:
    """What a reader learned: new happenings, new turns of older ones, figures, statements."""
    since = found.earlier.isoformat() if found.earlier else "the beginning"
    until = found.later.isoformat() if found.later else "now"
    yield line(Piece(f"From {since} to {until}: {wording.count(len(found.articles), 'new article')}", "bold"))
    yield line()
    if found.turns:
        yield _heading("What changed")
        for news in found.turns:
            yield from people.entry_lines(news.entry, heads)
            if not wording.past(news.entry.happening.history):  # else the entry tells of them itself
                yield from (people.turn_line(turn, "now") for turn in news.turns)
            yield line()
    if found.happenings:
        yield _heading("New in the record")
        yield from _entries(found.happenings, heads)
    if found.figures:
        yield _heading("New figures")
        for (of, unit), points in groupby(found.figures, key=lambda pair: (pair[0].of, pair[0].unit)):
            yield line(Piece(f"{of} {unit}".strip(), "bold"))
            yield from (people.point_line(point) for _series, point in points)
        yield line()
    if found.sayings:
        yield _heading("New statements")
        yield from people.sayings(found.sayings, heads)


def diff_rows(found: Diff) -> Iterator[Row]:
    """What a reader learned, a row each."""
    yield from (_entry_row("turn", news.entry) for news in found.turns)
    yield from (_entry_row("happening", entry) for entry in found.happenings)
    for series, point in found.figures:
        words = point.evidence.words if point.evidence else ""
        yield _row("figure", point.figure, days(point.when), series.of, words, _day(point.known))
    yield from (_saying_row(saying) for saying in found.sayings)


def dispute_rows(found: Sequence[Dispute]) -> Iterator[Row]:
    """What contradicts what, a row a side."""
    for dispute in found:
        for side in dispute.sides:
            yield {
                "id": dispute.id,
                "about": dispute.about,
                "speaker": side.speaker,
                "outlet": side.outlet,
                "known": _day(side.known),
                "words": tame(side.words),
                "evidence": tame(side.evidence.words),
                "article": side.evidence.article,
                "start": side.evidence.start,
                "end": side.evidence.end,
                "because": tame(dispute.because),
            }


def why(found: Explanation, story: str) -> Iterator[Line]:
    """The words in their place, the rule, the rivals, and what would change the answer: commands to paste."""
    yield line(Piece(f"{found.kind}", "bold"), f"  {found.id}")
    for evidence in found.evidence:
        yield line(Piece(wording.quoted(evidence.words), "bold"), Piece(f"  {people.place(evidence)}", "dim"), indent=2)
    if found.evidence and (found.before or found.after):
        yield line(
            Piece(f"in: … {_tail(found.before)}", "dim"),
            Piece(f"»{found.evidence[0].words}«", "bold"),
            Piece(f"{_head(found.after)} …", "dim"),
            indent=2,
        )
    if found.when:
        yield line(Piece("when: ", "dim"), Piece(days(found.when), "bold"), f"  ({found.when.grain})", indent=2)
    if found.rule:
        yield line(Piece("rule: ", "dim"), found.rule, indent=2)
    for part in found.parts:
        yield line(
            Piece(f"{part.name}: ", "dim"),
            part.words,
            Piece(f"{'  ' if part.words else ''}{wording.short(part.id)}" if part.id else "", "dim"),
            indent=2,
        )
    yield from _bullets("because", found.reasons)
    yield from _bullets("and not", [f"{days(rival.when)}: {rival.reason}" for rival in found.rivals])
    changes = [_COMMAND.sub(lambda command: command[1] + story, one) for one in found.would_change]
    yield from _bullets("what would change this", changes)


def why_rows(found: Explanation) -> Iterator[Row]:
    """An explanation as name and words."""
    yield {"name": "kind", "words": found.kind, "id": found.id}
    for evidence in found.evidence:
        yield {"name": "evidence", "words": evidence.words, "id": evidence.article}
    if found.when:
        yield {"name": "when", "words": found.when.edtf, "id": None}
    yield {"name": "rule", "words": found.rule, "id": None}
    for part in found.parts:
        yield {"name": part.name, "words": part.words, "id": part.id}
    for reason in found.reasons:
        yield {"name": "reason", "words": reason, "id": None}
    for rival in found.rivals:
        yield {"name": "rival", "words": f"{rival.when.edtf}: {rival.reason}", "id": None}
    for change in found.would_change:
        yield {"name": "would change", "words": change, "id": None}


def status(found: Overview, heads: Mapping[str, Head], story: str) -> Iterator[Line | Grid]:
    """What is in a story, and what needs a person's eye."""
    until = f"{found.first} to {found.last}" if found.first and found.last else "no dated article"
    yield line(Piece(until, "bold"), f", {wording.count(found.outlets, 'outlet')}")
    yield Grid(("what", ">count"), tuple((name, f"{number:,}") for name, number in found.counts))
    undated = set(found.undated)
    yield from _doubts("undated", [one for one in found.doubts if one.article in undated], heads, story)
    doubted = [one for one in found.doubts if one.article not in undated]
    yield from _doubts("of an uncertain date", doubted, heads, story)
    for setting in found.settings:
        yield from _setting(setting)
    if found.problems:
        yield line()
        yield line(Piece(wording.count(len(found.problems), "problem"), "bad"))
        yield from problems(found.problems)


def _setting(setting: Setting) -> Iterator[Line]:
    """Which of the user's files holds, and what was read without it."""
    held = wording.count(setting.content.count("\n"), "line")
    yield line(Piece(setting.name, "bold"), f", {held}, holds for pages added from now on")
    if setting.before:
        since = f"{wording.count(setting.before, 'page')} came before it: to read them by it, add them to a new story"
        yield line(Piece(since, "dim"), indent=2)


def status_rows(found: Overview) -> Iterator[Row]:
    """The counts as name and number."""
    for name, number in found.counts:
        yield {"what": name, "count": number}
    yield {"what": "undated", "count": len(found.undated)}
    yield {"what": "uncertain date", "count": len(found.ambiguous)}
    yield {"what": "problems", "count": len(found.problems)}


def problems(found: Sequence[Problem]) -> Iterator[Line]:
    """What went wrong, where, and what to do; the first of many."""
    for problem in found[:_LISTED]:
        yield line(f"{problem.where}: {problem.what}", Piece(f"  {wording.short(problem.id)}", "dim"), indent=2)
        yield line(Piece(problem.advice, "dim"), indent=4)
    yield from _more(len(found))


def problem_rows(found: Sequence[Problem]) -> Iterator[Row]:
    """What went wrong, a row each."""
    yield from map(flat, found)


def _heading(words: str) -> Line:
    return line(Piece(f"── {words} ──", "bold"))


def _entries(found: tuple[Entry, ...], heads: Mapping[str, Head]) -> Iterator[Line]:
    for entry in found:
        yield from people.entry_lines(entry, heads)
        yield line()


def _bullets(title: str, found: list[str] | tuple[str, ...]) -> Iterator[Line]:
    if found:
        yield line(Piece(f"{title}:", "dim"), indent=2)
        yield from (line(f"- {words}", indent=4) for words in found)


def _doubts(what: str, found: Sequence[Doubt], heads: Mapping[str, Head], story: str) -> Iterator[Line]:
    """Articles without a sure day: what they may be, why, and how a person settles it."""
    if not found:
        return
    yield line()
    yield line(Piece(f"{wording.count(len(found), 'article')} {what}", "open"))
    for doubt in found[:_LISTED]:
        head = heads[doubt.article]
        title = f"  “{tame(head.title)}”" if head.outlet and head.title else ""
        yield line(
            Piece(days(doubt.when), "bold"),
            Piece(f"  {likeliest(doubt.guess)}" if doubt.guess else "", "open"),
            f"  {wording.called(head)}{title}",
            Piece(f"  {wording.short(doubt.article)}", "dim"),
            indent=2,
        )
        if doubt.reason:
            yield line(Piece(tame(doubt.reason), "dim"), indent=4)
    yield from _more(len(found))
    one = wording.short(found[0].article)
    yield line(Piece(f"the reasons: throughline why {story} {one}", "dim"), indent=2)
    yield line(Piece(f"to settle a day: throughline rule date {story} {one} D", "dim"), indent=2)
    yield line(Piece(f"to leave it so: throughline rule accept {story} {one}", "dim"), indent=2)


def likeliest(guess: When) -> str:
    """A guess, as people see it: EDTF's mark of doubt behind it.

    >>> from datetime import date
    >>> from throughline.model import Grain
    >>> likeliest(When(date(2008, 1, 1), date(2008, 12, 31), Grain.YEAR))
    'perhaps 2008?'
    """
    return f"perhaps {days(guess)}?"


def _more(total: int) -> Iterator[Line]:
    if total > _LISTED:
        yield line(Piece(f"and {total - _LISTED:,} more: --json lists them all", "dim"), indent=2)


def _row(section: str, record: str, when: str, status: str, words: str, known: str | None) -> Row:
    return {"section": section, "id": record, "when": when, "status": status, "known": known, "words": tame(words)}


def _entry_row(section: str, entry: Entry) -> Row:
    one = entry.happening
    return _row(section, one.id, days(one.when), str(one.status), one.headline.words, _day(one.known))


def _saying_row(saying: Saying) -> Row:
    words = " … ".join(piece.words for piece in saying.statement.content)
    return _row("statement", saying.statement.id, "", wording.speaker(saying), words, _day(saying.known))


def _day(day: object) -> str | None:
    return str(day) if day else None


def _tail(words: str) -> str:
    return " ".join(words.split()) + " " * words[-1:].isspace()


def _head(words: str) -> str:
    return " " * words[:1].isspace() + " ".join(words.split())
