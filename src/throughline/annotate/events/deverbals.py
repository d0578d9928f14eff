"""Events named by a noun: "talks collapsed", "after the attack", "called for a withdrawal", "no agreement".

In: a frame and an index where an event noun stands. Out: its status, or None where the words do not tell: a noun
by itself ("the attack") says nothing. What the noun is the subject or the object of decides, or "after" before it.
"""

from functools import cache
from typing import NamedTuple

from throughline.annotate.events import denials
from throughline.annotate.events.frame import Frame
from throughline.annotate.events.status import actual_status, combine, judge
from throughline.annotate.verbgroups import Tense, VerbGroup
from throughline.annotate.wordclasses import (
    AUXILIARIES,
    CONJUNCTIONS,
    FUTURE,
    MAYBE,
    PREPOSITIONS,
    STOPS,
    SUBORDINATORS,
    WOULD,
    is_adverb,
)
from throughline.model import Status
from throughline.tables.complements import complements
from throughline.tables.lexicon import verb_features
from throughline.tables.predicates import Form, noun_forms
from throughline.tables.verbs import forms


class Named(NamedTuple):
    """An event noun with its status, and the verb that gave it (-1: none)."""

    form: Form
    status: Status
    governor: int


_AFTER = frozenset("after following since amid during despite".split())
_LACKS = frozenset("no without lack absence".split())
_ASKS = frozenset("call calls demand demands appeal appeals request requests plea pleas campaign".split())
_BACK, _ON = 7, 9  # tokens from a noun to the verb it is the object or the subject of
_ENDS = PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | AUXILIARIES | STOPS | {"to", "", "not", "n't", "'s", "'"}
_UNDER_WAY = frozenset("underway ongoing under continuing".split())
_OCCUR = frozenset(
    """happen occur take begin start end continue resume collapse fail break erupt hold reach sign launch conduct carry
    make stage complete finish conclude open schedule plan expect agree""".split()
)
_DROPPED = frozenset("cancelled canceled postponed delayed averted suspended thwarted foiled scrapped called".split())


@cache
def _occurrences() -> frozenset[str]:
    """Return the forms of verbs whose tense and negation are those of the event that is their subject."""
    return frozenset(form for base in _OCCUR for form in forms(base))


def read(frame: Frame, index: int) -> Named | None:
    """Read the event noun at `index`."""
    form = noun_forms().get(frame.norm(index))
    if form is None or not is_head(frame, index):
        return None
    phrase = _phrase_start(frame, index)
    lacks = not _LACKS.isdisjoint(frame.norms(phrase - 2, index))
    for rule in (denials.existential, denials.hearsay, _after_preposition, _as_object, _as_subject):
        found = rule(frame, phrase, index)
        if found is not None:
            status, governor = found
            if lacks and status is not Status.DENIED:
                status = Status.NOT_HAPPENED
            return Named(form, status, governor) if status is not None else None
    return None


def is_head(frame: Frame, index: int) -> bool:
    """Tell the head of a noun phrase from a modifier ("attack helicopter") and from a verb ("to attack")."""
    group = frame.group_at(index)
    if frame.norm(index - 1) == "to" or (group is not None and not _is_nominal(frame, group)):
        return False
    after = frame.norm(index + 1)
    return after in _ENDS or is_adverb(after) or after in verb_features() or after[:1].isdigit() or after == '"'


def _is_nominal(frame: Frame, group: VerbGroup) -> bool:
    """Tell a gerund that is a subject by itself: "Fighting resumed in the north"."""
    is_alone = group.tense is Tense.GERUND and group.first == group.main
    return is_alone and any(other.first == group.main + 1 and other.is_finite for other in frame.groups)


def _phrase_start(frame: Frame, index: int) -> int:
    """Return where the noun phrase that ends at `index` begins."""
    start = index
    while start > max(frame.first, index - _BACK):
        norm = frame.norm(start - 1)
        stops = norm in _ENDS - {"'s", "'"} or any(group.main == start - 1 for group in frame.groups)
        if stops:
            break
        start -= 1
    return start


def _as_object(frame: Frame, phrase: int, _: int) -> tuple[Status | None, int] | None:
    """Judge by the verb whose object it is: "held talks", "called for a withdrawal", "cancelled the vote"."""
    before = phrase - 1
    if frame.norm(before) in {"for", "to", "off", "out", "on", "an", "a"}:
        if frame.norm(before) == "for" and frame.norm(before - 1) in _ASKS and frame.group_at(before - 1) is None:
            return Status.REQUESTED, before - 1
        before -= 1
    found, group = complements("object").get(frame.norm(before)), frame.group_at(before)
    if found is None or group is None:
        return None
    if found.status is None:
        return None, before
    own = judge(frame.tokens, group, (frame.first, frame.last)).status
    if own is None and group.tense is Tense.PRESENT:
        own = actual_status(group)
    if found.status is Status.PLANNED and own is Status.HAPPENED:
        return Status.PLANNED, before
    return (combine(own, found.status) if own is not None else None), before


def _as_subject(frame: Frame, phrase: int, index: int) -> tuple[Status | None, int] | None:
    """Judge by the verb whose subject it is: "talks collapsed", "the vote was postponed", "talks are under way"."""
    if frame.norm(phrase - 1) in PREPOSITIONS:
        return None
    group = _next_finite(frame, index)
    if group is None:
        return None
    if frame.norm(group.main) in _DROPPED:
        return (
            Status.NOT_HAPPENED if judge(frame.tokens, group, (frame.first, frame.last)).status else None
        ), group.main
    if frame.norm(group.main) in AUXILIARIES:
        following = frame.norms(group.main + 1, group.main + 3)
        if not _UNDER_WAY.isdisjoint(following):
            return Status.ONGOING, group.main
        return None
    told = judge(frame.tokens, group, (frame.first, frame.last)).status
    if frame.norm(group.main) in _occurrences() or told is Status.HAPPENED:
        return told, group.main
    return None, group.main  # "the summit will not tame it" says nothing of the summit


def _next_finite(frame: Frame, index: int) -> VerbGroup | None:
    """Return the finite group that follows a noun over at most a prepositional phrase."""
    for place in range(index + 1, min(frame.last, index + _ON)):
        norm = frame.norm(place)
        if norm in STOPS or norm in SUBORDINATORS - PREPOSITIONS or norm == "to":
            return None
        group = frame.group_at(place)
        if group is not None:
            return group if group.is_finite else None
    return None


def _after_preposition(frame: Frame, phrase: int, index: int) -> tuple[Status | None, int] | None:
    """Judge by "after the attack", "following the vote": what something came after has happened."""
    if frame.norm(phrase - 1) not in _AFTER:
        return None
    opening = set(frame.norms(frame.first, phrase))
    rest = set(frame.norms(index, frame.last))
    if not (FUTURE | WOULD | MAYBE | {"if", "unless"}).isdisjoint(opening | rest):
        return None, -1
    return (Status.ONGOING if frame.norm(phrase - 1) == "amid" else Status.HAPPENED), -1
