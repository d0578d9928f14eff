"""Sentences that tell something, dated: what happenings are made of.

In: sentences with the events and time expressions in them. Out: `Telling`s in order of known. An event tells what
happens; a sentence that names a day, and whose verb no event finder knew, tells it too, without a type. Without a time
expression, what an article's opening reports is news: it is dated to the day of publication, about ("2011-12-12~");
further down nothing says how old it is, only that it is no younger than the article ("../2011-12-12"). What is planned
or conditional lies after that day instead ("2011-12-12/.."). See docs/decisions/undated-events.md.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol, TypeVar

from throughline.chronicle.origins import Origins
from throughline.chronicle.words import letters, likeness, stems
from throughline.ledger.choice import Chosen
from throughline.ledger.rows import Days, EventRow, Head, SentenceRow, TimeRow
from throughline.model import Grain, Plover, Status, When, content_id

OPENING = 3  # sentences that count as an article's news: a lead, its backing and one more
COPIED = 0.7  # likeness above which a sentence of a copy is the original's, edited
PRINT_WORDS = 8  # words from which a sentence is too long to be written twice by chance
AHEAD = frozenset({Status.PLANNED, Status.CONDITIONAL})  # statuses of what lies ahead of the article

# Grains that place an event, finest first; a decade or a century places none.
_FINE = {grain: rank for rank, grain in enumerate((
    Grain.DAY, Grain.WEEK, Grain.INTERVAL, Grain.MONTH, Grain.QUARTER, Grain.SEASON, Grain.YEAR))}  # fmt: skip

# How a telling's day was had.
TOLD = "told"  # a time expression of the sentence says so
PUBLISHED = "published"  # the day of publication stands in


class Telling(NamedTuple):
    """One sentence of one article telling one thing. `event` is None where only a day was found in it.

    `place` counts the article's readable sentences from 0. `days` is None where the article is undated too.
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


@dataclass(frozen=True, slots=True)
class Told:
    """All that a view's articles tell. `words` holds sentences by (article, start); `prints` the copies of a telling.

    A telling printed again word for word, by a copy or elsewhere, stands in `tellings` once; `prints` maps its id to
    the articles that print it again.
    """

    tellings: tuple[Telling, ...]
    words: Mapping[tuple[str, int], str]
    prints: Mapping[str, tuple[str, ...]]

    def sentence(self, telling: Telling) -> str:
        """The words of a telling."""
        return self.words[telling.article, telling.start]


def told(chosen: Chosen, origins: Origins, same: Mapping[str, str]) -> Told:
    """Gather what sentences tell; `same` maps keys of actors to the key they are joined under."""
    sentences = _by_article(chosen.sentences)
    events = _by_article(chosen.events)
    times = _by_article(chosen.times)
    found: list[Telling] = []
    words: dict[tuple[str, int], str] = {}
    for article, head in origins.heads.items():
        rows = sentences.get(article)
        if not rows:
            continue
        within = _Sentences(rows)
        here = _events_told(head, within, events.get(article, []), _days_named(within, times.get(article, [])), same)
        found += here
        words.update((within.place(t), within.at(t.start).words) for t in here)
    found.sort(key=lambda t: (*origins.age(t.article), t.start, t.id))
    return _once(found, words, origins)


class _HasArticle(Protocol):
    @property
    def article(self) -> str: ...


_Row = TypeVar("_Row", bound=_HasArticle)


def _by_article(rows: Iterable[_Row]) -> dict[str, list[_Row]]:
    groups: dict[str, list[_Row]] = {}
    for row in rows:
        groups.setdefault(row.article, []).append(row)
    return groups


class _Sentences:
    """The sentences of one article, found by a place inside them."""

    def __init__(self, rows: Sequence[SentenceRow]) -> None:
        self.rows = rows
        self.starts = [row.start for row in rows]

    def at(self, place: int) -> SentenceRow:
        return self.rows[max(0, bisect_right(self.starts, place) - 1)]

    def place(self, telling: Telling) -> tuple[str, int]:
        return telling.article, telling.start


def _days_named(within: _Sentences, times: Sequence[TimeRow]) -> dict[int, Days]:
    """The day that each sentence names: its finest, the first of equals. By the sentence's start."""
    named: dict[int, Days] = {}
    for row in times:
        fineness = _FINE.get(row.when.grain)
        if fineness is None or row.when.first is None or row.when.last is None:
            continue
        start = within.at(row.start).start
        if start not in named or fineness < _FINE[named[start].grain]:
            named[start] = row.when
    return named


def _events_told(
    head: Head, within: _Sentences, events: Sequence[EventRow], named: Mapping[int, Days], same: Mapping[str, str]
) -> list[Telling]:
    """Tellings of one article in text order, not yet dated where no words date them."""
    found = []
    spoken_for = set()
    for row in events:
        sentence = within.at(row.start)
        spoken_for.add(sentence.start)
        days = row.when or named.get(sentence.start)
        given = days or _published(head, row.status, is_news=sentence.index < OPENING)
        actors, recipients = (frozenset(same.get(key, key) for key in keys) for keys in (row.actors, row.recipients))
        found.append(
            Telling(
                id=row.id,
                article=row.article,
                start=sentence.start,
                end=sentence.end,
                place=sentence.index,
                known=head.known,
                days=given,
                rule=TOLD if days else PUBLISHED,
                type=row.type,
                status=row.status,
                trigger=row.trigger.casefold(),
                actors=actors,
                recipients=recipients,
                due=row.due,
                event=row.id,
            )
        )
    found += [_dated(head, within.at(start), days) for start, days in named.items() if start not in spoken_for]
    return sorted(found, key=lambda t: (t.start, t.id))


def _dated(head: Head, sentence: SentenceRow, days: Days) -> Telling:
    """A sentence that names a day and holds no event that a finder knew."""
    lies_ahead = head.known is not None and days.first is not None and days.first > head.known
    return Telling(
        id=content_id("telling", head.id, sentence.start, sentence.end),
        article=head.id,
        start=sentence.start,
        end=sentence.end,
        place=sentence.index,
        known=head.known,
        days=days,
        rule=TOLD,
        type=None,
        status=Status.PLANNED if lies_ahead else Status.HAPPENED,
        trigger="",
        actors=frozenset(),
        recipients=frozenset(),
        due=None,
        event=None,
    )


def _published(head: Head, status: Status, *, is_news: bool) -> Days | None:
    """What the day of publication alone says of when: news is of that day, the rest lies before it or ahead of it."""
    published = head.published
    if status in AHEAD:
        return Days(published.first, None, Grain.DAY) if published.first else None
    if published.last is None:
        return None
    return Days(published.first if is_news else None, published.last, published.grain if is_news else Grain.DAY)


def _once(found: Sequence[Telling], words: Mapping[tuple[str, int], str], origins: Origins) -> Told:
    """Keep one of the sentences that are prints of one another: the earliest."""
    kept: list[Telling] = []
    prints: dict[str, list[str]] = {}
    first_print: dict[str, tuple[str, int]] = {}
    told_at: dict[tuple[str, int], list[Telling]] = {}
    originals: dict[str, list[tuple[str, int]]] = {}
    for telling in found:
        place = (telling.article, telling.start)
        bare = letters(words[place])
        origin = first_print.get(bare)
        if origin is None and origins.is_copy(telling.article):
            origin = _edited(words[place], originals.get(origins.roots[telling.article], ()), words)
        if origin is not None and origin != place and _is_print(telling, told_at[origin], bare):
            for original in told_at[origin]:
                prints.setdefault(original.id, []).append(telling.article)
            continue
        first_print.setdefault(bare, place)
        originals.setdefault(origins.roots.get(telling.article, telling.article), []).append(place)
        told_at.setdefault(place, []).append(telling)
        kept.append(telling)
    return Told(tuple(kept), words, {key: tuple(dict.fromkeys(articles)) for key, articles in prints.items()})


def _is_print(telling: Telling, originals: Sequence[Telling], bare: str) -> bool:
    """Short sentences are told anew about other days ("Shares fell on Monday"); all else said twice is one print."""
    if bare.count(" ") >= PRINT_WORDS - 1:
        return True
    return any(telling.days == original.days for original in originals)


def _edited(
    sentence: str, places: Sequence[tuple[str, int]], words: Mapping[tuple[str, int], str]
) -> tuple[str, int] | None:
    """The sentence of the original that a copy's sentence is an edit of."""
    mine = stems(sentence)
    rated = ((likeness(mine, stems(words[place])), place) for place in dict.fromkeys(places))
    best = max(rated, default=(0.0, ("", 0)))
    return best[1] if best[0] >= COPIED else None
