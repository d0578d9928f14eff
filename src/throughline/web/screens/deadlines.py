"""The screen of deadlines."""

from throughline.web.ask import Ask
from throughline.web.page import Page


def show(ask: Ask) -> Page:
    """Show it."""
    return Page("failure.html", "deadlines", {"words": "Not there yet."}, status=501)
