"""A person's ruling, made ready to be kept.

In: a view and a person's words. Out: a `Ruling` about a record that is there, whose value can be read; QueryError says
what is amiss. A ruling is later than all before it, whatever the clock says: the last one holds. What it names are ids
that outlive what is derived (`ledger.rulings`).
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from throughline.chronicle import ids, meant, oneness
from throughline.chronicle.deadlines import deadlines
from throughline.chronicle.disputes import disputes
from throughline.dates.edtf import parse_edtf
from throughline.dates.typed import typed
from throughline.errors import QueryError
from throughline.ledger.rulings import ACCEPT, DATE, NOT_SAME, NOTE, REJECT, SAME, SPEAKER, UNDO, in_force, named
from throughline.ledger.view import View
from throughline.model import Relation, Ruling, content_id

_REJECTED = frozenset({"event", "statement", "figure", "mention", "link", "happening", "deadline", "dispute"})
_INSTEAD = {
    "article": "take its page out of the story's folder and build the story again without it",
    "actor": "split it, or reject its mentions",
    "series": "reject those of its figures that are wrong",
    "time": "reject the events and figures that it dates",
    "ruling": "take it back with --undo",
    "problem": "once it is looked after, accept it",
}
_UNKNOWN = "nothing here has the id {!r}: listings show ids after each line, --json in full"


def ruling(view: View, target: str, verdict: str, value: str, by: tuple[str, str]) -> Ruling:
    """Make a ruling; `by` is its reason and its author."""
    if verdict not in _CHECKS:
        raise QueryError(f"there is no ruling by {verdict!r}: choose one of {', '.join(_CHECKS)}")
    value, reason, author = (said.encode("utf-8", "replace").decode("utf-8") for said in (value, *by))
    record, value = _CHECKS[verdict](view, target, value)
    last = max((one.made for one in view.rulings()), default=None)
    made = datetime.now(UTC).replace(microsecond=0)
    if last is not None and made <= last:
        made = last + timedelta(seconds=1)
    name = content_id("ruling", record, verdict, value, reason, author, made)
    return Ruling(name, record, verdict, value, reason, author, made)


def about(view: View, record: str) -> tuple[Ruling, ...]:
    """Every ruling on a record, under whichever of its ids, and those that take one of them back."""
    meant_by = meant.all_ids(view, record)
    found: dict[str, Ruling] = {}
    for one in view.rulings():
        if not meant_by.isdisjoint(named(one)) or (one.verdict == UNDO and one.target in found):
            found[one.id] = one
    return tuple(found.values())


def _date(view: View, target: str, value: str) -> tuple[str, str]:
    record = ids.whole(view, target)
    if record not in view.heads():
        raise ids.UnknownId(f"there is no article {record!r}: `throughline status` lists those without a sure date")
    return record, _edtf(value)


def _edtf(value: str) -> str:
    """A date as people type it, as EDTF; what is EDTF stays as it is, with its time of day."""
    try:
        parse_edtf(value)
    except ValueError:
        return typed(value).edtf
    return value.strip()


def _note(view: View, target: str, value: str) -> tuple[str, str]:
    if not value.strip():
        raise QueryError("a note has words: say them")
    return ids.whole(view, target), value


def _reject(view: View, target: str, value: str) -> tuple[str, str]:  # noqa: ARG001 - the shape of a check
    record = ids.whole(view, target)
    kind = record.partition("-")[0]
    if kind not in _REJECTED:
        raise QueryError(f"{record} can't be rejected: {_INSTEAD.get(kind, 'there is no such kind of record')}")
    rests_on = _RESTS_ON.get(kind, _itself)(view, record)
    if rests_on is None:
        raise ids.UnknownId(_UNKNOWN.format(record))
    return (content_id("happening", rests_on) if kind == "happening" else record), rests_on


def _itself(view: View, record: str) -> str | None:
    return "" if ids.there(view, record) else None


def _of_link(view: View, record: str) -> str | None:
    link = next((one for one in view.links() if one.id == record), None)
    if link is not None and link.relation is Relation.UPDATES:
        raise QueryError(f"{record} joins two versions of one article: rule on their dates instead")
    return "" if link is not None else None


def _of_happening(view: View, record: str) -> str | None:
    group = meant.group(view, record)
    return group.anchor.id if group else None


def _of_deadline(view: View, record: str) -> str | None:
    return next((one.event.id for one in deadlines(view) if one.id == record), None)


def _of_dispute(view: View, record: str) -> str | None:
    sides = (side.evidence.article for one in disputes(view) if one.id == record for side in one.sides)
    return " ".join(dict.fromkeys(sides)) or None


# The ids of what a record without a row of its own rests on; None where there is no such record.
_RESTS_ON: Mapping[str, Callable[[View, str], str | None]] = {
    "link": _of_link, "happening": _of_happening, "deadline": _of_deadline, "dispute": _of_dispute,
}  # fmt: skip


def _accept(view: View, target: str, value: str) -> tuple[str, str]:  # noqa: ARG001 - as `_reject`
    record = ids.whole(view, target)
    if not ids.there(view, record):
        raise ids.UnknownId(_UNKNOWN.format(record))
    return record, ""


def _speaker(view: View, target: str, value: str) -> tuple[str, str]:
    record = ids.whole(view, target)
    if not view.statements(ids=[record]):
        raise ids.UnknownId(f"there is no statement {record!r}: `throughline said` shows ids below each")
    _, name = meant.actor(view, value)
    return record, meant.key(view, name)


def _undo(view: View, target: str, value: str) -> tuple[str, str]:
    """Take back a ruling, or the last of a verdict about a record, or about two (`value`: verdict, then the other)."""
    verdict, _, other = value.partition(" ")
    made, holding = view.rulings(), in_force(view.rulings())
    if ids.is_id(target) and not other:
        record = ids.whole(view, target)
        if record in {one.id for one in made}:
            if record not in {one.id for one in holding}:
                raise QueryError(f"{record} has been taken back already")
            return record, ""
    sides = [meant.either(view, said) for said in (target, other) if said]
    about = [
        one.id
        for one in holding
        if one.verdict in {verdict, ""} and not any(side.isdisjoint(named(one)) for side in sides)
    ]
    if not about:
        asked = f"{target} and {other}" if other else target
        raise QueryError(f"no ruling about {asked} holds: `throughline rule list` lists all")
    return about[-1], ""


_CHECKS: Mapping[str, Callable[[View, str, str], tuple[str, str]]] = {
    DATE: _date, SAME: oneness.merge, NOT_SAME: oneness.split, REJECT: _reject, ACCEPT: _accept, SPEAKER: _speaker,
    NOTE: _note, UNDO: _undo,
}  # fmt: skip
