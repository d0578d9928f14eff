"""Figures: amounts in context, how many of what, when, according to whom.

In: an article, its parse, and the times and statements found before. Out: figures in text order, each on the
words of its amount and of what it counts. A number whose unit or counted noun is not certain makes no figure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from throughline.annotate.context import Context
from throughline.annotate.figures import amounts, counted
from throughline.annotate.figures.amounts import Quantity
from throughline.model import Amount, Article, Evidence, Figure, Findings, Parse, Sentence, Token, content_id
from throughline.tables.units import MONEY, RATES

_RULE = "amount"


def find(article: Article, parse: Parse, earlier: Findings) -> tuple[Figure, ...]:
    """Find the figures of an article."""
    context = Context(parse, earlier)
    return tuple(figure for sentence in parse.sentences for figure in _in_sentence(article, parse, sentence, context))


def _in_sentence(article: Article, parse: Parse, sentence: Sentence, context: Context) -> Iterator[Figure]:
    tokens = parse.tokens
    taken = context.taken(sentence)
    previous: Quantity | None = None
    for found in amounts.find(tokens, sentence.first, sentence.last, taken):
        of = _counted(tokens, found, sentence.last)
        if _is_no_figure(found, of):
            previous = None
            continue
        quantity = found._replace(amount=_rated(tokens, found.amount, of)) if of is not None else found
        stop = max(quantity.stop, of[1] if of else 0)
        yield _figure(article, context, sentence, _under_hedge(tokens, quantity, previous), of)
        previous = quantity._replace(stop=stop)


def _is_no_figure(quantity: Quantity, of: tuple[int, int] | None) -> bool:
    """Tell a bare number, and one that its noun does not agree with ("1 comments": a counter of a page)."""
    if quantity.amount.unit:
        return False
    return of is None or (quantity.amount.high is not None and quantity.amount.high <= 1)


def _counted(tokens: Sequence[Token], quantity: Quantity, last: int) -> tuple[int, int] | None:
    """Find what the amount is of: the counted noun, the measured stuff, the thing that costs it."""
    unit = quantity.amount.unit
    if not unit:
        if _is_all_but(tokens, quantity):
            return None
        return counted.read(tokens, quantity.stop, last)
    if unit.partition("/")[0] in MONEY:
        return counted.read_priced(tokens, quantity.stop, last)
    return counted.read_measured(tokens, quantity.number, quantity.stop, last)


def _rated(tokens: Sequence[Token], amount: Amount, of: tuple[int, int]) -> Amount:
    """Put the rate that closes the counted words into the unit: "barrels of oil a day" are barrel/day."""
    last, before = tokens[of[1] - 1].norm, tokens[of[1] - 2].norm if of[1] - of[0] > 2 else ""
    if amount.unit and "/" not in amount.unit and last in RATES and before in {"a", "per"}:
        return replace(amount, unit=f"{amount.unit}/{RATES[last]}")
    return amount


def _is_all_but(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Tell the number of exceptions ("all but three of 550 bases"): what it counts is what is left out."""
    return [token.norm for token in tokens[max(0, quantity.first - 2) : quantity.first]] == ["all", "but"]


def _under_hedge(tokens: Sequence[Token], quantity: Quantity, previous: Quantity | None) -> Quantity:
    """Spread a hedge over "and": in "more than 5,000 soldiers and 10,000 police" nobody says 10,000 is exact."""
    if previous is None or quantity.amount.low != quantity.amount.high:
        return quantity
    before = previous.amount
    is_hedged = before.approximate or before.low is None or before.high is None
    if is_hedged and previous.stop + 1 == quantity.first and tokens[previous.stop].norm == "and":
        return quantity._replace(amount=replace(quantity.amount, approximate=True))
    return quantity


def _figure(
    article: Article, context: Context, sentence: Sentence, quantity: Quantity, of: tuple[int, int] | None
) -> Figure:
    tokens = context.tokens
    start, end = tokens[quantity.first].start, tokens[quantity.stop - 1].end
    counts: Evidence | None = None
    if of is not None:
        counts = article.evidence(tokens[of[0]].start, tokens[of[1] - 1].end)
        end = max(end, counts.end)
    evidence = article.evidence(start, end)
    statement = context.statement(start, end)
    return Figure(
        content_id("figure", *evidence, quantity.amount.unit),
        evidence,
        quantity.amount,
        counts,
        context.day_beside(sentence, quantity.first, quantity.stop),
        statement,
        _RULE,
    )
