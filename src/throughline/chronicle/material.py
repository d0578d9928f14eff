"""Which sentences of a story a question is answered from: all of them, or, in a large pile, those that matter to it.

In: a view and a query. Out: `Chosen` sentences. A pile of thousands of articles can't be read whole in the second that
a person waits; there, the days that most articles name are picked first (those that are still named a week later count
double), and what names them, or opens an article of these days, is read. What a query is about is picked by its words.
"""

from datetime import date

from throughline.chronicle.query import Query
from throughline.chronicle.tellings import OPENING
from throughline.ledger import choice
from throughline.ledger.choice import Chosen, SpanRow
from throughline.ledger.view import View

WHOLE = 10_000  # events and time expressions that are read whole: about 500 articles, in about half a second
DAYS = 30  # days that a chronicle of a large pile looks at unless it is asked for more
SPARE = 2  # times more days are looked at than are asked for, since the weight of their lines decides in the end
LATER = 8  # days after which a day that is still named is remembered
_COARSE = 0.1  # what a month or a year weighs by an article that names it, as against a day


def whole(view: View) -> Chosen:
    """All that a view holds."""
    return Chosen(view.sentences(), view.event_rows(), view.time_rows())


def material(view: View, asked: Query) -> Chosen | None:
    """What a query is answered from; None where that is all that the view holds."""
    counts = view.counts()
    if counts.events + counts.times <= WHOLE:
        return None
    if asked.about:
        return choice.holding(view, asked.about)
    spans = [row for row in choice.spans(view, LATER) if _is_within(row, asked)]
    spans.sort(key=lambda row: (-_weight(row), row.first, row.last))
    kept = [(row.first, row.last) for row in spans[: SPARE * asked.days if asked.days else DAYS]]
    return choice.naming(view, kept, [first for first, last in kept if first == last], OPENING)


def _is_within(row: SpanRow, asked: Query) -> bool:
    return row.last >= (asked.start or date.min) and row.first <= (asked.end or date.max)


def _weight(row: SpanRow) -> float:
    return (row.articles + row.later) * (1.0 if row.first == row.last else _COARSE)
