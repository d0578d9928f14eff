"""What a person rules to be one, or two: merges and splits of actors and of happenings.

In: a view and two ids, or two names of actors. Out: the pair of ids that the ruling names: of actors, those of their
own keys; of happenings, those of tellings. QueryError where they are of two kinds, are the same already by their ids,
or where another ruling that stands says otherwise of their members.
"""

from typing import NamedTuple

from throughline.chronicle import ids, meant
from throughline.errors import QueryError
from throughline.ledger.rulings import NOT_SAME, SAME, standing
from throughline.ledger.view import View

_TELLINGS = frozenset({"event", "happening", "telling"})


class _Party(NamedTuple):
    """One side: what the ruling names, and all ids that mean the same one today."""

    kind: str
    id: str
    all: frozenset[str]


def merge(view: View, target: str, value: str) -> tuple[str, str]:
    """Two that are one."""
    one, other = _parties(view, target, value)
    _check_new(view, SAME, one, other)
    if one.id == other.id:
        raise QueryError(f"both are {one.id}, and one already: `throughline why STORY {one.id}` shows why")
    apart = [
        made.id
        for made in standing(view.rulings())
        if made.verdict == NOT_SAME
        and {made.target, made.value} != {one.id, other.id}
        and _joins((made.target, made.value), one, other)
    ]
    if apart:
        raise QueryError(f"{apart[-1]} rules that they are two: take it back first, with --undo")
    return one.id, other.id


def split(view: View, target: str, value: str) -> tuple[str, str]:
    """One that is two; an event and the happening that it was counted to are parted."""
    one, other = _parties(view, target, value)
    _check_new(view, NOT_SAME, one, other)
    if one.kind == "telling" and one.all == other.all and other.id == one.id:
        return one.id, _other(view, one)
    if one.id == other.id:
        raise QueryError(
            f"both are {one.id}, by one name: `throughline why STORY {one.id}` shows the ids of what is joined"
            " in it; of one name, reject the mentions that mean somebody else"
        )
    return one.id, other.id


def _check_new(view: View, verdict: str, one: _Party, other: _Party) -> None:
    about = [made for made in standing(view.rulings()) if {made.target, made.value} == {one.id, other.id}]
    if about and about[-1].verdict == verdict:
        raise QueryError(f"{about[-1].id} rules that already: `throughline rule list` lists all")


def _joins(ends: tuple[str, str], one: _Party, other: _Party) -> bool:
    return any(left in one.all and right in other.all for left, right in (ends, ends[::-1]))


def _parties(view: View, target: str, value: str) -> tuple[_Party, _Party]:
    one, other = (_party(view, said) for said in (target, value))
    if one.kind != other.kind:
        raise QueryError("an actor and a happening are never one: give two actors, or two happenings or events")
    return one, other


def _party(view: View, said: str) -> _Party:
    if not ids.is_id(said) or said.startswith("actor-"):
        found, name = meant.actor(view, said)
        return _Party("actor", name, meant.actor_ids(found))
    record = ids.whole(view, said)
    if record.partition("-")[0] not in _TELLINGS:
        raise QueryError(f"{record} is neither an actor nor a happening or an event: only these can be one, or two")
    group = meant.group(view, record)
    if group is not None:
        tellings = frozenset(telling.id for telling in group.tellings)
        return _Party("telling", record if record in tellings else group.anchor.id, tellings)
    if view.events(ids=[record]):
        return _Party("telling", record, frozenset({record}))
    raise ids.UnknownId(f"nothing here has the id {record!r}: `throughline chronicle` shows ids below each line")


def _other(view: View, one: _Party) -> str:
    """What a telling is parted from that opens its happening itself: the next one of it."""
    group = meant.group(view, one.id)
    others = [telling.id for telling in group.tellings if telling.id != one.id] if group else []
    if not others:
        raise QueryError(f"{one.id} tells it alone: there is nothing to split it from")
    return others[0]
