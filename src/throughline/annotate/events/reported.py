"""Whether a clause is what somebody said, and whether its "would" is the future of that saying.

In: a scene and the head of a clause. Out: yes or no.
"""

from throughline.annotate.events import clauses
from throughline.annotate.events.clauses import Form
from throughline.annotate.events.scene import Scene
from throughline.annotate.tree import Tree, is_relation

_LONGEST = 120  # tokens looked back over for a quotation mark


def is_reported(scene: Scene, head: int) -> bool:
    """Tell whether somebody says it: a clause that a verb of saying takes, or the content of a statement."""
    token = scene.tree[head]
    return _reporter(scene.tree, head) is not None or scene.context.statement(token.start, token.end) is not None


def _reporter(tree: Tree, head: int) -> int | None:
    """Return the verb whose content a clause is."""
    at = tree.first_conjunct(head)
    for above in (at, *tree.above(at)):
        if tree[above].relation == "ccomp":
            return tree[above].head
    return None


def is_future_of_past(scene: Scene, head: int) -> bool:
    """Tell "said it would withdraw" from "troops that would replace them" and from the "would" of a supposition.

    The reporting verb stands in the past ("argue that it would create" supposes), and no quotation mark is open: who
    is quoted with "would" supposes too.
    """
    tree = scene.tree
    top = tree.first_conjunct(head)
    subject = tree.child(head, "nsubj")
    if is_relation(tree[top].relation, "acl:relcl") or (subject is not None and tree[subject].xpos in {"WDT", "WP"}):
        return False
    if is_quoted(tree, head):
        return False
    over = _reporter(tree, head)
    if over is not None and over >= 0:
        said = clauses.read(tree, over)
        return said.is_perfect or said.form not in {Form.PRESENT, Form.FUTURE, Form.WOULD, Form.MAYBE}
    token = tree[head]
    return scene.context.statement(token.start, token.end) is not None


def is_quoted(tree: Tree, head: int) -> bool:
    """Tell whether a quotation mark is open before a token, in its own sentence."""
    marks_before, at = 0, head - 1
    while at >= 0 and head - at < _LONGEST and not (tree[at].norm in {".", "!", "?"} and tree[at].tag == "PUNCT"):
        marks_before += tree[at].norm == '"'
        at -= 1
    return marks_before % 2 == 1
