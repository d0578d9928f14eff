"""The part of a story that its present is told from.

In: a view. Out: when lately was, and a reading of the articles of lately, of the month before it, and of
those that set anything for lately or later. What is older is history: a story of years is read in the time of a story
of months. What the articles copy or print again is read too, so that nothing old looks new.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from throughline.chronicle.actors import naming
from throughline.chronicle.happenings import Reading
from throughline.chronicle.material import with_prints
from throughline.chronicle.origins import Origins, origins
from throughline.chronicle.tellings import Chosen, told
from throughline.ledger.rows import Head
from throughline.ledger.view import View
from throughline.model import MentionForm

REPORTS = 20  # reports that a page about the present rests on, where there are as many
WEEK, MONTHS = timedelta(days=7), timedelta(days=61)  # the shortest and the longest time that counts as lately
NEWEST = 10  # reports that tell what is so now: what only older ones tell may be over
FEW_DAYS, MONTH = timedelta(days=3), timedelta(days=31)  # the shortest and the longest time for which that is taken
_BEFORE = timedelta(days=31)  # what was done longer before lately decides nothing that stands now


@dataclass(frozen=True, slots=True)
class Now:
    """The time that a page about the present is of. `latest`: the last day a report is of; `end`: the day asked for.

    `since` begins lately, `fresh` the last days: what goes on or is meant is taken to stand only if told in them.
    `heads` are all dated articles, the newest first.
    """

    since: date
    fresh: date
    latest: date
    end: date
    heads: tuple[Head, ...]

    def seen(self, known: date | None) -> date | None:
        """Since when something counts as known: what may have been known by the day, on that day at the latest."""
        return None if known is None else min(known, self.end)


def recent(view: View) -> tuple[Reading, Now] | None:
    """A reading of lately, and when it was; None where nothing is dated.

    Lately goes back from the latest report to the twentieth before it, a week at least and two months at most, so that
    a daily story is told by its last days and a slow one by its last weeks.
    """
    traced = origins(view)
    time = _now(view, traced)
    if time is None:
        return None
    begin = back(time.since, _BEFORE)
    articles = {head.id for head in time.heads if (time.seen(head.known) or begin) >= begin}
    articles |= view.articles_ahead(time.since)
    newest = [head.id for head in time.heads[:REPORTS]]
    return gathered(view, traced, articles, newest), time


def gathered(view: View, traced: Origins, articles: Collection[str], named: Collection[str] | None = None) -> Reading:
    """A reading of some articles, with all that they print again.

    Whoever takes part in what they tell is known by name; whoever else they name, too: of all, or of those in `named`.
    """
    gists = with_prints(view, traced, view.gists(articles)) if articles else []
    chosen = Chosen(gists, view.event_rows(gists))
    keys = {key for event in chosen.events for key in (*event.actors, *event.recipients)}
    mentioned = view.mentioned(articles if named is None else named)
    keys |= {row.key for row in mentioned if row.form is not MentionForm.NOMINAL}
    who = naming(view, view.names(keys))
    return Reading(view, traced, who, told(view, chosen, traced, who.same))


def _now(view: View, traced: Origins) -> Now | None:
    heads = [head for head in traced.heads.values() if head.known]
    if not heads:
        return None
    end = view.as_of or max(head.known for head in heads if head.known)
    heads.sort(key=lambda head: (min(head.known or end, end), head.id), reverse=True)
    latest = min(heads[0].known or end, end)

    def since(reports: int, shortest: timedelta, longest: timedelta) -> date:
        first = min(heads[min(reports, len(heads)) - 1].known or latest, latest)
        return max(min(first, back(latest, shortest)), back(latest, longest))

    return Now(since(REPORTS, WEEK, MONTHS), since(NEWEST, FEW_DAYS, MONTH), latest, end, tuple(heads))


def back(day: date, by: timedelta) -> date:
    """So long before a day; the first day of the calendar at the earliest."""
    return day - min(by, day - date.min)
