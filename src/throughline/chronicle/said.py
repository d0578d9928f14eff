"""Statements, with who made them.

In: a view, a speaker's name, words. Out: `Saying`s in order of known. One utterance printed by several articles is one
saying: the same speaker and the same words, or a copy's print of its original's.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from throughline.chronicle.actors import Naming, actors_of, matching, naming
from throughline.chronicle.origins import Origins, origins
from throughline.ledger.rows import StatementRow
from throughline.ledger.view import View
from throughline.model import Saying, Statement
from throughline.text.gist import letters


def said(view: View, by: str | None = None, about: str | None = None) -> tuple[Saying, ...]:
    """Statements by a speaker, under any name of theirs, that hold the words; in order of known, copies counted once.

    With neither, all of them; a large story takes seconds for that.
    """
    names = view.names()
    who = naming(names)
    rows: Iterable[StatementRow] = view.statement_rows()
    if by is not None:
        keys = matching(who, names, by)
        rows = [row for row in rows if row.speaker is not None and who.key(row.speaker) in keys]
    if about is not None:
        rows = _about(view, rows, about)
    return sayings(view, tuple(rows), who, origins(view))


def sayings(view: View, rows: Sequence[StatementRow], who: Naming, traced: Origins) -> tuple[Saying, ...]:
    """Make sayings of statements."""
    speakers = {row.id: who.key(row.speaker) for row in rows if row.speaker is not None}
    known_as = {actor.id: actor for actor in actors_of(view, who, set(speakers.values()))}
    groups: dict[tuple[str | None, str], list[Statement]] = {}
    whole = view.statements(ids=[row.id for row in rows]) if rows else []
    for statement in sorted(whole, key=lambda s: (*traced.age(s.evidence.article), s.evidence.start, s.id)):
        groups.setdefault((speakers.get(statement.id), _content(statement)), []).append(statement)
    found = []
    for (speaker, _), group in groups.items():
        articles = [statement.evidence.article for statement in group]
        head = traced.heads[articles[0]]
        found.append(
            Saying(
                group[0],
                known_as.get(who.id(speaker)) if speaker else None,
                head.known,
                head.outlet,
                traced.reports(articles),
                len({traced.voice(article) for article in articles}),
                tuple(statement.id for statement in group[1:]),
            )
        )
    return tuple(sorted(found, key=_order))


def _order(saying: Saying) -> tuple[date, str, int]:
    evidence = saying.statement.evidence
    return (saying.known or date.max, evidence.article, evidence.start)


def _content(statement: Statement) -> str:
    return " / ".join(letters(piece.words) for piece in statement.content)


def _about(view: View, rows: Iterable[StatementRow], about: str) -> list[StatementRow]:
    """Statements that stand in a passage that holds the words."""
    places: dict[str, list[tuple[int, int]]] = {}
    for passage in view.search(about, limit=None):
        places.setdefault(passage.evidence.article, []).append(passage.evidence.span)
    return [row for row in rows if _meets(row, places.get(row.article, ()))]


def _meets(row: StatementRow, spans: Collection[tuple[int, int]]) -> bool:
    return any(start < row.end and row.start < end for start, end in spans)
