"""Roles of actors: the words that pages give them, from when to when, and the days of the office itself.

In: role words by mention key, who is who. Out: `ActorRole`s by actor, in the order in which pages first give them.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from throughline.chronicle.actors.naming import Naming
from throughline.ledger.rows import Head, RoleRow
from throughline.model import ActorRole
from throughline.tables.names import forms_of, state_of
from throughline.tables.offices import Term, offices_named, terms_of
from throughline.text.fold import fold_name

_JOINTS = frozenset({"the", "of", "for", "to", "s", "mr", "mrs", "ms"})
_LONGEST = 8  # words of a title
_LEADER = frozenset({"leader", "chief", "head", "boss"})


def of(
    rows: Iterable[RoleRow], who: Naming, wanted: Collection[str], heads: Mapping[str, Head], as_of: date | None
) -> dict[str, list[ActorRole]]:
    """Roles by actor; spellings that fold alike are one. A page of no sure day counts from its first possible one."""
    found: dict[tuple[str, str], list[RoleRow]] = {}
    for row in rows:
        key = who.key(row.key)
        if key in wanted:
            found.setdefault((key, fold_name(row.evidence.words)), []).append(row)
    roles: dict[str, list[ActorRole]] = {}
    for (key, folded), given in found.items():
        days = sorted({day for row in given if row.known for day in (_earliest(row, heads), row.known)})
        first, last = (days[0], days[-1]) if days else (None, None)
        term = _meant(terms_of(key), folded, [(_earliest(row, heads), row.known) for row in given if row.known])
        since = term.first if term else None
        until = term.last if term and term.last and (as_of is None or term.last <= as_of) else None
        evidence = given[0].evidence
        roles.setdefault(key, []).append(ActorRole(evidence.words, first, last, evidence, since, until))
    for given_roles in roles.values():
        given_roles.sort(key=lambda role: (role.first or date.max, role.words))
    return roles


def _earliest(row: RoleRow, heads: Mapping[str, Head]) -> date:
    """The first day that the article of a role may be of."""
    head = heads.get(row.evidence.article)
    first = head.written.first if head else None
    return first or row.known or date.max


def _meant(terms: Sequence[Term], role: str, told: Sequence[tuple[date, date]]) -> Term | None:
    """The term of office that role words name: the one that ran on the days of the first page that gives them."""
    fitting = [term for term in terms if _names(role, term)]
    if not told:
        return fitting[0] if len(fitting) == 1 else None
    first, last = min(told)
    running = [term for term in fitting if term.first <= last and (term.last is None or first <= term.last)]
    return running[0] if len(running) == 1 else None


def _names(role: str, term: Term) -> bool:
    """Tell whether folded role words name a term's office: its title, and beside it nothing but its state or body."""
    words = role.split()
    for start in range(len(words)):
        for stop in range(min(len(words), start + _LONGEST), start, -1):
            title = " ".join(words[start:stop])
            if term.office in (title, *offices_named(title)) or (title in _LEADER and stop == len(words)):
                rest = " ".join(word for word in words[:start] + words[stop:] if word not in _JOINTS)
                if not rest or state_of(rest) == term.body or rest in forms_of(term.body):
                    return True
    return False
