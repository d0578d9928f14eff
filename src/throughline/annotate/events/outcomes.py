"""What became of somebody, told by a copula: "is dead", "were missing", "is under arrest", "is over".

In: a frame and a verb group that is a form of "be" or "remain". Out: the word that tells it, the predicate and its
status, or None: being tall, late or sorry is no event.
"""

from throughline.annotate.events.frame import Frame
from throughline.annotate.events.status import judge
from throughline.annotate.verbgroups import Tense, VerbGroup
from throughline.annotate.wordclasses import is_adverb
from throughline.model import Status
from throughline.tables.predicates import Predicate

_COPULAS = frozenset("is are was were be remain remains remained".split())
_DONE = frozenset("dead bankrupt guilty over extinct homeless ablaze".split())  # once so, it has happened
_GOING_ON = frozenset(
    "missing|hostage|unaccounted for|under arrest|under siege|under attack|under way|under investigation|in custody|"
    "in hiding|in exile|in hospital|on strike|on trial|on fire|at war|at large|without power|without water".split("|")
)
_LAST_WORDS = frozenset(words.split()[-1] for words in _GOING_ON)
_TALLY = 3  # tokens from the copula in which the word must come: "are now all dead"


def may_tell(norm: str) -> bool:
    """Tell a word that an outcome needs."""
    return norm in _DONE or norm in _LAST_WORDS


def read(frame: Frame, group: VerbGroup) -> tuple[int, Predicate, Status] | None:
    """Read the outcome that a copula tells."""
    is_missing = frame.norm(group.main) == "missing" and group.is_progressive
    if frame.norm(group.main) not in _COPULAS and not is_missing:
        return None
    place = group.main + (not is_missing)
    while place < group.main + _TALLY and (
        is_adverb(frame.norm(place)) or frame.norm(place) in {"all", "both", "still"}
    ):
        place += 1
    word, pair = frame.norm(place), " ".join(frame.norms(place, place + 2))
    is_done = word in _DONE and (word != "over" or frame.norm(place + 1) in {".", ",", ";", '"', "and", ""})
    found = word if is_done else next((each for each in (pair, word) if each in _GOING_ON), "")
    if not found:
        return None
    as_past = VerbGroup(group.first, group.main, Tense.PAST, is_negated=group.is_negated)
    is_present = group.tense is Tense.PRESENT
    told = judge(frame.tokens, as_past if is_present else group, (frame.first, frame.last)).status
    if told is Status.NOT_HAPPENED and is_present:
        return None  # "is not dead" tells of nothing
    if told is Status.HAPPENED and is_present and not is_done:
        told = Status.ONGOING
    return (place, Predicate(found, frozenset(), None, 2), told) if told is not None else None
