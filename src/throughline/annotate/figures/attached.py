"""What a figure hangs together with: the event its counted take part in, and the days of its clause.

In: a tree, the times and events of an article, and where a figure stands. Out: an event, and the days, where grammar
tells them. A day belongs to the clause whose verb it hangs under, and so does a number.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from throughline.annotate.context import Context
from throughline.annotate.figures.phrases import Range
from throughline.annotate.tree import Tree, is_relation
from throughline.model import Event, Sentence, When

_CLAUSES = ("root", "ccomp", "advcl", "acl", "parataxis", "csubj")
_HIGHEST = 12  # governors over a word among which its clause is looked for; real ones lie nearer
_MOST = 9  # days of one clause that are compared; with more it is a list
_ABOVE = 4  # governors over a number among which the event is looked for


def event_of(tree: Tree, hung: int, of: Range | None, by_trigger: dict[int, Event]) -> Event | None:
    """Return the event that the counted take part in: "14 people were killed", "the arrest of 30"."""
    if not by_trigger:
        return None
    for word in (hung, of[1] - 1 if of else hung):
        for below in tree.children(word, "acl"):
            if tree[below].start in by_trigger:
                return by_trigger[tree[below].start]
    if of is not None and of[1] - of[0] == 1 and tree[of[0]].start in by_trigger:
        return by_trigger[tree[of[0]].start]  # "3,000 were wounded"
    at = hung
    for _ in range(_ABOVE):
        at = tree[at].head
        if at < 0:
            return None
        if tree[at].start in by_trigger:
            return by_trigger[tree[at].start]
        if tree[at].tag == "VERB":
            return None
    return None


class Days(NamedTuple):
    """The days said in a sentence: by the word that a day hangs on, and by the clause it stands in, with its place."""

    by_governor: Mapping[int, When]
    by_clause: Mapping[int, Sequence[tuple[int, When]]]


def days(tree: Tree, sentence: Sentence, context: Context) -> Days:
    """Find the words and clauses that the days of a sentence belong to."""
    by_governor: dict[int, When] = {}
    by_clause: dict[int, list[tuple[int, When]]] = {}
    times = [time for time in context.times(sentence.start, sentence.end) if time.when is not None]
    places = {tree[index].start: index for index in range(sentence.first, sentence.last)} if times else {}
    for time in times:
        top = _top(tree, places, time.evidence.start, time.evidence.end)
        if top is not None and time.when is not None:
            by_governor.setdefault(tree[top].head, time.when)
            by_clause.setdefault(_clause(tree, top), []).append((top, time.when))
    return Days(by_governor, by_clause)


def when(tree: Tree, hung: int, said: Days) -> When | None:
    """Return the days of a number's clause: those said right beside it, else the only ones that are said there."""
    if not said.by_clause:
        return None
    beside = said.by_governor.get(hung) or said.by_governor.get(tree[hung].head)
    if beside is not None:
        return beside
    own = _clause(tree, hung)
    found = [one for _, one in said.by_clause.get(own, ())]
    if tree[own].relation == "conj":  # "on Monday gunmen killed 14 people and wounded 30"
        found += [one for top, one in said.by_clause.get(tree[own].head, ()) if top < tree[own].head]
    return found[0] if found and all(one.edtf == found[0].edtf for one in found[:_MOST]) else None


def _top(tree: Tree, places: dict[int, int], start: int, end: int) -> int | None:
    """Return the token of a time that hangs outside it."""
    index = places.get(start)
    while index is not None and index < len(tree.tokens) and tree[index].start < end:
        head = tree[index].head
        if head < 0 or not start <= tree[head].start < end:
            return index
        index += 1
    return None


def _clause(tree: Tree, index: int) -> int:
    """Return the head of the clause that a token stands in; an infinitive under a verb is of that verb's."""
    for _ in range(_HIGHEST):
        token = tree[index]
        is_head = is_relation(token.relation, *_CLAUSES) or (token.relation == "conj" and token.tag == "VERB")
        if is_head or token.head < 0:
            break
        index = token.head
    return index
