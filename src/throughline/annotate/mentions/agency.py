"""Whether a subject acts: a name that agrees, sends or refuses is somebody's, where one that begins or lasts is not.

In: tokens and the place where a verb may stand. Out: yes or no, from the form of the words alone.
"""

from collections.abc import Sequence
from functools import cache

from throughline.annotate.statements.cues import cue
from throughline.annotate.wordclasses import CONJUNCTIONS, FUTURE, HAVE, PREPOSITIONS, SUBORDINATORS, WOULD, is_adverb
from throughline.model import Token
from throughline.tables.verbs import forms, irregular

_AUXILIARIES = HAVE | FUTURE | WOULD | {"did", "does"}
# What storms, laws and matches do as well: to be, begin, happen and last, change, hold, show and mean.
_INERT = frozenset(
    """be have do seem appear look sound happen occur arise emerge become remain stay get begin start end finish last
    continue stop fall drop rise grow increase decrease rain snow freeze cost weigh measure include contain comprise
    consist hold feature show mean concern involve affect cause lead follow come go run take make apply expire lapse
    stand lie hit strike kill claim destroy damage bring help need matter belong hurt work""".split()
)
# Some of these are somebody's with an object: "have begun talks", "opened a base".
_PHASES = frozenset("begin start end stop open close".split())
_REACH = 4  # tokens over which auxiliaries and adverbs are passed: "has not yet formally agreed"


def acts(tokens: Sequence[Token], at: int, stop: int) -> bool:
    """Tell whether an active verb that needs somebody to do it stands at token `at`, before token `stop`."""
    helped = False
    for index in range(at, min(stop, at + _REACH)):
        word = tokens[index].norm
        if word in _AUXILIARIES:
            helped = True
        elif not (is_adverb(word) or word in {"not", "n't", "also"}):
            passive = index + 1 < stop and tokens[index + 1].norm == "by"
            if not tokens[index].text.islower() or passive:
                return False
            return _needs_somebody(word, helped=helped) or (word in _phases() and _is_object(tokens, index + 1, stop))
    return False


def _needs_somebody(word: str, *, helped: bool) -> bool:
    if word in _inert():
        return False
    if word in _pasts() or (word.endswith("ed") and not word.endswith("eed") and len(word) > 4):
        return True
    reporting = cue(word)
    return reporting is not None and reporting.is_finite and (helped or word.endswith(("s", "ed")))


def _is_object(tokens: Sequence[Token], at: int, stop: int) -> bool:
    if at >= stop or not tokens[at].text[0].isalpha():
        return False
    word = tokens[at].norm
    return word not in PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS and not is_adverb(word)


@cache
def _phases() -> frozenset[str]:
    return frozenset(form for base in _PHASES for form in forms(base))


@cache
def _inert() -> frozenset[str]:
    return frozenset(form for base in _INERT for form in forms(base))


@cache
def _pasts() -> frozenset[str]:
    return frozenset(form for past, _ in irregular().values() for form in past)
