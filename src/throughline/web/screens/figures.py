"""The screen of figures."""

from throughline.web.ask import Ask
from throughline.web.page import Page


def show(ask: Ask) -> Page:
    """Show it."""
    return Page("failure.html", "figures", {"words": "Not there yet."}, status=501)
