"""Which of a sentence's days an event has: when it happened, and when it is due.

In: a frame, the event's trigger and status, and the verbs that could own a day. Out: two `When`s or None. A day inside
reported words belongs to what is reported, one outside to the reporting; a day in a relative clause to the verb there.
"""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from itertools import pairwise

from throughline.annotate import relatives
from throughline.annotate.events import deadlines
from throughline.annotate.events.deadlines import Dated
from throughline.annotate.events.frame import Frame
from throughline.model import Evidence, Grain, Status, When

_WEEK = 7
_ON_THE_WAY = frozenset({"until", "till"})  # what happened "until" a day has a length, and an end that is due


def of(
    laid: Frame, mine: Collection[int], status: Status, owners: Mapping[int, bool]
) -> tuple[When | None, When | None]:
    """Return when the event of these triggers happened and when it is due; `owners` tell which are finite verbs."""
    when: When | None = None
    due: When | None = None
    for dated in laid.times:
        if owner(laid, dated, owners) not in mine:
            continue
        word = laid.norm(dated.deadline) if dated.deadline >= 0 else ""
        if word and (status is not Status.HAPPENED or word in _ON_THE_WAY):
            due = due or _due(laid, dated, status)
        elif when is None or (dated.when.is_day and not when.is_day):
            when = _ahead(laid, dated.when) if status is Status.PLANNED else dated.when
    return when, due


def _ahead(laid: Frame, when: When) -> When:
    """Return the day of a plan: a weekday that was read as the last one is the next ("is to be signed on Friday")."""
    published = laid.article.published.when.first
    if when.rule != "weekday" or not when.is_day or published is None or when.last is None or when.last >= published:
        return when
    day = when.last + timedelta(days=_WEEK)
    return When(day, day, when.grain, when.words, when.rule) if day >= published else when


def owner(laid: Frame, dated: Dated, owners: Mapping[int, bool]) -> int | None:
    """Return the trigger that a day belongs to, of those that stand in the same clause and the same statement."""
    clause = relatives.innermost(laid.relatives, dated.first)
    told = _statement(laid, dated.first, dated.stop)
    near = {
        trigger: is_finite
        for trigger, is_finite in owners.items()
        if relatives.innermost(laid.relatives, trigger) == clause and _statement(laid, trigger, trigger + 1) == told
    }
    return deadlines.owner(laid.tokens, dated, laid.first, near)


def within(laid: Frame, condition: Evidence) -> When | None:
    """Return the deadline that a condition sets: "without an agreement by Dec. 31"."""
    for dated in laid.times:
        if dated.deadline >= 0 and condition.start <= laid.tokens[dated.first].start < condition.end:
            return deadlines.due(laid.article, laid.tokens, dated)
    return None


def _statement(laid: Frame, first: int, stop: int) -> str | None:
    return laid.context.statement(laid.tokens[first].start, laid.tokens[stop - 1].end)


def _due(laid: Frame, dated: Dated, status: Status) -> When:
    """Return the deadline; one that was missed lies behind, so a day with no year is the last such day."""
    found = deadlines.due(laid.article, laid.tokens, dated)
    published = laid.article.published.when.last
    names_year = any(len(run) == len("2011") for run in _runs_of_digits(found.words))
    is_ahead = published is not None and found.last is not None and found.last > published
    if status is not Status.NOT_HAPPENED or not is_ahead or names_year or found.grain not in {Grain.DAY, Grain.MONTH}:
        return found
    return When(None, _year_before(found.last), found.grain, found.words, found.rule, found.approximate)


def _runs_of_digits(words: str) -> list[str]:
    cuts = [0, *(i for i in range(1, len(words)) if words[i].isdigit() != words[i - 1].isdigit()), len(words)]
    return [words[first:stop] for first, stop in pairwise(cuts) if words[first:stop].isdigit()]


def _year_before(day: date | None) -> date | None:
    if day is None:
        return None
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)
