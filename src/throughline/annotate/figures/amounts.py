"""Numbers with all that belongs to them: hedges, ranges, units.

In: a sentence of a tree and the indices that are taken (times). Out: a `Quantity` for each amount: the token range,
the `Amount`, and where what it counts may begin. Dates, ages, ordinals, scores and the numbers of things ("Article 5",
"Flight 370") are no amounts.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from throughline.annotate.figures import bounds, hedges, labels, shares, units
from throughline.annotate.figures.bounds import Bounds
from throughline.annotate.figures.hedges import Hedge
from throughline.annotate.tree import Tree
from throughline.model import Amount, Token
from throughline.text.numbers import NUMBER_WORDS, VAGUE_WORDS


class Quantity(NamedTuple):
    """An amount at `tokens[first:stop]`: hedges, then sign and number at `tokens[core:number]`, then its unit word."""

    first: int
    core: int
    number: int
    stop: int
    amount: Amount


_OPENING = NUMBER_WORDS | VAGUE_WORDS | {"a", "an", "half", "all"}


def find(tree: Tree, first: int, last: int, taken: Collection[int]) -> Iterator[Quantity]:
    """Yield the amounts in tokens `first` up to `last`, in order; the whole of a remainder comes after it."""
    index = first
    while index < last:
        if index in taken or not _may_open(tree[index].norm):
            index += 1
            continue
        # Before a number, a day of the week is no name that the number belongs to: the sentence begins anew there.
        begin = index if index - 1 in taken else first
        quantity, again = _read(tree, index, begin, last)
        if quantity is None or _is_taken(quantity, taken):
            index += 1
            continue
        yield quantity
        index = again


def _is_taken(quantity: Quantity, taken: Collection[int]) -> bool:
    """Tell a number of a time; a rate ("10 percent a year") and "a quarter of the bombs" are none."""
    is_share = quantity.number == quantity.stop and quantity.amount.unit == "percent"
    return bool(taken) and not is_share and any(place in taken for place in range(quantity.core, quantity.number))


def _may_open(norm: str) -> bool:
    if norm[:1] == "0" and norm[1:2].isdigit():
        return False  # part of a code, or of a number that lost its beginning: "55 ,000"
    return norm[:1].isdigit() or norm in _OPENING or norm.partition("-")[0] in _OPENING


def _read(tree: Tree, index: int, first: int, last: int) -> tuple[Quantity | None, int]:
    """Read the amount at `index`, and where reading goes on after it."""
    share = shares.read(tree.tokens, index, last)
    if share is not None:
        begin, hedge = hedges.before(tree.tokens, index, first)
        amount = _amount(Bounds(share.value, share.value, index, share.stop), hedge, share.unit)
        return Quantity(begin, index, share.stop, share.stop, amount), share.again
    found = bounds.read(tree, index, first, last)
    if found is None or found.stop > last:
        return None, index
    quantity = _measured(tree, found, index, first, last)
    return quantity, quantity.stop if quantity else index


def _measured(tree: Tree, found: Bounds, index: int, first: int, last: int) -> Quantity | None:
    """Put hedges and unit round a number; None where it counts nothing."""
    tokens = tree.tokens
    sign, begin = units.before(tokens, index, first)
    unit, stop = (sign, found.stop) if sign else units.after(tokens, found.stop, last)
    if not unit and labels.is_label(tree, index, found.stop, first, last):
        return None
    if unit and not sign and tokens[index].text[:1].isupper() and tokens[stop - 1].text[:1].isupper():
        return None  # "Three Mile Island"
    if unit == "GBP" and not sign:
        unit, stop = units.pounds(tokens, stop, last)
    core = min(begin, found.first)
    begin, hedge = hedges.before(tokens, core, first)
    number, (after, late) = found.stop, hedges.after(tokens, stop, last)
    if late != hedges.PLAIN:
        number = number if unit else after
        more, stop = units.after(tokens, after, last) if not sign else (unit, after)
        unit = more or unit
    unit, stop = units.rate(tokens, unit, stop, last)
    if unit and _is_negative(tokens, core, first):
        core, begin = core - 1, min(begin, core - 1)
        found = found._replace(low=-(found.high if found.high is not None else found.low), high=-found.low)
    both = Hedge(*(a or b for a, b in zip(hedge, late, strict=True)))
    return Quantity(begin, core, number, stop, _amount(found, both, unit))


def _is_negative(tokens: Sequence[Token], core: int, first: int) -> bool:
    """Tell "minus 5 percent" and "-5%" from a dash between words."""
    if core <= first:
        return False
    mark = tokens[core - 1]
    if core - 2 > first and tokens[core - 2].norm == "or":
        return False  # "plus or minus 3 points"
    is_free = core - 1 == first or tokens[core - 2].end < mark.start
    return mark.norm in {"minus", "negative"} or (mark.norm == "-" and is_free and mark.end == tokens[core].start)


def _amount(found: Bounds, hedge: Hedge, unit: str) -> Amount:
    approximate = found.is_vague or hedge.is_approximate
    if hedge.is_floor and not hedge.is_ceiling:
        return Amount(found.low, None, approximate=approximate, unit=unit)
    if hedge.is_ceiling and not hedge.is_floor and found.high is not None:
        return Amount(None, found.high, approximate=approximate, unit=unit)
    return Amount(found.low, found.high, approximate=approximate, unit=unit)
