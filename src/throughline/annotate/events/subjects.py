"""The subject of a verb group: who does it, or in a passive to whom it is done.

In: a frame and a verb group. Out: participants. An infinitive takes the subject of the word it hangs on, "who" what it
stands for; a pronoun in reported words is whoever said them. A name that is only the owner of the subject ("NATO's
mission") is not the subject: then the whole phrase is.
"""

from collections.abc import Sequence

from throughline.annotate import relatives
from throughline.annotate.events import phrases
from throughline.annotate.events.frame import Frame, Placed
from throughline.annotate.verbgroups import Tense, VerbGroup
from throughline.annotate.wordclasses import DETERMINERS, SUBORDINATORS, is_adverb
from throughline.model import MentionType, Participant
from throughline.tables.lexicon import verb_features

_RELATIVES = frozenset("who which that".split())
# Verbs whose clause needs no "that": "officials said the alliance was leaving".
_OPENERS = SUBORDINATORS | frozenset(
    """said says say saying told tells added adds believe believes believed think thinks thought fear fears feared hope
    hopes hoped know knew announced warned claimed claims insisted noted suggested predicted expects confirmed stated
    argued denied means meant felt feel " ; : -- ( )""".split()
)
_JOINTS = frozenset({"and", "but", "or", ","})
_SPEAKERS = frozenset({"i", "we"})  # of quoted words
_THE_SAME = frozenset({"it", "they"})  # of reported words; "he" and "she" are mentions of their own


def find(frame: Frame, group: VerbGroup, governor: int) -> tuple[Participant, ...]:
    """Find the subject; `governor` is the word that an infinitive hangs on ("urged" of "urged NATO to"), or -1."""
    if 0 <= governor < group.first and group.tense is Tense.INFINITIVE:
        return _of_infinitive(frame, group, governor)
    if group.tense in {Tense.INFINITIVE, Tense.GERUND}:
        return _plain(frame, _finite_before(frame, group))
    return _plain(frame, group)


def _of_infinitive(frame: Frame, group: VerbGroup, governor: int) -> tuple[Participant, ...]:
    """Return whoever is urged, or else whoever agreed."""
    between = [item for item in frame.mentions if governor < item.first and item.stop <= group.first]
    asked = max((place for place in range(governor, group.first) if frame.norm(place) == "for"), default=-1)
    if asked >= 0:  # "calls from lawmakers for foreign troops to withdraw"
        named = [item for item in between if item.first > asked]
        return tuple(phrases.tied(item) for item in named[:1]) or phrases.unnamed(frame, asked + 1, group.first)
    if between:
        return tuple(phrases.tied(item) for item in phrases.conjoined(frame, between[:1], between))
    patient = phrases.unnamed(frame, governor + 1, group.first)
    if patient:  # "urged the Northern Compact to donate"
        return patient
    above = frame.group_at(governor)
    if above is not None:
        return _plain(frame, _finite_before(frame, above) if above.tense is Tense.INFINITIVE else above)
    owner = [item for item in frame.mentions if 0 <= governor - item.stop <= 2]
    if owner:  # "Baghdad's refusal to grant"
        return tuple(phrases.tied(item) for item in owner[-1:])
    return _plain(frame, _finite_before(frame, group))


def _finite_before(frame: Frame, group: VerbGroup) -> VerbGroup:
    """Return the finite group whose subject an infinitive or gerund shares."""
    earlier = [other for other in frame.groups if other.main < group.main and other.is_finite]
    return earlier[-1] if earlier else group


def _plain(frame: Frame, group: VerbGroup) -> tuple[Participant, ...]:
    if frame.norm(group.first - 1) in _RELATIVES:
        return _antecedent(frame, group.first - 1)
    end = _before_relative(frame, group)
    begin = _clause_start(frame, group, end)
    if frame.norm(group.first - 1) in phrases.LIST_ENDS | {"but"}:
        shared = _shares_with(frame, group)
        if shared is not None:
            return _plain(frame, shared)
    inside = [item for item in frame.mentions if begin <= item.first and item.stop <= end]
    free = [item for item in inside if not phrases.preposition(frame, item, begin)]
    if not free:
        return _speaker(frame, begin, end) or phrases.unnamed(frame, begin, end)
    chosen = free[-1] if group.tense is Tense.PARTICIPLE else _last_of_phrase(frame, free)
    return tuple(phrases.whole(frame, item, end) for item in phrases.conjoined(frame, [chosen], inside))


def _before_relative(frame: Frame, group: VerbGroup) -> int:
    """Return where the subject ends: before the verb, or before the relative clause that stands between the two."""
    end = group.first
    while end - 1 > frame.first and (frame.norm(end - 1) == "," or is_adverb(frame.norm(end - 1))):
        end -= 1
    for start, stop in frame.relatives:
        if stop == end and start <= end and relatives.innermost(frame.relatives, group.main) != (start, stop):
            return start - 1 if frame.norm(start - 1) == "," else start
    return group.first


def _speaker(frame: Frame, begin: int, end: int) -> tuple[Participant, ...]:
    """Return whose pronoun stands alone before the verb: "the army said it had killed four", "we will stay"."""
    words = [norm for norm in frame.norms(begin, end) if not is_adverb(norm)]
    if len(words) != 1 or words[0] not in _SPEAKERS | _THE_SAME:
        return ()
    token = frame.tokens[end - 1]
    source = frame.context.speaker(token.start, token.end)
    if source is None:
        return ()
    is_near = frame.sentence.start <= source.evidence.start < frame.sentence.end
    is_person = any(
        item.mention.type is MentionType.PERSON
        and source.evidence.start <= item.mention.evidence.start < source.evidence.end
        for item in frame.mentions
    )
    return (source,) if words[0] in _SPEAKERS or (is_near and not is_person) else ()


def _antecedent(frame: Frame, relative: int) -> tuple[Participant, ...]:
    """Return what "who" or "which" stands for: the mention right before it, over a comma."""
    end = relative - 1 if frame.norm(relative - 1) == "," else relative
    return tuple(phrases.tied(item) for item in frame.mentions if item.stop == end)


def _clause_start(frame: Frame, group: VerbGroup, end: int) -> int:
    """Return where the clause of a group begins: after a subordinator, or a comma or "and" that follows a verb."""
    earlier = [other.main for other in frame.groups if other.main < end]
    low = earlier[-1] + 1 if earlier else frame.first
    for place in range(end - 1, max(low - 2, frame.first - 1), -1):  # the verb before too: "said", with no "that"
        if frame.norm(place) in _OPENERS:
            return place + 1
    if not earlier:
        return frame.first
    commas = [place for place in range(low, end) if frame.norm(place) == ","]
    if commas and frame.norm(commas[-1] + 1) in DETERMINERS and "and" not in frame.norms(commas[-1], end):
        return commas[-1] + 1  # "While it might face less than BP and Transocean, its shares slid"
    return next((place + 1 for place in range(low, end) if frame.norm(place) in _JOINTS), group.first)


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
        if item.first - chosen.stop > phrases.LONGEST or phrases.breaks(frame, chosen.stop, item.first):
            break
        if any(token.norm in verb_features() for token in frame.tokens[chosen.stop : item.first]):
            break
        chosen = item
    return chosen
