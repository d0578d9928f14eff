"""Who did it, to whom, where: the participants of an event.

In: a verb group or an event noun in its frame. Out: actor, recipient and place as `Participant`s. Before the verb
stands the subject, after it the object; a passive turns them round; a conjunction ("Sweden, Denmark, and Latvia")
gives several. A name that is only the owner of the subject ("NATO's mission") is not the subject: then the whole
phrase is, tied to no mention.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from throughline.annotate.frame import Frame, Placed
from throughline.annotate.verbgroups import Tense, VerbGroup
from throughline.annotate.wordclasses import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    STOPS,
    SUBORDINATORS,
    is_adverb,
)
from throughline.model import MentionType, Participant
from throughline.tables.lexicon import verb_features


class Roles(NamedTuple):
    """The participants of one event."""

    actor: tuple[Participant, ...] = ()
    recipient: tuple[Participant, ...] = ()
    place: tuple[Participant, ...] = ()


_PLACES = frozenset({MentionType.PLACE, MentionType.STATE})
_LOCATIVES = frozenset("in at near from into to across inside outside around off throughout".split())
_TOWARDS = frozenset("against with to at on from of for over toward towards between".split())
_RELATIVES = frozenset("who which that".split())
# Verbs whose clause needs no "that": "officials said the alliance was leaving".
_OPENERS = SUBORDINATORS | frozenset(
    """said says say saying told tells added adds believe believes believed think thinks thought fear fears feared hope
    hopes hoped know knew announced warned claimed claims insisted noted suggested predicted expects confirmed stated
    argued denied means meant felt feel " ; : -- ( )""".split()
)
_JOINTS = frozenset({"and", "but", "or", ","})
_PHRASE_ENDS = AUXILIARIES | CONJUNCTIONS | PREPOSITIONS | STOPS | SUBORDINATORS | DETERMINERS | {"to", "not", "n't"}
_LIST_WORDS = frozenset({",", "and", "the", "or", "&", "both"})
_LIST_ENDS = frozenset({"and", "or", "&"})
_REACH = 18  # tokens searched after the verb
_LONGEST_PHRASE = 5  # words that may follow a name in one noun phrase ("NATO training mission")


def of_verb(frame: Frame, group: VerbGroup, governor: int) -> Roles:
    """Return the participants of a verb; `governor` is the word it hangs on ("urged" of "urged NATO to"), or -1."""
    before = _subject(frame, group, governor)
    after = _after(frame, group.main + 1)
    where = tuple(_tied(item) for item in after if _is_place(frame, item))
    if group.is_passive:
        return Roles(_held(frame, after, {"by"}), before, where)
    return Roles(before, _object(frame, group.main + 1, after) or _held(frame, after, _TOWARDS), where)


def of_noun(frame: Frame, index: int) -> Roles:
    """Return the participants of an event noun: "Iran's attack on Iraq", "talks between Iraq and NATO"."""
    owners = [
        item
        for item in frame.mentions
        if item.stop <= index and index - item.stop <= 3 and not _breaks(frame, item.stop, index)
    ]
    after = _after(frame, index + 1)
    where = tuple(_tied(item) for item in after if _is_place(frame, item))
    actor = tuple(_tied(item) for item in owners[-1:]) or _held(frame, after, {"by", "between", "of"})
    return Roles(actor, _held(frame, after, {"on", "against", "with", "from"}), where)


def _tied(item: Placed) -> Participant:
    return Participant(item.mention.evidence, item.mention.id)


def _breaks(frame: Frame, first: int, stop: int) -> bool:
    return any(norm in _PHRASE_ENDS for norm in frame.norms(first, stop))


def _is_place(frame: Frame, item: Placed) -> bool:
    return item.mention.type in _PLACES and _preposition(frame, item) in _LOCATIVES


def _preposition(frame: Frame, item: Placed, begin: int = -1) -> str:
    """Return the preposition that holds a mention, over a determiner and up to two modifiers, from `begin` on."""
    for place in range(item.first - 1, max(begin - 1, item.first - 4), -1):
        norm = frame.norm(place)
        if item.mention.type is MentionType.PERSON and frame.tokens[place].text[:1].isupper():
            return ""  # "Chairman of the Joint Chiefs of Staff Mark Milley"
        if norm in PREPOSITIONS or norm == "to":
            return norm
        if norm in STOPS or norm in SUBORDINATORS or norm in {"and", "or", ""}:
            return ""
    return ""


def _subject(frame: Frame, group: VerbGroup, governor: int) -> tuple[Participant, ...]:
    """Return the subject: of an infinitive, whoever is urged or else whoever agreed; of "who", what it stands for."""
    if 0 <= governor < group.first and group.tense is Tense.INFINITIVE:
        between = [item for item in frame.mentions if governor < item.first and item.stop <= group.first]
        asked = max((place for place in range(governor, group.first) if frame.norm(place) == "for"), default=-1)
        if asked >= 0:  # "calls from lawmakers for foreign troops to withdraw"
            named = [item for item in between if item.first > asked]
            return tuple(_tied(item) for item in named[:1]) or _unnamed(frame, asked + 1, group.first)
        if between:
            return tuple(_tied(item) for item in _conjoined(frame, between[:1], between))
        above = frame.group_at(governor)
        if above is not None:
            if above.tense is Tense.INFINITIVE:
                return _plain_subject(frame, _finite_before(frame, above))
            return _plain_subject(frame, above)
        owner = [item for item in frame.mentions if 0 <= governor - item.stop <= 2]
        if owner:  # "Baghdad's refusal to grant"
            return tuple(_tied(item) for item in owner[-1:])
        return _plain_subject(frame, _finite_before(frame, group))
    if group.tense in {Tense.INFINITIVE, Tense.GERUND}:
        return _plain_subject(frame, _finite_before(frame, group))
    return _plain_subject(frame, group)


def _finite_before(frame: Frame, group: VerbGroup) -> VerbGroup:
    """Return the finite group whose subject an infinitive or gerund shares."""
    earlier = [other for other in frame.groups if other.main < group.main and other.is_finite]
    return earlier[-1] if earlier else group


def _plain_subject(frame: Frame, group: VerbGroup) -> tuple[Participant, ...]:
    if frame.norm(group.first - 1) in _RELATIVES:
        return _antecedent(frame, group.first - 1)
    begin = _clause_start(frame, group)
    if frame.norm(group.first - 1) in _LIST_ENDS | {"but"}:
        shared = _shares_with(frame, group)
        if shared is not None:
            return _plain_subject(frame, shared)
    inside = [item for item in frame.mentions if begin <= item.first and item.stop <= group.first]
    free = [item for item in inside if not _preposition(frame, item, begin)]
    if not free:
        return _unnamed(frame, begin, group.first)
    chosen = free[-1] if group.tense is Tense.PARTICIPLE else _last_of_phrase(frame, free)
    return tuple(_whole(frame, item, group.first) for item in _conjoined(frame, [chosen], inside))


def _antecedent(frame: Frame, relative: int) -> tuple[Participant, ...]:
    """Return what "who" or "which" stands for: the mention right before it, over a comma."""
    end = relative - 1 if frame.norm(relative - 1) == "," else relative
    return tuple(_tied(item) for item in frame.mentions if item.stop == end)


def _clause_start(frame: Frame, group: VerbGroup) -> int:
    """Return where the clause of a group begins: after a subordinator, or a comma or "and" that follows a verb."""
    earlier = [other.main for other in frame.groups if other.main < group.first]
    low = earlier[-1] + 1 if earlier else frame.first
    for place in range(group.first - 1, low - 2, -1):  # the verb before too: "said", with no "that"
        if frame.norm(place) in _OPENERS:
            return place + 1
    if not earlier:
        return frame.first
    return next((place + 1 for place in range(low, group.first) if frame.norm(place) in _JOINTS), group.first)


def _unnamed(frame: Frame, begin: int, end: int) -> tuple[Participant, ...]:
    """Return a short subject that no mention covers: "the summit", "his lawyers"."""
    words = frame.norms(begin, end)
    is_phrase = 1 < len(words) <= _LONGEST_PHRASE and words[0] in DETERMINERS
    if not is_phrase or any(norm in _PHRASE_ENDS or not norm[:1].isalpha() for norm in words[1:]):
        return ()
    return (Participant(frame.evidence(begin, end)),)


def _shares_with(frame: Frame, group: VerbGroup) -> VerbGroup | None:
    """Return the group whose subject this one shares, as "and" or "but" stands right before it."""
    earlier = [other for other in frame.groups if other.main < group.first and other.is_finite]
    alike = [other for other in earlier if (other.tense, other.is_perfect) == (group.tense, group.is_perfect)]
    candidates = alike or earlier
    return candidates[-1] if candidates else None


def _last_of_phrase(frame: Frame, free: Sequence[Placed]) -> Placed:
    """Return the mention that heads the first phrase: "Iraqi Prime Minister Nouri al-Maliki" is the man."""
    chosen = free[0]
    for item in free[1:]:
        if item.first - chosen.stop > _LONGEST_PHRASE or _breaks(frame, chosen.stop, item.first):
            break
        if any(token.norm in verb_features() for token in frame.tokens[chosen.stop : item.first]):
            break
        chosen = item
    return chosen


def _whole(frame: Frame, item: Placed, end: int) -> Participant:
    """Return the mention, or the phrase that it only opens: "US troops", "the alliance's training mission".

    The phrase keeps the tie to a body or a state; what is somebody's ("Jackson's doctor") is not that person.
    """
    stop = item.stop
    while stop < min(end, item.stop + _LONGEST_PHRASE):
        norm = frame.norm(stop)
        is_owner = norm in {"'s", "'"}
        if not is_owner and (norm in _PHRASE_ENDS or is_adverb(norm) or not norm[:1].isalpha()):
            break
        stop += 1
    following = frame.norm(stop)
    is_whole = stop == end or following in _PHRASE_ENDS or not following[:1].isalpha() or is_adverb(following)
    if stop == item.stop or not is_whole:
        return _tied(item)
    tied = None if item.mention.type is MentionType.PERSON else item.mention.id
    return Participant(frame.evidence(item.first, stop), tied)


def _conjoined(frame: Frame, chosen: Sequence[Placed], inside: Iterable[Placed]) -> list[Placed]:
    """Add the mentions that "and" joins to the last one: "Sweden, Denmark, and Latvia"; no "and", no list."""
    found, complete = list(chosen), len(chosen)
    for item in inside:
        if found and item.first > found[-1].first:
            between = frame.norms(found[-1].stop, item.first)
            if not between or any(norm not in _LIST_WORDS for norm in between):
                break
            found.append(item)
            if not _LIST_ENDS.isdisjoint(between):
                complete = len(found)
    return found[:complete]


def _after(frame: Frame, start: int) -> list[Placed]:
    """Return the mentions between a trigger and the next clause."""
    stop = start
    while stop < min(frame.last, start + _REACH):
        norm = frame.norm(stop)
        if norm in {";", ":", '"', "--"} or (norm in SUBORDINATORS and norm not in PREPOSITIONS):
            break
        if frame.group_at(stop) is not None:
            break
        stop += 1
    return [item for item in frame.mentions if start <= item.first and item.stop <= stop]


def _object(frame: Frame, start: int, items: Sequence[Placed]) -> tuple[Participant, ...]:
    """Return the direct object: the mention that follows with no preposition between, and those joined to it."""
    if not items:
        return ()
    between = frame.norms(start, items[0].first)
    if len(between) > 3 or any(norm in PREPOSITIONS or norm in {"to", ",", "and", "that"} for norm in between):
        return ()
    return tuple(_whole(frame, item, _phrase_end(frame, item)) for item in _conjoined(frame, items[:1], items))


def _phrase_end(frame: Frame, item: Placed) -> int:
    """Return where the words after a mention stop being one phrase with it: at the next verb at the latest."""
    return min([group.first for group in frame.groups if group.first >= item.stop], default=frame.last)


def _held(frame: Frame, items: Sequence[Placed], words: Iterable[str]) -> tuple[Participant, ...]:
    """Return the first mention that one of these prepositions holds, and those joined to it."""
    wanted = frozenset(words)
    for item in items:
        if _preposition(frame, item) in wanted:
            return tuple(_tied(each) for each in _conjoined(frame, [item], items))
    return ()
