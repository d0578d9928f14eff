"""iCalendar (RFC 5545): deadlines and planned happenings, for any calendar.

In: holdings. Out: one calendar, an all-day VEVENT a deadline or plan. Invariants: only a deadline that was met is
CONFIRMED; what is open or unknown is TENTATIVE, what was missed or dropped CANCELLED, and the summary opens with that
word, because calendars hide the property. A deadline stands on the last day that it can be, and says how it was told; a
plan fills the days that it may be on; neither blocks anybody's time. The same story gives the same bytes.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from types import MappingProxyType

from throughline.export.holdings import Holdings
from throughline.export.values import address, tame
from throughline.export.wording import days, due
from throughline.model import Deadline, Entry, Evidence, Status

_STATUS = MappingProxyType(
    {"met": "CONFIRMED", "missed": "CANCELLED", "dropped": "CANCELLED", "open": "TENTATIVE", "unknown": "TENTATIVE"}
)
_OUTCOME = MappingProxyType({"unknown": "Due, outcome unknown", "open": "Due"})
_OCTETS = 75  # of a line, before it is folded (RFC 5545, 3.1)
_LONGEST = date.max - timedelta(days=1)  # the end of an event is the day after its last


def lines(holdings: Holdings) -> Iterator[str]:
    """The calendar of a story, folded and with the line ends that the standard asks for."""
    yield from map(_folded, _calendar(holdings))


def _calendar(holdings: Holdings) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//Throughline//Deadlines//EN"
    yield "CALSCALE:GREGORIAN"
    yield f"X-WR-CALNAME:{_text(holdings.name)}"
    told = set()
    for deadline in sorted(holdings.deadlines, key=lambda one: one.id):
        told.add(deadline.event.id)
        yield from _deadline(deadline, holdings)
    for entry in sorted(holdings.entries, key=lambda one: one.happening.id):
        if entry.happening.status is Status.PLANNED and told.isdisjoint(entry.happening.events):
            yield from _plan(entry, holdings)
    yield "END:VCALENDAR"


def _deadline(deadline: Deadline, holdings: Holdings) -> Iterator[str]:
    when = deadline.due
    day = (when.last or when.first) if when else None
    if when is None or day is None:
        return
    words = deadline.awaited or deadline.event.evidence
    known = deadline.known or holdings.known(deadline.event.evidence.article)
    outcome = _OUTCOME.get(deadline.outcome, deadline.outcome.capitalize())
    account = f" ({deadline.account})" if deadline.account else ""
    yield from _event(
        {
            "UID": f"{deadline.id}@throughline",
            "DTSTAMP": _stamp(known, holdings),
            **_span(day, day),
            "SUMMARY": _text(f"{outcome}: {words.words}"),
            "DESCRIPTION": _text(f"{due(when)}; outcome: {deadline.outcome}{account}. “{words.words}”"),
            "STATUS": _STATUS.get(deadline.outcome, "TENTATIVE"),
            "CATEGORIES": "DEADLINE",
            "X-THROUGHLINE-STATUS": _text(str(deadline.event.status)),
            "X-THROUGHLINE-OUTCOME": _text(deadline.outcome),
            "X-THROUGHLINE-EDTF": _text(when.edtf),
        },
        words,
        known,
        holdings,
    )


def _plan(entry: Entry, holdings: Holdings) -> Iterator[str]:
    happening = entry.happening
    when = happening.when
    first, last = (when.first, when.last) if when else (None, None)
    if when is None or first is None or last is None:
        return
    yield from _event(
        {
            "UID": f"{happening.id}@throughline",
            "DTSTAMP": _stamp(happening.known, holdings),
            **_span(first, last),
            "SUMMARY": _text(f"Planned: {happening.headline.words}"),
            "DESCRIPTION": _text(
                f"Planned for {days(when)}. Reports: {happening.reports}; independent origins: {happening.origins}."
            ),
            "STATUS": "TENTATIVE",
            "CATEGORIES": "PLAN",
            "X-THROUGHLINE-STATUS": str(happening.status),
            "X-THROUGHLINE-EDTF": _text(when.edtf),
        },
        happening.headline,
        happening.known,
        holdings,
    )


def _event(parts: dict[str, str], words: Evidence, known: date | None, holdings: Holdings) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    for name, value in parts.items():
        yield f"{name}:{value}"
    if known:
        yield f"X-THROUGHLINE-KNOWN:{known.isoformat()}"
    head = holdings.heads.get(words.article)
    url = address(head.url) if head else None
    if url:
        yield f"URL:{url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _span(first: date, last: date) -> dict[str, str]:
    """All-day from the first to the last day; the end of the standard is the day after."""
    end = min(last, _LONGEST) + timedelta(days=1)
    return {"DTSTART;VALUE=DATE": _basic(first), "DTEND;VALUE=DATE": _basic(end)}


def _stamp(known: date | None, holdings: Holdings) -> str:
    """When the entry was last revised: the day it was known on, never that of the export."""
    return f"{_basic(known or holdings.as_of or date(1970, 1, 1))}T000000Z"


def _basic(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(words: str) -> str:
    """Words as a TEXT value (3.3.11), on one line."""
    return tame(words).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """One line cut into lines of 75 octets at most, none of them in the midst of a character."""
    parts, size = [""], 0
    for letter in line:
        octets = len(letter.encode("utf-8"))
        if size + octets > _OCTETS:
            parts.append(" ")
            size = 1
        parts[-1] += letter
        size += octets
    return "\r\n".join(parts) + "\r\n"
