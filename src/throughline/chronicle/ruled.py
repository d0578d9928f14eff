"""A person's ruling, made ready to be kept.

In: a view and a person's words. Out: a `Ruling` about a record that is there, whose value can be read; QueryError says
what is amiss. A ruling is later than all before it, whatever the clock says: the last one holds.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

from throughline.chronicle import ids
from throughline.dates.edtf import parse_edtf
from throughline.dates.typed import typed
from throughline.errors import QueryError
from throughline.ledger.rulings import DATE, NOTE, UNDO, in_force
from throughline.ledger.view import View
from throughline.model import Ruling, content_id


def ruling(view: View, target: str, verdict: str, value: str, by: tuple[str, str]) -> Ruling:
    """Make a ruling; `by` is its reason and its author."""
    if verdict not in _CHECKS:
        raise QueryError(f"there is no ruling by {verdict!r}: choose one of {', '.join(_CHECKS)}")
    record, value = _CHECKS[verdict](view, target, value)
    last = max((one.made for one in view.rulings()), default=None)
    made = datetime.now(UTC).replace(microsecond=0)
    if last is not None and made <= last:
        made = last + timedelta(seconds=1)
    reason, author = by
    name = content_id("ruling", record, verdict, value, reason, author, made)
    return Ruling(name, record, verdict, value, reason, author, made)


def _date(view: View, target: str, value: str) -> tuple[str, str]:
    record = ids.whole(view, target)
    if record not in view.heads():
        raise ids.UnknownId(f"there is no article {record!r}: `throughline status` lists those without a sure date")
    return record, _edtf(value)


def _note(view: View, target: str, value: str) -> tuple[str, str]:
    if not value.strip():
        raise QueryError("a note has words: say them")
    return ids.whole(view, target), value


def _undo(view: View, target: str, verdict: str) -> tuple[str, str]:
    """Take back a ruling, or the last one of a kind about a record."""
    record, made = ids.whole(view, target), view.rulings()
    holding = in_force(made)
    about = [one.id for one in holding if one.target == record and verdict in {one.verdict, ""}]
    if record not in {one.id for one in made}:
        if not about:
            raise QueryError(f"no ruling about {record} holds: `throughline rule list` lists all")
        return about[-1], ""
    if record not in {one.id for one in holding}:
        raise QueryError(f"{record} has been taken back already")
    return record, ""


def _edtf(value: str) -> str:
    """A date as people type it, as EDTF; what is EDTF stays as it is, with its time of day."""
    try:
        parse_edtf(value)
    except ValueError:
        return typed(value).edtf
    return value.strip()


_CHECKS: Mapping[str, Callable[[View, str, str], tuple[str, str]]] = {DATE: _date, NOTE: _note, UNDO: _undo}
