"""What became of somebody, told by a copula: "is dead", "were missing", "is under arrest", "is over".

In: a scene and the token of a copula's predicate. Out: the predicate and its status, or None: being tall, late or
sorry is no event.
"""

from throughline.annotate.events import clauses, status
from throughline.annotate.events.clauses import Form
from throughline.annotate.events.lending import tense_status
from throughline.annotate.events.scene import Scene
from throughline.model import Status
from throughline.tables.predicates import Predicate

_DONE = frozenset("dead bankrupt guilty over extinct homeless ablaze".split())  # once so, it has happened
_GOING_ON = frozenset(
    "missing|hostage|unaccounted for|under arrest|under siege|under attack|under way|under investigation|in custody|"
    "in hiding|in exile|in hospital|on strike|on trial|on fire|at war|at large|without power|without water|in talks|"
    "in negotiations".split("|")
)
_WORDS = frozenset(word for words in _GOING_ON for word in words.split()) | _DONE
_COPULAS = frozenset({"be", "remain"})
_WEIGHT = 2


def read(scene: Scene, head: int) -> tuple[Predicate, Status] | None:
    """Read the outcome that a copula's predicate tells."""
    tree = scene.tree
    if tree[head].norm not in _WORDS or not _is_predicate(scene, head):
        return None
    case = tree.child(head, "case")
    words = f"{tree[case].norm} {tree[head].norm}" if case is not None else tree[head].norm
    if words not in _DONE and words not in _GOING_ON:
        return None
    clause = clauses.read(tree, head)
    told = status.judge(scene, head).status or (Status.HAPPENED if clause.form is Form.PRESENT else None)
    if clause.form is Form.PRESENT:
        if status.is_unvouched(tree, head):
            return None  # "is probably dead"
        if clause.is_negated or tense_status(clause) is Status.NOT_HAPPENED:
            return None  # "is not dead" tells of nothing
        told = Status.HAPPENED if words in _DONE else Status.ONGOING
    return (Predicate(words, frozenset(), None, _WEIGHT), told) if told is not None else None


def _is_predicate(scene: Scene, head: int) -> bool:
    tree = scene.tree
    over = tree[head].head
    is_complement = over >= 0 and tree[over].lemma in _COPULAS and tree[head].relation in {"xcomp", "obl"}
    is_missing = tree[head].norm == "missing" and tree.child(head, "aux") is not None
    return tree.child(head, "cop") is not None or is_complement or is_missing
