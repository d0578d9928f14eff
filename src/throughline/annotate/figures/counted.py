"""What a number counts, by grammar: the noun it hangs on, or the one that "of" hangs on it.

In: a tree and a `Quantity`. Out: the token range of the counted words, with their modifiers and without determiners,
or None. Where the parse gives no noun, the run of nouns right after the number is the last resort.
"""

from throughline.annotate.figures import phrases
from throughline.annotate.figures.amounts import Quantity
from throughline.annotate.figures.phrases import Range
from throughline.annotate.tree import Tree, is_relation
from throughline.annotate.wordclasses import DETERMINERS, PRONOUNS
from throughline.tables.units import MONEY, RATES, TIME_UNITS
from throughline.text.numbers import word_value

_ADDRESSES = frozenset("street avenue road lane drive boulevard square st. ave. rd. blvd. court terrace".split())
# Adjectives that stand as nouns for people, of whom a number may be the only other word: "14 dead".
_NOMINAL = frozenset("dead wounded injured missing homeless unemployed killed hurt arrested detained".split())
_STUFFED = frozenset(
    """barrel barrels gallon gallons acre acres hectare hectares tonne tonnes ton tons litre litres liter liters
    bushel bushels""".split()
)
_PERCENT = frozenset({"percent", "percentage point"})


def anchor(tree: Tree, quantity: Quantity) -> int:
    """Return the token of a number, or of its unit, by which it hangs in the sentence."""
    found = quantity.number - 1
    for index in range(quantity.stop - 1, quantity.core - 1, -1):
        if not quantity.core <= tree[index].head < quantity.stop and tree[index].tag in {"NUM", "NOUN", "SYM", "ADJ"}:
            return index
    return found


def read(tree: Tree, quantity: Quantity, last: int) -> Range | None:
    """Read what stands to the right of a number: "5,000 Iraqi soldiers", "12 per cent of voters", "14 dead"."""
    unit = quantity.amount.unit
    if unit.partition("/")[0] in MONEY:
        return _priced(tree, quantity, last)
    if unit in _PERCENT:
        return _part(tree, quantity, last) or _compound(tree, quantity, last)
    if unit:
        return _measured(tree, quantity, last)
    return _counted(tree, quantity, last)


def _counted(tree: Tree, quantity: Quantity, last: int) -> Range | None:
    """Read what a plain number counts."""
    stop = quantity.number
    if stop >= last:
        return None
    if tree[stop].norm == "of":
        return _part(tree, quantity, last)
    if tree[stop].norm in _NOMINAL and not _modifies(tree, stop, last):
        return stop, stop + 1
    head = _noun(tree, quantity, last)
    if head is None or any(tree[i].norm in _ADDRESSES for i in range(stop, head + 1)) or _is_time(tree, head):
        return None
    is_many = quantity.amount.high is None or quantity.amount.high > 1
    if is_many and not phrases.is_plural_noun(tree, head):
        return None
    return phrases.whole(tree, stop, head, last)


def _modifies(tree: Tree, index: int, last: int) -> bool:
    """Tell an adjective before its noun: "14 wounded soldiers"."""
    head = tree[index].head
    return index < head < last and is_relation(tree[index].relation, "amod", "compound") and phrases.is_noun(tree, head)


def _is_time(tree: Tree, head: int) -> bool:
    return tree[head].norm in TIME_UNITS or tree[head].lemma in TIME_UNITS or tree[head].norm == "times"


def _noun(tree: Tree, quantity: Quantity, last: int) -> int | None:
    """Find the noun that a number stands before: its governor, else the end of the run of nouns after it."""
    stop = quantity.number
    hung = anchor(tree, quantity)
    head = tree[hung].head
    if stop <= head < min(last, stop + phrases.LONGEST) and phrases.is_noun(tree, head):
        head = phrases.top(tree, head, last)
        if phrases.is_inner(tree, stop, head + 1):
            return head
    return _last_noun(tree, stop, last)


def run(tree: Tree, first: int, last: int) -> Range | None:
    """Return the noun phrase that begins right at `first`, if one does."""
    head = _last_noun(tree, first, last)
    return None if head is None else phrases.whole(tree, first, head, last)


def _last_noun(tree: Tree, first: int, last: int) -> int | None:
    """Return the last noun of the words after a number that can be one phrase."""
    found = None
    for index in range(first, min(last, first + phrases.LONGEST)):
        if phrases.is_noun(tree, index):
            found = index
        elif not phrases.can_stand(tree, index, is_last=index + 1 == last) or (
            found is not None and tree[index].norm != "'s"
        ):
            break
    return found


def _part(tree: Tree, quantity: Quantity, last: int) -> Range | None:
    """Read what a number is a part of: "dozens of houses", "12 of the 20 passengers", "half the troops"."""
    at = quantity.stop
    if at >= last or (tree[at].norm != "of" and tree[at].norm not in DETERMINERS):
        return None
    if tree[at].norm != "of" and (quantity.amount.unit != "percent" or tree[quantity.core].norm != "half"):
        return None
    first = at + (tree[at].norm == "of")
    while first < last and (tree[first].norm in DETERMINERS or word_value(tree[first].norm) is not None):
        first += 1
    if first >= last or (tree[first].norm in PRONOUNS and tree[first].tag != "NOUN"):
        return None
    if (
        tree[first].xpos in {"VBN", "JJ"}
        and tree[first - 1].norm in {"those", "the"}
        and not _modifies(tree, first, last)
    ):
        return first, first + 1  # "of those surveyed", "of the wounded"
    head = _governed(tree, quantity, first, last)
    if head is None or _is_time(tree, head):
        return None
    return phrases.whole(tree, first, head, last)


def _governed(tree: Tree, quantity: Quantity, first: int, last: int) -> int | None:
    """Find the noun after "of": what hangs on the number, else the run of nouns there."""
    hung = anchor(tree, quantity)
    for part in tree.children(hung, "nmod", "obl"):
        if first <= part < min(last, first + phrases.LONGEST) and phrases.is_noun(tree, part):
            head = phrases.top(tree, part, last)
            if phrases.is_inner(tree, first, head + 1):
                return head
    return _last_noun(tree, first, last)


def _compound(tree: Tree, quantity: Quantity, last: int) -> Range | None:
    """Read what an amount with its unit tells the size of: "a 5 percent stake", "a 200-mile slick", "$20bn fund"."""
    at = quantity.stop + (quantity.stop < last and tree[quantity.stop].norm == "-")
    if at >= last or tree[at].norm in DETERMINERS:
        return None
    head = tree[anchor(tree, quantity)].head
    if at <= head < min(last, at + phrases.LONGEST) and phrases.is_noun(tree, head):
        head = phrases.top(tree, head, last)
        if phrases.is_inner(tree, at, head + 1):
            return phrases.whole(tree, at, head, last)
    opening = tree[quantity.first - 1] if quantity.first else None
    if opening is not None and (opening.tag == "DET" or opening.xpos in {"DT", "POS", "PRP$"}):
        return run(tree, at, last)  # "a US$ 14 billion bailout package", whatever the parser makes of the sum
    return None


def _measured(tree: Tree, quantity: Quantity, last: int) -> Range | None:
    """Read what is measured: from the unit word through "of oil a day"."""
    stop, unit_word = quantity.stop, quantity.number
    if unit_word < last and tree[unit_word].norm == "of":  # "millions of gallons of oil"
        unit_word += 1
    if stop + 1 < last and tree[stop].norm == "of" and unit_word < stop:
        first = stop + 1
        while first < last - 1 and tree[first].norm in DETERMINERS:
            first += 1
        head = _governed(tree, quantity, first, last)
        if head is None:
            return None
        end = head + 1
        if end + 1 < last and tree[end].norm in {"a", "per"} and tree[end + 1].norm in RATES:
            end += 2
        return (unit_word, end) if phrases.is_inner(tree, first, head + 1) else None
    if unit_word < stop and tree[unit_word].norm == "-":
        return _compound(tree, quantity, last)
    if unit_word < stop and tree[unit_word].norm in _STUFFED:
        return unit_word, stop
    return _compound(tree, quantity, last)


def _priced(tree: Tree, quantity: Quantity, last: int) -> Range | None:
    """Read what a sum of money is or pays for: "$20bn fund", "$5 million in aid", "£3m for schools"."""
    stop = quantity.stop
    if stop + 1 >= last:
        return None
    preposition = tree[stop].norm
    if preposition in {"in", "of", "worth", "for"}:
        first = stop + 1
        if preposition == "worth" and tree[first].norm == "of":
            first += 1
        if preposition != "in":
            while first < last - 1 and tree[first].norm in DETERMINERS:
                first += 1
        head = _governed(tree, quantity, first, last)
        is_place = preposition == "in" and (head is None or tree[head].tag == "PROPN" or tree[first].tag == "DET")
        if head is None or is_place or _is_time(tree, head):
            return None
        return phrases.whole(tree, first, head, last)
    found = _compound(tree, quantity, last)
    if found is None and tree[stop].text[:1].islower() and tree[stop].tag in {"NOUN", "ADJ"}:
        head = _last_noun(tree, stop, last)  # "$40 billion tanker contract", in a headline without articles
        found = None if head is None or _is_time(tree, head) else phrases.whole(tree, stop, head, last)
    return found
