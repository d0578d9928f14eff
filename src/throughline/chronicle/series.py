"""Figures of one quantity, over time.

In: a view's figures. Out: `Series`, those first that have a course and whose numbers are told again most often, then
those with most points.
A figure in a copy is its original's; figures that agree on number and days are one point, with the count of those who
give it, and so is a toll that is told again, or a number that stands. A figure without days of its own is true, as far
as anyone says, about the day of its publication. A figure that counts nothing named ("7 km") is of no series: nothing
tells what it goes with. The dead of two places are two series.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from throughline.chronicle.origins import Origins, origins
from throughline.chronicle.places import Around, Places, sources
from throughline.chronicle.quantities import TOLLS, Quantity, is_counted, is_kind, label
from throughline.ledger.rows import Days, FigureRow, Head
from throughline.ledger.view import View
from throughline.model import Point, Series, When, content_id
from throughline.text.gist import letters, stems


def figures(view: View, of: str | None = None, within: Collection[str] | None = None) -> tuple[Series, ...]:
    """Figures of one quantity, in time order; copies counted once. `of` asks for words of the counted thing.

    `within`: the articles to take them from; all, without it.
    """
    traced = origins(view)
    rows, around = counted(view, traced, of, within)
    shown = [each for each in rows if not _is_vague(each.row) and (of is not None or is_counted(each.what))]
    places = Places(view, {row.article for row, what in shown if _is_local(what)})
    groups: dict[tuple[Quantity, str], list[FigureRow]] = {}
    for row, what in shown:
        groups.setdefault((what, places.key(row, around) if _is_local(what) else ""), []).append(row)
    told = Told(traced, around, places, sources(view, [row for row, _ in shown]))
    found = [_series(what, where, group, told) for (what, where), group in groups.items()]
    return tuple(sorted(found, key=_often_first))


def _often_first(series: Series) -> tuple[bool, int, int, str, str, str]:
    """A number that is told again is of the story; numbers that each stand alone have a word in common.

    One number alone, however often it is told, is no course of anything.
    """
    again = sum(point.origins for point in series.points if point.origins > 1)
    return (len(series.points) == 1, -again, -len(series.points), series.of, series.unit, series.id)


def _is_vague(row: FigureRow) -> bool:
    """Tell "thousands of people": nothing that a series could show."""
    return row.approximate and (row.high is None or row.low is None)


def _is_local(what: Quantity) -> bool:
    """Whether a quantity is told of places: the dead of two towns are two quantities."""
    return what.head == "person" and what.fate in TOLLS


class Counted(NamedTuple):
    """A figure and what it counts."""

    row: FigureRow
    what: Quantity


def counted(
    view: View, traced: Origins, of: str | None = None, within: Collection[str] | None = None
) -> tuple[list[Counted], "Around"]:
    """Figures that count something, earliest known first, and the sentences around them; not to be changed."""
    if of is None and within is None:
        return view.shelf.once("counted", lambda: _counted(view, traced, None, None))
    return _counted(view, traced, of, within)


def _counted(
    view: View, traced: Origins, of: str | None, within: Collection[str] | None
) -> tuple[list[Counted], "Around"]:
    rows = [row for row in view.figure_rows() if row.of and (within is None or row.article in within)]
    if of is not None:
        wanted = stems(of)
        rows = [row for row in rows if wanted and wanted <= stems(f"{row.of} {row.unit}")]
    around = Around(view.sentences({row.article for row in rows})) if rows else Around(())
    rows.sort(key=lambda row: (*traced.age(row.article), row.start, row.id))
    found = [Counted(row, around.quantity(row)) for row in rows if not is_kind(around.words(row))]
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


class Told(NamedTuple):
    """What series are made with: where articles come from, sentences and places around figures, and whose they are."""

    traced: Origins
    around: Around
    places: Places
    sources: Mapping[str, str]


def _series(what: Quantity, where: str, rows: Sequence[FigureRow], told: Told) -> Series:
    points: dict[tuple[object, ...], list[FigureRow]] = {}
    printed: dict[tuple[object, ...], tuple[object, ...]] = {}
    undated: dict[tuple[object, ...], tuple[object, ...]] = {}
    latest: tuple[object, ...] | None = None
    stands: dict[tuple[object, ...], tuple[object, ...]] = {}
    for row in rows:  # in order of known
        number = (row.low, row.high)
        root = told.traced.roots.get(row.article, row.article)
        print_of: tuple[object, ...] = (root, *number, letters(told.around.sentence(row).words))
        if print_of in printed:  # what is printed again is no news of the number
            points[printed[print_of]].append(row)
            continue
        when = days_of(row, told.traced.heads[row.article])
        value: tuple[object, ...] = (*number, when.first if when else None, when.last if when else None)
        if told_days(row) is None:  # what a version says in other words is no second figure
            value = undated.setdefault((root, *number), value)
            if what.fate in TOLLS:  # nor is a toll that is told again
                value = stands.get(number, value)
            elif latest is not None and latest[:2] == number:  # nor a number that stands
                value = latest
        printed[print_of] = value
        stands.setdefault(number, value)
        latest = value
        points.setdefault(value, []).append(row)
    made = sorted((_point(group, told) for group in points.values()), key=_order)
    name = label(what, (row.of for row in rows))
    place = told.places.name(where)
    number_of = content_id("series", *what, *([where] if where else ()))
    return Series(number_of, f"{name} in {place}" if place else name, what.unit, tuple(made))


def _point(rows: Sequence[FigureRow], told: Told) -> Point:
    first = rows[0]
    head = told.traced.heads[first.article]
    articles = [row.article for row in rows]
    return Point(
        first.id,
        days_of(first, head),
        _rounded(first.low),
        _rounded(first.high),
        head.known,
        all(row.approximate for row in rows),
        told.around.evidence(first),
        told.traced.reports(articles),
        len({told.traced.voice(article) for article in articles}),
        told.sources.get(first.id, head.outlet),
        told.places.name(told.places.key(first, told.around)),
    )


def _rounded(number: float | None) -> float | None:
    """A number without the dust of "4.1 million"."""
    return None if number is None else float(f"{number:.12g}")


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
