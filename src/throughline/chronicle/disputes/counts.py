"""Figures of one thing about the same time that can't both be so.

In: a gathered view. Out: `Dispute`s about figures. Approximate numbers may differ a little, bounds must exclude each
other, and counts that grow are only compared when told of one day.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from throughline.annotate.claims.terms import stem
from throughline.chronicle.deeds import timeless
from throughline.chronicle.disputes.sides import Sources, dispute
from throughline.chronicle.essays import Essays
from throughline.chronicle.happenings import Reading
from throughline.chronicle.places import Around, Places
from throughline.chronicle.quantities import TOLLS, Quantity, kind
from throughline.chronicle.series import counted, days_of, told_days
from throughline.ledger.rows import FigureRow
from throughline.model import Dispute
from throughline.text.fold import squeeze
from throughline.text.gist import overlap, stems

NEAR = 0.2  # share by which approximate numbers may differ and still agree: a dozen may be ten
_ONE_MATTER = 0.35  # share of stems from which two sentences with a figure of one thing tell of one matter
_ONE_THING = 0.5  # the same, where no word says what became of the counted
_APART = 5  # times apart from which two numbers count different things, whatever the words
_LIST = 3  # counts in one sentence from which it lists parts
_EVENT = 2  # stems apart from the counted and their fate that two tolls share; plain counts one more, a place is two
_TOLD = stems("people killed wounded injured dead died deaths least official police reported fighting casualties")
_MORE = re.compile(r"\b(?:another|further|additional|more(?! than)|extra)\b", re.IGNORECASE)
# What everybody has one of: it is the same only where the same firm, state or fund is named.
_RESULTS = frozenset(
    """loss profit earning revenue sale income dividend budget debt deficit surplus bonus asset turnover stake share
    salary wage turnout output reserve capital price value worth""".split()
)
_POLL = re.compile(r"\b(?:survey|poll|respondents)", re.IGNORECASE)  # two polls ask two sets of people
_OWN = re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur|us)\b")
_AND_MORE = re.compile(r"\banother (?:\w+ )?\d", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:will|shall|would|plans?|planned|forecast|expects?|expected|predict\w*|projected)\b|['’]ll\b")
_AT_ONCE = timedelta(days=1)  # farther apart than this, they are two counts of what has changed


class _Point(NamedTuple):
    """A figure on its day."""

    day: date
    row: FigureRow
    what: Quantity


def of_figures(read: Reading) -> Iterator[Dispute]:
    """Figures of one thing about the same time whose ranges don't meet, given by two in sentences of one matter."""
    alike: dict[tuple[str, str, str], list[_Point]] = {}
    rows, around = counted(read.view, read.origins)
    # A sentence with two figures of one thing compares them; nothing tells which of the two another one disputes.
    times = Counter((row.article, around.sentence(row).start, what.head) for row, what in rows)
    plain = Counter((row.article, around.sentence(row).start) for row, _ in rows if not row.unit)
    for row, what in rows:
        when = days_of(row, read.origins.heads[row.article])
        day = when and (when.first or when.last)
        place = (row.article, around.sentence(row).start, what.head)
        is_told = not _is_more(row, around) and not (row.approximate and row.high is None)
        is_told = is_told and (bool(row.unit) or plain[place[:2]] < _LIST)
        if day and is_told and not read.origins.is_copy(row.article) and times[place] == 1:
            alike.setdefault((what.head, what.unit, what.fate), []).append(_Point(day, row, what))
    sources = Sources(read, (row.statement for row, _ in rows))
    met = [
        pair for points in alike.values() for pair in _differing(points) if sources.are_two(pair[0].row, pair[1].row)
    ]
    places = Places(read.view, {point.row.article for pair in met for point in pair})
    essays = Essays(read.view)
    shown = set[tuple[object, ...]]()  # two numbers that many print are one dispute
    for left, right in met:
        values = (
            (left.what.head, left.what.unit, left.what.fate),
            *sorted((point.row.low or 0.0, point.row.high or 0.0) for point in (left, right)),
        )
        if values in shown or not _is_one_matter(around, places, left, right):
            continue
        if any(essays.hold(point.row.article) for point in (left, right)):
            continue  # readers count their own
        shown.add(values)
        sides = sorted((left.row, right.row), key=lambda row: read.origins.age(row.article))
        said = [(around.evidence(row), sources.speaker(row)) for row in sides]
        words = [squeeze(around.sentence(row).words) for row in sides]
        yield dispute(read, "figure", said, _because(left, right), words)


def _differing(points: list[_Point]) -> Iterator[tuple[_Point, _Point]]:
    """Yield pairs of figures of one quantity, near in time, that exclude each other."""
    points.sort(key=lambda point: point.day)
    for number, left in enumerate(points):
        for right in points[number + 1 :]:
            if right.day - left.day > _AT_ONCE:
                break
            if _differ(left, right):
                yield left, right


def _because(left: _Point, right: _Point) -> str:
    """Why two numbers can't both be right."""
    what = left.row.of or left.what.head
    return f"both count {what} as of {max(left.day, right.day)}, and no number fits both"


def _is_more(row: FigureRow, around: Around) -> bool:
    """Tell a number that is added to another: "another 110,000", "five more people"."""
    return _MORE.search(around.words(row)) is not None or _AND_MORE.search(around.sentence(row).words) is not None


def _differ(left: _Point, right: _Point) -> bool:
    """Whether the numbers exclude each other, and are of one owner, of one time and of one size."""
    one, other = left.row, right.row
    if kind(one.of) != kind(other.of) or (one.unit in {"", "percent"} and left.day != right.day):
        return False  # what is counted changes from day to day
    if left.what.whose and right.what.whose and left.what.whose != right.what.whose:
        return False
    days = {told_days(one), told_days(other)}
    if len(days) > 1 and (None not in days or left.day != right.day):
        return False  # of other days by their words
    if one.deed and other.deed and not left.what.fate and stem(one.deed) != stem(other.deed):
        return False  # what was asked for and what was offered
    if not _are_of_one_size(one, other):
        return False
    slack = NEAR if one.approximate or other.approximate else 0.0
    low = max((row.low for row in (one, other) if row.low is not None), default=0.0)
    high = min((row.high for row in (one, other) if row.high is not None), default=low)
    return low * (1 - slack) > high


def _are_of_one_size(one: FigureRow, other: FigureRow) -> bool:
    """Whether the nearest ends of two numbers are no further apart than people's counts of one thing are."""
    less, more = sorted((one, other), key=lambda row: row.low or row.high or 0.0)
    below, above = less.high or less.low or 0.0, more.low or more.high or 0.0
    return bool(below) and above <= below * _APART


def _is_one_matter(around: Around, places: Places, left: _Point, right: _Point) -> bool:
    sentences = [around.sentence(point.row) for point in (left, right)]
    own, other = (places.within(sentence) for sentence in sentences)
    if left.what.head in _RESULTS and not places.bodies(sentences[0]) & places.bodies(sentences[1]):
        return False  # two firms' losses
    if any(_OWN.search(sentence.words) or _POLL.search(sentence.words) for sentence in sentences):
        return False  # "I have ten children"
    is_ahead = [_AHEAD.search(sentence.words) is not None for sentence in sentences]
    if (own - other and other - own) or is_ahead[0] != is_ahead[1]:
        return False  # two countries; what is planned and what is
    here, there = (places.key(point.row, around) for point in (left, right))
    if here and there and here != there:
        return False
    is_near = bool(left.what.fate) and (bool(here and there) or left.what.fate not in TOLLS)
    needed = _ONE_MATTER if is_near else _ONE_THING
    if left.row.unit in {"", "percent"}:
        counted_words = stems(f"{left.row.of} {right.row.of}") | _TOLD
        bare = [timeless(stems(sentence.words)) - counted_words for sentence in sentences]
        if len(bare[0] & bare[1]) + 2 * bool(here and there) < (_EVENT if left.what.fate else _EVENT + 1):
            return False
    return overlap(*(timeless(stems(sentence.words)) for sentence in sentences)) >= needed
