"""How a claim is held: as a fact, an intention, a wish, a refusal; and whether it is for or against its own word.

In: the tree of an article and the index of a word. Out: a `Scope`, found by climbing from the word over what governs
it ("has no plan to keep", "failed to agree on an extension", "asked them to stay"); None where nothing is claimed.
"""

from typing import NamedTuple

from throughline.annotate.claims import marks
from throughline.annotate.tree import Tree, is_relation
from throughline.tables.stances import WANTING, Force, forces, poles

_HIGHEST = 8  # governors that are climbed; real ones are fewer
_SAID = frozenset("say tell announce insist add confirm state declare maintain note explain report claim admit".split())
_REFUTING = frozenset("deny reject dismiss refute".split())
_DATED = frozenset({"schedule", "set"})  # verbs whose adverbial clause is what they are about
_ONCE = frozenset("always once originally initially earlier formerly previously long".split())
_OVER = ("xcomp", "ccomp", "acl", "obj", "obl", "nmod", "csubj", "advcl", "nsubj", "appos")
_MEANT = frozenset({Force.WISH, Force.WILL})
_ORDER = (Force.FACT, Force.WILL, Force.WISH, Force.REFUSAL, Force.OPEN)  # the stronger holds for the whole


class Scope(NamedTuple):
    """`sign` is -1 where the word is denied; `holder` the verb or noun that says who wants it, the word itself or None.

    `tense`: "past", "present", of what is under way "coming", or "".
    """

    sign: int
    force: Force
    tense: str
    holder: int | None


class _Climb(NamedTuple):
    """How far one has come: the word reached, and what is known of the claim by then; `is_top`: no higher.

    `is_refuted`: it is what somebody denies, and so told as done.
    """

    at: int
    sign: int = 1
    force: Force | None = None
    holder: int | None = None
    is_top: bool = False
    is_refuted: bool = False


def scope(tree: Tree, index: int) -> Scope | None:
    """Read how the claim of a word is held."""
    climb = _Climb(index)
    for _ in range(_HIGHEST):
        for step in (_marked, _joined, _governed):
            found = climb if climb.is_top else step(tree, climb)
            if found is None:
                return None
            climb = found
    return _held(tree, index, climb)


def _held(tree: Tree, index: int, climb: _Climb) -> Scope | None:
    """The scope that a climb came to; a noun that nothing governs claims nothing."""
    if climb.force is not None:
        return Scope(climb.sign, climb.force, "", index if climb.holder is None else climb.holder)
    tense = "" if tree[index].tag == "NOUN" else marks.tense(tree, index) or ("past" if climb.is_refuted else "")
    if not tense:
        return None
    return Scope(climb.sign, Force.WILL if tense == "coming" else Force.FACT, tense, index)


def _marked(tree: Tree, climb: _Climb) -> _Climb | None:
    """Add what a word's own marks say; None where they leave it open."""
    at = climb.at
    if marks.is_conditional(tree, at):
        return None
    modal = marks.modal(tree, at)
    force = modal if modal is Force.OPEN else climb.force or modal
    sign = climb.sign * marks.negation(tree, at)
    for lent in (marks.of_subject(tree, at), marks.of_predicate(tree, at)):
        if lent is not None:
            force = force if force is Force.OPEN else lent[0]
            sign *= lent[1]
    return climb._replace(sign=sign, force=force, is_top=tree[at].head < 0)


def _joined(tree: Tree, climb: _Climb) -> _Climb:
    """Go from the second of two joined verbs to the first, whose auxiliary and subject it may share."""
    at = climb.at
    if tree[at].relation != "conj":
        return climb
    first = tree.first_conjunct(at)
    force, sign = climb.force, climb.sign
    if force is None and tree.child(at, "nsubj", "aux") is None:
        force = marks.modal(tree, first)
    lent = marks.of_subject(tree, first)
    if lent is not None:
        force, sign = lent[0], sign * lent[1]
    return climb._replace(at=first, sign=sign, force=force, is_top=tree[first].head < 0)


def _governed(tree: Tree, climb: _Climb) -> _Climb | None:
    """Add what the governor makes of it; None where it leaves it open."""
    above, relation = tree[climb.at].head, tree[climb.at].relation
    top = climb._replace(is_top=True)
    if not is_relation(relation, *_OVER) or is_relation(relation, "acl:relcl"):
        return top
    part = "noun" if tree[above].tag == "NOUN" else "verb"
    lemma = tree[above].lemma if part == "noun" else marks.verb(tree, above)
    if part == "verb" and lemma in _SAID:
        return top
    if lemma in _REFUTING and (relation == "ccomp" or tree[climb.at].xpos in {"VBG", "VBN"}):
        return top._replace(sign=-climb.sign, is_refuted=True)
    if is_relation(relation, "nsubj"):
        proved = marks.of_proof(tree, above)
        return top if proved is None else top._replace(force=proved[0], sign=climb.sign * proved[1])
    lends = forces().get((part, lemma))
    if lends is None and tree[climb.at].tag == "NOUN" and ("course", -1) in poles().get((part, lemma), ()):
        return top._replace(sign=-climb.sign)  # "scrapped plans to"
    if lends is None and tree[climb.at].tag == "NOUN" and climb.force is not None and part == "verb":
        return _of_noun(tree, top)
    if lends is None:
        passes = relation == "xcomp" or (tree[above].tag == "ADJ" and relation in {"ccomp", "csubj"})
        return climb._replace(at=above) if passes else top
    if relation == "advcl" and lemma not in _DATED:
        return top
    return _lent(tree, climb, lends, is_want=part == "noun" or lemma in WANTING)


def _of_noun(tree: Tree, top: _Climb) -> _Climb | None:
    """Add what the verb over a noun of wishing or meaning says: "should take the decision to", "may drop the plan"."""
    above = tree[top.at].head
    modal = marks.modal(tree, above)
    if modal is Force.OPEN or marks.is_conditional(tree, above):
        return None
    if marks.negation(tree, above) < 0:
        return top._replace(sign=-top.sign) if tree[above].lemma in {"have", "be"} else None
    return top._replace(force=Force.WISH) if modal is Force.WISH and top.force is Force.WILL else top


def _lent(tree: Tree, climb: _Climb, lends: tuple[Force | None, int], *, is_want: bool) -> _Climb | None:
    """Add what a verb or noun of wishing, meaning or refusing lends; `is_want`: its denial is the contrary wish."""
    above = tree[climb.at].head
    given, sign = lends
    is_denied = marks.negation(tree, above) < 0
    if given is Force.NONE:
        given = Force.WILL if is_denied else Force.OPEN
    if given in _MEANT:
        is_past = any(tree[child].norm in _ONCE for child in tree.children(above, "advmod"))
        is_told = marks.tense(tree, climb.at) == "past" and tree.child(climb.at, "nsubj") is not None
        if is_past or is_told or (given is Force.WISH and is_denied and not is_want):
            return None  # "always wanted to", "asked why he was held", "did not ask them to"
    climb = climb._replace(at=above, sign=climb.sign * sign)
    if given is None:
        return climb
    force = given if climb.force is None else max(climb.force, given, key=_ORDER.index)
    return climb._replace(force=force, holder=above)
