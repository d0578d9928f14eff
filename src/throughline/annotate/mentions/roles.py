"""Role words beside a person's name: titles before it, appositions after it, and what a clause says he is.

In: a tree and the names by token. Out: a half-open token range, or None. "NATO secretary-general Anders Fogh
Rasmussen", "Ivo Daalder, the U.S. ambassador to NATO," and "Rasmussen is the secretary general" have roles; "Mr. Brown"
has a form of address, no role.
"""

from collections.abc import Iterator, Mapping

from throughline.annotate.mentions import phrases
from throughline.annotate.mentions.names import Name
from throughline.annotate.tree import Tree, is_relation
from throughline.model import MentionType
from throughline.tables.agents import Agent, agent

_WHO = Agent.OFFICE | Agent.PERSON
_OPENING = frozenset({"a", "an", "the", "one", "another", "its", "his", "her", "their", "our", "my", "then"})
_TITLES = ("nmod:desc", "compound", "flat", "appos", "amod", "nmod", "dep", "nmod:unmarked")
_HEADING = frozenset("head lead chair command run direct govern preside represent".split())
_FAR = 14  # tokens that a title or apposition may take


def head_of(tree: Tree, name: Name) -> int:
    """The token of a name that its other tokens depend on."""
    for index in range(name.first, name.last):
        if not name.first <= tree[index].head < name.last:
            return index
    return name.first


def find(tree: Tree, inside: Mapping[int, Name], name: Name) -> tuple[int, int] | None:
    """Find the role words of one person's name."""
    head = head_of(tree, name)
    for found in (_before(tree, inside, name), _apposed(tree, inside, name, head), _told(tree, inside, head)):
        if found is not None:
            return found
    return None


def _before(tree: Tree, inside: Mapping[int, Name], name: Name) -> tuple[int, int] | None:
    """The title that ends where the name begins."""
    last = name.first
    while last > 0 and agent(tree[last - 1].norm) & Agent.HONORIFIC and not agent(tree[last - 1].norm) & Agent.OFFICE:
        last -= 1
    at = last - 1
    if at < 0 or (at in inside and inside[at].type is MentionType.PERSON):
        return None
    head = _title_head(tree, name, at)
    if head is None:
        return None
    first = min(phrases.start(tree, head), _reach_back(tree, inside, name, head))
    return _opened(tree, first, last, head)


def _title_head(tree: Tree, name: Name, at: int) -> int | None:
    """The noun that says what the person is, of the words that end at `at`: "minister" of "minister of defence"."""
    if agent(tree[at].norm) & _WHO and tree[at].tag in {"NOUN", "PROPN", "ADJ"}:
        return at
    own = set(range(name.first, name.last))
    for index in (at, *tree.above(at)):
        if index in own or index > at or at - index > _FAR:
            return None
        belongs = tree[index].head in own or any(tree[i].head == index for i in own)
        if belongs and agent(tree[index].norm) & _WHO and phrases.stop(tree, index) == at + 1:
            return index
    return None


def _reach_back(tree: Tree, inside: Mapping[int, Name], name: Name, head: int) -> int:
    """What stands before a title and hangs on the name or on the title: "NATO" of "NATO Secretary-General X"."""
    first = head
    own = set(range(name.first, name.last))
    while first > 0 and head - first < _FAR:
        token = tree[first - 1]
        hangs = token.head in own or first <= token.head <= head
        if not hangs or not is_relation(token.relation, "nmod:desc", "compound", "amod", "nmod:poss", "flat", "case"):
            break
        if token.norm in {"'s", "'"} or token.tag in {"PROPN", "NOUN", "ADJ"}:
            first = inside[first - 1].first if first - 1 in inside else first - 1
        else:
            break
    return first


def _opened(tree: Tree, first: int, last: int, head: int) -> tuple[int, int] | None:
    """Take determiners, marks and counting from the front; None where no word is left."""
    while first < last and (tree[first].norm in _OPENING or tree[first].tag in {"PUNCT", "CCONJ", "DET"}):
        first += 1
    return (first, last) if first <= head < last and last - first <= _FAR + 2 else None


def _apposed(tree: Tree, inside: Mapping[int, Name], name: Name, head: int) -> tuple[int, int] | None:
    """The apposition after the name, or the noun before that the name is an apposition of."""
    for child in _appositions(tree, name):
        if child >= name.last and child not in inside and agent(tree[child].norm) & _WHO:
            return _opened(tree, phrases.start(tree, child), phrases.stop(tree, child), child)
    governor = tree[head].head
    before = is_relation(tree[head].relation, "appos") and 0 <= governor < name.first and governor not in inside
    if before and agent(tree[governor].norm) & _WHO and name.first - governor <= _FAR:
        return _opened(tree, phrases.start(tree, governor), phrases.stop(tree, governor), governor)
    return None


def _appositions(tree: Tree, name: Name) -> Iterator[int]:
    for index in range(name.first, name.last):
        yield from tree.children(index, "appos", "parataxis", "acl:relcl")


def _told(tree: Tree, inside: Mapping[int, Name], head: int) -> tuple[int, int] | None:
    """What a clause says the person is: "X is the mayor", "X, who heads the agency"."""
    governor = tree[head].head
    if is_relation(tree[head].relation, "nsubj") and governor >= 0:
        found = _predicated(tree, inside, governor)
        if found is not None:
            return found
    for clause in tree.children(head, "acl:relcl"):
        subject = tree.child(clause, "nsubj")
        if subject is None or tree[subject].norm != "who":
            continue
        thing = tree.child(clause, "obj")
        if tree[clause].lemma in _HEADING and thing is not None and thing > clause:
            return _opened(tree, clause, phrases.stop(tree, thing), clause)
        return _predicated(tree, inside, clause)
    return None


def _predicated(tree: Tree, inside: Mapping[int, Name], noun: int) -> tuple[int, int] | None:
    """The phrase that a copula makes somebody, where it is an office and not denied."""
    if tree.child(noun, "cop") is None or noun in inside or not agent(tree[noun].norm) & Agent.OFFICE:
        return None
    if any(tree[i].norm in {"not", "n't", "never", "no"} for i in tree.children(noun, "advmod", "det")):
        return None
    return _opened(tree, phrases.start(tree, noun), phrases.stop(tree, noun), noun)
