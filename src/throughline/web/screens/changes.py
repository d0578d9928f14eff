"""What changed between two days: what turned, what the page of state said and says, and all that is new.

In: `from` and `to` (days; the month before the as-of day where they are not given), `top` (lines a list). Out: the
answer of `diff`, and the two states. Invariant: nothing later than the as-of day is shown, whatever `to` asks for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from throughline.asked import Clock
from throughline.export import standing
from throughline.model import Diff, Entry, Grain, News, Point, Series, Turn, When
from throughline.web.ask import Ask
from throughline.web.page import Page
from throughline.web.stood import Shelf, compared, fates, lines

AT_ONCE = 1_000  # articles, up to which two states of play are worked out unasked: in a second or two
TOP = 40  # lines of each list that are shown at first
MONTH = timedelta(days=31)  # what is looked back on where no day is given


@dataclass(frozen=True, slots=True)
class Turned:
    """A happening that took a new turn: what pages said of it before, and what they say since."""

    entry: Entry
    before: tuple[Turn, ...]
    since: tuple[Turn, ...]


def show(ask: Ask) -> Page:
    """Show what a reader learned."""
    clock, days = ask.clock, _days(ask)
    top = ask.number("top", TOP)
    context: dict[str, object] = {"days": days, "top": top, "words": standing}
    if days is None or days[0] > days[1]:
        return Page("changes.html", "What changed", context | {"found": None})
    start, end = (Clock(When(day, day, Grain.DAY), clock.maybe) for day in days)
    found = ask.desk.diff(*days, maybe=clock.maybe)
    heads = ask.desk.articles(end)
    is_worked_out = len(heads) <= AT_ONCE or ask.text("states") == "1"
    states = [ask.desk.state(one) for one in (start, end)] if is_worked_out else []
    then, now = (lines(one, heads) for one in states) if states else ((), ())
    turned = _turned(found) | fates(then, now, lambda: ask.desk.deadlines(end))
    shelves = compared(then, now, turned)
    figures = _counted(found)
    context |= {
        "found": found,
        "heads": heads,
        "states": states,
        "shelves": [one for one in map(_different, shelves) if one.then or one.now],
        "same": sum(not line.note for shelf in shelves for line in shelf.now),
        "turned": [_news(news, days[0], is_maybe=clock.maybe) for news in found.turns[:top]],
        "happenings": _weightiest(found.happenings, days[0], top),
        "figures": dict(list(figures.items())[:top]),
        "series": len(figures),
        "sayings": found.sayings[::-1][:top],
    }
    return Page("changes.html", "What changed", context, found)


def _days(ask: Ask) -> tuple[date, date] | None:
    """The two days asked about; None where no page of the story has a day."""
    span = ask.desk.span()
    if span is None:
        return None
    start, end = ask.days("from"), ask.days("to")
    last = min(day for day in (end and end.last, ask.clock.day, date.max) if day)
    last = span.last if last == date.max else last
    return (start and start.last) or last - min(MONTH, last - date.min), last


def _different(shelf: Shelf) -> Shelf:
    """What stands on one of the two pages alone, or otherwise."""
    then, now = (tuple(line for line in page if line.note) for page in (shelf.then, shelf.now))
    return shelf._replace(then=then, now=now)


def _turned(found: Diff) -> dict[str, str]:
    """The statuses that happenings turned to, by id."""
    return {news.entry.happening.id: news.entry.happening.status.words for news in found.turns}


def _news(news: News, start: date, *, is_maybe: bool) -> Turned:
    """What pages said before and since: of the happening itself, and of what it hangs on."""
    own = {turn.event for turn in news.turns}
    parts: tuple[list[Turn], list[Turn]] = ([], [])
    for turn in news.entry.happening.history:
        day = (turn.since if is_maybe else None) or turn.known
        is_new = turn.event in own if turn.happening is None else (day or date.max) > start
        parts[is_new].append(turn)
    return Turned(news.entry, tuple(parts[False]), tuple(parts[True]))


def _weightiest(entries: Sequence[Entry], start: date, top: int) -> list[Entry]:
    """Those told from most independent origins, of others the news before the past; in the order that they stand in."""

    def weight(place: int) -> tuple[int, bool, int]:
        one = entries[place].happening
        is_past = one.when is not None and (one.when.last or date.max) < start
        return -one.origins, is_past, -one.reports

    return [entries[place] for place in sorted(sorted(range(len(entries)), key=weight)[:top])]


def _counted(found: Diff) -> dict[str, list[tuple[Series, Point]]]:
    """New figures by what they count, in the order of the answer."""
    counted: dict[str, list[tuple[Series, Point]]] = {}
    for series, point in found.figures:
        counted.setdefault(standing.counted(series), []).append((series, point))
    return counted
