"""What is told not to be: "no troops left", "there are no talks", "denied the army had fired", "dismissed reports of".

In: tokens and the place of a verb group, or a frame and an event noun. Out: whether, or with which status, the words
take the event back. Who says that a thing is not so denies it; what simply did not come about has not happened.
"""

from collections.abc import Sequence

from throughline.annotate.events.frame import Frame
from throughline.annotate.verbgroups import VerbGroup
from throughline.annotate.wordclasses import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    FUTURE,
    MAYBE,
    NEGATIONS,
    PREPOSITIONS,
    STOPS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    WOULD,
    is_adverb,
)
from throughline.model import Status, Token
from throughline.tables.complements import complements

_NONE_OF = frozenset("no none neither nobody no-one".split())
_NOT_NONE = frozenset("longer doubt matter less more fewer sooner later question wonder".split())
_FARTHEST = 10  # tokens of a subject: "no agreement on the immunity of foreign troops was reached"
_NO_SUBJECT = STOPS | CONJUNCTIONS | AUXILIARIES | (SUBORDINATORS - {"as"}) | {"to"}
_HEARSAY = frozenset(
    """report reports claim claims rumour rumours rumor rumors suggestion suggestions allegation allegations
    speculation talk accusation accusations notion idea charge charges""".split()
)
_MUCH = 5  # tokens between "there" and what there is: "there have so far not been any"


def lacks_subject(tokens: Sequence[Token], group: VerbGroup, first: int) -> bool:
    """Tell a verb whose subject is nobody: "no agreement was reached", "none of the men was hurt"."""
    for place in range(group.first - 1, max(first, group.first - _FARTHEST) - 1, -1):
        norm = tokens[place].norm
        if norm in _NONE_OF:
            is_button = tokens[place].text.isupper()  # "YES | NO"
            return not is_button and tokens[place + 1].norm not in _NOT_NONE
        if norm in _NO_SUBJECT or norm in SUBJECT_PRONOUNS:
            return False
        if norm in DETERMINERS and not (place > first and tokens[place - 1].norm in PREPOSITIONS):
            return False
    return False


def opens_denied(tokens: Sequence[Token], place: int, verb: int) -> bool:
    """Tell whether the clause whose verb begins at `verb` is what the denial at `place` denies, with no "that"."""
    if verb <= place + 1:
        return False
    opener = tokens[place + 1]
    opens = opener.norm in DETERMINERS | SUBJECT_PRONOUNS | _HEARSAY or opener.text[:1].isupper()
    opens = opens or opener.norm.endswith("s")
    between = [token.norm for token in tokens[place + 1 : verb]]
    return opens and not any(norm in SUBORDINATORS or norm in CONJUNCTIONS or norm in {"to", ","} for norm in between)


def existential(frame: Frame, phrase: int, index: int) -> tuple[Status | None, int] | None:
    """Judge a noun by "there": "there was an explosion", "there will be a vote", "there are no talks"."""
    words: list[str] = []
    for place in range(phrase - 1, max(frame.first, phrase - _MUCH) - 1, -1):
        norm = frame.norm(place)
        if norm == "there":
            break
        if norm not in AUXILIARIES and norm not in NEGATIONS and not is_adverb(norm):
            return None
        words.append(norm)
    else:
        return None
    said = frozenset(words)
    if said.isdisjoint(BE | {"been"}):
        return None
    is_none = not said.isdisjoint(NEGATIONS) or not _NONE_OF.isdisjoint(frame.norms(phrase, index))
    if not said.isdisjoint(MAYBE):
        return None, -1
    if is_none:
        token = frame.tokens[index]
        is_said = frame.context.statement(token.start, token.end) is not None
        is_now = said <= (BE - {"was", "were", "been"}) | NEGATIONS
        return (Status.DENIED if is_now and is_said else Status.NOT_HAPPENED), -1
    if not said.isdisjoint(FUTURE | WOULD):
        return Status.PLANNED, -1
    return (Status.ONGOING if said <= BE - {"was", "were"} else Status.HAPPENED), -1


def hearsay(frame: Frame, phrase: int, _: int) -> tuple[Status | None, int] | None:
    """Judge "dismissed reports of a withdrawal": denied; what is only reported says nothing."""
    if frame.norm(phrase - 1) not in {"of", "about"} or frame.norm(phrase - 2) not in _HEARSAY:
        return None
    denying = complements("that")
    for place in range(phrase - 3, max(frame.first, phrase - 3 - _MUCH) - 1, -1):
        norm = frame.norm(place)
        if norm in STOPS or norm in PREPOSITIONS:
            break
        if norm in denying and denying[norm].status is Status.DENIED and frame.group_at(place) is not None:
            return Status.DENIED, place
    return None, -1
