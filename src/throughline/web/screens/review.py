"""The review desk: what needs a person's eye, and the rulings that people made."""

from collections.abc import Mapping

from throughline.web.ask import Ask
from throughline.web.page import Moved, Page


def show(ask: Ask) -> Page:
    """Show what needs a person's eye."""
    return Page("failure.html", "Review", {"words": "Not there yet."}, status=501)


def rule(ask: Ask, form: Mapping[str, str]) -> Moved:
    """Keep a ruling: `target`, `verdict`, `value`, `reason`, `author`; then go to `next`, an address of the desk."""
    ask.desk.story.rule(
        form.get("target", ""),
        form.get("verdict", ""),
        form.get("value", ""),
        form.get("reason", ""),
        form.get("author", ""),
    )
    return Moved(_next(form))


def undo(ask: Ask, form: Mapping[str, str]) -> Moved:
    """Take a ruling back: `ruling`; then go to `next`."""
    ask.desk.story.rule(form.get("ruling", ""), "undo", reason=form.get("reason", ""), author=form.get("author", ""))
    return Moved(_next(form))


def _next(form: Mapping[str, str]) -> str:
    """Where to go on: an address of the desk, and of nowhere else."""
    address = form.get("next", "")
    return address if address.startswith("/") and not address.startswith(("//", "/\\")) else "/review"
