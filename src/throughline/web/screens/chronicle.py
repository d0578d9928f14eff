"""The chronicle: the home of the desk."""

from throughline.web.ask import Ask
from throughline.web.page import Page


def show(ask: Ask) -> Page:
    """Show the dated record."""
    found = ask.desk.chronicle(ask.clock)
    return Page("chronicle.html", "Chronicle", {"entries": found.entries, "heads": ask.desk.articles(ask.clock)}, found)
