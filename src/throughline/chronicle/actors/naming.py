"""Who is who: keys joined, as far as a view knows them.

In: a view and rows of its names. Out: `Naming`. Everything is worked out from the rows, the frozen tables and what
rulings decide; a bare surname is joined only where the view leaves no doubt whose it is.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

from throughline.chronicle.actors import links, short
from throughline.chronicle.actors.bearers import NAME, bearers
from throughline.chronicle.actors.descriptions import is_description, is_first_name
from throughline.chronicle.actors.groups import Groups, ruled
from throughline.chronicle.actors.links import Tie
from throughline.ledger.rows import Named
from throughline.ledger.view import View
from throughline.model import MentionType, content_id
from throughline.tables.names import usual_name
from throughline.tables.offices import terms_of
from throughline.tables.organs import is_organ

_PERSON = "person:"
_SLIPS = 0.25  # of the articles of the rarer of two spellings may have both: an editor's slip, not two people
_RARELY = 0.1  # of the uses of the commonest name: a name used less is a slip
_OFTEN = 0.5  # of the uses of the commonest full name, for a fuller one to be shown


@dataclass(frozen=True, slots=True)
class Naming:
    """Who is who: the key that a key is joined under, and the name an actor is shown by.

    `why` has the ties that brought keys together.
    """

    same: Mapping[str, str]
    names: Mapping[str, str]
    why: Mapping[str, Sequence[Tie]] = field(default_factory=lambda: MappingProxyType({}))

    def key(self, key: str) -> str:
        """The key of the actor that a mention's key belongs to."""
        return self.same.get(key, key)

    def id(self, key: str) -> str:
        """The actor's id."""
        return content_id("actor", self.key(key))

    def is_one(self, key: str) -> bool:
        """Whether a key means the same one in every article; "officials" and "Mary" are each article's own."""
        own = self.key(key)
        return means_one(own, self.name(own))

    def knows(self, key: str) -> bool:
        """Whether a mention stands behind the key."""
        return self.key(key) in self.names

    def name(self, key: str) -> str:
        """The name that people know the actor by."""
        own = self.key(key)
        return self.names.get(own, own.removeprefix(NAME))


def means_one(key: str, name: str) -> bool:
    """Whether a key, shown by a name, means the same one in every article."""
    folded = key.removeprefix(NAME)
    return key == folded or not (is_description(name) or is_first_name(folded) or is_organ(folded))


def everyone(view: View) -> Naming:
    """Who is who among all that a view names."""
    return view.shelf.once("everyone", lambda: naming(view, view.names()))


def naming(view: View, rows: Sequence[Named], joined: Naming | None = None) -> Naming:
    """Join the names of a view; with `joined`, only call those by name who are joined already."""
    if joined is not None:
        return replace(joined, names=_Called(rows, joined.same))
    decided = view.decided()
    is_ruled = any(pair[0].startswith("actor-") for pair in decided.same | decided.apart)
    known = bearers(view.names() if is_ruled else rows)
    by_id = {content_id("actor", key): key for key in known} if is_ruled else {}
    groups = Groups(known, _keys(decided.apart, by_id))
    told = ruled(_keys(decided.same, by_id))
    likely = [*told, *links.ties(known)]
    groups.join(likely, _together(view, likely))
    shorter = list(short.ties(known, groups))
    groups.join(shorter, _together(view, shorter))
    return Naming(groups.root, _Called(rows, groups.root), groups.why)


class _Called(Mapping[str, str]):
    """What to call everyone, by the fullest name that is used often; worked out for whom it is asked."""

    def __init__(self, rows: Sequence[Named], same: Mapping[str, str]) -> None:
        self._rows, self._same = rows, same

    @cached_property
    def _counts(self) -> dict[str, dict[str, int]]:
        counts: dict[str, dict[str, int]] = {}
        for row in self._rows:
            own = counts.setdefault(self._same.get(row.key, row.key), {})
            own[row.name] = own.get(row.name, 0) + (0 if row.type is MentionType.NATIONALITY else row.mentions)
        return counts

    def __getitem__(self, key: str) -> str:
        return _best_name(key, self._counts[key])

    def __contains__(self, key: object) -> bool:
        return key in self._counts

    def __iter__(self) -> Iterator[str]:
        return iter(self._counts)

    def __len__(self) -> int:
        return len(self._counts)


def _keys(pairs: Iterable[tuple[str, str]], by_id: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    found = ((by_id[one], by_id[other]) for one, other in pairs if one in by_id and other in by_id)
    return frozenset((min(pair), max(pair)) for pair in found)


def _together(view: View, likely: Iterable[Tie]) -> Callable[[str, str], bool]:
    """Whether articles have two keys, as two, and not by an editor's slip."""
    asked = {key for tie in likely if not tie.is_told for key in (tie.left, tie.right)}
    places = view.named_in(asked) if asked else {}

    def together(left: str, right: str) -> bool:
        one, other = places[left], places[right]
        return len(one & other) > _SLIPS * min(len(one), len(other))

    return together


def _best_name(key: str, names: Mapping[str, int]) -> str:
    """The commonest full name, or a fuller one that is used often enough to be no slip; the table's for a bare one."""
    if len(names) == 1 and key.startswith(NAME):
        (only,) = names
        return _bare(only)
    often = max(names.values()) * _RARELY
    full = {name: count for name, count in names.items() if " " in name and count >= often} or names
    most = max(full.values()) * _OFTEN
    best = max((name for name in full if full[name] >= most), key=lambda n: (len(n.split()), full[n], n))
    if best.isupper():  # a transcript's "ANDERSON COOPER"
        best = next((name for name in sorted(full) if name != best and name.upper() == best), best)
    best = _bare(best)
    if key.startswith(_PERSON) and " " not in best:
        term = next(iter(terms_of(key)), None)
        return term.person if term else best
    return best if key.startswith((NAME, _PERSON)) else usual_name(key) or best


def _bare(name: str) -> str:
    """A name without its article; a description keeps it: "White House", "the company", "the Iraqi army"."""
    words = name.split()
    is_name = len(words) > 1 and words[0] in {"The", "the"} and words[1][0].isupper() and words[-1][0].isupper()
    return " ".join(words[1:]) if is_name else name
