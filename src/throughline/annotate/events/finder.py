"""Events: what happened, is planned, asked for, denied or called off.

In: an article, its parse, and the mentions, times and statements found before. Out: events in text order, each on
its whole sentence and the word that says it. Predicates come from a table, status from the words round them; where
the status can't be told there is no event. At most three a sentence, those that chronicles are made of first.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from throughline.annotate.context import Context
from throughline.annotate.events import deadlines, deverbals, occasions, outcomes, participants, status
from throughline.annotate.events.frame import Frame, frame
from throughline.annotate.verbgroups import Tense, VerbGroup
from throughline.model import Article, Event, Evidence, Findings, MentionType, Parse, Plover, Status, When, content_id
from throughline.tables.complements import complements
from throughline.tables.predicates import Predicate, noun_forms, verb_forms

_WEAK = 1  # weight of a predicate that counts only where nothing better stands in the sentence
_MOST = 3  # events of one sentence
_OWED = 4  # weight of what has a deadline or a condition
_AFTER = 6  # tokens after a verb in which the word that makes its sense may stand: "signed a long-awaited agreement"
_BEFORE = 8  # tokens before a passive in which its object stands: "the bill on the budget was signed"
_LONGEST_SENTENCE = 120  # tokens; longer ones are lists and tables that lost their lines
_OBJECT = 6  # tokens from a verb to the head of its object

# Verbs of saying, thinking and wanting: a day after them is another verb's.
_NO_DEEDS = frozenset(
    """say says said saying tell tells told telling know knew known think thinks thought believe believes believed want
    wants wanted need needs needed mean means meant seem seems seemed appear appears appeared hope hopes hoped expect
    expects expected like liked understand understood plan plans planned have has had""".split()
)
_WHERE = frozenset({MentionType.STATE, MentionType.PLACE})
_REACTIONS = frozenset({Plover.ACCUSE, Plover.SUPPORT, Plover.REJECT})
_STAGES = frozenset(
    "begin start open resume continue collapse break end close conclude finish complete halt suspend postpone".split()
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A trigger with what was read of it; `group` is None for a noun."""

    trigger: int
    predicate: Predicate
    status: Status
    governor: int
    group: VerbGroup | None


@dataclass(frozen=True, slots=True)
class Told:
    """A reading with its days, its condition, the status in their light, and how much it matters."""

    reading: Reading
    status: Status
    when: When | None
    due: When | None
    condition: Evidence | None
    weight: int


def find(article: Article, parse: Parse, earlier: Findings) -> tuple[Event, ...]:
    """Find the events of an article."""
    context = Context(parse, earlier)
    found: list[Event] = []
    for sentence in parse.sentences:
        if sentence.last - sentence.first > _LONGEST_SENTENCE or parse.tokens[sentence.last - 1].norm == "?":
            continue
        may_tell = any(_may_trigger(token.norm) for token in parse.tokens[sentence.first : sentence.last])
        if may_tell or context.times(sentence.start, sentence.end):
            found.extend(_in_sentence(frame(article, context, sentence)))
    return tuple(found)


def _may_trigger(norm: str) -> bool:
    return norm in verb_forms() or norm in noun_forms() or outcomes.may_tell(norm)


def _in_sentence(laid: Frame) -> Iterator[Event]:
    """Yield the events of a sentence: its clearest ones, in order."""
    readings = list(verbs(laid))
    nouns = _nouns(laid, readings)
    governors = {noun.governor for noun in nouns}
    readings = [verb for verb in readings if not any(_holds(verb, governor) for governor in governors)] + nouns
    owners = {reading.trigger: False for reading in readings} | {group.main: group.is_finite for group in laid.groups}
    told = [each for reading in readings if (each := _told(laid, reading, owners)).weight > 0]
    least = min(_WEAK + 1, max((each.weight for each in told), default=0))
    kept = [each for each in told if each.weight >= least]
    best = sorted(kept, key=lambda each: (-each.weight, each.reading.group is None, each.reading.trigger))[:_MOST]
    for each in sorted(best, key=lambda each: each.reading.trigger):
        event = _event(laid, each)
        if not _is_stale(laid.article, event):
            yield event


def _is_stale(article: Article, event: Event) -> bool:
    """Tell a plan for a day before the page was published: the words do not say what became of it."""
    if event.status is not Status.PLANNED or event.when is None:
        return False
    first = article.published.when.first
    return first is not None and event.when.last is not None and event.when.last < first


def verbs(laid: Frame) -> Iterator[Reading]:
    """Yield each verb of a frame that is a predicate and whose status the words tell."""
    bounds = (laid.first, laid.last)
    for group in laid.groups:
        outcome = outcomes.read(laid, group)
        if outcome is not None:
            yield Reading(*outcome, -1, group)
            continue
        predicate = predicate_at(laid, group) or _deed(laid, group)
        if predicate is None or _only_opens_another(laid, group):
            continue
        judged = status.judge(laid.tokens, group, bounds, predicate.type)
        told = judged.status or _dated_present(laid, group)
        if told is None and _is_required(laid, group):
            told, predicate = Status.REQUESTED, predicate._replace(weight=0)
        if told is not None:
            yield Reading(group.main, predicate, told, judged.governor, group)


def _deed(laid: Frame, group: VerbGroup) -> Predicate | None:
    """Return a predicate for a verb that no table holds: a record wants it only where it has to be done by a day."""
    norm = laid.norm(group.main)
    if norm in _NO_DEEDS or all(dated.deadline < 0 for dated in laid.times):
        return None
    return Predicate(norm, frozenset(), None, 0)


def _is_required(laid: Frame, group: VerbGroup) -> bool:
    """Tell "parliament must approve it" and "they have to leave"; one that needs a day to be an event."""
    if group.is_perfect or group.is_progressive or group.is_negated:
        return False
    if group.tense is Tense.MAYBE:
        return "must" in laid.norms(group.first, group.main)
    return group.tense is Tense.INFINITIVE and laid.norm(group.first - 1) in {"has", "have"}


def _dated_present(laid: Frame, group: VerbGroup) -> Status | None:
    """Judge a present tense by its day: "BP seals the well on 15 July" has happened, or is planned for that day."""
    is_simple = group.tense is Tense.PRESENT and not (group.is_passive or group.is_negated or group.is_perfect)
    published = laid.article.published.when.last
    if not is_simple or group.is_progressive or published is None:
        return None
    judged = status.judge(laid.tokens, replace(group, tense=Tense.PAST), (laid.first, laid.last))
    if judged.status is not Status.HAPPENED:
        return None
    days = [dated for dated in laid.times if dated.when.is_day]
    mains = {other.main: other.is_finite for other in laid.groups}
    if len(days) == 1 and days[0].when.first is not None and occasions.owner(laid, days[0], mains) == group.main:
        return Status.HAPPENED if days[0].when.first <= published else Status.PLANNED
    return None


def predicate_at(laid: Frame, group: VerbGroup) -> Predicate | None:
    """Return the predicate that a verb group is, by its form and the words that follow."""
    before = laid.norms(group.first - _BEFORE, group.first) if group.is_passive else ()
    thing = [norm for norm in before if norm not in noun_forms()]  # an event noun is an event of its own
    for form in verb_forms().get(laid.norm(group.main), ()):
        predicate = choose(laid, group.main, form.rows, thing)
        if predicate is not None:
            return predicate
    return None


def choose(laid: Frame, index: int, rows: Sequence[Predicate], before: Sequence[str] = ()) -> Predicate | None:
    """Choose the row of a predicate by the words that follow it in its clause; a passive has its object `before`."""
    words: set[str] = set(before)
    for place in range(index + 1, min(laid.last, index + 1 + _AFTER)):
        norm = laid.norm(place)
        if norm in {";", ":", "."}:
            break
        words.add(norm)
        words.add(f"{norm} {laid.norm(place + 1)}")
    words.add(f"^{laid.norm(index + 1)}")
    if laid.norm(index + 1) and laid.tokens[index + 1].text[:1].isupper():
        words.add("<name>")
    if any(index < item.first <= index + 2 and item.mention.type in _WHERE for item in laid.mentions):
        words.add("<state>")
    return next((row for row in rows if not row.after or not words.isdisjoint(row.after)), None)


def _only_opens_another(laid: Frame, group: VerbGroup) -> bool:
    """Tell "began to withdraw" and "continued training": the event is the other verb's."""
    after = laid.norm(group.main + 1)
    if after == "to":
        lent = complements("to").get(laid.norm(group.main))
    else:
        following = laid.group_at(group.main + 1)
        lent = complements("ing").get(laid.norm(group.main)) if following and not following.is_finite else None
    return lent is not None and lent.status in {Status.HAPPENED, Status.ONGOING}


def _nouns(laid: Frame, found: Sequence[Reading]) -> list[Reading]:
    """Return the event nouns that no verb event holds already as its object."""
    denying = complements("object")
    strong = [
        reading
        for reading in found
        if reading.predicate.weight > _WEAK
        and not _is_stage(reading)
        and not ((lent := denying.get(laid.norm(reading.trigger))) and lent.status is Status.DENIED)
    ]
    taken = {place for reading in strong for place in range(reading.trigger, reading.trigger + _OBJECT)}
    readings = []
    for index in range(laid.first, laid.last):
        if index in taken or laid.norm(index) not in noun_forms():
            continue
        named = deverbals.read(laid, index)
        if named is not None:
            predicate = choose(laid, index, named.form.rows)
            if predicate is not None and not any(_holds(reading, named.governor) for reading in strong):
                readings.append(Reading(index, predicate, named.status, named.governor, None))
    return readings


def _holds(reading: Reading, governor: int) -> bool:
    """Tell a verb that says the event of its noun ("the bombing killed 12"), unlike "the killing was condemned"."""
    is_reaction = reading.group is not None and reading.group.is_passive and reading.predicate.type in _REACTIONS
    return reading.trigger == governor and not is_reaction


def _is_stage(reading: Reading) -> bool:
    """Tell a verb that is only a stage of its subject: "talks collapsed", "the vote was postponed"."""
    return reading.predicate.lemma in _STAGES


def _told(laid: Frame, reading: Reading, owners: Mapping[int, bool]) -> Told:
    """Return what the sentence says of a reading beyond its words."""
    mine = {reading.trigger} | {reading.governor if reading.group is None else reading.group.main}
    when, due = occasions.of(laid, mine, reading.status, owners)
    final, condition = _conditional(laid, reading)
    if condition is not None and due is None:
        due = occasions.within(laid, condition)
    weight = reading.predicate.weight
    if due is not None or (condition is not None and weight > 0):
        weight = _OWED
    elif weight == _WEAK and final is Status.NOT_HAPPENED:
        weight = 0  # "did not use it"
    elif weight == _WEAK and (when is not None or final in {Status.PLANNED, Status.REQUESTED}):
        weight += 1  # "which began in 2004"; "agreed to send a mission"
    return Told(reading, final, when, due, condition, weight)


def _event(laid: Frame, told: Told) -> Event:
    reading = told.reading
    token = laid.tokens[reading.trigger]
    if reading.group is None:
        roles = participants.of_noun(laid, reading.trigger)
    else:
        roles = participants.of_verb(laid, reading.group, reading.governor)
    trigger = laid.article.evidence(token.start, token.end)
    return Event(
        content_id("event", *trigger),
        laid.article.evidence(laid.sentence.start, laid.sentence.end),
        trigger,
        reading.predicate.type,
        told.status,
        *roles,
        when=told.when,
        due=told.due,
        condition=told.condition,
        statement=laid.context.statement(token.start, token.end),
        rule="verb" if reading.group is not None else "noun",
    )


def _conditional(laid: Frame, reading: Reading) -> tuple[Status, Evidence | None]:
    """Return the status once the sentence's conditions are known, and the words that it hangs on."""
    group = reading.group
    refused = group is not None and group.is_negated and group.tense in {Tense.FUTURE, Tense.WOULD}
    if reading.status is not Status.PLANNED and not refused:
        return reading.status, None
    found = deadlines.condition(laid.article, laid.tokens, laid.sentence, reading.trigger, negated=refused)
    return (Status.CONDITIONAL, found) if found is not None else (reading.status, None)
