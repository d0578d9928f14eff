"""Which record a person means: an actor by any of its ids or names, a happening by any of its tellings.

In: a view and what a person typed. Out: the record, and the ids by which a ruling may speak of it, which outlive its
own (`ledger.rulings` says how). QueryError where nothing, or more than one thing, is meant.
"""

from collections.abc import Iterator, Sequence

from throughline.chronicle import ids
from throughline.chronicle.actors import actors
from throughline.chronicle.deadlines import deadlines
from throughline.chronicle.grouping import Group
from throughline.chronicle.happenings import Reading, lines, reading, reading_around
from throughline.chronicle.query import Query
from throughline.chronicle.tellings import Telling
from throughline.errors import QueryError
from throughline.ledger.rulings import of_any
from throughline.ledger.view import View
from throughline.model import Actor, content_id
from throughline.text.fold import fold_name


def actor(view: View, said: str) -> tuple[Actor, str]:
    """An actor, and the id of the one of its names that was meant: by an id, the beginning of one, or a name."""
    known = actors(view)
    name = _id(view, said)
    if name is not None:
        found = next((one for one in known if name in actor_ids(one)), None)
        if found is None:
            raise ids.UnknownId(f"there is no actor {name}: `throughline actors` lists them")
        return found, name
    wanted = fold_name(said)
    exact = [(one, member) for one in known for member in _named(one, wanted)]
    if not exact:
        exact = [(one, one.id) for one in known if _goes_by(one, wanted)]
    if len({member for _, member in exact}) > 1:
        several = ", ".join(f"{one.name} ({member})" for one, member in exact[:4])
        raise QueryError(f"{said!r} may be {several}: give an id")
    if not exact:
        raise ids.UnknownId(f"nobody here is called {said!r}: `throughline actors` lists everyone, with ids")
    return exact[0]


def actor_ids(one: Actor) -> frozenset[str]:
    """Every id that an actor has or had on its own."""
    return of_any("actor", (joint.key for joint in one.joined)) | {one.id}


def key(view: View, actor_id: str) -> str:
    """The key whose id an actor goes by; QueryError where the view has none such."""
    for row in view.names():
        if content_id("actor", row.key) == actor_id:
            return row.key
    raise ids.UnknownId(f"there is no actor {actor_id}: `throughline actors` lists them")


def group(view: View, record: str) -> Group | None:
    """The group of tellings that an event's, a telling's or a happening's id means."""
    found = told(view, record)
    return found[1] if found else None


def told(view: View, record: str) -> tuple[Reading, Group] | None:
    """What `group` gives, with the reading that it is of.

    What a chronicle shows is found quickly, and what is like one telling soon; a large pile is read whole last, and
    never for what a person has rejected.
    """
    for read in _readings(view, record):
        first = read.told.again.get(record, record)
        for one in lines(read):
            if _is_told(first, record, one.tellings):
                return read, one
        if _is_told(first, record, read.told.tellings):
            return None  # it is told here, and left out
    return None


def _is_told(first: str, record: str, tellings: Sequence[Telling]) -> bool:
    """Whether a record is one of some tellings, or named after one."""
    ids_of = [telling.id for telling in tellings]
    return first in ids_of or record in of_any("happening", ids_of)


def _readings(view: View, record: str) -> Iterator[Reading]:
    read = reading(view, Query())
    yield read
    if read.picked is not None:  # else all was looked at
        near = reading_around(view, record)
        if near is not None:
            yield near
        yield reading(view)


def all_ids(view: View, record: str) -> frozenset[str]:
    """Every id by which a ruling may speak of a record."""
    kind = record.partition("-")[0]
    if kind == "actor":
        return next((actor_ids(one) for one in actors(view) if record in actor_ids(one)), frozenset({record}))
    if kind == "happening":
        one = group(view, record)
        tellings = [telling.id for telling in one.tellings] if one else []
        return of_any("happening", tellings) | {*tellings, record}
    if kind == "deadline":
        return next((found for found in _deadline_ids(view) if record in found), frozenset({record}))
    return frozenset({record})


def either(view: View, said: str) -> frozenset[str]:
    """Every id of what a person named by an id or, an actor, by a name."""
    if ids.is_id(said):
        return all_ids(view, ids.whole(view, said))
    found, name = actor(view, said)
    return actor_ids(found) | {name}


def _deadline_ids(view: View) -> Iterator[frozenset[str]]:
    for one in deadlines(view):
        yield of_any("deadline", (one.event.id,)) | {one.id}


def _id(view: View, said: str) -> str | None:
    """The whole id that was typed; None where it is a name."""
    return ids.whole(view, said) if ids.is_id(said) else None


def _named(one: Actor, wanted: str) -> Iterator[str]:
    """The ids under which an actor goes by just that name: that of a name that was joined, else its own."""
    joined = [content_id("actor", joint.key) for joint in one.joined if fold_name(joint.name) == wanted]
    if joined:
        yield joined[0]
    elif wanted in {fold_name(name) for name in (one.name, *one.aliases)}:
        yield one.id


def _goes_by(one: Actor, wanted: str) -> bool:
    return bool(wanted) and any(f" {wanted} " in f" {fold_name(name)} " for name in (one.name, *one.aliases))
