"""What an article tells of happenings, on the days that its date gives it.

In: a `Reading` with its tale. Out: those tellings of it that have days. Made again when the article is anchored to
another day; the tale stays as it is.
"""

from bisect import bisect_right
from collections.abc import Iterator

from throughline.ledger.gists import gists
from throughline.ledger.reading import Dated, Reading
from throughline.model import Article, Event, Findings, Span, Status, When, content_id
from throughline.resolve.happenings import days, packed
from throughline.resolve.happenings.packed import Kept
from throughline.resolve.happenings.tale import OPENING, Place

# An event of these is of the day that its sentence names, where no event of the sentence owns that day.
_TOOK_PLACE = frozenset({Status.HAPPENED, Status.ONGOING, Status.NOT_HAPPENED})


def tellings(reading: Reading) -> tuple[Dated, ...]:
    """Give the tellings of an article that have days and an account."""
    article = reading.article
    tale = packed.unpacked(reading.tale, article.id) if article and reading.tale else None
    if article is None or tale is None:
        return ()
    named = {gist.start: gist.when for gist in gists(article.text, reading.passages, reading.findings)}
    sentences = sorted(reading.passages)
    events = _by_sentence(sentences, reading.findings)
    news = frozenset(one.start for one in sentences[:OPENING])
    made = [
        *_of_events(article, tale, events, named, news),
        *_of_sentences(article, tale, sentences, named, news),
    ]
    return tuple({one.id: one for one in made}.values())


def _by_sentence(sentences: list[Span], found: Findings) -> dict[int, list[Event]]:
    """Events by where their sentence starts."""
    starts = [one.start for one in sentences]
    held: dict[int, list[Event]] = {}
    for event in found.events:
        number = bisect_right(starts, event.evidence.start) - 1
        if number >= 0:
            held.setdefault(starts[number], []).append(event)
    return held


def _of_events(
    article: Article, tale: Kept, events: dict[int, list[Event]], named: dict[int, When | None], news: frozenset[int]
) -> Iterator[Dated]:
    for start, here in events.items():
        is_owned = any(event.when for event in here)
        for event in here:
            lent = named.get(start) if event.status in _TOOK_PLACE and not is_owned else None
            published = article.published.anchor
            is_news = start in news and not is_owned
            span = days.span(event.status, event.when or lent, event.due, published, is_news=is_news)
            yield from _dated(tale, event.id, Place(event.trigger.start, is_sentence=False), span)


def _of_sentences(
    article: Article, tale: Kept, sentences: list[Span], named: dict[int, When | None], news: frozenset[int]
) -> Iterator[Dated]:
    """Sentences without an event: those that name a day, and those that open the article."""
    published = article.published.anchor
    for start, end in sentences:
        when = named.get(start)
        if when is None and start not in news:
            continue
        is_ahead = when and when.first and published.last and when.first > published.last
        span = days.span(Status.PLANNED if is_ahead else Status.HAPPENED, when, None, published, is_news=True)
        name = content_id("telling", article.id, start, end)
        yield from _dated(tale, name, Place(start, is_sentence=True), span)  # no such place where an event stands


def _dated(tale: Kept, name: str, place: Place, span: days.Span | None) -> Iterator[Dated]:
    number = tale.places.get(place)
    if number is not None and span is not None:
        roots = tale.roots[number]
        yield Dated(name, *place, span.first, span.last, span.told, span.is_named, span.is_fine, roots)
