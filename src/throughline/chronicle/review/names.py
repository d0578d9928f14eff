"""Names that may be one and are told as two, and names that are told as one for the weakest of reasons.

In: a view. Out: `Matter`s, those that most articles name first. To accept is to rule the two one, to decline to rule
them two: either way the ruling holds whatever pages come.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from throughline.chronicle.actors import naming
from throughline.chronicle.actors.bearers import Bearer, bearers
from throughline.chronicle.actors.links import Tie, is_name, ties
from throughline.chronicle.actors.naming import Naming
from throughline.ledger.rulings import NOT_SAME, SAME
from throughline.ledger.view import View
from throughline.model import Matter, Party, Proposal, content_id

# Joins by a bare surname, a beginning, a place's spelling or an initial weigh so little; spellings of one person's
# name, forms of a first name and a body's own name are right nearly always and would bury them.
_WEAK = 0.6
_BOTH = 0.5
LISTED = 500  # of each kind: nobody looks through more, and the rarest names matter least


class _Pair(NamedTuple):
    """Two keys that may be one, and what keeps them apart; nothing where they are joined."""

    tie: Tie
    against: str = ""


def names(view: View) -> tuple[Matter, ...]:
    """Pairs that are likely but not joined, then joins of the weakest reasons."""
    rows = view.names()
    who, known = naming(view, rows), bearers(rows)
    apart = [tie for tie in ties(known) if who.key(tie.left) != who.key(tie.right) and not _are_two(tie)]
    joined = {tie for own in who.why.values() for tie in own if tie.weight <= _WEAK}
    places = view.named_in({key for tie in apart for key in (tie.left, tie.right)})
    apart = [tie for tie in apart if not _told_apart(places[tie.left], places[tie.right])]
    pairs = [_Pair(tie, _against(tie, places)) for tie in _commonest(apart, known)]
    pairs += [_Pair(tie) for tie in _commonest(joined, known)]
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.key] = max(counts.get(row.key, 0), row.articles)
    return tuple(_matters(pairs, who, known, counts))


def _are_two(tie: Tie) -> bool:
    """Whether the tables know both."""
    return not is_name(tie.left) and not is_name(tie.right)


def _told_apart(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether most articles that have the rarer name have both: whoever wrote them knows two."""
    return len(one & other) > _BOTH * min(len(one), len(other))


def _commonest(found: Iterable[Tie], known: Mapping[str, Bearer]) -> list[Tie]:
    def told(tie: Tie) -> tuple[int, float, str, str]:
        counts = sorted(known[key].articles if key in known else 0 for key in (tie.left, tie.right))
        return -counts[0], -tie.weight, tie.left, tie.right

    return sorted(found, key=told)[:LISTED]


def _against(tie: Tie, places: Mapping[str, frozenset[int]]) -> str:
    """Why two that may be one are told as two."""
    both = len(places[tie.left] & places[tie.right])
    if both and not tie.is_told:
        return f"but {both} article{' names' if both == 1 else 's name'} both, as two"
    return "but a name that one of them goes by contradicts it, or fits others as well"


def _matters(
    pairs: Iterable[_Pair], who: Naming, known: Mapping[str, Bearer], counts: Mapping[str, int]
) -> Iterator[Matter]:
    """The pairs as matters; two keys are asked about once."""
    asked: set[frozenset[str]] = set()
    for pair in pairs:
        one, other = sorted((pair.tie.left, pair.tie.right), key=lambda key: (-counts.get(key, 0), key))
        left, right = (content_id("actor", key) for key in (one, other))
        if {left, right} in asked:
            continue
        asked.add(frozenset({left, right}))
        called = [known[key].written if key in known else who.name(key) for key in (one, other)]
        yield Matter(
            f"{left}~{right}",
            "names",
            f"{called[0]} and {called[1]}",
            (_party(left, called[0], counts.get(one, 0)), _party(right, called[1], counts.get(other, 0))),
            ("told as two" if pair.against else "told as one", *filter(None, (pair.tie.reason, pair.against))),
            Proposal(left, SAME, right, "They are one"),
            Proposal(left, NOT_SAME, right, "They are two"),
        )


def _party(record: str, words: str, articles: int) -> Party:
    return Party(record, words, f"in {articles:,} article{'' if articles == 1 else 's'}")
