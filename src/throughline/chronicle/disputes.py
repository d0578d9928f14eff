"""What contradicts what, side by side, without a verdict.

In: a view. Out: `Dispute`s of four kinds: *figure* (numbers of one quantity about the same time that can't both be so),
*status* (one says it happened, another that it did not), *date* (one deed, two days) and *stance* (the same, when both
sides are statements of people). A speaker's or a voice's own change of mind is history, not dispute, unless it speaks
for another.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple, Protocol

from throughline.chronicle.deeds import timeless
from throughline.chronicle.grouping import Group, grouped
from throughline.chronicle.happenings import Reading, reading
from throughline.chronicle.quantities import TOLLS, Quantity, kind
from throughline.chronicle.series import Around, counted, days_of, told_days
from throughline.chronicle.tellings import Telling
from throughline.ledger.rows import FigureRow
from throughline.ledger.view import View
from throughline.model import Dispute, Evidence, Relation, Side, Status, content_id
from throughline.text.gist import likeness, overlap, stems

NEAR = 0.1  # share by which approximate numbers may differ and still agree
_ONE_DEED = 0.6  # likeness of two sentences from which they tell of one deed on two days
_ONE_MATTER = 0.35  # share of stems from which two sentences with a figure of one thing tell of one matter
_ONE_THING = 0.5  # the same, where no word says what became of the counted
_APART = 5  # times apart from which two numbers count different things, whatever the words
_FAR = timedelta(days=7)  # farther apart, they are two deeds of a kind
_AT_ONCE = timedelta(days=1)  # and farther than this, two counts of what has changed
_SHARED, _PLAIN = 3, 2  # stems that a denial shares with what it denies, the verb's among them; of these, not of names
_DENIED = 0.25  # and this share of the shorter sentence's
_YES = frozenset({Status.HAPPENED, Status.ONGOING})
_NO = frozenset({Status.DENIED, Status.NOT_HAPPENED})
_STEM = 6
# Nouns of what lasts: "the war is not over" and "there will be no war" do not deny each other.
_CONDITIONS = frozenset("war violence unrest conflict crisis fighting protest protests tension tensions".split())
_NEGATION = re.compile(r"n't\b|n’t\b|\b(?:no|not|never|none|nor|without|den(?:y|ies|ied))\b", re.IGNORECASE)


def disputes(view: View) -> tuple[Dispute, ...]:
    """Figures, dates, statuses and stances that contradict, side by side; in order of since when both are known."""
    read = reading(view)
    found = [*_of_status(read), *_of_date(read, grouped(read.told)), *_of_figures(read)]
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


class _Claim(Protocol):
    """What somebody says: where, and in which statement, if any."""

    @property
    def article(self) -> str: ...
    @property
    def statement(self) -> str | None: ...


class _Sources:
    """Who stands behind a claim: a speaker, else the outlet or agency that the article comes from."""

    def __init__(self, read: Reading, statements: Iterable[str | None]) -> None:
        self._read = read
        self._nameless = {head.id for head in read.origins.heads.values() if not (head.outlet or head.origin)}
        self._speakers = read.view.speakers({one for one in statements if one})

    def are_two(self, left: _Claim, right: _Claim) -> bool:
        """Whether two that are known by name stand behind two claims; one whom both quote is one."""
        speakers = [self._speakers.get(claim.statement or "") for claim in (left, right)]
        if speakers[0] and speakers[1]:
            return self._read.who.key(speakers[0]) != self._read.who.key(speakers[1])
        voices = [self._read.origins.voice(claim.article) for claim in (left, right)]
        return voices[0] != voices[1] and not {left.article, right.article} & self._nameless


def _of_figures(read: Reading) -> Iterator[Dispute]:
    """Figures of one thing about the same time whose ranges don't meet, given by two in sentences of one matter."""
    alike: dict[tuple[str, str, str], list[_Point]] = {}
    rows, around = counted(read.view, read.origins)
    # A sentence with two figures of one thing compares them; nothing tells which of the two another one disputes.
    times = Counter((row.article, around.sentence(row).start, what.head) for row, what in rows)
    for row, what in rows:
        when = days_of(row, read.origins.heads[row.article])
        day = when and (when.first or when.last)
        place = (row.article, around.sentence(row).start, what.head)
        if day and not read.origins.is_copy(row.article) and times[place] == 1:
            alike.setdefault((what.head, what.unit, what.fate), []).append(_Point(day, row, what))
    sources = _Sources(read, (row.statement for row, _ in rows))
    for points in alike.values():
        points.sort(key=lambda point: point.day)
        shown = set[tuple[tuple[float, float], ...]]()  # two numbers that many print are one dispute
        for number, left in enumerate(points):
            for right in points[number + 1 :]:
                if right.day - left.day > _AT_ONCE:
                    break
                if (
                    _differ(left, right)
                    and sources.are_two(left.row, right.row)
                    and _is_one_matter(around, left, right)
                ):
                    sides = sorted((left.row, right.row), key=lambda row: read.origins.age(row.article))
                    values = tuple(sorted((row.low or 0.0, row.high or 0.0) for row in sides))
                    if values in shown:
                        continue
                    shown.add(values)
                    yield _dispute(read, "figure", [around.evidence(row) for row in sides])


class _Point(NamedTuple):
    """A figure on its day."""

    day: date
    row: FigureRow
    what: Quantity


def _differ(left: _Point, right: _Point) -> bool:
    """Whether the numbers exclude each other, and are of one owner, of one time and of one size."""
    one, other = left.row, right.row
    if kind(one.of) != kind(other.of) or (left.what.fate in TOLLS and left.day != right.day):
        return False
    if left.what.whose and right.what.whose and left.what.whose != right.what.whose:
        return False
    if told_days(one) != told_days(other):
        return False  # both about their article's day, or of the same days by their words
    sizes = sorted(abs(row.low or row.high or 0.0) for row in (one, other))
    if not sizes[0] or sizes[0] * _APART < sizes[1]:
        return False
    slack = NEAR if one.approximate or other.approximate else 0.0
    low = max((row.low for row in (one, other) if row.low is not None), default=0.0)
    high = min((row.high for row in (one, other) if row.high is not None), default=low)
    return low * (1 - slack) > high


def _is_one_matter(around: Around, left: _Point, right: _Point) -> bool:
    needed = _ONE_MATTER if left.what.fate else _ONE_THING
    return overlap(*(timeless(stems(around.sentence(point.row).words)) for point in (left, right))) >= needed


def _of_status(read: Reading) -> Iterator[Dispute]:
    """A denial, and what another says of the same deed within a week: that it happened or is going on."""
    tellings = [telling for telling in read.told.tellings if telling.event and telling.days]
    by_verb: dict[str, list[Telling]] = {}
    for telling in sorted((t for t in tellings if t.status in _YES), key=_day):
        by_verb.setdefault(telling.trigger[:_STEM], []).append(telling)
    sources = _Sources(read, (telling.statement for telling in tellings))
    before = {(t.article, t.place): t.stems for t in tellings}
    for no in (t for t in tellings if t.status in _NO and t.trigger not in _CONDITIONS):
        near = before.get((no.article, no.place - 1), frozenset())
        said = by_verb.get(no.trigger[:_STEM], [])
        within = said[bisect_left(said, _day(no) - _FAR, key=_day) : bisect_right(said, _day(no) + _FAR, key=_day)]
        rated = [(share, yes) for yes in within if (share := _denied(no, near, yes)) and sources.are_two(no, yes)]
        rated = [(share, yes) for share, yes in rated if _is_affirmed(read.told.sentence(yes), yes, no, near)]
        if rated:
            yes = max(rated, key=lambda pair: pair[0])[1]
            sides = sorted((yes, no), key=lambda t: (read.origins.age(t.article), t.start))
            about = "stance" if yes.statement and no.statement else "status"
            yield _dispute(read, about, [_evidence(read, telling) for telling in sides])


def _day(telling: Telling) -> date:
    days = telling.days
    return (days.last or days.first if days else None) or date.max


def _denied(no: Telling, near: frozenset[str], yes: Telling) -> float:
    """How much a denial, with the sentence before it, shares with what may be what it denies; 0: too little."""
    if no.type is None or no.type is not yes.type or (no.article, no.start) == (yes.article, yes.start):
        return 0.0
    if no.recipients and yes.recipients and not no.recipients & yes.recipients:
        return 0.0
    if no.actors and yes.actors and not no.actors & yes.actors:
        return 0.0
    shared = (no.stems | near) & yes.stems
    share = len(shared) / max(1, min(len(no.stems | near), len(yes.stems)))
    return share if len(shared) >= _SHARED and share >= _DENIED else 0.0


def _is_affirmed(words: str, yes: Telling, no: Telling, near: frozenset[str]) -> bool:
    """Whether what is shared is more than names, and the verb stands there without a negation around it."""
    tokens = words.split()
    names = stems(" ".join(token for token in tokens[1:] if token[:1].isupper()))
    if len(((no.stems | near) & yes.stems) - names) < _PLAIN:
        return False
    places = [number for number, token in enumerate(tokens) if yes.trigger[:_STEM] in token.casefold()]
    return any(not _NEGATION.search(" ".join(tokens[max(0, place - 4) : place + 3])) for place in places)


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


def _are_two(read: Reading, left: Telling, right: Telling) -> bool:
    return read.origins.voice(left.article) != read.origins.voice(right.article)


def _is_one_deed(left: Group, right: Group) -> bool:
    one, other = left.anchor.days, right.anchor.days
    if not one or not other or not one.first or not other.first or one.first == other.first:
        return False
    return abs(one.first - other.first) <= _FAR and likeness(left.stems, right.stems) >= _ONE_DEED


def links(view: View) -> tuple[tuple[str, str], ...]:
    """Pairs that a link or a ruling says contradict each other."""
    return tuple((link.left, link.right) for link in view.links(Relation.CONTRADICTS))
