"""The actors of a view, as records: names, type, roles with their days, and why their names are one.

In: a view. Out: `Actor`s, most mentioned first. Whoever is only described ("officials", "a spokesman") is in no list:
a description means somebody in its own article.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from throughline.chronicle.actors import metonyms, roles
from throughline.chronicle.actors.bearers import NAME
from throughline.chronicle.actors.naming import Naming, everyone, means_one, naming
from throughline.ledger.rows import Named
from throughline.ledger.view import View
from throughline.model import Actor, ActorRole, Joint, MentionType, content_id
from throughline.text.fold import fold_name

_TYPES = {
    "state": MentionType.STATE,
    "people": MentionType.NATIONALITY,
    "body": MentionType.ORGANISATION,
    "organ": MentionType.ORGANISATION,
    "person": MentionType.PERSON,
    "place": MentionType.PLACE,
}


def actors(view: View, about: str | None = None) -> tuple[Actor, ...]:
    """Everyone that the view's articles mention, most mentioned first; `about` asks for words of any of their names."""
    rows, who = view.names(), everyone(view)
    wanted = {key for key in who.names if who.is_one(key)} if about is None else matching(who, rows, about)
    return _made(view, rows, who, wanted)


def actors_of(view: View, rows: Sequence[Named], who: Naming, keys: Collection[str]) -> tuple[Actor, ...]:
    """The actors of some keys, by their names and who is who among them."""
    return _made(view, rows, who, keys) if keys else ()


def bearers(view: View, asked: str | Actor) -> frozenset[str]:
    """Keys, joined or not, of an actor; or of whoever goes by a name with all words asked for, in a row."""
    if isinstance(asked, Actor):
        return frozenset((_key(asked), *(joint.key for joint in asked.joined)))
    wanted = fold_name(asked)
    if not wanted:
        return frozenset()
    near = view.names_like(max(wanted.split(), key=len))
    rows = view.names({key for key, name in near if _holds(fold_name(name), wanted)})
    who = naming(view, rows)
    meant = matching(who, rows, asked)
    return frozenset(row.key for row in rows if who.key(row.key) in meant)


def is_listed(actor: Actor) -> bool:
    """Whether an actor is one of the story's: "officials" and "Mary" are each article's own, and in no list."""
    return means_one(_key(actor), actor.name)


def _key(actor: Actor) -> str:
    """The key that an actor's id is made of: a table's, or one of its names."""
    if actor.entity is not None:
        return actor.entity
    names = [fold_name(name) for name in (actor.name, *actor.aliases)]
    keys = (NAME + article + name for name in names for article in ("", "the "))
    return next((key for key in keys if content_id("actor", key) == actor.id), NAME + names[0])


def joints(view: View, actor_id: str) -> tuple[Joint, ...]:
    """Why the names of an actor are one: for each other key that it is made of, the tie that brought it in."""
    return next((one.joined for one in actors(view) if one.id == actor_id), ())


def _made(view: View, rows: Iterable[Named], who: Naming, keys: Collection[str]) -> tuple[Actor, ...]:
    groups: dict[str, list[Named]] = {}
    for row in rows:
        key = who.key(row.key)
        if key in keys:
            groups.setdefault(key, []).append(row)
    members = {row.key for named in groups.values() for row in named}
    given = roles.of(view.roles(members), who, groups, view.heads(), view.as_of)
    articles = _articles(view, groups)
    rejected = view.decided().rejected
    found = (_actor(key, named, who, given.get(key, ()), articles[key]) for key, named in groups.items())
    kept = (actor for actor in found if actor.id not in rejected)
    return tuple(sorted(kept, key=lambda actor: (-actor.mentions, actor.name, actor.id)))


def matching(who: Naming, rows: Iterable[Named], asked: str) -> frozenset[str]:
    """Keys of the actors that have a name with all words asked for, in a row."""
    wanted = fold_name(asked)
    return frozenset(who.key(row.key) for row in rows if wanted and _holds(fold_name(row.name), wanted))


def _holds(name: str, asked: str) -> bool:
    return f" {asked} " in f" {name} "


def _actor(key: str, named: Sequence[Named], who: Naming, given: Sequence[ActorRole], articles: int) -> Actor:
    types: dict[MentionType, int] = {}
    names: dict[str, int] = {}
    for row in named:
        types[row.type] = types.get(row.type, 0) + row.mentions
        names[row.name] = names.get(row.name, 0) + row.mentions
    name = who.name(key)
    return Actor(
        content_id("actor", key),
        name,
        _type(key, types),
        _aliases(name, names),
        tuple(given),
        sum(names.values()),
        None if key.startswith(NAME) else key,
        articles,
        _joints(key, named, who),
        metonyms.stands_for(key),
    )


def _articles(view: View, groups: Mapping[str, Sequence[Named]]) -> dict[str, int]:
    """How many articles name each: counted by articles where several names or types may share one."""
    several = {row.key for named in groups.values() if len(named) > 1 for row in named}
    places = view.named_in(several)
    none: frozenset[int] = frozenset()
    return {
        key: len(none.union(*(places[row.key] for row in named))) if len(named) > 1 else named[0].articles
        for key, named in groups.items()
    }


def _type(key: str, types: Mapping[MentionType, int]) -> MentionType:
    """What a table's key says that it is; else what most mentions were taken for, a demonym only where all are."""
    known = _TYPES.get(key.partition(":")[0])
    if known is not None:
        return known
    nouns = {kind: count for kind, count in types.items() if kind is not MentionType.NATIONALITY} or types
    return max(nouns, key=lambda kind: (nouns[kind], kind))


def _aliases(name: str, names: Mapping[str, int]) -> tuple[str, ...]:
    """The other names, the commonest first; those that differ in capitals and marks alone are one."""
    if len(names) == 1 and name in names:
        return ()
    counts: Counter[str] = Counter()
    written: dict[str, str] = {}
    for one, count in sorted(names.items(), key=lambda item: (-item[1], item[0])):
        counts[_plain(one)] += count
        written.setdefault(_plain(one), one)
    del counts[_plain(name)]
    return tuple(written[folded] for folded, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _plain(name: str) -> str:
    return fold_name(name).removeprefix("the ")


def _joints(key: str, named: Sequence[Named], who: Naming) -> tuple[Joint, ...]:
    """Why each other key is the same one, the most mentioned first."""
    if all(row.key == key for row in named):
        return ()
    most: dict[str, Named] = {}
    for row in sorted(named, key=lambda row: (row.mentions, row.name), reverse=True):
        most.setdefault(row.key, row)
    return tuple(Joint(row.key, row.name, who.why[row.key][0].reason) for row in most.values() if row.key != key)
