"""What a clause hangs on, on the way to the root: "if", "whether", "denied that", "fears that", "until".

In: a tree, a clause and the status that its own words give it. Out: the status in the light of every clause above.
"""

from typing import NamedTuple

from throughline.annotate.events import clauses
from throughline.annotate.events.clauses import Clause, Form
from throughline.annotate.events.lending import lends, marks, under
from throughline.annotate.tree import Tree, is_relation
from throughline.model import Status


class Judgement(NamedTuple):
    """A status (None: no event) and the token that lent it: "urged" in "urged NATO to expand"; -1: none."""

    status: Status | None
    governor: int = -1


NONE = Judgement(None)
DEEPEST = 5  # governors over governors: "agreed to ask Iraq to sign"
HYPOTHESIS = frozenset("if unless whether lest".split())
_UNFINISHED = frozenset("until till once before when after".split())
# What is known by whoever says so stands, whatever is denied of the knowing: "did not realise that".
_FACTIVES = frozenset("know realise realize forget regret remember notice learn mention".split())


def is_hypothesis(tree: Tree, head: int) -> bool:
    """Tell "if he stole it", "asked whether they saw him or sold it": nobody says that it happened."""
    top = tree.first_conjunct(head)
    return not is_relation(tree[top].relation, "root") and not HYPOTHESIS.isdisjoint(
        marks(tree, head) | marks(tree, top)
    )


def within(tree: Tree, clause: Clause, own: Judgement) -> Judgement:
    """Apply what the clause hangs on: "if", "whether", "denied that", "fears that", on the way to the root."""
    status, at = own.status, own.governor if own.governor >= 0 else clause.head
    place = own.governor
    for _ in range(DEEPEST):
        top = tree.first_conjunct(at)
        words = marks(tree, at) | marks(tree, top)
        relation, over = tree[top].relation, tree[top].head
        if is_hypothesis(tree, at):
            return NONE
        if over < 0:
            break
        if not _UNFINISHED.isdisjoint(words) and _is_unfinished(tree, at, over):
            return NONE
        if is_relation(relation, "advcl"):
            break
        is_relative = is_relation(relation, "acl:relcl")
        is_misread = is_relative and _is_misread(tree, top, over)
        if is_relation(relation, "ccomp", "acl", "csubj") and (is_misread or not is_relative):
            if is_misread or _is_content(tree, relation, top):
                status, place = _of_content(tree, over, status, clause, place)
                if status is None:
                    return NONE
        elif not is_relation(relation, "xcomp"):
            break
        at = over
    return Judgement(status, place)


def _is_misread(tree: Tree, top: int, over: int) -> bool:
    """Tell "the possibility that rebels killed him", a content that the parse took for a relative clause."""
    own = tree.child(top, "nsubj")
    is_full = (
        own is not None and tree[own].tag in {"NOUN", "PROPN"} and tree.child(top, "obj", "nsubj:pass") is not None
    )
    return is_full and lends(tree, over, "that") is not None


def _is_content(tree: Tree, relation: str, top: int) -> bool:
    """Tell a clause that says something ("said that it left") from one that only hangs there."""
    if is_relation(relation, "ccomp") or "that" in marks(tree, top):
        return True
    return is_relation(relation, "acl") and tree.child(top, "nsubj") is not None and clauses.read(tree, top).is_finite


def _is_unfinished(tree: Tree, at: int, over: int) -> bool:
    """Tell whether a sentence speaks of a time to come, so that "until he resigns" has not happened either."""
    over = next((each for each in (over, *tree.above(over)) if tree[each].tag in {"VERB", "AUX"}), over)
    here, there = clauses.read(tree, at), clauses.read(tree, over)
    is_ahead = there.form in {Form.FUTURE, Form.WOULD, Form.MAYBE, Form.INFINITIVE, Form.BARE}
    return is_ahead or (here.form is Form.PRESENT and not here.is_perfect)


def _of_content(tree: Tree, over: int, status: Status | None, clause: Clause, place: int) -> tuple[Status | None, int]:
    """Return a content clause's status under the word that reports, wants, denies or doubts it."""
    above = clauses.read(tree, over)
    found = lends(tree, over, "that")
    if found is None:
        if tree[over].tag == "NOUN":
            return _of_report(tree, over, status, place)
        is_shaky = above.is_negated or above.form is Form.MAYBE or _is_seeming(tree, over) or _is_unsaid(tree, over)
        if is_shaky and tree[over].lemma not in _FACTIVES:
            return None, over
        return status, place
    if found.status is Status.DENIED and (above.is_negated or above.form is Form.MAYBE):
        return None, over  # "did not deny that", "could not rule out that"
    if found.status is Status.PLANNED and status is Status.HAPPENED:
        return status, place
    return under(
        found.status, Status.PLANNED if clause.form in {Form.PRESENT, Form.BARE} and clause.is_simple else status
    ), over


def _is_unsaid(tree: Tree, over: int) -> bool:
    """Tell "we are not going to say that"."""
    for _ in range(DEEPEST):
        if not is_relation(tree[over].relation, "xcomp") or tree[over].head < 0:
            return False
        over = tree[over].head
        if clauses.read(tree, over).is_negated:
            return True
    return False


def _is_seeming(tree: Tree, over: int) -> bool:
    """Tell "appeared to confirm that"."""
    return is_relation(tree[over].relation, "xcomp") and tree[tree[over].head].lemma in {"appear", "seem", "purport"}


def _of_report(tree: Tree, noun: int, status: Status | None, place: int) -> tuple[Status | None, int]:
    """Judge "dismissed reports that ...": what is denied is what the reports say."""
    top = tree.first_conjunct(noun)
    over = tree[top].head
    found = lends(tree, over, "that") if over >= 0 and is_relation(tree[top].relation, "obj", "nsubj:pass") else None
    if found is None or found.status is not Status.DENIED:
        return status, place
    return under(found.status, status), over
