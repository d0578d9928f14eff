"""Noun phrases: how far the phrase of a noun goes, from its determiner through its modifiers.

In: a tree and the position of a noun. Out: half-open token ranges. Relative clauses, appositions and what "and" joins
stay outside; "of" goes on, and so do "to" and "for" after an office ("ambassador to NATO").
"""

from throughline.annotate.tree import Tree, is_relation
from throughline.tables.agents import Agent, agent

_BEFORE = ("det", "amod", "nummod", "compound", "nmod:poss", "nmod:desc", "nmod:unmarked", "flat", "goeswith")
_OUTSIDE = ("acl", "advcl", "appos", "parataxis", "cc", "discourse", "vocative", "ccomp", "punct", "dep")
_LONGEST = 16  # tokens of a phrase: past that the parse is wrong more often than the phrase is long
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "my", "our", "your", "his", "her", "its", "their"})
_MARKS = frozenset({";", ":", ".", "--", "(", ")", "?", "!"})
_STOPPING = _MARKS | {",", '"'}
_FOCUS = frozenset({"not", "also", "only", "even", "just", "n't", "then"})
_COUNTING = frozenset(
    "thousands hundreds dozens scores tens millions billions lots handful couple number majority rest".split()
)


def start(tree: Tree, head: int) -> int:
    """The first token of a noun's phrase."""
    first = head
    for child in tree.children(head, *_BEFORE):
        if child < head:
            first = min(first, tree.reach(child, "acl:relcl", "appos", "parataxis")[0])
    first = max(first, head - _LONGEST, 0)
    broken = next((i for i in range(head - 1, first - 1, -1) if _parts(tree, i)), None)
    first = first if broken is None else broken + 1
    while first < head and (tree[first].tag in {"PUNCT", "CCONJ", "INTJ"} or tree[first].norm in _FOCUS):
        first += 1
    return _owner(tree, first)


def _owner(tree: Tree, first: int) -> int:
    """Where the owner begins that stands before a phrase and that the parse tied to another word."""
    if first < 2 or not is_possessive(tree, first - 1):
        return first
    first -= 2
    while first > 0 and tree[first - 1].tag == tree[first].tag == "PROPN":
        first -= 1
    return first - 1 if first > 0 and tree[first - 1].tag == "DET" else first


def is_possessive(tree: Tree, index: int) -> bool:
    """Tell the "'s" of an owner from a short verb or a closing mark."""
    return tree[index].tag == "PART" and tree[index].norm in {"'s", "'"}


def _parts(tree: Tree, index: int) -> bool:
    """Tell a word that never stands inside a noun's phrase: a clause or another phrase begins or ends there."""
    token = tree[index]
    if token.tag in {"AUX", "SCONJ"} or token.norm in _MARKS:
        return True
    if token.tag == "VERB":
        return not is_relation(token.relation, "amod", "compound")
    if token.tag == "ADP":
        return "NUM" not in {tree[index - 1].tag, tree[index + 1].tag}  # "up to 300", "between 20 and 30"
    return token.tag == "PUNCT" and token.norm == "," and tree[index + 1].tag not in {"ADJ", "NUM", "VERB"}


def stop(tree: Tree, head: int) -> int:
    """The token after a noun's phrase."""
    last = head + 1
    for child in tree.children(head, "flat", "compound", "goeswith", "nmod"):
        if child > head and (
            is_relation(tree[child].relation, "flat", "compound", "goeswith") or _belongs(tree, head, child, last)
        ):
            own = tree.reach(child, *_OUTSIDE)
            if own[0] == last and own[1] - head <= _LONGEST:
                last = _cut(tree, own[0], own[1])
    return last


def _cut(tree: Tree, first: int, last: int) -> int:
    """Where a complement ends at the latest: before a verb or a comma, whatever the parse says, and not on a link."""
    for index in range(first, last):
        token = tree[index]
        clause = token.tag in {"AUX", "SCONJ"} or (token.tag == "VERB" and not is_relation(token.relation, "amod"))
        if clause or (token.tag == "PUNCT" and token.norm in _STOPPING):
            last = index
            break
    while last > first and tree[last - 1].tag in {"ADP", "DET", "CCONJ", "PUNCT"}:
        last -= 1
    return last


def _belongs(tree: Tree, head: int, child: int, last: int) -> bool:
    """Tell whether a prepositional phrase says what the noun is, not where or when."""
    case = tree.child(child, "case")
    if case is None or case != last:
        return False
    word = tree[case].norm
    return word == "of" or (word in {"to", "for"} and bool(agent(tree[head].norm) & Agent.OFFICE))


def counted(tree: Tree, head: int, first: int) -> int:
    """The first token with the words that count: "thousands of protesters", "a number of soldiers"."""
    governor = tree[head].head
    if tree[head].relation == "nmod" and 0 <= governor == first - 2 and tree[governor].norm in _COUNTING:
        return start(tree, governor)
    return first


def is_definite(tree: Tree, head: int) -> bool:
    """Tell "the official", "his spokesman" and "NATO's chief" from "an official"."""
    if tree.child(head, "nmod:poss") is not None or any(is_possessive(tree, i) for i in range(start(tree, head), head)):
        return True
    determiner = tree.child(head, "det")
    return determiner is not None and tree[determiner].norm in _DEFINITE


def is_plural(tree: Tree, head: int) -> bool:
    """Tell several from one."""
    return tree[head].xpos in {"NNS", "NNPS"}
