"""Events: what happened, is planned, asked for, denied or called off.

In: an article, its parse with grammar, and the mentions, times and statements found before. Out: events in text
order, each on its whole sentence and the word that says it. Predicates come from a table, status from the tree; where
the status can't be told there is no event. At most three a sentence, those that chronicles are made of first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from throughline.annotate.events import conditions, occasions, participants, readings, worth
from throughline.annotate.events.clauses import Form
from throughline.annotate.events.lending import lends
from throughline.annotate.events.occasions import Dated
from throughline.annotate.events.participants import Roles
from throughline.annotate.events.readings import WEAK, Reading
from throughline.annotate.events.scene import Scene, lay
from throughline.annotate.tree import is_relation
from throughline.model import Article, Event, Evidence, Findings, Parse, Sentence, Status, When, content_id
from throughline.tables.predicates import Predicate

_MOST = 3  # events of one sentence
_DONE = frozenset({Status.HAPPENED, Status.ONGOING, Status.NOT_HAPPENED})
_OWED = 4  # weight of what has a deadline or a condition
_LONGEST_SENTENCE = 120  # tokens; longer ones are lists and tables that lost their lines


@dataclass(frozen=True, slots=True)
class _Told:
    """A reading with its type, who takes part, its days, its condition, its status in their light, and its weight."""

    reading: Reading
    predicate: Predicate
    roles: Roles
    status: Status
    when: When | None
    due: When | None
    condition: Evidence | None
    weight: int


def find(article: Article, parse: Parse, earlier: Findings) -> tuple[Event, ...]:
    """Find the events of an article; a parse without grammar has none."""
    if not parse.has_grammar:
        return ()
    scene = lay(article, parse, earlier)
    found: list[Event] = []
    named: set[str] = set()
    for sentence in parse.sentences:
        if sentence.last - sentence.first <= _LONGEST_SENTENCE and parse.tokens[sentence.last - 1].norm != "?":
            found.extend(_in_sentence(scene, sentence, named))
    return tuple(found)


def _in_sentence(scene: Scene, sentence: Sentence, named: set[str]) -> Iterator[Event]:
    """Yield the events of a sentence: its clearest ones, in order.

    What a noun takes for known ("in the wake of the blast") is told once an article: `named` are the nouns so far.
    """
    times = occasions.dated(scene, sentence)
    verbs = list(readings.verbs(scene, sentence, times))
    nouns = list(readings.event_nouns(scene, sentence, verbs))
    governors = {noun.governor for noun in nouns}
    found = [verb for verb in verbs if not readings.holds(scene.tree, verb, governors)]
    triggers = {reading.trigger for reading in found}
    found += [noun for noun in nouns if noun.trigger not in triggers]  # a gerund may be read as both
    triggers |= {reading.trigger for reading in nouns}
    told = [each for reading in found if (each := _told(scene, reading, times, triggers)) is not None]
    told = [each for each in told if not each.reading.is_known or each.when is not None or _is_new(scene, each, named)]
    least = min(WEAK + 1, max((each.weight for each in told if not each.reading.is_known), default=0))
    kept = [each for each in told if each.weight >= least]
    best = sorted(
        kept, key=lambda each: (each.reading.is_known, -each.weight, each.reading.clause is None, each.reading.trigger)
    )[:_MOST]
    named.update(scene.tree[each.reading.trigger].lemma for each in best if each.reading.clause is None)
    for each in sorted(best, key=lambda each: each.reading.trigger):
        event = _event(scene, sentence, each)
        if not _is_stale(scene.article, event):
            yield event


def _is_new(scene: Scene, told: _Told, named: set[str]) -> bool:
    return scene.tree[told.reading.trigger].lemma not in named


def _is_stale(article: Article, event: Event) -> bool:
    """Tell a plan for a day before the page was published: the words do not say what became of it."""
    if event.status is not Status.PLANNED or event.when is None:
        return False
    first = article.published.when.first
    return first is not None and event.when.last is not None and event.when.last < first


def _told(scene: Scene, reading: Reading, times: Sequence[Dated], triggers: set[int]) -> _Told | None:
    """Return what the sentence says of a reading beyond its words; None where that is not enough to tell of it."""
    final, span = _conditional(scene, reading)
    when, due = occasions.of(scene, times, _own(scene, reading), final, triggers)
    if span is not None and due is None:
        due = occasions.within(scene, times, span)
    if final in _DONE and when is not None and _is_ahead(scene, when):
        when = None  # "announced cuts over the next four years": the days of the cuts
    is_owed = due is not None or (span is not None and reading.predicate.weight > 0)
    if reading.predicate.weight == 0 and not is_owed:
        return None
    roles = participants.roles(scene, reading.trigger, reading.clause, reading.predicate)
    predicate = worth.weighed(scene, reading, roles, is_dated=when is not None, is_owed=due is not None)
    if predicate is None:
        return None
    weight = _OWED if is_owed else predicate.weight
    is_refused = final is Status.NOT_HAPPENED and _is_refused(scene, reading, roles)
    if weight == WEAK and final is Status.NOT_HAPPENED and not is_refused:
        return None  # "did not use it"
    if weight == WEAK and (is_refused or when is not None or final in {Status.PLANNED, Status.REQUESTED}):
        weight += 1  # "which began in 2004"; "agreed to send a mission"
    condition = scene.evidence(*span) if span is not None else None
    return _Told(reading, predicate, roles, final, when, due, condition, weight)


def _is_refused(scene: Scene, reading: Reading, roles: Roles) -> bool:
    """Tell a plan undone: "will not send the trainers", "called off its plan to send them"; somebody's, for a thing."""
    clause, tree = reading.clause, scene.tree
    if clause is None or tree.child(clause.head, "obj") is None:
        return False
    if clause.form is Form.INFINITIVE and is_relation(tree[clause.head].relation, "acl"):
        return True
    undone = lends(tree, clause.head, "ing")
    if undone is not None and undone.status is Status.NOT_HAPPENED:
        return False  # "will not stop the war" goes on with it
    is_somebodys = any(worth.is_somebody(scene, each) for each in roles.actor)
    return is_somebodys and clause.form is Form.FUTURE and clause.is_negated


def _is_ahead(scene: Scene, when: When) -> bool:
    """Tell days that begin when the page was published, or later, and go on."""
    published = scene.article.published.when
    if published.last is None or when.first is None or when.last is None or not published.is_day:
        return False
    return when.first >= published.last and when.last > published.last


def _own(scene: Scene, reading: Reading) -> set[int]:
    """Return the tokens whose days are the event's: its own, and those of a verb that is only a stage of it."""
    tree, governor = scene.tree, reading.governor
    if governor < 0:
        return {reading.trigger}
    if reading.clause is None:
        return {reading.trigger, governor} if tree[governor].tag in {"VERB", "AUX"} else {reading.trigger}
    found = lends(tree, governor, "ing" if reading.clause.form is Form.GERUND else "to")
    is_stage = found is not None and found.status in {Status.HAPPENED, Status.ONGOING}
    return {reading.trigger, governor} if is_stage or tree[governor].lemma in {"be", "have"} else {reading.trigger}


def _conditional(scene: Scene, reading: Reading) -> tuple[Status, tuple[int, int] | None]:
    """Return the status once the sentence's conditions are known, and the tokens that it hangs on."""
    clause = reading.clause
    refused = clause is not None and clause.is_negated and clause.form in {Form.FUTURE, Form.WOULD}
    if reading.status is not Status.PLANNED and not refused:
        return reading.status, None
    found = conditions.find(scene, reading.trigger, (reading.governor,), negated=refused)
    return (Status.CONDITIONAL, found) if found is not None else (reading.status, None)


def _event(scene: Scene, sentence: Sentence, told: _Told) -> Event:
    reading = told.reading
    token = scene.tree[reading.trigger]
    trigger = scene.article.evidence(token.start, token.end)
    return Event(
        content_id("event", *trigger),
        scene.article.evidence(sentence.start, sentence.end),
        trigger,
        told.predicate.type,
        told.status,
        *told.roles,
        when=told.when,
        due=told.due,
        condition=told.condition,
        statement=scene.context.statement(token.start, token.end),
        rule="verb" if reading.clause is not None else "noun",
    )
