"""What a ruling moved: an article as it was anchored before the ruling beside what it is by it.

In: a view and a ruling's id. Out: `Moves`. Nothing is written: both sides are found from what a reader saw,
as they were when the ruling was made, whatever was ruled since.
"""

from collections.abc import Iterator

from throughline.errors import QueryError
from throughline.ledger import Reading, rulings
from throughline.ledger.view import View
from throughline.model import Event, Figure, Finding, Move, Moves, Statement, Time, When
from throughline.pipeline.anchor import anchored
from throughline.pipeline.steps import STEPS, Steps

_Dated = Event | Figure | Statement | Time


def moves(view: View, ruling_id: str, steps: Steps = STEPS) -> Moves:
    """Say what a ruling moved; QueryError where there is none of that id."""
    made = view.rulings()
    place = next((number for number, one in enumerate(made) if one.id == ruling_id), None)
    if place is None:
        raise QueryError(f"there is no ruling {ruling_id}: `throughline rule list` lists them")
    ruling = made[place]
    held = view.held(rulings.ruled(ruling, made))
    if held is None or held.article is None or held.dating is None:
        return Moves(ruling, None, ())
    before, after = (anchored(held, held.dating, made[:upto], steps) for upto in (place, place + 1))
    return Moves(ruling, held.article.id, tuple(_moves(before, after)))


def _moves(before: Reading, after: Reading) -> Iterator[Move]:
    if before.article is not None and after.article is not None:
        was, now = before.article.published.when, after.article.published.when
        if was != now:
            yield Move(after.article.id, "published", None, was, now)
    had, has = _found(before), _found(after)
    for name in sorted(had.keys() | has.keys(), key=lambda one: _place(has.get(one) or had[one])):
        yield from _moved(had.get(name), has.get(name))


def _moved(had: _Dated | None, has: _Dated | None) -> Iterator[Move]:
    """How one record moved, day by day; or that it came or went."""
    one = has or had
    if one is None:
        return
    if had is None or has is None:
        status = "found" if had is None else "no longer found"
        first = next(iter(_days(one).items()))
        yield Move(one.id, first[0], one.evidence, None if had is None else first[1], first[1] if has else None, status)
        return
    status = ""
    if isinstance(had, Event) and isinstance(has, Event) and had.status is not has.status:
        status = f"{had.status} to {has.status}".replace("_", " ")
    was, now = _days(had), _days(has)
    changed = [what for what in now if was[what] != now[what]]
    for what in changed or (["when"] if status else []):
        yield Move(one.id, what, one.evidence, was[what], now[what], status)


def _days(one: _Dated) -> dict[str, When | None]:
    if isinstance(one, Event):
        return {"when": one.when, "due": one.due}
    return {"said": one.said} if isinstance(one, Statement) else {"when": one.when}


def _found(reading: Reading) -> dict[str, _Dated]:
    found = reading.findings
    dated: list[_Dated] = [*found.events, *found.figures, *found.statements, *found.times]
    return {one.id: one for one in dated}


def _place(one: Finding) -> tuple[int, int, str]:
    return one.evidence.start, one.evidence.end, one.id
