"""The review desk: what needs a person's eye, and the rulings that people made."""

from collections.abc import Mapping

from throughline.web.ask import Ask
from throughline.web.page import Moved, Page
from throughline.web.ruled import onward, ruled


def show(ask: Ask) -> Page:
    """Show what needs a person's eye."""
    return Page("failure.html", "Review", {"words": "Not there yet."}, status=501)


def moved(ask: Ask) -> Page:
    """Show what a ruling moved or changed."""
    found = ask.desk.moved(ask.path["id"])
    told = ruled(ask.desk, found.ruling.id)
    return Page("moved.html", "What a ruling changed", {"found": found, "told": told}, found)


def rule(ask: Ask, form: Mapping[str, str]) -> Moved:
    """Keep a ruling: `target`, `verdict`, `value` (or a field of the verdict's name), `reason`, `author`, `next`."""
    verdict = form.get("verdict", "")
    made = ask.desk.story.rule(
        form.get("target", ""),
        verdict,
        form.get("value", form.get(verdict, "")),
        form.get("reason", ""),
        form.get("author", ""),
    )
    return Moved(onward(form, made.id))


def undo(ask: Ask, form: Mapping[str, str]) -> Moved:
    """Take a ruling back: `ruling`; then go to `next`."""
    made = ask.desk.story.rule(
        form.get("ruling", ""), "undo", reason=form.get("reason", ""), author=form.get("author", "")
    )
    return Moved(onward(form, made.id))
