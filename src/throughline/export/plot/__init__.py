"""Charts as files, SVG or PNG, without a browser: `series` and `entries`, each on a `sheet`; matplotlib is an extra."""

from throughline.export.plot.entries import plot_entries
from throughline.export.plot.series import plot
from throughline.export.plot.sheet import KINDS

__all__ = ["KINDS", "plot", "plot_entries"]
