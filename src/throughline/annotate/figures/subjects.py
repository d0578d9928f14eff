"""What a number counts where no noun follows it: "3,000 were wounded", "the toll rose to 14", "a crowd of 500".

In: a tree, a `Quantity`, and the counted words of the figure before it in the sentence. Out: a token range, or None:
the noun it is the measure of, what the figure before counts, or the word that says what became of the counted.
"""

from throughline.annotate.figures import counted, phrases
from throughline.annotate.figures.amounts import Quantity
from throughline.annotate.figures.counted import anchor
from throughline.annotate.figures.phrases import Range
from throughline.annotate.tree import Tree, is_relation
from throughline.tables.fates import fates

# Verbs that say how much their subject is: "the toll rose to 14", "the fund totals $5m". Field knowledge.
MEASURING = frozenset(
    """rise fall climb drop increase decrease decline grow jump surge soar plunge tumble slump slip slide dip edge gain
    lose rally sink swell shrink widen narrow double triple reach hit top exceed surpass pass near approach total
    number average stand remain stay come amount be cost weigh measure span cover equal represent advance rebound
    recover inch leap spike skyrocket balloon mount close open finish end trade settle retreat ease expand
    contract""".split()
)
_SETTING = frozenset("put estimate set keep raise lower cut reduce bring push take revise increase trim".split())
_RELATIVE = frozenset({"WDT", "WP"})
_DEEPEST = 4  # verbs over a verb among which its subject is looked for
_AT = frozenset("at to by from of on near above below under over around about".split())
_OF = frozenset("of at".split())
_GAPS = frozenset("in from at on for by to".split())
_FARTHEST = 12  # tokens before a number in which its measuring verb is looked for, where the parse shows none
_THEM = frozenset("them whom which these those us".split())
_ADDED = ("obj", "obl", "obl:unmarked", "xcomp", "advmod", "nmod:unmarked")
_FATED = ("nsubj", "obj")


def read(tree: Tree, quantity: Quantity, first: int, last: int, before: Range | None) -> Range | None:
    """Read what a number without a noun after it counts."""
    hung = anchor(tree, quantity)
    token = tree[hung]
    if not quantity.amount.unit and _is_of_them(tree, quantity.stop, last):
        return counted.run(tree, quantity.stop + 2, last) or before
    if tree.child(hung, "cop") is not None:
        return _predicated(tree, hung, first)
    left = _left(tree, hung, first) if is_relation(token.relation, "nmod") else _size(tree, quantity, first)
    left = left or _worth(tree, quantity, first) or _bracketed(tree, quantity, first, last)
    if left is not None:
        return left
    measured = _measured(tree, quantity, hung, first)
    if measured is not None or quantity.amount.unit:
        return measured
    return _fated(tree, quantity, hung, before) or (before if _is_gap(tree, quantity, first, last) else None)


def _is_of_them(tree: Tree, at: int, last: int) -> bool:
    """Tell a part of those counted before: "55 of them strike sorties", "some 40 of whom were hurt"."""
    return at + 1 < last and tree[at].norm == "of" and tree[at + 1].norm in _THEM


def _is_gap(tree: Tree, quantity: Quantity, first: int, last: int) -> bool:
    """Tell a number that leaves its noun out: "4,300 jobs in France, 3,700 in Germany and 400 in Spain"."""
    if quantity.first <= first or quantity.stop >= last:
        return False
    return tree[quantity.first - 1].norm in {",", "and", "or", ";", "but"} and tree[quantity.stop].norm in _GAPS


def _left(tree: Tree, hung: int, first: int) -> Range | None:
    """Read the noun that a number tells the size of: "a crowd of 500", "a fine of $5 million"."""
    noun, case = tree[hung].head, tree.child(hung, "case")
    if case is None or tree[case].norm not in _OF or not first <= noun < hung or not phrases.is_noun(tree, noun):
        return None
    if any(tree[index].tag in {"VERB", "AUX"} for index in range(noun + 1, hung)):
        return None
    return _phrase(tree, noun, first, hung)


def _size(tree: Tree, quantity: Quantity, first: int) -> Range | None:
    """Read the noun right before "of" and a number, where the parse hangs the number elsewhere."""
    at = quantity.first - 1
    return _phrase(tree, at - 1, first, at) if at > first and tree[at].norm == "of" else None


def _worth(tree: Tree, quantity: Quantity, first: int) -> Range | None:
    """Read what is worth a sum: "contracts worth $5 million"."""
    at = quantity.first - 1
    if at <= first or tree[at].norm not in {"worth", "totaling", "totalling"}:
        return None
    noun = at - 1 if phrases.is_noun(tree, at - 1) else tree[at].head
    return _phrase(tree, noun, first, at) if noun >= first else None


def _bracketed(tree: Tree, quantity: Quantity, first: int, last: int) -> Range | None:
    """Read what a share in brackets is of: "a majority of independents (63 percent)"."""
    at = quantity.first - 1
    if quantity.amount.unit != "percent" or at <= first or quantity.stop >= last:
        return None
    if (tree[at].norm, tree[quantity.stop].norm) not in {("(", ")"), ("--", "--")}:
        return None
    return _phrase(tree, at - 1, first, at)


def _predicated(tree: Tree, hung: int, first: int) -> Range | None:
    """Read the subject of "is": "unemployment is 8 percent"."""
    subject = tree.child(hung, "nsubj")
    return None if subject is None else _phrase(tree, subject, first, hung)


def _measured(tree: Tree, quantity: Quantity, hung: int, first: int) -> Range | None:
    """Read the subject of a verb that measures: "the toll rose to 14", and the object of "put the toll at 14"."""
    verb, case = tree[hung].head, tree.child(hung, "case")
    if case is not None and case < quantity.first and tree[case].norm not in _AT:
        return None
    if not is_relation(tree[hung].relation, *_ADDED) or tree[verb].tag != "VERB":
        nearest = _verb_before(tree, quantity.first, first)
        if nearest is None or tree[nearest].lemma not in MEASURING | _SETTING:
            return None
        verb = nearest
    lemma, thing = tree[verb].lemma, tree.child(verb, "obj")
    is_set = thing is not None and verb < thing < quantity.first and tree[quantity.first - 1].norm in _AT
    if is_set and thing is not None and lemma in MEASURING | _SETTING and phrases.is_noun(tree, thing):
        return _phrase(tree, thing, first, hung)  # "raised its share to 50 percent"
    if lemma in MEASURING or (lemma in _SETTING and tree.child(verb, "nsubj:pass") is not None):
        subject = subject_of(tree, verb)
        return None if subject is None else _phrase(tree, subject, first, hung)
    return None


def _verb_before(tree: Tree, index: int, first: int) -> int | None:
    """Return the verb that a number right after it or after its preposition belongs to, by place alone."""
    if index <= first or (tree[index - 1].norm not in _AT and tree[index - 1].tag != "VERB"):
        return None
    places = range(index - 1, max(first, index - _FARTHEST) - 1, -1)
    return next((place for place in places if tree[place].tag == "VERB"), None)


def subject_of(tree: Tree, verb: int) -> int | None:
    """Return the noun that a verb is about, over relative clauses, participles, infinitives and "and"."""
    for _ in range(_DEEPEST):
        subject = max((child for child in tree.children(verb, "nsubj") if child < verb), default=None)
        relation = tree[verb].relation
        if subject is not None and not (tree[subject].xpos in _RELATIVE and relation == "acl:relcl"):
            return subject
        if tree[verb].head < 0 or not is_relation(relation, "conj", "xcomp", "advcl", "acl"):
            return None
        verb = tree[verb].head
        if is_relation(relation, "acl"):
            return verb
    return None


def _fated(tree: Tree, quantity: Quantity, hung: int, before: Range | None) -> Range | None:
    """Read what the figure before counts ("... and wounded 30"), else the word for what became of them."""
    verb = _predicate(tree, quantity, hung)
    if verb is None:
        return None
    return before if before is not None else (verb, verb + 1)


def _predicate(tree: Tree, quantity: Quantity, hung: int) -> int | None:
    """Find the verb that a bare number is the subject or the object of, and that says what became of somebody.

    Parsers hang the number of "killed 14 people and wounded 30" on the people; the word beside it tells better.
    """
    governor, relation = tree[hung].head, tree[hung].relation
    beside = quantity.first - 1
    if governor < 0:
        governor, relation = beside, ""
    if tree[governor].tag == "VERB" and (relation == "nsubj:pass" or _is_subject(tree, quantity.stop, governor)):
        return governor
    if is_relation(relation, *_FATED) and _tells_fate(tree, governor):
        return governor
    if relation == "nsubj" and tree[governor].xpos == "VBN" and tree.child(governor, "aux") is None:
        return governor  # "132 boarded and eight diverted"
    return beside if beside >= 0 and tree[beside].tag == "VERB" and _tells_fate(tree, beside) else None


def _is_subject(tree: Tree, stop: int, verb: int) -> bool:
    """Tell a number that stands as a subject, right before its verb or before "were", whatever its relation."""
    return stop <= verb <= stop + 3 and all(tree[index].tag in {"AUX", "ADV", "PART"} for index in range(stop, verb))


def _tells_fate(tree: Tree, index: int) -> bool:
    token = tree[index]
    return token.norm in fates() and token.tag in {"VERB", "ADJ", "NOUN"}


def _phrase(tree: Tree, noun: int, first: int, stop: int) -> Range | None:
    if not phrases.is_noun(tree, noun) or not first <= noun < stop:
        return None
    return phrases.whole(tree, phrases.leftward(tree, noun, first), noun, stop)
