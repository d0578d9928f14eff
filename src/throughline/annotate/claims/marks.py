"""What a word's own marks say of a claim: negation, auxiliaries, conditions, the predicate that it is the subject of.

In: the tree of an article and the index of a word. Out: a sign, a `Force`, a tense; each by grammar alone.
"""

from throughline.annotate.tree import Tree, is_relation
from throughline.tables.stances import IMPOSSIBLE, POSSIBLE, Force, forces, lemmas

_NOT = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "cannot"})
_ONLY = frozenset({"only", "just", "merely", "simply", "necessarily"})
_NEAR = 6  # words before a verb within which a subject denies it; farther, parsers err
_NONE = frozenset({"no", "none", "nobody", "neither", "nothing"})
_IFS = frozenset(
    "if unless whether lest once provided without until when than why how where".split()
)  # before a verb: nothing is claimed of it
_CLAUSES = frozenset({"if", "unless", "provided", "should", "until", "when", "once", "till"})
_WILL = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_WOULD = frozenset({"would", "'d", "’d"})
_MUST = frozenset({"must", "should", "ought", "need"})
_MAY = frozenset({"may", "might", "could", "can", "ca"})
_EITHER = frozenset({"either", "rather"})
_UNTIL = frozenset({"until", "till"})
_INVERTED = frozenset({"should", "had", "were"})
_NOW = frozenset({"is", "are", "'s", "'re", "’s", "’re", "am", "'m", "be"})


def verb(tree: Tree, index: int) -> str:
    """The verb as the tables know it, with its particle where they know that."""
    lemma = lemmas().get(tree[index].norm, tree[index].lemma)
    for child in tree.children(index, "compound:prt", "advmod"):
        if ("verb", f"{lemma} {tree[child].norm}") in forces():
            return f"{lemma} {tree[child].norm}"
    return lemma


def negation(tree: Tree, at: int) -> int:
    """-1 where a word is negated by a word of its own."""
    children = tree.children(at, "advmod", "det", "cc", "nsubj", "aux")
    return -1 if any(_negates(tree, at, child) for child in children) else 1


def _negates(tree: Tree, at: int, child: int) -> bool:
    token = tree[child]
    after = tree[child + 1].norm if child + 1 < len(tree.tokens) else ""
    if is_relation(token.relation, "nsubj"):
        is_none = token.norm in _NONE or any(tree[det].norm in _NONE for det in tree.children(child, "det"))
        return is_none and at - _NEAR <= child < at
    if token.norm == "no":
        return token.relation == "det" or (token.relation == "advmod" and after != "longer")
    if token.norm == "longer":
        return child > 0 and tree[child - 1].norm == "no"
    return token.norm in _NOT and token.relation != "det" and after not in _ONLY


def is_conditional(tree: Tree, at: int) -> bool:
    """Tell what depends on something else: "if", "unless", "without an agreement", "should he remain"."""
    if any(tree[child].norm in _IFS for child in tree.children(at, "mark", "advmod", "case")):
        return True
    if any(tree[child].norm in _EITHER for child in tree.children(at, "cc", "advmod")):
        return True
    cases = {tree[case].norm for part in tree.children(at, "obl", "nmod") for case in tree.children(part, "case")}
    if "without" in cases or (cases & _UNTIL and negation(tree, at) < 0):
        return True  # "will not leave until September"
    openings = {
        tree[mark].norm for clause in tree.children(at, "advcl") for mark in tree.children(clause, "mark", "advmod")
    }
    if "after" in openings | cases and any(tree[child].norm == "only" for child in tree.children(at, "advmod")):
        return True  # "should take place only after he resigns"
    return bool(openings & _CLAUSES) or _is_unreal(tree, at)


def _is_unreal(tree: Tree, at: int) -> bool:
    """Tell "should he remain" and "would have left"."""
    last = max(tree.children(at, "nsubj"), default=-1)
    auxiliaries = [*tree.children(at, "aux")]
    if any(aux < last and tree[aux].norm in _INVERTED for aux in auxiliaries):
        return True
    norms = {tree[aux].norm for aux in auxiliaries}
    return bool(_WOULD & norms) and "have" in norms


def modal(tree: Tree, at: int) -> Force | None:
    """What an auxiliary makes of its verb; None where it has none that tells."""
    auxiliaries = [tree[aux].norm for aux in tree.children(at, "aux", "mark") if tree[aux].tag == "AUX"]
    for norm in auxiliaries:
        if norm in _WILL or norm in _WOULD:
            return Force.WILL
        if norm in _MUST:
            return Force.WISH
        if norm in _MAY:
            return Force.OPEN
    if tree[at].norm == "going" and tree.child(at, "xcomp") is not None:
        return Force.WILL
    if tree[at].lemma == "have" and tree.child(at, "xcomp") is not None:
        return Force.WISH
    return None


def of_subject(tree: Tree, at: int) -> tuple[Force, int] | None:
    """What a noun as the subject of "is" lends: "our hope is that", "the plan is to"."""
    if tree.child(at, "cop") is None and tree[at].lemma != "be":
        return None
    for child in tree.children(at, "nsubj"):
        lends = forces().get(("noun", tree[child].lemma)) if tree[child].tag == "NOUN" else None
        if lends is not None and lends[0] is not None:
            force = lends[0]
            if force is Force.NONE:
                force = Force.WILL if negation(tree, child) < 0 else Force.OPEN
            return force, lends[1] * negation(tree, child)
    return None


def of_predicate(tree: Tree, at: int) -> tuple[Force, int] | None:
    """What an adjective as predicate lends: "was not possible", "is out of the question"."""
    token = tree[at]
    if token.lemma in IMPOSSIBLE and token.tag == "ADJ":
        return Force.WILL, -1
    if token.lemma == "question" and tree.child(at, "case") is not None and tree.child(at, "cop") is not None:
        return Force.WILL, -1
    if token.lemma in POSSIBLE and token.tag == "ADJ" and tree.child(at, "cop") is not None:
        if negation(tree, at) < 0:
            is_past = any(tree[c].norm in {"was", "were", "been"} for c in tree.children(at, "cop"))
            return Force.OPEN if is_past else Force.WILL, 1  # the negation itself has turned the sign
        return Force.OPEN if token.lemma in {"possible", "likely"} else Force.WILL, 1
    return None


def of_proof(tree: Tree, at: int) -> tuple[Force, int] | None:
    """What an adjective after a verb or as predicate lends to its subject: "an extension did not prove possible"."""
    for child in (at, *tree.children(at, "xcomp", "ccomp")):
        if tree[child].lemma in IMPOSSIBLE | POSSIBLE and tree[child].tag == "ADJ":
            sign = negation(tree, at) * (-1 if tree[child].lemma in IMPOSSIBLE else 1)
            return (Force.WILL, sign) if sign < 0 else (Force.OPEN, 1)
    if tree[at].lemma == "question" and tree.child(at, "case") is not None and tree.child(at, "cop") is not None:
        return Force.WILL, -1
    return None


def tense(tree: Tree, index: int) -> str:
    """Tell the tense of a verb that nothing governs: "past", "present", "coming"; "" where it has none."""
    token = tree[index]
    auxiliaries = {tree[aux].lemma for aux in tree.children(index, "aux")}
    passive = [tree[aux] for aux in tree.children(index, "aux:pass")]
    if "have" in auxiliaries:
        return "past"
    if token.xpos == "VBG":
        is_now = any(tree[aux].norm in _NOW for aux in tree.children(index, "aux"))
        return "coming" if is_now or ("be" in auxiliaries and token.relation == "ccomp") else ""
    if token.xpos == "VBD" or "did" in {tree[aux].norm for aux in tree.children(index, "aux")}:
        return "past"
    if passive:
        return "past" if passive[0].norm in {"was", "were", "been"} else "present"
    if token.xpos == "VBP" and token.norm.endswith("ed") and lemmas().get(token.norm, token.norm) != token.norm:
        return "past"  # taggers err on short sentences
    if token.xpos in {"VBZ", "VBP"} or "do" in auxiliaries:
        return "present"
    return ""
