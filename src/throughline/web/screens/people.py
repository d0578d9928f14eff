"""The screen of people."""

from throughline.web.ask import Ask
from throughline.web.page import Page


def show(ask: Ask) -> Page:
    """Show it."""
    return Page("failure.html", "people", {"words": "Not there yet."}, status=501)


def one(ask: Ask) -> Page:
    """Show one of them."""
    return show(ask)
