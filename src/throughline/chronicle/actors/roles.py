"""Roles of actors: the words that pages give them, from when to when, and the days of the office itself.

In: role words by mention key, who is who. Out: `ActorRole`s by actor, in the order in which pages first give them.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from throughline.chronicle.actors.naming import Naming
from throughline.ledger.rows import RoleRow
from throughline.model import ActorRole
from throughline.tables.names import forms_of, state_of
from throughline.tables.offices import Term, offices_named, terms_of
from throughline.text.fold import fold_name

_JOINTS = frozenset({"the", "of", "for", "to", "s", "mr", "mrs", "ms"})
_LONGEST = 8  # words of a title
_LEADER = frozenset({"leader", "chief", "head", "boss"})


def of(rows: Iterable[RoleRow], who: Naming, wanted: Collection[str], as_of: date | None) -> dict[str, list[ActorRole]]:
    """Roles by actor; spellings that fold alike are one."""
    found: dict[tuple[str, str], list[RoleRow]] = {}
    for row in rows:
        key = who.key(row.key)
        if key in wanted:
            found.setdefault((key, fold_name(row.evidence.words)), []).append(row)
    roles: dict[str, list[ActorRole]] = {}
    for (key, folded), given in found.items():
        days = sorted(row.known for row in given if row.known)
        first, last = (days[0], days[-1]) if days else (None, None)
        term = _meant(terms_of(key), folded, first)
        since = term.first if term else None
        until = term.last if term and term.last and (as_of is None or term.last <= as_of) else None
        evidence = given[0].evidence
        roles.setdefault(key, []).append(ActorRole(evidence.words, first, last, evidence, since, until))
    for given_roles in roles.values():
        given_roles.sort(key=lambda role: (role.first or date.max, role.words))
    return roles


def _meant(terms: Sequence[Term], role: str, day: date | None) -> Term | None:
    """The term of office that role words name: the one that runs on the day that they are first given."""
    fitting = [term for term in terms if _names(role, term)]
    running = [term for term in fitting if day is not None and term.covers(day)]
    if day is None and len(fitting) == 1:
        return fitting[0]
    return running[0] if len(running) == 1 else None


def _names(role: str, term: Term) -> bool:
    """Tell whether folded role words name a term's office: its title, and beside it nothing but its state or body."""
    words = [word for word in role.split() if word not in _JOINTS]
    for start in range(len(words)):
        for stop in range(min(len(words), start + _LONGEST), start, -1):
            title = " ".join(words[start:stop])
            if term.office in (title, *offices_named(title)) or (title in _LEADER and stop == len(words)):
                rest = " ".join(words[:start] + words[stop:])
                if not rest or state_of(rest) == term.body or rest in forms_of(term.body):
                    return True
    return False
