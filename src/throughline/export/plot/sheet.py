"""A sheet to draw on, and the file that it is kept in.

In: a file's name. Out: a matplotlib figure; then an SVG or PNG file. Invariants: the same records give the same bytes;
words are words, whatever signs they hold; nothing of matplotlib is asked for until somebody draws.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from throughline.errors import QueryError, ThroughlineError

KINDS = (".svg", ".png")
INK, DIM, LINE, ACCENT, BAD = "#1c1b19", "#5d5a54", "#d9d4ca", "#1a56a5", "#a32a22"
_STYLE = {
    "svg.hashsalt": "throughline",  # names within the file: the same each time
    "svg.fonttype": "none",  # words as words, to be found, read aloud and copied
    "axes.edgecolor": LINE,
    "axes.labelcolor": DIM,
    "xtick.color": DIM,
    "ytick.color": DIM,
    "text.color": INK,
    "text.parse_math": False,
    "hatch.color": BAD,
    "hatch.linewidth": 0.8,
    "font.size": 8,
}


@contextmanager
def sheet(path: Path, wide: float, high: float) -> Iterator[Any]:
    """A figure of so many inches, which is written to the file at the end."""
    check(path)
    try:
        library: Any = import_module("matplotlib")
        figures: Any = import_module("matplotlib.figure")
    except ImportError as error:
        raise ThroughlineError("charts need matplotlib: pip install 'throughline[plots]'") from error
    with library.rc_context(_STYLE), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph")  # letters that the font lacks are shown as boxes
        figure = figures.Figure(figsize=(wide, high), layout="constrained")
        yield figure
        figure.savefig(path, dpi=150, metadata={"Date": None} if path.suffix.lower() == ".svg" else None)


def date_axis(axis: Any, most: int = 8) -> None:  # noqa: ANN401 - matplotlib's, which need not be there
    """Name days, months or years along an axis, as fine as there is room for."""
    dates: Any = import_module("matplotlib.dates")
    locator = dates.AutoDateLocator(minticks=3, maxticks=most)
    axis.set_major_locator(locator)
    axis.set_major_formatter(dates.ConciseDateFormatter(locator))


def check(path: Path) -> None:
    """Refuse a file whose name tells of no kind of picture that can be made."""
    if path.suffix.lower() not in KINDS:
        raise QueryError(f"a chart is written as {' or '.join(KINDS)}: give --plot a name that ends so")
