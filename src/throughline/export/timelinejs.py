"""TimelineJS 3: the JSON that Knight Lab's timeline shows.

In: holdings. Out: one JSON object (title, events). Invariants: text is escaped, so no markup of a page reaches a
browser, and no address in it becomes a link; a vague day is never sharpened: `display_date` says what is known, and a
missing month stays missing; a headline that is no fact opens with its status ("Planned: ..."), which is also the group.
TimelineJS can't place what has no day, so undated entries are left out.
"""

import html
import json
from collections.abc import Iterator
from datetime import date

from throughline.export.bands import stands_at
from throughline.export.holdings import Holdings
from throughline.export.statuses import claimed
from throughline.export.values import Json
from throughline.export.wording import days
from throughline.model import Entry, Grain, When

_HEADLINE = 120  # characters; beyond that TimelineJS's own guide says a headline stops being one
_COARSE = {Grain.YEAR: 1, Grain.MONTH: 2}


def lines(holdings: Holdings) -> Iterator[str]:
    """The dated record as TimelineJS reads it."""
    story = {"title": title(holdings), "events": list(events(holdings))}
    yield json.dumps(story, ensure_ascii=True, indent=1) + "\n"


def title(holdings: Holdings) -> dict[str, Json]:
    """The slide that the timeline opens with."""
    note = f"As known on {holdings.as_of.isoformat()}." if holdings.as_of else ""
    return {"text": {"headline": html.escape(holdings.name), "text": note}}


def events(holdings: Holdings) -> Iterator[dict[str, Json]]:
    """A slide an entry that has a day."""
    yield from (event for entry in holdings.entries if (event := _event(entry)) is not None)


def _event(entry: Entry) -> dict[str, Json] | None:
    happening = entry.happening
    when = happening.when
    first = stands_at(when)
    if when is None or first is None:
        return None
    event: dict[str, Json] = {
        "unique_id": happening.id,
        "start_date": _date(first, when),
        "display_date": html.escape(days(when)),
        "text": {
            "headline": html.escape(_cut(claimed(happening.headline.words, happening.status))),
            "text": _body(entry),
        },
        "group": happening.status.words,
        "autolink": False,
    }
    if when.first and when.last and when.first != when.last and when.grain not in _COARSE:
        event["end_date"] = _date(when.last, when)
    return event


def _date(day: date, when: When) -> dict[str, int]:
    parts = {"year": day.year, "month": day.month, "day": day.day}
    return dict(list(parts.items())[: _COARSE.get(when.grain, 3)])


def _body(entry: Entry) -> str:
    happening = entry.happening
    outlets = ", ".join(entry.outlets) or "outlet unknown"
    known = f"known since {happening.known.isoformat()}" if happening.known else "day of publication unknown"
    words = " ".join(happening.headline.words.split())
    told = f"{happening.reports} report{'s' * (happening.reports != 1)}"
    origins = f"{happening.origins} independent origin{'s' * (happening.origins != 1)}"
    return f"<p>“{html.escape(words)}”</p><p>{html.escape(f'{outlets}: {told}, {origins}, {known}.')}</p>"


def _cut(words: str) -> str:
    words = " ".join(words.split())
    if len(words) <= _HEADLINE:
        return words
    return words[:_HEADLINE].rsplit(" ", 1)[0] + " …"
