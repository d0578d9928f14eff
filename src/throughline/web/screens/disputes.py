"""Disputes: what contradicts what, side by side, without a verdict.

In: what they are about (`about`), and how many were passed over (`from`). Out: a page of them, those known last first,
with who says each side, where, and since when.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from throughline.errors import QueryError
from throughline.export.wording import claim, differ
from throughline.model import Dispute, Side
from throughline.web.ask import Ask
from throughline.web.page import Page

_LISTED = 25  # disputes on a page
_KINDS = {"figure": "a figure", "date": "a date", "status": "what happened", "stance": "what is wanted"}


@dataclass(frozen=True, slots=True)
class _Said:
    """A side with what it says in short; `sentence` is nothing where that is the whole of it."""

    side: Side
    point: str
    sentence: str


@dataclass(frozen=True, slots=True)
class _Shown:
    """A dispute; `known`: since when all its sides were, `title` what they differ about."""

    dispute: Dispute
    title: str
    known: date | None
    sides: tuple[_Said, ...]


def show(ask: Ask) -> Page:
    """Show them."""
    about, start = ask.text("about"), ask.number("from", 0)
    if about not in {None, *_KINDS}:
        raise QueryError(f"about is one of {', '.join(_KINDS)}, not {about!r}")
    every = ask.desk.disputes(ask.clock)
    found = sorted((_shown(one) for one in every if about in {None, one.about}), key=_turn)
    listed = found[start : start + _LISTED]
    counted = Counter(one.about for one in every)
    context = {
        "shown": listed,
        "about": about,
        "kinds": [(kind, words, counted[kind]) for kind, words in _KINDS.items() if counted[kind]],
        "every": len(every),
        "total": len(found),
        "start": start,
        "later": start + _LISTED if start + _LISTED < len(found) else None,
        "heads": ask.desk.articles(ask.clock),
    }
    data = {"about": about, "total": len(found), "disputes": [one.dispute for one in listed]}
    return Page("disputes.html", "Disputes", context, data)


def _shown(dispute: Dispute) -> _Shown:
    days = [side.known for side in dispute.sides]
    known = max(day for day in days if day) if all(days) else None
    return _Shown(dispute, differ(dispute.about), known, tuple(map(_said, dispute.sides)))


def _said(side: Side) -> _Said:
    point, sentence = claim(side)
    return _Said(side, point, "" if point == sentence else sentence)


def _turn(shown: _Shown) -> tuple[int, str]:
    return (-shown.known.toordinal() if shown.known else 0, shown.dispute.id)
