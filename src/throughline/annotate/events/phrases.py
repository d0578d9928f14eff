"""Mentions as parts of noun phrases: what holds them, how far their phrase goes, what is joined to them.

In: a frame and mentions placed in it. Out: `Participant`s and lists of mentions. Nothing here knows of verbs' sides.
"""

from collections.abc import Iterable, Sequence

from throughline.annotate.events.frame import Frame, Placed
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
from throughline.text.numbers import word_value

ENDS = AUXILIARIES | CONJUNCTIONS | PREPOSITIONS | STOPS | SUBORDINATORS | DETERMINERS | {"to", "not", "n't"}
LIST_ENDS = frozenset({"and", "or", "&"})
LONGEST = 5  # words that may follow a name in one noun phrase ("NATO training mission")
_NEAR = 4  # tokens before a mention in which its preposition stands
_OWNER = frozenset({"'s", "'"})
_COUNTING = frozenset("than about around over under".split())  # before a number they hold nothing
_LIST_WORDS = frozenset({",", "and", "the", "or", "&", "both"})


def tied(item: Placed) -> Participant:
    """Return the participant that a mention is."""
    return Participant(item.mention.evidence, item.mention.id)


def breaks(frame: Frame, first: int, stop: int) -> bool:
    """Tell whether a range of tokens is more than the inside of one noun phrase."""
    return any(norm in ENDS - _OWNER for norm in frame.norms(first, stop))


def preposition(frame: Frame, item: Placed, begin: int = -1) -> str:
    """Return the preposition that holds a mention, over a determiner and up to two modifiers, from `begin` on."""
    for place in range(item.first - 1, max(begin - 1, item.first - _NEAR - 1), -1):
        norm = frame.norm(place)
        if item.mention.type is MentionType.PERSON and frame.tokens[place].text[:1].isupper():
            return ""  # "Chairman of the Joint Chiefs of Staff Mark Milley"
        counts = frame.norm(place + 1)[:1].isdigit() or word_value(frame.norm(place + 1)) is not None
        if counts and (norm in _COUNTING or (norm == "to" and frame.norm(place - 1) == "up")):
            continue  # "more than 300 people", "up to 300 people"
        if norm in PREPOSITIONS or norm == "to":
            return norm
        if norm in STOPS or norm in SUBORDINATORS or norm in {"and", "or", ""}:
            return ""
    return ""


def whole(frame: Frame, item: Placed, end: int) -> Participant:
    """Return the mention, or the phrase that it only opens: "US troops", "the alliance's training mission".

    The phrase keeps the tie to a body or a state; what is somebody's ("Jackson's doctor") is not that person.
    """
    stop = item.stop
    while stop < min(end, item.stop + LONGEST):
        norm = frame.norm(stop)
        is_owner = norm in _OWNER
        if not is_owner and (norm in ENDS or is_adverb(norm) or not norm[:1].isalpha()):
            break
        stop += 1
    following = frame.norm(stop)
    is_whole = stop == end or following in ENDS or not following[:1].isalpha() or is_adverb(following)
    if stop == item.stop or not is_whole:
        return tied(item)
    is_another = item.mention.type is MentionType.PERSON or (
        item.mention.type is MentionType.NATIONALITY and item.mention.entity is None
    )
    mention = None if is_another else item.mention.id
    return Participant(frame.evidence(item.first, stop), mention)


def is_modifier(frame: Frame, item: Placed) -> bool:
    """Tell a mention that only tells its noun apart: "their Bucharest summit", "the Iraq war"."""
    norm = frame.norm(item.stop)
    return norm[:1].isalpha() and norm not in ENDS and not is_adverb(norm) and frame.group_at(item.stop) is None


def conjoined(frame: Frame, chosen: Sequence[Placed], inside: Iterable[Placed]) -> list[Placed]:
    """Add the mentions that "and" joins to the last one: "Sweden, Denmark, and Latvia"; no "and", no list."""
    found, complete = list(chosen), len(chosen)
    for item in inside:
        if found and item.first > found[-1].first:
            between = frame.norms(found[-1].stop, item.first)
            if not between or any(norm not in _LIST_WORDS for norm in between):
                break
            found.append(item)
            if not LIST_ENDS.isdisjoint(between):
                complete = len(found)
    return found[:complete]


def unnamed(frame: Frame, begin: int, end: int) -> tuple[Participant, ...]:
    """Return a short phrase that no mention covers: "the summit", "his lawyers", "The Northern Compact", "Gunmen"."""
    words = frame.norms(begin, end)
    if not 0 < len(words) <= LONGEST or not words[-1][:1].isalpha():
        return ()
    is_opened = words[0] in DETERMINERS and len(words) > 1
    if not is_opened and not frame.tokens[begin].text[:1].isupper():
        return ()
    if words[0] in ENDS - DETERMINERS or (len(words) == 1 and words[0] in DETERMINERS):
        return ()
    rest = words[1:]
    if any(norm in ENDS - {"and", "of"} or not norm[:1].isalpha() or is_adverb(norm) for norm in rest):
        return ()
    joint = words.index("and") + begin if "and" in words else -1
    if joint > begin and frame.tokens[joint + 1].text[:1].isupper() and frame.tokens[joint - 1].text[:1].isupper():
        return Participant(frame.evidence(begin, joint)), Participant(frame.evidence(joint + 1, end))
    return (Participant(frame.evidence(begin, end)),)
