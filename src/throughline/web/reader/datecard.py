"""A date card for somebody who knows nothing of our rules: drawn on one line of days, and in sentences.

In: a dossier. Out: a `Drawing`, and words. Invariant: what is certain, what is guessed and what lost are drawn and
named apart; what is not a sure day is never told as one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from throughline.export.wording import days
from throughline.model import DateCard, Dossier, Evidence, When
from throughline.web.charts.scales import Tick, TimeScale

_LEFT, _RIGHT = 6.0, 354.0  # of the drawing, in its own units
_HALF = 150.0  # beyond which words of a line's length leave the paper
_ROW = 30.0  # units from one line of the drawing to the next
_TOP = 14.0
_THIN = 6.0  # the least that a day is wide, so that it is seen
_LEAST = 14  # days that are drawn at least, for a day to have neighbours
_MOMENT = re.compile(r"[\d-]{10}T(\d\d:\d\d)\S*?(Z|[+-]\d\d:?\d\d)?")
_QUOTED = re.compile(r"“([^”]+)”")
# Which kind of sign decided, by the name of the rule that did.
_RULES: Mapping[str, str] = MappingProxyType(
    {
        "": "nothing on the page gives a date",
        "text": "worked out from what the text itself says",
        "ruling": "a person ruled it",
        "declared": "whoever added the page gave it",
        "json": "the record that the page came in gives it",
        "feed": "the feed that the page came in gives it",
        "json-ld": "the page’s data for search engines gives it",
        "meta": "a tag in the page’s head gives it",
        "microdata": "the page’s markup gives it",
        "time-element": "a time element of the page gives it",
        "script": "a script of the page gives it",
        "address": "the page’s address holds it",
        "masthead": "a line near the headline gives it",
        "dateline": "the dateline gives it",
        "captured": "the page was captured then, and is no younger",
        "agreement": "several signs on the page agree",
        "ambiguous": "the digits can be read two ways, and nothing decides between them",
        "weekday": "the digits can be read two ways, and a weekday in the text decides",
        "order": "the digits can be read two ways, and other dates of the page decide",
        "near": "the digits can be read two ways, and other dates of the page lie near one of them",
        "run": "the digits can be read two ways, and other dates of the page decide",
        "custom": "the digits can be read two ways, and the outlet’s custom decides",
        "usage": "the digits can be read two ways, and the usage of the place decides",
    }
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the drawing: what it is, where, and whether an end lies beyond the paper."""

    look: str
    called: str
    x: float
    y: float
    width: float
    is_open_left: bool = False
    is_open_right: bool = False

    @property
    def is_right(self) -> bool:
        """Whether its words end where it ends, since they would not fit behind its beginning."""
        return self.x > _HALF

    @property
    def end(self) -> float:
        """Where it ends."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class Drawing:
    """Lines of days under one another, their axis below; `height` in units of 360 across."""

    lines: tuple[Line, ...]
    ticks: tuple[Tick, ...]
    height: float


def context(found: Dossier) -> dict[str, object]:
    """What the template of a date card needs."""
    return {
        "drawing": drawing(found),
        "published": published,
        "stated": stated,
        "basis": basis,
        "linked": linked,
        "others": others(found.article.published),
        "hour": hour,
    }


def drawing(found: Dossier) -> Drawing | None:
    """Draw what is known of an article's day; None where no end of it is."""
    rows = list(_rows(found))
    ends = [day for _, _, first, last in rows for day in (first, last) if day]
    if not ends:
        return None
    scale = TimeScale.around(min(ends), max(ends), _LEFT, _RIGHT, _LEAST)
    lines = []
    for number, (look, called, first, last) in enumerate(rows):
        left = scale.at(first, 0.0) if first else _LEFT
        right = scale.at(last, 1.0) if last else _RIGHT
        is_open = first is None, last is None
        lines.append(Line(look, called, left, _TOP + number * _ROW, max(_THIN, round(right - left, 1)), *is_open))
    return Drawing(tuple(lines), scale.ticks(5), _TOP + len(rows) * _ROW + 16)


def _rows(found: Dossier) -> Iterator[tuple[str, str, date | None, date | None]]:
    """What is drawn, from what is certain to what follows from it."""
    card = found.article.published
    when = card.when
    if when.first or when.last:
        if when.first == when.last:
            yield "sure", published(when), when.first, when.last
        else:
            yield "unsure", stated(when).removeprefix("on "), when.first, when.last
    if card.guess and not when.is_day:
        first, last = (_within(day, when) for day in (card.guess.first, card.guess.last))
        yield "guess", f"perhaps {days(card.guess)}", first, last
    for rival in card.rivals[:4]:
        yield "rival", f"not {days(rival.when)}", rival.when.first, rival.when.last
    if found.captured:
        yield "captured", f"captured {found.captured}", found.captured, found.captured
    if found.known:
        yield "known", f"known for certain since {found.known}", found.known, None


def _within(day: date | None, when: When) -> date | None:
    """A day, not beyond what is certain: "perhaps December" of a page of its second half."""
    if day and when.first and day < when.first:
        return when.first
    return when.last if day and when.last and day > when.last else day


def published(when: When) -> str:
    """What is certain of a day of publication, in words."""
    return f"published {stated(when)}"


def stated(when: When) -> str:
    """The same, for whoever has said that it is of publication."""
    if when.first is None and when.last is None:
        return "on a day that nobody can tell"
    if when.first == when.last:
        return days(when)
    if when.first is None:
        return f"on some day until {when.last}"
    if when.last is None:
        return f"on some day from {when.first} on"
    return f"on some day from {when.first} to {when.last}"


def basis(card: DateCard) -> str:
    """What kind of sign decided, in words."""
    return _RULES.get(card.when.rule, f"by the rule “{card.when.rule}”")


def hour(moment: str) -> str:
    """A time of day as the page has it, with its zone as far as the page names one.

    >>> hour("2014-04-08T09:15+02:00"), hour("2014-04-08T09:15")
    ('09:15, UTC+02:00', '09:15')
    """
    zoned = _MOMENT.fullmatch(moment)
    if zoned is None:
        return moment
    zone = zoned[2]
    return zoned[1] + (f", UTC{zone.replace('Z', '')}" if zone else "")


def others(card: DateCard) -> tuple[Evidence, ...]:
    """The words that a date rests on and that no reason quotes, each once."""
    quoted = {place.words for reason in card.reasons for _, place in linked(reason, card.evidence) if place}
    return tuple({one.words: one for one in card.evidence if one.words not in quoted}.values())


def linked(reason: str, evidence: Sequence[Evidence]) -> tuple[tuple[str, Evidence | None], ...]:
    """A reason in pieces, those that quote words of the evidence each with its place; the pieces join to the reason."""
    places = {" ".join(one.words.split()): one for one in reversed(evidence)}
    found: list[tuple[str, Evidence | None]] = []
    at = 0
    for quote in _QUOTED.finditer(reason):
        words = quote[1]
        place = places.get(words) or next((one for text, one in places.items() if text in words), None)
        if place:
            found += [(reason[at : quote.start()], None), (quote[0], place)]
            at = quote.end()
    return tuple(piece for piece in (*found, (reason[at:], None)) if piece[0])
