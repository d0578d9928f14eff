"""Noun phrases round a noun, for figures: how far their modifiers reach, and what belongs to them on the right.

In: a tree and the index of a noun. Out: half-open token ranges. A wrong parse gives a short phrase, never a long one:
no phrase is longer than LONGEST, and none holds a finite verb, a pronoun or a clause.
"""

import re

from throughline.annotate.tree import Tree, is_relation
from throughline.annotate.wordclasses import DETERMINERS, is_plural
from throughline.text.numbers import word_value

Range = tuple[int, int]

LONGEST = 9  # words of a counted phrase; longer ones are lists and clauses that a parser took in
_MODELS = re.compile(r"[a-z]{0,4}-?\d{2,3}s|[a-z]{1,4}-?\d{1,4}s")
_SECOND = 6  # tokens after the first noun in which the second of "bases and facilities" stands
_OF_LONGEST = 6  # words after "of": "victims of the attack", and not what is told of the attack
_NOUNS, _NOUN_TAGS = frozenset({"NOUN", "PROPN"}), frozenset({"NN", "NNS", "NNP", "NNPS"})
_INNER = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "ADV", "PART", "SYM", "X"})
_MODIFIERS = ("amod", "compound", "nmod:poss", "nmod:desc", "nmod:unmarked", "nummod", "flat", "advmod", "det")
_JOINTS = frozenset({"-", "and", "&", "or", "/", '"'})
_WH = frozenset({"WRB", "WDT", "WP", "WP$"})
_VERBAL_MODIFIERS = frozenset({"VBN", "VBG", "JJ", "NN"})
_LEADING = frozenset("more other further additional fewer of - 's ' another extra `".split()) | {'"'}


def is_noun(tree: Tree, index: int) -> bool:
    """Tell a noun, by either of its tags; marks and numbers that a tagger takes for one are none.

    The plural of a model is one: "A320s", "777s".
    """
    token = tree[index]
    if token.tag in _NOUNS or token.xpos in _NOUN_TAGS:
        return token.norm[:1].isalpha()
    return _MODELS.fullmatch(token.norm) is not None


def is_inner(tree: Tree, first: int, stop: int) -> bool:
    """Tell whether tokens can all be the inside of one noun phrase: no clause, no finite verb, no pronoun."""
    if stop - first > LONGEST:
        return False
    return all(can_stand(tree, index, is_last=index + 1 == stop) for index in range(first, stop))


def can_stand(tree: Tree, index: int, *, is_last: bool) -> bool:
    """Tell whether a token can stand in a noun phrase: a participle only before its noun."""
    token = tree[index]
    if token.xpos in _WH:
        return False
    if token.tag in _INNER or token.xpos in _NOUN_TAGS or token.norm in _JOINTS:
        return True
    if is_last:
        return False
    return (token.norm == "," and tree[index + 1].tag == "ADJ") or (
        token.tag == "VERB" and token.xpos in _VERBAL_MODIFIERS
    )


def top(tree: Tree, index: int, last: int) -> int:
    """Return the head noun of the noun phrase that a noun only modifies: "NATO" of "NATO member states"."""
    for _ in range(LONGEST):
        token = tree[index]
        over = token.head
        if not is_relation(token.relation, "compound", "amod", "nmod:desc", "nmod:unmarked", "flat"):
            break
        if not index < over < last or not is_noun(tree, over) or not is_inner(tree, index, over):
            break
        index = over
    return index


def whole(tree: Tree, first: int, head: int, last: int) -> Range | None:
    """Return the phrase of a noun from `first` on, with what "and" and "of" add to it; None where it is none."""
    while first < head and (tree[first].norm in _LEADING or tree[first].norm in DETERMINERS):
        first += 1
    if tree[first].norm in _JOINTS or not is_inner(tree, first, head + 1):
        return None
    stop = _joined(tree, head, last)
    return first, _with_of(tree, head, stop, last)


def leftward(tree: Tree, head: int, least: int) -> int:
    """Return where the modifiers of a noun begin, from `least` on; determiners and numbers are left out."""
    first = head
    for index in range(head - 1, max(least, head - LONGEST) - 1, -1):
        over = tree[index].head
        is_own = index < over <= head and is_relation(tree[index].relation, *_MODIFIERS, "case", "punct")
        if not is_own or tree[index].norm in {",", "("} or (tree[index].tag == "ADP" and tree[index].norm != "'s"):
            break
        if tree[index].norm not in DETERMINERS and word_value(tree[index].norm) is None:
            first = index
    while first < head and tree[first].norm in {"'s", "'", "-", '"'}:
        first += 1
    return first


def _joined(tree: Tree, head: int, last: int) -> int:
    """Take in a second noun under the same number: "bases and facilities"; never one with a number of its own."""
    stop = head + 1
    if stop + 1 >= last or tree[stop].norm not in {"and", "or"}:
        return stop
    for other in tree.children(head, "conj"):
        if not stop < other < min(last, stop + _SECOND):
            break
        if is_plural_noun(tree, other) and is_shared(tree, stop + 1, other):
            return other + 1
    for other in range(stop + 1, min(last - 1, stop + _SECOND - 2)):  # by place, where the parse joins them elsewhere
        if is_plural_noun(tree, other) and tree[other + 1].tag in {"PUNCT", "ADP"} and is_shared(tree, stop + 1, other):
            return other + 1
    return stop


def is_shared(tree: Tree, first: int, head: int) -> bool:
    """Tell whether a joined noun stands under the number of the noun before it: it has nothing of the kind itself."""
    is_own = any(tree[i].norm in DETERMINERS or word_value(tree[i].norm) is not None for i in range(first, head))
    return not is_own and tree.child(head, "nummod", "det", "case") is None and is_inner(tree, first, head + 1)


def is_plural_noun(tree: Tree, index: int) -> bool:
    """Tell a noun for several."""
    token = tree[index]
    is_many = token.xpos in {"NNS", "NNPS"} or is_plural(token.norm) or _MODELS.fullmatch(token.norm) is not None
    return is_many and is_noun(tree, index)


def _with_of(tree: Tree, head: int, stop: int, last: int) -> int:
    """Take in "of oil", "of parliament": without it nobody knows what is counted."""
    if stop + 1 >= last or tree[stop].norm != "of":
        return stop
    part = tree.child(stop - 1, "nmod") if stop - 1 != head else None
    part = part if part is not None else next((c for c in tree.children(head, "nmod") if c > stop), None)
    if part is None or not stop < part < min(last, stop + _OF_LONGEST + 1) or not is_noun(tree, part):
        return stop
    part = top(tree, part, last)
    return part + 1 if is_inner_of(tree, stop + 1, part + 1) else stop


def is_inner_of(tree: Tree, first: int, stop: int) -> bool:
    """Tell whether tokens can stand after "of" in one phrase: determiners may open it."""
    while first < stop - 1 and (tree[first].norm in DETERMINERS or tree[first].tag == "DET"):
        first += 1
    return is_inner(tree, first, stop)
