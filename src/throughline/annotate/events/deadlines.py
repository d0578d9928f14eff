"""When an event happens, the day it is due, and the words it hangs on.

In: a trigger's place in its sentence and the times there. Out: the time that attaches to it, if one clearly
does; a deadline where "by", "until" or "before" stands before the time; the span of "if ...", "unless ...",
"without an agreement ...". Nothing is invented: an event whose sentence names no day has none.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from throughline.annotate.context import Context
from throughline.annotate.wordclasses import SUBORDINATORS
from throughline.model import Article, Evidence, Sentence, Time, Token, When


class Dated(NamedTuple):
    """A time by its tokens, and the token of the deadline word before it (-1: none)."""

    time: Time
    when: When
    first: int
    stop: int
    deadline: int


_DEADLINES = frozenset("by until till before".split())
_FARTHEST = 25  # tokens; a time farther from its verb belongs to something else more often than not
_CLAUSE = SUBORDINATORS | {";", ":", '"', "--", "but"}
_COMMA_COST, _CLAUSE_COST = 2, 12
_OPENING = 4  # tokens at the head of a sentence in which a time sets the scene: "But late on Monday, ..."


def places(tokens: Sequence[Token], sentence: Sentence, context: Context) -> list[Dated]:
    """Return the dated times of a sentence with their tokens."""
    found = []
    for time in context.times(sentence.start, sentence.end):
        when = time.when
        if when is None or time.type == "SET":
            continue
        inside = [
            index
            for index in range(sentence.first, sentence.last)
            if tokens[index].start < time.evidence.end and time.evidence.start < tokens[index].end
        ]
        if inside:
            deadline = _deadline(tokens, inside[0], sentence.first)
            found.append(Dated(time, when, inside[0], inside[-1] + 1, deadline))
    return found


def _deadline(tokens: Sequence[Token], first: int, begin: int) -> int:
    """Return the place of "by", "until", "no later than" before a time (or in it), or -1."""
    for place in (first, first - 1, first - 2):
        if place < begin:
            break
        norm = tokens[place].norm
        if norm in _DEADLINES:
            return place
        if norm not in {"the", "end", "than"} and place < first:
            break
    if first - 3 >= begin and [token.norm for token in tokens[first - 2 : first]] == ["later", "than"]:
        return first - 3
    return -1


def owner(tokens: Sequence[Token], dated: Dated, first: int, triggers: Mapping[int, bool]) -> int | None:
    """Return the verb (or noun) that a time belongs to: the cheapest to reach from it.

    `triggers` tell which are finite verbs: only these take a time that stands before them. A border of a clause
    between costs. A verb that makes no event can own a time too, and keeps it.
    """
    best: tuple[int, int] | None = None
    for trigger, is_finite in triggers.items():
        if dated.first <= trigger < dated.stop or (dated.first < trigger and not is_finite):
            continue
        low, high = (dated.stop, trigger) if dated.first < trigger else (trigger + 1, dated.first)
        between = [token.norm for token in tokens[low:high]]
        cost = len(between) + _COMMA_COST * between.count(",") + _CLAUSE_COST * sum(n in _CLAUSE for n in between)
        if dated.first < trigger and dated.first > first + _OPENING:
            cost += _CLAUSE_COST * sum(norm in {",", "and", "but", "to"} for norm in between)
        if cost <= _FARTHEST and (best is None or cost < best[0]):
            best = (cost, trigger)
    return best[1] if best else None


def due(article: Article, tokens: Sequence[Token], placed: Dated) -> When:
    """Return the deadline that a time names: everything up to its last day."""
    words = article.text[tokens[placed.deadline].start : tokens[placed.stop - 1].end]
    return When(None, placed.when.last, placed.when.grain, words, "deadline", placed.when.approximate)


def condition(
    article: Article, tokens: Sequence[Token], sentence: Sentence, trigger: int, *, negated: bool = False
) -> Evidence | None:
    """Return the words that a planned event hangs on, when the sentence names them outside its clause.

    What will not happen "until" something does hangs on that (`negated`).
    """
    for place in range(sentence.first, sentence.last):
        waits = negated and place > trigger and tokens[place].norm in {"until", "till"}
        if not waits and not _opens_condition(tokens, place, sentence):
            continue
        stop = place + 1
        while stop < sentence.last and tokens[stop].norm not in {",", ";", ".", '"', ":", "--", ")"}:
            stop += 1
        if not place <= trigger < stop:
            return article.evidence(tokens[place].start, tokens[stop - 1].end)
    return None


_ASKING = frozenset(
    """ask asks asked wonder wondered know knew see decide decided determine determined even as unclear sure question
    only not check say says said consider considering""".split()
)


def _opens_condition(tokens: Sequence[Token], place: int, sentence: Sentence) -> bool:
    norm = tokens[place].norm
    before = tokens[place - 1].norm if place > sentence.first else ""
    after = tokens[place + 1].norm if place + 1 < sentence.last else ""
    if norm == "if":
        return before not in _ASKING
    if norm == "unless":
        return True
    if norm == "provided":
        return after == "that" or before == ","
    if norm == "without":
        return after in {"a", "an", "any", "the", "immunity", "approval", "agreement", "consent"} and (
            before in {",", "", "that"} or place == sentence.first
        )
    return False
