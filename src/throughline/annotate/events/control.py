"""Whose deed a verb is where its clause does not say: control, shared subjects, relative clauses, participles.

In: a tree and the head of a clause. Out: the tokens of its surface subject and object, resolved: "urged NATO to
withdraw" is NATO's, "promised Iraq to stay" is the promiser's, "who" is whom the clause is about. Object control is
the rule in English wherever there is an object (Jackendoff and Culicover 2003); the exceptions are a closed class.
"""

from throughline.annotate.events.clauses import Form, read
from throughline.annotate.tree import Tree, is_relation

_RELATIVE = frozenset("who which that whom whose".split())
_OWN_PROMISE = frozenset("promise vow pledge swear threaten guarantee use need take".split())
_ADDRESSED = frozenset({"on", "upon", "for", "to"})  # "called on Iraq to", "appealed to Iraq to"
_ADDRESS = frozenset("call appeal plead signal shout apply wait ask beg press push".split())
_PUT_ON = frozenset(
    """pressure order call request appeal demand invitation permission obligation warning instruction plea
    ultimatum""".split()
)
_BREAKS = frozenset({"-", "–", "—", "--", ";", ":", "("})
_DEEPEST = 6  # steps from a verb to the one whose subject it shares


def subject(tree: Tree, head: int) -> int | None:
    """Return the token of a clause's surface subject."""
    at = head
    for _ in range(_DEEPEST):
        own = _own(tree, at)
        if own is not None:
            return own
        relation, over = tree[at].relation, tree[at].head
        if over < 0:
            return None
        if is_relation(relation, "acl:relcl"):
            return over
        step = _step(tree, at, over)
        if step is None or step[1]:
            return step[0] if step is not None else None
        at = step[0]
    return None


def _step(tree: Tree, at: int, over: int) -> tuple[int, bool] | None:
    """Return whose deed a clause without a subject is, or the clause whose subject it shares (then False: ask on)."""
    relation = tree[at].relation
    if is_relation(relation, "acl"):
        return _of_noun(tree, at, over)
    if is_relation(relation, "xcomp", "advcl") and (whose := _for_whom(tree, at, over)) is not None:
        return whose, True
    is_asked = (
        is_relation(relation, "advcl") and tree[over].lemma in _ADDRESS and read(tree, at).form is Form.INFINITIVE
    )
    if is_relation(relation, "xcomp") or is_asked:
        return _controller(tree, at, over)
    if is_relation(relation, "conj") and _is_apart(tree, at, over):
        if tree[over].tag in {"VERB", "AUX"} or tree[tree[over].head].tag != "VERB":
            return None
        return _controller(tree, at, tree[over].head)  # "urged them to widen the effort and to donate"
    return (over, False) if is_relation(relation, "conj", "advcl", "ccomp") else None


def _is_apart(tree: Tree, at: int, over: int) -> bool:
    """Tell a verb joined to one whose subject it cannot share.

    An infinitive joined to a finite clause ("that it be consolidated and to continue the pursuit"); a verb after what
    the parse took for the object of "said" ("said a tank hit and destroyed a car").
    """
    if tree[over].lemma == "say" and any(
        over < child < at and tree[child].tag == "NOUN" for child in tree.children(over, "obj")
    ):
        return True
    return read(tree, at).form is Form.INFINITIVE and read(tree, over).form is not Form.INFINITIVE


def _for_whom(tree: Tree, at: int, over: int) -> int | None:
    """Return "the government" of "calls for the government to act", where the parse hangs it on the verb above."""
    mark = next((child for child in tree.children(at, "mark") if tree[child].norm == "for"), None)
    if mark is None:
        return None
    return next((child for child in tree.children(over, "obl", "obj", "nmod") if mark < child < at), None)


def _is_broken(tree: Tree, first: int, stop: int) -> bool:
    """Tell whether a dash, a colon or a bracket stands between: what follows is said beside it."""
    return any(tree[at].norm in _BREAKS and tree[at].xpos != "HYPH" for at in range(first, stop))


def _own(tree: Tree, head: int) -> int | None:
    """Return the subject that a clause has itself; of "who" whom it stands for."""
    several = [child for child in tree.children(head, "nsubj") if tree[child].relation != "nsubj:outer"]
    own = [child for child in several if not _is_owner(tree, child)] or several
    left = [child for child in own if child < head]
    found = left[-1] if left else own[0] if own else None  # "Mexico: the government has ordered"
    if found is not None and found > head and _is_broken(tree, head, found):
        found = None  # "to train the army - a move made": what follows is said beside it
    if found is None and tree.child(head, "aux:pass") is None:
        before = tree.child(head, "obj")
        is_misread = before is not None and before < head and tree[before].tag in {"NOUN", "PROPN", "PRON"}
        return before if is_misread else None  # English has its object after the verb
    if found is None or tree[found].norm not in _RELATIVE:
        return found
    antecedent = _antecedent(tree, head, found)
    return antecedent if antecedent is not None else found


def _is_owner(tree: Tree, noun: int) -> bool:
    """Tell "Kroll's" of "Kroll's driver", where the parse hangs both on the verb."""
    return any(tree[case].norm in {"'s", "'"} for case in tree.children(noun, "case"))


def _antecedent(tree: Tree, head: int, pronoun: int = -1) -> int | None:
    """Return the noun that a relative clause tells of; where the parse has no such clause, the one before "who".

    What ", which" follows is a name if it is one: "pulled its staff out of [Iraq], which refused".
    """
    named = pronoun - 2
    if pronoun > 1 and tree[pronoun].norm == "which" and tree[named].tag == "PROPN" and tree[pronoun - 1].norm == ",":
        while is_relation(tree[named].relation, "flat", "compound", "goeswith") and 0 <= tree[named].head < pronoun:
            named = tree[named].head
        return named
    top = tree.first_conjunct(head)
    if is_relation(tree[top].relation, "acl:relcl") and tree[top].head >= 0:
        return tree[top].head
    at = pronoun - 1
    if pronoun < 0 or tree[pronoun].norm not in {"who", "which"}:
        return None
    if at >= 0 and tree[at].norm == ",":
        at -= 1
    while at >= 0 and is_relation(tree[at].relation, "flat", "compound", "nmod") and 0 <= tree[at].head < pronoun:
        at = tree[at].head
    return at if at >= 0 and tree[at].tag in {"NOUN", "PROPN"} else None


def _controller(tree: Tree, at: int, over: int) -> tuple[int, bool]:
    """Return whose deed the complement of a verb is: its object's, or its subject's (then False: ask on)."""
    if tree[over].lemma in _OWN_PROMISE:
        return over, False
    between = [child for child in tree.children(over, "obj", "iobj") if child < at]
    if between:
        return between[0], True
    if tree[over].lemma in _ADDRESS:
        for child in tree.children(over, "obl"):
            if any(tree[case].norm in _ADDRESSED for case in tree.children(child, "case")):
                return child, True
    return over, False


def _of_noun(tree: Tree, at: int, noun: int) -> tuple[int, bool] | None:
    """Return whose deed "killed" of "men killed" and "to grant" of "Baghdad's refusal to grant" is."""
    if read(tree, at).form is not Form.INFINITIVE:
        return noun, True
    is_put_on = tree[noun].lemma in _PUT_ON
    for child in tree.children(noun, "nmod"):
        cases = {tree[case].norm for case in tree.children(child, "case")}
        if (is_put_on and not cases.isdisjoint(_ADDRESSED)) or (not is_put_on and "by" in cases):
            return child, True
    if is_put_on:
        return None
    owner = next((each for each in tree.children(noun, "nmod") if _is_owner(tree, each)), None)
    if owner is None:
        owner = tree.child(noun, "nmod:poss", "compound")
    if owner is not None and tree[owner].tag in {"PROPN", "PRON", "NOUN"}:
        return owner, True
    top = tree.first_conjunct(noun)
    over = tree[top].head
    if tree[top].relation == "nsubj:pass":  # "the plan to leave was dropped by Norland"
        agent = tree.child(over, "obl:agent")
        return (agent, True) if agent is not None else None
    takes = is_relation(tree[top].relation, "obj", "obl") and over >= 0 and tree[over].tag == "VERB"
    return (over, False) if takes else None


def patient(tree: Tree, head: int) -> int | None:
    """Return the token of a clause's object; in "the town that rebels took" the noun before the clause."""
    objects = [child for child in tree.children(head, "obj") if child > head or tree[child].norm in _RELATIVE]
    found = next((child for child in objects if child > head), objects[0] if objects else None)
    if found is None:
        found = next((child for child in tree.children(head, "nsubj", "obl") if _follows_bare(tree, head, child)), None)
    if found is not None and tree[found].norm not in _RELATIVE:
        return found
    if found is None and not is_relation(tree[head].relation, "acl:relcl"):
        return None
    own = tree.child(head, "nsubj")
    is_gap = found is not None or (own is not None and tree[own].norm not in _RELATIVE)
    is_taken = found is None and tree.child(head, "ccomp", "xcomp", "advmod") is not None
    return _antecedent(tree, head) if is_gap and not is_taken else None


def _follows_bare(tree: Tree, head: int, noun: int) -> bool:
    """Tell a second subject, or an oblique with no preposition, right of its verb: an object that was misread."""
    token = tree[noun]
    if noun < head or token.relation not in {"nsubj", "obl"} or token.tag not in {"NOUN", "PROPN", "PRON"}:
        return False
    if _is_broken(tree, head, noun):
        return False
    is_second = token.relation == "nsubj" and any(child < head for child in tree.children(head, "nsubj"))
    return is_second or (token.relation == "obl" and tree.child(noun, "case", "mark") is None)
