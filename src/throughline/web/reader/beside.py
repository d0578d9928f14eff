"""Two articles side by side: paragraphs that answer one another, and how many between them are the same.

In: two articles, and the `Version` that says what the later changed. Out: `Row`s in the order of the text. Invariant:
every readable paragraph of both is in a row.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from throughline.export.wording import count
from throughline.ledger.rows import Head
from throughline.model import Article, Change, Dossier, Edit, Evidence, Link, Relation, Version

_JOINING = frozenset({Relation.COPY_OF, Relation.UPDATES})


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs that are the same in both; or, where `change` is given, one that is not, or stands elsewhere."""

    same: tuple[Evidence, ...] = ()
    change: Change | None = None
    is_moved: bool = False

    @property
    def before(self) -> tuple[Edit, ...]:
        """The words of the earlier article."""
        return self._side("+")

    @property
    def after(self) -> tuple[Edit, ...]:
        """The words of the later one."""
        return self._side("-")

    def _side(self, without: str) -> tuple[Edit, ...]:
        return tuple(edit for edit in self.change.edits if edit.sign != without) if self.change else ()


def joined(found: Dossier) -> Mapping[str, Link]:
    """Copies and versions of an article: their ids, what it goes back to first, each with what joins them."""
    mine = found.article.id
    links = sorted(
        (link for link in found.links if link.relation in _JOINING),
        key=lambda link: (link.left != mine, -link.weight, link.id),
    )
    several: dict[str, Link] = {}
    for link in links:
        several.setdefault(link.right if link.left == mine else link.left, link)
    return several


def in_order(mine: str, other: str, links: Mapping[str, Link], heads: Mapping[str, Head]) -> tuple[str, str]:
    """Which of two articles is the earlier: as their link has it, else by since when they are known."""
    link = links.get(other)
    if link is not None:
        return link.right, link.left
    first, last = sorted((mine, other), key=lambda one: (heads[one].known or date.max, one))
    return first, last


def rows(left: Article, right: Article, told: Version) -> tuple[Row, ...]:
    """What changed, and between it what did not."""
    gone = {change.before.span for change in told.changes if change.before}
    come = {change.after.span for change in told.changes if change.after}
    same_before = [span for span in left.readable() if span not in gone]
    same_after = [right.evidence(*span) for span in right.readable() if span not in come]
    return tuple(_rows(told.changes, [span.start for span in same_before], same_after))


def sides(link: Link | None) -> tuple[str, str]:
    """What to call the two: of a copy, which of them came first is not the matter, and often nobody knows."""
    return ("the original", "the copy") if link and link.relation is Relation.COPY_OF else ("the earlier", "the later")


def summary(found: Sequence[Row], sides: tuple[str, str]) -> str:
    """How much is the same, and how much is not, in a sentence; `sides` are what to call the two."""
    changed = [row for row in found if row.change]
    same = count(sum(len(row.same) for row in found), "paragraph")
    if not changed:
        return f"Their reporting is the same, word for word: {same}."
    order = ("edited", f"only in {sides[1]}", f"only in {sides[0]}")
    counts = Counter(_what(row, order) for row in changed)
    parts = [f"{counts[what]:,} {what}" for what in order if counts[what]]
    parts += [f"{counts['moved'] // 2:,} moved"] if counts["moved"] else []
    return f"{same} the same, {', '.join(parts)}."


def _what(row: Row, order: tuple[str, str, str]) -> str:
    """What became of a paragraph, in words."""
    if row.is_moved or row.change is None:
        return "moved"
    edited, new, gone = order
    if row.change.before and row.change.after:
        return edited
    return new if row.change.after else gone


def _alone(change: Change) -> str | None:
    """The words of a paragraph that only one article seems to have; None where both have it."""
    one = change.before or change.after
    return None if one is None or (change.before and change.after) else " ".join(one.words.split())


def _moved(changes: Sequence[Change]) -> frozenset[str | None]:
    """The words of paragraphs that both have, each in another place."""
    gone = {_alone(change) for change in changes if change.before}
    return frozenset(gone & {_alone(change) for change in changes if change.after}) - {None}


def _rows(changes: tuple[Change, ...], starts: list[int], same: list[Evidence]) -> Iterator[Row]:
    """Changes, and before each the paragraphs that are the same: the nth of one article is that of the other."""
    at = 0
    moved = _moved(changes)
    for change in changes:
        until = at
        while until < len(same) and _precedes(change, starts[until] if until < len(starts) else 0, same[until].start):
            until += 1
        if until > at:
            yield Row(tuple(same[at:until]))
            at = until
        yield Row((), change, _alone(change) in moved)
    if at < len(same):
        yield Row(tuple(same[at:]))


def _precedes(change: Change, before: int, after: int) -> bool:
    if change.after:
        return after < change.after.start
    return change.before is not None and before < change.before.start
