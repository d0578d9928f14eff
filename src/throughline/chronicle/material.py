"""Which sentences of a story a question is answered from: all of them, or, in a large pile, those that matter to it.

In: a view and a query. Out: `Chosen` sentences. A pile of thousands of articles can't be read whole in the second that
a person waits; there, the days that most articles name are picked first (those that are still named a week later count
double), and what names them, or opens an article of these days, is read; since papers print what happened yesterday
(see grouping), so is what names the day before, and what opens an article of the day after. What a query is about is
picked by its words.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta

from throughline.chronicle.origins import Origins
from throughline.chronicle.query import Query
from throughline.chronicle.tellings import OPENING, Chosen
from throughline.ledger.rows import Days, GistRow, SpanRow
from throughline.ledger.view import View
from throughline.model import When, content_id

WHOLE = 500  # articles that are read whole: about half a second
READ = 1_000  # namings of days by articles that are read: about a third of a second
HELD = 2_000  # sentences with the words asked for that are read: about a third of a second
SPARE = 2  # times more days are looked at than are asked for, since the weight of their lines decides in the end
MATTER = 2  # stems that turns of one deed share at least, as in turns
LATER = 7  # days after which a day that is still named is remembered, as in ranking
OPEN = timedelta(days=92)  # how long after a plan its turns are looked for, as in turns
_COARSE = 0.1  # what a month or a year weighs by an article that names it, as against a day

_Span = tuple[date, date]


def whole(view: View) -> Chosen:
    """All that a view holds."""
    return Chosen(view.gists(), view.event_rows())


def material(view: View, traced: Origins, asked: Query) -> Chosen:
    """What a query is answered from."""
    if len(traced.heads) <= WHOLE or asked.top == 0:
        return whole(view)
    if asked.about:
        gists = _weightiest(view.gists_holding(asked.about), traced)
        return Chosen(gists, view.event_rows(gists))
    spans = [row for row in view.spans(LATER) if _is_within(row, asked)]
    spans.sort(key=lambda row: (-_weight(row), row.first, row.last))
    picked = spans[: SPARE * asked.days] if asked.days else _fitting(spans)
    days = frozenset((row.first, row.last) for row in picked)
    named, printed = days | _shifted(days, -1), days | _shifted(days, 1)
    gists = with_prints(view, traced, view.gists_of_days(named, printed, OPENING))
    return Chosen(gists, view.event_rows(gists), days, named | printed)


def around(view: View, traced: Origins, record: str) -> Chosen | None:
    """What may be one with the telling that a record is, or is named after; None where the view has no such telling.

    That is what names its days or opens an article of them, as for a query, and what tells of its matter in the months
    in which a plan is still open.
    """
    gists = view.gists()
    found = _named_after(view, traced, gists, record)
    if found is None:
        return None
    own, days = found
    spans = frozenset({(days.first, days.last)}) if days.first and days.last else frozenset[_Span]()
    named, printed = spans | _shifted(spans, -1), spans | _shifted(spans, 1)
    of_days = view.gists_of_days(named, printed, OPENING) if spans else []
    shared = {(gist.article, gist.place): len(gist.stems & own.stems) for gist in gists if _is_open(traced, own, gist)}
    alike = [gist for gist in gists if shared.get((gist.article, gist.place), 0) >= MATTER]
    alike.sort(key=lambda gist: -shared[gist.article, gist.place])
    chosen = with_prints(view, traced, [own, *alike[:HELD], *of_days])
    return Chosen(chosen, view.event_rows(chosen), spans)


def _is_open(traced: Origins, own: GistRow, other: GistRow) -> bool:
    """Whether what two sentences tell can be turns of one deed, by the days on which they became known."""
    one, two = traced.heads[own.article].known, traced.heads[other.article].known
    return one is not None and two is not None and abs(one - two) <= OPEN


def _named_after(
    view: View, traced: Origins, gists: Sequence[GistRow], record: str
) -> tuple[GistRow, Days | When] | None:
    """The sentence of a telling, and its days."""
    for row in view.event_rows():
        if record in {row.id, content_id("happening", row.id)}:
            here = (gist for gist in gists if gist.article == row.article and gist.start <= row.start < gist.end)
            own = next(here, None)
            return (own, row.when or own.when or traced.heads[row.article].written) if own else None
    for gist in gists:
        telling = content_id("telling", gist.article, gist.start, gist.end) if gist.when else ""
        if gist.when and record in {telling, content_id("happening", telling)}:
            return gist, gist.when
    return None


def _is_within(row: SpanRow, asked: Query) -> bool:
    return row.last >= (asked.start or date.min) and row.first <= (asked.end or date.max)


def _weight(row: SpanRow) -> float:
    return (row.articles + row.later) * (1.0 if row.first == row.last else _COARSE)


def _fitting(spans: Iterable[SpanRow]) -> list[SpanRow]:
    """The first spans, as many as can be read."""
    fitting: list[SpanRow] = []
    namings = 0
    for row in spans:
        namings += row.articles
        if fitting and namings > READ:
            break
        fitting.append(row)
    return fitting


def _weightiest(gists: Sequence[GistRow], traced: Origins) -> Sequence[GistRow]:
    """Those of the days that most of them are of, as many as can be read."""
    if len(gists) <= HELD:
        return gists
    day_of = [gist.when or traced.heads[gist.article].published for gist in gists]
    counts = Counter((day.first, day.last) for day in day_of)
    kept: set[tuple[date | None, date | None]] = set()
    total = 0
    for span, count in sorted(counts.items(), key=lambda item: (-item[1], str(item[0]))):
        total += count
        if kept and total > HELD:
            break
        kept.add(span)
    return [gist for gist, day in zip(gists, day_of, strict=True) if (day.first, day.last) in kept]


def _shifted(spans: Iterable[_Span], by: int) -> frozenset[_Span]:
    """The single days among some spans, so many days on."""
    days = (first for first, last in spans if first == last and date.min < first < date.max)
    return frozenset((day + timedelta(days=by),) * 2 for day in days)


def with_prints(view: View, traced: Origins, gists: Collection[GistRow]) -> list[GistRow]:
    """Sentences with their prints elsewhere, and with those of the articles that theirs are copies of."""
    originals = {root for gist in gists if (root := traced.roots.get(gist.article))}
    more = [*view.gists_printed({gist.print for gist in gists}), *view.gists(originals)]
    unique = {(gist.article, gist.place): gist for gist in (*gists, *more)}
    rank = {article: number for number, article in enumerate(traced.heads)}
    return sorted(unique.values(), key=lambda gist: (rank[gist.article], gist.place))
