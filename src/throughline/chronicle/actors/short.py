"""Short names to the one group that bears them: bare surnames, first words of a name, initials, acronyms.

In: bearers and the groups of full names. Out: ties. A short name that several bear goes with the one of them that
nearly all of their articles are about, or with none.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from throughline.chronicle.actors import pairs
from throughline.chronicle.actors.bearers import BODY, PERSON, Bearer
from throughline.chronicle.actors.descriptions import is_first_name
from throughline.chronicle.actors.groups import Groups
from throughline.chronicle.actors.links import Tie, stateless
from throughline.tables.names import lookup
from throughline.tables.organs import is_organ
from throughline.text.spellings import frame
from throughline.text.surnames import initials, parts

_BARE = 0.4
_BY_FAR = 5  # times the articles of the next who bears a surname, and half of all, for it to be one's alone
_LONG, _SOUNDS = 6, 3  # letters and consonants
_OFTENER = 3  # times that a full name must be there for a bare first name that is its surname too


def ties(known: Mapping[str, Bearer], groups: Groups) -> Iterator[Tie]:
    """Ties of the short names of persons and bodies."""
    yield from _surnames([one for one in known.values() if one.kind is PERSON], groups)
    yield from _bodies([one for one in known.values() if one.kind is BODY], groups)


def _surnames(found: list[Bearer], groups: Groups) -> Iterator[Tie]:
    tails: dict[tuple[str, ...], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one in found:
        for name in one.names:
            framed = tuple(map(frame, parts(name).words))
            for start in range(1, len(framed)):
                tails[framed[start:]][one.key].add(name)
    articles = {one.key: one.articles for one in found}
    for one in found:
        if one.is_known or len(one.names) != 1:
            continue
        short = one.names[0]
        near = tails.get(tuple(map(frame, parts(short).words)), {})
        fitting = {key for key, names in near.items() if any(pairs.ends(short, name) for name in names)}
        exact = {key for key in fitting if any(f" {name}".endswith(f" {short}") for name in near[key])}
        yield from _chosen(one, exact or (fitting if _is_telling(short) else set()), articles, groups)


def _is_telling(short: str) -> bool:
    """Whether a bare surname is long enough to be known in another spelling: "Qaddafi", not "Vine", nor a place."""
    sounds = frame(short.rpartition(" ")[2]).replace("a", "")
    return len(short) >= _LONG and len(sounds) >= _SOUNDS and lookup(short) is None


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
    short: dict[str, set[str]] = defaultdict(set)
    for one in found:
        for name in one.names:
            short[initials(name)].add(one.key)
            short[stateless(name)].add(one.key)
    for one in found:
        if one.is_known:
            continue
        name = one.names[0]
        if is_organ(name):
            continue  # each state has a "Ministry of Defence"
        is_acronym = " " not in name and one.written.isupper()
        bearers = {groups.of(key) for key in short.get(name, ()) if key != one.key and (is_acronym or " " in name)}
        if len(bearers) == 1 and groups.of(one.key) not in bearers:
            reason = "the initials of the only full name here that has them" if is_acronym else _WHOSE
            yield Tie(_BARE, one.key, bearers.pop(), reason, is_told=True)


_WHOSE = "the fuller name only adds whose it is, and it is the only one here"
