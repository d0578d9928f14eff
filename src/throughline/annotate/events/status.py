"""The status of a verb's event: happened, ongoing, planned, requested, conditional, denied, not happened, or none.

In: the scene of an article and the token that heads a clause. Out: a `Judgement`; its status is None where the words
do not tell: habits, questions, hypotheses and opinions are no events. Tense and auxiliaries give a first answer; then
the walk up the tree: each governor ("plan to", "refused to", "denied that") lends its complement a status
(`tables.complements`) in the light of its own (implicatives: Karttunen 1971; Nairn et al. 2006).
"""

from throughline.annotate.events import clauses, control, gerunds
from throughline.annotate.events.clauses import Clause, Form
from throughline.annotate.events.lending import actual_status, calls_off, combine, lends, marks, tense_status
from throughline.annotate.events.reported import is_future_of_past, is_reported
from throughline.annotate.events.scene import Scene
from throughline.annotate.events.surroundings import DEEPEST, HYPOTHESIS, NONE, Judgement, within
from throughline.annotate.tree import Tree, is_relation
from throughline.model import Plover, Status

# Verbs whose present tense does the thing it names: saying "we condemn" condemns.
_SPEECH_ACTS = frozenset({Plover.REQUEST, Plover.ACCUSE, Plover.REJECT, Plover.THREATEN, Plover.SUPPORT})
_AT_LAW = frozenset("investigate probe sue prosecute charge convict indict arraign impeach subpoena file".split())
_GOING_TO = 3  # tokens from "going" to the verb whose future it tells: "going to fully withdraw"
_HABIT = frozenset(
    "always often usually sometimes typically normally generally regularly rarely routinely nearly almost".split()
)
# Whoever says so does not vouch for it: "probably died" is no death, while "will probably leave" is a plan still.
_UNVOUCHED = frozenset(
    """allegedly purportedly supposedly possibly potentially hypothetically perhaps maybe probably presumably likely
    conceivably ostensibly""".split()
)
_RUMOURED = frozenset("allege rumour rumor suspect suppose presume assume speculate".split())
# "The aim is to withdraw" says what the aim is; "NATO is to withdraw" tells a plan.
_AIMS = frozenset(
    """aim goal purpose challenge task idea job point objective way solution strategy mission role key answer problem
    hope need priority step thing policy question intent trick alternative option difficulty secret""".split()
)
# Verbs that undo the plan, the offer or the decision that is their object; to oppose one leaves it standing.
_UNDOING = frozenset(
    """reject cancel scrap abandon block drop shelve thwart foil veto reverse rescind withdraw ditch annul overturn deny
    dismiss""".split()
)

_SPEAKING = frozenset("warn say add announce insist stress call urge threaten promise claim argue cite accuse".split())
_IGNORING = frozenset("ignore defy resist heed dismiss rebuff spurn face".split())
_WORKING = frozenset("prove work succeed materialise materialize happen come emerge last hold".split())


def judge(scene: Scene, head: int, kind: Plover | None = None, depth: int = 0) -> Judgement:
    """Judge the event that a clause's head tells."""
    tree = scene.tree
    if is_habit(tree, head):
        return NONE
    clause = clauses.read(tree, head)
    if clause.is_finite:
        own = Judgement(_finite(scene, clause, kind))
    elif depth >= DEEPEST:
        return NONE
    else:
        own = _non_finite(scene, clause, depth)
    if own.status is None:
        return NONE
    return within(tree, clause, own)


def is_habit(tree: Tree, head: int) -> bool:
    """Tell "often attacked", "nearly fell": not one event, or none."""
    return any(tree[child].norm in _HABIT for child in tree.children(head, "advmod"))


def is_unvouched(tree: Tree, head: int) -> bool:
    """Tell "allegedly attacked", "probably died", "he sold them, it is alleged": nobody says that it happened."""
    if any(tree[child].norm in _UNVOUCHED for child in tree.children(head, "advmod")):
        return True
    return any(
        tree[child].lemma in _RUMOURED
        and any(tree[it].norm == "it" for it in tree.children(child, "nsubj", "nsubj:pass"))
        for child in tree.children(head, "parataxis")
    )


def _finite(scene: Scene, clause: Clause, kind: Plover | None) -> Status | None:
    """Judge by tense."""
    tree = scene.tree
    if clause.form is Form.PRESENT and clause.is_owed:
        is_aim = any(tree[child].lemma in _AIMS for child in tree.children(clause.head, "nsubj"))
        return None if is_aim else Status.NOT_HAPPENED if clause.is_negated else Status.PLANNED
    if clause.form is Form.WOULD and (clause.is_perfect or not is_future_of_past(scene, clause.head)):
        return None  # "would" tells a plan only in what somebody said: "said it would withdraw"
    is_act = kind in _SPEECH_ACTS and tree[clause.head].lemma not in _AT_LAW and _is_spoken(scene, clause.head)
    if clause.form is Form.PRESENT and is_act and clause.is_simple and not clause.is_negated:
        is_open = any(
            tree[mark].norm == "if"
            for child in tree.children(clause.head, "advcl")
            for mark in tree.children(child, "mark")
        )
        return None if is_open else Status.HAPPENED
    return tense_status(clause)


def _is_spoken(scene: Scene, head: int) -> bool:
    """Tell whether a verb's subject is one who can speak: "supports jobs" is no support."""
    subject = control.subject(scene.tree, head)
    return subject is not None and (scene.mention(subject) is not None or scene.tree[subject].tag in {"PRON", "PROPN"})


def _non_finite(scene: Scene, clause: Clause, depth: int) -> Judgement:
    """Judge an infinitive, a gerund or a participle by what it hangs on."""
    tree = scene.tree
    top, relation = clauses.top(tree, clause)
    governor = tree[top].head
    if governor < 0 and clause.form is Form.INFINITIVE and tree.child(clause.head, "nsubj") is not None:
        return Judgement(Status.PLANNED)  # a headline: "Airline to be paid for delays"
    if governor < 0 or not HYPOTHESIS.isdisjoint(marks(tree, clause.head)):
        return NONE
    if clause.form is Form.PARTICIPLE:
        return _participle(scene, clause, relation, governor, depth)
    if clause.form is Form.GERUND and clause.is_perfect and tree[clause.head].relation != "csubj":
        return Judgement(Status.NOT_HAPPENED if clause.is_negated else Status.HAPPENED)  # "will go, having sold it"
    if clause.form is Form.GERUND:
        told = gerunds.lent(scene, clause, top, relation, governor)
        if told is None:
            return NONE
        place, lent = told
        own = actual(scene, place, depth)
        if own is Status.PLANNED and lent is None and scene.tree[clause.head].lemma in _SPEAKING:
            return NONE  # "plans to leave, warning that": the warning is no plan
        if lent is None:
            return Judgement(own if own is not Status.REQUESTED else None, place)
        return Judgement(combine(own, _negated(lent) if clause.is_negated else lent), place)
    return _infinitive(scene, clause, relation, governor, depth)


def _participle(scene: Scene, clause: Clause, relation: str, governor: int, depth: int) -> Judgement:
    """Judge "a man arrested on Monday": done, unless whom it is said of is anybody."""
    tree = scene.tree
    if clause.is_negated:
        return Judgement(Status.NOT_HAPPENED)
    if is_relation(relation, "xcomp", "ccomp"):
        found = lends(tree, governor, "object")
        own = actual(scene, governor, depth)
        if found is not None and found.status is not None:
            return Judgement(combine(own, found.status), governor)
        return Judgement(own, governor) if tree[governor].lemma in {"get", "have", "see", "find", "leave"} else NONE
    if is_relation(relation, "acl") and gerunds.is_anybody(tree, governor):
        return NONE
    return Judgement(Status.HAPPENED)


def _infinitive(scene: Scene, clause: Clause, relation: str, governor: int, depth: int) -> Judgement:
    """Judge "to withdraw" by the word that takes it, and a purpose by what is done for it."""
    tree = scene.tree
    if is_relation(relation, "acl:relcl", "parataxis", "appos", "dislocated"):
        return NONE
    word = tree[governor]
    if word.lemma in {"have", "be"} and _is_yet_to(tree, clause.head, governor):
        return Judgement(Status.NOT_HAPPENED, governor)
    if word.lemma == "be" or (is_relation(relation, "csubj") and clause.form is Form.INFINITIVE):
        return _is_to(scene, governor) if word.lemma == "be" else NONE
    kind = "that" if clause.form is Form.BARE and is_relation(relation, "ccomp") else "to"
    found = lends(tree, governor, kind)
    called = tree.child(governor, "obj") if word.lemma == "call" else None
    is_phoned = called is not None and not marks(tree, called)  # "called the envoy to thank him", not "called for"
    is_apart = is_phoned or clause.head < governor or (word.lemma == "go" and clause.head - governor > _GOING_TO)
    if found is None or is_apart:  # "things are going badly in the battle to contain it"
        return _purpose(scene, governor, relation, depth)
    lent = found.status
    if found.word == "have":
        return _owed(scene, clause, governor)
    if lent is not None and clause.is_negated:
        lent = _negated(lent)
    if lent is None or _is_given_up(scene, governor):
        return NONE
    return Judgement(combine(actual(scene, governor, depth), lent), governor)


def _is_given_up(scene: Scene, governor: int) -> bool:
    """Tell "had hoped to win": what became of the hope the words do not say."""
    tree = scene.tree
    if tree[governor].lemma not in {"hope", "plan", "intend", "expect", "want"}:
        return False
    return any(tree[child].norm == "had" for child in tree.children(governor, "aux"))


def _is_yet_to(tree: Tree, head: int, governor: int) -> bool:
    """Tell "has yet to withdraw", whichever verb the parse hangs "yet" on."""
    beside = (*tree.children(head, "advmod", "cc"), *tree.children(governor, "advmod", "cc"))
    return any(tree[child].norm == "yet" and governor < child < head for child in beside)


def _negated(lent: Status) -> Status | None:
    return Status.NOT_HAPPENED if lent in {Status.PLANNED, Status.HAPPENED, Status.ONGOING} else None


def _is_to(scene: Scene, governor: int) -> Judgement:
    """Judge "NATO is to withdraw", where the parse makes "is" its governor."""
    tree = scene.tree
    is_present = clauses.read(tree, governor).form is Form.PRESENT
    is_aim = any(tree[child].lemma in _AIMS for child in tree.children(governor, "nsubj"))
    return Judgement(Status.PLANNED if is_present and not is_aim else None, governor)


def _owed(scene: Scene, clause: Clause, governor: int) -> Judgement:
    """Judge "will have to leave"; "had to leave" has left, "has to leave" is wanted only."""
    over = clauses.read(scene.tree, governor)
    if over.form is Form.FUTURE or (over.form is Form.WOULD and is_future_of_past(scene, governor)):
        return Judgement(Status.NOT_HAPPENED if clause.is_negated or over.is_negated else Status.PLANNED, governor)
    if over.form is Form.PAST and not over.is_negated and not is_reported(scene, governor):
        return Judgement(Status.HAPPENED, governor)
    return NONE


def _purpose(scene: Scene, governor: int, relation: str, depth: int) -> Judgement:
    """Judge a purpose: planned where what serves it is still to come; of what is done nobody says that it worked."""
    if not is_relation(relation, "advcl"):
        return NONE
    own = actual(scene, governor, depth)
    return Judgement(own if own in {Status.PLANNED, Status.REQUESTED} else None, governor)


def actual(scene: Scene, governor: int, depth: int) -> Status | None:
    """Return the status of a governor itself; its present tense holds ("plans to"), unlike that of an event."""
    tree = scene.tree
    token = tree[governor]
    if token.tag in {"NOUN", "PROPN"} and tree.child(governor, "cop") is None:
        return _of_noun(scene, governor, depth)
    clause = clauses.read(tree, governor)
    if not clause.is_finite:
        if clause.form is Form.GERUND and depth >= 1:
            return Status.HAPPENED
        return judge(scene, governor, None, depth + 1).status if depth < DEEPEST else None
    status = actual_status(clause)
    if clause.form is Form.WOULD and not is_future_of_past(scene, governor):
        status = None
    if status is None or depth >= DEEPEST:
        return status
    return within(tree, clause, Judgement(status)).status


def _of_noun(scene: Scene, noun: int, depth: int) -> Status | None:
    """Return whether the plan, offer or demand that a noun names is there: "rejected a plan to", "no plans to"."""
    tree = scene.tree
    if clauses.is_none(tree, noun):
        return Status.NOT_HAPPENED
    top = tree.first_conjunct(noun)
    over = tree[top].head
    if over < 0 or depth >= DEEPEST or tree[over].tag != "VERB":
        return Status.HAPPENED
    clause = clauses.read(tree, over)
    if clause.form is Form.MAYBE:
        return None
    is_object = is_relation(tree[top].relation, "obj", "nsubj:pass")
    if is_relation(tree[top].relation, "nsubj") and clause.is_negated:
        return Status.NOT_HAPPENED if tree[over].lemma in _WORKING else None
    if is_object and tree[over].lemma in _IGNORING:
        return Status.HAPPENED  # "will ignore calls to leave": the calls are there
    if is_object and (tree[over].lemma in _UNDOING or calls_off(tree, over)):
        return combine(actual_status(clause), Status.NOT_HAPPENED)
    if is_object and clause.is_finite and actual_status(clause) is not Status.HAPPENED:
        return actual_status(clause)
    return Status.HAPPENED
