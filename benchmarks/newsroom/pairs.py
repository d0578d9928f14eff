"""The set that is scored: copies and non-copies as pairs of pages. In: the newsroom's articles. Out: pairs; pure.

A copy goes through a recipe: edits, then the page of another outlet. What is no copy shares what honest reports share:
the event, quotations from one press conference, a paragraph of background, the furniture of one outlet, the wording of
a series.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from benchmarks.newsroom import cuts, markup, quoting, wording
from benchmarks.newsroom.articles import Article

Edit = Callable[[Article], Article]
OUTLETS: Final = (
    "Tolmar Post",
    "Northern Dispatch",
    "Ostrand Observer",
    "Eastern Observer",
    "Senn Courier",
    "Morn Gazette",
)
RECIPES_EACH: Final = 6  # of a report
ROUNDUP: Final = 6  # stories in a round-up


@dataclass(frozen=True, slots=True)
class Side:
    """One page of a pair, as the set stores it."""

    page: str
    outlet: str | None
    date: str
    title: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two pages, how they came to be and whether one copies the other, or both a third."""

    how: str
    left: Side
    right: Side
    copy: bool


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a desk does to a report, and the page that it prints it on."""

    name: str
    edits: tuple[Edit, ...]
    page: markup.Markup


COPYING: Final = (
    Recipe("as it is", (cuts.retitled,), markup.paper),
    Recipe("cut from the end", (cuts.half, cuts.placed), markup.forum),
    Recipe("new lead", (cuts.retitled, cuts.relead, wording.typographic), markup.paper),
    Recipe("tokenised", (cuts.placed, wording.tokenised), markup.bare),
    Recipe("reported speech", (cuts.retitled, quoting.indirect, wording.american), markup.tables),
    Recipe("furniture", (cuts.unplaced, cuts.tail_off), markup.scraped),
    Recipe("thinned", (cuts.retitled, cuts.thinned, quoting.moved), markup.wire),
    Recipe("house words", (cuts.placed, wording.house_words, wording.american), markup.paper),
    Recipe("one sentence a paragraph", (cuts.broken_up, wording.typographic, cuts.day_later), markup.scraped),
    Recipe("brief", (cuts.brief, cuts.retitled), markup.paper),
    Recipe("own lead before", (cuts.prelead, cuts.tail_off, wording.numerals_spelt), markup.forum),
    Recipe("reordered", (cuts.reordered, cuts.localised, cuts.run_together), markup.tables),
    Recipe("trimmed", (cuts.trimmed, cuts.retitled, wording.numerals_figures), markup.paper),
    Recipe("joined and split", (wording.joined_sentences, wording.split_sentences, cuts.retitled), markup.bare),
    Recipe("new lead, half", (cuts.half, cuts.relead, cuts.retitled, cuts.localised), markup.paper),
    Recipe("rewritten lightly", (wording.house_words, quoting.indirect, wording.joined_sentences), markup.wire),
    Recipe("new lead, reworded", (cuts.relead, wording.house_words, wording.american, quoting.moved), markup.scraped),
    Recipe(
        "everything",
        (cuts.thinned, cuts.relead, cuts.retitled, cuts.localised, quoting.indirect, wording.house_words),
        markup.paper,
    ),
    Recipe("brief, own lead before", (cuts.brief, cuts.prelead, cuts.retitled, wording.american), markup.forum),
    Recipe(
        "half in own words",
        (cuts.half, cuts.localised, quoting.indirect, wording.house_words, wording.american, wording.joined_sentences),
        markup.paper,
    ),
    Recipe(
        "own lead, own words",
        (cuts.prelead, cuts.trimmed, quoting.indirect, wording.house_words, wording.numerals_figures, cuts.reordered),
        markup.tables,
    ),
    Recipe("tokenised half in furniture", (cuts.half, cuts.prelead, wording.tokenised), markup.scraped),
)
SIBLINGS: Final = (  # two desks' pages of one report
    ("cut from the end", "new lead"),
    ("thinned", "house words"),
    ("reordered", "reported speech"),
    ("new lead, reworded", "half in own words"),
    ("own lead, own words", "rewritten lightly"),
)
BACKGROUND: Final = 2  # paragraphs of an agency that a reporter puts under a report of her own


def make(articles: Sequence[Article]) -> tuple[Pair, ...]:
    """Every pair, copies first."""
    return (*copies(articles), *apart(articles))


def copies(articles: Sequence[Article]) -> Iterator[Pair]:
    """Reports and what desks made of them; and two desks' pages of one report."""
    by_name = {recipe.name: recipe for recipe in COPYING}
    for place, report in enumerate(_of(articles, "report")):
        for step in range(RECIPES_EACH):
            turn = place * RECIPES_EACH + step
            right = _printed(report, COPYING[turn % len(COPYING)], _outlet(report, turn))
            original = _side(report, markup.wire if turn % 2 else markup.bare)
            yield Pair(COPYING[turn % len(COPYING)].name, original, right, copy=True)
        one, other = (by_name[name] for name in SIBLINGS[place % len(SIBLINGS)])
        left, right = (_printed(report, way, _outlet(report, place + turn)) for turn, way in enumerate((one, other)))
        yield Pair("two desks", left, right, copy=True)


def apart(articles: Sequence[Article]) -> Iterator[Pair]:
    """Pages that have something in common and are no copies."""
    yield from _other_hands(articles)
    yield from _later_days(articles)
    yield from _roundups(articles)
    yield from _series(articles)
    yield from _same_outlet(articles)


def _other_hands(articles: Sequence[Article]) -> Iterator[Pair]:
    reports = {article.story: article for article in _of(articles, "report")}
    for other in _of(articles, "other"):
        report = reports[other.story]
        quotes = tuple(text for text in report.paragraphs[1:] if text.startswith('"'))
        heard = replace(other, paragraphs=(*other.paragraphs[:3], *quotes, *other.paragraphs[3:]))
        short = replace(other, paragraphs=(*other.paragraphs[:2], *_quoting(other)))
        backed = replace(other, paragraphs=(*other.paragraphs, *report.paragraphs[-BACKGROUND:]))
        neighbour = replace(report, outlet=other.outlet)
        yield Pair("other hand", _side(report, markup.wire), _side(other, markup.paper), copy=False)
        yield Pair(
            "other hand, one press conference", _side(report, markup.bare), _side(heard, markup.bare), copy=False
        )
        yield Pair("other hand, background", _side(report, markup.wire), _side(backed, markup.paper), copy=False)
        yield Pair("other hand, short", _side(cuts.half(report), markup.bare), _side(short, markup.bare), copy=False)
        yield Pair(
            "other hand, same furniture", _side(neighbour, markup.scraped), _side(other, markup.scraped), copy=False
        )


def _later_days(articles: Sequence[Article]) -> Iterator[Pair]:
    reports = {article.story: article for article in _of(articles, "report")}
    for later in _of(articles, "next"):
        report = reports[later.story]
        yield Pair("next day", _side(report, markup.wire), _side(later, markup.wire), copy=False)
        yield Pair("next day, same furniture", _side(report, markup.scraped), _side(later, markup.scraped), copy=False)


def _roundups(articles: Sequence[Article]) -> Iterator[Pair]:
    reports = _of(articles, "report")
    written = {article.story: article for article in _of(articles, "roundup")}
    for place, report in enumerate(reports):
        if report.story in written:
            yield Pair("round-up", _side(report, markup.wire), _side(written[report.story], markup.paper), copy=False)
        if place % 2:
            continue
        taken = [reports[(place + step) % len(reports)].paragraphs[0] for step in range(ROUNDUP)]
        review = replace(report, title="The year in six stories", paragraphs=tuple(taken), outlet="Eastern Observer")
        yield Pair("round-up", _side(report, markup.bare), _side(review, markup.paper), copy=False)


def _series(articles: Sequence[Article]) -> Iterator[Pair]:
    bulletins = _of(articles, "bulletin")
    for one, other in list(pairwise(bulletins))[::2]:
        for page in (markup.wire, markup.scraped):
            yield Pair("series", _side(one, page), _side(other, page), copy=False)


def _same_outlet(articles: Sequence[Article]) -> Iterator[Pair]:
    reports = _of(articles, "report")
    for place, (one, other) in enumerate(pairwise(reports)):
        near = replace(other, outlet=one.outlet, day=one.day)
        page = (markup.scraped, markup.forum, markup.tables)[place % 3]
        yield Pair("same outlet", _side(cuts.brief(one), page), _side(cuts.brief(near), page), copy=False)


def _of(articles: Sequence[Article], kind: str) -> tuple[Article, ...]:
    return tuple(article for article in articles if article.kind == kind)


def _quoting(article: Article) -> tuple[str, ...]:
    return tuple(text for text in article.paragraphs if text.startswith('"'))[:1]


def _outlet(report: Article, turn: int) -> str:
    others = [name for name in OUTLETS if name != report.outlet]
    return others[turn % len(others)]


def _printed(report: Article, recipe: Recipe, outlet: str) -> Side:
    article = replace(report, credit=report.outlet)
    for edit in recipe.edits:
        article = edit(article)
    return _side(replace(article, outlet=outlet), recipe.page)


def _side(article: Article, page: markup.Markup) -> Side:
    outlet = None if page is markup.bare else article.outlet  # bare text is passed on without a name
    return Side(page(article), outlet, article.day.isoformat(), article.title)
