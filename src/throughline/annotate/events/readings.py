"""The triggers of a sentence with what was read of each: the predicate, the status, and the word that lent it.

In: a scene and a sentence. Out: `Reading`s of verbs and of nouns. Where a verb only opens another ("began to
withdraw") the event is the other's; where a verb tells the event of its noun ("held talks") the noun makes none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from throughline.annotate.events import (
    certainty,
    clauses,
    control,
    nouns,
    occasions,
    outcomes,
    presupposed,
    senses,
    status,
)
from throughline.annotate.events.clauses import Clause, Form
from throughline.annotate.events.lending import calls_off, lends, marks
from throughline.annotate.events.occasions import Dated
from throughline.annotate.events.reported import is_reported
from throughline.annotate.events.scene import Scene
from throughline.annotate.events.surroundings import NONE, is_hypothesis
from throughline.annotate.tree import Tree, is_relation
from throughline.model import Plover, Sentence, Status
from throughline.tables.predicates import Predicate, noun_forms, verb_forms

WEAK = 1  # weight of a predicate that counts only where nothing better stands in the sentence
# Verbs of saying, thinking and wanting: a day after them is another verb's.
_NO_DEEDS = frozenset(
    "say tell know think believe want need mean seem appear hope expect like understand plan have be".split()
)
_REACTIONS = frozenset({Plover.ACCUSE, Plover.SUPPORT, Plover.REJECT})
_ANYONE = frozenset("you one we i".split())  # "you have to provide relief" asks it of nobody
_FIGURES = frozenset({"time"})  # "time is running out", "the time has come", "time will tell": nothing that happens
_STAGES = frozenset(
    "begin start open resume continue collapse break end close conclude finish complete halt suspend postpone".split()
)
_AFTER = frozenset("after following since despite amid during before".split())
_NO_CLAUSES = ("amod", "compound", "case", "nmod:desc", "flat", "aux", "cop", "mark", "fixed", "det")
_TRUE = frozenset({Status.HAPPENED, Status.ONGOING})
_UP = 2  # nouns between an event noun and the verb that holds it: "condemned the wave of attacks"


@dataclass(frozen=True, slots=True)
class Reading:
    """A trigger with what was read of it; `clause` is None for a noun, `is_known` tells one taken for known."""

    trigger: int
    predicate: Predicate
    status: Status
    governor: int
    clause: Clause | None
    is_known: bool = False


def verbs(scene: Scene, sentence: Sentence, times: Sequence[Dated]) -> Iterator[Reading]:
    """Yield each verb that is a predicate and whose status the words tell."""
    tree = scene.tree
    has_deadline = any(each.deadline >= 0 for each in times)
    for head in range(sentence.first, sentence.last):
        token = tree[head]
        outcome = outcomes.read(scene, head)
        if outcome is not None:
            yield Reading(head, *outcome, -1, clauses.read(tree, head))
            continue
        is_state = has_deadline and token.tag == "ADJ" and tree.child(head, "cop") is not None
        if (token.tag != "VERB" and not is_state) or is_relation(token.relation, *_NO_CLAUSES):
            continue
        predicate = senses.of_verb(scene, head) if token.norm in verb_forms() and not is_state else None
        if predicate is None and has_deadline and token.lemma not in _NO_DEEDS:
            predicate = Predicate(token.lemma or token.norm, frozenset(), None, 0)
        if predicate is not None and not _only_opens_another(scene, head):
            yield from _verb(scene, head, predicate, times)


def _verb(scene: Scene, head: int, predicate: Predicate, times: Sequence[Dated]) -> Iterator[Reading]:
    subject = control.subject(scene.tree, head)
    if status.is_habit(scene.tree, head) or (subject is not None and scene.norm(subject) in _FIGURES):
        return
    clause = clauses.read(scene.tree, head)
    if _is_first_to_come(scene, head):
        return
    judged = status.judge(scene, head, predicate.type)
    told = judged.status or _dated_present(scene, clause, times)
    if told is not None or not (_is_of_another(scene, clause) or is_hypothesis(scene.tree, head)):
        told = certainty.weigh(told, clause, predicate, scene.tree[head].factuality)
    if told in _TRUE and status.is_unvouched(scene.tree, head):
        return
    if told is None and _is_required(scene, clause):
        is_anyone = subject is None or scene.norm(subject) in _ANYONE
        is_demand = predicate.type is not None and is_reported(scene, head) and not is_anyone
        told, predicate = Status.REQUESTED, predicate if is_demand else predicate._replace(weight=0)
    if told is not None:
        yield Reading(head, predicate, told, judged.governor, clause)


def _is_of_another(scene: Scene, clause: Clause) -> bool:
    """Tell what hangs on a noun, or on another's "to": "a contract to buy", "try to cap and seal"."""
    token = scene.tree[clause.head]
    if clause.form is Form.INFINITIVE:
        return is_relation(token.relation, "acl")
    return clause.form is Form.BARE and token.xpos == "VB" and is_relation(token.relation, "conj")


def _is_first_to_come(scene: Scene, head: int) -> bool:
    """Tell "it will mark the first time that the flow has been stopped": perfect in form, and still to come."""
    tree = scene.tree
    noun = tree[head].head
    if noun < 0 or not is_relation(tree[head].relation, "acl:relcl", "acl", "ccomp") or scene.norm(noun) != "time":
        return False
    over = noun if tree.child(noun, "cop") is not None else tree[noun].head
    return over >= 0 and clauses.read(tree, over).form in {Form.FUTURE, Form.WOULD, Form.MAYBE}


def _is_required(scene: Scene, clause: Clause) -> bool:
    """Tell "parliament must approve it" and "they have to leave": an event where somebody says so, or sets a day."""
    if clause.is_perfect or clause.is_progressive or clause.is_negated:
        return False
    if clause.form is Form.MAYBE:
        return clause.is_owed
    over = scene.tree[clause.head].head
    return clause.form is Form.INFINITIVE and over >= 0 and scene.norm(over) in {"has", "have"}


def _dated_present(scene: Scene, clause: Clause, times: Sequence[Dated]) -> Status | None:
    """Judge a present tense by its day: "BP seals the well on 15 July" has happened, or is planned for that day."""
    published = scene.article.published.when.last
    if clause.form is not Form.PRESENT or not clause.is_simple or clause.is_negated or published is None:
        return None
    if not is_relation(scene.tree[clause.head].relation, "root", "ccomp", "conj"):
        return None
    days = [each for each in times if each.when.is_day]
    if len(days) == 1 and days[0].when.first is not None and occasions.owner(scene, days[0], ()) == clause.head:
        return Status.HAPPENED if days[0].when.first <= published else Status.PLANNED
    return None


def _only_opens_another(scene: Scene, head: int) -> bool:
    """Tell "began to withdraw", "continued training" and "refused to sign": the event is the other verb's."""
    tree = scene.tree
    below = tree.child(head, "xcomp")
    other = senses.of_verb(scene, below) if below is not None else None
    if below is None or other is None:
        return False
    lent = lends(tree, head, "ing" if tree[below].xpos == "VBG" else "to")
    if lent is not None and lent.status is Status.NOT_HAPPENED:  # "refused to sign": the signing that was not
        return other.weight > WEAK
    return lent is not None and lent.status in {Status.HAPPENED, Status.ONGOING}


def event_nouns(scene: Scene, sentence: Sentence, found: Sequence[Reading]) -> Iterator[Reading]:
    """Yield the event nouns that no verb event holds already."""
    holders = {reading.trigger: reading for reading in found if _is_strong(scene, reading)}
    happened = {reading.trigger for reading in found if reading.status is Status.HAPPENED}
    for index in range(sentence.first, sentence.last):
        token = scene.tree[index]
        if (
            token.tag not in {"NOUN", "PROPN"}
            or token.norm not in noun_forms()
            or (token.text[:1].isupper() and token.tag == "PROPN")
        ):
            continue
        predicate = senses.of_noun(scene, index)
        if predicate is None:
            continue
        is_held = _is_held(scene, index, holders)
        judged = (nouns.scheduled(scene, index) or NONE) if is_held else nouns.judge(scene, index)
        if judged.status is not None:
            yield Reading(index, predicate, judged.status, judged.governor, None)
        elif (known := presupposed.status(scene, index, happened)) is not None and nouns.may_be_known(scene, index):
            yield Reading(index, predicate, known, -1, None, is_known=True)


def _is_strong(scene: Scene, reading: Reading) -> bool:
    """Tell a verb that says the event of its noun; not one that is only a stage of it, or its denial."""
    lent = lends(scene.tree, reading.trigger, "object")
    is_denying = (lent is not None and lent.status is Status.DENIED) or calls_off(scene.tree, reading.trigger)
    return reading.predicate.weight > WEAK and reading.predicate.lemma not in _STAGES and not is_denying


def _is_held(scene: Scene, noun: int, holders: dict[int, Reading]) -> bool:
    """Tell a noun below a verb event ("the bombing killed 12"), unlike "the killing was condemned"."""
    tree = scene.tree
    at = tree.first_conjunct(noun)
    for _ in range(_UP):
        relation, over = tree[at].relation, tree[at].head
        if over < 0 or not _AFTER.isdisjoint(marks(tree, at)):
            return False
        holder = holders.get(over)
        if holder is not None:
            is_passive = holder.clause is not None and holder.clause.is_passive
            return not (is_passive and holder.predicate.type in _REACTIONS and is_relation(relation, "nsubj"))
        if not is_relation(relation, "nmod"):
            return False
        at = tree.first_conjunct(over)
    return False


def holds(tree: Tree, verb: Reading, governors: set[int]) -> bool:
    """Tell a verb that is only a stage of the noun event it governs: "talks collapsed"."""
    is_reaction = verb.clause is not None and verb.clause.is_passive and verb.predicate.type in _REACTIONS
    return verb.trigger in governors and not is_reaction and not calls_off(tree, verb.trigger)
