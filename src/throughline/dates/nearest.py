"""Which of several spans a date in part means: "in May" of which year.

In: the spans that it could be, in order, and the match with its day and the way its sentence looks. Out: one of
them. In news it is the latest begun or the first to come; in a history the one that the story comes to next.
"""

from collections.abc import Iterable
from datetime import date

from throughline.dates.phrases.reading import Hit
from throughline.model import When

_YEARS_AROUND = 4  # 29 February comes every four years
# How many times as far as the next one the last one may be and is still meant, by the way the sentence looks.
_PULL = {-1: 4.0, 0: 2.0, 1: 0.5}

_BACK = 3  # a story goes on: a day back from the date reached is as far as three ahead (tuned on ten histories)
_OUTSIDE = 4  # ... and four times as far where it leaves the years in the heading of its chapter
_AGAINST = 3  # ... and as much further again where the tense looks the other way


def years_around(now: date | None) -> range:
    """The years in which a partial date may lie, as far as the calendar goes."""
    if now is None:
        return range(0)
    return range(max(now.year - _YEARS_AROUND, 1), min(now.year + _YEARS_AROUND, date.max.year - 1) + 1)


def near(hit: Hit, spans: Iterable[When]) -> When | None:
    """Choose the span that a match means; None where nobody knows from which day it is read."""
    if hit.now is None:
        return None
    if hit.is_told and hit.previous is not None:
        return _next_told(hit, hit.previous, spans)
    return nearest(spans, hit.now, hit.lean)


def _next_told(hit: Hit, reached: When, spans: Iterable[When]) -> When | None:
    """Choose the span that a story comes to from the one reached: inside it, or at the least cost."""

    def cost(span: When) -> int:
        is_inside = hit.chapter is None or span.meets(hit.chapter)
        return _cost(span, reached, hit.lean) * (1 if is_inside else _OUTSIDE)

    return min((s for s in spans if s.first and s.last), key=cost, default=None)


def _cost(span: When, reached: When, lean: int) -> int:
    first, last = span.first or date.min, span.last or date.max
    start, end = reached.first or date.min, reached.last or date.max
    ahead, back = (first - end).days, (start - last).days
    if ahead > 0:
        return ahead * (_AGAINST if lean < 0 else 1)
    return max(back, 0) * _BACK * (_AGAINST if lean > 0 else 1)


def nearest(spans: Iterable[When], now: date, lean: int) -> When | None:
    """Choose of the spans the latest begun by `now` or the first not over: by the sentence's lean, and by nearness.

    A lean of -2 or 2 is certain. One of -1 or 1 gives way to a span that is much nearer: who writes no year means one
    close by, and the verb may be of another clause.
    """
    known = [(s.first, s.last, s) for s in spans if s.first and s.last]
    begun = [s for first, _, s in known if first <= now]
    ahead = [s for _, last, s in known if last >= now]
    if lean <= -2 or (begun and not ahead):
        return begun[-1] if begun else None
    if lean >= 2 or not begun:
        return ahead[0] if ahead else None
    past, future = begun[-1], ahead[0]
    back = past.first if lean > 0 else past.last  # "by the fall", said in winter, is not the one just over
    since = (now - back).days if back else 0
    to_come = (future.first - now).days if future.first else 0
    return past if since <= to_come * _PULL[lean] else future
