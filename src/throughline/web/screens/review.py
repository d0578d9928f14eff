"""The review desk: what needs a person's eye, one matter at a time, and the rulings that people made.

In: a queue and a matter of it. Out: the matter with its words, its reasons and what may be ruled. Everything is a link
or a form; review.js only gives them keys.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from throughline.asked import Clock
from throughline.chronicle.review import LASTING, LISTED
from throughline.ledger.rulings import DATE
from throughline.model import Explanation, Matter, Proposal, Rival
from throughline.web import queues, quotes
from throughline.web.ask import Ask
from throughline.web.page import Page
from throughline.web.ruled import Ruled, log

_AROUND = 25  # matters listed before and after the one in focus
_CHOICES = 9  # other proposals, one a digit
_LOG = 100  # rulings a page
_NOW = Clock()  # review is about all that the story holds


@dataclass(frozen=True, slots=True)
class Focus:
    """The matter that is decided now: its place in its queue, its words by record, other choices, where to go on.

    `reasons` are all that are known, those of a page's date too; `lost` are readings of it that lost. `near` are values
    that a form offers: ids, and what they are called.
    """

    matter: Matter
    place: int
    total: int
    reasons: Sequence[str]
    words: Mapping[str, Sequence[quotes.Quote]]
    choices: Sequence[Proposal]
    lost: Sequence[Rival]
    near: Sequence[tuple[str, str]]
    before: str | None
    after: str | None


def show(ask: Ask) -> Page:
    """Show a queue, or the log."""
    name = ask.text("queue") or _first(ask)
    made = log(ask.desk)
    frame = {
        "queue": name,
        "queues": queues.NAMES,
        "counts": queues.counts(ask.desk, name),
        "log": made,
        "last": next((one for one in made if one.holds), None),
    }
    if name == "log":
        return _logged(ask, frame, made)
    found = queues.queue(ask.desk, name)
    focus = _focus(ask, found)
    around = found[max(0, focus.place - _AROUND) : focus.place + _AROUND + 1] if focus else ()
    heads = ask.desk.articles(_NOW)
    data = {"queue": name, "count": len(found), "place": focus.place if focus else None, "matters": around}
    context = {
        **frame,
        "focus": focus,
        "around": around,
        "is_cut": name in LASTING and len(found) >= LISTED,
        "start": max(0, focus.place - _AROUND) + 1 if focus else 1,
    }
    return Page("review.html", "Review", {**context, "heads": heads}, data)


def _first(ask: Ask) -> str:
    """The queue that is shown where none is asked for: the first that is known to have something, else the first."""
    counted = queues.counts(ask.desk, "")
    return next((name for name, count in counted.items() if count), "undated")


def _logged(ask: Ask, frame: Mapping[str, object], made: Sequence[Ruled]) -> Page:
    start = ask.number("from", 0)
    shown = made[start : start + _LOG]
    more = start + _LOG if start + _LOG < len(made) else None
    return Page("log.html", "Rulings", {**frame, "shown": shown, "more": more}, [one.ruling for one in shown])


def _focus(ask: Ask, found: Sequence[Matter]) -> Focus | None:
    """The matter that the address names, else the first; None where the queue is empty."""
    if not found:
        return None
    asked = frozenset((ask.text("at") or "").split("~"))
    place = next((at for at, one in enumerate(found) if frozenset(one.id.split("~")) == asked), 0)
    matter = found[place]
    explained = quotes.explained(ask.desk, matter)
    dated = explained.get(matter.id) if matter.queue in quotes.DATED else None
    return Focus(
        matter,
        place,
        len(found),
        dated.reasons if dated else matter.reasons,
        {
            party.record: list(quotes.of(ask.desk, matter, party, explained.get(party.record)))
            for party in matter.parties
        },
        _choices(matter, explained.get(matter.id)),
        dated.rivals if dated else (),
        [(party.record, party.words) for party in matter.parties[1:]],
        found[place - 1].id if place else None,
        found[place + 1].id if place + 1 < len(found) else None,
    )


def _choices(matter: Matter, explained: Explanation | None) -> list[Proposal]:
    """Other answers: those of the matter, and other days that a page may be of, as its card has them."""
    if explained is None or matter.queue not in quotes.DATED:
        return list(matter.others[:_CHOICES])
    days = dict.fromkeys(rival.when.edtf for rival in explained.rivals if rival.when.first or rival.when.last)
    other = [day for day in days if matter.accept is None or day != matter.accept.value]
    return [Proposal(matter.id, DATE, day, f"Published {day}") for day in other[:_CHOICES]]
