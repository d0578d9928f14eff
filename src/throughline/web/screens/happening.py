"""The card of a happening: the sentence, the date as it is known, what became of it, and everyone who tells it.

In: an id that it has or had. Out: its card, as known on the day asked about. Invariant: what came out later is not on
it; where all of it came out later, the page says since when.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from throughline.asked import Clock
from throughline.chronicle.ids import UnknownId
from throughline.export.bands import stands_at
from throughline.export.values import tame
from throughline.export.wording import days
from throughline.model import Account, Card, Evidence, Turn, When
from throughline.web.ask import Ask
from throughline.web.page import Page

_AROUND = timedelta(days=3)  # how far apart the days of two lines can be that a person may hold for one
_SHOWN = 80  # characters of a sentence in a list to choose from


@dataclass(frozen=True, slots=True)
class Dating:
    """Days that accounts give, the words that they were read from, and who gives them."""

    when: When
    words: tuple[str, ...]
    accounts: tuple[Account, ...]


def show(ask: Ask) -> Page:
    """Show it."""
    record = ask.path["id"]
    try:
        card = ask.desk.happening(ask.clock, record)
    except UnknownId:
        return _gone(ask, record)
    headline = _headline(ask, card)
    context = {
        "card": card,
        "datings": tuple(_datings(card)),
        "headline": headline,
        "heads": ask.desk.articles(ask.clock),
        "turns": card.entry.happening.history,
        "last": _last(card.entry.happening.history),
        "near": tuple(_near(ask, card)),
        "whom": {one.name: one.id for one in card.whom},
    }
    return Page("happening.html", headline.words[:_SHOWN], context, card)


def _headline(ask: Ask, card: Card) -> Evidence:
    """The sentence under which the chronicle lists it: there, no sentence stands for two happenings."""
    own = card.entry.happening
    listed = (entry.happening for entry in ask.desk.chronicle(ask.clock).entries)
    return next((one.headline for one in listed if one.id == own.id), own.headline)


def _near(ask: Ask, card: Card) -> Iterator[tuple[str, str]]:
    """What a ruling may name: its tellings, to part from it, and lines of the days around, to count to it."""
    if len(card.accounts) > 1:
        yield from ((one.event, f"told here: {tame(one.evidence.words)[:_SHOWN]}") for one in card.accounts)
    day = stands_at(card.entry.happening.when)
    for entry in ask.desk.chronicle(ask.clock).entries:
        other = stands_at(entry.happening.when)
        if entry.happening.id != card.entry.happening.id and day and other and abs(day - other) <= _AROUND:
            yield entry.happening.id, f"{days(entry.happening.when)}: {tame(entry.happening.headline.words)[:_SHOWN]}"


def _gone(ask: Ask, record: str) -> Page:
    """What to say where there is no card: that nobody knew of it yet, or that a person ruled it out."""
    try:
        return _unknown(ask, ask.desk.happening(Clock(), record))
    except UnknownId:
        made = ask.desk.story.ruled(record)
        if not made:
            raise
        words = f"{made[-1].author} ruled it out of the record ({made[-1].verdict})."
        return Page("failure.html", "Not in the record any more", {"words": words}, made)


def _unknown(ask: Ask, today: Card) -> Page:
    known = today.entry.happening.known
    since = (
        f"the first report that tells it is of {known}" if known else "the day of the report that tells it is unknown"
    )
    words = f"Nobody could know of it for certain on {ask.clock.day}: {since}."
    return Page("notyet.html", "Not yet known", {"words": words, "known": known}, {"known": known, "words": words})


def _last(history: tuple[Turn, ...]) -> Turn | None:
    """The turn that gives the status."""
    return next((turn for turn in reversed(history) if turn.happening is None), None)


def _datings(card: Card) -> Iterator[Dating]:
    """The days that accounts give: those of the entry first, then others, by how many give them."""
    found: dict[tuple[object, object], list[Account]] = {}
    for account in card.accounts:
        if account.when:
            found.setdefault((account.when.first, account.when.last), []).append(account)
    own = card.entry.happening.when
    first = (own.first, own.last) if own else None
    for span, accounts in sorted(found.items(), key=lambda one: (one[0] != first, -len(one[1]))):
        when = own if own and span == first else accounts[0].when
        words = dict.fromkeys(one.when.words for one in accounts if one.when and one.when.words)
        if when:
            yield Dating(when, tuple(words), tuple(accounts))
