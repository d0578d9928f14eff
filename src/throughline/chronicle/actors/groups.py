"""Groups of keys that are one person or body: joined by the surest ties first, and never against a veto.

In: bearers, ties, what rulings decide. Out: for every joined key the key that stands for its group, and the tie that
brought it in. Two groups are joined only where no name of one contradicts any name of the other (complete linkage),
so one bold tie never makes a chain.
"""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet

from throughline.chronicle.actors import pairs
from throughline.chronicle.actors.bearers import PERSON, Bearer
from throughline.chronicle.actors.links import Tie, is_name

_RULED = 9.0  # a person's ruling goes before every reason
_Pairs = AbstractSet[tuple[str, str]]


class Groups:
    """Keys and the groups that they are in, while ties are weighed."""

    def __init__(self, known: Mapping[str, Bearer], apart: _Pairs = frozenset()) -> None:
        self.known = known
        self.members: dict[str, set[str]] = {}
        self.root: dict[str, str] = {}
        self.why: dict[str, list[Tie]] = {}
        self._apart = apart

    def of(self, key: str) -> str:
        """The key that stands for a key's group at the moment."""
        return self.root.get(key, key)

    def own(self, key: str) -> set[str]:
        """All keys of a key's group."""
        return self.members.get(self.of(key), {key})

    def join(self, found: Iterable[Tie], together: Callable[[str, str], bool]) -> None:
        """Join by ties, the surest first; `together`: whether one article has two keys, as two."""
        for tie in sorted(found, key=lambda one: (-one.weight, one.left, one.right)):
            left, right = self.of(tie.left), self.of(tie.right)
            if left != right and (tie.weight >= _RULED or self._may(tie, together)):
                self._merge(left, right)
                self.why.setdefault(tie.left, []).append(tie)
                self.why.setdefault(tie.right, []).append(tie)

    def _may(self, tie: Tie, together: Callable[[str, str], bool]) -> bool:
        """Whether nothing speaks against joining the groups of a tie's keys."""
        left, right = self.own(tie.left), self.own(tie.right)
        if sum(not is_name(key) for key in left) and sum(not is_name(key) for key in right):
            return False  # the tables know them as two
        if not tie.is_told and together(tie.left, tie.right):
            return False
        return not any(self._contradict(one, other) for one in left for other in right)

    def _contradict(self, one: str, other: str) -> bool:
        if (min(one, other), max(one, other)) in self._apart:
            return True
        left, right = self.known.get(one), self.known.get(other)
        if left is None or right is None:
            return False
        if left.kind is not right.kind:
            return True
        if left.kind is not PERSON:
            return False
        return all(pairs.persons(a, b).weight < 0 for a in left.names for b in right.names)

    def _merge(self, left: str, right: str) -> None:
        members = self.own(left) | self.own(right)
        for key in (left, right):
            self.members.pop(key, None)
        root = max(members, key=self._standing)
        self.members[root] = members
        self.root.update(dict.fromkeys(members, root))

    def _standing(self, key: str) -> tuple[bool, bool, int, str]:
        """Who stands for a group: whom a table knows, then a full name, then the one in most articles."""
        one = self.known.get(key)
        return not is_name(key), " " in key, one.articles if one else 0, key


def ruled(pairs_of_keys: Iterable[tuple[str, str]]) -> list[Tie]:
    """Ties of a person's rulings."""
    return [Tie(_RULED, left, right, "a person's ruling", is_told=True) for left, right in sorted(pairs_of_keys)]
