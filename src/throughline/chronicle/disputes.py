"""What contradicts what, side by side, without a verdict.

In: a view. Out: `Dispute`s of four kinds: *figure* (numbers of one quantity about the same days that can't both be so),
*status* (one says it happened, another that it did not), *date* (one deed, two days) and *stance* (the same, when both
sides are statements of people). A speaker's or a voice's own change of mind is history, not dispute.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import combinations

from throughline.chronicle.grouping import Group, grouped
from throughline.chronicle.happenings import Reading, reading
from throughline.chronicle.series import Around, figures
from throughline.chronicle.tellings import Telling
from throughline.ledger.view import View
from throughline.model import Dispute, Evidence, Point, Relation, Series, Side, Status, content_id
from throughline.text.gist import likeness, overlap, stems

NEAR = 0.1  # share by which approximate numbers may differ and still agree
_ONE_DEED = 0.6  # likeness of two sentences from which they tell of one deed on two days
_ONE_MATTER = 0.35  # share of stems from which two sentences with a figure of one thing tell of one matter
_APART = 5  # times apart from which two numbers count different things, whatever the words
_FAR = timedelta(days=7)  # farther apart, they are two deeds of a kind
_YES = frozenset({Status.HAPPENED, Status.ONGOING, Status.PLANNED})
_NO = frozenset({Status.DENIED, Status.NOT_HAPPENED})
_STEM = 6


def disputes(view: View) -> tuple[Dispute, ...]:
    """Figures, dates, statuses and stances that contradict, side by side; in order of since when both are known."""
    read = reading(view)
    groups = grouped(read.told)
    found = [*_of_status(read, groups), *_of_date(read, groups)]
    found += _of_figures(read, figures(view))
    unique = {dispute.id: dispute for dispute in found}
    return tuple(sorted(unique.values(), key=_order))


def _order(dispute: Dispute) -> tuple[bool, str, str]:
    known = [side.known for side in dispute.sides if side.known]
    return (not known, max(known).isoformat() if known else "", dispute.id)


def _dispute(read: Reading, about: str, evidence: Sequence[Evidence]) -> Dispute:
    sides = []
    for words in evidence:
        head = read.origins.heads[words.article]
        sides.append(Side(words.words, words, head.outlet, head.known))
    return Dispute(content_id("dispute", about, *(e[:3] for e in evidence)), about, tuple(sides))


def _evidence(read: Reading, telling: Telling) -> Evidence:
    return Evidence(telling.article, telling.start, telling.end, read.told.sentence(telling))


def _of_figures(read: Reading, series: Iterable[Series]) -> Iterator[Dispute]:
    """Points about the same days whose ranges don't meet, given by different voices in sentences of one matter."""
    pairs = [pair for one in series for pair in combinations(one.points, 2) if _differ(read, *pair)]
    around = Around(read.view.sentences({e.article for pair in pairs for p in pair if (e := p.evidence)}))
    for left, right in pairs:
        if left.evidence and right.evidence:
            sentences = [stems(around.sentence(evidence).words) for evidence in (left.evidence, right.evidence)]
            if overlap(*sentences) >= _ONE_MATTER:
                yield _dispute(read, "figure", (left.evidence, right.evidence))


def _differ(read: Reading, left: Point, right: Point) -> bool:
    if not left.evidence or not right.evidence or not _same_days(left, right) or _agree(left, right):
        return False
    sizes = sorted(abs(p.low or p.high or 0.0) for p in (left, right))
    if sizes[0] * _APART < sizes[1]:
        return False
    return read.origins.voice(left.evidence.article) != read.origins.voice(right.evidence.article)


def _same_days(left: Point, right: Point) -> bool:
    if left.when is None or right.when is None:
        return False
    return (left.when.first, left.when.last) == (right.when.first, right.when.last)


def _agree(left: Point, right: Point) -> bool:
    slack = NEAR if left.approximate or right.approximate else 0.0
    low = max(p.low for p in (left, right) if p.low is not None) if left.low or right.low else 0.0
    high = min((p.high for p in (left, right) if p.high is not None), default=low)
    return low * (1 - slack) <= high


def _of_status(read: Reading, groups: Iterable[Group]) -> Iterator[Dispute]:
    """A group in which one voice affirms and another denies."""
    for group in groups:
        for no in (t for t in group.tellings if t.status in _NO):
            yes = next((t for t in group.tellings if t.status in _YES and _are_two(read, t, no)), None)
            if yes:
                told = sorted((yes, no), key=group.tellings.index)
                yield _dispute(read, "status", [_evidence(read, telling) for telling in told])
                break


def _are_two(read: Reading, left: Telling, right: Telling) -> bool:
    return read.origins.voice(left.article) != read.origins.voice(right.article)


def _of_date(read: Reading, groups: Iterable[Group]) -> Iterator[Dispute]:
    """One deed, told by two voices in nearly the same words, on two days."""
    by_deed: dict[tuple[str, str], list[Group]] = {}
    for group in groups:
        anchor = group.anchor
        if anchor.is_sure and anchor.days and anchor.days.first == anchor.days.last and anchor.trigger:
            for actor in sorted(anchor.actors)[:1]:
                by_deed.setdefault((anchor.trigger[:_STEM], actor), []).append(group)
    for told in by_deed.values():
        for number, left in enumerate(told):
            for right in told[number + 1 : number + 20]:
                if _is_one_deed(left, right) and _are_two(read, left.anchor, right.anchor):
                    yield _dispute(read, "date", [_evidence(read, left.anchor), _evidence(read, right.anchor)])


def _is_one_deed(left: Group, right: Group) -> bool:
    one, other = left.anchor.days, right.anchor.days
    if not one or not other or not one.first or not other.first or one.first == other.first:
        return False
    return abs(one.first - other.first) <= _FAR and likeness(left.stems, right.stems) >= _ONE_DEED


def links(view: View) -> tuple[tuple[str, str], ...]:
    """Pairs that a link or a ruling says contradict each other."""
    return tuple((link.left, link.right) for link in view.links(Relation.CONTRADICTS))
