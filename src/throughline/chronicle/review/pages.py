"""Pages that need a person's eye: without a day, without a sure one, or not read.

In: a view. Out: `Matter`s. A page's likeliest day is proposed; to decline it is to leave the page as it is.
"""

from throughline.chronicle.status import status
from throughline.ledger.rulings import ACCEPT, DATE, orphans
from throughline.ledger.view import View
from throughline.model import Doubt, Matter, Party, Problem, Proposal, Severity

_WORST = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def undated(view: View) -> tuple[Matter, ...]:
    """Articles of no known day; those with a likeliest day first."""
    found = status(view)
    doubts = [one for one in found.doubts if one.article in set(found.undated)]
    return tuple(_dated(doubt, "undated") for doubt in sorted(doubts, key=lambda one: one.guess is None))


def ambiguous(view: View) -> tuple[Matter, ...]:
    """Articles of an uncertain day; those with a likeliest day first."""
    found = status(view)
    left = set(found.undated)
    doubts = [one for one in found.doubts if one.article not in left]
    return tuple(_dated(doubt, "ambiguous") for doubt in sorted(doubts, key=lambda one: one.guess is None))


def unread(view: View) -> tuple[Matter, ...]:
    """Pages that could not be read, or not whole; the worst first."""
    accepted = view.decided().accepted
    ours = orphans(view.rulings())
    found = [one for one in view.problems() if one.id not in accepted and one.id not in ours]
    found.sort(key=lambda one: _WORST.index(one.severity))
    articles = {head.page: head.id for head in view.heads().values()}
    return tuple(_problem(one, articles.get(one.page or "")) for one in found)


def _dated(doubt: Doubt, queue: str) -> Matter:
    guess = doubt.guess
    value = guess.edtf if guess else ""
    return Matter(
        doubt.article,
        queue,
        doubt.title,
        (Party(doubt.article, doubt.title),),
        tuple(filter(None, doubt.reason.split("; "))),
        Proposal(doubt.article, DATE, value, f"Published {value}, the likeliest") if value else None,
        Proposal(doubt.article, ACCEPT, "", "Leave its day open"),
    )


def _problem(problem: Problem, article: str | None) -> Matter:
    """A problem as a matter; it is about the article that was read all the same, if one was."""
    return Matter(
        problem.id,
        "unread",
        problem.where,
        (Party(article or problem.id, problem.where, str(problem.severity)),),
        (problem.what, problem.advice),
        Proposal(problem.id, ACCEPT, "", "It is looked after"),
        None,
    )
