"""Events that are one: groups of tellings as the record shows them.

In: a view. Out: `Happening`s in order of known, each with the sentence that says it best, its status and the history
of it, and how many reports and independent origins stand behind it. Nothing is stored and nothing looks ahead: what
the view knows decides.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from throughline.chronicle.actors import Naming, everyone, naming
from throughline.chronicle.grouping import Group, grouped
from throughline.chronicle.headlines import fitness, opening
from throughline.chronicle.material import around, material, whole
from throughline.chronicle.origins import Origins, origins
from throughline.chronicle.query import Query
from throughline.chronicle.tellings import TOLD, Chosen, Telling, Told, told
from throughline.ledger.view import View
from throughline.model import Evidence, Happening, Status, Turn, When, content_id

_SURE_DAY = 0.2  # what a headline gains by naming its day: it can be checked on the spot
_ACTOR = 0.2  # and by naming who did it
_LEAD = 0.2  # and by being an article's first sentence, which is written to stand alone
_SAID = 0.2  # what it loses by telling what somebody says of it: the record wants the deed before the reaction
_UNDONE_YET = frozenset({Status.PLANNED, Status.CONDITIONAL, Status.REQUESTED, Status.ONGOING})
_CUT = 0.8  # what is left of a sentence without the stamp or caption before it: the seam is a guess


@dataclass(frozen=True, slots=True)
class Reading:
    """What a view tells, gathered once: whoever asks more than one question of it shares the work.

    `picked` are the spans of days that were looked at; None: all of them. `kept` is the name under which it is kept for
    others who ask; None: it is not.
    """

    view: View
    origins: Origins
    who: Naming
    told: Told
    picked: frozenset[tuple[date, date]] | None = None
    kept: str | None = None


def reading(view: View, asked: Query | None = None) -> Reading:
    """Gather what a view tells: all of it, or as much of it as a query needs."""
    traced = origins(view)
    name = "all" if asked is None else "most" if _asks_for_most(asked) else None

    def gather() -> tuple[Naming, Told, frozenset[tuple[date, date]] | None]:
        chosen = whole(view) if asked is None else material(view, traced, asked)
        who = everyone(view) if asked is None else naming(view, view.names_alike(_keys(chosen)))
        return who, told(view, chosen, traced, who.same), chosen.picked

    who, tells, picked = view.shelf.once(("reading", name), gather) if name else gather()
    return Reading(view, traced, who, tells.seen_by(view), picked, name)


def reading_around(view: View, record: str) -> Reading | None:
    """Gather what may be one with the telling that a record is, or is named after; None where there is no such."""
    traced = origins(view)
    chosen = around(view, traced, record)
    if chosen is None:
        return None
    who = naming(view, view.names_alike(_keys(chosen)))
    return Reading(view, traced, who, told(view, chosen, traced, who.same), chosen.picked)


def _asks_for_most(asked: Query) -> bool:
    """Whether a query is answered from what matters most in the story, whatever it keeps of it in the end."""
    return asked.top != 0 and not (asked.about or asked.start or asked.end or asked.days)


def lines(read: Reading) -> list[Group]:
    """The tellings of a reading, grouped; not to be changed."""
    if read.kept is None:
        return grouped(read.told)
    return read.view.shelf.once(("lines", read.kept), lambda: grouped(read.told))


def introduced(read: Reading, groups: Iterable[Group]) -> Reading:
    """The same with the names of all who take part in some groups, whom only now anybody asks for."""
    keys = {key for group in groups for telling in group.tellings for key in telling.actors | telling.recipients}
    names = read.view.names_of(keys | {key for key, own in read.who.same.items() if own in keys})
    return replace(read, who=naming(read.view, names, read.who))


def _keys(chosen: Chosen) -> set[str]:
    return {key for event in chosen.events for key in (*event.actors, *event.recipients)}


def horizon(read: Reading) -> date | None:
    """The last day that the view knows anything of."""
    days = [head.known for head in read.origins.heads.values() if head.known]
    return read.view.as_of or (max(days) if days else None)


def happenings(view: View, asked: Query | None = None) -> tuple[Happening, ...]:
    """All happenings that the view knows, in order of known; with `asked`, those among which its answer is found."""
    read = reading(view, asked)
    return tuple(happening(read, group) for group in lines(read))


def happening(read: Reading, group: Group, head: Telling | None = None) -> Happening:
    """The record of one group; `head` overrides which telling says it best."""
    head = head or best(read, group.tellings)
    articles = reporters(read, group)
    return Happening(
        content_id("happening", group.anchor.id),
        head.type if head.event else _commonest(t.type for t in group.tellings if t.type),
        line_of(read, head),
        days_of(read, group.tellings),
        happening_status(group),
        tuple(t.event for t in group.tellings if t.event),
        read.origins.reports(articles),
        len(voices(read, group.tellings)),
        group.anchor.known,
        line_of_turns(read, group),
        articles,
    )


def reporters(read: Reading, group: Group) -> tuple[str, ...]:
    """The articles that tell it, copies and reprints included, each once."""
    printed = (again for t in group.tellings for again in (t.article, *read.told.prints.get(t.id, ())))
    return tuple(dict.fromkeys(printed))


def voices(read: Reading, tellings: Iterable[Telling]) -> frozenset[str]:
    """The independent origins of tellings."""
    return frozenset[str]().union(*heard(read, tellings).values())


def heard(read: Reading, tellings: Iterable[Telling]) -> dict[str, frozenset[str]]:
    """By article, the origins of tellings: its own voice, or theirs by whom it has all that it tells."""
    found: dict[str, set[str]] = {}
    for telling in tellings:
        found.setdefault(telling.article, set()).add(voice(read, telling))
    own = {article: frozenset({read.origins.voice(article)}) for article in found}
    return {article: own[article] if own[article] <= heard else frozenset(heard) for article, heard in found.items()}


def voice(read: Reading, telling: Telling) -> str:
    """Who a telling comes from: by whom its article says that it has it, else the article's own voice."""
    name = read.told.passed_on(telling)
    return (read.origins.named(name) if name else None) or read.origins.voice(telling.article)


def best(read: Reading, tellings: Sequence[Telling]) -> Telling:
    """The telling whose sentence says it best, of those that give its latest status; the earliest of equals."""
    return max(current(tellings), key=lambda telling: standing(read, telling))


def standing(read: Reading, telling: Telling) -> float:
    """How well a telling's sentence serves as a line of the record, on its own evidence."""
    gains = _SURE_DAY * telling.is_sure + _ACTOR * bool(telling.actors) + _LEAD * (telling.place == 0)
    gains -= _SAID * bool(telling.statement)
    line = line_of(read, telling)
    return fitness(line.words, telling.trigger) * (1 + gains) * (_CUT if line.start > telling.start else 1)


def line_of(read: Reading, telling: Telling) -> Evidence:
    """The words of a telling as the record shows them."""
    words = read.told.sentence(telling)
    start = opening(words, telling.trigger)
    return Evidence(telling.article, telling.start + start, telling.end, words[start:])


def happening_status(group: Group) -> Status:
    """The latest known status of a group."""
    return history(group.tellings)[-1].status


def current(tellings: Sequence[Telling]) -> Sequence[Telling]:
    """The tellings that give the latest status: a line never says "is expected to" of what happened."""
    latest = history(tellings)[-1].status
    return [t for t in tellings if t.status is latest and t.event] or [t for t in tellings if t.status is latest]


def days_of(read: Reading, tellings: Sequence[Telling]) -> When | None:
    """The days most origins give; words of a sentence go before a day of publication, the latest status before others.

    What was planned for Friday and took place on Monday was on Monday; what was planned for Friday and did not take
    place did not on Friday.
    """
    votes: dict[When, set[str]] = {}
    latest: set[When] = set()
    for telling in tellings:
        when = telling.when
        if when is not None:
            votes.setdefault(when, set()).add(voice(read, telling))
    if len(votes) < 2:
        return next(iter(votes), None)
    latest.update(when for telling in current(tellings) if (when := telling.when))
    return max(votes, key=lambda when: (when.rule == TOLD, when in latest, len(votes[when])))


def history(tellings: Sequence[Telling]) -> tuple[Turn, ...]:
    """Turns of status by the day they became known; what most tellings of one day say counts for that day.

    Where a finder knew the verb of any telling, those of which only the day is known have no say. Of pages that are not
    sure to be of one day, those that can be older come first. What took place on a day that words give lies ahead or
    goes on no more: whoever tells it so looks back.
    """
    turns: list[Turn] = []
    days: dict[tuple[date | None, date | None], list[Telling]] = {}
    is_done = False
    for telling in [t for t in tellings if t.event] or tellings:
        days.setdefault((telling.known, telling.since), []).append(telling)
    for (known, since), today in days.items():
        status = _commonest(t.status for t in today) or Status.HAPPENED
        if (turns and turns[-1].status is status) or (is_done and status in _UNDONE_YET):
            continue
        says = next(t for t in today if t.status is status)
        turns.append(Turn(known, status, says.event or says.id, since if since != known else None, says.type))
        is_done = status is Status.HAPPENED and any(t.is_sure for t in today if t.status is status)
    return tuple(turns)


def line_of_turns(read: Reading, group: Group) -> tuple[Turn, ...]:
    """The history of a group, with the turns of what it hangs on among its own; each with its words."""
    turns = [(turn, group) for turn in history(group.tellings)]
    for other in group.hangs_on:
        name = content_id("happening", other.anchor.id)
        turns += [(replace(turn, happening=name), other) for turn in history(other.tellings)]
    turns.sort(key=lambda one: _when_known(one[0]))
    return tuple(replace(turn, words=_words(read, turn, of)) for turn, of in turns)


def _when_known(turn: Turn) -> tuple[date, date, bool]:
    """Sort key: of turns known since one day, those of what a happening hangs on come first."""
    known = turn.known or date.max
    return known, turn.since or known, turn.happening is None


def _words(read: Reading, turn: Turn, group: Group) -> Evidence:
    return line_of(read, next(t for t in group.tellings if turn.event in {t.event, t.id}))


_Value = TypeVar("_Value")


def _commonest(values: Iterable[_Value]) -> _Value | None:
    """The most frequent value, the first of equals."""
    counts = Counter(values)
    return max(counts, key=lambda value: counts[value]) if counts else None
