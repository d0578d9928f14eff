"""What a figure hangs together with: the event its counted take part in, and the days of its clause.

In: a tree, the times and events of an article, and where a figure stands. Out: an event, and the days, where grammar
tells them. A day belongs to the clause whose verb it hangs under, and so does a number.
"""

from throughline.annotate.context import Context
from throughline.annotate.figures.phrases import Range
from throughline.annotate.tree import Tree, is_relation
from throughline.model import Event, Sentence, When

_CLAUSES = ("root", "ccomp", "advcl", "acl", "parataxis", "csubj")
_HIGHEST = 12  # governors over a word among which its clause is looked for; real ones lie nearer
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


def when(tree: Tree, sentence: Sentence, hung: int, context: Context) -> When | None:
    """Return the days of a number's clause: those said right beside it, else the only ones that are said there."""
    times = [time for time in context.times(sentence.start, sentence.end) if time.when is not None]
    if not times:
        return None
    own, places = _clause(tree, hung), _places(tree, sentence)
    found: list[When] = []
    for time in times:
        top = _top(tree, places, time.evidence.start, time.evidence.end)
        if top is None or time.when is None:
            continue
        if tree[top].head == hung or tree[top].head == tree[hung].head:
            return time.when
        if _clause(tree, top) == own or (top < hung and _shares(tree, own, _clause(tree, top))):
            found.append(time.when)
    return found[0] if found and all(one.edtf == found[0].edtf for one in found) else None


def _places(tree: Tree, sentence: Sentence) -> dict[int, int]:
    return {tree[index].start: index for index in range(sentence.first, sentence.last)}


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


def _shares(tree: Tree, own: int, other: int) -> bool:
    """Tell a clause joined to one that has the day: "on Monday gunmen killed 14 people and wounded 30"."""
    return tree[own].relation == "conj" and tree[own].head == other
