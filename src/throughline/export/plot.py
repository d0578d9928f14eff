"""Series of figures as a chart: one panel a series, a mark a figure, a bar where the words leave a range.

In: series. Out: an SVG or PNG file. A figure without days stands at the day it became known, and
says so; one without either is left out. Needs matplotlib, an extra.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from throughline.errors import QueryError, ThroughlineError
from throughline.export.wording import days
from throughline.model import Point, Series

KINDS = (".svg", ".png")
_MOST = 12  # panels; more than a page holds
_SIZE = (8.0, 1.8)  # inches of a panel


def plot(series: Sequence[Series], path: Path) -> int:
    """Draw the series that have dated figures, those with most first; return how many were drawn."""
    if path.suffix.lower() not in KINDS:
        raise QueryError(f"a chart is written as {' or '.join(KINDS)}: give --plot a name that ends so")
    chosen = sorted((one for one in series if _placed(one)), key=lambda one: (-len(_placed(one)), one.id))[:_MOST]
    if not chosen:
        return 0
    try:
        from matplotlib import rcParams  # type: ignore[import-not-found, unused-ignore]  # noqa: PLC0415 - an extra
        from matplotlib.figure import Figure  # type: ignore[import-not-found, unused-ignore]  # noqa: PLC0415
    except ImportError as error:
        raise ThroughlineError("charts need matplotlib: pip install 'throughline[plots]'") from error
    rcParams["svg.hashsalt"] = "throughline"  # the same series give the same bytes
    figure = Figure(figsize=(_SIZE[0], _SIZE[1] * len(chosen)), layout="constrained")
    panels = figure.subplots(len(chosen), squeeze=False, sharex=True)
    for panel, one in zip(panels[:, 0], chosen, strict=True):
        for day, low, high, point in _placed(one):
            panel.plot([day, day], [low, high], color="tab:blue", marker="o", markersize=4)
            label = days(point.when) if point.when else f"reported {point.known}"
            panel.annotate(label, (day, high), fontsize=6, xytext=(3, 3), textcoords="offset points")
        panel.set_title(f"{one.of} {one.unit}".strip().replace("$", r"\$"), fontsize=9, loc="left")
        panel.tick_params(labelsize=7)
    figure.savefig(path, metadata={"Date": None} if path.suffix.lower() == ".svg" else None)
    return len(chosen)


def _placed(series: Series) -> list[tuple[date, float, float, Point]]:
    found = []
    for point in series.points:
        day = (point.when.first or point.when.last) if point.when else point.known
        low = point.low if point.low is not None else point.high
        high = point.high if point.high is not None else point.low
        if day is not None and low is not None and high is not None:
            found.append((day, low, high, point))
    return found
