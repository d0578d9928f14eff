"""The screen of why."""

from throughline.web.ask import Ask
from throughline.web.page import Page


def show(ask: Ask) -> Page:
    """Show it."""
    return Page("failure.html", "why", {"words": "Not there yet."}, status=501)
