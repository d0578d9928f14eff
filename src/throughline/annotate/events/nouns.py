"""Events named by a noun: "talks collapsed", "after the attack", "called for a withdrawal", "no agreement".

In: a scene and a token where an event noun stands. Out: a `Judgement`, or one of None where the words do not tell: a
noun by itself ("the attack") says nothing. What governs it decides, and the words that tell it apart ("planned").
"""

from collections.abc import Callable

from throughline.annotate.events import clauses, status
from throughline.annotate.events.clauses import Form
from throughline.annotate.events.lending import actual_status, calls_off, combine, lends, marks
from throughline.annotate.events.scene import Scene
from throughline.annotate.events.surroundings import HYPOTHESIS, NONE, Judgement
from throughline.annotate.tree import Tree, is_relation
from throughline.model import Status

_AFTER = frozenset("after following since despite".split())
_DURING = frozenset("amid during".split())
_LACKED = frozenset({"without"})
_ASKS = frozenset("call demand appeal request plea campaign petition pressure".split())
_OCCUR = frozenset(
    """happen occur take begin start end continue resume collapse fail break erupt hold reach sign launch conduct carry
    make stage complete finish conclude open schedule plan expect agree last follow go proceed intensify escalate
    spread""".split()
)
_DROPPED = frozenset("cancel postpone delay avert suspend thwart foil scrap call shelve abandon".split())
_UNDER_WAY = frozenset("underway ongoing under way continuing".split())
_PLANNED = frozenset("planned proposed upcoming scheduled future imminent impending forthcoming intended".split())
_OPEN = frozenset(
    """insufficient inadequate possible potential alleged attempted would-be hypothetical suspected supposed likely
    threatened""".split()
)
_FAILED = frozenset("failed aborted foiled averted cancelled canceled thwarted botched abandoned".split())
_ANY = frozenset("any every each what which whether".split())
_HEARSAY = frozenset(
    "report claim rumour rumor suggestion allegation speculation talk accusation notion idea charge".split()
)
_SCHEDULED = frozenset("schedule plan slate expect intend propose".split())
_MAKING = frozenset("make let have see get find".split())
_LACK = frozenset("lack absence".split())
_WAKE = frozenset("wake aftermath day night week month year anniversary scene victim hour time result".split())
_MODIFIES = (
    "compound",
    "amod",
    "nmod:poss",
    "nmod:desc",
    "flat",
    "nummod",
    "appos",
    "parataxis",
    "root",
    "list",
    "dep",
)


def is_head(tree: Tree, noun: int) -> bool:
    """Tell the head of a noun phrase from a modifier ("attack helicopter") and from a verb ("to attack")."""
    top = tree.first_conjunct(noun)
    return tree[noun].tag in {"NOUN", "PROPN"} and not is_relation(tree[top].relation, *_MODIFIES)


def judge(scene: Scene, noun: int) -> Judgement:
    """Judge the event that a noun names."""
    tree = scene.tree
    if not is_head(tree, noun):
        return NONE
    told = scheduled(scene, noun) or _governed(scene, noun)
    modifiers = {tree[child].norm for child in tree.children(noun, "amod", "det")}
    if clauses.is_none(tree, noun) and told.status is not Status.DENIED:
        return Judgement(_lacked(scene, noun), told.governor)
    if not modifiers.isdisjoint(_FAILED):
        return Judgement(Status.NOT_HAPPENED, told.governor)
    if not modifiers.isdisjoint(_ANY | _OPEN) and told.status is not Status.REQUESTED:
        return NONE
    if told.status is Status.HAPPENED and not modifiers.isdisjoint(_PLANNED):
        return Judgement(Status.PLANNED, told.governor)
    return told


def scheduled(scene: Scene, noun: int) -> Judgement | None:
    """Judge "a withdrawal scheduled to be completed by May": planned, under the verb that says of it when."""
    tree = scene.tree
    for child in tree.children(noun, "acl"):
        if tree[child].xpos == "VBN" and tree[child].lemma in _SCHEDULED:
            below = tree.child(child, "xcomp", "advcl")
            is_stage = below is not None and tree[below].lemma in _OCCUR
            return Judgement(Status.PLANNED, below if below is not None and is_stage else child)
    return None


def may_be_known(scene: Scene, noun: int) -> bool:
    """Tell a noun that heads its phrase and is not "any", "alleged", "failed" or "no"."""
    tree = scene.tree
    modifiers = {tree[child].norm for child in tree.children(noun, "amod", "det", "compound")}
    return (
        is_head(tree, noun)
        and not clauses.is_none(tree, noun)
        and modifiers.isdisjoint(_ANY | _OPEN | _FAILED | _PLANNED)
    )


def _lacked(scene: Scene, noun: int) -> Status | None:
    """Judge "no agreement was reached", "there are no talks": denied where somebody says so of now."""
    tree = scene.tree
    top = tree.first_conjunct(noun)
    over = tree[top].head
    if over < 0:
        return None
    clause = clauses.read(tree, over)
    if clause.form is Form.MAYBE:
        return None
    is_said = scene.context.statement(tree[noun].start, tree[noun].end) is not None
    is_now = tree[over].lemma == "be" and clause.form is Form.PRESENT
    return Status.DENIED if is_said and is_now else Status.NOT_HAPPENED


def _governed(scene: Scene, noun: int) -> Judgement:
    tree = scene.tree
    top = tree.first_conjunct(noun)
    relation, over = tree[top].relation, tree[top].head
    if over < 0:
        return NONE
    rules: dict[str, Callable[[Scene, int, int], Judgement]] = {
        "obj": _as_object, "nsubj:pass": _as_object, "nsubj": _as_subject, "obl": _as_oblique, "nmod": _of_noun,
    }  # fmt: skip
    rule = rules.get(relation) or rules.get(relation.split(":", 1)[0])
    return rule(scene, top, over) if rule is not None else NONE


def _as_object(scene: Scene, _: int, verb: int) -> Judgement:
    """Judge by the verb whose object it is: "held talks", "called for a withdrawal", "cancelled the vote"."""
    tree = scene.tree
    found = lends(tree, verb, "object") if tree[verb].tag in {"VERB", "AUX"} else None
    if tree[verb].lemma in _MAKING and tree.child(verb, "xcomp", "ccomp") is not None:
        return NONE  # "make sanctions look tame"
    own = status.judge(scene, verb).status
    clause = clauses.read(tree, verb)
    if own is None and clause.form is Form.PRESENT:
        own = actual_status(clause)
    if found is None or found.status is None:
        return Judgement(None, verb)
    if found.status is Status.PLANNED and own is Status.HAPPENED:
        return Judgement(Status.PLANNED, verb)
    return Judgement(combine(own, found.status) if own is not None else None, verb)


def _is_definite(tree: Tree, noun: int) -> bool:
    """Tell a noun of one event that the reader knows: "the attack", "Friday's attack", "their attack"."""
    is_the = any(tree[child].norm in {"the", "this", "that", "these", "those"} for child in tree.children(noun, "det"))
    return is_the or tree.child(noun, "nmod:poss") is not None


def _as_subject(scene: Scene, noun: int, over: int) -> Judgement:
    """Judge by the verb whose subject it is: "talks collapsed", "the vote was postponed", "talks are under way"."""
    tree = scene.tree
    if tree[over].lemma == "be" or tree.child(over, "expl") is not None:
        return _existential(scene, over)
    if noun > over:
        return NONE  # English has its subject first: "resigned after protests", misread
    if tree.child(over, "cop") is not None or tree[over].norm in _UNDER_WAY:
        words = {tree[over].norm, *(tree[child].norm for child in tree.children(over))}
        clause = clauses.read(tree, over)
        is_on = not words.isdisjoint(_UNDER_WAY) and clause.form in {Form.PRESENT, Form.PAST} and not clause.is_negated
        return Judgement(Status.ONGOING if is_on else None, over)
    told = status.judge(scene, over).status
    if tree[over].lemma in _DROPPED or calls_off(tree, over):
        return Judgement(Status.NOT_HAPPENED if told is Status.HAPPENED else None, over)
    if tree[over].lemma in _OCCUR or told is Status.HAPPENED:
        return Judgement(told, over)
    return Judgement(None, over)  # "the summit will not tame it" says nothing of the summit


def _existential(scene: Scene, over: int) -> Judgement:
    """Judge "there was an explosion", "there will be a vote"."""
    if scene.tree.child(over, "expl") is None or not HYPOTHESIS.isdisjoint(marks(scene.tree, over)):
        return NONE
    clause = clauses.read(scene.tree, over)
    if clause.form is Form.PRESENT and not clause.is_perfect:
        return Judgement(None if clause.is_negated else Status.ONGOING, over)
    return Judgement(status.judge(scene, over).status, over)


def _as_oblique(scene: Scene, noun: int, over: int) -> Judgement:
    """Judge by a preposition: "after the attack", "killed in a raid", "called for a withdrawal"."""
    tree = scene.tree
    cases = {tree[child].norm for child in tree.children(noun, "case")}
    verb = clauses.read(tree, over)
    is_open = verb.form in {Form.FUTURE, Form.WOULD, Form.MAYBE}
    if not cases.isdisjoint(_AFTER):
        return NONE if is_open else Judgement(Status.HAPPENED)
    if not cases.isdisjoint(_DURING):
        return NONE if is_open else Judgement(Status.ONGOING if "amid" in cases else Status.HAPPENED)
    if not cases.isdisjoint(_LACKED):
        return Judgement(None if is_open else Status.NOT_HAPPENED)
    if "for" in cases and tree[over].lemma in _ASKS | {"push", "press", "plead", "beg", "ask", "lobby"}:
        own = status.judge(scene, over).status or actual_status(verb)
        return Judgement(combine(own, Status.REQUESTED), over)
    if "to" in cases and tree[over].lemma in {"agree", "commit", "consent"}:
        return Judgement(combine(status.judge(scene, over).status, Status.PLANNED), over)
    return NONE


def _of_noun(scene: Scene, noun: int, over: int) -> Judgement:
    """Judge by the noun that it belongs to: "calls for a withdrawal", "plans for a vote", "the wake of the attack"."""
    tree = scene.tree
    cases = {tree[child].norm for child in tree.children(noun, "case")}
    lemma = tree[over].lemma
    if not cases.isdisjoint(_AFTER):
        return Judgement(Status.HAPPENED)
    if "for" in cases and lemma in _ASKS:
        return Judgement(combine(status.actual(scene, over, 1), Status.REQUESTED), over)
    if lemma in _LACK and "of" in cases:
        return Judgement(Status.NOT_HAPPENED, over)
    if lemma in _HEARSAY and not cases.isdisjoint({"of", "about"}):
        return _hearsay(scene, over)
    if lemma in _WAKE and "of" in cases and _is_definite(tree, noun):
        return Judgement(Status.HAPPENED)
    found = lends(tree, over, "to")
    if (
        found is not None
        and found.status is not None
        and not found.features
        and not cases.isdisjoint({"of", "for", "on"})
    ):
        return Judgement(combine(status.actual(scene, over, 1), found.status), over)
    return NONE


def _hearsay(scene: Scene, report: int) -> Judgement:
    """Judge "dismissed reports of a withdrawal": denied; what is only reported says nothing."""
    tree = scene.tree
    over = tree[tree.first_conjunct(report)].head
    found = lends(tree, over, "that") if over >= 0 else None
    is_denied = found is not None and found.status is Status.DENIED
    return Judgement(Status.DENIED, over) if is_denied else NONE
