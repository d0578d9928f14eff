"""Mentions to actors, at reading time: who is who, as far as the view knows.

In: a view's names by key. Out: `Actor`s, and the key that each key is joined under. A compiled table's key stands for
itself, and whoever has one folded full name is one actor. Spellings of one name from another script ("Nuri", "Nouri")
are one. A bare surname is joined to the one full name of the view that ends in it; where two fit, it stays alone, since
nothing on hand tells which is meant.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from throughline.ledger.rows import Named, RoleRow
from throughline.ledger.view import View
from throughline.model import Actor, ActorRole, MentionType, content_id
from throughline.text.fold import fold_name
from throughline.text.surnames import untitled

_NAME = "name:"
_PERSONAL = frozenset({MentionType.PERSON, MentionType.ORGANISATION})


@dataclass(frozen=True, slots=True)
class Naming:
    """Who is who: the key that a key is joined under, and the name an actor is shown by."""

    same: Mapping[str, str]
    names: Mapping[str, str]

    def key(self, key: str) -> str:
        """The key of the actor that a mention's key belongs to."""
        return self.same.get(key, key)

    def id(self, key: str) -> str:
        """The actor's id."""
        return content_id("actor", self.key(key))

    def knows(self, key: str) -> bool:
        """Whether a mention stands behind the key."""
        return self.key(key) in self.names

    def name(self, key: str) -> str:
        """The name that people know the actor by."""
        own = self.key(key)
        return self.names.get(own, own.removeprefix(_NAME))


def naming(rows: Sequence[Named]) -> Naming:
    """Join the names of a view."""
    same = _joined(rows)
    counts: dict[str, Counter[str]] = {}
    for row in rows:
        own = counts.setdefault(same.get(row.key, row.key), Counter())
        own[row.name] += 0 if row.type is MentionType.NATIONALITY else row.mentions
    return Naming(same, {key: _best_name(names) for key, names in counts.items()})


def actors(view: View, about: str | None = None) -> tuple[Actor, ...]:
    """Everyone that the view's articles mention, most mentioned first; `about` asks for words of any of their names."""
    rows = view.names()
    who = naming(rows)
    return _made(view, rows, who, None if about is None else matching(who, rows, about))


def actors_of(view: View, rows: Sequence[Named], who: Naming, keys: Collection[str]) -> tuple[Actor, ...]:
    """The actors of some keys, by their names and who is who among them."""
    return _made(view, rows, who, keys) if keys else ()


def bearers(view: View, asked: str) -> frozenset[str]:
    """Keys, joined or not, of whoever goes by a name with all words asked for, in a row."""
    wanted = fold_name(asked)
    if not wanted:
        return frozenset()
    near = view.names_like(max(wanted.split(), key=len))
    rows = view.names({key for key, name in near if _holds(fold_name(name), wanted)})
    who = naming(rows)
    meant = matching(who, rows, asked)
    return frozenset(row.key for row in rows if who.key(row.key) in meant)


def _made(view: View, rows: Iterable[Named], who: Naming, keys: Collection[str] | None) -> tuple[Actor, ...]:
    groups: dict[str, list[Named]] = {}
    for row in rows:
        key = who.key(row.key)
        if keys is None or key in keys:
            groups.setdefault(key, []).append(row)
    members = None if keys is None else {row.key for named in groups.values() for row in named}
    roles = _roles(view.roles(members), who, groups)
    found = (_actor(key, named, who, roles.get(key, ())) for key, named in groups.items())
    return tuple(sorted(found, key=lambda actor: (-actor.mentions, actor.name, actor.id)))


def matching(who: Naming, rows: Iterable[Named], asked: str) -> frozenset[str]:
    """Keys of the actors that have a name with all words asked for, in a row."""
    wanted = fold_name(asked)
    return frozenset(who.key(row.key) for row in rows if wanted and _holds(fold_name(row.name), wanted))


def _holds(name: str, asked: str) -> bool:
    return f" {asked} " in f" {name} "


def _joined(rows: Sequence[Named]) -> dict[str, str]:
    """Bare surnames and titled names, by key, to the key of the one full name that fits."""
    full: dict[str, set[str]] = {}
    bare: dict[str, str] = {}
    for row in rows:
        if row.type not in _PERSONAL and not row.key.startswith("person:"):
            continue
        words = untitled(_folded(row))
        for start in range(len(words) if len(words) > 1 else 0):  # "hoop scheffer" ends "jaap de hoop scheffer"
            full.setdefault(" ".join(words[start:]), set()).add(row.key)
        if words and row.key.startswith(_NAME) and row.type is MentionType.PERSON:
            bare[row.key] = " ".join(words)
    joined = _spellings(rows)
    for key, name in bare.items():
        bearer = _bearer(key, {joined.get(other, other) for other in full.get(name, ())})
        if bearer is not None and key not in joined:
            joined[key] = bearer
    return {key: _end(joined, key) for key in joined}


def _folded(row: Named) -> str:
    """A row's name, folded; the key of a spelled name is that already."""
    return row.key.removeprefix(_NAME) if row.key.startswith(_NAME) else fold_name(row.name)


def _spellings(rows: Iterable[Named]) -> dict[str, str]:
    """Full names of persons that differ in vowels and doubled letters alone, by key, to the most mentioned one."""
    alike: dict[str, list[Named]] = {}
    for row in rows:
        words = _folded(row).split() if row.type is MentionType.PERSON and row.key.startswith(_NAME) else []
        if len(words) > 1:
            bones = " ".join([_bones(word) for word in words[:-1]] + words[-1:])
            alike.setdefault(bones, []).append(row)
    joined: dict[str, str] = {}
    for named in alike.values():
        most = max(named, key=lambda row: (row.mentions, row.key)).key
        joined |= {row.key: most for row in named if row.key != most}
    return joined


def _bones(word: str) -> str:
    """A word's first letter and its other consonants, each once in a row."""
    return word[0] + re.sub(r"(.)\1+", r"\1", re.sub("[aeiouy]", "", word[1:]))


def _bearer(key: str, bearers: Collection[str]) -> str | None:
    """The one other actor that has a name; a table's key goes before a spelled one."""
    others = set(bearers) - {key}
    known = {other for other in others if not other.startswith(_NAME)}
    candidates = known or others
    if len(candidates) != 1:
        return None
    (bearer,) = candidates
    is_longer = not bearer.startswith(_NAME) or len(bearer) > len(key)
    return bearer if is_longer else None


def _end(joined: Mapping[str, str], key: str) -> str:
    """Follow joins to their end; each goes to a longer name or a table's key, so there is one."""
    while key in joined:
        key = joined[key]
    return key


def _best_name(names: Counter[str]) -> str:
    """The fullest of the names that are used often enough to be theirs, the most used of equals."""
    often = max(names.values()) / 10  # a name used a tenth as often as the commonest is no slip
    return max((name for name in names if names[name] >= often), key=lambda n: (len(n.split()), names[n], n))


def _actor(key: str, named: Sequence[Named], who: Naming, roles: Sequence[ActorRole]) -> Actor:
    types: Counter[MentionType] = Counter()
    names: Counter[str] = Counter()
    for row in named:
        types[row.type] += row.mentions
        names[row.name] += row.mentions
    name = who.name(key)
    aliases = tuple(n for n, _ in sorted(names.items(), key=lambda item: (-item[1], item[0])) if n != name)
    return Actor(
        content_id("actor", key),
        name,
        max(types, key=lambda t: (types[t], t)),
        aliases,
        tuple(roles),
        names.total(),
        None if key.startswith(_NAME) else key,
        _articles(named),
    )


def _articles(named: Iterable[Named]) -> int:
    """How many articles, as good as the counts tell: keys that were joined rarely share one."""
    most: dict[str, int] = {}
    for row in named:
        most[row.key] = max(row.articles, most.get(row.key, 0))
    return sum(most.values())


def _roles(rows: Iterable[RoleRow], who: Naming, wanted: Collection[str]) -> dict[str, list[ActorRole]]:
    """Roles by actor, in the order in which pages first give them; spellings that fold alike are one."""
    found: dict[tuple[str, str], list[RoleRow]] = {}
    for row in rows:
        key = who.key(row.key)
        if key in wanted:
            found.setdefault((key, fold_name(row.evidence.words)), []).append(row)
    roles: dict[str, list[ActorRole]] = {}
    for (key, _), given in found.items():
        days = sorted(row.known for row in given if row.known)
        first = given[0].evidence
        role = ActorRole(first.words, days[0] if days else None, days[-1] if days else None, first)
        roles.setdefault(key, []).append(role)
    for given_roles in roles.values():
        given_roles.sort(key=lambda role: (role.first or date.max, role.words))
    return roles
