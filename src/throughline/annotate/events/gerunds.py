"""What becomes of an event told with "-ing": after a preposition, after a verb that takes it, beside a clause.

In: a scene, a gerund's clause, the head of its coordination, and its governor. Out: the token whose status it stands
under with the status lent (None: the governor's own), or None where the words do not tell.
"""

from throughline.annotate.events.clauses import Clause
from throughline.annotate.events.lending import lends, marks
from throughline.annotate.events.scene import Scene
from throughline.annotate.tree import Tree, is_relation
from throughline.model import Status

_LATER = frozenset("after since following upon despite".split())  # what something came after has happened
_ALONG = frozenset("by while when in through with on as".split())  # done with it: done if it is
_LACKED = frozenset({"without"})
_OPEN = frozenset("before until instead if unless against about towards toward like for".split())
_ANYBODY = frozenset("any every each all anyone anybody everyone those".split())


def lent(scene: Scene, clause: Clause, top: int, relation: str, governor: int) -> tuple[int, Status | None] | None:
    """Return under which word a gerund stands, and what that lends."""
    tree = scene.tree
    words = marks(tree, top) | marks(tree, clause.head)
    if is_relation(relation, "acl:relcl", "parataxis", "appos", "csubj"):
        return None
    if not words.isdisjoint(_LATER):
        return governor, Status.HAPPENED
    found = lends(tree, governor, "ing")
    is_complement = (
        is_relation(relation, "xcomp", "ccomp")
        or not words.isdisjoint({"from", "out", "of", "to", "on"})
        or (not words and _follows(tree, clause.head, governor))
    )
    if found is not None and (is_complement or (is_relation(relation, "advcl") and "for" in words)):
        return (governor, found.status) if found.status is not None else None
    if not words.isdisjoint(_LACKED):
        return governor, Status.NOT_HAPPENED
    if not words.isdisjoint(_OPEN):
        return None
    if is_relation(relation, "acl"):
        return _of_noun(tree, words, governor)
    if is_relation(relation, "xcomp"):
        return _under_to(tree, governor)
    if is_relation(relation, "advcl") and (not words or not words.isdisjoint(_ALONG)):
        return governor, None
    return None


def _follows(tree: Tree, head: int, governor: int) -> bool:
    """Tell a gerund right behind its verb: "ruled out sending troops"."""
    is_particle = tree[head - 1].head == governor and tree[head - 1].relation == "compound:prt"
    return head - 1 == governor or (head - 2 == governor and is_particle)


def _of_noun(tree: Tree, words: frozenset[str], noun: int) -> tuple[int, Status | None] | None:
    """Judge "a bomb killing 12" by the clause of the noun, "the idea of leaving" by the noun."""
    if words:
        found = lends(tree, noun, "to")
        return (noun, found.status) if found is not None and found.status is not None else None
    if is_anybody(tree, noun):
        return None
    top = tree.first_conjunct(noun)
    over = tree[top].head
    return (over, None) if over >= 0 and tree[over].tag in {"VERB", "AUX"} else None


def _under_to(tree: Tree, governor: int) -> tuple[int, Status | None] | None:
    """Judge "saw them leaving", "was caught stealing": as true as the seeing."""
    return (governor, None) if tree[governor].tag == "VERB" else None


def is_anybody(tree: Tree, noun: int) -> bool:
    """Tell "anyone arrested", "all troops serving": no one in particular."""
    token = tree[noun]
    return token.norm in _ANYBODY or any(tree[child].norm in _ANYBODY for child in tree.children(noun, "det"))
