"""What form a predicate has: tense, modal, perfect, progressive, passive, negated.

In: a tree and the token that heads a clause: a verb, or a noun or adjective with a copula. Out: a `Clause`. A verb
joined to another by "and" shares its auxiliaries where its own form needs some ("will go and see", "was tried and
jailed"). Penn tags tell tense; where a tag contradicts the relation, the relation is trusted.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from throughline.annotate.tree import Tree
from throughline.annotate.wordclasses import FUTURE, HAVE, MAYBE, NEGATIONS, WOULD


class Form(StrEnum):
    """The tense or the form that stands for one."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    WOULD = "would"
    MAYBE = "maybe"
    INFINITIVE = "infinitive"
    GERUND = "gerund"
    PARTICIPLE = "participle"
    BARE = "bare"


NON_FINITE = frozenset({Form.INFINITIVE, Form.GERUND, Form.PARTICIPLE, Form.BARE})


@dataclass(frozen=True, slots=True)
class Clause:
    """The form of the clause that a token heads. `is_owed`: "is to leave", "must leave"."""

    head: int
    form: Form
    is_perfect: bool = False
    is_progressive: bool = False
    is_passive: bool = False
    is_negated: bool = False
    is_owed: bool = False

    @property
    def is_finite(self) -> bool:
        """Whether it can be the verb of a sentence."""
        return self.form not in NON_FINITE

    @property
    def is_simple(self) -> bool:
        """Whether no auxiliary changes its meaning."""
        return not (self.is_perfect or self.is_progressive or self.is_passive)


_BE = frozenset("be is are was were been being am 's 're 'm get gets got getting".split())
_OWED = frozenset({"must", "should", "ought", "shall"})
_PASTS = frozenset("was were had did got".split())
# Verbs that always have an object: without one, and without a helper, somebody suffers them ("11 killed in a blast").
_DONE_TO = frozenset(
    """kill accuse arrest wound injure jail detain evacuate hospitalise hospitalize indict imprison displace suspect
    assassinate abduct kidnap rescue slay""".split()
)
_FINDING = frozenset("leave get have see find keep want".split())
_PAST_TAGS = frozenset({"VBD"})
_PRESENT_TAGS = frozenset({"VBZ", "VBP"})
_NOT_ONLY = frozenset("only just merely simply".split())
_NONE_OF = frozenset("no none neither nobody no-one nothing".split())
_NOT_NONE = frozenset("doubt matter longer less more fewer sooner later question wonder way one".split())
_MODIFYING = ("acl", "advcl", "xcomp", "csubj")
_DEEPEST = 4  # verbs joined to verbs that share one auxiliary


def read(tree: Tree, head: int, depth: int = 0) -> Clause:
    """Read the clause that a token heads."""
    helpers = [child for child in tree.children(head, "aux", "cop") if tree[child].norm != "to"]
    norms = [tree[child].norm for child in helpers]
    has_to = any(tree[child].norm == "to" for child in tree.children(head, "mark", "aux"))
    is_negated = negates(tree, head)
    if not helpers and not has_to and depth < _DEEPEST:
        shared = _shared(tree, head, depth)
        if shared is not None:
            return replace(shared, head=head, is_negated=shared.is_negated or is_negated)
    has_copula = any(tree[child].relation == "cop" for child in helpers)
    last = norms[-1] if norms else ""
    xpos = tree[head].xpos
    progressive = not has_copula and xpos == "VBG" and last in _BE
    passive = not has_copula and not progressive and _is_passive(tree, head, last)
    perfect = any(norm in HAVE for norm in norms) and not (has_copula and norms == ["have"])
    if perfect and _has_to(tree, head, helpers):  # "has to be released", "has yet to be released"
        is_yet = any(tree[child].norm == "yet" for child in tree.children(head, "advmod", "cc"))
        form = Form.PAST if is_yet or "had" in norms else Form.MAYBE
        is_owed = form is Form.MAYBE
        return Clause(head, form, is_passive=passive, is_negated=is_negated or is_yet, is_owed=is_owed)
    form = _form(tree, head, norms, has_to=has_to)
    is_owed = not _OWED.isdisjoint(norms) or (has_to and bool(norms) and norms[0] in _BE and form is Form.PRESENT)
    return Clause(head, form, perfect, progressive or "being" in norms, passive, is_negated, is_owed)


def _has_to(tree: Tree, head: int, helpers: list[int]) -> bool:
    """Tell "have to" from the perfect: "to" stands behind "have"."""
    have = next((child for child in helpers if tree[child].norm in HAVE), head)
    return any(tree[child].norm == "to" and have < child < head for child in tree.children(head, "mark", "aux"))


def _is_passive(tree: Tree, head: int, last: str) -> bool:
    if tree.child(head, "aux:pass") is not None:
        return True
    if tree.child(head, "nsubj:pass") is not None:
        return last in _BE or (last == "" and tree.child(head, "obj") is None)  # "police arrested two"
    if tree[head].xpos not in {"VBN", "VBD"}:
        return False
    if last == "" and tree[head].lemma in _DONE_TO and not _has_object(tree, head):
        return True
    is_bare = last == "" and tree[head].relation in {"acl", "advcl", "amod"} and tree[head].xpos == "VBN"
    over = tree[head].head
    if last == "" and tree[head].relation in {"xcomp", "ccomp"} and over >= 0 and tree[over].lemma in _FINDING:
        return tree[head].xpos == "VBN" and tree.child(head, "obj") is None  # "left the town besieged"
    return last in _BE or (is_bare and tree.child(head, "obj", "nsubj") is None)


def _has_object(tree: Tree, head: int) -> bool:
    """Tell whether a verb, or one joined to it, has an object, or what may be one misread: a noun bare of any case."""
    for verb in tree.conjuncts(head):
        if tree.child(verb, "obj", "ccomp", "xcomp", "iobj") is not None:
            return True
        after = (child for child in tree.children(verb, "nsubj", "obl") if child > verb)
        if any(tree.child(child, "case") is None and tree[child].tag in {"NOUN", "PROPN", "NUM"} for child in after):
            return True
    return head + 1 < len(tree.tokens) and tree[head + 1].tag in {"NUM", "DET", "PRON", "PROPN"}


def _form(tree: Tree, head: int, norms: list[str], *, has_to: bool) -> Form:
    """Return tense: of the first auxiliary, else of the word itself."""
    if norms:
        return _of_helpers(tree, head, norms, has_to=has_to)
    if has_to:
        return Form.INFINITIVE
    token = tree[head]
    has_subject = tree.child(head, "nsubj") is not None
    if token.xpos in _PAST_TAGS:
        is_modifier = token.relation == "acl" and not has_subject
        return Form.PARTICIPLE if is_modifier else Form.PAST
    if token.xpos in _PRESENT_TAGS:
        return Form.PRESENT
    if token.xpos == "VBN":
        is_alone = token.relation in {"root", "conj", "ccomp", "parataxis", "acl:relcl"} and has_subject
        return Form.PAST if is_alone and tree.child(head, "nsubj:pass") is None else Form.PARTICIPLE
    if token.xpos == "VBG":
        return Form.GERUND
    return Form.BARE


def _of_helpers(tree: Tree, head: int, norms: list[str], *, has_to: bool) -> Form:
    first = norms[0]
    if first in {"be", "being", "been", "having"} or (first == "have" and has_to):
        if has_to:
            return Form.INFINITIVE
        return Form.GERUND if first in {"being", "having"} else Form.BARE
    if first in FUTURE:
        return Form.FUTURE
    if first in WOULD and not (first == "'d" and tree[head].xpos == "VBN" and len(norms) == 1):
        return Form.WOULD
    if first in MAYBE:
        return Form.MAYBE
    if has_to and first in {"was", "were"}:
        return Form.MAYBE  # "was to secure a truce": whether it did is open
    return Form.PAST if first in _PASTS else Form.PRESENT


def _shared(tree: Tree, head: int, depth: int) -> Clause | None:
    """Return the form of the verb that this one is joined to, where it needs that one's auxiliaries."""
    token = tree[head]
    if token.relation != "conj" or token.head < 0 or tree.child(head, "nsubj") is not None:
        return None
    host = read(tree, token.head, depth + 1)
    if token.xpos == "VB" and host.form not in {Form.PAST, Form.PRESENT, Form.GERUND, Form.PARTICIPLE}:
        is_negated = host.is_negated and any(tree[child].norm in {"or", "nor"} for child in tree.children(head, "cc"))
        return replace(host, is_passive=False, is_progressive=False, is_perfect=False, is_negated=is_negated)
    if token.xpos == "VB" and host.is_negated:  # "did not go and see"
        return host
    if token.xpos in {"VBN", "VBD"} and host.is_passive and tree.child(head, "obj") is None:
        return host
    if token.xpos == "VBN" and host.is_perfect:
        return host
    return host if token.xpos == "VBG" and (host.is_progressive or host.form is Form.GERUND) else None


def top(tree: Tree, clause: Clause) -> tuple[int, str]:
    """Return the token through which a clause hangs, and its relation: that of the first of several joined ones.

    What is joined to something of another form hangs there by itself: "exploded, killing 11"; "to" that is joined to
    a noun belongs to the "to" above it ("urged them to expand the effort and to donate").
    """
    at = clause.head
    if tree[at].relation != "conj":
        return at, tree[at].relation
    host = tree[at].head
    if clause.form is Form.GERUND and read(tree, host).form is not Form.GERUND and tree[host].xpos != "VBG":
        return at, "advcl"
    while clause.form is Form.INFINITIVE and host >= 0 and read(tree, host).form is not Form.INFINITIVE:
        if tree[host].tag in {"VERB", "AUX"}:
            break
        host = tree[host].head
    first = tree.first_conjunct(host if host >= 0 else at)
    return first, tree[first].relation


def negates(tree: Tree, head: int) -> bool:
    """Tell a predicate that is denied by its own words: "not", "never", "no longer", "no agreement was reached"."""
    for child in tree.children(head):
        token = tree[child]
        is_before = child < head or token.relation != "advmod"
        if (
            is_before
            and token.relation in {"advmod", "cc", "cc:preconj", "det", "aux"}
            and (token.norm in NEGATIONS or (token.relation != "aux" and token.norm == "no"))
        ):
            following = tree.tokens[child + 1].norm if child + 1 < len(tree.tokens) else ""
            if following not in _NOT_ONLY:
                return True
        elif token.norm == "longer":
            if any(tree[each].norm == "no" for each in tree.children(child)):
                return True
        elif token.relation.startswith(("nsubj", "obj")) and is_none(tree, child):
            return True
    return False


def is_none(tree: Tree, noun: int) -> bool:
    """Tell a noun phrase that names nobody or nothing: "no troops", "none of them"; not "no doubt"."""
    token = tree[noun]
    if token.norm in _NONE_OF - {"no"}:
        return True
    if token.norm in _NOT_NONE:
        return False
    return any(tree[child].norm in {"no", "neither"} for child in tree.children(noun, "det"))
