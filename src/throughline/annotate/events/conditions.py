"""The words that an event hangs on: "if Kell signs", "unless ...", "without an agreement", "until he resigns".

In: a scene, a trigger and the chain of verbs it stands under. Out: the evidence of the condition, or None. A condition
belongs to the clause that it hangs from, and to what that clause governs.
"""

from collections.abc import Iterable

from throughline.annotate.events.scene import Scene
from throughline.annotate.tree import is_relation
from throughline.model import Evidence

_OPENERS = frozenset({"if", "unless", "provided", "providing"})
_PHRASES = frozenset({"without", "barring", "pending", "absent"})
_WAITS = frozenset({"until", "till"})
_DEEPEST = 4  # verbs above a trigger that may carry its condition
_ENDS = frozenset({",", ";", ".", '"', ":", "--", ")", "("})
_THROUGH = ("xcomp", "conj")  # a condition on "will have" is one on "to leave" below it


def find(scene: Scene, trigger: int, governors: Iterable[int], *, negated: bool = False) -> tuple[int, int] | None:
    """Find the half-open token range of a condition; `negated` takes "will not ... until" in."""
    for head in _carriers(scene, trigger, governors):
        for child in scene.tree.children(head, "advcl", "obl", "nmod"):
            if _is_condition(scene, child, negated=negated) and not _holds(scene, child, trigger):
                return _range(scene, child)
    return None


def evidence(scene: Scene, span: tuple[int, int]) -> Evidence:
    """Return the words of a condition."""
    return scene.evidence(*span)


def _carriers(scene: Scene, trigger: int, governors: Iterable[int]) -> list[int]:
    tree = scene.tree
    found = [trigger]
    at = trigger
    for _ in range(_DEEPEST):
        if not is_relation(tree[at].relation, *_THROUGH) or tree[at].head < 0:
            break
        at = tree[at].head
        found.append(at)
    return [*found, *(each for each in governors if each >= 0 and each not in found)]


def _is_condition(scene: Scene, child: int, *, negated: bool) -> bool:
    tree = scene.tree
    words = {tree[mark].norm for mark in tree.children(child, "mark", "case")}
    if is_relation(tree[child].relation, "advcl"):
        if any(tree[mark - 1].norm == "even" for mark in tree.children(child, "mark") if mark > 0):
            return False  # "even if it works": whether or not
        return (not words.isdisjoint(_OPENERS) and "as" not in words) or (negated and not words.isdisjoint(_WAITS))
    return not words.isdisjoint(_PHRASES) or (negated and not words.isdisjoint(_WAITS))


def _holds(scene: Scene, child: int, trigger: int) -> bool:
    first, stop = scene.tree.reach(child)
    return first <= trigger < stop


def _range(scene: Scene, child: int) -> tuple[int, int]:
    tree = scene.tree
    first, stop = tree.reach(child, "parataxis")
    while stop - 1 > first and tree[stop - 1].norm in _ENDS:
        stop -= 1
    while first < stop - 1 and tree[first].norm in _ENDS:
        first += 1
    return first, stop
