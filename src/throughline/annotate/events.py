"""Events: what happened, is planned, asked for, denied or called off.

In: an article, its parse, and the mentions, times and statements found before. Out: events in text order, each on
its whole sentence and the word that says it. Predicates come from a table, status from the words round them; where
the status can't be told there is no event. At most three a sentence, those that chronicles are made of first.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from throughline.annotate import deadlines, deverbals, participants, status
from throughline.annotate.context import Context
from throughline.annotate.frame import Frame, frame
from throughline.annotate.verbgroups import Tense, VerbGroup
from throughline.model import Article, Event, Evidence, Findings, MentionType, Parse, Status, When, content_id
from throughline.tables.complements import complements
from throughline.tables.predicates import Predicate, noun_forms, verb_forms

_WEAK = 1  # weight of a predicate that counts only where nothing better stands in the sentence
_MOST = 3  # events of one sentence
_AFTER = 6  # tokens after a verb in which the word that makes its sense may stand: "signed a long-awaited agreement"
_LONGEST_SENTENCE = 120  # tokens; longer ones are lists and tables that lost their lines
_OBJECT = 6  # tokens from a verb to the head of its object

_WHERE = frozenset({MentionType.STATE, MentionType.PLACE})
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


def find(article: Article, parse: Parse, earlier: Findings) -> tuple[Event, ...]:
    """Find the events of an article."""
    context = Context(parse, earlier)
    found: list[Event] = []
    for sentence in parse.sentences:
        if sentence.last - sentence.first > _LONGEST_SENTENCE or parse.tokens[sentence.last - 1].norm == "?":
            continue
        if any(_may_trigger(token.norm) for token in parse.tokens[sentence.first : sentence.last]):
            found.extend(_in_sentence(frame(article, context, sentence)))
    return tuple(found)


def _may_trigger(norm: str) -> bool:
    return norm in verb_forms() or norm in noun_forms()


def _in_sentence(laid: Frame) -> Iterator[Event]:
    """Yield the events of a sentence: its clearest ones, in order."""
    readings = list(verbs(laid))
    nouns = _nouns(laid, readings)
    told = {noun.governor for noun in nouns}
    readings = [verb for verb in readings if verb.trigger not in told] + nouns
    if any(reading.predicate.weight > _WEAK for reading in readings):
        readings = [reading for reading in readings if reading.predicate.weight > _WEAK]
    best = sorted(readings, key=lambda reading: (-reading.predicate.weight, reading.group is None, reading.trigger))
    owners = {reading.trigger: False for reading in readings} | {group.main: group.is_finite for group in laid.groups}
    for reading in sorted(best[:_MOST], key=lambda reading: reading.trigger):
        event = _event(laid, reading, owners)
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
        predicate = predicate_at(laid, group)
        if predicate is None or not predicate.weight or _only_opens_another(laid, group):
            continue
        judged = status.judge(laid.tokens, group, bounds, predicate.type)
        told = judged.status or _dated_present(laid, group)
        if told is not None:
            yield Reading(group.main, predicate, told, judged.governor, group)


def _dated_present(laid: Frame, group: VerbGroup) -> Status | None:
    """Judge a present tense by its day: "BP seals the well on 15 July" has happened, or is planned for that day."""
    is_simple = group.tense is Tense.PRESENT and not (group.is_passive or group.is_negated or group.is_perfect)
    published = laid.article.published.when.last
    days = [dated for dated in laid.times if dated.when.is_day]
    if not is_simple or group.is_progressive or len(days) != 1 or published is None or days[0].when.first is None:
        return None
    mains = {other.main: other.is_finite for other in laid.groups}
    if deadlines.owner(laid.tokens, days[0], laid.first, mains) != group.main:
        return None
    judged = status.judge(laid.tokens, replace(group, tense=Tense.PAST), (laid.first, laid.last))
    if judged.status is not Status.HAPPENED:
        return None
    return Status.HAPPENED if days[0].when.first <= published else Status.PLANNED


def predicate_at(laid: Frame, group: VerbGroup) -> Predicate | None:
    """Return the predicate that a verb group is, by its form and the words that follow."""
    for form in verb_forms().get(laid.norm(group.main), ()):
        predicate = choose(laid, group.main, form.rows)
        if predicate is not None:
            return predicate
    return None


def choose(laid: Frame, index: int, rows: Sequence[Predicate]) -> Predicate | None:
    """Choose the row of a predicate by the words that follow it, up to the end of its clause."""
    words: set[str] = set()
    for place in range(index + 1, min(laid.last, index + 1 + _AFTER)):
        norm = laid.norm(place)
        if norm in {";", ":", "."}:
            break
        words.add(norm)
        words.add(f"{norm} {laid.norm(place + 1)}")
    words.add(f"^{laid.norm(index + 1)}")
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
    strong = [reading for reading in found if reading.predicate.weight > _WEAK and not _is_stage(reading)]
    taken = {place for reading in strong for place in range(reading.trigger, reading.trigger + _OBJECT)}
    readings = []
    for index in range(laid.first, laid.last):
        if index in taken or laid.norm(index) not in noun_forms():
            continue
        named = deverbals.read(laid, index)
        if named is not None:
            predicate = choose(laid, index, named.form.rows)
            if predicate is not None and not any(reading.trigger == named.governor for reading in strong):
                readings.append(Reading(index, predicate, named.status, named.governor, None))
    return readings


def _is_stage(reading: Reading) -> bool:
    """Tell a verb that is only a stage of its subject: "talks collapsed", "the vote was postponed"."""
    return reading.predicate.lemma in _STAGES


def _event(laid: Frame, reading: Reading, owners: Mapping[int, bool]) -> Event:
    token = laid.tokens[reading.trigger]
    if reading.group is None:
        roles = participants.of_noun(laid, reading.trigger)
    else:
        roles = participants.of_verb(laid, reading.group, reading.governor)
    when, due = _times(laid, reading, owners)
    final, condition = _conditional(laid, reading)
    if condition is not None and due is None:
        due = _due_within(laid, condition)
    trigger = laid.article.evidence(token.start, token.end)
    return Event(
        content_id("event", *trigger),
        laid.article.evidence(laid.sentence.start, laid.sentence.end),
        trigger,
        reading.predicate.type,
        final,
        *roles,
        when=when,
        due=due,
        condition=condition,
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


def _due_within(laid: Frame, condition: Evidence) -> When | None:
    """Return the deadline that a condition sets: "without an agreement by Dec. 31"."""
    for dated in laid.times:
        if dated.deadline >= 0 and condition.start <= laid.tokens[dated.first].start < condition.end:
            return deadlines.due(laid.article, laid.tokens, dated)
    return None


def _times(laid: Frame, reading: Reading, owners: Mapping[int, bool]) -> tuple[When | None, When | None]:
    """Return when the event happened and when it is due, from the times that belong to it."""
    when: When | None = None
    due: When | None = None
    mine = {reading.trigger} | ({reading.governor} if reading.group is None else set())
    for dated in laid.times:
        if deadlines.owner(laid.tokens, dated, laid.first, owners) not in mine:
            continue
        word = laid.norm(dated.deadline) if dated.deadline >= 0 else ""
        if word and (reading.status is not Status.HAPPENED or word in {"until", "till"}):
            due = due or deadlines.due(laid.article, laid.tokens, dated)
        else:
            when = dated.when if when is None or (dated.when.is_day and not when.is_day) else when
    return when, due
