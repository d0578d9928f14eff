"""Search: words, people and bodies, and days, in one field.

In: `q`; `outlet`, `published` and `kind` narrow it; `from` is the passage to start at. Out: passages with the words
marked, whoever goes by the name, and what was published on a day that was typed. Every facet is a link.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from throughline.asked import Clock
from throughline.chronicle.query import Query
from throughline.chronicle.search import KIND, OTHER, OUTLET, PUBLISHED, UNDATED, UNNAMED, UNSURE, Narrow
from throughline.dates.typed import typed
from throughline.dates.written import read_day
from throughline.errors import QueryError
from throughline.ledger.rows import Head
from throughline.model import Actor, Entry, Found, Results, When
from throughline.tables.bases import irregular_forms
from throughline.text.fold import fold_name
from throughline.web.ask import Ask
from throughline.web.page import Page

_SIZE = 20  # passages a page
_PEOPLE = 8  # who goes by the name, the most mentioned
_PAGES, _LINES = 10, 5  # of a title or a day that was typed
_DATE = 40  # letters of a day
_LONGEST = 300  # letters of what is asked; nobody types more
_WORDS = {
    UNNAMED: "outlet not known",
    UNSURE: "year not certain",
    UNDATED: "undated",
    "event": "tells what happened or is to",
    "statement": "somebody says it",
    "figure": "gives a figure",
    OTHER: "anything else",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A facet as a link: where it leads, and whether it is chosen; then it leads back."""

    words: str
    count: int
    address: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class OfDays:
    """What the story has of days that were typed: pages and lines of those days, and how many there are of each.

    `lines` counts also what may reach into them.
    """

    when: When
    pages: Sequence[Head]
    published: int
    entries: Sequence[Entry]
    lines: int


def show(ask: Ask) -> Page:
    """Search the story."""
    words = ask.text("q")
    if words is None:
        return Page("search.html", "Search", {"q": None}, [])
    if len(words) > _LONGEST:
        raise QueryError(f"that is longer than anybody searches for: {_LONGEST} letters are enough")
    clock = ask.clock
    start = ask.number("from", 0)
    found = _results(ask, clock, words, start)
    people = ask.desk.answer(("goes by", clock, words), lambda: _goes_by(ask, clock, words))
    titled = _titled(ask, clock, words)
    of_days = tuple(_of_days(ask, clock, words))
    context = {
        "q": words,
        "found": found,
        "facets": _facets(ask, found) if found else {},
        "people": people[:_PEOPLE],
        "more_people": max(0, len(people) - _PEOPLE),
        "titled": titled[:_PAGES],
        "more_titled": max(0, len(titled) - _PAGES),
        "of_days": of_days,
        "start": start,
        "before": max(0, start - _SIZE) if start else None,
        "after": start + _SIZE if found and start + _SIZE < found.total else None,
        "heads": ask.desk.articles(clock),
        "pieces": pieces,
        "instead": () if found and found.total else tuple(_instead(ask, clock, words)),
    }
    data = {"results": found, "people": people[:_PEOPLE], "titled": titled[:_PAGES], "of_days": of_days}
    return Page("search.html", f"Search: {words}", context, data)


def pieces(found: Found) -> Iterator[tuple[str, bool]]:
    """A passage in pieces: the words, and whether they were looked for."""
    evidence = found.hit.evidence
    at = 0
    for mark in found.marks:
        start, end = mark.start - evidence.start, mark.end - evidence.start
        yield from ((evidence.words[at:start], False), (evidence.words[start:end], True))
        at = end
    yield evidence.words[at:], False


def _results(ask: Ask, clock: Clock, words: str, start: int) -> Results | None:
    """A page of passages; None where there is no word to look for."""
    narrow = Narrow(ask.text(OUTLET), ask.text(PUBLISHED), ask.text(KIND))

    def asked() -> Results | None:
        try:
            return ask.desk.story.results(words, narrow, start, as_of=clock.day, maybe=clock.maybe)
        except QueryError:  # marks alone
            return None

    return ask.desk.answer(("results", clock, words, narrow, start), asked)


def _goes_by(ask: Ask, clock: Clock, words: str) -> tuple[Actor, ...]:
    return ask.desk.story.goes_by(words, as_of=clock.day, maybe=clock.maybe)


def _titled(ask: Ask, clock: Clock, words: str) -> list[Head]:
    """Pages whose title has all the words, which passages have not: oldest first."""
    wanted = set(fold_name(words.replace('"', " ")).split())
    heads = ask.desk.articles(clock).values()
    return [head for head in heads if wanted and head.title and wanted <= set(fold_name(head.title).split())]


def _of_days(ask: Ask, clock: Clock, words: str) -> Iterator[OfDays]:
    """What the story has of the days that were typed; of each, where the words can mean two."""
    heads = ask.desk.articles(clock).values()
    for when in _typed(words):
        pages = [head for head in heads if _is_within(head.published, when)]
        entries = ask.desk.chronicle(clock, Query(start=when.first, end=when.last)).entries
        within = [entry for entry in entries if entry.happening.when and _is_within(entry.happening.when, when)]
        yield OfDays(when, pages[:_PAGES], len(pages), within[:_LINES], len(entries))


def _typed(words: str) -> Sequence[When]:
    """The days that words are, if they are nothing else."""
    try:
        found = [typed(words)]
    except QueryError:
        found = list(read_day(words)) if len(words) <= _DATE else []
    return [when for when in found if when.first and when.last]


def _is_within(one: When, when: When) -> bool:
    """Whether something is of some days for certain."""
    return bool(
        one.first and one.last and when.first and when.last and when.first <= one.first and one.last <= when.last
    )


def _facets(ask: Ask, found: Results) -> dict[str, list[Choice]]:
    """Links that narrow, by what they go by; those that nothing is left of are not there, unless they are chosen."""
    groups: dict[str, list[Choice]] = {OUTLET: [], PUBLISHED: [], KIND: []}
    for facet in found.facets:
        chosen = ask.text(facet.of)
        is_chosen = facet.value == chosen
        wider = facet.value[:4] if facet.of == PUBLISHED and "-" in facet.value else None
        address = ask.here(**{facet.of: wider if is_chosen else facet.value, "from": None})
        groups[facet.of].append(Choice(_WORDS.get(facet.value, facet.value), facet.count, address, is_chosen))
    for of, given in groups.items():
        value = ask.text(of)
        if value and not any(one.is_chosen for one in given):
            address = ask.here(**{of: None, "from": None})
            given.append(Choice(_WORDS.get(value, value), 0, address, is_chosen=True))
    return groups


def _instead(ask: Ask, clock: Clock, words: str) -> Iterator[Choice]:
    """What to look for where nothing is found: fewer of the words, other endings, a later day."""
    if ask.text(OUTLET) or ask.text(PUBLISHED) or ask.text(KIND):
        yield from _counted(ask, clock, words, "without narrowing it", ask.link("/search", q=words))
    if clock.as_of:
        yield from _counted(ask, Clock(), words, "as known now", ask.link("/search", q=words, as_of=None, maybe=None))
    each = dict.fromkeys(words.replace('"', " ").split())
    bases = " ".join(_base(word) for word in each)
    if bases != " ".join(each):
        yield from _counted(ask, clock, bases, f"“{bases}”", ask.link("/search", q=bases))
    if len(each) > 1:
        yield from _counted(ask, clock, " ".join(each), "the words in any order", ask.link("/search", q=" ".join(each)))
    for word in list(each)[:_PEOPLE]:
        if len(each) > 1:
            yield from _counted(ask, clock, word, f"“{word}” alone", ask.link("/search", q=word))
        elif not word.endswith("*"):
            yield from _counted(
                ask, clock, f"{word}*", f"words that begin with “{word}”", ask.link("/search", q=f"{word}*")
            )


def _base(word: str) -> str:
    """What a form that no ending tells is a form of: "withdraw" of "withdrew"; else the word."""
    irregular = irregular_forms()
    return irregular["verb"].get(word.lower()) or irregular["noun"].get(word.lower()) or word


def _counted(ask: Ask, clock: Clock, words: str, told: str, address: str) -> Iterator[Choice]:
    try:
        total = ask.desk.story.results(words, Narrow(), as_of=clock.day, maybe=clock.maybe).total
    except QueryError:
        return
    if total:
        yield Choice(told, total, address, is_chosen=False)
