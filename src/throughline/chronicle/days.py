"""How much every day of a story matters.

In: what a view tells. Out: a weight for each day. A day weighs what articles tell of it, each article once, with its
copies and versions: those that name it, those whose news it was, and, double, those that still name it a week and more
later, and the chronologies that a newsroom made of it. It weighs less where it was long before the first article
(background) or beside a greater day. Of a day so young that there was no time yet to name it again, what others were
named again is supposed: a story's end would weigh less than its beginning otherwise.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from math import fsum

from throughline.chronicle.happenings import Reading, line_of
from throughline.chronicle.headlines import is_entry
from throughline.chronicle.tellings import AHEAD, Telling
from throughline.chronicle.topic import Topic

# These weights were chosen by hand, round; the ten development tasks of Timeline17 decided between a few sizes and
# nothing finer. How little most of them matter there is in docs/decisions/chronicle-weights.md.
NAMED, NEWS = 1.0, 0.5  # an article that names a day; one whose undated news stands on its day of publication
REMEMBERED, LATER = 2.0, timedelta(days=7)  # a day that articles still name a week later counts double
CHOSEN = 3.0  # a chronology lists it: an editor chose it
LISTED = 3  # days that sentences of one article open with, from which it holds a chronology
ECHO = 0.1  # what a day loses of the weight of the greater of the days beside it, whose news runs on
MONTH = timedelta(days=30)  # in which what matters is named again; and, before the first article, what halves a day
_KEPT = 0.5  # of its own weight that a day keeps at least beside a greater one
_DIM = 0.1  # what a day long before the first article never counts less than
_AHEAD = 0.5  # what is planned or hangs on a condition, beside what happened
_LAST = date.max.toordinal()

_Naming = tuple[date, str]  # a day and the article that names it


def likely(telling: Telling) -> float:
    """What a telling counts by its status."""
    return _AHEAD if telling.status in AHEAD else 1.0


def day_of(telling: Telling) -> date | None:
    """The one day that a telling is about, if it is one day."""
    days = telling.days
    return days.first if days and days.first == days.last else None


def begin(read: Reading) -> date | None:
    """The day of the earliest article."""
    return min((head.known for head in read.origins.heads.values() if head.known), default=None)


def nearness(day: date, begins: date | None) -> float:
    """What a day before the first article counts: what was long ago is background."""
    if begins is None or day >= begins:
        return 1.0
    return max(_DIM, MONTH / (MONTH + (begins - day)))


def weights_of_days(
    read: Reading, tellings: Sequence[Telling], topic: Topic, entries: AbstractSet[str], begins: date | None
) -> dict[date, float]:
    """The weight of every day that anything is told of; `entries` are the tellings of chronologies."""
    fresh, later = _named(read, tellings, topic, entries, begins)
    known = [head.known for head in read.origins.heads.values() if head.known]
    weights = _remembered(fresh, later, min(known, default=date.max), max(known, default=date.min))
    return {day: max(_KEPT * weight, weight - ECHO * _beside(weights, day)) for day, weight in weights.items()}


def _named(
    read: Reading, tellings: Sequence[Telling], topic: Topic, entries: AbstractSet[str], begins: date | None
) -> tuple[dict[date, float], dict[date, float]]:
    """What articles tell of every day within a week, and what later ones do."""
    best: dict[_Naming, tuple[float, bool]] = {}
    for telling in tellings:
        day = day_of(telling)
        if day is None:
            continue
        worth = (NAMED if telling.is_sure else NEWS) * likely(telling) * topic.share(telling) * nearness(day, begins)
        worth *= CHOSEN if telling.id in entries else 1.0
        for article in (telling.article, *read.told.prints.get(telling.id, ())):
            known = read.origins.heads[article].known
            is_later = known is not None and known - day >= LATER
            naming = day, read.origins.roots.get(article, article)
            best[naming] = max(best.get(naming, (0.0, False)), (worth * (REMEMBERED if is_later else 1), is_later))
    fresh: dict[date, float] = {}
    later: dict[date, float] = {}
    for (day, _), (worth, is_later) in best.items():
        fresh[day] = fresh.get(day, 0.0) + (0.0 if is_later else worth)
        later[day] = later.get(day, 0.0) + (worth if is_later else 0.0)
    return fresh, later


def _remembered(fresh: Mapping[date, float], later: Mapping[date, float], first: date, last: date) -> dict[date, float]:
    """The sums; to a day of the last month is added what older days were remembered, for the time that it lacks."""
    had = {day: min(1.0, max(0.0, (last - day - LATER) / MONTH)) for day in fresh}
    old = [day for day in fresh if first - day <= LATER and had[day] == 1]
    told = fsum(fresh[day] for day in old)
    share = fsum(later[day] for day in old) / told if told else 0.0
    return {day: fresh[day] * (1 + share * (1 - had[day])) + later[day] for day in fresh}


def _beside(weights: Mapping[date, float], day: date) -> float:
    """The weight of the greater of the days before and after one."""
    beside = (date.fromordinal(at) for at in (day.toordinal() - 1, day.toordinal() + 1) if 1 <= at <= _LAST)
    return max(weights.get(other, 0.0) for other in beside)


def chronologies(read: Reading, tellings: Iterable[Telling]) -> frozenset[str]:
    """The entries of chronologies: tellings whose sentence opens with its day, where several of an article do.

    What lies ahead of its article is no entry: a chronology looks back.
    """
    found: dict[str, list[Telling]] = {}
    for telling in tellings:
        day = day_of(telling) if telling.is_sure else None
        if day and (telling.known is None or day <= telling.known) and is_entry(line_of(read, telling).words):
            found.setdefault(telling.article, []).append(telling)
    return frozenset(
        telling.id for listed in found.values() if len({t.days for t in listed}) >= LISTED for telling in listed
    )
