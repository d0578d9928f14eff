"""Rulings: what each changed, and the two changes that the desk makes: to rule, and to take a ruling back.

In: a ruling's id; the fields of a form. Out: what moved; or the address where to go on, which tells of the ruling.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from throughline.ledger.rulings import UNDO
from throughline.model import Evidence, Move
from throughline.web.ask import Ask
from throughline.web.page import Moved, Page
from throughline.web.ruled import onward, ruled

_SHOWN = 100  # records that moved; all are at ".json"


@dataclass(frozen=True, slots=True)
class Shifted:
    """A record whose days moved: its words, and how each of them did."""

    words: Evidence | None
    moves: Sequence[Move]


def show(ask: Ask) -> Page:
    """Show what a ruling moved or changed."""
    found = ask.desk.moved(ask.path["id"])
    moved = list(_moved(found.moves))
    context = {
        "told": ruled(ask.desk, found.ruling.id),
        "moved": moved[:_SHOWN],
        "shifts": list(islice(found.shifts, _SHOWN)),
        "more": max(0, len(moved) - _SHOWN) + max(0, len(found.shifts) - _SHOWN),
    }
    return Page("moved.html", "What a ruling changed", context, found)


def _moved(moves: Sequence[Move]) -> Iterator[Shifted]:
    """What moved, record by record; time expressions are left out, what was counted from them is there."""
    told = (one for one in moves if not one.record.startswith("time-"))
    for _, group in groupby(told, key=lambda one: one.record):
        own = list(group)
        yield Shifted(own[0].evidence, own)


def rule(ask: Ask, form: Mapping[str, str]) -> Moved:
    """Keep a ruling: `target`, `verdict`, `value` (or a field of the verdict's name), `reason`, `author`, `next`."""
    verdict = form.get("verdict", "")
    value = form.get("value", form.get(verdict, ""))
    made = ask.desk.story.rule(form.get("target", ""), verdict, value, form.get("reason", ""), form.get("author", ""))
    return Moved(onward(form, made.id))


def undo(ask: Ask, form: Mapping[str, str]) -> Moved:
    """Take a ruling back: `ruling`; then go to `next`."""
    given = (form.get("reason", ""), form.get("author", ""))
    made = ask.desk.story.rule(form.get("ruling", ""), UNDO, "", *given)
    return Moved(onward(form, made.id))
