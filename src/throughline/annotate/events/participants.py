"""Who did it, to whom, where: the participants of an event.

In: a verb group or an event noun in its frame. Out: actor, recipient and place as `Participant`s. Before the verb
stands the subject, after it the object; a passive turns them round. Of a noun, "by" holds the actor; what is somebody's
or "of" somebody is done by them ("Iraq's withdrawal") or to them ("the killing of two soldiers").
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from throughline.annotate.events import phrases, subjects
from throughline.annotate.events.frame import Frame, Placed
from throughline.annotate.verbgroups import VerbGroup
from throughline.annotate.wordclasses import PREPOSITIONS, SUBORDINATORS
from throughline.model import MentionType, Participant


class Roles(NamedTuple):
    """The participants of one event."""

    actor: tuple[Participant, ...] = ()
    recipient: tuple[Participant, ...] = ()
    place: tuple[Participant, ...] = ()


_PLACES = frozenset({MentionType.PLACE, MentionType.STATE})
_LOCATIVES = frozenset("in at near from into to across inside outside around off throughout".split())
_TOWARDS = frozenset("against with to at on from of for over toward towards between".split())
_REACH = 18  # tokens searched after the verb
_OWNED = 3  # tokens between an owner and the event noun: "Iraq's planned withdrawal"
# Nouns of deeds whose owner suffers them: "the general's killing".
_SUFFERED = frozenset(
    """killing killings murder murders assassination arrest arrests detention conviction execution kidnapping abduction
    indictment impeachment imprisonment deportation expulsion eviction extradition acquittal release rescue seizure
    suspension removal ouster overthrow sentencing prosecution capture beating torture appointment election trial
    slaying evacuation liquidation closure""".split()
)


def of_verb(frame: Frame, group: VerbGroup, governor: int) -> Roles:
    """Return the participants of a verb; `governor` is the word it hangs on ("urged" of "urged NATO to"), or -1."""
    before = subjects.find(frame, group, governor)
    after = _after(frame, group.main + 1)
    where = tuple(phrases.tied(item) for item in after if _is_place(frame, item))
    if group.is_passive:
        return Roles(_held(frame, after, {"by"}), before, where)
    return Roles(before, _object(frame, group.main + 1, after) or _held(frame, after, _TOWARDS), where)


def of_noun(frame: Frame, index: int) -> Roles:
    """Return the participants of an event noun: "Iran's attack on Iraq", "talks between Iraq and NATO"."""
    owners = [
        item
        for item in frame.mentions
        if item.stop <= index and index - item.stop <= _OWNED and not phrases.breaks(frame, item.stop, index)
    ]
    owner = tuple(phrases.tied(item) for item in owners[-1:])
    after = _after(frame, index + 1)
    where = tuple(phrases.tied(item) for item in after if _is_place(frame, item))
    doer, whose = _held(frame, after, {"by", "between"}), _held(frame, after, {"of"})
    towards = _held(frame, after, {"on", "against", "with", "from"})
    if frame.norm(index) not in _SUFFERED:
        return Roles(doer or owner or whose, towards or (whose if doer or owner else ()), where)
    return Roles(doer or (owner if whose else ()), whose or owner or towards, where)


def _is_place(frame: Frame, item: Placed) -> bool:
    return item.mention.type in _PLACES and phrases.preposition(frame, item) in _LOCATIVES


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
    joined = phrases.conjoined(frame, items[:1], items)
    return tuple(phrases.whole(frame, item, _phrase_end(frame, item)) for item in joined)


def _phrase_end(frame: Frame, item: Placed) -> int:
    """Return where the words after a mention stop being one phrase with it: at the next verb at the latest."""
    return min([group.first for group in frame.groups if group.first >= item.stop], default=frame.last)


def _held(frame: Frame, items: Sequence[Placed], words: Iterable[str]) -> tuple[Participant, ...]:
    """Return the first mention that one of these prepositions holds, and those joined to it.

    Where something takes place is nobody: "at their Bucharest summit", "at Camp Bastion".
    """
    wanted = frozenset(words)
    for item in items:
        holder = phrases.preposition(frame, item)
        is_venue = item.mention.type in _PLACES and (holder == "at" or phrases.is_modifier(frame, item))
        if holder in wanted and not is_venue:
            joined = phrases.conjoined(frame, [item], items)
            return tuple(phrases.whole(frame, each, _phrase_end(frame, each)) for each in joined)
    return ()
