"""Sources: which outlet printed how much when, whom it leans on, and what was copied or came out again.

In: how many outlets (`from`) and how many articles that were copied (`copied`) were passed over. Out: a heat map as a
table of outlets by month (by quarter or year where the story is long), and lineage as lists.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from throughline.chronicle.sources import house
from throughline.export.values import tame
from throughline.ledger.rows import Head
from throughline.model import Descent, Link, Relation, Source
from throughline.web.ask import Ask
from throughline.web.charts.months import Columns, Period, columns, shade
from throughline.web.page import Page

_OUTLETS = 40  # rows of the heat map on a page
_FAMILIES = 25  # articles with copies or versions on a page
_CREDITED = 40  # names that others lean on


@dataclass(frozen=True, slots=True)
class _Cell:
    """How many articles of an outlet in a period; `known`: since when the first of them was."""

    period: Period
    count: int
    shade: int
    known: date | None


@dataclass(frozen=True, slots=True)
class _Row:
    """An outlet's line of the heat map."""

    source: Source
    cells: tuple[_Cell, ...]


@dataclass(frozen=True, slots=True)
class _Heir:
    """A copy or version in a tree: how deep it stands, and what it comes from."""

    link: Link
    depth: int
    is_version: bool


def show(ask: Ask) -> Page:
    """Show them."""
    start, copied = ask.number("from", 0), ask.number("copied", 0)
    found = ask.desk.sources(ask.clock)
    heads = ask.desk.articles(ask.clock)
    families = ask.desk.lineage(ask.clock)
    days = ask.desk.answer(("days of outlets", ask.clock), lambda: _days(heads))
    every = [day for known in days.values() for day in known]
    spread = columns(min(every), max(every)) if every else None
    listed, told = found[start : start + _OUTLETS], families[copied : copied + _FAMILIES]
    context = {
        "columns": spread,
        "rows": _rows(listed, days, spread) if spread else [],
        "found": found,
        "start": start,
        "later": start + _OUTLETS if start + _OUTLETS < len(found) else None,
        "credited": _credited(found),
        "families": [(one, _heirs(one)) for one in told],
        "total_families": len(families),
        "copied": copied,
        "copied_later": copied + _FAMILIES if copied + _FAMILIES < len(families) else None,
        "heads": heads,
    }
    data = {"total": len(found), "sources": listed, "copied_total": len(families), "lineage": told}
    return Page("sources.html", "Sources", context, data)


def _days(heads: Mapping[str, Head]) -> dict[str, list[date]]:
    """Since when each article of an outlet is known, by the outlet's key."""
    found: dict[str, list[date]] = {}
    for head in heads.values():
        if head.known:
            found.setdefault(house(head.outlet), []).append(head.known)
    return found


def _rows(listed: Sequence[Source], days: Mapping[str, list[date]], spread: Columns) -> list[_Row]:
    own = {source.outlet: sorted(days.get(house(source.outlet), ())) for source in listed}
    counts = {outlet: spread.counts(known) for outlet, known in own.items()}
    most = max((count for row in counts.values() for count in row.values()), default=1)
    return [
        _Row(
            source, tuple(_cell(one, counts[source.outlet], most, own[source.outlet], spread) for one in spread.periods)
        )
        for source in listed
    ]


def _cell(period: Period, counts: Counter[int], most: int, known: Sequence[date], spread: Columns) -> _Cell:
    count = counts[period.number]
    first = next((day for day in known if spread.number(day) == period.number), None) if count else None
    return _Cell(period, count, shade(count, most), first)


def _credited(found: Sequence[Source]) -> list[tuple[str, int, list[tuple[str | None, int]]]]:
    """Whom outlets lean on: each name, how often in all, and by whom; the most leaned on first."""
    names: dict[str, Counter[str]] = {}
    leaning: dict[str, Counter[str | None]] = {}
    for source in found:
        for name, times in source.cites:
            if house(name) != house(source.outlet):  # an outlet that credits itself leans on nobody
                names.setdefault(house(name), Counter())[tame(name)] += times
                leaning.setdefault(house(name), Counter())[source.outlet] += times
    totals = [
        (names[key].most_common(1)[0][0], by.total(), sorted(by.items(), key=lambda one: (-one[1], one[0] or "")))
        for key, by in leaning.items()
    ]
    return sorted(totals, key=lambda one: (-one[1], one[0]))[:_CREDITED]


def _heirs(descent: Descent) -> list[_Heir]:
    """The tree of an article, each heir under what it comes from."""
    below: dict[str, list[Link]] = {}
    for link in descent.links:
        below.setdefault(link.right, []).append(link)
    found: list[_Heir] = []
    ahead = [(link, 1) for link in reversed(below.pop(descent.article, []))]
    while ahead:
        link, depth = ahead.pop()
        found.append(_Heir(link, depth, link.relation is Relation.UPDATES))
        ahead += [(one, depth + 1) for one in reversed(below.pop(link.left, []))]
    placed = {heir.link.id for heir in found}
    # What a ruling joined in a ring hangs on nothing: it is told all the same.
    return found + [_Heir(one, 1, one.relation is Relation.UPDATES) for one in descent.links if one.id not in placed]
