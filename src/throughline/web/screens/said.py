"""Statements: who said what, through whom, in which words; the newest first.

In: `by` (a name, or an actor's id), `about` (words), `thoughts`, `page`. Out: the listing `said`, a page of it.
Invariant: a statement stands with whoever says it, and with all through whom it came.
"""

from throughline.asked import Clock
from throughline.model import Actor, Saying
from throughline.notebook.listing import Listing
from throughline.web.ask import Ask
from throughline.web.page import Page

PAGE = 50  # statements that are shown at once
PAGES = 40  # that can be turned to: each page takes as long as all before it, and who looks so far narrows better


def show(ask: Ask) -> Page:
    """Show statements."""
    by, about = ask.text("by"), ask.text("about")
    thoughts = ask.text("thoughts") == "1"
    page, actor = max(1, ask.number("page", 1)), _actor(ask, by)

    def newest(number: int) -> Listing[Saying]:
        return ask.desk.said(ask.clock, actor or by, about, PAGE * number, thoughts=thoughts)

    total = newest(1).total
    pages = min(max(1, -(-total // PAGE)), PAGES)
    page = min(page, pages)
    # The newest of two pages hold the newest of one, wherever these stand among them.
    before = {one.statement.id for one in newest(page - 1)} if page > 1 else set()
    shown = [one for one in newest(page) if one.statement.id not in before]
    context = {
        "actor": actor,
        "by": by or "",
        "about": about or "",
        "thoughts": thoughts,
        "number": page,
        "pages": pages,
        "total": total,
        "reach": PAGE * PAGES,
        "sayings": shown[::-1],
        "heads": ask.desk.articles(ask.clock),
    }
    return Page("said.html", "Statements", context, shown)


def _actor(ask: Ask, by: str | None) -> Actor | None:
    """The actor of an id, whenever they become known; None where a name is given, whoever bears it."""
    if by is None or not by.startswith("actor-"):
        return None
    everyone = (one for clock in (ask.clock, Clock()) for one in ask.desk.actors(clock))
    return next((one for one in everyone if one.id == by), None)
