"""A chronicle as a chart: a line an entry, from the first down to the last; its days on an axis, its words beside them.

In: entries. Out: an SVG or PNG file. Invariants: a day is a mark, a longer time a bar, hollow where it is told as
"about", with an arrow where one end is open; the status is a shape and a word; long sentences are cut, and say so.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from throughline.export.bands import stands_at
from throughline.export.course import window
from throughline.export.plot.sheet import ACCENT, BAD, DIM, INK, LINE, check, date_axis, sheet
from throughline.export.statuses import tone
from throughline.export.wording import days, due, quoted
from throughline.model import Entry, Status, When

MOST = 100  # entries; a longer sheet is no chart any more
_WIDE, _LINE, _MARGIN = 13.5, 0.24, 0.9  # inches: of the sheet, of an entry, of the axis and the legend
_CUT = 112  # characters of a sentence
_SHAPES = {
    Status.HAPPENED: ("o", ACCENT, ACCENT),
    Status.ONGOING: (">", ACCENT, ACCENT),
    Status.PLANNED: ("D", "white", ACCENT),
    Status.REQUESTED: ("^", "white", ACCENT),
    Status.CONDITIONAL: ("s", "white", ACCENT),
    Status.DENIED: ("X", BAD, BAD),
    Status.NOT_HAPPENED: ("X", "white", BAD),
}


def plot_entries(entries: Sequence[Entry], path: Path) -> int:
    """Draw the first entries; return how many."""
    check(path)
    chosen = entries[:MOST]
    if not chosen:
        return 0
    with sheet(path, _WIDE, _MARGIN + _LINE * len(chosen)) as figure:
        axis, words = figure.subplots(1, 2, sharey=True, width_ratios=(3, 7))
        _axis(axis, chosen)
        _words(words, chosen)
    return len(chosen)


def _axis(axis: Any, entries: Sequence[Entry]) -> None:  # noqa: ANN401 - matplotlib's, which need not be there
    """The days of all entries, one under the other."""
    whens = [entry.happening.when for entry in entries]
    placed = [day for when in whens if (day := _day(when))]
    first, last = window(placed) if placed else (date(2000, 1, 1), date(2000, 12, 31))
    room = max((last - first) / 24, timedelta(days=2))
    axis.set_xlim(first - room, last + room)
    date_axis(axis.xaxis)
    axis.set_ylim(len(entries) - 0.4, -0.6)
    axis.hlines(range(len(entries)), first - room, last + room, color=LINE, linewidth=0.4)
    for row, (entry, when) in enumerate(zip(entries, whens, strict=True)):
        shape, fill, edge = _SHAPES[entry.happening.status]
        day = _day(when)
        if when is None or day is None:
            axis.annotate("undated", (first, row), fontsize=7, color=DIM, va="center")
        elif not first <= day <= last:
            edge_day = first - room if day < first else last + room
            axis.plot([edge_day], [row], marker=4 if day < first else 5, color=edge, clip_on=False)
        else:
            _span(axis, row, when, edge)
            axis.plot([day], [row], marker=shape, color=edge, markerfacecolor=fill, markersize=5, linestyle="none")
    statuses = dict.fromkeys(entry.happening.status for entry in entries)
    for status in statuses:
        shape, fill, edge = _SHAPES[status]
        axis.plot([], [], marker=shape, color=edge, markerfacecolor=fill, linestyle="none", label=status.words)
    axis.tick_params(labelsize=7, labeltop=True, top=True, length=2)
    axis.tick_params(axis="y", left=False, labelleft=False)
    axis.grid(axis="x", color=LINE, linewidth=0.6)
    axis.set_axisbelow(True)
    axis.spines[:].set_visible(False)
    axis.figure.legend(loc="outside upper left", ncols=len(statuses), fontsize=7, frameon=False)


def _span(axis: Any, row: int, when: When, color: str) -> None:  # noqa: ANN401
    """The days of an entry, where they are more than one, or open at an end."""
    if when.first is None or when.last is None:
        day, ahead = _day(when), when.last is None
        axis.annotate(
            "",
            (day, row),
            xytext=(18 if ahead else -18, 0),
            textcoords="offset points",
            arrowprops={"arrowstyle": "<-", "color": color, "linewidth": 0.9, "shrinkA": 0, "shrinkB": 0},
        )
    elif when.first != when.last:
        fill = "none" if when.approximate else color
        axis.barh(
            row,
            when.last - when.first,
            left=when.first,
            height=0.42,
            facecolor=fill,
            edgecolor=color,
            alpha=0.45,
            zorder=2,
        )


def _day(when: When | None) -> date | None:
    """Where the mark of an entry stands."""
    if when is None or when.first is None or when.last is None:
        return stands_at(when)
    return when.first + (when.last - when.first) / 2


def _words(panel: Any, entries: Sequence[Entry]) -> None:  # noqa: ANN401
    """Days, status and sentence of each entry."""
    panel.set_axis_off()
    panel.set_xlim(0, 1)
    for row, entry in enumerate(entries):
        happening = entry.happening
        status = happening.status.words + (f", {due(entry.due)}" if entry.due else "")
        text = {"va": "center", "fontsize": 7, "parse_math": False}
        panel.text(0.0, row, days(happening.when), fontweight="bold", color=INK, **text)
        panel.text(0.165, row, status, color=BAD if tone(happening.status) == "bad" else DIM, **text)
        panel.text(0.385, row, _short(happening.headline.words), color=INK, clip_on=True, **text)


def _short(words: str) -> str:
    """A sentence on a line of the sheet."""
    words = quoted(words)
    return words if len(words) <= _CUT else words[:_CUT].rsplit(" ", 1)[0] + " …" + words[-1]
