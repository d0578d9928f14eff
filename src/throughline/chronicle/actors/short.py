"""Short names to the one group that bears them: bare surnames, first words of a name, initials, acronyms.

In: bearers and the groups of full names. Out: ties. A short name that several bear goes with the one of them that
nearly all of their articles are about, or with none.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache

from throughline.chronicle.actors import pairs
from throughline.chronicle.actors.bearers import BODY, NAME, PERSON, Bearer
from throughline.chronicle.actors.descriptions import is_first_name
from throughline.chronicle.actors.groups import Groups
from throughline.chronicle.actors.links import Tie
from throughline.tables.names import lookup
from throughline.tables.organs import is_organ
from throughline.text.spellings import frame
from throughline.text.surnames import framed, initials

_BARE = 0.4
_BY_FAR = 5  # times the articles of the next who bears a surname, and half of all, for it to be one's alone
_LONG, _SOUNDS = 6, 3  # letters and consonants
_STATES = 3  # words of a state's name before a body's
_OFTENER = 3  # times that a full name must be there for a bare first name that is its surname too


def ties(known: Mapping[str, Bearer], groups: Groups) -> Iterator[Tie]:
    """Ties of the short names of persons and bodies."""
    yield from _surnames([one for one in known.values() if one.kind is PERSON], groups)
    yield from _bodies([one for one in known.values() if one.kind is BODY], groups)


def _surnames(found: list[Bearer], groups: Groups) -> Iterator[Tie]:
    tails: dict[tuple[str, ...], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in found:
        for name in one.names:
            sounds = framed(name)
            for start in range(1, len(sounds)):
                tails[sounds[start:]][one.key].add(name)
    firsts: dict[str, set[str]] = defaultdict(set)
    for one in found:
        for name in one.names:
            firsts[name.partition(" ")[0]].add(one.key)
    articles = {one.key: one.articles for one in found}
    for one in found:
        if one.is_known:
            yield from _fuller(one, tails, groups)
            continue
        short = one.names[0]
        place = lookup(short)
        if place is not None and place.certain:
            continue  # "Washington" and "Jordan", taken for people
        near = tails.get(framed(short), {})
        fitting = {key for key, names in near.items() if any(pairs.ends(short, name) for name in names)}
        exact = {key for key in fitting if any(f" {name}".endswith(f" {short}") for name in near[key])}
        fitting = exact or (fitting if _is_telling(short) else set())
        yield from (
            _chosen(one, fitting, articles, groups)
            if fitting
            else _first(one, firsts.get(short, set()), articles, groups)
        )


def _first(one: Bearer, fitting: set[str], articles: Mapping[str, int], groups: Groups) -> Iterator[Tie]:
    """The tie of a first name that few have with the one full name that begins so and is far oftener told: "Saddam"."""
    weights: dict[str, int] = defaultdict(int)
    for key in fitting - {one.key}:
        weights[groups.of(key)] += articles[key]
    roots = [root for root, weight in weights.items() if weight >= _OFTENER * one.articles]
    is_rare = " " not in one.names[0] and len(one.names[0]) >= _LONG and not is_first_name(one.names[0])
    if len(roots) == len(weights) == 1 and is_rare:
        yield Tie(_BARE, one.key, roots.pop(), "the only full name here that begins so", is_told=True)


def _fuller(one: Bearer, tails: Mapping[tuple[str, ...], Mapping[str, set[str]]], groups: Groups) -> Iterator[Tie]:
    """Names nobody knows that put more first names before the full name of one whom a table knows."""
    for short in one.names:
        sounds = framed(short)
        for key, names in tails.get(sounds, {}).items() if len(sounds) > 1 else ():
            if key.startswith(NAME) and groups.of(key) == key and any(pairs.ends(short, name) for name in names):
                yield Tie(_BARE, key, one.key, "the fuller name ends with the one that the tables know", is_told=True)


def _is_telling(short: str) -> bool:
    """Whether a bare surname is long enough to be known in another spelling: "Qaddafi", not "Vine"."""
    sounds = frame(short.rpartition(" ")[2]).replace("a", "")
    return len(short) >= _LONG and len(sounds) >= _SOUNDS


def _chosen(one: Bearer, fitting: set[str], articles: Mapping[str, int], groups: Groups) -> Iterator[Tie]:
    """The tie of a bare surname with the group that it means, if one."""
    weights: dict[str, int] = defaultdict(int)
    for key in fitting:
        weights[groups.of(key)] += articles[key]
    if not weights or one.key in weights:
        return
    most = max(weights, key=lambda root: (weights[root], root))
    second = max((weight for root, weight in weights.items() if root != most), default=0)
    if weights[most] < _BY_FAR * second or 2 * weights[most] < sum(weights.values()):
        return
    if is_first_name(one.names[0]) and _OFTENER * one.articles > weights[most]:
        return  # "Michael" is whoever is called so, not George Michael
    reason = "the only full name here that ends so" if len(weights) == 1 else _by_far(weights, most)
    yield Tie(_BARE, one.key, most, reason, is_told=True)


def _by_far(weights: Mapping[str, int], most: str) -> str:
    return f"{weights[most]} of {sum(weights.values())} articles that name a bearer of it in full name this one"


def _bodies(found: list[Bearer], groups: Groups) -> Iterator[Tie]:
    """Acronyms, and names without the state that a fuller name begins with ("Coast Guard", "U.S. Coast Guard")."""
    spelled: dict[str, set[str]] = defaultdict(set)
    owned: dict[str, dict[str, str]] = defaultdict(dict)
    traded: dict[str, set[str]] = defaultdict(set)
    for one in found:
        for name in one.names:
            spelled[initials(name)].add(one.key)
            state, rest = _owner(name)
            owned[rest][state] = one.key
            traded[pairs.trade(name)].add(one.key)
    for one in found:
        if one.is_known or " " in one.names[0] or not one.written.isupper():
            continue
        bearers = {groups.of(key) for key in spelled.get(one.names[0], ())}
        if len(bearers) == 1 and groups.of(one.key) not in bearers:
            yield Tie(
                _BARE, one.key, bearers.pop(), "the initials of the only full name here that has them", is_told=True
            )
    names = {pairs.bodies(name): one.key for one in found for name in one.names}
    for rest, owners in owned.items():
        plain = _plain(rest, names)
        if plain and len(owners) == 1 and not is_organ(rest):  # each state has a "Ministry of Defence"
            (fuller,) = owners.values()
            yield Tie(
                _BARE,
                plain,
                fuller,
                "the fuller name only adds whose it is, and no other state's is here",
                is_told=True,
            )
    for rest, fuller_ones in traded.items():
        plain = _plain(rest, names)
        if plain and len({groups.of(key) for key in fuller_ones}) == 1:
            yield Tie(_BARE, plain, min(fuller_ones), "the fuller name only adds what it does", is_told=True)


def _plain(name: str, names: Mapping[str, str]) -> str | None:
    """The key of the body that a name means by the tables, or that it is the whole name of."""
    entity = lookup(name) if name else None
    return entity.key if entity and entity.certain and entity.type is BODY else names.get(name)


@lru_cache(maxsize=1 << 16)
def _owner(name: str) -> tuple[str, str]:
    """The state in front of a body's name, and the rest; "" twice where none stands there or too little is left."""
    words = name.removeprefix("the ").split()
    for length in range(1, min(_STATES, len(words) - 2) + 1):
        entity = lookup(" ".join(words[:length]))
        if entity is not None and entity.key.startswith("state:"):
            return entity.key, " ".join(words[length:])
    return "", ""
