"""What a ruling changed in the record: what is derived, as it was before the ruling, beside what it is by it.

In: a view and a ruling's id. Out: `Shift`s. Nothing is stored: both sides are what the view would give under the
rulings that came before, and under these and this one, whatever was ruled since. What a date moved is told by
`pipeline.moves`.
"""

from collections.abc import Callable, Collection, Mapping

from throughline.chronicle.actors import actors, everyone
from throughline.chronicle.deadlines import deadlines
from throughline.chronicle.disputes import disputes
from throughline.chronicle.happenings import happening
from throughline.chronicle.labels import linked, quoted
from throughline.chronicle.meant import actor_ids, told
from throughline.chronicle.series import figures
from throughline.ledger.rulings import ACCEPT, DATE, NOTE, named, settled
from throughline.ledger.view import View
from throughline.model import Actor, Happening, Shift, Statement

_Lines = Callable[[View, Collection[str]], dict[str, str]]


def effects(view: View, ruling_id: str) -> tuple[Shift, ...]:
    """Say what a ruling on anything but a date changed; nothing where there is none of that id."""
    made = view.rulings()
    place = next((number for number, one in enumerate(made) if one.id == ruling_id), None)
    if place is None:
        return ()
    ruling = settled(made[place], made)
    names = named(ruling)
    lines = _LINES.get(names[0].partition("-")[0])
    if ruling.verdict in {DATE, NOTE, ACCEPT} or lines is None:
        return ()
    with view.under(made[:place]) as earlier, view.under(made[: place + 1]) as later:
        before = lines(earlier, names)
        after = lines(later, {*names, *before})
        if after.keys() - before.keys():
            before |= lines(earlier, {*names, *before, *after})
    return tuple(
        Shift(one, before.get(one), after.get(one))
        for one in dict.fromkeys((*before, *after))
        if before.get(one) != after.get(one)
    )


def _actors(view: View, names: Collection[str]) -> dict[str, str]:
    return {one.id: _actor(one) for one in actors(view) if not actor_ids(one).isdisjoint(names)}


def _actor(one: Actor) -> str:
    also = f", also {', '.join(one.aliases)}" if one.aliases else ""
    return f"{one.name}{also}: {_count(one.mentions, 'mention')}"


def _happenings(view: View, names: Collection[str]) -> dict[str, str]:
    found = (told(view, name) for name in names)
    return {one.id: _happening(one) for one in (happening(*each) for each in found if each)}


def _happening(one: Happening) -> str:
    when = one.when.edtf if one.when else ".."
    reports = f"{_count(one.reports, 'report')}, {_count(len(one.events), 'event')}"
    return f"{when} {one.status.words}, {reports}: {quoted(one.headline)}"


def _figures(view: View, names: Collection[str]) -> dict[str, str]:
    found = [one for one in figures(view) if any({point.figure, one.id} & set(names) for point in one.points)]
    return {one.id: f"{one.of} {one.unit}".strip() + f": {_count(len(one.points), 'figure')}" for one in found}


def _statements(view: View, names: Collection[str]) -> dict[str, str]:
    found = view.statements(ids=[one for one in names if one.startswith("statement-")])
    speakers = view.speakers([one.id for one in found])
    who = everyone(view)
    return {one.id: _statement(one, {name: who.name(key) for name, key in speakers.items()}) for one in found}


def _statement(one: Statement, speakers: Mapping[str, str]) -> str:
    source = one.source.evidence.words if one.source else "nobody"
    return f"{speakers.get(one.id, source)}: {quoted(one.evidence)}"


def _mentions(view: View, names: Collection[str]) -> dict[str, str]:
    found = view.mentions(ids=[one for one in names if one.startswith("mention-")])
    return {one.id: f"{one.evidence.words} is {one.name}" for one in found}


def _links(view: View, names: Collection[str]) -> dict[str, str]:
    called = {head.id: head.title or head.source for head in view.heads().values()}
    return {one.id: linked(one, called) for one in view.links() if one.id in names}


def _disputes(view: View, names: Collection[str]) -> dict[str, str]:
    found = [one for one in disputes(view) if one.id in names]
    return {one.id: f"{one.about}: {' / '.join(quoted(side.evidence) for side in one.sides)}" for one in found}


def _deadlines(view: View, names: Collection[str]) -> dict[str, str]:
    found = [one for one in deadlines(view) if one.id in names]
    return {one.id: f"due {one.due.edtf if one.due else '..'}: {quoted(one.event.evidence)}" for one in found}


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" + ("" if number == 1 else "s")


_LINES: Mapping[str, _Lines] = {
    "actor": _actors,
    "deadline": _deadlines,
    "dispute": _disputes,
    "event": _happenings,
    "figure": _figures,
    "happening": _happenings,
    "link": _links,
    "mention": _mentions,
    "statement": _statements,
    "telling": _happenings,
}
