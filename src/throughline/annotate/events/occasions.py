"""Which of a sentence's days an event has: when it happened, and when it is due.

In: a scene, a sentence's dated times, and the tokens that are the event. Out: two `When`s or None. A day belongs to
the verb or event noun that governs it in the tree; a day inside reported words to what is reported, one outside to the
reporting. Nothing is invented: an event whose sentence names no day has none.
"""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from throughline.annotate.events.scene import Scene
from throughline.annotate.tree import is_relation
from throughline.model import Grain, Sentence, Status, Time, When
from throughline.tables.predicates import noun_forms

_WEEK = 7
_DEADLINES = frozenset("by until till before".split())
_ON_THE_WAY = frozenset({"until", "till"})  # what happened "until" a day has a length, and an end that is due
# Verbs of charging and blaming, and what holds the deed: a day behind the deed is the deed's.
_CHARGES = frozenset(
    """charge accuse convict suspect indict arrest question blame sentence jail condemn criticise criticize sue try
    acquit detain fine prosecute praise thank""".split()
)
_OF_DEEDS = frozenset("with of for over in".split())
_DEEPEST = 8  # governors between a day and its verb: "by the end of the first half of 2011"


class Dated(NamedTuple):
    """A time by its tokens, the token that heads it, and the token of the deadline word before it (-1: none)."""

    time: Time
    when: When
    first: int
    stop: int
    head: int
    deadline: int


def dated(scene: Scene, sentence: Sentence) -> tuple[Dated, ...]:
    """Return the dated times of a sentence."""
    found: list[Dated] = []
    index = sentence.first
    while index < sentence.last:
        time = scene.times.get(index)
        stop = index + 1
        while time is not None and stop < sentence.last and scene.times.get(stop) is time:
            stop += 1
        if time is not None and time.when is not None and time.type != "SET":
            head = _head(scene, index, stop)
            found.append(Dated(time, time.when, index, stop, head, _deadline(scene, index, sentence.first)))
        index = stop
    return tuple(found)


def _head(scene: Scene, first: int, stop: int) -> int:
    """Return the token of a range that hangs on one outside; a preposition at its front is none."""
    heads = [index for index in range(first, stop) if not first <= scene.tree[index].head < stop]
    return next((index for index in heads if scene.tree[index].relation not in {"case", "punct", "mark"}), first)


def _deadline(scene: Scene, first: int, begin: int) -> int:
    """Return the place of "by", "until", "no later than" before a time (or in it), or -1."""
    for place in (first, first - 1, first - 2):
        if place < begin:
            break
        norm = scene.norm(place)
        if norm in _DEADLINES:
            return place
        if norm not in {"the", "end", "than"} and place < first:
            break
    if first - 3 >= begin and [scene.norm(first - 2), scene.norm(first - 1)] == ["later", "than"]:
        return first - 3
    return -1


def of(
    scene: Scene, times: Sequence[Dated], mine: Collection[int], status: Status, triggers: Collection[int]
) -> tuple[When | None, When | None]:
    """Return when the event of the tokens `mine` happened and when it is due; `triggers` are all that can own a day."""
    when: When | None = None
    due: When | None = None
    for each in times:
        if owner(scene, each, triggers) not in mine or not _same_statement(scene, each, mine):
            continue
        word = scene.norm(each.deadline) if each.deadline >= 0 else ""
        if word and (status is not Status.HAPPENED or word in _ON_THE_WAY):
            due = due or _due(scene, each, status)
        elif when is None or (each.when.is_day and not when.is_day):
            when = _ahead(scene, each.when) if status is Status.PLANNED else each.when
    return when, due


def owner(scene: Scene, each: Dated, triggers: Collection[int]) -> int | None:
    """Return the verb or event noun that a day hangs on."""
    at = each.head
    for _ in range(_DEEPEST):
        token = scene.tree[at]
        if token.head < 0 or is_relation(token.relation, "parataxis"):
            return at if at in triggers else None
        at = token.head
        if _is_anchor(scene, each.time, at):
            continue  # "two days after the raid" is no day of the raid
        if at in triggers or scene.tree[at].tag in {"VERB", "AUX"} or scene.tree.child(at, "cop") is not None:
            return _below(scene, each, at) if each.deadline >= 0 else _crime(scene, each, _said(scene, each, at))
    return None


def _is_anchor(scene: Scene, time: Time, index: int) -> bool:
    """Tell whether a token is of the words that a time is counted from."""
    return time.anchor is not None and time.anchor.start <= scene.tree[index].start < time.anchor.end


def _said(scene: Scene, each: Dated, verb: int) -> int:
    """Return the verb that reports, where it stands between a day and what is reported: "On Monday he said it left"."""
    tree = scene.tree
    top = tree.first_conjunct(verb)
    over = tree[top].head
    is_between = each.stop <= over < verb and is_relation(tree[top].relation, "ccomp")
    return over if is_between else verb


def _crime(scene: Scene, each: Dated, verb: int) -> int:
    """Return the deed whose day stands behind it, not the charge: "was charged with a raid in Oslo on Monday"."""
    tree = scene.tree
    if tree[verb].lemma not in _CHARGES:
        return verb
    for child in tree.children(verb, "obl", "advcl", "nmod", "xcomp"):
        cases = {tree[case].norm for case in tree.children(child, "case", "mark")}
        is_deed = tree[child].tag == "VERB" or tree[child].norm in noun_forms()
        if verb < child < each.first and is_deed and not cases.isdisjoint(_OF_DEEDS):
            return child
    return verb


def _below(scene: Scene, each: Dated, verb: int) -> int:
    """Return the complement that a deadline looks forward to: "urged NATO to withdraw by Friday"."""
    tree = scene.tree
    for _ in range(_DEEPEST):
        below = [
            child
            for child in tree.children(verb, "xcomp", "ccomp", "obj", "advcl")
            if verb < child < each.first and tree[child].tag == "VERB"
        ]
        if not below:
            break
        verb = below[-1]
    return verb


def _same_statement(scene: Scene, each: Dated, mine: Collection[int]) -> bool:
    """Tell a day in the same reported words as its event, against a parse that hangs it across the quotation mark."""
    told = scene.context.statement(scene.tree[each.first].start, scene.tree[each.stop - 1].end)
    return any(scene.context.statement(scene.tree[at].start, scene.tree[at].end) == told for at in mine)


def within(scene: Scene, times: Sequence[Dated], span: tuple[int, int]) -> When | None:
    """Return the deadline that a condition sets: "without an agreement by Dec. 31"."""
    for each in times:
        if each.deadline >= 0 and span[0] <= each.first < span[1]:
            return deadline(scene, each)
    return None


def deadline(scene: Scene, each: Dated) -> When:
    """Return the deadline that a time names: everything up to its last day."""
    words = scene.evidence(each.deadline, each.stop).words
    return When(None, each.when.last, each.when.grain, words, "deadline", each.when.approximate)


def _ahead(scene: Scene, when: When) -> When:
    """Return the day of a plan: a weekday that was read as the last one is the next ("is to be signed on Friday")."""
    published = scene.article.published.when.first
    if when.rule != "weekday" or not when.is_day or published is None or when.last is None or when.last >= published:
        return when
    day = when.last + timedelta(days=_WEEK)
    return When(day, day, when.grain, when.words, when.rule) if day >= published else when


def _due(scene: Scene, each: Dated, status: Status) -> When:
    """Return the deadline; one that was missed lies behind, so a day with no year is the last such day."""
    found = deadline(scene, each)
    published = scene.article.published.when.last
    names_year = any(len(run) == len("2011") for run in _runs_of_digits(found.words))
    is_ahead = published is not None and found.last is not None and found.last > published
    if status is not Status.NOT_HAPPENED or not is_ahead or names_year or found.grain not in {Grain.DAY, Grain.MONTH}:
        return found
    return When(None, _year_before(found.last), found.grain, found.words, found.rule, found.approximate)


def _runs_of_digits(words: str) -> list[str]:
    cuts = [0, *(i for i in range(1, len(words)) if words[i].isdigit() != words[i - 1].isdigit()), len(words)]
    return [words[first:stop] for first, stop in pairwise(cuts) if words[first:stop].isdigit()]


def _year_before(day: date | None) -> date | None:
    if day is None:
        return None
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)
