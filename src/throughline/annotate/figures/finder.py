"""Figures: amounts in context, how many of what, when, according to whom.

In: an article, its parse, and the times, statements and events found before. Out: figures in text order, each on the
words of its amount and of what it counts. A number whose unit or counted noun is not certain makes no figure.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from throughline.annotate.context import Context
from throughline.annotate.figures import amounts, attached, counted, labels, subjects
from throughline.annotate.figures.amounts import Quantity
from throughline.annotate.figures.phrases import Range
from throughline.annotate.tree import Tree
from throughline.model import Amount, Article, Evidence, Figure, Findings, Parse, Sentence, content_id
from throughline.tables.units import RATES

_RULE = "amount"


def find(article: Article, parse: Parse, earlier: Findings) -> tuple[Figure, ...]:
    """Find the figures of an article; a parse without grammar has none."""
    if not parse.has_grammar:
        return ()
    context, tree = Context(parse, earlier), Tree(parse)
    events = {event.trigger.start: event for event in earlier.events}
    names = labels.named(tree, parse.names)
    found: list[Figure] = []
    for sentence in parse.sentences:
        told = list(_in_sentence(tree, sentence, context, names))
        days = attached.days(tree, sentence, context) if told else None
        for quantity, of in told:
            bare = _figure(article, tree, quantity, of)
            hung = counted.anchor(tree, quantity)
            event = attached.event_of(tree, hung, of, events)
            when = (attached.when(tree, hung, days) if days else None) or (event.when if event else None)
            statement = context.statement(bare.evidence.start, bare.evidence.end)
            found.append(replace(bare, when=when, statement=statement, event=event.id if event else None))
    return tuple(found)


def _in_sentence(
    tree: Tree, sentence: Sentence, context: Context, names: Mapping[int, Range]
) -> Iterator[tuple[Quantity, Range | None]]:
    first, last = sentence.first, sentence.last
    previous: Quantity | None = None
    before: Range | None = None
    for found in amounts.find(tree, first, last, context.taken(sentence)):
        of = counted.read(tree, found, last) or subjects.read(tree, found, first, last, before)
        is_named = not found.amount.unit and labels.is_in_name(names, counted.anchor(tree, found))
        if is_named or _is_no_figure(found, of):
            previous = None
            continue
        quantity = found._replace(amount=_rated(tree, found.amount, of)) if of is not None else found
        quantity = _under_hedge(tree, quantity, previous)
        yield quantity, of
        previous = quantity._replace(stop=max(quantity.stop, of[1] if of else 0))
        before = of if of is not None and not quantity.amount.unit else before


def _is_no_figure(quantity: Quantity, of: Range | None) -> bool:
    """Tell a bare number, and one that its noun does not agree with ("1 comments": a counter of a page)."""
    if quantity.amount.unit:
        return False
    return of is None or (quantity.amount.high is not None and quantity.amount.high <= 1)


def _rated(tree: Tree, amount: Amount, of: Range) -> Amount:
    """Put the rate that closes the counted words into the unit: "barrels of oil a day" are barrel/day."""
    last, before = tree[of[1] - 1].norm, tree[of[1] - 2].norm if of[1] - of[0] > 2 else ""
    if amount.unit and "/" not in amount.unit and last in RATES and before in {"a", "per"}:
        return replace(amount, unit=f"{amount.unit}/{RATES[last]}")
    return amount


def _under_hedge(tree: Tree, quantity: Quantity, previous: Quantity | None) -> Quantity:
    """Spread a hedge over "and": in "more than 5,000 soldiers and 10,000 police" nobody says 10,000 is exact."""
    if previous is None or quantity.amount.low != quantity.amount.high:
        return quantity
    before = previous.amount
    is_hedged = before.approximate or before.low is None or before.high is None
    if is_hedged and previous.stop + 1 == quantity.first and tree[previous.stop].norm == "and":
        return quantity._replace(amount=replace(quantity.amount, approximate=True))
    return quantity


def _figure(article: Article, tree: Tree, quantity: Quantity, of: Range | None) -> Figure:
    """Make the figure of an amount, attached to nothing yet."""
    start, end = tree[quantity.first].start, tree[quantity.stop - 1].end
    counts: Evidence | None = None
    if of is not None:
        counts = article.evidence(tree[of[0]].start, tree[of[1] - 1].end)
        end = max(end, counts.end)  # what is counted may also stand before: "the toll rose to 14"
    evidence = article.evidence(start, end)
    number = content_id("figure", *evidence, quantity.amount.unit)
    return Figure(number, evidence, quantity.amount, counts, rule=_RULE)
