"""Roles over time, drawn: a lane a role, with the days of the office and the days on which pages give it.

In: roles as they are told, and the last day that is known. Out: `Lanes`, in hundredths of the width. Invariant: what is
drawn stands in words beside it; a bar never reaches past the days that it is of.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from throughline.model import ActorRole

_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600)  # months between two marks of the scale
_MARKS = 7  # marks of the scale at most: more run into each other on a phone
_YEAR = 12
_LEAST = 0.6  # per cent of the width that a day is drawn, so that it can be seen


class Bar(NamedTuple):
    """Some days: where they begin and how wide they are; whether they go on."""

    x: float
    width: float
    goes_on: bool = False


class Lane(NamedTuple):
    """A role, the days of its office where they are known, and those on which pages give it."""

    role: ActorRole
    office: Bar | None
    told: Bar | None


class Mark(NamedTuple):
    """A mark of the scale."""

    x: float
    words: str


class Lanes(NamedTuple):
    """All lanes, on one scale."""

    marks: tuple[Mark, ...]
    rows: tuple[Lane, ...]


def lanes(roles: Sequence[ActorRole], until: date) -> Lanes:
    """Draw roles on one scale; an office without an end goes on to `until`."""
    days = [day for role in roles for day in (role.first, role.last, role.since, role.until) if day]
    if any(role.since and not role.until for role in roles):
        days.append(until)
    if not days:
        return Lanes((), tuple(Lane(role, None, None) for role in roles))
    first, last = min(days), max(days)
    return Lanes(tuple(_marks(first, last)), tuple(_lane(role, first, last) for role in roles))


def _lane(role: ActorRole, first: date, last: date) -> Lane:
    office = _bar(role.since, role.until or last, first, last)
    return Lane(
        role,
        office._replace(goes_on=role.until is None) if office else None,
        _bar(role.first or role.last, role.last or role.first, first, last),
    )


def _bar(begin: date | None, end: date | None, first: date, last: date) -> Bar | None:
    if begin is None or end is None:
        return None
    width = max(_LEAST, _at(end, first, last) - _at(begin, first, last))
    return Bar(round(min(_at(begin, first, last), 100 - width), 2), round(width, 2))


def _at(day: date, first: date, last: date) -> float:
    return 100 * (day - first).days / max(1, (last - first).days)


def _marks(first: date, last: date) -> Iterator[Mark]:
    """Beginnings of months or years, as many as have room."""
    months = (last.year - first.year) * _YEAR + last.month - first.month
    step = next((step for step in _STEPS if months / step <= _MARKS), _STEPS[-1])
    start = -(-(first.year * _YEAR + first.month - (first.day == 1)) // step) * step
    for month in range(start, last.year * _YEAR + last.month, step):
        day = date(month // _YEAR, month % _YEAR + 1, 1)
        yield Mark(round(_at(day, first, last), 2), str(day.year) if step >= _YEAR else f"{day:%Y-%m}")
