"""Sentences that tell something, dated: what happenings are made of.

In: the gists of sentences and the events in them. Out: `Telling`s in order of known. An event tells what
happens; a sentence that names a day, and whose verb no event finder knew, tells it too, without a type. Without a time
expression, what an article's opening reports is news: it is dated to the day of publication, about ("2011-12-12~");
further down nothing says how old it is, only that it is no younger than the article ("../2011-12-12"). What is planned
or conditional lies after that day instead ("2011-12-12/.."), and so does what a sentence without an event says will be,
where the day that it names is past: that is the day of the saying. See docs/decisions/undated-events.md.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from throughline.chronicle.origins import Origins
from throughline.ledger.rows import Days, EventRow, GistRow, Head
from throughline.ledger.view import View
from throughline.model import Grain, Plover, Status, When, content_id
from throughline.text.gist import likeness

OPENING = 3  # sentences that count as an article's news: a lead, its backing and one more
COPIED = 0.7  # likeness above which a sentence of a copy is the original's, edited
PRINT_WORDS = 8  # words from which a sentence is too long to be written twice by chance
TOOK_PLACE = frozenset({Status.HAPPENED, Status.ONGOING, Status.NOT_HAPPENED})
AHEAD = frozenset({Status.PLANNED, Status.CONDITIONAL})  # statuses of what lies ahead of the article
# A future before any word of what was done or said: "will withdraw, it was announced", not "announced that it will".
_WILL = re.compile(
    r"(?:(?!\b(?:sa(?:id|ys?)|told|that|which|who|when|where|if|but|is|are|was|were|had|has|have|did|made|left|took|"
    r"lost|rose|fell|came|went|began|won|met|held|[a-z]+ed)\b|[\"“”]|``).){0,80}?"
    r"(?:\b(?:(?<!['’]s )will|shall|won['’]t|(?:is|are) (?:due |set |likely )?to|plans? to)\b|['’]ll\b)",
    re.DOTALL,
)

# How a telling's day was had.
TOLD = "told"  # a time expression of the sentence says so
PUBLISHED = "published"  # the day of publication stands in

_Place = tuple[str, int]  # an article, and where a sentence of it starts


class Telling(NamedTuple):
    """One sentence of one article telling one thing. `event` is None where only a day was found in it.

    `place` counts the article's readable sentences from 0. `days` is None where the article is undated too. `stems`,
    `print` and `length` are its sentence's. `since` is the first day that the article may be of, `known` the last.
    """

    id: str
    article: str
    start: int
    end: int
    place: int
    known: date | None
    days: Days | None
    rule: str
    type: Plover | None
    status: Status
    trigger: str
    actors: frozenset[str]
    recipients: frozenset[str]
    due: Days | None
    event: str | None
    statement: str | None
    stems: frozenset[str]
    print: int
    length: int
    since: date | None = None

    @property
    def is_sure(self) -> bool:
        """Whether words of the sentence give its day."""
        return self.rule == TOLD

    @property
    def when(self) -> When | None:
        """The days as the record shows them."""
        if self.days is None:
            return None
        first, last, grain = self.days
        return When(first, last, grain, "", self.rule, approximate=self.rule == PUBLISHED and first == last)


class Chosen(NamedTuple):
    """Some sentences and the events in them.

    `picked` are the spans of days that they were chosen for, `days` these and those beside them that news of them may
    stand on; both are None where days did not matter.
    """

    gists: Sequence[GistRow]
    events: Sequence[EventRow]
    picked: frozenset[tuple[date, date]] | None = None
    days: frozenset[tuple[date, date]] | None = None


@dataclass(slots=True)
class Told:
    """What articles tell. A telling printed again word for word, by a copy or elsewhere, stands in it once.

    `prints` maps a telling's id to the articles that print it again, `again` the id of each such print to its own.
    Sentences are read when first asked for, and so is who passed statements on.
    """

    view: View
    tellings: tuple[Telling, ...]
    prints: Mapping[str, tuple[str, ...]]
    again: Mapping[str, str] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)
    _passed_on: dict[str, str] = field(default_factory=dict)
    _asked: set[str] = field(default_factory=set)

    def seen_by(self, view: View) -> "Told":
        """The same for another view of the same day: what was read is not read again."""
        return self if view is self.view else replace(self, view=view)

    def sentence(self, telling: Telling) -> str:
        """The words of a telling."""
        if telling.article not in self._texts:
            self._texts.update(self.view.texts({other.article for other in self.tellings} | {telling.article}))
        return self._texts[telling.article][telling.start : telling.end]

    def passed_on(self, telling: Telling) -> str | None:
        """By whom its article has it, where the article says so (see `View.passed_on`)."""
        if telling.statement is None:
            return None
        if telling.article not in self._asked:
            self._asked.update({other.article for other in self.tellings if other.statement} | {telling.article})
            self._passed_on.update(self.view.passed_on(self._asked))
        return self._passed_on.get(telling.statement)


def told(view: View, chosen: Chosen, origins: Origins, same: Mapping[str, str]) -> Told:
    """Gather what sentences tell; `same` maps keys of actors to the key they are joined under."""
    events = _by_sentence(chosen)
    found: list[Telling] = []
    ahead = _looking_ahead(view, [g for g in chosen.gists if g.when and (g.article, g.start) not in events])
    for gist in chosen.gists:
        head = origins.heads[gist.article]
        here = events.get((gist.article, gist.start))
        if here:
            is_owned = any(row.when for row in here)
            found += [_event_told(head, gist, row, same, is_owned=is_owned) for row in here]
        elif gist.when:
            found.append(_dated(head, gist, gist.when, is_ahead=(gist.article, gist.start) in ahead))
    age = {article: origins.age(article) for article in {telling.article for telling in found}}
    found.sort(key=lambda t: (*age[t.article], t.start, t.id))
    tellings, prints, again = _once(found, origins)
    if chosen.days is not None:
        tellings = [t for t in tellings if t.status in AHEAD or (t.days and (t.days.first, t.days.last) in chosen.days)]
    return Told(view, tuple(tellings), prints, again)


def _by_sentence(chosen: Chosen) -> dict[tuple[str, int], list[EventRow]]:
    """Events by the article and start of their sentence; both lists are in order of article and place."""
    found: dict[tuple[str, int], list[EventRow]] = {}
    gists = iter(chosen.gists)
    gist = next(gists, None)
    for event in chosen.events:
        while gist is not None and (gist.article != event.article or gist.end <= event.start):
            gist = next(gists, None)
        if gist is None:
            break
        if gist.start <= event.start:
            found.setdefault((gist.article, gist.start), []).append(event)
    return found


def _event_told(head: Head, gist: GistRow, row: EventRow, same: Mapping[str, str], *, is_owned: bool) -> Telling:
    """What an event tells, on the days that words give it, else those that its article's date gives.

    A day of the sentence that no event of it owns is the day of what took place in it, never of what is only asked
    for or ahead: "In February they announced plans to build" builds nothing in February.
    """
    days = row.when or (gist.when if row.status in TOOK_PLACE and not is_owned else None)
    return Telling(
        id=row.id,
        article=gist.article,
        start=gist.start,
        end=gist.end,
        place=gist.place,
        known=head.known,
        days=days or _published(head, row.status, is_news=gist.place < OPENING and not is_owned),
        rule=TOLD if days else PUBLISHED,
        type=row.type,
        status=row.status,
        trigger=row.trigger.casefold(),
        actors=frozenset([same.get(key, key) for key in row.actors]),
        recipients=frozenset([same.get(key, key) for key in row.recipients]),
        due=row.due,
        event=row.id,
        statement=row.statement,
        stems=gist.stems,
        print=gist.print,
        length=gist.length,
        since=head.written.first,
    )


def _looking_ahead(view: View, gists: Sequence[GistRow]) -> set[_Place]:
    """Which sentences tell first of all what will be."""
    texts = view.texts({gist.article for gist in gists}) if gists else {}
    return {(g.article, g.start) for g in gists if _WILL.match(texts.get(g.article, "")[g.start : g.end])}


def _dated(head: Head, gist: GistRow, days: Days, *, is_ahead: bool) -> Telling:
    """A sentence that names a day and holds no event that a finder knew; `is_ahead`: it tells what will be."""
    lies_ahead = head.known is not None and days.first is not None and days.first > head.known
    since = _published(head, Status.PLANNED, is_news=False) if is_ahead and not lies_ahead else None
    return Telling(
        id=content_id("telling", head.id, gist.start, gist.end),
        article=head.id,
        start=gist.start,
        end=gist.end,
        place=gist.place,
        known=head.known,
        days=since or days,
        rule=PUBLISHED if since else TOLD,
        type=None,
        status=Status.PLANNED if lies_ahead or is_ahead else Status.HAPPENED,
        trigger="",
        actors=frozenset(),
        recipients=frozenset(),
        due=None,
        event=None,
        statement=None,
        stems=gist.stems,
        print=gist.print,
        length=gist.length,
        since=head.written.first,
    )


def _published(head: Head, status: Status, *, is_news: bool) -> Days | None:
    """What the day of publication alone says of when: news is of that day, the rest lies before it or ahead of it."""
    published, about = head.written, head.about
    if status in AHEAD:
        return Days(published.first, None, Grain.DAY) if published.first else None
    if is_news and about.last is not None:
        return Days(about.first, about.last, about.grain)
    return Days(None, published.last, Grain.DAY) if published.last is not None else None


def _once(
    found: Sequence[Telling], origins: Origins
) -> tuple[list[Telling], dict[str, tuple[str, ...]], dict[str, str]]:
    """Keep one of the sentences that are prints of one another, the earliest; and say who prints it again, and what."""
    kept: list[Telling] = []
    prints: dict[str, dict[str, None]] = {}
    again: dict[str, str] = {}
    first_print: dict[int, _Place] = {}
    told_at: dict[_Place, list[Telling]] = {}
    originals: dict[str, dict[_Place, frozenset[str]]] = {}
    for telling in found:
        place = (telling.article, telling.start)
        origin = first_print.get(telling.print)
        root = origins.roots.get(telling.article)
        if origin is None and root is not None:
            origin = _edited(telling.stems, originals.get(root, {}))
        if origin is not None and origin != place and _is_print(telling, told_at[origin]):
            for original in told_at[origin]:
                prints.setdefault(original.id, {})[telling.article] = None
            again[telling.id] = _printed(telling, told_at[origin]).id
            continue
        first_print.setdefault(telling.print, place)
        originals.setdefault(root or telling.article, {})[place] = telling.stems
        told_at.setdefault(place, []).append(telling)
        kept.append(telling)
    return kept, {telling: tuple(articles) for telling, articles in prints.items()}, again


def _printed(telling: Telling, originals: Sequence[Telling]) -> Telling:
    """Which of the tellings of a sentence another telling of its words prints again: that of the same word."""
    return next((one for one in originals if one.trigger == telling.trigger), originals[0])


def _is_print(telling: Telling, originals: Sequence[Telling]) -> bool:
    """Short sentences are told anew about other days ("Shares fell on Monday"); all else said twice is one print."""
    return telling.length >= PRINT_WORDS or any(telling.days == original.days for original in originals)


def _edited(mine: frozenset[str], originals: Mapping[_Place, frozenset[str]]) -> _Place | None:
    """The sentence of the original that a copy's sentence is an edit of."""
    share, place = max(((likeness(mine, other), place) for place, other in originals.items()), default=(0.0, ("", 0)))
    return place if share >= COPIED else None
