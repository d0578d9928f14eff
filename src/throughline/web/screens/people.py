"""People and bodies: who they all are, and one of them with all that is told of them.

In: `q`, `kind`, `page` of the list; the id of one. Out: the listings `actors`, `said`, `positions` and `chronicle`, for
that one alone. Invariant: what somebody said and takes part in is theirs by record, not by a name that others share.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from throughline.asked import Clock
from throughline.chronicle.ids import UnknownId
from throughline.chronicle.meant import actor_ids
from throughline.chronicle.query import Query
from throughline.errors import QueryError
from throughline.export.values import tame
from throughline.export.wording import lasting, told_roles
from throughline.model import Actor, ActorRole, MentionType, Position
from throughline.text.fold import fold_name
from throughline.web.ask import Ask
from throughline.web.lanes import lanes
from throughline.web.page import Page

PAGE = 100  # of the list that are shown at once
_SAID, _PART = 10, 30  # statements and happenings on the page of one
_READ = 300  # statements of one whose positions are worked out unasked: a fiftieth of a second each
_NEAR = 20  # others of a like name that a ruling offers
KINDS = MappingProxyType(
    {
        "people": frozenset({MentionType.PERSON, MentionType.GROUP}),
        "bodies": frozenset({MentionType.ORGANISATION}),
        "places": frozenset({MentionType.STATE, MentionType.PLACE, MentionType.NATIONALITY, MentionType.FACILITY}),
    }
)


@dataclass(frozen=True, slots=True)
class Pager:
    """Where in the list we are: pages from 1."""

    page: int
    pages: int
    total: int


def show(ask: Ask) -> Page:
    """Show everyone, most mentioned first."""
    asked, kind = ask.text("q") or "", ask.text("kind") or ""
    if kind and kind not in KINDS:
        raise QueryError(f"there is no kind {kind!r}: choose {', '.join(KINDS)}, or none")
    everyone = ask.desk.actors(ask.clock)
    found = _found(everyone, asked, kind)
    pages = max(1, -(-len(found) // PAGE))
    page = min(max(1, ask.number("page", 1)), pages)
    shown = found[(page - 1) * PAGE : page * PAGE]
    context = {
        "everyone": len(everyone),
        "kinds": tuple(KINDS),
        "asked": asked,
        "kind": kind,
        "pager": Pager(page, pages, len(found)),
        "people": [(one, _latest(one)) for one in shown],
        "named": ask.desk.named(ask.clock, tuple(shown)),
        "heads": ask.desk.articles(ask.clock),
    }
    return Page("people.html", "People and bodies", context, shown)


def _latest(one: Actor) -> ActorRole | None:
    """The role that was told last, that of a known office before others."""
    roles = told_roles(one.roles)
    return max(roles, key=lambda role: (role.last or date.min, role.since is not None), default=None)


def _found(everyone: Sequence[Actor], asked: str, kind: str) -> Sequence[Actor]:
    """Those of a kind who have a name with the words in it."""
    if kind:
        everyone = [one for one in everyone if one.type in KINDS[kind]]
    wanted = fold_name(asked)
    if not wanted:
        return everyone
    return [one for one in everyone if any(wanted in fold_name(name) for name in (one.name, *one.aliases))]


def one(ask: Ask) -> Page:
    """Show one of them."""
    clock, desk = ask.clock, ask.desk
    actor = _actor(ask, clock)
    if actor is None:
        return _unknown(ask)
    newest = desk.said(clock, actor, None, _SAID)
    positions = _positions(ask, actor, newest.total)
    entries = desk.chronicle(clock, Query(about=actor.name)).entries
    part = [entry for entry in entries if actor.name in {*entry.actors, *entry.recipients}]
    span = desk.span()
    roles = told_roles(actor.roles)
    drawn = lanes(roles, clock.day or (span.last if span else date.max))
    best = lasting(roles)
    context = {
        "actor": actor,
        "drawn": drawn,
        "lasting": [lane for lane in drawn.rows if lane.role in best],
        "passing": [lane for lane in drawn.rows if lane.role not in best],
        "sayings": newest[::-1],
        "said": newest.total,
        "positions": positions,
        "part": part[-_PART:],
        "parts": len(part),
        "near": _near(actor, desk.actors(clock)),
        "heads": desk.articles(clock),
    }
    data = {"actor": actor, "said": newest, "positions": positions, "chronicle": part}
    return Page("person.html", tame(actor.name), context, data)


def _actor(ask: Ask, clock: Clock) -> Actor | None:
    """The actor of an id, or of one that it had before it was joined to others."""
    wanted, everyone = ask.path["id"], ask.desk.actors(clock)
    own = next((one for one in everyone if one.id == wanted), None)
    return own or next((one for one in everyone if one.joined and wanted in actor_ids(one)), None)


def _unknown(ask: Ask) -> Page:
    """Who is not in the record as of that day: by name, where a later day tells it."""
    later = _actor(ask, Clock())
    if later is None:
        raise UnknownId(f"nobody here has the id {ask.path['id']!r}: the list of people has everyone")
    return Page("person_later.html", tame(later.name), {"actor": later}, None)


def _positions(ask: Ask, actor: Actor, said: int) -> Sequence[Position] | None:
    """Where somebody stands; None where that takes long, and nobody asked for it."""
    if said > _READ and ask.text("positions") != "1":
        return None
    return ask.desk.positions(ask.clock, actor)


def _near(actor: Actor, everyone: Sequence[Actor]) -> list[tuple[str, str]]:
    """Others of a like name, by id, and the other names of this one: what a ruling may speak of."""
    last = fold_name(actor.name).rpartition(" ")[2]
    alike = (one for one in everyone if one.type is actor.type and one is not actor)
    named = [(one.id, one.name) for one in alike if fold_name(one.name).rpartition(" ")[2] == last][:_NEAR]
    return [*named, *((name, name) for name in actor.aliases[:_NEAR])]
