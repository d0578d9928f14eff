"""Events: what happened, is planned, asked for, denied or called off.

In: an article, its parse, and the mentions, times and statements found before. Out: events in text order, each on
its whole sentence and the word that says it. Predicates come from a table, status from the words round them; where
the status can't be told there is no event. At most three a sentence, those that chronicles are made of first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from throughline.annotate import deadlines, participants, status, verbgroups
from throughline.annotate.context import Context
from throughline.annotate.deadlines import Placed
from throughline.annotate.participants import Roles
from throughline.annotate.verbgroups import VerbGroup
from throughline.model import Article, Event, Findings, Parse, Sentence, Status, Token, When, content_id
from throughline.tables.predicates import Predicate, verb_forms

_RULE = "predicate"
_MOST = 3  # events of one sentence
_AFTER = 6  # tokens after a verb in which the word that makes its sense may stand: "signed a long-awaited agreement"
_LONGEST_SENTENCE = 120  # tokens; longer ones are lists and tables that lost their lines


@dataclass(frozen=True, slots=True)
class Reading:
    """A trigger with what was read of it."""

    trigger: int
    predicate: Predicate
    status: Status
    governor: int
    group: VerbGroup


def find(article: Article, parse: Parse, earlier: Findings) -> tuple[Event, ...]:
    """Find the events of an article."""
    context = Context(parse, earlier)
    found: list[Event] = []
    for sentence in parse.sentences:
        if sentence.last - sentence.first <= _LONGEST_SENTENCE and parse.tokens[sentence.last - 1].norm != "?":
            found.extend(_in_sentence(article, parse.tokens, sentence, context))
    return tuple(found)


def _in_sentence(article: Article, tokens: Sequence[Token], sentence: Sentence, context: Context) -> Iterator[Event]:
    verbs: list[int] = []
    readings = list(_readings(tokens, sentence, context, verbs))
    if not readings:
        return
    best = sorted(readings, key=lambda reading: (-reading.predicate.weight, reading.trigger))[:_MOST]
    times = deadlines.places(tokens, sentence, context)
    mentions = participants.placed(tokens, sentence, context)
    for reading in sorted(best, key=lambda reading: reading.trigger):
        roles = participants.of_verb(tokens, reading.group, reading.governor, sentence, mentions)
        yield _event(article, tokens, sentence, context, reading, roles, times, verbs)


def _readings(tokens: Sequence[Token], sentence: Sentence, context: Context, verbs: list[int]) -> Iterator[Reading]:
    """Yield each predicate of a sentence whose status the words tell; note all verbs on the way."""
    table = verb_forms()
    bounds = (sentence.first, sentence.last)
    for index in range(sentence.first, sentence.last):
        for form in table.get(tokens[index].norm, ()):
            group = verbgroups.read(tokens, index, *bounds, form.features)
            if group is None:
                continue
            if group.is_finite:
                verbs.append(index)
            predicate = choose(tokens, index, sentence.last, form.rows)
            if predicate is None:
                continue
            token = tokens[index]
            in_speech = context.statement(token.start, token.end) is not None
            judged = status.judge(tokens, group, bounds, predicate.type, in_speech=in_speech)
            if judged.status is not None:
                yield Reading(index, predicate, judged.status, judged.governor, group)
                break


def choose(tokens: Sequence[Token], index: int, last: int, rows: Sequence[Predicate]) -> Predicate | None:
    """Choose the row of a predicate by the words that follow it, up to the end of its clause."""
    words: set[str] = set()
    for place in range(index + 1, min(last, index + 1 + _AFTER)):
        norm = tokens[place].norm
        if norm in {";", ":", "."}:
            break
        words.add(norm)
        words.add(f"{norm} {tokens[place + 1].norm}" if place + 1 < last else norm)
    for row in rows:
        if not row.after or not words.isdisjoint(row.after):
            return row
    return None


def _event(
    article: Article,
    tokens: Sequence[Token],
    sentence: Sentence,
    context: Context,
    reading: Reading,
    roles: Roles,
    times: Sequence[Placed],
    verbs: Sequence[int],
) -> Event:
    token = tokens[reading.trigger]
    statement = context.statement(token.start, token.end)
    when, due = _times(article, tokens, reading, times, verbs)
    final, condition = reading.status, None
    if final is Status.PLANNED:
        condition = deadlines.condition(article, tokens, sentence, reading.trigger)
        final = Status.CONDITIONAL if condition is not None else final
    trigger = article.evidence(token.start, token.end)
    return Event(
        content_id("event", *trigger, reading.predicate.type),
        article.evidence(sentence.start, sentence.end),
        trigger,
        reading.predicate.type,
        final,
        roles.actor,
        roles.recipient,
        roles.place,
        when,
        due,
        condition,
        statement,
        _RULE,
    )


def _times(
    article: Article, tokens: Sequence[Token], reading: Reading, times: Sequence[Placed], verbs: Sequence[int]
) -> tuple[When | None, When | None]:
    """Return when the event happened and when it is due, from the time that attaches to it."""
    others = [verb for verb in verbs if verb != reading.governor]
    placed = deadlines.nearest(tokens, reading.trigger, times, others)
    if placed is None:
        return None, None
    if placed.deadline >= 0 and (reading.status is not Status.HAPPENED or tokens[placed.deadline].norm == "until"):
        return None, deadlines.due(article, tokens, placed)
    return placed.when, None
