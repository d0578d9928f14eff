"""Who did it, to whom, where: the participants of an event.

In: a verb group, its sentence, the mentions there. Out: actor, recipient and place as `Participant`s tied to
mentions. Before the verb stands the subject, after it the object; a passive turns them round; a conjunction
("Sweden, Denmark, and Latvia") gives several.
"""

from collections.abc import Sequence
from typing import NamedTuple

from throughline.annotate.context import Context
from throughline.annotate.verbgroups import Tense, VerbGroup
from throughline.annotate.wordclasses import PREPOSITIONS, STOPS, SUBORDINATORS
from throughline.model import Mention, MentionType, Participant, Sentence, Token


class Roles(NamedTuple):
    """The participants of one event."""

    actor: tuple[Participant, ...] = ()
    recipient: tuple[Participant, ...] = ()
    place: tuple[Participant, ...] = ()


_PLACES = frozenset({MentionType.PLACE, MentionType.STATE})
_LOCATIVES = frozenset("in at near from into to across inside outside around off on throughout".split())
_TOWARDS = frozenset("against with to at on from of for over toward towards between".split())
_CLAUSE_WORDS = SUBORDINATORS - {"as", "since", "after", "before", "until", "till", "once"}
_REACH_BACK, _REACH_ON = 30, 18  # tokens searched before and after the verb


class Placed(NamedTuple):
    """A mention by its tokens."""

    mention: Mention
    first: int
    stop: int


def placed(tokens: Sequence[Token], sentence: Sentence, context: Context) -> list[Placed]:
    """Return the mentions of a sentence by token, in order, the outermost of nested ones."""
    found: list[Placed] = []
    index = sentence.first
    for mention in context.mentions(sentence.start, sentence.end):
        while index < sentence.last and tokens[index].end <= mention.evidence.start:
            index += 1
        stop = index
        while stop < sentence.last and tokens[stop].start < mention.evidence.end:
            stop += 1
        if stop > index and not (found and index < found[-1].stop):
            found.append(Placed(mention, index, stop))
    return found


def of_verb(
    tokens: Sequence[Token], group: VerbGroup, governor: int, sentence: Sentence, mentions: Sequence[Placed]
) -> Roles:
    """Return the participants of a verb."""
    before = _subject(tokens, group, governor, sentence, mentions)
    after = [item for item in mentions if group.main < item.first <= group.main + _REACH_ON]
    after = _within_clause(tokens, group.main + 1, after)
    objects = _objects(tokens, group.main + 1, after)
    where = tuple(_participant(item) for item in after if _is_place(tokens, item))
    if group.is_passive:
        agent = _after_word(tokens, after, "by")
        return Roles(agent, before, where)
    return Roles(before, objects or _complement(tokens, after), where)


def _participant(item: Placed) -> Participant:
    return Participant(item.mention.evidence, item.mention.id)


def _is_place(tokens: Sequence[Token], item: Placed) -> bool:
    return item.mention.type in _PLACES and _preposition(tokens, item.first) in _LOCATIVES


def _preposition(tokens: Sequence[Token], first: int) -> str:
    """Return the preposition before a mention, over a determiner and up to two modifiers."""
    for place in range(first - 1, max(-1, first - 4), -1):
        norm = tokens[place].norm
        if norm in PREPOSITIONS or norm == "to":
            return norm
        if norm in STOPS or norm in SUBORDINATORS or norm in {"and", "or"}:
            return ""
    return ""


def _subject(
    tokens: Sequence[Token], group: VerbGroup, governor: int, sentence: Sentence, mentions: Sequence[Placed]
) -> tuple[Participant, ...]:
    """Return the subject: the mentions before the group that no preposition holds, nearest clause first."""
    if governor >= 0 and governor < group.first and group.tense is Tense.INFINITIVE:
        between = [item for item in mentions if governor < item.first and item.stop <= group.first]
        if between:  # "urged NATO to expand": the one who is urged does it
            return tuple(_participant(item) for item in _conjoined(tokens, between[:1], between))
    end = governor if 0 <= governor < group.first else group.first
    begin = _clause_start(tokens, end, sentence)
    inside = [item for item in mentions if begin <= item.first and item.stop <= end]
    free = [item for item in inside if not _preposition(tokens, item.first)]
    chosen = free[-1:] if group.tense is Tense.PARTICIPLE else free[:1]
    return tuple(_participant(item) for item in _conjoined(tokens, chosen, inside))


def _clause_start(tokens: Sequence[Token], end: int, sentence: Sentence) -> int:
    """Return where the clause that ends at `end` begins: after a subordinator, a semicolon, a quotation mark."""
    for place in range(end - 1, max(sentence.first, end - _REACH_BACK) - 1, -1):
        norm = tokens[place].norm
        if norm in {";", ":", '"', "--"}:
            return place + 1
        if norm in _CLAUSE_WORDS and place < end - 1:
            return place + 1
        if norm in {"said", "says", "told"}:
            return place + 1
    return sentence.first


def _conjoined(tokens: Sequence[Token], chosen: Sequence[Placed], inside: Sequence[Placed]) -> list[Placed]:
    """Add the mentions that "and" or a comma joins to the last one: "Sweden, Denmark, and Latvia"."""
    found = list(chosen)
    for item in inside:
        if found and item.first > found[-1].first:
            between = [token.norm for token in tokens[found[-1].stop : item.first]]
            if between and all(norm in {",", "and", "the", "or", "&"} for norm in between):
                found.append(item)
    return found


def _within_clause(tokens: Sequence[Token], start: int, items: Sequence[Placed]) -> list[Placed]:
    """Keep mentions before the next clause begins."""
    stop = start
    while stop < len(tokens) and not (
        tokens[stop].norm in {";", ":", ".", '"', "--"}
        or tokens[stop].norm in _CLAUSE_WORDS
        or stop > start + _REACH_ON
    ):
        stop += 1
    return [item for item in items if item.first < stop]


def _objects(tokens: Sequence[Token], start: int, items: Sequence[Placed]) -> tuple[Participant, ...]:
    """Return the direct object: the mention that follows with no preposition between, and those joined to it."""
    if not items:
        return ()
    between = [token.norm for token in tokens[start : items[0].first]]
    if any(norm in PREPOSITIONS or norm in {"to", ",", "and"} for norm in between) or len(between) > 3:
        return ()
    return tuple(_participant(item) for item in _conjoined(tokens, items[:1], items))


def _complement(tokens: Sequence[Token], items: Sequence[Placed]) -> tuple[Participant, ...]:
    """Return what a preposition of direction brings in: "withdraw from Iraq", "talks with NATO"."""
    for item in items:
        if _preposition(tokens, item.first) in _TOWARDS:
            return tuple(_participant(each) for each in _conjoined(tokens, [item], items))
    return ()


def _after_word(tokens: Sequence[Token], items: Sequence[Placed], word: str) -> tuple[Participant, ...]:
    for item in items:
        if _preposition(tokens, item.first) == word:
            return tuple(_participant(each) for each in _conjoined(tokens, [item], items))
    return ()
