"""Role words beside a person's name: titles before it, appositions after it, and what a clause says he is.

In: a tree and the names by token. Out: a half-open token range, or None. "NATO secretary-general Anders Fogh
Rasmussen", "Ivo Daalder, the U.S. ambassador to NATO," and "Rasmussen is the secretary general" have roles; "Mr. Brown"
has a form of address, no role.
"""

from collections.abc import Iterator, Mapping

from throughline.annotate.mentions import phrases
from throughline.annotate.mentions.name import Name
from throughline.annotate.tree import Tree, is_relation
from throughline.model import MentionType
from throughline.tables.agents import Agent, agent

_WHO = Agent.OFFICE | Agent.PERSON
_OPENING = frozenset({"a", "an", "the", "one", "another", "its", "his", "her", "their", "our", "my", "then"})
_TITLES = ("nmod:desc", "compound", "flat", "appos", "amod", "nmod", "dep", "nmod:unmarked")
_AFTER = frozenset({",", ".", "who", "in", "at", "from", "-rrb-", ")"})  # what follows an apposition
_NEAR = 4  # tokens between a name and its apposition: ", 46 ,"
_EARLY = 8  # tokens within which the noun of an apposition comes
_HEADING = frozenset("head lead chair command run direct govern preside represent".split())
_MODIFYING = Agent.MODIFIER | Agent.OFFICE | Agent.BODY
_COMPLEMENT = frozenset({"of", "for", "to"})
_GOES_ON = _COMPLEMENT | {"the", "and", "&", "'s"}  # inside "Chairman of the Joint Chiefs of Staff"
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
            return _whole(tree, inside, found), found[1]
    return None


def _whole(tree: Tree, inside: Mapping[int, Name], found: tuple[int, int]) -> int:
    """Where role words begin that the parse cuts: "[chief] executive", "[University of] California professor"."""
    first = found[0]
    while first > 0 and first - 1 not in inside and _modifies(tree, first - 1):
        first -= 1
    own = inside.get(first)
    return own.first if own is not None and own.last < found[1] else first


def _modifies(tree: Tree, index: int) -> bool:
    """Tell whether a word belongs to the title after it: "chief", "military", "Managing"."""
    token = tree[index]
    if token.xpos == "VBG" and token.text[0].isupper():
        return True
    is_title = bool(agent(token.norm) & _MODIFYING) and token.tag in {"PROPN", "NOUN", "ADJ"}
    return is_title and token.norm not in _OPENING


def _before(tree: Tree, inside: Mapping[int, Name], name: Name) -> tuple[int, int] | None:
    """The title that ends where the name begins."""
    last = name.first
    while last > 0 and agent(tree[last - 1].norm) & Agent.HONORIFIC and not agent(tree[last - 1].norm) & Agent.OFFICE:
        last -= 1
    at = last - 1
    if at < 0 or (at in inside and inside[at].type is MentionType.PERSON):
        return None
    head = _title_head(tree, at)
    if head is None:
        return None
    first = min(phrases.start(tree, head), _reach_back(tree, inside, head))
    return _opened(tree, first, last, head)


def _title_head(tree: Tree, at: int) -> int | None:
    """The noun that says what the person is, of the words that end at `at`: "minister" of "minister of defence"."""
    if agent(tree[at].norm) & _WHO and tree[at].tag not in {"VERB", "AUX"}:
        return at
    for index in range(at, max(-1, at - _FAR), -1):
        token = tree[index]
        if token.norm in _GOES_ON:
            if index > 0 and token.norm in _COMPLEMENT and agent(tree[index - 1].norm) & Agent.OFFICE:
                return index - 1
        elif token.tag not in {"NOUN", "PROPN", "ADJ"}:
            return None
    return None


def _reach_back(tree: Tree, inside: Mapping[int, Name], head: int) -> int:
    """What stands before a title and belongs to it, however it was parsed: "NATO" of "NATO Secretary-General X"."""
    first = head
    while first > 0 and head - first < _FAR:
        beside = inside.get(first - 1)
        if beside is not None and beside.type is not MentionType.PERSON and tree[first].norm not in {"'s", "'"}:
            first = beside.first
        elif _modifies(tree, first - 1):
            first -= 1
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
            first = phrases.start(tree, child)
            if first - name.last <= _NEAR:
                return _opened(tree, first, _complemented(tree, child), child)
    beside = _beside(tree, inside, name)
    if beside is not None:
        return beside
    governor = tree[head].head
    before = is_relation(tree[head].relation, "appos") and 0 <= governor < name.first and governor not in inside
    if before and agent(tree[governor].norm) & Agent.OFFICE and name.first - governor <= _FAR:
        return _opened(tree, phrases.start(tree, governor), phrases.stop(tree, governor), governor)
    return _named_after(tree, inside, name)


def _named_after(tree: Tree, inside: Mapping[int, Name], name: Name) -> tuple[int, int] | None:
    """The definite office that a name between commas tells the holder of: "the firm's director, X, wrote"."""
    at = name.first - 2
    if at < 0 or tree[at + 1].norm != "," or name.last >= len(tree.tokens) or tree[name.last].norm not in {",", "."}:
        return None
    head = at if at not in inside else tree[inside[at].first].head
    is_office = 0 <= head <= at and head not in inside and bool(agent(tree[head].norm) & Agent.OFFICE)
    if not is_office or not phrases.is_definite(tree, head) or phrases.stop(tree, head) != at + 1:
        return None
    return _opened(tree, phrases.start(tree, head), at + 1, head)


def _beside(tree: Tree, inside: Mapping[int, Name], name: Name) -> tuple[int, int] | None:
    """The phrase of an office between commas after the name, where the parse tied it to something else."""
    first = name.last + 1
    if first >= len(tree.tokens) or tree[name.last].norm != ",":
        return None
    for head in range(first, min(first + _EARLY, tree.sentence_end(name.first))):
        if tree[head].norm == "," or tree[head].tag in {"VERB", "AUX"}:
            return None
        is_office = agent(tree[head].norm) & Agent.OFFICE and tree[head].tag == "NOUN" and head not in inside
        if is_office and phrases.start(tree, head) <= first + 1 and tree[head].relation != "compound":
            stop = _complemented(tree, head)
            ends = stop < len(tree.tokens) and (tree[stop].norm in _AFTER or tree[stop].xpos == "VBN")
            is_listed = tree[head].relation == "conj"
            return _opened(tree, phrases.start(tree, head), stop, head) if ends and not is_listed else None
    return None


def _complemented(tree: Tree, head: int) -> int:
    """The token after an office and all that "of" adds to it, up to the comma."""
    stop = phrases.stop(tree, head)
    last = min(tree.sentence_end(head), head + _FAR)
    if stop < last and tree[head + 1].norm in _COMPLEMENT:
        at = next((i for i in range(stop, last) if tree[i].norm in {",", "."} or tree[i].tag in {"VERB", "AUX"}), stop)
        return at if tree[at].norm in {",", "."} else stop
    return stop


def _appositions(tree: Tree, name: Name) -> Iterator[int]:
    for index in range(name.first, name.last):
        yield from tree.children(index, "appos", "parataxis", "acl:relcl")


def _told(tree: Tree, inside: Mapping[int, Name], head: int) -> tuple[int, int] | None:
    """What a clause says the person is: "X is the mayor", "X, who heads the agency"."""
    governor = tree[head].head
    if governor > head and tree.child(governor, "nsubj") in {None, head} and tree.child(head, "case") is None:
        found = _predicated(tree, inside, governor, head)
        if found is not None:
            return found
    for clause in tree.children(head, "acl:relcl"):
        subject = tree.child(clause, "nsubj")
        if subject is None or tree[subject].norm != "who":
            continue
        thing = tree.child(clause, "obj")
        if tree[clause].lemma in _HEADING and thing is not None and thing > clause:
            return _opened(tree, clause, phrases.stop(tree, thing), clause)
        return _predicated(tree, inside, clause, head)
    return None


def _predicated(tree: Tree, inside: Mapping[int, Name], noun: int, head: int) -> tuple[int, int] | None:
    """The phrase that a copula after `head` makes somebody, where it is an office and not denied."""
    copula = tree.child(noun, "cop")
    if copula is None or copula < head or noun in inside or not agent(tree[noun].norm) & Agent.OFFICE:
        return None
    if any(tree[i].norm in {"not", "n't", "never", "no"} for i in tree.children(noun, "advmod", "det")):
        return None
    return _opened(tree, max(copula + 1, phrases.start(tree, noun)), phrases.stop(tree, noun), noun)
