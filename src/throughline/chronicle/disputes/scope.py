"""How a claim is held: as a fact, an intention, a wish, a refusal; and whether it is for or against its own word.

In: the tree of an article and the index of a word. Out: a `Scope`, found by climbing from the word over what governs
it ("has no plan to keep", "failed to agree on an extension", "asked them to stay"); None where nothing is claimed.
"""

from typing import NamedTuple

from throughline.annotate.tree import Tree, is_relation
from throughline.tables.stances import IMPOSSIBLE, POSSIBLE, WANTING, Force, forces, lemmas

_HIGHEST = 8  # governors that are climbed; real ones are fewer
_NOT = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "cannot"})
_ONLY = frozenset({"only", "just", "merely", "simply", "necessarily"})
_NEAR = 6  # words before a verb within which a subject denies it; farther, parsers err
_NONE = frozenset({"no", "none", "nobody", "neither", "nothing"})
_IFS = frozenset(
    {"if", "unless", "whether", "lest", "once", "provided", "without", "until", "when", "than", "why", "how", "where"}
)
_CLAUSES = frozenset({"if", "unless", "provided", "should", "until", "when", "once", "till"})
_WILL = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_WOULD = frozenset({"would", "'d", "’d"})
_MUST = frozenset({"must", "should", "ought", "need"})
_MAY = frozenset({"may", "might", "could", "can", "ca"})
_SAID = frozenset("say tell announce insist add confirm state declare maintain note explain report claim admit".split())
_REFUTING = frozenset("deny reject dismiss refute".split())
_OVER = ("xcomp", "ccomp", "acl", "obj", "obl", "nmod", "csubj", "advcl", "nsubj", "appos")
_NOUNS = ("obj", "obl", "nmod", "nsubj", "nsubj:pass", "conj")
_NOW = frozenset({"is", "are", "'s", "'re", "’s", "’re", "am", "'m", "be"})


_ONCE = frozenset("always once originally initially earlier formerly previously long".split())
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


def scope(tree: Tree, index: int) -> Scope | None:
    """Read how the claim of a word is held."""
    sign, force, holder, at = 1, None, None, index
    is_noun = tree[index].tag == "NOUN"
    is_denied = False
    for _ in range(_HIGHEST):
        if _is_conditional(tree, at):
            return None
        sign *= _negation(tree, at)
        modal = _modal(tree, at)
        force = modal if modal is Force.OPEN else force or modal
        if (wish := _subject(tree, at)) is not None:
            force, lent = wish
            sign *= lent
        if (found := _predicate(tree, at)) is not None:
            force, lent = found
            sign *= lent
        above, relation = tree[at].head, tree[at].relation
        if above < 0:
            break
        if relation == "conj":
            above = tree.first_conjunct(at)
            if force is None and tree.child(at, "nsubj", "aux") is None:
                force = _modal(tree, above)
            lent_by = _subject(tree, above)
            force, sign = (lent_by[0], sign * lent_by[1]) if lent_by is not None else (force, sign)
            at = above
            above, relation = tree[at].head, tree[at].relation
            if above < 0:
                break
        if not is_relation(relation, *_OVER) or is_relation(relation, "acl:relcl"):
            break
        part = "noun" if tree[above].tag == "NOUN" else "verb"
        lemma = tree[above].lemma if part == "noun" else _verb(tree, above)
        if lemma in _SAID and part == "verb":
            break
        if lemma in _REFUTING and relation == "ccomp":
            sign, is_denied = -sign, True
            break
        if is_relation(relation, "nsubj"):
            found = _proved(tree, above)
            if found is not None:
                force, sign = found[0], sign * found[1]
            break
        lends = forces().get((part, lemma))
        if lends is None:
            if relation == "xcomp" or (tree[above].tag == "ADJ" and relation in {"ccomp", "csubj"}):
                at = above
                continue
            break
        if relation == "advcl" and lemma not in {"schedule", "set"}:
            break
        given, lent = lends
        is_denied_here = _negation(tree, above) < 0
        if given is Force.NONE:
            given = Force.WILL if is_denied_here else Force.OPEN
        if given in _MEANT and any(tree[child].norm in _ONCE for child in tree.children(above, "advmod")):
            return None
        if given is Force.WISH and is_denied_here and part == "verb" and lemma not in WANTING:
            return None
        if given in _MEANT and _tense(tree, at) == "past" and tree.child(at, "nsubj") is not None:
            return None  # "asked why he was held"
        if given is not None:
            force = given if force is None else max(force, given, key=_ORDER.index)
            holder = above
        sign *= lent
        at = above
    return _held(tree, index, sign, force, holder, is_noun=is_noun, is_denied=is_denied)


def _held(
    tree: Tree, index: int, sign: int, force: Force | None, holder: int | None, *, is_noun: bool, is_denied: bool
) -> Scope | None:
    if force is not None:
        return Scope(sign, force, "", index if holder is None else holder)
    if is_noun:
        return None
    tense = _tense(tree, index)
    if tense == "coming":
        return Scope(sign, Force.WILL, tense, index)
    if not tense:
        return None
    return Scope(sign, Force.FACT, tense, index)


def _verb(tree: Tree, index: int) -> str:
    lemma = lemmas().get(tree[index].norm, tree[index].lemma)
    for child in tree.children(index, "compound:prt", "advmod"):
        if ("verb", f"{lemma} {tree[child].norm}") in forces():
            return f"{lemma} {tree[child].norm}"
    return lemma


def _negation(tree: Tree, at: int) -> int:
    """-1 where a word is negated by a word of its own."""
    sign = 1
    for child in tree.children(at, "advmod", "det", "cc", "nsubj", "obj", "aux"):
        norm = tree[child].norm
        after = tree[child + 1].norm if child + 1 < len(tree.tokens) else ""
        if norm in _NOT and is_relation(tree[child].relation, "advmod", "cc", "aux") and after not in _ONLY:
            sign = -1
        elif norm == "no" and tree[child].relation == "det":
            sign = -1
        elif norm == "longer" and child and tree[child - 1].norm == "no":
            sign = -1
        elif (
            is_relation(tree[child].relation, "nsubj")
            and at - _NEAR <= child < at
            and (norm in _NONE or any(tree[det].norm in _NONE for det in tree.children(child, "det")))
        ):
            sign = -1
        elif norm == "no" and tree[child].relation == "advmod" and after != "longer":
            sign = -1
    return sign


def _is_conditional(tree: Tree, at: int) -> bool:
    for child in tree.children(at, "mark", "advmod", "case"):
        if tree[child].norm in _IFS:
            return True
    for child in tree.children(at, "obl", "nmod"):
        case = tree.child(child, "case")
        if (
            case is not None
            and tree[case].norm in {"without", "until", "till"}
            and (tree[case].norm == "without" or _negation(tree, at) < 0)
        ):
            return True  # "without an agreement they will leave", "will not leave until September"
    for clause in tree.children(at, "advcl"):
        marks = [tree[mark].norm for mark in tree.children(clause, "mark", "advmod")]
        if any(mark in _CLAUSES for mark in marks):
            return True
    if any(tree[child].norm in {"either", "rather"} for child in tree.children(at, "cc", "advmod", "cc:preconj")):
        return True
    lasts = max(tree.children(at, "nsubj"), default=-1)
    if any(aux < lasts and tree[aux].norm in {"should", "had", "were"} for aux in tree.children(at, "aux")):
        return True  # "should he remain"
    auxiliaries = [tree[aux].norm for aux in tree.children(at, "aux")]
    return bool(_WOULD & set(auxiliaries)) and "have" in auxiliaries


def _modal(tree: Tree, at: int) -> Force | None:
    auxiliaries = [tree[aux].norm for aux in tree.children(at, "aux")]
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


def _subject(tree: Tree, at: int) -> tuple[Force, int] | None:
    """What a noun as the subject of "is" lends: "our hope is that", "the plan is to"."""
    if tree.child(at, "cop") is None and tree[at].lemma != "be":
        return None
    for child in tree.children(at, "nsubj"):
        lends = forces().get(("noun", tree[child].lemma)) if tree[child].tag == "NOUN" else None
        if lends is not None and lends[0] is not None:
            force = lends[0]
            if force is Force.NONE:
                force = Force.WILL if _negation(tree, child) < 0 else Force.OPEN
            return force, lends[1] * _negation(tree, child)
    return None


def _predicate(tree: Tree, at: int) -> tuple[Force, int] | None:
    """What an adjective as predicate lends: "was not possible", "is out of the question"."""
    token = tree[at]
    if token.lemma in IMPOSSIBLE and token.tag == "ADJ":
        return Force.WILL, -1
    if token.lemma == "question" and tree.child(at, "case") is not None and tree.child(at, "cop") is not None:
        return Force.WILL, -1
    if token.lemma in POSSIBLE and token.tag == "ADJ" and tree.child(at, "cop") is not None:
        if _negation(tree, at) < 0:
            is_past = any(tree[c].norm in {"was", "were", "been"} for c in tree.children(at, "cop"))
            return Force.OPEN if is_past else Force.WILL, 1  # the negation itself has turned the sign
        return Force.OPEN if token.lemma in {"possible", "likely"} else Force.WILL, 1
    return None


def _proved(tree: Tree, at: int) -> tuple[Force, int] | None:
    """What an adjective after a verb or as predicate lends to its subject: "an extension did not prove possible"."""
    for child in (at, *tree.children(at, "xcomp", "ccomp")):
        if tree[child].lemma in IMPOSSIBLE | POSSIBLE and tree[child].tag == "ADJ":
            sign = _negation(tree, at) * (-1 if tree[child].lemma in IMPOSSIBLE else 1)
            return (Force.WILL, sign) if sign < 0 else (Force.OPEN, 1)
    if tree[at].lemma == "question" and tree.child(at, "case") is not None and tree.child(at, "cop") is not None:
        return Force.WILL, -1
    return None


def _tense(tree: Tree, index: int) -> str:
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
