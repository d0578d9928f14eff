"""Statements, with who made them.

In: a view, a speaker's name, words. Out: `Saying`s in order of known. One utterance printed by several articles is one
saying: the same speaker and the same words, or a copy's print of its original's.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from throughline.chronicle.actors import Naming, actors_of, bearers, naming
from throughline.chronicle.origins import Origins, origins
from throughline.ledger.rows import Named, StatementRow
from throughline.ledger.view import View
from throughline.model import Actor, Saying, Statement


def said(
    view: View,
    by: str | Actor | None = None,
    about: str | None = None,
    top: int | None = None,
    *,
    thoughts: bool = False,
) -> tuple[Saying, ...]:
    """Statements by an actor, or by any name of theirs, that hold the words; in order of known, copies counted once.

    `top`: so many at most, those first said last; without it, all of them, which takes seconds in a large story.
    `thoughts`: also what articles tell that they think, hope, want or plan.
    """
    return counted(view, by, about, top, thoughts=thoughts)[0]


def counted(
    view: View,
    by: str | Actor | None = None,
    about: str | None = None,
    top: int | None = None,
    *,
    thoughts: bool = False,
) -> tuple[tuple[Saying, ...], int]:
    """The same, with how many there are in all."""
    if by is None and about is None and top is not None:
        rows, total = view.newest_statements(top, thoughts=thoughts)
    else:
        rows = [row for row in _asked_for(view, by, about) if thoughts or not row.is_thought]
        prints = _newest(view, rows)
        total, kept = len(prints), set(prints[:top])
        rows = [row for row in rows if row.print in kept]
    names = view.names({row.speaker for row in rows if row.speaker})
    found = sayings(view, rows, (names, naming(view, names)), origins(view))
    return found[-top:] if top else found, max(total, len(found))


def _asked_for(view: View, by: str | Actor | None, about: str | None) -> list[StatementRow]:
    """Statements by a speaker that stand in a sentence that holds the words."""
    if by is None:
        return view.statement_rows() if about is None else view.statements_holding(about)
    rows = view.statements_by(bearers(view, by))
    if about is None:
        return rows
    holding = {row.id for row in view.statements_holding(about)}
    return [row for row in rows if row.id in holding]


def _newest(view: View, rows: Iterable[StatementRow]) -> list[int]:
    """Prints of statements, those first said last in front."""
    known = {article: head.known for article, head in view.heads().items()}
    first: dict[int, date] = {}
    for row in rows:  # in order of known
        first.setdefault(row.print, known[row.article] or date.min)
    return sorted(first, key=lambda number: first[number], reverse=True)


def sayings(
    view: View, rows: Sequence[StatementRow], named: tuple[Sequence[Named], Naming], traced: Origins
) -> tuple[Saying, ...]:
    """Make sayings of statements; `named` are the names of their speakers, and who is who among them."""
    names, who = named
    speakers = {row.id: who.key(row.speaker) for row in rows if row.speaker is not None}
    known_as = {actor.id: actor for actor in actors_of(view, names, who, set(speakers.values()))}
    prints = {row.id: row.print for row in rows}
    groups: dict[tuple[str | None, int], list[Statement]] = {}
    whole = view.statements(ids=[row.id for row in rows]) if rows else []
    for statement in sorted(whole, key=lambda s: (*traced.age(s.evidence.article), s.evidence.start, s.id)):
        groups.setdefault((speakers.get(statement.id), prints[statement.id]), []).append(statement)
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
