"""Figures of one quantity, over time.

In: a view's figures. Out: `Series`, those with most points first. A figure in a copy is its original's; figures that
agree on number and days are one point, with the count of those who give it. A figure without days of its own is true,
as far as anyone says, about the day of its publication. A figure that counts nothing named ("7 km") is of no series:
nothing tells what it goes with.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from throughline.chronicle.origins import Origins, origins
from throughline.chronicle.quantities import Quantity, label, quantity
from throughline.ledger.rows import Days, FigureRow, Head, SentenceRow
from throughline.ledger.view import View
from throughline.model import Evidence, Point, Series, When, content_id
from throughline.text.gist import letters, stems


def figures(view: View, of: str | None = None) -> tuple[Series, ...]:
    """Figures of one quantity, in time order; copies counted once. `of` asks for words of the counted thing."""
    traced = origins(view)
    rows, around = counted(view, traced, of)
    groups: dict[Quantity, list[FigureRow]] = {}
    for row, what in rows:
        groups.setdefault(what, []).append(row)
    found = [_series(what, group, traced, around) for what, group in groups.items()]
    return tuple(sorted(found, key=lambda series: (-len(series.points), series.of, series.unit, series.id)))


class Counted(NamedTuple):
    """A figure and what it counts."""

    row: FigureRow
    what: Quantity


def counted(view: View, traced: Origins, of: str | None = None) -> tuple[list[Counted], "Around"]:
    """Figures that count something, earliest known first, and the sentences around them."""
    rows = [row for row in view.figure_rows() if row.of]
    if of is not None:
        wanted = stems(of)
        rows = [row for row in rows if wanted and wanted <= stems(f"{row.of} {row.unit}")]
    around = Around(view.sentences({row.article for row in rows})) if rows else Around(())
    rows.sort(key=lambda row: (*traced.age(row.article), row.start, row.id))
    found = [Counted(row, around.quantity(row)) for row in rows]
    for settle in (_of_one_thing, _of_one_owner):
        known = settle({each.what for each in found})
        found = [Counted(row, known.get(what, what)) for row, what in found]
    return found, around


def _of_one_thing(found: Collection[Quantity]) -> dict[Quantity, Quantity]:
    """Amounts of nothing named ("5,000 barrels a day") are of the one thing of their unit, where there is only one."""
    things: dict[str, list[Quantity]] = {}
    for what in found:
        if what.head:
            things.setdefault(what.unit, []).append(what)
    return {what: only for what in found if not what.head for only in _alone(things.get(what.unit))}


def _of_one_owner(found: Collection[Quantity]) -> dict[Quantity, Quantity]:
    """Things of nobody named ("3,100 soldiers trained") are theirs whose else is counted, where only one owner is."""
    owned: dict[Quantity, list[Quantity]] = {}
    for what in found:
        if what.whose and what.fate:
            owned.setdefault(what._replace(whose=""), []).append(what)
    return {what: only for what in found if not what.whose for only in _alone(owned.get(what))}


def _alone(found: Sequence[Quantity] | None) -> Sequence[Quantity]:
    return found if found is not None and len(found) == 1 else ()


class Around:
    """Finds the sentence around a figure."""

    def __init__(self, rows: Iterable[SentenceRow]) -> None:
        self._rows: dict[str, list[SentenceRow]] = {}
        for row in rows:
            self._rows.setdefault(row.article, []).append(row)

    def sentence(self, row: FigureRow | Evidence) -> SentenceRow:
        """The sentence that a place stands in."""
        rows = self._rows.get(row.article, [])
        at = bisect_right(rows, row.start, key=lambda sentence: sentence.start) - 1
        return rows[at] if at >= 0 else SentenceRow(row.article, 0, row.start, row.start, "")

    def quantity(self, row: FigureRow) -> Quantity:
        """What a figure counts."""
        sentence = self.sentence(row)
        start, end = row.start - sentence.start, row.end - sentence.start
        return quantity(row.of, row.unit, sentence.words, start, end, row.deed)

    def words(self, row: FigureRow) -> str:
        """The words of a figure."""
        sentence = self.sentence(row)
        return sentence.words[row.start - sentence.start : row.end - sentence.start]

    def evidence(self, row: FigureRow) -> Evidence:
        """A figure's words at their place."""
        return Evidence(row.article, row.start, row.end, self.words(row))


def _series(what: Quantity, rows: Sequence[FigureRow], traced: Origins, around: Around) -> Series:
    points: dict[tuple[object, ...], list[FigureRow]] = {}
    printed: dict[tuple[object, ...], tuple[object, ...]] = {}
    undated: dict[tuple[object, ...], tuple[object, ...]] = {}
    for row in rows:
        head = traced.heads[row.article]
        when = days_of(row, head)
        value: tuple[object, ...] = (row.low, row.high, when.first if when else None, when.last if when else None)
        root = traced.roots.get(row.article, row.article)
        print_of: tuple[object, ...] = (root, row.low, row.high, letters(around.sentence(row).words))
        if told_days(row) is None:  # what a version says in other words is no second figure
            value = undated.setdefault((root, row.low, row.high), value)
        points.setdefault(printed.setdefault(print_of, value), []).append(row)
    made = sorted((_point(group, traced, around) for group in points.values()), key=_order)
    return Series(content_id("series", *what), label(what, (row.of for row in rows)), what.unit, tuple(made))


def _point(rows: Sequence[FigureRow], traced: Origins, around: Around) -> Point:
    first = rows[0]
    head = traced.heads[first.article]
    articles = [row.article for row in rows]
    return Point(
        first.id,
        days_of(first, head),
        first.low,
        first.high,
        head.known,
        all(row.approximate for row in rows),
        around.evidence(first),
        traced.reports(articles),
        len({traced.voice(article) for article in articles}),
    )


def days_of(row: FigureRow, head: Head) -> When | None:
    """The days that a figure is true of: its own, else about its article's."""
    own = told_days(row)
    if own is not None:
        return When(own.first, own.last, own.grain, "", "told")
    published = head.about
    if published.last is None:
        return None
    return When(published.first, published.last, published.grain, "", "published", approximate=True)


def told_days(row: FigureRow) -> Days | None:
    """The days that a figure's sentence gives it; a total "since 2010" is that of the day it is told."""
    return None if row.when is None or row.when.last is None else row.when


def _order(point: Point) -> tuple[date, date, str]:
    when = point.when
    return ((when.first or when.last or date.max) if when else date.max, point.known or date.max, point.figure)
