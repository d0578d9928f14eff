"""The screen of search."""

from throughline.web.ask import Ask
from throughline.web.page import Page


def show(ask: Ask) -> Page:
    """Show it."""
    return Page("failure.html", "search", {"words": "Not there yet."}, status=501)
