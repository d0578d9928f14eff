"""The screen of article."""

from throughline.web.ask import Ask
from throughline.web.page import Page


def show(ask: Ask) -> Page:
    """Show it."""
    return Page("failure.html", "article", {"words": "Not there yet."}, status=501)


def compare(ask: Ask) -> Page:
    """Show it beside another version or copy."""
    return show(ask)
