"""The chronicle: the home of the desk.

In: what is asked for: days, a name or words, a type, a status, an outlet, how many lines, and as of when. Out: the
lines in bands by time, the strip beside them, and a chip for everything that narrows them. Invariant: as of a day, what
came out later is marked as such, and the same data at ".json" has none of it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from throughline.asked import Clock
from throughline.chronicle.entries import TOP
from throughline.chronicle.material import WHOLE
from throughline.chronicle.query import Query, between
from throughline.errors import QueryError
from throughline.export.bands import stands_at
from throughline.export.wording import days
from throughline.model import Chronicle, Plover, Status
from throughline.web.ask import Ask
from throughline.web.lines import Line, bands, lines
from throughline.web.page import Page
from throughline.web.strip import Axis, Strip, axis, strip

_MOST = 1_000  # lines on a page; more are for `throughline chronicle --top 0`
_SUGGESTED = 40  # outlets to choose from, those of most reports
_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Chip:
    """One thing that narrows the page: the name of its parameter, and its words."""

    name: str
    words: str


def show(ask: Ask) -> Page:
    """Show the dated record."""
    query = _query(ask)
    clock = ask.clock
    then = ask.desk.chronicle(clock, query)
    day = clock.day
    is_hidden = ask.text("later") == "hide"
    today = Clock(None, clock.maybe)
    now = ask.desk.chronicle(today, query) if day else then
    # What became of a line may be of another status, type or time than is asked for.
    since = ask.desk.chronicle(today, Query(about=query.about, outlet=query.outlet, top=_MOST)) if day else then
    found = lines(then.entries, now.entries, day, since.entries)
    later = sum(1 for line in found if line.is_later)
    shown = tuple(line for line in found if not line.is_later) if is_hidden else found
    heads = ask.desk.articles(Clock())
    context = {
        "asked": ask.params,
        "bands": bands(shown, query.start, query.end),
        "chips": tuple(_chips(ask, query)),
        "heads": heads,
        "is_large": len(heads) > WHOLE,
        "is_hidden": is_hidden,
        "later": later,
        "more": _more(then, query),
        "outlets": _outlets(ask),
        "shown": shown,
        "statuses": tuple(Status),
        "strips": _strips(ask, query, shown),
        "then": then,
        "top": query.top or TOP,
        "types": tuple(Plover),
    }
    return Page("chronicle.html", "Chronicle", context, then)


def _query(ask: Ask) -> Query:
    """What is asked of the chronicle."""
    first, last = between(ask.days("from"), ask.days("to"))
    return Query(
        start=first,
        end=last,
        about=ask.text("about"),
        type=_one_of(Plover, (ask.text("type") or "").upper()),
        top=ask.number("top", 0, _MOST) or None,
        status=_one_of(Status, (ask.text("status") or "").lower()),
        outlet=ask.text("outlet"),
    )


def _one_of(kinds: type[_Choice], word: str) -> _Choice | None:
    if not word:
        return None
    try:
        return kinds(word)
    except ValueError:
        raise QueryError(f"there is no {word!r}: choose one of {', '.join(kinds)}") from None


def _chips(ask: Ask, query: Query) -> Iterator[Chip]:
    """What narrows the page."""
    if query.about:
        yield Chip("about", f"about {query.about}")
    if query.type:
        yield Chip("type", str(query.type))
    if query.status:
        yield Chip("status", query.status.words)
    if query.outlet:
        yield Chip("outlet", f"told by {query.outlet}")
    for name in ("from", "to"):
        if when := ask.days(name):
            yield Chip(name, f"{name} {days(when)}")


def _more(found: Chronicle, query: Query) -> int | None:
    """How many lines to ask for next; None where all, or as many as a page can hold, are there."""
    top = query.top or TOP
    return min(2 * top, _MOST) if found.total > len(found.entries) and top < _MOST else None


def _outlets(ask: Ask) -> list[str]:
    counts = Counter(head.outlet for head in ask.desk.articles(ask.clock).values() if head.outlet)
    return [name for name, _ in counts.most_common(_SUGGESTED)]


def _strips(ask: Ask, query: Query, shown: Iterable[Line]) -> tuple[Strip, ...]:
    """The strip, to stand beside the lines and to lie above them; none where no report has a day."""
    on = _axis(ask)
    if on is None:
        return ()
    reports = _reports(ask)
    shown = tuple(shown)
    known, later = (_days(line for line in shown if line.is_later is is_later) for is_later in (False, True))
    chosen, day = (query.start, query.end), ask.clock.day
    return tuple(
        strip(on, reports, known, later, chosen=chosen, as_of=day, is_standing=is_standing)
        for is_standing in (True, False)
    )


def _axis(ask: Ask) -> Axis | None:
    """The axis of the story, whatever is asked for."""
    entries = ask.desk.chronicle(Clock(), Query()).entries
    return axis(_reports(ask), [day for entry in entries if (day := stands_at(entry.happening.when))])


def _reports(ask: Ask) -> list[date]:
    return [head.known for head in ask.desk.articles(Clock()).values() if head.known]


def _days(found: Iterable[Line]) -> list[date]:
    return [line.day for line in found if line.day]
