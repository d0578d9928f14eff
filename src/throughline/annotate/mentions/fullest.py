"""Short names to the fullest form that the article gives: "De Hoop Scheffer", "Maliki", "the Compact", "SOHR".

In: an article's names. Out: the words that each folded name stands for. Where two full names fit, a short one stands
for itself: a wrong speaker is worse than no speaker.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from throughline.annotate.mentions.name import Name
from throughline.model import MentionType, Token

_ARTICLES = ("al ", "el ", "ad ", "as ", "an ", "ar ", "at ", "de ", "van ", "von ")
_SKIPPED = frozenset({"of", "for", "the", "and", "on", "in", "to", "de", "la", "du", "des", "al", "&"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_MANY = 16  # so many full names that a short one may stand for, and it stands for none
_SHORTEST_ACRONYM = 2
_FAR_OFTENER = 3  # times that the head of a family is named in full to once for the next, for the bare surname


def persons(names: Sequence[Name], words: Mapping[str, str]) -> dict[str, str]:
    """Map each person's folded name to the words of the fullest form; `words` gives those of each name."""
    own = list(dict.fromkeys(n.folded for n in names if n.type is MentionType.PERSON))
    owners, given = _owners(own), _by_first(own, words)
    counts = Counter(n.folded for n in names if n.type is MentionType.PERSON)
    return {name: words[_owner(name, owners, given, counts)] for name in own}


def bodies(tokens: Sequence[Token], names: Sequence[Name], words: Mapping[str, str]) -> dict[str, str]:
    """Map each body's folded name, where no table knows it, to the words of the fullest form, acronyms too."""
    own = list(dict.fromkeys(n.folded for n in names if n.type is MentionType.ORGANISATION and n.entity is None))
    owners = _owners(own)
    full = {name: _owner(name, owners, {}) for name in own}
    full |= _acronyms(tokens, names)
    return {name: words[long] for name, long in full.items() if name in words and long in words}


def _owners(names: Iterable[str]) -> dict[str, set[str]]:
    owners: dict[str, set[str]] = defaultdict(set)
    for name in names:
        for tail in _tails(name):
            owners[tail].add(name)
    return owners


def _by_first(names: Iterable[str], words: Mapping[str, str]) -> dict[str, set[str]]:
    """Full names by what they begin with: "saif al islam gaddafi" by "saif", and by "saif al islam".

    A double surname is one: "Ana Brelin-Cole" does not begin with "Ana Brelin".
    """
    given: dict[str, set[str]] = defaultdict(set)
    for name in names:
        parts = name.split()
        for stop in range(1, len(parts)):
            if parts[stop - 1] not in _SKIPPED and f"{parts[stop - 1]}-" not in words[name].casefold():
                given[" ".join(parts[:stop])].add(name)
    return given


def _tails(name: str) -> Iterable[str]:
    """Yield the shorter forms of a folded full name, without what stands between first and last too."""
    parts = name.split()
    while len(parts) > 2 and parts[-1].strip(".") in _SUFFIXES:
        parts = parts[:-1]
        yield " ".join(parts)
    for start in range(1, len(parts)):
        yield " ".join(parts[start:])
    if len(parts) > 2:
        yield f"{parts[0]} {parts[-1]}"


def _owner(
    name: str,
    owners: Mapping[str, set[str]],
    given: Mapping[str, set[str]],
    counts: Mapping[str, int] = MappingProxyType({}),
) -> str:
    """The one longer name that a name is short for; of persons what a name begins with, too (`given`).

    A family's surname alone is his whom the article names in full first and far oftener than all the others.
    """
    bare = next((name.removeprefix(a) for a in _ARTICLES if name.startswith(a)), name)
    fitting = owners.get(name, set()) | owners.get(bare, set())
    if len(fitting) > _MANY:
        return name
    longer = {n for n in fitting if len(n.split()) > len(name.split())}
    heads = {n for n in longer if not any(n in set(_tails(m)) for m in longer)}
    if not heads:
        heads = given.get(name, set())
    if len(heads) == 1:
        return next(iter(heads))
    most = max(heads, key=lambda head: (counts.get(head, 0), head), default=name)
    second = max((counts.get(head, 0) for head in heads if head != most), default=0)
    return most if heads and counts.get(most, 0) >= _FAR_OFTENER * max(second, 1) else name


def _acronyms(tokens: Sequence[Token], names: Sequence[Name]) -> dict[str, str]:
    """Acronyms told in brackets after a body's name, or made of the initials of one body of the article."""
    found: dict[str, str] = {}
    long = {n.folded: _initials(n.folded) for n in names if " " in n.folded and n.type is MentionType.ORGANISATION}
    by_initials: dict[str, list[str]] = defaultdict(list)
    for full, initials in long.items():
        by_initials[initials].append(full)
    for before, name in pairwise(names):
        bracketed = before.last + 1 == name.first and tokens[before.last].norm == "("
        if not (bracketed and _is_acronym(tokens, name) and before.folded in long):
            continue
        if name.folded[0] == before.folded[0] or set(name.folded) <= set(long[before.folded]):
            found.setdefault(name.folded, before.folded)
    for name in names:
        if _is_acronym(tokens, name) and name.folded not in found and name.entity is None:
            owners = by_initials.get(name.folded, [])
            if len(owners) == 1:
                found[name.folded] = owners[0]
    return found


def _is_acronym(tokens: Sequence[Token], name: Name) -> bool:
    own = tokens[name.first].text
    return name.last - name.first == 1 and len(own) >= _SHORTEST_ACRONYM and own.isupper()


def _initials(folded: str) -> str:
    return "".join(word[0] for word in folded.split() if word not in _SKIPPED)
